"""Backups from the window: by themselves, by a clock that is told the time, asked for, listed, restored."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QPushButton

from annotator.domain.backups import Backup, Contents, Why
from annotator.domain.errors import UserError
from annotator.domain.spans import State
from annotator.store import backups
from annotator.store.integrity import check
from annotator.ui.backups import waiting
from annotator.ui.backups.dialog import BackupsDialog
from annotator.ui.backups.waiting import waiting_for
from annotator.ui.dialogs.settings import SettingsDialog
from annotator.ui.fonts import set_text_scale
from annotator.workspace import backing_up
from annotator.workspace.backing_up import Looked, backups_of
from annotator.workspace.projects import Project
from annotator.workspace.safeguarding import Wishes, wish, wishes


def whys(path) -> list[Why]:
    return [each.why for each in backups_of(path)]


def quiet(qtbot, window) -> None:
    """Wait till nothing runs behind the window."""
    qtbot.waitUntil(lambda: not window.jobs._readers and window.jobs.running is None, timeout=60_000)


@pytest.fixture
def dialog_of(qtbot):
    """Return a function that opens the list of backups and waits till each was looked into."""

    def opened(window) -> BackupsDialog:
        if not window.findChildren(BackupsDialog):
            window.commands["project.restore"].trigger()
        (dialog,) = window.findChildren(BackupsDialog)
        rows = range(dialog.model.rowCount())
        qtbot.waitUntil(lambda: all(dialog.model.looked(row) for row in rows), timeout=60_000)
        return dialog

    return opened


def restored(qtbot, window, dialog) -> None:
    with qtbot.waitSignal(
        window.notices.said, timeout=60_000, check_params_cb=lambda said: "restored" in said
    ):
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)


def test_that_backups_come_by_themselves_when_it_is_time_and_something_was_done(
    open_window, sample_project, press, qtbot
) -> None:
    window = open_window(sample_project)
    quiet(qtbot, window)
    made_by, now = window.projects.backups, [backups_clock(window)]
    made_by.clock = lambda: now[0]
    press(window, "Enter")
    made_by.tick()
    assert whys(sample_project) == []
    now[0] += 30 * 60
    with qtbot.waitSignal(made_by.made, timeout=60_000) as made:
        made_by.tick()
    assert made.args[0].why is Why.SCHEDULED
    now[0] += 30 * 60
    with qtbot.waitSignal(made_by.made, timeout=60_000) as made:
        made_by.tick()
    assert made.args[0] is None
    press(window, "Enter")
    window.close()
    assert whys(sample_project) == [Why.CLOSING, Why.SCHEDULED]
    with Project.open(backups_of(sample_project)[0].path, read_only=True) as copy:
        assert check(copy.store) == []


def backups_clock(window) -> float:
    return window.projects.backups.clock()


def test_that_a_window_in_which_nothing_was_done_leaves_no_backup_nor_one_that_is_not_wished(
    open_window, sample_project, press, qtbot
) -> None:
    window = open_window(sample_project)
    quiet(qtbot, window)
    window.close()
    assert whys(sample_project) == []
    wish(Wishes(closing=False))
    window = open_window(sample_project)
    quiet(qtbot, window)
    press(window, "Enter")
    window.close()
    assert whys(sample_project) == []


def test_that_the_page_takes_decisions_while_a_backup_is_made(
    open_window, sample_project, press, qtbot
) -> None:
    window = open_window(sample_project)
    quiet(qtbot, window)
    first = window.sheet.current
    with qtbot.waitSignal(window.projects.backups.made, timeout=60_000):
        window.commands["project.back_up"].trigger()
        press(window, "Enter")
        assert window.sheet.report.view.get(first.id).state is State.ACCEPTED
    qtbot.waitUntil(lambda: "backed up to" in window.status.notice.text())
    assert whys(sample_project) == [Why.ASKED]


def test_that_a_backup_is_restored_by_keyboard_and_can_be_taken_back(
    open_window, sample_project, press, qtbot, dialog_of
) -> None:
    window = open_window(sample_project)
    quiet(qtbot, window)
    first = window.sheet.current
    with qtbot.waitSignal(window.projects.backups.made, timeout=60_000):
        window.commands["project.back_up"].trigger()
    press(window, "Enter", "Enter")
    dialog = dialog_of(window)
    assert dialog.table.hasFocus()
    assert dialog.model.cells(0)[1:2] + dialog.model.cells(0)[3:] == ("asked for", "0", "2", "verified")
    assert "2 decisions made since would be missing" in dialog.meaning.text()
    assert "Made since: 2" in dialog.model.data(dialog.model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    restored(qtbot, window, dialog)
    assert window.sheet.report.view.get(first.id).is_undecided
    assert not window.projects.project.read_only
    assert whys(sample_project) == [Why.RESTORE, Why.ASKED]
    press(window, "Delete")
    qtbot.waitUntil(lambda: not window.findChildren(BackupsDialog))
    dialog = dialog_of(window)
    assert dialog.model.cells(0)[3] == "2"
    restored(qtbot, window, dialog)
    assert window.sheet.report.view.get(first.id).state is State.ACCEPTED
    assert check(window.projects.project.store) == []


def test_that_a_damaged_backup_is_shown_as_such_and_cannot_be_chosen(
    open_window, sample_project, qtbot, dialog_of
) -> None:
    window = open_window(sample_project)
    for _ in range(2):
        with qtbot.waitSignal(window.projects.backups.made, timeout=60_000):
            window.commands["project.back_up"].trigger()
    newest = backups_of(sample_project)[0].path
    newest.write_bytes(newest.read_bytes()[:-100])
    dialog = dialog_of(window)
    assert [dialog.model.cells(row)[5] for row in range(2)] == ["damaged", "verified"]
    assert not dialog.restore.isEnabled()
    assert "choose another" in dialog.meaning.text()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.restore.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.projects.project is not None


def test_that_a_damaged_project_is_offered_its_backups_when_it_is_opened(
    open_window, sample_project, qtbot, dialog_of
) -> None:
    with Project.open(sample_project) as project:
        backing_up.back_up(project)
    sample_project.write_bytes(b"\xff" * 9000)
    window = open_window(sample_project)
    dialog = dialog_of(window)
    assert "set aside" in dialog.meaning.text()
    restored(qtbot, window, dialog)
    assert window.sheet.open_report is not None
    assert check(window.projects.project.store) == []


def test_that_a_backup_of_another_project_is_restored_only_when_that_is_confirmed(
    open_window, sample_project, tmp_path, schema, qtbot, monkeypatch, dialog_of
) -> None:
    with Project.create(tmp_path / "other", schema=schema, author="an") as other:
        theirs = backing_up.back_up(other).path
    window = open_window(sample_project)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(theirs), ""))
    monkeypatch.setattr(QMessageBox, "exec", lambda box: 0)
    dialog_of(window).other.click()
    qtbot.waitUntil(lambda: "another project" in window.status.notice.text(), timeout=60_000)
    assert window.projects.project.report_ids()
    monkeypatch.setattr(QMessageBox, "clickedButton", confirmed)
    qtbot.waitUntil(lambda: not window.findChildren(BackupsDialog))
    dialog_of(window).other.click()
    qtbot.waitUntil(lambda: window.projects.project is not None and not window.jobs.running)
    assert window.projects.project.report_ids() == []


def confirmed(box: QMessageBox):
    return next(button for button in box.buttons() if "Restore" in button.text())


def test_that_a_full_disk_at_closing_keeps_nobody_in_the_window(
    open_window, sample_project, press, qtbot, monkeypatch
) -> None:
    def refuse(_):
        raise OSError(28, "No space left on device")

    window = open_window(sample_project)
    quiet(qtbot, window)
    press(window, "Enter")
    monkeypatch.setattr(backups, "digest_of", refuse)
    window.commands["project.close"].trigger()
    assert window.projects.project is None
    qtbot.waitUntil(lambda: "the disk is full" in window.status.notice.text())
    assert whys(sample_project) == []


@pytest.fixture
def bars(monkeypatch) -> list[QProgressDialog]:
    """Return the bars that were shown; the button of each is pressed as soon as it is."""
    shown = []

    def show(*given):
        shown.append(waiting_for(*given))
        QTimer.singleShot(0, shown[-1].findChild(QPushButton).click)
        return shown[-1]

    monkeypatch.setattr(waiting, "waiting_for", show)
    return shown


def test_that_the_window_goes_on_being_painted_while_a_backup_is_made_at_closing(
    open_window, sample_project, press, qtbot, monkeypatch, bars
) -> None:
    window = open_window(sample_project)
    quiet(qtbot, window)
    press(window, "Enter")
    painted, digest_of, seen = Event(), backups.digest_of, []

    def slow(path):
        seen.append(painted.wait(timeout=60))
        return digest_of(path)

    monkeypatch.setattr(backups, "digest_of", slow)
    # How long "soon" is on a busy machine is not what is asked here.
    monkeypatch.setattr(waiting, "_SHORT", 600_000)
    QTimer.singleShot(0, painted.set)
    window.close()
    assert seen, "the backup was made while the window waited"
    assert all(seen), "the window was painted before the backup was whole"
    assert bars == [], "a backup that is soon made needs no bar"
    assert whys(sample_project) == [Why.CLOSING]


def test_that_one_who_will_not_wait_for_a_backup_closes_without(
    open_window, sample_project, press, qtbot, monkeypatch, bars
) -> None:
    window = open_window(sample_project)
    quiet(qtbot, window)
    press(window, "Enter")
    copied = Event()

    def endless(part, connection, stopped):
        while not stopped():
            copied.wait(timeout=0.01)
        raise UserError("cancelled", "stopped")

    monkeypatch.setattr(backups, "copy_into", endless)
    monkeypatch.setattr(waiting, "_SHORT", 1)
    window.close()
    assert [bar.labelText() for bar in bars] == ["A backup of the project is being made…"]
    assert window.projects.project is None
    assert whys(sample_project) == []
    with Project.open(sample_project) as project:
        assert not project.read_only
        assert check(project.store) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_that_the_list_of_backups_never_scrolls_sideways_and_says_what_has_no_room(
    open_window, qtbot, percent
) -> None:
    set_text_scale(percent)
    try:
        at = datetime(2026, 11, 22, 19, 48, tzinfo=UTC)
        rows = [Backup(Path(f"{why}.backup"), n, at, why, 12_300_000, "0" * 32) for n, why in enumerate(Why)]
        dialog = BackupsDialog(open_window(), "samples", rows)
        for row in rows:
            dialog.show_looked(Looked(row, Contents("p", "c", "s", 1, 10, 1234, 56), True))
        dialog.show()
        dialog.resize(976, 652)
        table, model = dialog.table, dialog.model
        qtbot.waitUntil(lambda: table.viewport().width() > 900)
        assert table.horizontalScrollBar().maximum() == 0
        for row in range(len(rows)):
            table.selectRow(row)
            for column, cell in enumerate(model.cells(row)):
                needed = table.sizeHintForIndex(model.index(row, column)).width()
                is_whole = not table.isColumnHidden(column) and table.columnWidth(column) >= needed
                assert is_whole or cell in dialog.meaning.text()
    finally:
        set_text_scale(100)


def test_that_how_backups_are_made_is_chosen_in_the_settings(open_window, sample_project, tmp_path) -> None:
    window = open_window(sample_project)
    window.commands["window.settings"].trigger()
    page = window.findChild(SettingsDialog).backups
    page.minutes.setValue(0)
    page.closing.setChecked(False)
    page.recent.setValue(9)
    page.room.setValue(11)
    page.put_folder(str(tmp_path))
    assert wishes() == Wishes(0, False, str(tmp_path), 9, 11)
    assert page.minutes.text() == "never"
    page.beside.click()
    assert wishes().folder == ""
