"""Version 10: the split each report was given, so that it keeps it in every later export."""

from __future__ import annotations

import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    """Make the table of splits; runs inside the caller's transaction."""
    connection.execute(
        """CREATE TABLE splits(
  report INTEGER PRIMARY KEY REFERENCES reports(id),
  split TEXT NOT NULL CHECK (split IN ('train', 'dev', 'test'))
) STRICT"""
    )
