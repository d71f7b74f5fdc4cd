"""Marks: what a project in use bears in the file itself, so that a copy without its log is known as one."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from annotator.domain.errors import UserError
from annotator.store.seals import seal_rows

_KEY = "in-use"


def set_mark(connection: sqlite3.Connection) -> None:
    """Mark a project that is opened for writing, in the file and not only in its log."""
    # On a full disk it is opened all the same: then the decisions say so.
    with suppress(sqlite3.Error):
        connection.execute("INSERT OR REPLACE INTO settings(key, value) VALUES (?, '1')", (_KEY,))
        seal_rows(connection, "settings", "key = ?", (_KEY,))
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def clear_mark(connection: sqlite3.Connection) -> None:
    """Take the mark away: nothing that was committed is only in the log once the file is closed."""
    with suppress(sqlite3.Error):
        connection.execute("DELETE FROM settings WHERE key = ?", (_KEY,))


def check_mark(connection: sqlite3.Connection, path: Path) -> None:
    """Raise UserError `lost-log` where a project in use, or left by a crash, has no log beside it."""
    real = path.resolve()  # the log lies beside the file, not beside a link to it
    log = real.with_name(real.name + "-wal")
    marked = connection.execute("SELECT 1 FROM settings WHERE key = ?", (_KEY,)).fetchone()
    # The log is looked for last: whoever opens the project this moment makes it before the mark.
    if marked and not (log.exists() and log.stat().st_size):
        raise UserError(
            "lost-log",
            f"{path.name} was copied while it was open, without {log.name}; put that file beside it, copy "
            "the project again when it is closed, or take what is there by annotator check --repair",
        )
