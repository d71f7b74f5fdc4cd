"""The review view of the real window: three authors who differ, settled by keys, undone, kept, made gold."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.ui.reading.physical import codes_of
from annotator.ui.review.settings import ReviewSettings
from annotator.workspace.assigning import add_member
from annotator.workspace.projects import Project
from annotator.workspace.reviewing import review
from annotator.workspace.settling import take

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
        text, held = project.report(report_id).text, review(project, report_id).resolved
        return {text[span.start : span.end]: span.label for span in held.ordered()}


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
    assert cards[0].accessibleDescription() == f"Ratio · “{LABEL}”"
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
    assert [(found.report.text[one.start : one.end], one.label) for one in said] == [("huyện Lạc", "ORG")]


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


def test_that_a_draft_waits_while_another_view_is_looked_at(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    key(window, "N", "E")
    draft_key(window, "3")
    window.views.show("annotate")
    window.views.show("review")
    draft_key(window, "Return")
    assert current(window) == BORDER
    said = next(o.holds for o in window.review.answering.found.outcomes.values() if o.holds).ruling.statements
    assert [one.label for one in said] == ["ORG"]


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


def test_that_filters_and_extractors_change_what_is_listed(reviewing, disputed_project, qtbot) -> None:
    window = reviewing(disputed_project)
    queue = window.review.panel.queue
    for box, title, left in (
        (queue.kind, "border", [MISSING, BORDER]),
        (queue.label, "Place", [MISSING]),
        (queue.pair, "binh – dung", [MISSING]),
    ):
        box.setCurrentIndex(box.findText(title))
        box.activated.emit(box.currentIndex())
        assert surfaces(window) == left
    queue.label.setCurrentIndex(queue.label.findText("Date"))
    queue.label.activated.emit(queue.label.currentIndex())
    assert surfaces(window) == []
    queue.show_all()
    assert surfaces(window) == [LABEL, MISSING, BORDER, STATUS_OF]
    qtbot.waitUntil(lambda: window.sheet.report.view.counts.left > 0, timeout=20_000)
    queue.machines.click()
    qtbot.waitUntil(lambda: window.review.is_read)
    names = {name for line in queue.model.lines for names in line.authors for name in names}
    assert "vn-rules" in names


def test_that_of_two_answers_both_are_shown_and_the_later_holds(reviewing, disputed_project) -> None:
    with Project.for_writing(disputed_project, author="an") as project:
        add_member(project, "kiem", "reviewer")
        (report_id,) = project.report_ids()
        project.author = "kiem"
        dispute = next(d for d in review(project, report_id).open if d.labels == ("COUNT", "RATIO"))
        take(project, dispute, dispute.version_of("chi"))
    window = reviewing(disputed_project)
    queue = window.review.panel.queue
    queue.state.setCurrentIndex(queue.state.findText("all"))
    queue.state.activated.emit(queue.state.currentIndex())
    key(window, "Shift+Tab")
    assert current(window) == LABEL
    key(window, "1", "Shift+Tab")
    said = window.review.panel.versions._answers.text()
    assert said.index("an: took the version of binh, dung") < said.index("kiem: took the version of chi")
    assert "the later by the clock holds" in said


def test_that_text_of_an_input_method_is_ignored_and_said(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    said = []
    window.notices.refused.connect(said.append)
    page = window.review.panel.page
    for text in ("ư", "á"):
        QApplication.sendEvent(page, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text))
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    assert len(said) == 2
    assert "Vietnamese typing is on" in said[0]
    assert len(surfaces(window)) == 4


def test_that_digits_take_versions_by_their_place_on_a_vietnamese_layout(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    code = next(code for code, sign in codes_of("offscreen").items() if sign == "1")
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord("Ă"), none, code, 0, 0, "ă")
        QApplication.sendEvent(window.review.panel.page, event)
    assert current(window) == MISSING


def test_that_a_version_in_the_text_is_clicked_to_go_to_its_dispute(reviewing, disputed_project) -> None:
    window = reviewing(disputed_project)
    page = window.review.panel.page
    mark = next(span for span in page.placing.by_id.values() if span.label == "LOC")
    page.span_clicked.emit(mark.id)
    assert current(window) == MISSING
    assert "lane 2: binh" in window.review.panel.legend.text()


def test_that_a_project_in_use_elsewhere_is_looked_at_and_not_settled(reviewing, disputed_project) -> None:
    with Project.for_writing(disputed_project, author="kiem"):
        window = reviewing(disputed_project)
        assert window.projects.project.read_only
        assert surfaces(window) == [LABEL, MISSING, BORDER, STATUS_OF]
        key(window, "1", "X", "G")
        assert len(surfaces(window)) == 4
        assert window.commands.reason(window.commands.default("review.gold")) == "the project is read-only"
