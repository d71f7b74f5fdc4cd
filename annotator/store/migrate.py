"""Migrating: numbered steps, each in a transaction, newer versions and what is not ours refused."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError
from annotator.store.migrations import (
    m0001_first_tables,
    m0002_shared_batches,
    m0003_original_offsets,
    m0004_memory,
    m0005_reviewing,
    m0006_metadata,
    m0007_schemas,
    m0008_dispute_lists,
    m0009_merging,
    m0010_splits,
    m0011_seals,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

Migration = Callable[[sqlite3.Connection], None]

MIGRATIONS: tuple[Migration, ...] = (
    m0001_first_tables.migrate,
    m0002_shared_batches.migrate,
    m0003_original_offsets.migrate,
    m0004_memory.migrate,
    m0005_reviewing.migrate,
    m0006_metadata.migrate,
    m0007_schemas.migrate,
    m0008_dispute_lists.migrate,
    m0009_merging.migrate,
    m0010_splits.migrate,
    m0011_seals.migrate,
)
"""The steps in order: the first leads from version 0 to version 1."""

APPLICATION_ID = 0x616E6E6F


def is_project_file(path: Path) -> bool:
    """Tell from its first bytes whether a file is a project, whatever its name."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:
        return False
    # https://www.sqlite.org/fileformat.html: the application's id stands at byte 68.
    return head.startswith(b"SQLite format 3\0") and head[68:] == APPLICATION_ID.to_bytes(4, "big")


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of a project file: how many steps it has gone."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: Database, *, steps: Sequence[Migration] | None = None) -> None:
    """Bring a database to the newest version, one transaction a step: a failing step changes nothing."""
    version = version_of(db.conn)
    further = (MIGRATIONS if steps is None else steps)[version:]
    for number, step in enumerate(further, start=version + 1):
        with db.atomic():
            step(db.conn)
            db.conn.execute(f"PRAGMA user_version = {number}")
            db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def check_version(version: int, path: Path) -> None:
    """Raise UserError `newer-version` for a file this program does not know yet."""
    newest = len(MIGRATIONS)
    if version > newest:
        raise UserError(
            "newer-version",
            f"{path.name} was made by a newer annotator (version {version}, this one knows {newest}); "
            "update the program and open it again",
        )


def check_objects(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse triggers, views, indexes and virtual tables not ours, and tables not as we made them.

    Raises UserError `foreign-objects` or `damaged-project`. Plain tables of others are harmless: left alone.
    """
    version = version_of(connection)
    ours, theirs = _objects_of(MIGRATIONS[:version]), _objects(connection)
    foreign = sorted(
        name
        for name, sql in theirs.items()
        if name not in ours and (name[0] != "table" or not _PLAIN.fullmatch(sql))
    )
    changed = sorted(name for name, sql in ours.items() if theirs.get(name, "") != sql)
    if foreign or any(name in theirs for name in changed):
        names = ", ".join(_shown(name) for _, name in (*foreign, *(key for key in changed if key in theirs)))
        raise UserError(
            "foreign-objects",
            f"{path.name} holds database objects that annotator did not make ({names}) and is not "
            "opened; ask its sender for a bundle or an export instead",
        )
    if changed:
        names = ", ".join(name for _, name in changed)
        raise UserError(
            "damaged-project", f"{path.name}: parts of the file are missing ({names}); restore a backup"
        )


def _shown(name: str) -> str:
    """Return a name somebody else gave, short and with nothing in it that a terminal would obey."""
    return "".join(sign if sign.isprintable() else "?" for sign in name[:40])


@cache
def _objects_of(steps: tuple[Migration, ...]) -> dict[tuple[str, str], str]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for step in steps:
            step(connection)
        return _objects(connection)
    finally:
        connection.close()


_PLAIN = re.compile(
    r"""CREATE TABLE [\w"' -]+ ?\((?:(?!\b(?:AS|CHECK|COLLATE|DEFAULT|REFERENCES)\b)[\w"',() -])*\)""", re.I
)
"""A table whose columns are only that: nothing in it is worked out or asked when it is read or checked."""
_OWN_TABLES = ("sqlite_sequence", "sqlite_stat1", "sqlite_stat4")


def _objects(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Return the SQL of every object by type and name, SQLite's own left out, and those only."""
    found: dict[tuple[str, str], str] = {}
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall():
        is_own = kind == "index" and sql is None and str(name).startswith("sqlite_autoindex_")
        if not is_own and not (kind == "table" and name in _OWN_TABLES):
            # Two of one name are none of ours, whichever of them is used.
            found[str(kind), str(name)] = f"{found.get((str(kind), str(name)), '')}{sql or ''}"
    return found
