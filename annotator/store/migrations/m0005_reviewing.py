"""Version 5: who is to annotate which report, and what reviewers settled where sets differ."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """CREATE TABLE assignments(
  report INTEGER NOT NULL REFERENCES reports(id),
  author INTEGER NOT NULL REFERENCES authors(id),
  PRIMARY KEY (report, author)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX assignments_of_author ON assignments(author, report)",
    """CREATE TABLE resolutions(
  id INTEGER PRIMARY KEY,
  entry_id TEXT NOT NULL UNIQUE,
  report INTEGER NOT NULL REFERENCES reports(id),
  author INTEGER NOT NULL REFERENCES authors(id),
  device TEXT NOT NULL,
  clock INTEGER NOT NULL,
  at TEXT NOT NULL,
  batch TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('edit', 'undo', 'redo')),
  reverts TEXT NOT NULL,
  dispute TEXT NOT NULL,
  kind TEXT NOT NULL,
  content ANY NOT NULL,
  reason TEXT NOT NULL,
  comment TEXT NOT NULL
) STRICT""",
    "CREATE INDEX resolutions_of_report ON resolutions(report, clock, entry_id)",
    """CREATE TRIGGER resolutions_keep_rows BEFORE DELETE ON resolutions
BEGIN SELECT RAISE(ABORT, 'resolutions are append-only'); END""",
    """CREATE TRIGGER resolutions_keep_values BEFORE UPDATE ON resolutions
BEGIN SELECT RAISE(ABORT, 'resolutions are append-only'); END""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Make the tables of assignment and review; runs inside the caller's transaction."""
    for statement in _STATEMENTS:
        connection.execute(statement)
