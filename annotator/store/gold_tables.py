"""The tables of a gold file, its views, and its full-text index."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import chain
from typing import Any

FIGURE_COLUMNS = (
    "value",
    "value_max",
    "total",
    "unit",
    "per",
    "qualifier",
    "direction",
    "basis",
    "status",
    "ambiguous",
)
DATE_COLUMNS = ("date_from", "date_to", "granularity", "duration")

TABLES = {
    "meta": "key TEXT PRIMARY KEY, value TEXT NOT NULL",
    "labels": (
        "label TEXT PRIMARY KEY, layer TEXT NOT NULL, colour TEXT NOT NULL, key TEXT NOT NULL, "
        "description TEXT NOT NULL"
    ),
    "reports": (
        "id TEXT PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, "
        "sha256 TEXT NOT NULL, report_date TEXT, source TEXT NOT NULL"
    ),
    "sections": (
        "id TEXT PRIMARY KEY, report_id TEXT NOT NULL REFERENCES reports(id), kind TEXT NOT NULL, "
        'start INTEGER NOT NULL, "end" INTEGER NOT NULL'
    ),
    "spans": (
        "id TEXT PRIMARY KEY, report_id TEXT NOT NULL REFERENCES reports(id), layer TEXT NOT NULL, "
        'label TEXT NOT NULL REFERENCES labels(label), start INTEGER NOT NULL, "end" INTEGER NOT NULL, '
        "text TEXT NOT NULL, author TEXT, decided_at TEXT, origin TEXT NOT NULL, score REAL"
    ),
    "figures": (
        "span_id TEXT PRIMARY KEY REFERENCES spans(id), value TEXT, value_max TEXT, total TEXT, "
        "value_num REAL, unit TEXT, per TEXT, qualifier TEXT, direction TEXT, basis TEXT, status TEXT, "
        "ambiguous TEXT"
    ),
    "dates": (
        "span_id TEXT PRIMARY KEY REFERENCES spans(id), date_from TEXT, date_to TEXT, granularity TEXT, "
        "duration TEXT"
    ),
    "relations": (
        "id TEXT PRIMARY KEY, report_id TEXT NOT NULL REFERENCES reports(id), label TEXT NOT NULL, "
        "from_span TEXT NOT NULL REFERENCES spans(id), to_span TEXT NOT NULL REFERENCES spans(id)"
    ),
    "decisions": (
        "id TEXT PRIMARY KEY, span_id TEXT NOT NULL REFERENCES spans(id), author TEXT NOT NULL, "
        "at TEXT NOT NULL, action TEXT NOT NULL, candidate_id TEXT, seconds REAL, reason TEXT"
    ),
    "splits": "report_id TEXT PRIMARY KEY REFERENCES reports(id), split TEXT NOT NULL",
}
"""The columns of each table, parents before children."""

ATTRIBUTES_TABLE = (
    "CREATE TABLE IF NOT EXISTS attributes(span_id TEXT NOT NULL REFERENCES spans(id), name TEXT NOT NULL, "
    "value TEXT NOT NULL, PRIMARY KEY (span_id, name)) STRICT, WITHOUT ROWID"
)
"""Made only where a schema or a span has attributes that `figures` and `dates` have no column for."""

_INDEXES = (
    "CREATE INDEX sections_by_place ON sections(report_id, kind, start)",
    "CREATE INDEX spans_by_place ON spans(report_id, start)",
    "CREATE INDEX spans_by_label ON spans(label)",
    "CREATE INDEX figures_by_unit ON figures(unit)",
    "CREATE INDEX relations_from ON relations(from_span, label)",
    "CREATE INDEX relations_to ON relations(to_span, label)",
    "CREATE INDEX decisions_by_span ON decisions(span_id)",
)

_SENTENCE = """(
    SELECT substr(r.text, q.start + 1, q."end" - q.start) FROM sections q
    WHERE q.report_id = s.report_id AND q.kind = 'sentence' AND q.start <= s.start AND q."end" > s.start
    ORDER BY q.start DESC LIMIT 1
  )"""
_STANDING = "s.origin IN ('accepted', 'corrected', 'drawn', 'imported')"

_VIEWS = (
    f"""CREATE VIEW gold_entities AS
SELECT r.name AS report, s.label, s.text, s.start, s."end", {_SENTENCE} AS sentence
FROM spans s JOIN reports r ON r.id = s.report_id
WHERE s.layer = 'entity' AND {_STANDING}""",
    f"""CREATE VIEW gold_figures AS
SELECT r.name AS report, s.label, s.text, s.start, s."end", i.text AS indicator,
  f.value, f.value_max, f.total, f.unit, f.per, f.qualifier, f.direction, f.basis, f.status,
  p.text AS period, {_SENTENCE} AS sentence
FROM figures f JOIN spans s ON s.id = f.span_id JOIN reports r ON r.id = s.report_id
LEFT JOIN relations m ON m.from_span = s.id AND m.label = 'measures'
LEFT JOIN spans i ON i.id = m.to_span
LEFT JOIN relations d ON d.from_span = s.id AND d.label = 'during'
LEFT JOIN spans p ON p.id = d.to_span
WHERE {_STANDING}""",
)

_SEARCH = (
    # FTS5 folds every letter but đ: a second column has that folded, so that `đạt` and `dat` both find.
    """CREATE VIEW reports_folded AS
SELECT rowid AS id, title, text, replace(replace(text, 'đ', 'd'), 'Đ', 'D') AS folded FROM reports""",
    """CREATE VIRTUAL TABLE reports_fts USING fts5(
  title, text, folded, content='reports_folded', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
)""",
    "INSERT INTO reports_fts(reports_fts) VALUES ('rebuild')",
    "INSERT INTO reports_fts(reports_fts) VALUES ('optimize')",
)


_VALUES = 900
"""Values that one statement takes: every SQLite there is takes 999, and more make nothing quicker."""


def make_tables(connection: sqlite3.Connection, *, attributes: bool) -> None:
    """Make the tables of an empty gold file, with one for further attributes where they are wanted."""
    for name, columns in TABLES.items():
        # Reports keep row ids, which the full-text index refers to.
        options = "STRICT" if name == "reports" else "STRICT, WITHOUT ROWID"
        connection.execute(f"CREATE TABLE {name}({columns}) {options}")
    if attributes:
        make_attributes(connection)


def make_attributes(connection: sqlite3.Connection) -> None:
    """Make the table of further attributes unless it is there."""
    connection.execute(ATTRIBUTES_TABLE)


def insert_rows(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Put rows of one length into a table, many a statement: that is a sixth quicker than one by one."""
    if not rows:
        return
    width = len(rows[0])
    at_once = _VALUES // width
    whole = len(rows) // at_once * at_once
    one = f"({', '.join('?' * width)})"
    values = list(chain.from_iterable(rows[:whole]))
    step = at_once * width
    # executemany takes them all with one prepared statement.
    portions = (values[at : at + step] for at in range(0, len(values), step))
    connection.executemany(f"INSERT INTO {table} VALUES {', '.join([one] * at_once)}", portions)
    connection.executemany(f"INSERT INTO {table} VALUES {one}", rows[whole:])


def finish_tables(connection: sqlite3.Connection, *, full_text: bool) -> None:
    """Make the indexes, the views and the full-text index once the rows are in."""
    for statement in (*_INDEXES, *_VIEWS, *(_SEARCH if full_text else ())):
        connection.execute(statement)
