"""Deciding about thousands of candidates at once takes work in proportion to how many they are."""

from __future__ import annotations

import sys

from annotator.domain.reports import Report
from annotator.domain.sets import AnnotationSet, set_of
from annotator.domain.spans import Span
from annotator.domain.views import View
from annotator.resources import default_schema
from annotator.workspace import editing
from annotator.workspace.editing import Desk


def work_of_accepting(count: int) -> int:
    """Return how many functions are called to accept so many candidates and to show them accepted."""
    report = Report("r", "Mùa " * count)
    spans = [Span(f"c{at}", 4 * at, 4 * at + 3, "entity", "PERSON") for at in range(count)]
    view = View(set_of(report.id, "rules", spans), AnnotationSet(report.id, "an"), threshold=0.5)
    desk = Desk(report, default_schema(), view, lambda *_: {})
    calls = 0

    def called(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(called)
    try:
        view.apply(editing.accept(desk, [span.id for span in spans]))
    finally:
        sys.setprofile(None)
    assert view.counts.decided == count
    return calls


def test_that_accepting_ten_times_as_many_takes_ten_times_the_work() -> None:
    assert work_of_accepting(1000) < 11 * work_of_accepting(100)
