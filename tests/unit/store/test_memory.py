"""Outcomes are counted with the edit that gave them, by author, and found by label and folded string."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import StaleEditError
from annotator.domain.history import Draft
from annotator.domain.memory import KEPT, REJECTED, Key, Lesson
from annotator.domain.spans import Span, State
from annotator.store import migrate
from annotator.store.authors import ensure_author
from annotator.store.journal import commit
from annotator.store.memory import contested, proposers, tallies

ORG = Key("ORG", "tỉnh ủy")


def learn(store, report, outcome, times, *, author="an"):
    ensure_author(store, author, kind="person")
    taught = (Lesson(ORG, outcome, times),)
    commit(store, [Draft(report.id, author, author, "b", Edit("accept"), taught=taught)], {})


def test_that_outcomes_are_counted_by_author_and_taken_back(store, report):
    for author in ("an", "an", "binh"):
        learn(store, report, REJECTED, 1, author=author)
    learn(store, report, KEPT, 1)
    tally = tallies(store, [ORG, Key("ORG", "khác")])[ORG]
    assert dict(tally.of(REJECTED)) == {"an": 2, "binh": 1}
    assert tally.verdict() == REJECTED
    learn(store, report, REJECTED, -2)
    assert dict(tallies(store, [ORG])[ORG].of(REJECTED)) == {"binh": 1}
    assert tallies(store, [ORG])[ORG].verdict() == KEPT


def test_that_what_was_only_kept_or_taken_back_is_not_contested(store, report):
    learn(store, report, KEPT, 1)
    assert contested(store) == set()
    learn(store, report, REJECTED, 1)
    assert contested(store) == {ORG}
    learn(store, report, REJECTED, -1)
    assert contested(store) == set()


def test_that_a_refused_step_teaches_nothing(store, report):
    stale = Edit("accept", Fragment((Span("x", 0, 3, "entity", "ORG", State.ACCEPTED),)))
    draft = Draft(report.id, "an", "an", "b", stale, taught=(Lesson(ORG, REJECTED, 1),))
    with pytest.raises(StaleEditError):
        commit(store, [draft], {})
    assert tallies(store, [ORG]) == {}


def test_that_only_candidates_nobody_answered_have_a_proposer(store, report):
    spans = tuple(Span(name, at, at + 3, "entity", "ORG") for at, name in enumerate("ab"))
    commit(store, [Draft(report.id, "rules", "rules", "b", Edit("extract", Fragment(), Fragment(spans)))], {})
    answered = Edit("reject", Fragment(), Fragment((spans[0].decided(State.REJECTED),)))
    commit(store, [Draft(report.id, "an", "an", "c", answered)], {})
    assert proposers(store, report.id, ["a", "b", "none"]) == {"b": "rules"}


def test_that_migrating_counts_the_rejections_there_are():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as old:
        db = Database(old)
        migrate.migrate(db, steps=migrate.MIGRATIONS[:3])
        old.execute("INSERT INTO authors VALUES (1, 'an', 'person', 'analyst')")
        old.execute(
            "INSERT INTO reports(id, report_id, name, title, date, source, characters, sha256, "
            "original_sha256, added_at) VALUES (1, 'r', 'r', '', '', '', 23, 's', '', '')"
        )
        old.execute("INSERT INTO texts(report, text) VALUES (1, 'Tỉnh ủy họp; TỈNH ỦY')")
        old.execute("INSERT INTO sets(id, report, author) VALUES (1, 1, 1)")
        old.execute(
            "INSERT INTO journal VALUES (1, 'e', 1, 1, 'd', 1, '', 'b', 'edit', 'reject', '{}', '{}', '[]', "
            "'', NULL, '')"
        )
        for name, start, state in (("a", 0, "rejected"), ("b", 13, "rejected"), ("c", 8, "accepted")):
            end = start + (7 if state == "rejected" else 3)
            row = ("entity", "ORG", state, "", None, "", "", "", 0, 1)
            old.execute(f"INSERT INTO spans VALUES (1, {', '.join('?' * 13)})", (name, start, end, *row))
        migrate.migrate(db)
        rows = old.execute("SELECT label, string, outcome, author, times FROM memory").fetchall()
    assert rows == [("ORG", "tỉnh ủy", "x", 1, 2)]
