"""The SQLite that Python brings is tried, not guessed at from its version."""

import sqlite3

from annotator.store import probe
from annotator.store.probe import sqlite_abilities


def test_that_the_sqlite_running_the_tests_can_hold_a_project():
    abilities = sqlite_abilities()
    assert abilities.version == sqlite3.sqlite_version
    assert abilities.lacks == ()


def test_that_what_sqlite_cannot_do_is_named(monkeypatch):
    monkeypatch.setitem(probe._NEEDS, "a wonder", "CREATE VIRTUAL TABLE wonder USING no_such_module (name)")
    assert sqlite_abilities().lacks == ("a wonder",)
