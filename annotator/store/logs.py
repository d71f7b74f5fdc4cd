"""Logs: room made in a project's log beforehand, so that commits overwrite it rather than lengthen it."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

from annotator.domain.errors import UserError
from annotator.store.connection import Store

ROOM = 4_000_000
"""Bytes, enough for a hundred decisions: at the next rest the log begins anew, as long as it was."""

_PAGES = 20
"""Pages a connection keeps to itself before it writes them into the log, though nothing is committed yet."""


def make_room(store: Store) -> None:
    """Lengthen the log of a project where it is short; any thread may call this.

    A commit waits for the disk: about half as long where the disk need not note another length of the file.
    What is taken back before it is committed stays in the log as room. Raises nothing: it is no matter.
    """
    log = store.path.with_name(store.path.name + "-wal")
    if store.read_only or store.place.share or (log.exists() and log.stat().st_size > ROOM // 2):
        return
    with suppress(sqlite3.Error, UserError, OSError), store.another() as beside:
        beside.connection.execute(f"PRAGMA cache_size = {_PAGES}")
        with beside.writing() as connection:
            connection.execute("SAVEPOINT room")
            connection.execute(
                "INSERT INTO settings(key, value) VALUES ('room', printf('%.*c', ?, ' '))", (ROOM,)
            )
            connection.execute("ROLLBACK TO room")
            connection.execute("RELEASE room")
