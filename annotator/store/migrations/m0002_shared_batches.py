"""Version 2: an index by which the edits of a batch over several reports are found, for undo."""

from __future__ import annotations

import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    """Index the few batches that are shared between reports; runs inside the caller's transaction."""
    connection.execute(
        "CREATE INDEX journal_of_shared_batch ON journal(batch) WHERE batch >= '+' AND batch < ','"
    )
