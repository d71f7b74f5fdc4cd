"""Version 3: where canonical text moved code points, so that places in the original can be found."""

from __future__ import annotations

import sqlite3


def migrate(connection: sqlite3.Connection) -> None:
    """Make the table of offset maps, a row only for reports where something moved; inside a transaction."""
    connection.execute(
        "CREATE TABLE offset_maps("
        "report INTEGER PRIMARY KEY REFERENCES reports(id) ON DELETE CASCADE, "
        "moves BLOB NOT NULL) STRICT"
    )
