"""Every broken promise of a project is found, told without report text, and mended where that can be."""

import json
import sqlite3
from contextlib import closing

import pytest

from annotator.domain.edits import Edit, Fragment
from annotator.domain.progress import Counts
from annotator.domain.relations import Relation
from annotator.domain.spans import Span, State
from annotator.store.connection import open_store
from annotator.store.integrity import check
from annotator.store.journal import Draft, commit
from annotator.store.repairs import repair
from annotator.store.reports import search_reports
from annotator.store.sets import load_set

CANDIDATES = (
    Span("a", 0, 7, "entity", "ORG", score=0.9),
    Span("b", 8, 16, "entity", "LOC", score=0.9),
    Span("c", 22, 35, "figure", "INDICATOR", score=0.3),
)
LINK = Relation("measures", "b", "c")


@pytest.fixture
def worked(store, report):
    """Give a project in which an analyst has accepted one of three candidates."""
    extracted = Edit("extract", Fragment(), Fragment(CANDIDATES, frozenset({LINK})))
    accepted = Edit(
        "accept", Fragment(), Fragment((CANDIDATES[0].decided(State.ACCEPTED),), frozenset({LINK}))
    )
    commit(store, [Draft(report.id, "rules", "rules", "b1", extracted)], {(report.id, ""): Counts(2, 0, 1)})
    commit(store, [Draft(report.id, "an", "an", "b2", accepted)], {(report.id, "an"): Counts(1, 1, 1)})
    return store


def harm(store, *statements):
    connection = store.db.conn
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DROP TRIGGER journal_keeps_rows")
    connection.execute("DROP TRIGGER journal_keeps_values")
    for statement in statements:
        connection.execute(statement)


def codes(problems):
    return {problem.code for problem in problems}


def test_that_a_sound_project_has_no_problems(worked):
    assert check(worked) == []


def test_that_a_project_can_be_checked_while_somebody_works_in_it(worked):
    with open_store(worked.path) as second:
        assert second.read_only
        assert check(second) == []


HARMS = {
    "text": "UPDATE texts SET text = replace(text, 'Lai', 'Lao')",
    "links": "UPDATE spans SET entry = 99",
    "section": 'UPDATE sections SET "end" = 99999',
    "span": "UPDATE spans SET \"end\" = 99999 WHERE span_id = 'b'",
    "relation": "UPDATE relations SET target = 'zzz'",
    "replay": "UPDATE spans SET label = 'DATE' WHERE state = 'accepted'",
    "counts": "UPDATE counts SET open = 77 WHERE author = 'an'",
    "clock": "UPDATE clock SET value = 0",
    "search": "INSERT INTO report_search(report_search) VALUES ('delete-all')",
    "journal": "UPDATE journal SET before = after WHERE label = 'extract'",
}


@pytest.mark.parametrize("code", HARMS)
def test_that_harm_of_each_kind_is_found(worked, report, code):
    harm(worked, HARMS[code])
    problems = check(worked)
    assert code in codes(problems)
    assert all("\n" not in str(problem) and "Lai Châu" not in str(problem) for problem in problems)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET after = x'00ff' WHERE label = 'extract'",
        "UPDATE journal SET after = '{\"spans\":[{}]}' WHERE label = 'extract'",
        "UPDATE journal SET before = 'not json' WHERE label = 'accept'",
        "UPDATE spans SET state = 'unheard of'",
        "UPDATE spans SET attributes = '{'",
    ],
)
def test_that_rows_that_cannot_be_read_are_a_problem_and_no_crash(worked, statement):
    harm(worked, statement)
    assert "journal" in codes(check(worked))


def test_that_a_finished_flag_the_journal_does_not_know_is_found(worked):
    harm(worked, "UPDATE sets SET finished = 1")
    assert "replay" in codes(check(worked))


def test_that_a_row_ascribed_to_another_entry_is_found(worked):
    harm(worked, "UPDATE spans SET entry = 1")
    assert "replay" in codes(check(worked))


def test_that_a_damaged_file_is_said_to_be_damaged(worked, report, path):
    many = tuple(Span(f"m{n}", n, n + 1, "entity", "ORG", note="x" * 90) for n in range(100))
    commit(worked, [Draft(report.id, "an", "an", "b9", Edit("add", Fragment(), Fragment(many)))], {})
    ((page,),) = worked.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'spans'")
    worked.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 + 2 : (page - 1) * 4096 + 60] = b"\xff" * 58
    path.write_bytes(data)
    with open_store(path) as again:
        assert codes(check(again)) == {"file"}


def mendable_rows(connection):
    """Return the rows that a repair may write anew."""
    tables = ("spans", "relations", "counts", "clock", "report_search_data")
    return [connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables]


@pytest.mark.parametrize("code", ["replay", "counts", "clock", "search"])
def test_that_what_the_journal_and_texts_tell_is_mended_after_a_backup(worked, report, code):
    before = load_set(worked, report.id, "an"), load_set(worked, report.id, "rules")
    harm(worked, HARMS[code])
    harmed = mendable_rows(worked.connection)
    done = repair(worked)
    assert mendable_rows(worked.connection) != harmed
    assert code in codes(done.mended)
    assert done.left == ()
    assert check(worked) == []
    assert (load_set(worked, report.id, "an"), load_set(worked, report.id, "rules")) == before
    assert search_reports(worked, "ngan sach") == [report.id]
    with closing(sqlite3.connect(done.backup)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert mendable_rows(copy) == harmed
    assert done.backup.stat().st_mode & 0o777 == 0o600


def test_that_lost_rows_come_back_from_the_journal(worked, report):
    before = load_set(worked, report.id, "an"), load_set(worked, report.id, "rules")
    harm(worked, "DELETE FROM spans", "DELETE FROM relations", "DELETE FROM counts")
    assert repair(worked).left == ()
    assert (load_set(worked, report.id, "an"), load_set(worked, report.id, "rules")) == before


def test_that_what_cannot_be_mended_is_left_and_told(worked):
    harm(worked, HARMS["text"], HARMS["counts"])
    done = repair(worked)
    assert codes(done.mended) == {"counts"}
    assert codes(done.left) == {"text", "search"}


def test_that_decisions_whose_journal_rows_are_lost_are_not_mended_away(worked, report):
    harm(worked, "DELETE FROM journal WHERE label = 'accept'")
    assert {"links", "replay"} <= codes(repair(worked).left)
    assert load_set(worked, report.id, "an").spans["a"].is_standing


def test_that_a_sound_project_is_not_touched_by_a_repair(worked, path):
    assert repair(worked).backup is None
    assert not list(path.parent.rglob("*.backup"))


def test_that_payloads_can_be_read_by_any_json_reader(worked):
    ((after,),) = worked.rows("SELECT after FROM journal WHERE label = 'accept'")
    assert json.loads(after)["spans"][0]["id"] == "a"
