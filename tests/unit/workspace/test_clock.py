"""A clock that jumps back changes no order: the journal counts its rows; time spent has its own clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from annotator.domain.spans import State
from annotator.store import journal
from annotator.workspace import editing
from annotator.workspace.reading import OpenReport


@pytest.fixture
def clock(monkeypatch):
    """Give a function that sets the clock of the machine forward or back by days."""
    moment = [datetime(2026, 5, 1, tzinfo=UTC)]

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return moment[0]

    monkeypatch.setattr(journal, "datetime", Clock)

    def jump(days):
        moment[0] += timedelta(days=days)

    return jump


def test_that_undo_takes_back_what_was_done_last_whatever_the_clock_says(opened, clock):
    opened.commit(editing.accept(opened.desk, ["org"]))
    clock(-400)
    opened.commit(editing.reject(opened.desk, ["money"]))
    opened.undo()
    assert opened.view.get("org").state is State.ACCEPTED
    assert opened.view.get("money").state is State.CANDIDATE


def test_that_the_journal_stays_in_order_over_a_restart(opened, clock, report):
    for days, span_id in ((0, "org"), (-30, "date"), (-30, "percent"), (90, "person")):
        clock(days)
        opened.commit(editing.accept(opened.desk, [span_id]))
    project = opened.project
    rows = [each for each in journal.entries(project.store, report.id) if each.author == project.author]
    assert [each.edit.after.spans[0].id for each in rows] == ["org", "date", "percent", "person"]
    assert [each.clock for each in rows] == sorted({each.clock for each in rows})
    again = OpenReport(project, report.id)
    for span_id in ("person", "percent", "date", "org"):
        assert again.view.get(span_id).state is State.ACCEPTED
        again.undo()
        assert again.view.get(span_id).state is State.CANDIDATE


def test_that_time_spent_never_runs_backwards(filled, report, clock):
    seconds = iter([100.0, 103.0, 104.0, 109.0])
    opened = OpenReport(filled, report.id, clock=lambda: next(seconds, 110.0))
    for span_id in ("org", "date", "percent"):
        clock(-10)
        opened.commit(editing.accept(opened.desk, [span_id]))
    rows = [each for each in journal.entries(filled.store, report.id) if each.author == filled.author]
    assert all(each.seconds >= 0 for each in rows)
    assert sum(each.seconds for each in rows) == pytest.approx(9.0, abs=1.0)
