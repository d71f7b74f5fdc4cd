"""Version 6: what a report's own file says of it, such as its author, and where its pages begin."""

from __future__ import annotations

import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    """Make the tables of metadata and of pages; runs inside the caller's transaction."""
    connection.execute(
        "CREATE TABLE metadata("
        "report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE, "
        "name TEXT NOT NULL, "
        "value TEXT NOT NULL, "
        "PRIMARY KEY (report, name)) STRICT, WITHOUT ROWID"
    )
    connection.execute(
        "CREATE TABLE pages("
        "report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE, "
        "number INTEGER NOT NULL CHECK (number >= 1), "
        "start INTEGER NOT NULL CHECK (start >= 0), "
        "PRIMARY KEY (report, number)) STRICT, WITHOUT ROWID"
    )
