"""Seal checks: every row against its seal, and the time spent on sets against the journal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from annotator.store.connection import Store
from annotator.store.problems import Problem
from annotator.store.seals import CHAINED, SEALED, chain, report_seal

_MADE_ANEW = {"dispute_lists": "disputes", "memory": "memory"}
"""Tables that can be made anew from the rest, with the code of what is wrong with them."""
_REPORT_OF = {
    "journal": "SELECT report_id FROM journal j JOIN sets ON sets.id = set_id "
    "JOIN reports r ON r.id = report WHERE j.id = ?",
    "resolutions": "SELECT report_id FROM resolutions x JOIN reports r ON r.id = report WHERE x.id = ?",
}


def broken_seals(store: Store) -> Iterator[Problem]:
    """Yield a line for each table with rows that are not as they were written, in any of their columns.

    Codes: `row`, or where it can be made anew `disputes` or `memory`.
    """
    for table, columns in SEALED.items():
        ((count,),) = store.rows(f"SELECT count(*) FROM {table} WHERE seal <> seal_of({columns})")
        if count:
            what = "run check --repair" if table in _MADE_ANEW else "restore a backup"
            line = f"{count} rows of {table} are not as they were written; {what}"
            yield Problem(_MADE_ANEW.get(table, "row"), "", line)


def broken_reports(store: Store) -> Iterator[Problem]:
    """Yield a line for each report that was changed beside its text: title, sections, pages and the like."""
    for number, report_id, seal in store.rows("SELECT id, report_id, seal FROM reports ORDER BY id"):
        if report_seal(store.connection, number) != seal:
            line = "what is kept of it beside its text is not as it was added; restore a backup"
            yield Problem("row", report_id, line)


def broken_chains(store: Store) -> Iterator[Problem]:
    """Yield a line for each report and append-only table with rows that were changed, or are missing."""
    for table in CHAINED:
        changed: Counter[str] = Counter()
        gaps = 0
        for number, seal, place, right in chain(store.connection, table):
            gaps += number != place
            if seal != right:
                changed[_report_of(store, table, number)] += 1
        for report_id, count in changed.items():
            line = f"{count} rows of {table} are not as they were written, or others before them are missing"
            yield Problem("row", report_id, f"{line}; restore a backup")
        if gaps:
            yield Problem("row", "", f"rows of {table} are missing; restore a backup")


def wrong_seconds(store: Store) -> Iterator[Problem]:
    """Yield a line where the time spent on sets is not what the journal says."""
    if any(seconds != kept for _, seconds, kept in times(store)):
        line = "the time spent on reports is not what the journal says; run check --repair"
        yield Problem("seconds", "", line)


def times(store: Store) -> list[tuple[int, float, float]]:
    """Return for each set its number, the seconds that the journal says, and those that are kept."""
    spent: defaultdict[tuple[int, int], float] = defaultdict(float)
    # Added up in the order they were written, so that not even the last digit differs.
    for report, author, seconds in store.rows(
        "SELECT sets.report, j.author, j.seconds FROM journal j JOIN sets ON sets.id = j.set_id "
        "WHERE j.seconds <> 0 ORDER BY j.id"
    ):
        spent[report, author] += seconds
    return [
        (number, spent[report, author], kept)
        for number, report, author, kept in store.rows("SELECT id, report, author, seconds FROM sets")
    ]


def _report_of(store: Store, table: str, number: int) -> str:
    """Return the report that a row belongs to, empty for none."""
    rows = store.rows(_REPORT_OF[table], (number,)) if table in _REPORT_OF else []
    return str(rows[0][0]) if rows else ""
