"""Version 9: journal entries that did not fit as they stand after merging, with what they changed."""

from __future__ import annotations

import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    """Make the table of entries not applied as they stand; runs inside the caller's transaction."""
    connection.execute(
        """CREATE TABLE partly_applied(
  entry INTEGER PRIMARY KEY REFERENCES journal(id),
  before ANY NOT NULL,
  after ANY NOT NULL,
  refused TEXT NOT NULL
) STRICT"""
    )
