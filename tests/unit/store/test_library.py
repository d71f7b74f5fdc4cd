"""The library is read whole, or only what was added or worked on since a mark."""

from __future__ import annotations

import pytest

from annotator.domain.edits import Edit, Fragment
from annotator.domain.history import Draft
from annotator.domain.progress import Counts, Mark
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.store.journal import commit
from annotator.store.reports import add_report, library_mark, report_row, report_rows, rows_since


@pytest.fixture
def reports(store):
    made = [Report(f"r{number}", f"Báo cáo số {number}: đạt 5%.") for number in range(4)]
    for report in made:
        add_report(store, report)
    return [row.id for row in report_rows(store, "an")]


def decide(store, report_id, author="an"):
    span = Span("s", 0, 3, "entity", "ORG", State.DRAWN)
    draft = Draft(report_id, author, "an", "b", Edit("add", Fragment(), Fragment((span,))))
    commit(store, [draft], {(report_id, "an"): Counts(0, 1)})


def test_that_from_the_beginning_every_row_comes(store, reports):
    assert rows_since(store, "an", Mark()) == report_rows(store, "an")
    assert [row.id for row in rows_since(store, "an", Mark(), most=2)] == reports[:2]


def test_that_nothing_comes_when_nothing_was_done(store, reports):
    assert rows_since(store, "an", library_mark(store)) == []


def test_that_only_what_was_worked_on_or_added_since_comes(store, reports):
    decide(store, reports[1])
    mark = library_mark(store)
    decide(store, reports[3])
    add_report(store, Report("new", "Một báo cáo mới."))
    new = rows_since(store, "an", mark)
    assert [row.name for row in new] == ["r2", "new"]
    assert new[0] == report_row(store, reports[3], "an")


def test_that_work_of_extractors_counts_too(store, reports):
    mark = library_mark(store)
    decide(store, reports[2], author="rules")
    assert [row.id for row in rows_since(store, "an", mark)] == [reports[2]]
