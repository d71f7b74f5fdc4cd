"""Seals: a digest kept in every row that nothing else vouches for, so that a changed byte of it is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any

_ENTRY = "device, clock, at, batch, action, reverts"

SEALED: Mapping[str, str] = {
    "settings": "key, value",
    "authors": "id, name, kind, role",
    "sets": "id, report, author",
    "memory": "label, string, outcome, author, times",
    "assignments": "report, author",
    "splits": "report, split",
    "dispute_lists": "report, machines, stamp, open, content",
}
"""The columns a seal covers, by table; what else is in `sets` follows from the journal."""

CHAINED: Mapping[str, str] = {
    "journal": f"entry_id, set_id, author, {_ENTRY}, label, before, after, answers, seconds, reason",
    "resolutions": f"entry_id, report, author, {_ENTRY}, dispute, kind, content, reason, comment",
    "schemas": f"entry_id, author, {_ENTRY}, label, before, after",
}
"""The same for append-only tables, where a seal covers that of the row before too: none can go missing."""

REPORT = "id, report_id, name, title, date, source, characters, sha256, original_sha256, added_at"
"""The columns of `reports` that its seal covers, beside the rows of the tables below."""
_PARTS = (
    'SELECT position, kind, start, "end" FROM sections WHERE report = ? ORDER BY position',
    "SELECT name, value FROM metadata WHERE report = ? ORDER BY name",
    "SELECT number, start FROM pages WHERE report = ? ORDER BY number",
    "SELECT moves FROM offset_maps WHERE report = ?",
)


def seal_of(*values: object) -> int:
    """Return the digest of a row's values, texts, numbers, bytes or None, as a signed 64-bit number."""
    # Of `ascii` the words are the same in every Python; those of `repr` follow its Unicode tables.
    return int.from_bytes(blake2b(ascii(values).encode(), digest_size=8).digest(), "big", signed=True)


def teach(connection: sqlite3.Connection) -> None:
    """Let SQL on a connection call `seal_of`; the schema of a file cannot, since it is not trusted."""
    connection.create_function("seal_of", -1, seal_of, deterministic=True)


def seal_rows(
    connection: sqlite3.Connection, table: str, where: str = "1", given: tuple[object, ...] = ()
) -> None:
    """Seal the rows of a table of `SEALED` that were written or changed; inside the caller's transaction."""
    connection.execute(f"UPDATE {table} SET seal = seal_of({SEALED[table]}) WHERE {where}", given)


def append(connection: sqlite3.Connection, table: str, values: tuple[Any, ...]) -> int:
    """Write a row of a table of `CHAINED`, values in its order of columns, and return the row's number."""
    last = connection.execute(f"SELECT seal FROM {table} ORDER BY id DESC LIMIT 1").fetchone()
    places = ", ".join("?" * (len(values) + 1))
    row = connection.execute(
        f"INSERT INTO {table}({CHAINED[table]}, seal) VALUES ({places})",
        (*values, seal_of(last[0] if last else 0, *values)),
    ).lastrowid
    return row or 0


def seal_report(connection: sqlite3.Connection, number: int) -> None:
    """Seal a report with its sections, metadata, pages and offset map; inside the caller's transaction."""
    connection.execute("UPDATE reports SET seal = ? WHERE id = ?", (report_seal(connection, number), number))


def report_seal(connection: sqlite3.Connection, number: int) -> int:
    """Return the seal that a report's rows come to."""
    held = connection.execute(f"SELECT {REPORT} FROM reports WHERE id = ?", (number,)).fetchone()
    return seal_of(held, *(connection.execute(sql, (number,)).fetchall() for sql in _PARTS))


def chain(connection: sqlite3.Connection, table: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield for each row of a table of `CHAINED` its number, its seal, and what both ought to be."""
    before = 0
    rows = connection.execute(f"SELECT id, seal, {CHAINED[table]} FROM {table} ORDER BY id")
    for place, (number, seal, *values) in enumerate(rows, start=1):
        yield number, seal, place, seal_of(before, *values)
        before = seal


def seal_everything(connection: sqlite3.Connection) -> None:
    """Seal every row of a file written without seals; runs inside the caller's transaction."""
    teach(connection)
    for table in SEALED:
        seal_rows(connection, table)
    for (number,) in connection.execute("SELECT id FROM reports").fetchall():
        seal_report(connection, number)
    for table in CHAINED:
        _seal_chain(connection, table)


def _seal_chain(connection: sqlite3.Connection, table: str) -> None:
    """Seal an append-only table, which but for that takes no change."""
    name, guard = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? "
        "AND sql LIKE '%BEFORE UPDATE%'",
        (table,),
    ).fetchone()
    connection.execute(f"DROP TRIGGER {name}")
    before = 0
    for (number,) in connection.execute(f"SELECT id FROM {table} ORDER BY id").fetchall():
        values = connection.execute(
            f"SELECT {CHAINED[table]} FROM {table} WHERE id = ?", (number,)
        ).fetchone()
        before = seal_of(before, *values)
        connection.execute(f"UPDATE {table} SET seal = ? WHERE id = ?", (before, number))
    connection.execute(guard)
