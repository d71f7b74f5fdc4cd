"""A step over very many spans is written behind the page: keys wait for it, and are told so."""

from __future__ import annotations

import pytest

from annotator.domain.errors import UserError
from annotator.domain.spans import State
from annotator.ui.reading import behind
from annotator.ui.reading import sheet as sheets
from annotator.workspace import editing
from annotator.workspace.finishing import finish_all


@pytest.fixture
def window(open_window, sample_project, monkeypatch):
    """Open a window in which two spans are very many."""
    monkeypatch.setattr(sheets, "LARGE", 2)
    return open_window(sample_project)


def open_ids(window):
    return [span.id for span in window.sheet.report.view if span.state is State.CANDIDATE]


def stored(window):
    return dict(window.projects.project.decisions(window.sheet.report.report_id).spans)


def landed(window):
    return not window.sheet.behind.is_busy


def accept_all(window):
    report = window.sheet.report
    ids = [span.id for span in editing.open_candidates(report.desk)]
    window.sheet.put_large(lambda held: held.commit(editing.accept(held.desk, ids)), len(ids), print)
    return ids


def test_that_a_large_step_is_shown_once_it_is_on_disk_and_can_be_taken_back(window, qtbot, press) -> None:
    before = [window.sheet.report.view.get(span_id) for span_id in open_ids(window)]
    ids = accept_all(window)
    qtbot.waitUntil(lambda: landed(window))
    assert all(stored(window)[span_id].state is State.ACCEPTED for span_id in ids)
    assert all(window.page.placing.get(span_id).state is State.ACCEPTED for span_id in ids)
    assert window.status.notice.text() == f"accepted: {len(ids)} spans"
    press(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: landed(window))
    assert stored(window) == {}
    assert [window.sheet.report.view.get(span.id) for span in before] == before
    press(window, "Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: landed(window))
    assert stored(window).keys() == set(ids)


def test_that_a_key_pressed_meanwhile_changes_nothing_and_says_so(window, qtbot, press) -> None:
    first = window.sheet.current
    with window.projects.project.store.writing():  # the step has to wait for its turn
        ids = accept_all(window)
        press(window, "Delete")
        assert "still being written" in window.status.notice.text()
        assert window.sheet.report.view.get(first.id) == first
        press(window, "Tab")
        assert window.sheet.current.id != first.id
    qtbot.waitUntil(lambda: landed(window))
    assert stored(window)[first.id].state is State.ACCEPTED
    assert stored(window).keys() == set(ids)
    press(window, "Delete")
    assert stored(window)[window.sheet.report.history()[-1].answers[0]].state is State.REJECTED


def test_that_a_report_opened_meanwhile_stays_on_the_page(window, qtbot) -> None:
    here = window.sheet.report.report_id
    with window.projects.project.store.writing():
        ids = accept_all(window)
        window.open_report(window.library.beside(here, 1))
    other = window.sheet.report.report_id
    qtbot.waitUntil(lambda: landed(window))
    assert window.sheet.report.report_id == other != here
    assert window.projects.project.decisions(here).spans.keys() == set(ids)
    window.following.now()
    row = next(row for row in window.library.model.rows() if row.id == here)
    assert row.counts.decided == len(ids)


def test_that_a_large_step_that_is_refused_changes_nothing(window, qtbot) -> None:
    def refused(_):
        raise UserError("no-label", "no label was given last; press the key of a label")

    before, told = list(window.sheet.report.view), []
    window.sheet.put_large(refused, 5, told.append)
    qtbot.waitUntil(lambda: landed(window))
    assert told == [None]
    assert "no label was given last" in window.status.notice.text()
    assert list(window.sheet.report.view) == before


def test_that_closing_the_project_waits_for_a_large_step(window, sample_project, qtbot) -> None:
    here = window.sheet.report.report_id
    ids = accept_all(window)
    window.projects.close()
    qtbot.waitUntil(lambda: landed(window))
    window.projects.open_path(sample_project)
    assert window.projects.project.decisions(here).spans.keys() == set(ids)


def test_that_a_step_over_several_reports_lands_in_all_of_them_and_goes_back(
    window, qtbot, press, monkeypatch
) -> None:
    monkeypatch.setattr(behind, "FEW", 1)
    ids, told = window.projects.project.report_ids()[:2], []

    def finish(project, opened, tell, stopped):
        return finish_all(project, ids, leftovers="accept", opened=opened)

    def finished():
        return [bool(window.projects.project.decisions(report_id).finished) for report_id in ids]

    window.open_report(ids[0])
    window.bulk.run("finishing", len(ids), finish, lambda: told.append(finished()))
    assert window.sheet.behind.is_busy
    qtbot.waitUntil(lambda: landed(window))
    assert told == [[True, True]]
    assert window.sheet.report.view.finished
    press(window, "Ctrl+Z")
    assert window.sheet.behind.is_busy
    qtbot.waitUntil(lambda: landed(window))
    assert finished() == [False, False]
    assert not window.sheet.report.view.finished


def test_that_a_history_read_meanwhile_has_the_step_once_it_has_landed(window, qtbot) -> None:
    with window.projects.project.store.writing():
        accept_all(window)
        assert window.sheet.report.history() == []
    qtbot.waitUntil(lambda: landed(window))
    assert [entry.edit.label for entry in window.sheet.report.history()] == ["accept"]
