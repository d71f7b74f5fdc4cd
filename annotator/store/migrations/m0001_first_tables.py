"""Version 1: settings, authors, reports with their texts, the journal, the current sets, the counts."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """CREATE TABLE settings(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE clock(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  value INTEGER NOT NULL
) STRICT""",
    "INSERT INTO clock VALUES (1, 0)",
    """CREATE TABLE authors(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'extractor', 'model')),
  role TEXT NOT NULL CHECK (role IN ('analyst', 'reviewer'))
) STRICT""",
    """CREATE TABLE reports(
  id INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  source TEXT NOT NULL,
  characters INTEGER NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  original_sha256 TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE texts(
  report INTEGER PRIMARY KEY REFERENCES reports(id),
  text TEXT NOT NULL
) STRICT""",
    """CREATE TABLE sections(
  report INTEGER NOT NULL REFERENCES reports(id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (report, position),
  CHECK (0 <= start AND start < "end")
) STRICT, WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE report_search USING fts5(
  folded, content='', tokenize='unicode61 remove_diacritics 0'
)""",
    """CREATE TABLE sets(
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports(id),
  author INTEGER NOT NULL REFERENCES authors(id),
  finished INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1)),
  seconds REAL NOT NULL DEFAULT 0,
  UNIQUE (report, author)
) STRICT""",
    "CREATE INDEX sets_of_author ON sets(author, report, finished, seconds)",
    """CREATE TABLE journal(
  id INTEGER PRIMARY KEY,
  entry_id TEXT NOT NULL UNIQUE,
  set_id INTEGER NOT NULL REFERENCES sets(id),
  author INTEGER NOT NULL REFERENCES authors(id),
  device TEXT NOT NULL,
  clock INTEGER NOT NULL,
  at TEXT NOT NULL,
  batch TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('edit', 'undo', 'redo')),
  label TEXT NOT NULL,
  before ANY NOT NULL,
  after ANY NOT NULL,
  answers TEXT NOT NULL,
  reverts TEXT NOT NULL,
  seconds REAL,
  reason TEXT NOT NULL
) STRICT""",
    "CREATE INDEX journal_of_set ON journal(set_id, clock)",
    """CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_keeps_values BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TABLE spans(
  set_id INTEGER NOT NULL REFERENCES sets(id),
  span_id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  layer TEXT NOT NULL,
  label TEXT NOT NULL,
  state TEXT NOT NULL,
  attributes TEXT NOT NULL,
  score REAL,
  extractor TEXT NOT NULL,
  evidence TEXT NOT NULL,
  note TEXT NOT NULL,
  flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
  entry INTEGER NOT NULL REFERENCES journal(id),
  PRIMARY KEY (set_id, span_id),
  CHECK (0 <= start AND start < "end")
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX spans_rejected ON spans(set_id) WHERE state = 'rejected'",
    """CREATE TABLE relations(
  set_id INTEGER NOT NULL REFERENCES sets(id),
  label TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  entry INTEGER NOT NULL REFERENCES journal(id),
  PRIMARY KEY (set_id, source, label, target)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE counts(
  author TEXT NOT NULL,
  report INTEGER NOT NULL REFERENCES reports(id),
  open INTEGER NOT NULL,
  decided INTEGER NOT NULL,
  figures INTEGER NOT NULL,
  flagged INTEGER NOT NULL,
  PRIMARY KEY (author, report)
) STRICT, WITHOUT ROWID""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Make every table of a new project; runs inside the caller's transaction."""
    for statement in _STATEMENTS:
        connection.execute(statement)
