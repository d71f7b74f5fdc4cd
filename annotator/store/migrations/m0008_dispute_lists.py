"""Version 8: the disputes of a report as they were last found, so that the queue opens at once."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """CREATE TABLE dispute_lists(
  report INTEGER NOT NULL REFERENCES reports(id),
  machines INTEGER NOT NULL CHECK (machines IN (0, 1)),
  stamp TEXT NOT NULL,
  open INTEGER NOT NULL,
  content ANY NOT NULL,
  PRIMARY KEY (report, machines)
) STRICT, WITHOUT ROWID""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Make the table of lists of disputes; runs inside the caller's transaction."""
    for statement in _STATEMENTS:
        connection.execute(statement)
