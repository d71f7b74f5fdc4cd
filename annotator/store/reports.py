"""Reports: added once, never changed, listed without reading their texts, searched without their tones."""

from __future__ import annotations

import gc
import json
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache

from annotator.domain.errors import UserError
from annotator.domain.progress import Counts, Mark, ReportRow, Stage
from annotator.domain.reports import Report, Section, SectionKind
from annotator.store.connection import Store
from annotator.store.indexes import index_text, search_reports
from annotator.store.limits import inflated
from annotator.store.rows import collection_paused
from annotator.store.seals import seal_report

__all__ = [
    "add_report",
    "get_moves",
    "get_report",
    "library_mark",
    "report_ids",
    "report_row",
    "report_rows",
    "rows_since",
    "search_reports",
]


def add_report(store: Store, report: Report) -> bool:
    """Keep a report; return False, and change nothing, when one of that text is there already."""
    digest = report.sha256
    if store.rows("SELECT 1 FROM reports WHERE sha256 = ?", (digest,)):
        return False
    kept = (report.id, report.name, report.title, report.date, report.source, len(report.text), digest)
    with store.writing() as connection:
        row = connection.execute(
            "INSERT INTO reports(report_id, name, title, date, source, characters, sha256, original_sha256, "
            "added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*kept, report.original_sha256, datetime.now(UTC).isoformat(timespec="seconds")),
        ).lastrowid
        connection.execute("INSERT INTO texts VALUES (?, ?)", (row, report.text))
        index_text(connection, row or 0, report.text)
        connection.executemany(
            "INSERT INTO sections VALUES (?, ?, ?, ?, ?)",
            ((row, at, s.kind.value, s.start, s.end) for at, s in enumerate(report.sections)),
        )
        connection.executemany("INSERT INTO metadata VALUES (?, ?, ?)", ((row, *m) for m in report.metadata))
        connection.executemany("INSERT INTO pages VALUES (?, ?, ?)", ((row, *page) for page in report.pages))
        if report.moves:
            packed = zlib.compress(json.dumps(report.moves, separators=(",", ":")).encode())
            connection.execute("INSERT INTO offset_maps VALUES (?, ?)", (row, packed))
        seal_report(connection, row or 0)
    return True


def get_moves(store: Store, report_id: str) -> tuple[tuple[int, int, int, int], ...]:
    """Return the stretches canonical text writes otherwise, as `Report.moves`; none when nothing moved."""
    rows = store.rows(
        "SELECT moves FROM offset_maps JOIN reports ON reports.id = offset_maps.report WHERE report_id = ?",
        (report_id,),
    )
    if not rows:
        return ()
    return tuple((a, b, c, d) for a, b, c, d in json.loads(inflated(rows[0][0])))


def get_report(store: Store, report_id: str) -> Report:
    """Return a report with its text; raise UserError `no-report`."""
    rows = store.rows(
        "SELECT id, name, text, title, date, source, original_sha256 "
        "FROM reports JOIN texts ON texts.report = reports.id WHERE report_id = ?",
        (report_id,),
    )
    if not rows:
        raise _unknown(report_id)
    number, name, text, title, date, source, original = rows[0]
    sections = store.rows(
        'SELECT kind, start, "end" FROM sections WHERE report = ? ORDER BY position', (number,)
    )
    ranges = tuple(Section(SectionKind(kind), start, end) for kind, start, end in sections)
    metadata = store.rows("SELECT name, value FROM metadata WHERE report = ? ORDER BY name", (number,))
    pages = store.rows("SELECT number, start FROM pages WHERE report = ? ORDER BY number", (number,))
    return Report(
        name,
        text,
        title,
        date,
        source,
        original,
        ranges,
        metadata=tuple((name, value) for name, value in metadata),
        pages=tuple((page, start) for page, start in pages),
    )


def report_ids(store: Store) -> list[str]:
    """Return the ids of all reports in the order they were added."""
    return [row[0] for row in store.rows("SELECT report_id FROM reports ORDER BY id")]


