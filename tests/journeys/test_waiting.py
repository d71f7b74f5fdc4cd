"""A report without candidates gets them while one looks at it, whatever else the program is doing."""

from __future__ import annotations

import pytest

from annotator.domain.spans import State
from annotator.workspace import editing
from annotator.workspace.adding import add_paths
from annotator.workspace.extracting import unextracted
from annotator.workspace.reading import OpenReport


@pytest.fixture
def window(open_window, samples, tmp_path):
    """Return a window on a project of reports that nobody has extracted, none of them open yet."""
    window = open_window()
    window.projects.create_path(tmp_path / "new")
    add_paths(window.projects.project, samples)
    return window


def waited(qtbot, window):
    """Wait until the report on the page has its candidates."""
    qtbot.waitUntil(lambda: window.sheet.open_report.view.counts.left > 0, timeout=60_000)


def test_that_opening_a_report_without_candidates_finds_them_and_nothing_else(window, qtbot, samples):
    window.projects.rows_changed.emit()
    assert window.sheet.open_report.view.counts.left == 0
    assert window.status.notice.text() == "finding candidates…"
    waited(qtbot, window)
    assert window.sheet.current.state is State.CANDIDATE
    assert "candidates found" in window.status.notice.text()
    assert len(unextracted(window.projects.project)) == len(samples) - 1
    row = window.projects.project.row(window.sheet.report.report_id)
    assert row in window.library.model.rows()


def test_that_the_first_candidate_comes_from_the_worker_that_stands_ready(window, qtbot, new_processes):
    window.projects.rows_changed.emit()
    waited(qtbot, window)
    second = window.library.model.rows()[1].id
    standing = new_processes()
    window.open_report(second)
    waited(qtbot, window)
    assert window.sheet.current is not None
    assert new_processes() == standing


def test_that_what_was_chosen_while_candidates_were_sought_stays_chosen(window, qtbot):
    window.projects.rows_changed.emit()
    window.page.select(3, 9)
    waited(qtbot, window)
    assert window.page.selection == (3, 9)
    assert window.sheet.current is None


def test_that_the_report_one_went_on_to_gets_its_candidates_too(window, qtbot):
    window.projects.rows_changed.emit()
    last = window.library.model.rows()[-1].id
    window.open_report(last)
    waited(qtbot, window)
    assert window.sheet.report.report_id == last
    assert window.sheet.current is not None


def test_that_a_finished_report_is_left_alone(window, qtbot):
    project = window.projects.project
    first = project.report_ids()[0]
    done = OpenReport(project, first)
    done.commit(editing.finish(done.desk, leftovers="accept"))
    window.open_report(first)
    assert window.status.notice.text() != "finding candidates…"
    window.open_report(project.report_ids()[1])
    waited(qtbot, window)
    assert first in unextracted(project)


def test_that_closing_the_project_ends_the_worker(new_processes, window):
    window.projects.rows_changed.emit()
    window.projects.close()
    assert new_processes() == []


def test_that_the_first_of_many_reports_can_be_worked_on_while_the_others_are_found(
    open_window, qtbot, samples, tmp_path, press
):
    window = open_window()
    window.projects.create_path(tmp_path / "many")
    folder = tmp_path / "in"
    folder.mkdir()
    text = samples[1].read_text(encoding="utf-8")
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"Báo cáo số {number}\n{text}", encoding="utf-8")
    window.projects.add([folder])
    qtbot.waitUntil(lambda: window.sheet.current is not None, timeout=60_000)
    assert len(unextracted(window.projects.project)) > 10
    first = window.sheet.current
    press(window, "Enter")
    # Between adding and extracting nothing runs for a moment.
    qtbot.waitUntil(lambda: not unextracted(window.projects.project), timeout=60_000)
    qtbot.waitUntil(lambda: window.jobs.running is None, timeout=60_000)
    assert window.sheet.report.view.get(first.id).state is State.ACCEPTED
