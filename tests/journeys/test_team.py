"""A team: people, assigned reports, work bundled and brought together, all from the window."""

from __future__ import annotations

import shutil

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QPushButton

from annotator.store.integrity import check
from annotator.ui.dialogs.reading import TextDialog
from annotator.ui.team.assigning import AssignDialog
from annotator.ui.team.people import PeopleDialog
from annotator.workspace import editing
from annotator.workspace.assigning import add_member, members
from annotator.workspace.blinding import is_blind
from annotator.workspace.bundling import bundle
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport


def ended(qtbot, window):
    qtbot.waitUntil(lambda: window.jobs.running is None, timeout=60_000)


def dialog_of(window, kind):
    return next(each for each in window.findChildren(kind) if each.isVisible())


def colleague(path, folder, name):
    """Let a colleague accept what the first report proposes, in a copy of their own; return their bundle."""
    copy = shutil.copy(path, folder / f"{name}.annotator")
    with Project.for_writing(copy, author=name) as project:
        opened = OpenReport(project, project.report_ids()[0])
        opened.commit(editing.finish(opened.desk, leftovers="accept"))
        return bundle(project, folder / f"{name}.bundle", author=name).path


def test_that_people_are_added_and_made_reviewers_and_hidden_from_each_other(
    open_window, sample_project, qtbot
):
    window = open_window(sample_project)
    window.commands["project.people"].trigger()
    dialog = dialog_of(window, PeopleDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.name.hasFocus)
    QTest.keyClicks(dialog.name, "binh")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    box = dialog.table.cellWidget(1, 1)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    dialog.blind.click()
    project = window.projects.project
    assert [(m.name, m.role) for m in members(project) if m.kind == "person"] == [("an", "analyst")]
    assert is_blind(project.store)
    dialog.blind.click()
    assert [(m.name, m.role) for m in members(project) if m.kind == "person"] == [
        ("an", "analyst"),
        ("binh", "reviewer"),
    ]
    assert dialog.table.rowCount() == 3


def test_that_selected_reports_are_assigned_or_shared_out(open_window, sample_project):
    with Project.for_writing(sample_project, author="an") as project:
        add_member(project, "binh")
    window = open_window(sample_project)
    window.library.list.selectAll()
    window.commands["selected.assign"].trigger()
    dialog = dialog_of(window, AssignDialog)
    dialog.people["an"].click()
    dialog.count.setValue(2)
    assert not dialog.ok.isEnabled()
    dialog.people["binh"].click()
    dialog.count.setValue(1)
    dialog.ok.click()
    assert sorted(row.assignees for row in window.library.model.rows()) == [("an",)] * 3 + [("binh",)] * 3
    window.library.list.selectAll()
    window.commands["selected.assign"].trigger()
    dialog = dialog_of(window, AssignDialog)
    dialog.people["binh"].click()
    dialog.ok.click()
    assert {row.assignees for row in window.library.model.rows()} == {("an",)}


def test_that_nothing_is_assigned_while_no_report_is_selected(open_window, sample_project):
    window = open_window(sample_project)
    window.library.list.clearSelection()
    window.commands["selected.assign"].trigger()
    assert "no report is selected" in window.status.notice.text()


def test_that_work_is_bundled_and_a_colleagues_brought_in(
    open_window, sample_project, tmp_path, monkeypatch, qtbot, press
):
    theirs = colleague(sample_project, tmp_path, "binh")
    window = open_window(sample_project)
    press(window, "Enter")
    own = tmp_path / "own.bundle"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(own), ""))
    window.commands["project.bundle"].trigger()
    ended(qtbot, window)
    assert own.exists()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(theirs)], ""))
    window.commands["project.merge"].trigger()
    ended(qtbot, window)
    told = dialog_of(window, TextDialog)
    assert "1 steps and 0 resolutions came, in 1 reports" in window.status.notice.text()
    assert told.text.toPlainText() == ""
    told.reject()
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in window.findChildren(QProgressDialog)))
    project = window.projects.project
    assert project.decisions(project.report_ids()[0], "binh").finished
    press(window, "Ctrl+Z")
    assert check(project.store) == []


def test_that_a_file_that_cannot_be_merged_is_refused_in_one_line(
    open_window, sample_project, tmp_path, monkeypatch, qtbot
):
    broken = colleague(sample_project, tmp_path, "binh")
    broken.write_bytes(broken.read_bytes()[:-9])
    window = open_window(sample_project)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(broken)], ""))
    window.commands["project.merge"].trigger()
    ended(qtbot, window)
    assert "binh.bundle is cut off or was changed" in window.status.notice.text()


def test_that_a_merge_can_be_cancelled_and_none_begins_while_something_else_runs(
    open_window, sample_project, tmp_path, qtbot
):
    theirs = colleague(sample_project, tmp_path, "binh")
    window = open_window(sample_project)
    with window.projects.project.store.writing():  # the merge waits for this to end
        window.team.merge([theirs])
        dialog_of(window, QProgressDialog).findChild(QPushButton).click()
        window.notices.guarded(window.team.merge)([theirs])
        assert "something else is running" in window.status.notice.text()
    ended(qtbot, window)
    assert "merging was stopped; nothing was changed" in window.status.notice.text()
    project = window.projects.project
    assert not project.decisions(project.report_ids()[0], "binh").spans
    qtbot.waitUntil(lambda: not window.findChildren(QProgressDialog))
