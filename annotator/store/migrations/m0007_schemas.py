"""Version 7: every change of the project's schema, written down so that it can be taken back."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """CREATE TABLE schemas(
  id INTEGER PRIMARY KEY,
  entry_id TEXT NOT NULL UNIQUE,
  author INTEGER NOT NULL REFERENCES authors(id),
  device TEXT NOT NULL,
  clock INTEGER NOT NULL,
  at TEXT NOT NULL,
  batch TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('edit', 'undo', 'redo')),
  reverts TEXT NOT NULL,
  label TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT""",
    """CREATE TRIGGER schemas_keep_rows BEFORE DELETE ON schemas
BEGIN SELECT RAISE(ABORT, 'schemas are append-only'); END""",
    """CREATE TRIGGER schemas_keep_values BEFORE UPDATE ON schemas
BEGIN SELECT RAISE(ABORT, 'schemas are append-only'); END""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Make the table of schema changes; runs inside the caller's transaction."""
    for statement in _STATEMENTS:
        connection.execute(statement)
