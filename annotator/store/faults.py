"""Faults of SQLite turned into errors a user can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.domain.errors import UserError

_FULL, _BUSY, _LOCKED, _READONLY = 13, 5, 6, 8
_IOERR, _CORRUPT, _CANTOPEN, _TOOBIG, _NOTADB = 10, 11, 14, 18, 26

_DAMAGED = ("decode to UTF-8", "unsupported file format", "user-defined function raised")
"""Words of errors that have no code of their own; the first ones go on with what could not be read."""
_UNREADABLE = "the file is damaged and cannot be read; put a backup of it in its place"


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise a UserError where SQLite says that the disk, the folder or the file is at fault.

    Codes: `disk-full`, `locked`, `read-only`, `cannot-write`, `damaged-project`, `cannot-open`,
    `not-a-project`. What is left is a bug and passes through.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        # Where a name in the file's own schema is damaged, Python cannot read what SQLite says of it.
        raise UserError("damaged-project", f"{path.name}: {_UNREADABLE}") from error
    except sqlite3.Error as error:
        known = fault(error, path)
        if known is None:
            raise
        raise known from error


def fault(error: sqlite3.Error, path: Path) -> UserError | None:
    """Return the error to show for one of SQLite's, None when it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    name = path.name
    found = {
        _FULL: ("disk-full", "the disk is full; nothing was changed; free some space and repeat"),
        _BUSY: ("locked", "another program holds the file; close it there and repeat"),
        _LOCKED: ("locked", "another program holds the file; close it there and repeat"),
        _READONLY: ("read-only", "the file cannot be written; check its permissions or copy it elsewhere"),
        _IOERR: (
            "cannot-write",
            "the disk reported an error; nothing was changed; check the disk and repeat",
        ),
        _CORRUPT: ("damaged-project", _UNREADABLE),
        _TOOBIG: (
            "too-large",
            "the file holds a value larger than any report has; ask its sender for a bundle",
        ),
        _CANTOPEN: ("cannot-open", "the file cannot be opened; check the folder's permissions"),
        _NOTADB: (
            "not-a-project",
            "this is not a project of annotator; choose a file that ends in .annotator",
        ),
    }.get(code)
    if any(words in str(error) for words in _DAMAGED):
        found = ("damaged-project", _UNREADABLE)
    return None if found is None else UserError(found[0], f"{name}: {found[1]}")
