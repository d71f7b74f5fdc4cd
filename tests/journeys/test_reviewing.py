"""The review view of the real window: three authors who differ, settled by keys, undone, kept, made gold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.ui.review.settings import ReviewSettings
from annotator.workspace.adding import add_paths
from annotator.workspace.assigning import add_member
from annotator.workspace.exporting import ExportRequest, export
from annotator.workspace.importing import import_path
from annotator.workspace.projects import Project
from annotator.workspace.reviewing import review

TEXT = (
    "UBND tỉnh Hòa Thủy họp ngày 19/10/2023.\n"
    "Thu ngân sách ước đạt trên 1.860 tỷ đồng, tăng 4,6% so với cùng kỳ.\n"
    "Có 18/24 chỉ tiêu vượt kế hoạch; huyện Lạc Mường đón 412 nghìn lượt khách.\n"
)
"""Every name and number is invented."""
MARKS = {
    "binh": {
        "entity": {"UBND tỉnh Hòa Thủy": "ORG", "19/10/2023": "DATE", "huyện Lạc Mường": "LOC"},
        "figure": {"1.860 tỷ đồng": "MONEY", "4,6%": "PERCENT", "18/24 chỉ tiêu": "RATIO"},
    },
    "chi": {
        "entity": {"UBND tỉnh Hòa Thủy": "ORG", "19/10/2023.": "DATE", "Lạc Mường": "LOC"},
        "figure": {"1.860 tỷ đồng": "MONEY", "4,6%": "PERCENT", "18/24 chỉ tiêu": "COUNT"},
    },
    "dung": {
        "entity": {"UBND tỉnh Hòa Thủy": "ORG", "19/10/2023": "DATE"},
        "figure": {"1.860 tỷ đồng": "MONEY", "18/24 chỉ tiêu": "RATIO", "4,6%": "PERCENT"},
    },
}
STATUS = {"binh": "estimate", "chi": "actual", "dung": "estimate"}


def marked(marks: dict[str, str], status: str) -> str:
    """Write inline markup of the text, money with a value and a status."""
    made = TEXT
    for surface, label in marks.items():
        more = f";value=1860000000000;unit=VND;status={status}" if label == "MONEY" else ""
        made = made.replace(surface, f"⟦{label}{more}|{surface}⟧", 1)
    return made


@pytest.fixture
def disputed_project(tmp_path: Path, schema) -> Path:
    """Return a project of one report that three authors have marked, each in another way; an reviews."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "mot.txt").write_text(TEXT, encoding="utf-8")
    with Project.create(tmp_path / "shared", schema=schema, author="an") as project:
        add_paths(project, [folder])
        for name, layers in MARKS.items():
            work = tmp_path / name
            work.mkdir()
            for layer, marks in layers.items():
                (work / f"mot.{layer}.txt").write_text(marked(marks, STATUS[name]), encoding="utf-8")
            import_path(project, work, format="markup", author=name)
        add_member(project, "an", "reviewer")
    return tmp_path / "shared.annotator"


@pytest.fixture
def reviewing(open_window, qtbot):
    """Return a function that opens a window on a project and turns to its review."""

    def opened(path: Path):
        window = open_window(path)
        window.views.show("review")
        qtbot.waitUntil(lambda: window.review.is_read)
        return window

    return opened


LABEL, MISSING, BORDER, STATUS_OF = "18/24 chỉ tiêu", "huyện Lạc Mường", "19/10/2023.", "1.860 tỷ đồng"


def key(window, *names: str) -> None:
    """Press keys on the page of the review."""
    for name in names:
        QTest.keySequence(window.review.panel.page, QKeySequence(name))


def surfaces(window) -> list[str]:
    return [line.surface for line in window.review.panel.queue.model.lines]


def current(window) -> str:
    dispute = window.review.answering.chosen()
    return window.review.answering.found.report.text[dispute.start : dispute.end]


def resolved(path: Path) -> dict[str, str]:
    with Project.open(path, author="kiem") as project:
        (report_id,) = project.report_ids()
        held = review(project, report_id).resolved
        return {TEXT[span.start : span.end]: span.label for span in held.ordered()}


def activate(window, qtbot) -> None:
    """Give a window the keys again once a dialog has gone, as every desktop does by itself."""
    with qtbot.waitActive(window):
        window.activateWindow()


