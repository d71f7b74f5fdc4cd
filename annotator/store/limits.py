"""Limits: how much a project file may make this program hold, whatever is written in it."""

from __future__ import annotations

import sqlite3
import zlib

LONGEST = 256 << 20
"""Bytes of one value or row: far above a report of 10 MB with 100,000 spans, far below what memory holds."""


def set_limits(connection: sqlite3.Connection) -> None:
    """Let SQLite refuse values, statements and triggers larger than any of ours."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1_000_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 2)


def inflated(value: bytes, *, longest: int = LONGEST) -> bytes:
    """Return what compressed bytes come to; raise ValueError where it is cut off or too long."""
    swell = zlib.decompressobj()
    found = swell.decompress(value, longest)
    if not swell.eof:
        raise ValueError("a compressed value is cut off or too large")
    return found
