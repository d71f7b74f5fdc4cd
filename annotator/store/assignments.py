"""Assignments: which reports an author is to annotate, and which of them somebody has not finished."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from annotator.store.connection import Store
from annotator.store.seals import SEALED


def assignments(store: Store) -> dict[str, tuple[str, ...]]:
    """Return the names assigned to each report that anybody is assigned to, sorted."""
    rows = store.rows(
        "SELECT r.report_id, a.name FROM assignments s JOIN reports r ON r.id = s.report "
        "JOIN authors a ON a.id = s.author ORDER BY r.id, a.name"
    )
    found: dict[str, list[str]] = {}
    for report_id, name in rows:
        found.setdefault(report_id, []).append(name)
    return {report_id: tuple(names) for report_id, names in found.items()}


def assignees(store: Store, report_id: str) -> tuple[str, ...]:
    """Return the names assigned to one report, sorted."""
    rows = store.rows(
        "SELECT a.name FROM assignments s JOIN authors a ON a.id = s.author "
        "WHERE s.report = (SELECT id FROM reports WHERE report_id = ?) ORDER BY a.name",
        (report_id,),
    )
    return tuple(row[0] for row in rows)


def assign(store: Store, added: Mapping[str, Iterable[str]]) -> None:
    """Assign known authors to reports by id; who is assigned already stays so."""
    pairs = [(report_id, name) for report_id, names in added.items() for name in names]
    with store.writing() as connection:
        connection.executemany(
            "INSERT OR IGNORE INTO assignments(report, author, seal) SELECT report, author, "
            f"seal_of({SEALED['assignments']}) FROM (SELECT r.id AS report, a.id AS author "
            "FROM reports r, authors a WHERE r.report_id = ? AND a.name = ?)",
            pairs,
        )


def unassign(store: Store, removed: Mapping[str, Iterable[str]]) -> None:
    """Take authors off reports by id; what they did there stays."""
    pairs = [(report_id, name) for report_id, names in removed.items() for name in names]
    with store.writing() as connection:
        connection.executemany(
            "DELETE FROM assignments WHERE report = (SELECT id FROM reports WHERE report_id = ?) "
            "AND author = (SELECT id FROM authors WHERE name = ?)",
            pairs,
        )


_OPEN = """
SELECT r.report_id FROM reports r WHERE CASE
  WHEN EXISTS (SELECT 1 FROM assignments s WHERE s.report = r.id) THEN EXISTS (
    SELECT 1 FROM assignments s LEFT JOIN sets ON sets.report = s.report AND sets.author = s.author
    WHERE s.report = r.id AND coalesce(sets.finished, 0) = 0)
  ELSE NOT EXISTS (
    SELECT 1 FROM sets JOIN authors a ON a.id = sets.author
    WHERE sets.report = r.id AND a.name = ?1 AND sets.finished = 1)
  OR EXISTS (
    SELECT 1 FROM sets JOIN authors a ON a.id = sets.author
    WHERE sets.report = r.id AND a.kind = 'person' AND sets.finished = 0)
END AND (?2 = '' OR r.report_id = ?2)
"""


def open_reports(store: Store, author: str, *, report_id: str = "") -> list[str]:
    """Return the reports not finished yet by all that work on them, of one report where given.

    Those assigned work on a report; where nobody is, those with a set over it, and `author` in any case.
    """
    return [row[0] for row in store.rows(_OPEN, (author, report_id))]


def workloads(store: Store) -> dict[str, tuple[int, int]]:
    """Return by name how many reports an author is assigned to, and how many of these are finished."""
    rows = store.rows(
        "SELECT a.name, count(*), coalesce(sum(sets.finished), 0) FROM assignments s "
        "JOIN authors a ON a.id = s.author "
        "LEFT JOIN sets ON sets.report = s.report AND sets.author = s.author GROUP BY a.id"
    )
    return {name: (count, finished) for name, count, finished in rows}
