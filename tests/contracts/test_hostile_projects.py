"""A project file made by somebody who means harm is refused, or read without doing any of it."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing

import pytest

from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.resources import default_schema
from annotator.store import limits
from annotator.store.connection import create_store, open_store
from annotator.store.integrity import check
from annotator.store.limits import inflated
from annotator.store.reports import add_report

WRITABLE = "PRAGMA writable_schema = ON"
TRIGGER = "CREATE TRIGGER {0} AFTER INSERT ON settings BEGIN DELETE FROM journal; END"
HOSTILE = {
    "a trigger": (TRIGGER.format("spy"),),
    "a trigger named nearly as SQLite names its own": (TRIGGER.format("sqlitexspy"),),
    "a trigger named as SQLite names its own": (
        TRIGGER.format("spy"),
        WRITABLE,
        "UPDATE sqlite_schema SET sql = replace(sql, 'spy', 'sqlite_spy') WHERE name = 'spy'",
        "UPDATE sqlite_schema SET name = 'sqlite_spy' WHERE name = 'spy'",
    ),
    "a view": ("CREATE VIEW spy AS SELECT load_extension('/tmp/spy.so')",),
    "a view in place of a table": (
        "DROP TABLE splits",
        "CREATE VIEW splits AS SELECT 1 AS report, 'dev' AS split",
    ),
    "an index on an expression": ("CREATE INDEX spy ON spans(lower(note))",),
    "an index of ours on something else": (
        "DROP INDEX journal_of_set",
        "CREATE INDEX journal_of_set ON journal(lower(label))",
    ),
    "a generated column": ("CREATE TABLE spy(a TEXT, b TEXT GENERATED ALWAYS AS (lower(a)))",),
    "a short generated column": ("CREATE TABLE spy(a TEXT, b AS (lower(a)))",),
    "a check": ("CREATE TABLE spy(a TEXT CHECK (lower(a) = a))",),
    "a collation": ("CREATE TABLE spy(a TEXT COLLATE NOCASE)",),
    "a default that is worked out": ("CREATE TABLE spy(a TEXT DEFAULT (randomblob(9)))",),
    "a virtual table": ("CREATE VIRTUAL TABLE spy USING fts5(a)",),
    "a table read from a file": ("CREATE VIRTUAL TABLE spy USING fts5(a, content='settings')",),
    "a column added to a table of ours": ("ALTER TABLE spans ADD COLUMN spy TEXT AS (lower(note))",),
    "a check added to a table of ours": (
        WRITABLE,
        "UPDATE sqlite_schema SET sql = replace(sql, 'note TEXT NOT NULL', 'note TEXT NOT NULL CHECK (1)') "
        "WHERE name = 'spans'",
    ),
    "a table of ours made loose": (
        WRITABLE,
        "UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'clock'",
    ),
    "another program's id": ("PRAGMA application_id = 77",),
    "a version that is none": ("PRAGMA user_version = -3",),
    "a version before the first": ("PRAGMA user_version = 0",),
    "a version it never had": ("PRAGMA user_version = 4",),
    "a version to come": ("PRAGMA user_version = 4000",),
}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "theirs.annotator"
    with create_store(path, schema=default_schema(), author="an") as store:
        add_report(store, Report("r", "Một báo cáo về ngân sách."))
    return path


def changed(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def code_of(path, **how):
    with pytest.raises(UserError) as caught:
        open_store(path, **how)
    assert "\n" not in caught.value.message
    return caught.value.code


@pytest.mark.parametrize("statements", HOSTILE.values(), ids=HOSTILE)
def test_that_what_we_never_make_is_refused_and_left_as_it_is(path, statements):
    changed(path, *statements)
    before = path.read_bytes()
    codes = {"foreign-objects", "not-a-project", "newer-version", "damaged-project"}
    assert code_of(path) in codes
    assert code_of(path, read_only=True) in codes
    assert path.read_bytes() == before


def test_that_names_of_strangers_cannot_write_to_a_terminal(path):
    changed(path, 'CREATE VIEW "spy\x1b[2J\n" AS SELECT 1')
    with pytest.raises(UserError) as caught:
        open_store(path)
    assert caught.value.message.isprintable()


def test_that_neither_the_schema_nor_extensions_are_trusted(path):
    with open_store(path) as store:
        assert store.rows("PRAGMA trusted_schema") == [(0,)]
        with pytest.raises(sqlite3.OperationalError, match="not authorized"):
            store.connection.execute("SELECT load_extension('spy')")


def test_that_a_value_larger_than_any_of_ours_is_refused(path, monkeypatch):
    monkeypatch.setattr(limits, "LONGEST", 1_000_000)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE texts SET text = printf('%.*c', ?, 'x')", (1_000_001,))
    with open_store(path, read_only=True) as store, pytest.raises(UserError) as caught:
        store.rows("SELECT text FROM texts")
    assert caught.value.code == "too-large"


def test_that_a_little_that_swells_to_much_is_refused():
    bomb = zlib.compress(b" " * 5_000_000)
    assert len(bomb) < 6000
    with pytest.raises(ValueError, match="too large"):
        inflated(bomb, longest=4_000_000)
    assert inflated(zlib.compress(b"xin")) == b"xin"


def test_that_what_is_nested_too_deeply_is_a_problem_and_no_crash(path):
    changed(path, "DROP TRIGGER journal_keeps_values", "PRAGMA user_version = 11")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO sets(id, report, author) VALUES (1, 1, 1)")
        connection.execute(
            "INSERT INTO journal "
            "VALUES (1, 'e', 1, 1, 'd', 1, '', 'b', 'edit', 'x', ?, '{}', '[]', '', 0, '', 0)",
            ("[" * 100_000,),
        )
        connection.execute(
            "CREATE TRIGGER journal_keeps_values BEFORE UPDATE ON journal\n"
            "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
        )
    with open_store(path, read_only=True) as store:
        assert {"journal", "row"} <= {problem.code for problem in check(store)}
