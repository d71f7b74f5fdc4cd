"""The history of a report in the window: read, gone through by keys and mouse, the same after a restart."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.domain.reports import Report
from annotator.store.reports import add_report
from annotator.ui.lists.history import MARK, SPANS, STEP, TEXT, WHO
from annotator.workspace.projects import Project


def rows(window, column=STEP):
    model = window.history.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def struck(window):
    model = window.history.model
    fonts = [model.index(row, STEP).data(Qt.ItemDataRole.FontRole) for row in range(model.rowCount())]
    return [font is not None and font.strikeOut() for font in fonts]


def here(window):
    return rows(window, MARK).index("▸")


def standing(window):
    held = window.projects.project.decisions(window.sheet.report.report_id).spans.values()
    return sorted((span.start, span.label, span.state.value) for span in held)


def click(window, row):
    table = window.history.table
    table.scrollTo(window.history.model.index(row, STEP))
    place = table.visualRect(window.history.model.index(row, STEP)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_that_every_step_is_listed_latest_first_bulk_ones_as_one_line(
    open_window, sample_project, press
) -> None:
    window = open_window(sample_project)
    first = window.sheet.current
    text = window.sheet.report.report.text[first.start : first.end]
    press(window, "Enter", "Delete", "?")
    spans = [span for span in window.sheet.report.view if span.is_undecided]
    text_of = window.sheet.report.report.text
    window.sheet.set_current(next(a.id for a, b in pairwise(spans) if "\n" not in text_of[a.start : b.end]))
    press(window, "A", "Ctrl+H")
    assert window.history.table.hasFocus()
    assert rows(window) == ["accepted", "flag changed", "rejected", "accepted", "the report as it came"]
    assert rows(window, TEXT)[3] == text
    assert int(rows(window, SPANS)[0]) > 1
    assert rows(window, WHO)[:4] == ["an"] * 4
    assert (here(window), any(struck(window))) == (0, False)


def test_that_a_click_goes_back_and_forward_and_what_is_undone_is_struck(
    open_window, sample_project, press
) -> None:
    window = open_window(sample_project)
    states = [standing(window)]
    for key in ("Enter", "Delete", "6", "?"):
        press(window, key)
        states.append(standing(window))
    press(window, "Ctrl+H")
    click(window, 3)
    assert standing(window) == states[1]
    assert (here(window), struck(window)) == (3, [True, True, True, False, False])
    click(window, 1)
    assert standing(window) == states[3]
    assert struck(window) == [True, False, False, False, False]
    click(window, 4)
    assert standing(window) == states[0] == []
    assert here(window) == 4
    click(window, 0)
    assert standing(window) == states[4]
    assert "4 steps done again" in window.status.notice.text()


def test_that_keys_choose_a_step_and_enter_goes_there(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    press(window, "Enter", "Enter", "Enter", "Ctrl+H")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(window.history.table, key)
    assert window.sheet.report.view.counts.decided == 1
    QTest.keyClick(window.history.table, Qt.Key.Key_End)
    QTest.keyClick(window.history.table, Qt.Key.Key_Return)
    assert window.sheet.report.view.counts.decided == 0
    QTest.keyClick(window.history.table, Qt.Key.Key_Home)
    QTest.keyClick(window.history.table, Qt.Key.Key_Return)
    assert window.sheet.report.view.counts.decided == 3


def test_that_a_step_left_behind_is_shown_and_refused(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    press(window, "Enter", "Delete", "Ctrl+Z", "?", "Ctrl+H")
    assert rows(window) == ["flag changed", "rejected", "accepted", "the report as it came"]
    assert struck(window) == [False, True, False, False]
    before = standing(window)
    click(window, 1)
    assert standing(window) == before
    assert "left behind" in window.status.notice.text()


def test_that_history_is_the_same_after_a_restart(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    report_id = window.sheet.report.report_id
    press(window, "Enter", "A", "Delete", "Ctrl+Z", "Ctrl+H")
    listed = (rows(window), struck(window), here(window), standing(window))
    window.close()
    window = open_window(sample_project)
    window.open_report(report_id)
    press(window, "Ctrl+H")
    assert (rows(window), struck(window), here(window), standing(window)) == listed
    click(window, 3)
    assert standing(window) == []
    click(window, 0)
    assert window.sheet.report.view.counts.decided > 2


def test_that_the_list_follows_undo_on_the_page(open_window, sample_project, press, qtbot) -> None:
    window = open_window(sample_project)
    press(window, "Enter", "Enter", "Ctrl+H")
    window.page.setFocus()
    press(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: here(window) == 1)
    assert window.library.model.rows()[0].counts == window.sheet.report.view.counts


def test_that_a_step_over_reports_says_so_and_goes_back_in_all(
    open_window, tmp_path, schema, press, qtbot
) -> None:
    path = tmp_path / "three.annotator"
    with Project.create(path, schema=schema, author="an") as project:
        for number in range(3):
            add_report(project.store, Report(f"r{number}", f"Báo cáo {number}: ngân sách xã."))
    window = open_window(path)
    press(window, "Ctrl+Shift+F")
    window.concordance.field.setText("ngân sách")
    QTest.keyClick(window.concordance.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.concordance.model.rowCount() == 3)
    window.concordance.table.selectAll()
    QTest.keyClick(window.concordance.table, Qt.Key.Key_7)
    press(window, "Ctrl+H")
    assert rows(window) == ["labelled in 3 reports", "the report as it came"]
    click(window, 1)
    project = window.projects.project
    assert not any(project.decisions(report_id).spans for report_id in project.report_ids())
    click(window, 0)
    assert all(len(project.decisions(report_id).spans) == 1 for report_id in project.report_ids())
