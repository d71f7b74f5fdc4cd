"""What a review comes to in the real window: told to the analyst, counted in the library, made gold."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.workspace.exporting import ExportRequest, export
from annotator.workspace.projects import Project

LABEL, BORDER = "18/24 chỉ tiêu", "19/10/2023."


def key(window, *names: str) -> None:
    """Press keys on the page of the review."""
    for name in names:
        QTest.keySequence(window.review.panel.page, QKeySequence(name))


def surfaces(window) -> list[str]:
    return [line.surface for line in window.review.panel.queue.model.lines]


def words(window, *spans) -> list[str]:
    text = window.sheet.report.report.text
    return [text[span.start : span.end] for span in spans]


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
    assert words(mine, mine.sheet.current) == [LABEL]
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
    assert words(mine, *dates) == ["19/10/2023"]
    mine.sheet.undo()
    dates = [s for s in mine.sheet.report.view if s.label == "DATE" and s.is_standing]
    assert words(mine, *dates) == [BORDER]


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
    qtbot.waitUntil(lambda: switch.width() >= switch.sizeHint().width())
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