def test_that_the_queue_shows_the_worst_first_and_the_page_rings_it(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    assert surfaces(window) == [LABEL, MISSING, BORDER, STATUS_OF]
    assert current(window) == LABEL
    page = window.review.panel.page
    assert page.scene().chip == "LABEL · 1 / 4"
    assert page.current_span.label in {"RATIO", "COUNT"}
    cards = window.review.panel.versions.cards.cards
    assert [(card.key.text(), card.names.text(), card.share.text()) for card in cards] == [
        ("1", "binh, dung", "majority 2/3"),
        ("2", "chi", ""),
    ]
    assert "<b>Ratio</b>" in cards[0].says.text()
    assert QApplication.focusWidget() is page


def test_that_keys_settle_one_dispute_after_the_other(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    key(window, "Return")
    assert current(window) == MISSING
    key(window, "2")
    assert current(window) == BORDER
    key(window, "X")
    assert current(window) == STATUS_OF
    assert surfaces(window) == [STATUS_OF]
    key(window, "Alt+2")
    assert surfaces(window) == []
    assert "G makes the report gold" in window.review.panel.versions.heading.text()
    window.close()
    assert resolved(disputed_project) == {
        "UBND tỉnh Hòa Thủy": "ORG",
        "Lạc Mường": "LOC",
        "1.860 tỷ đồng": "MONEY",
        "4,6%": "PERCENT",
        "18/24 chỉ tiêu": "RATIO",
    }


def test_that_answers_are_taken_back_and_done_again_after_a_restart(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    key(window, "1", "1")
    window.close()
    window = reviewing(disputed_project)
    assert surfaces(window) == [BORDER, STATUS_OF]
    key(window, "Ctrl+Z")
    assert current(window) == MISSING
    key(window, "Ctrl+Z")
    assert surfaces(window) == [LABEL, MISSING, BORDER, STATUS_OF]
    assert current(window) == LABEL
    key(window, "Ctrl+Shift+Z")
    assert surfaces(window) == [MISSING, BORDER, STATUS_OF]


def test_that_next_and_previous_go_round_the_queue(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    key(window, "N", "Tab")
    assert current(window) == BORDER
    key(window, "Shift+Tab", "Shift+Tab", "Shift+Tab")
    assert current(window) == STATUS_OF


def test_that_a_reason_goes_with_the_answer_and_no_key_acts_from_its_field(
    reviewing, disputed_project
) -> None:
    window = reviewing(disputed_project)
    versions = window.review.panel.versions
    key(window, "R")
    assert QApplication.focusWidget() is versions.reason
    QTest.keyClicks(versions.reason, "xem 1 va 2")
    assert surfaces(window) == [LABEL, MISSING, BORDER, STATUS_OF]
    QTest.keySequence(versions.reason, QKeySequence("Return"))
    assert QApplication.focusWidget() is window.review.panel.page
    key(window, "1")
    assert versions.reason.text() == ""
    window.review.panel.queue.state.setCurrentIndex(1)
    window.review.panel.queue.state.activated.emit(1)
    assert surfaces(window) == [LABEL]
    key(window, "N")
    assert "xem 1 va 2" in versions._answers.text()
    key(window, "O")
    assert not window.review.answering.found.outcome(window.review.answering.line.id).is_settled


def test_that_a_report_becomes_gold_by_a_key_and_not_before(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    said = []
    window.notices.refused.connect(said.append)
    key(window, "G")
    assert said == ["4 disputes are open here; settle them first"]
    key(window, "1", "1", "1", "1", "G")
    with Project.open(disputed_project, author="kiem") as project:
        assert review(project, project.report_ids()[0]).is_gold


def test_that_a_click_on_a_card_takes_that_version(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    card = window.review.panel.versions.cards.cards[1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert current(window) == MISSING


def draft_key(window, *names: str) -> None:
    """Press keys on the page where a version is written."""
    for name in names:
        QTest.keySequence(QApplication.focusWidget(), QKeySequence(name))


def test_that_a_further_version_is_written_with_the_keys_of_the_page(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    key(window, "N", "E")
    assert window.review.panel.is_drafting
    draft_key(window, "{", "{", "}", "3")
    assert surfaces(window) == [LABEL, MISSING, BORDER, STATUS_OF]
    draft_key(window, "Return")
    assert not window.review.panel.is_drafting
    assert current(window) == BORDER
    found = window.review.answering.found
    said = next(o.holds for o in found.outcomes.values() if o.holds).ruling.statements
    assert [(TEXT[one.start : one.end], one.label) for one in said] == [("huyện Lạc", "ORG")]


def test_that_a_draft_has_its_own_undo_and_is_let_go_by_escape(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    key(window, "N", "E")
    draft_key(window, "3", "Ctrl+Z")
    assert QApplication.focusWidget().current_span.label == "LOC"
    draft_key(window, "Ctrl+Shift+Z")
    assert QApplication.focusWidget().current_span.label == "ORG"
    draft_key(window, "Esc")
    assert not window.review.panel.is_drafting
    assert current(window) == MISSING
    assert surfaces(window) == [LABEL, MISSING, BORDER, STATUS_OF]


def test_that_a_draft_leaves_alone_what_is_agreed_on(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    key(window, "N", "E")
    said = []
    window.notices.refused.connect(said.append)
    draft_key(window, "Alt+Up", "2")
    assert said == ["that span is agreed on; only the disputed place is written anew"]


def test_that_a_value_is_written_in_the_card_of_a_draft(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    key(window, "Shift+Tab", "E")
    draft_key(window, "V")
    field = QApplication.focusWidget()
    field.selectAll()
    QTest.keyClicks(field, "1900")
    draft_key(window, "Return", "Return")
    said = next(o.holds for o in window.review.answering.found.outcomes.values() if o.holds).ruling.statements
    assert dict(said[0].attributes)["value"] == "1900"


def test_that_all_disputes_of_a_boundary_rule_are_settled_in_one_step(
    reviewing, disputed_project, qtbot
) -> None:
    window = reviewing(disputed_project)
    said = []
    window.notices.refused.connect(said.append)
    key(window, "B")
    assert said == ["no boundary rule says what is right here; take a version or write one"]
    key(window, "N", "N", "B")
    settling = window.review.rules
    qtbot.waitUntil(lambda: settling.dialog is not None)
    cells = [settling.dialog.model.index(0, column).data() for column in range(3)]
    assert cells == ["mot", "19/10/2023 | 19/10/2023.", "19/10/2023"]
    settling.dialog.apply.click()
    activate(window, qtbot)
    assert surfaces(window) == [LABEL, MISSING, STATUS_OF]
    key(window, "Ctrl+Z")
    assert surfaces(window) == [LABEL, MISSING, BORDER, STATUS_OF]


def test_that_the_strategy_chosen_merges_without_asking(reviewing, disputed_project, qtbot) -> None:
    window = reviewing(disputed_project)
    window.review.show_settings()
    dialog = window.findChild(ReviewSettings)
    dialog.tolerance.setText("two")
    dialog.accept()
    assert dialog.problem.isVisible()
    dialog.tolerance.setText("0")
    dialog.strategy.setCurrentIndex(1)
    dialog.accept()
    qtbot.waitUntil(lambda: surfaces(window) == [MISSING])


def test_that_the_role_is_taken_in_the_settings(reviewing, disputed_project, qtbot) -> None:
    with Project.for_writing(disputed_project, author="an") as project:
        add_member(project, "an", "analyst")
    window = reviewing(disputed_project)
    said = []
    window.notices.refused.connect(said.append)
    key(window, "1")
    assert said == ["nobody reviews here yet; take the role in the review settings"]
    window.review.show_settings()
    dialog = window.findChild(ReviewSettings)
    dialog.reviewer.setChecked(True)
    dialog.accept()
    qtbot.waitUntil(lambda: window.review.is_read)
    activate(window, qtbot)
    key(window, "1")
    assert current(window) == MISSING


def test_that_whoever_does_not_review_is_told_why(reviewing, disputed_project) -> None:
    with Project.for_writing(disputed_project, author="an") as project:
        add_member(project, "an", "analyst")
        add_member(project, "binh", "reviewer")
    window = reviewing(disputed_project)
    said = []
    window.notices.refused.connect(said.append)
    key(window, "1", "Ctrl+Z")
    assert said == ["an does not review here; ask binh to settle it"] * 2
    assert len(surfaces(window)) == 4


def test_that_a_project_without_disputes_says_what_to_do(reviewing, sample_project) -> None:
    window = reviewing(sample_project)
    assert "Let two persons finish the same report" in window.review.panel.empty.text()


def cells(table, row: int) -> list[str]:
    model = table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_that_what_was_decided_reaches_the_analyst_who_answers_and_asks_again(
    reviewing, open_window, disputed_project, qtbot
) -> None:
    window = reviewing(disputed_project)
    key(window, "R")
    QTest.keyClicks(window.review.panel.versions.reason, "mau so la chi tieu")
    QTest.keySequence(window.review.panel.versions.reason, QKeySequence("Return"))
    key(window, "1")
    window.close()
    mine = open_window(disputed_project, author="chi")
    reviewed = mine.own_work.reviewed
    mine.lists.setCurrentWidget(reviewed)
    qtbot.waitUntil(lambda: reviewed.model.rowCount() == 1)
    assert mine.lists.tabText(mine.lists.indexOf(reviewed)) == "Reviewed 1"
    report, kinds, had, decided, reason, who, _ = cells(reviewed.table, 0)
    assert (report, kinds, had, decided) == ("mot", "label", f"Count · {LABEL}", f"Ratio · {LABEL}")
    assert (reason, who) == ("mau so la chi tieu", "an")
    reviewed.table.activated.emit(reviewed.model.index(0, 0))
    assert mine.sheet.current is not None
    assert TEXT[mine.sheet.current.start : mine.sheet.current.end] == LABEL
    reviewed.answer.setFocus()
    QTest.keyClicks(reviewed.answer, "em dem chi tieu")
    QTest.keySequence(reviewed.answer, QKeySequence("Return"))
    qtbot.waitUntil(lambda: "chi: em dem chi tieu" in reviewed.said.text())
    reviewed.reopen.click()
    qtbot.waitUntil(lambda: reviewed.reading.is_over and not reviewed.reopen.isEnabled())
    mine.close()
    window = reviewing(disputed_project)
    assert LABEL in surfaces(window)
    assert "em dem chi tieu" in window.review.panel.versions._comments.text()


def test_that_work_that_does_not_agree_is_mended_together(open_window, disputed_project, qtbot) -> None:
    mine = open_window(disputed_project, author="chi")
    listed = mine.own_work.consistency
    mine.lists.setCurrentWidget(listed)
    qtbot.waitUntil(lambda: listed.model.rowCount() == 2)
    assert cells(listed.table, 0) == [
        "mot",
        BORDER,
        "punctuation stays outside",
        BORDER,
        BORDER.removesuffix("."),
    ]
    listed.mend.click()
    qtbot.waitUntil(lambda: listed.dialog is not None)
    listed.dialog.model.tick([1], on=False)
    listed.dialog.apply.click()
    qtbot.waitUntil(lambda: listed.reading.is_over and listed.model.rowCount() == 1)
    dates = [s for s in mine.sheet.report.view if s.label == "DATE" and s.is_standing]
    assert [TEXT[span.start : span.end] for span in dates] == ["19/10/2023"]
    mine.sheet.undo()
    dates = [s for s in mine.sheet.report.view if s.label == "DATE" and s.is_standing]
    assert [TEXT[span.start : span.end] for span in dates] == [BORDER]


def test_that_lists_and_panes_are_those_of_the_view(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)

    def seen() -> list[str]:
        tabs = window.lists
        return [tabs.tabText(n) for n in range(tabs.count()) if tabs.isTabVisible(n)]

    assert [title.split()[0] for title in seen()] == ["Concordance", "Reviewed", "Consistency"]
    window.panes.go(1)
    assert window.review.panel.versions.isAncestorOf(QApplication.focusWidget()) or (
        QApplication.focusWidget() is window.review.panel.versions
    )
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("Esc"))
    assert QApplication.focusWidget() is window.review.panel.page
    window.views.show("annotate")
    assert "Figures" in seen()
    window.panes.go(1)
    assert QApplication.focusWidget() is window.card


def test_that_the_library_and_the_switch_count_what_is_open(open_window, disputed_project, qtbot) -> None:
    window = open_window(disputed_project)
    library = window.library
    qtbot.waitUntil(lambda: [row.disputes for row in library.model.rows()] == [4])
    switch = window.views._buttons["review"]
    assert switch.text() == "Review  4"
    window.views.show("review")
    qtbot.waitUntil(lambda: window.review.is_read)
    key(window, "1")
    assert switch.text() == "Review  3"
    window.views.show("annotate")
    qtbot.waitUntil(lambda: [row.disputes for row in library.model.rows()] == [3])
    key(window, "1")
    window.views.show("review")
    qtbot.waitUntil(lambda: window.review.is_read)
    key(window, "1", "1", "1")
    window.views.show("annotate")
    qtbot.waitUntil(lambda: [row.disputes for row in library.model.rows()] == [0])


def test_that_settled_disputes_are_exported_as_gold(reviewing, disputed_project, tmp_path) -> None:
    window = reviewing(disputed_project)
    key(window, "Return", "2", "Return", "2", "G")
    window.close()
    with Project.open(disputed_project, author="an") as project:
        done = export(project, ExportRequest("sqlite", tmp_path / "gold.sqlite"))
    assert done.reports == 1
    with closing(sqlite3.connect(tmp_path / "gold.sqlite")) as gold:
        spans = dict(gold.execute("SELECT text, label FROM spans ORDER BY start"))
        status = gold.execute("SELECT status FROM figures WHERE status <> ''").fetchall()
    assert spans == {
        "UBND tỉnh Hòa Thủy": "ORG",
        "19/10/2023": "DATE",
        "1.860 tỷ đồng": "MONEY",
        "4,6%": "PERCENT",
        "18/24 chỉ tiêu": "RATIO",
        "Lạc Mường": "LOC",
    }
    assert status == [("actual",)]