def ids_of_length(store: Store, characters: int, room: int, *, most: int) -> list[str]:
    """Return the reports whose text is so many code points long, `room` more or less, the nearest first."""
    rows = store.rows(
        "SELECT report_id FROM reports WHERE characters BETWEEN ?1 - ?2 AND ?1 + ?2 "
        "ORDER BY abs(characters - ?1), id LIMIT ?3",
        (characters, room, most),
    )
    return [row[0] for row in rows]


_ROWS = """
SELECT r.report_id, r.name, r.title, r.date, r.characters, coalesce(s.finished, 0), coalesce(s.seconds, 0.0),
  coalesce(mine.open, fresh.open, 0), coalesce(mine.decided, fresh.decided, 0),
  coalesce(mine.figures, fresh.figures, 0), coalesce(mine.flagged, fresh.flagged, 0)
FROM reports r
LEFT JOIN sets s ON s.report = r.id AND s.author = (SELECT id FROM authors WHERE name = ?1)
LEFT JOIN counts mine ON mine.author = ?1 AND mine.report = r.id
LEFT JOIN counts fresh ON fresh.author = '' AND fresh.report = r.id
"""


_CHANGED = (
    "SELECT id FROM reports WHERE id > ?2 UNION "
    "SELECT sets.report FROM journal JOIN sets ON sets.id = journal.set_id WHERE journal.id > ?3 UNION "
    # Disputes are counted behind the window, a while after the work they come from.
    "SELECT report FROM dispute_lists WHERE machines = 0"
)


def report_rows(store: Store, author: str) -> list[ReportRow]:
    """Return the library as an author sees it, in the order reports were added.

    Counts are those last committed for the author, else those kept for anybody who has not begun.
    """
    return _library(store, f"{_ROWS} ORDER BY r.id", (author,))


def library_mark(store: Store) -> Mark:
    """Return the mark to read the library from next time."""
    ((entry, report),) = store.rows(
        "SELECT (SELECT coalesce(max(id), 0) FROM journal), (SELECT coalesce(max(id), 0) FROM reports)"
    )
    return Mark(entry, report)


def rows_since(store: Store, author: str, mark: Mark, *, most: int = -1) -> list[ReportRow]:
    """Return the lines of the library that were added or worked on since a mark, in the order of adding.

    `most` limits how many are read; a negative number does not.
    """
    # Where all of them are wanted, to look each one up would take as long again.
    changed = "" if mark == Mark() else f"WHERE r.id IN ({_CHANGED})"
    given = (author, mark.report, mark.entry, most)
    return _library(store, f"{_ROWS} {changed} ORDER BY r.id LIMIT ?4", given)


def report_row(store: Store, report_id: str, author: str) -> ReportRow:
    """Return one line of the library; raise UserError `no-report`."""
    rows = store.rows(f"{_ROWS} WHERE r.report_id = ?2", (author, report_id))
    if not rows:
        raise _unknown(report_id)
    return _row(rows[0])


_MANY = 5000
"""Rows from which on the garbage collector takes long to look through them."""
_Row = tuple[str, str, str, str, int, int, float, int, int, int, int]


def _library(store: Store, sql: str, given: Sequence[object]) -> list[ReportRow]:
    with collection_paused():
        rows = [_row(row) for row in store.rows(sql, given)]
        if len(rows) > _MANY:
            # They live as long as the library shows them, and no key may wait until they are looked through.
            gc.freeze()
    return rows


@lru_cache(maxsize=4096)
def _counts(left: int, decided: int, figures: int, flagged: int) -> Counts:
    """Return counts, one object for all reports that have the same: most of a large project's have."""
    return Counts(left, decided, figures, flagged)


def _row(row: _Row) -> ReportRow:
    report_id, name, title, date, characters, finished, seconds, *counted = row
    counts = _counts(*counted)
    stage = Stage.UNTOUCHED
    if finished:
        stage = Stage.DONE
    elif counts.flagged:
        stage = Stage.DISPUTED
    elif counts.decided:
        stage = Stage.IN_WORK
    return ReportRow(report_id, name, title, date, characters, stage, counts, seconds)


def _unknown(report_id: str) -> UserError:
    return UserError(
        "no-report", f"the project has no report {report_id}; look at the library and choose one"
    )
