"""A project from elsewhere is read at once, checked meanwhile, and written only where it is sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from time import perf_counter

import pytest
from PySide6.QtWidgets import QLabel

from annotator.store import homes
from annotator.workspace.projects import Project


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """Return a function that makes this machine another one."""
    numbers = iter(range(100))

    def moved() -> None:
        machine = tmp_path / "machine-id"
        machine.write_text(f"machine{next(numbers)}")
        monkeypatch.setattr(homes, "_MACHINE", machine)

    return moved


def harm(path):
    """Give spans another label than the journal does, as somebody would who knows SQLite."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE spans SET label = 'LOC' WHERE label = 'PERSON'")


def test_that_a_project_from_elsewhere_opens_for_reading_and_is_writable_once_it_was_found_sound(
    open_window, qtbot, sample_project, elsewhere, press
):
    elsewhere()
    window = open_window()
    said: list[str] = []
    window.notices.refused.connect(said.append)
    window.notices.said.connect(said.append)
    window.projects.open_path(sample_project)
    assert window.projects.held.is_strange
    assert window.projects.held.read_only
    report = window.sheet.report.report_id
    qtbot.waitUntil(lambda: bool(said))
    assert "was not made here: it is being checked" in said[0]
    assert window.windowTitle() == "samples (read-only: being checked)"
    qtbot.waitUntil(lambda: not window.projects.held.read_only, timeout=20_000)
    assert window.windowTitle() == "samples"
    assert said[-1].endswith("is sound: it can be changed now")
    assert window.sheet.report.report_id == report
    before = window.sheet.report.view.counts.decided
    press(window, "Enter")
    assert window.sheet.report.view.counts.decided > before
    window.projects.close()
    window.projects.open_path(sample_project)
    assert not window.projects.held.read_only


def test_that_a_project_from_elsewhere_with_faults_stays_read_only_and_says_what_to_do(
    open_window, qtbot, sample_project, elsewhere
):
    elsewhere()
    harm(sample_project)
    content = sample_project.read_bytes()
    window = open_window(sample_project)
    qtbot.waitUntil(lambda: window.projects.strangers.told is not None, timeout=20_000)
    dialog = window.projects.strangers.told
    assert any("check --repair" in label.text() for label in dialog.findChildren(QLabel))
    assert "not what the journal says" in dialog.text.toPlainText()
    assert window.projects.held.read_only
    assert window.windowTitle() == "samples (read-only: it has faults)"
    window.commands["project.take"].trigger()
    assert window.projects.held.read_only
    window.projects.close()
    assert sample_project.read_bytes() == content


def test_that_closing_the_window_stops_the_check(open_window, sample_project, elsewhere, qapp):
    elsewhere()
    window = open_window(sample_project)
    qapp.processEvents()
    assert window.projects.strangers.job is not None
    began = perf_counter()
    window.projects.close()
    assert perf_counter() - began < 5
    assert window.projects.strangers.job is None
    with Project.open(sample_project) as project:
        assert project.is_strange


def test_that_copies_of_ones_own_projects_are_not_checked(open_window, sample_project):
    window = open_window(sample_project)
    assert not window.projects.held.read_only
    assert window.projects.strangers.job is None
