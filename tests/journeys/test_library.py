"""The library: told, ordered, filtered, selected, and acted on as a whole."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from annotator.domain.progress import Stage
from annotator.domain.reports import Report
from annotator.domain.spans import State
from annotator.store.reports import add_report
from annotator.ui.dialogs.exporting import ExportDialog
from annotator.ui.dialogs.reading import TextDialog
from annotator.ui.library.telling import number_line, progress_line, state_line, told_in_full
from annotator.workspace.assigning import put_assignees
from annotator.workspace.projects import Project

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def listed(window):
    return list(window.library.model.shown())


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def click(window, row, modifier=NONE):
    view = window.library.list
    place = view.visualRect(window.library.model.index(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def answer(monkeypatch, text):
    """Answer the next question with the button of that text; return what was asked."""
    asked = []

    def pressed(box):
        asked.append(box.text())
        next(button for button in box.buttons() if button.text() == text).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", pressed)
    return asked


def ended(qtbot, window):
    qtbot.waitUntil(lambda: window.jobs.running is None, timeout=60_000)


def test_that_a_row_says_what_is_left_flagged_and_how_many_figures(
    open_window, sample_project, press, qtbot
) -> None:
    window = open_window(sample_project)
    before = listed(window)[0]
    assert state_line(before) == f"{before.counts.left} left · {before.counts.figures} figures"
    press(window, "Enter", "Delete", "?")
    qtbot.waitUntil(lambda: listed(window)[0].counts.flagged == 1)
    row = listed(window)[0]
    assert row.stage is Stage.DISPUTED
    assert state_line(row).startswith(f"{row.counts.left} left · 1 flagged")
    assert number_line(row) == f"{row.counts.left} / {row.counts.left + row.counts.decided}"
    assert str(row.counts.decided) in told_in_full(row)


def test_that_the_foot_tells_how_far_the_whole_project_is(open_window, sample_project, press, qtbot) -> None:
    window = open_window(sample_project)
    left = sum(row.counts.left for row in listed(window))
    assert window.library.progress.text() == f"0 of 6 done · 0 decided · {left} left"
    press(window, "Enter", "Enter")
    qtbot.waitUntil(lambda: f"2 decided · {left - 2} left" in window.library.progress.text())
    assert window.library.bar.value() == 2
    totals = window.library.model.totals
    assert totals.decided == sum(row.counts.decided for row in window.library.model.rows())
    assert progress_line(totals) == window.library.progress.text()


@pytest.mark.parametrize(
    ("order", "key"),
    [
        ("date", lambda row: row.date),
        ("left", lambda row: row.counts.left),
    ],
)
def test_that_reports_are_ordered_and_the_order_is_remembered(
    open_window, sample_project, order, key
) -> None:
    window = open_window(sample_project)
    choose(window.library.order, order)
    keys = [key(row) for row in listed(window)]
    assert keys == sorted(keys, reverse=True)
    shown = [row.id for row in listed(window)]
    assert window.library.current == window.sheet.report.report_id
    window.close()
    assert [row.id for row in listed(open_window(sample_project))] == shown


def test_that_reports_are_filtered_by_words_and_by_state(open_window, sample_project, press, qtbot) -> None:
    window = open_window(sample_project)
    first = window.sheet.report.report_id
    press(window, "Enter")
    qtbot.waitUntil(lambda: listed(window)[0].stage is Stage.IN_WORK)
    choose(window.library.stage, "in_work")
    assert [row.id for row in listed(window)] == [first]
    choose(window.library.stage, "done")
    assert listed(window) == []
    assert "No report stands there" in window.library.empty.text()
    choose(window.library.stage, "")
    window.open_report(listed(window)[3].id)
    window.library.filter.setText("yen bai")
    assert [row.id for row in listed(window)] == [first]
    window.library.filter.setFocus()
    QTest.keyClick(window.library.filter, Qt.Key.Key_Return)
    assert window.sheet.report.report_id == first
    window.library.filter.setText("không có đâu")
    assert "No report holds these words" in window.library.empty.text()
    window.library.filter.clear()
    assert len(listed(window)) == 6


def test_that_several_reports_are_selected_without_being_opened(open_window, sample_project) -> None:
    window = open_window(sample_project)
    first = window.sheet.report.report_id
    click(window, 2, CTRL)
    click(window, 4, CTRL)
    assert window.sheet.report.report_id == first
    assert [row.id for row in window.library.selected] == [listed(window)[n].id for n in (0, 2, 4)]
    click(window, 5, SHIFT)
    assert len(window.library.selected) > 1
    click(window, 3)
    assert window.sheet.report.report_id == listed(window)[3].id
    assert [row.id for row in window.library.selected] == [window.sheet.report.report_id]


def test_that_what_is_selected_stays_so_when_the_order_changes(open_window, sample_project) -> None:
    window = open_window(sample_project)
    click(window, 2, CTRL)
    ids = {row.id for row in window.library.selected}
    choose(window.library.order, "left")
    assert {row.id for row in window.library.selected} == ids


@pytest.mark.parametrize(
    ("button", "state"), [("Accept them", State.ACCEPTED), ("Reject them", State.REJECTED)]
)
def test_that_selected_reports_are_finished_in_one_step_after_a_question(
    open_window, sample_project, press, monkeypatch, qtbot, button, state
) -> None:
    window = open_window(sample_project)
    project = window.projects.project
    click(window, 1, CTRL)
    click(window, 2, CTRL)
    rows = window.library.selected
    left = sum(row.counts.left for row in rows)
    asked = answer(monkeypatch, button)
    window.commands["selected.finish"].trigger()
    assert asked == [f"{left} candidates in 3 reports are undecided."]
    assert all(project.decisions(row.id).finished for row in rows)
    decided = [span.state for row in rows for span in project.decisions(row.id).spans.values()]
    assert decided.count(state) == left
    assert window.sheet.report.view.finished
    qtbot.waitUntil(lambda: window.library.model.totals.done == 3)

    window.page.setFocus()
    press(window, "Ctrl+Z")
    assert not any(project.decisions(row.id).spans for row in rows)
    assert not window.sheet.report.view.finished
    qtbot.waitUntil(lambda: window.library.model.totals.done == 0)


def test_that_finishing_can_be_thought_better_of_and_is_refused_when_done(
    open_window, sample_project, monkeypatch, qtbot
) -> None:
    window = open_window(sample_project)
    answer(monkeypatch, "Cancel")
    window.commands["selected.finish"].trigger()
    assert not window.sheet.report.view.finished
    answer(monkeypatch, "Accept them")
    window.commands["selected.finish"].trigger()
    qtbot.waitUntil(lambda: window.library.model.totals.done == 1)
    window.commands["selected.finish"].trigger()
    assert "finished already" in window.status.notice.text()


def test_that_the_gold_of_selected_reports_only_is_exported(
    open_window, sample_project, monkeypatch, qtbot, tmp_path
) -> None:
    window = open_window(sample_project)
    window.library.list.selectAll()
    answer(monkeypatch, "Accept them")
    window.commands["selected.finish"].trigger()
    qtbot.waitUntil(lambda: window.library.model.totals.done == 6)
    click(window, 1)
    click(window, 3, CTRL)
    names = {row.name for row in window.library.selected}
    window.commands["selected.export"].trigger()
    dialog = window.findChild(ExportDialog)
    dialog.path.setText(str(tmp_path / "some.db"))
    with qtbot.waitSignal(window.jobs.ended, timeout=30_000):
        dialog.accept()
    qtbot.waitUntil(lambda: window.findChild(TextDialog) is not None)
    with sqlite3.connect(tmp_path / "some.db") as connection:
        assert {name for (name,) in connection.execute("SELECT name FROM reports")} == names


def test_that_candidates_are_found_again_in_selected_reports_and_the_page_stays(
    open_window, sample_project, press, qtbot
) -> None:
    window = open_window(sample_project)
    press(window, "Enter", "Tab", "Tab")
    current, decided = window.sheet.current.id, window.sheet.report.view.counts.decided
    click(window, 2, CTRL)
    with qtbot.waitSignal(window.projects.extracted, timeout=60_000) as extracted:
        window.commands["selected.extract"].trigger()
    ended(qtbot, window)
    assert {outcome.report_id for outcome in extracted.args[0]} == {row.id for row in window.library.selected}
    assert window.sheet.current.id == current
    assert window.sheet.report.view.counts.decided == decided


def test_that_the_menu_of_selected_reports_opens_by_key_and_by_mouse(open_window, sample_project) -> None:
    window = open_window(sample_project)
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        event = QContextMenuEvent(reason, QPoint(20, 20), window.library.list.mapToGlobal(QPoint(20, 20)))
        QApplication.sendEvent(window.library.list, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [action.text() for action in menu.actions()] == [
            "Find candidates in selected reports",
            "Finish selected reports…",
            "Export gold of selected reports…",
            "Assign selected reports…",
        ]
        menu.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_that_arrows_and_enter_open_a_report(open_window, sample_project) -> None:
    window = open_window(sample_project)
    window.library.list.setFocus()
    QTest.keyClick(window.library.list, Qt.Key.Key_Down)
    QTest.keyClick(window.library.list, Qt.Key.Key_Down)
    QTest.keyClick(window.library.list, Qt.Key.Key_Return)
    assert window.sheet.report.report_id == listed(window)[2].id
    assert window.page.hasFocus()


def test_that_reports_added_behind_the_window_come_below_and_disturb_nothing(
    open_window, qtbot, sample_project, tmp_path
) -> None:
    window = open_window(sample_project)
    click(window, 2, CTRL)
    selected = [row.id for row in window.library.selected]
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(
            f"Báo cáo số {number}\nThu ngân sách đạt 5%.", encoding="utf-8"
        )
    with qtbot.waitSignal(window.projects.extracted, timeout=60_000):
        window.projects.add([tmp_path / f"{number}.txt" for number in range(3)])
    ended(qtbot, window)
    assert [row.name for row in listed(window)[6:]] == ["0", "1", "2"]
    assert all(row.counts.left for row in listed(window)[6:])
    assert [row.id for row in window.library.selected] == selected
    assert listed(window) == window.projects.project.rows()


@pytest.fixture
def large_library(tmp_path, schema):
    """Return a project of more reports than are read at once."""
    path = tmp_path / "large.annotator"
    with Project.create(path, schema=schema, author="an") as project, project.store.writing():
        for number in range(2600):
            add_report(project.store, Report(f"r{number}", f"Báo cáo số {number}.\nThu ngân sách tăng."))
    return path


def test_that_a_large_library_is_read_behind_the_window_and_loses_no_decision(
    open_window, large_library, press, qtbot
) -> None:
    window = open_window(large_library)
    assert len(window.library.model.rows()) == 2000
    window.page.select(0, 7)
    press(window, "7")
    qtbot.waitUntil(lambda: len(window.library.model.rows()) == 2600, timeout=20_000)
    qtbot.waitUntil(lambda: window.library.model.totals.decided == 1)
    assert window.library.model.rows() == window.projects.project.rows()
    assert window.library.current == window.sheet.report.report_id
    window.library.filter.setText("r2599")
    assert [row.name for row in listed(window)] == ["r2599"]


def test_that_closing_ends_the_reading_of_a_large_library(open_window, large_library) -> None:
    window = open_window(large_library)
    window.projects.close()
    QApplication.processEvents()
    assert listed(window) == []
    assert not large_library.with_name(f"{large_library.name}-wal").exists()


def test_that_reports_assigned_to_me_are_listed_alone_and_name_who_has_them(
    open_window, sample_project
) -> None:
    with Project.for_writing(sample_project, author="an") as project:
        ids = project.report_ids()
        put_assignees(project, ids[:2], ["an", "binh"])
        put_assignees(project, ids[2:3], ["binh"])
    window = open_window(sample_project)
    choose(window.library.stage, "mine")
    assert [row.id for row in listed(window)] == ids[:2]
    assert state_line(listed(window)[0]).endswith("an, binh")
    assert "assigned to an, binh" in told_in_full(listed(window)[0])
