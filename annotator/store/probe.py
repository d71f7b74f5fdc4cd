"""Ask the SQLite that Python brings whether it can hold a project."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass

# What a project file uses that a SQLite may have been built without, or may be too old for.
_NEEDS = {
    "STRICT tables": "CREATE TABLE strict_probe (name TEXT) STRICT",
    "full-text search (FTS5)": "CREATE VIRTUAL TABLE search_probe USING fts5 (name)",
}


@dataclass(frozen=True, slots=True)
class SqliteAbilities:
    """The version of SQLite in use and the names of what it lacks, none when a project can be kept."""

    version: str
    lacks: tuple[str, ...]


def sqlite_abilities() -> SqliteAbilities:
    """Return what the SQLite in use can do, tried out on a database in memory."""
    with closing(sqlite3.connect(":memory:")) as connection:
        lacks = tuple(name for name, statement in _NEEDS.items() if not _runs(connection, statement))
    return SqliteAbilities(sqlite3.sqlite_version, lacks)


def _runs(connection: sqlite3.Connection, statement: str) -> bool:
    """Tell whether SQLite carries out a statement."""
    try:
        connection.execute(statement)
    except sqlite3.OperationalError:
        return False
    return True
