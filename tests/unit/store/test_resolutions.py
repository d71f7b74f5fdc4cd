"""Resolutions on disk: by the journal's clock, never changed, read back as they were, and checked."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.disputes import Answer, Link, Resolution, Ruling, Statement
from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import StaleEditError, UserError
from annotator.domain.spans import Span
from annotator.store.connection import open_store
from annotator.store.integrity import check
from annotator.store.journal import Draft, commit
from annotator.store.resolutions import (
    keep_resolutions,
    last_resolution,
    packed_ruling,
    resolutions,
    unpacked_ruling,
)

NUMBERS = st.integers(0, 10**7)
WORDS = st.text(max_size=8)
LINKS = st.builds(Link, WORDS, WORDS, NUMBERS, NUMBERS, WORDS)
ATTRIBUTES = st.dictionaries(WORDS, WORDS, max_size=3).map(lambda held: tuple(sorted(held.items())))
STATEMENTS = st.builds(
    Statement, NUMBERS, NUMBERS, WORDS, WORDS, ATTRIBUTES, st.lists(LINKS, max_size=2).map(tuple), WORDS
)
RULINGS = st.builds(
    Ruling,
    WORDS,
    NUMBERS,
    NUMBERS,
    st.lists(STATEMENTS, max_size=40).map(tuple),
    st.lists(WORDS, max_size=3).map(tuple),
    WORDS,
)


def draft(report, dispute="d", answer=Answer.TAKE, **more):
    ruling = more.pop("ruling", Ruling("entity", 0, 7, (Statement(0, 7, "entity", "ORG", id="a"),)))
    return Resolution(
        "", report.id, more.pop("author", "an"), "", 0, "", "b", dispute, answer, ruling, **more
    )


@given(RULINGS)
def test_that_a_ruling_is_read_back_as_it_was(ruling):
    assert unpacked_ruling(packed_ruling(ruling)) == ruling


def test_that_resolutions_and_edits_share_one_clock(store, report):
    keep_resolutions(store, [draft(report), draft(report, "e")])
    edit = Edit("extract", Fragment(), Fragment((Span("a", 0, 7, "entity", "ORG"),)))
    (entry,) = commit(store, [Draft(report.id, "rules", "rules", "b1", edit)], {})
    (last,) = keep_resolutions(store, [draft(report, answer=Answer.REOPEN, ruling=Ruling())])
    assert [row.clock for row in resolutions(store, report.id)] == [1, 2, 4]
    assert (entry.clock, last.clock) == (3, 4)


def test_that_what_was_written_is_read_back_by_report_and_author_after_reopening(store, path, report):
    written = keep_resolutions(
        store, [draft(report, reason="vì", comment="xem"), draft(report, "", Answer.GOLD, ruling=Ruling())]
    )
    store.close()
    with open_store(path) as again:
        assert resolutions(again, report.id) == resolutions(again, author="an") == written
        assert resolutions(again, author="rules") == []
        assert last_resolution(again) == 2


def test_that_rows_are_neither_changed_nor_taken_away(store, report):
    keep_resolutions(store, [draft(report)])
    for statement in ("UPDATE resolutions SET reason = 'x'", "DELETE FROM resolutions"):
        with pytest.raises(sqlite3.IntegrityError):
            store.connection.execute(statement)


def test_that_all_are_written_or_none(store, report):
    for wrong, code in ((draft(report, author="nobody"), "unknown-author"),):
        with pytest.raises(UserError) as refused:
            keep_resolutions(store, [draft(report), wrong])
        assert refused.value.code == code
    with pytest.raises(StaleEditError):
        keep_resolutions(store, [draft(report)], last=7)
    assert resolutions(store) == []


def test_that_the_check_reads_every_resolution(store, report):
    (row,) = keep_resolutions(store, [draft(report)])
    keep_resolutions(store, [draft(report, action="undo", reverts=row.id)])
    assert check(store) == []
    keep_resolutions(store, [draft(report, action="undo", reverts="nothing")])
    assert {problem.code for problem in check(store)} == {"review"}


def test_that_the_check_finds_spans_of_a_review_behind_the_text(store, report):
    far = Ruling("entity", 0, 7, (Statement(0, len(report.text) + 1, "entity", "ORG", id="a"),))
    keep_resolutions(store, [draft(report, ruling=far)])
    assert {problem.code for problem in check(store)} == {"review"}


def test_that_the_check_finds_a_resolution_that_cannot_be_read(store, report):
    keep_resolutions(store, [draft(report)])
    store.connection.execute("DROP TRIGGER resolutions_keep_values")
    store.connection.execute("UPDATE resolutions SET content = '{\"spans\": [{}]}'")
    assert {problem.code for problem in check(store)} == {"journal", "row"}
