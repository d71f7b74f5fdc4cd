"""Version 4: what people made of candidates of the same string, counted as they decide."""

from __future__ import annotations

import sqlite3

from annotator.text.words import fold


def migrate(connection: sqlite3.Connection) -> None:
    """Make the table and count the rejections there are; runs inside the caller's transaction."""
    connection.execute(
        """CREATE TABLE memory(
  label TEXT NOT NULL,
  string TEXT NOT NULL,
  outcome TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES authors(id),
  times INTEGER NOT NULL,
  PRIMARY KEY (label, string, outcome, author)
) STRICT, WITHOUT ROWID"""
    )
    connection.execute(
        "CREATE INDEX memory_contested ON memory(label, string) WHERE outcome <> '' AND times > 0"
    )
    rows = connection.execute(
        'SELECT sets.report, sets.author, label, start, "end" FROM spans JOIN sets ON sets.id = set_id '
        "WHERE state = 'rejected' ORDER BY sets.report"
    ).fetchall()
    held, text = None, ""
    for report, author, label, start, end in rows:
        if report != held:
            held = report
            ((text,),) = connection.execute("SELECT text FROM texts WHERE report = ?", (report,))
        connection.execute(
            "INSERT INTO memory VALUES (?, ?, 'x', ?, 1) ON CONFLICT DO UPDATE SET times = times + 1",
            (label, fold(text[start:end]), author),
        )
