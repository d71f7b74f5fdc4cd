"""Homes: on which machines, and by whom, a project was made or found sound, so that a stranger's is known."""

from __future__ import annotations

import platform
import sqlite3
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.store.backups import PROJECT
from annotator.store.locks import user_name

if TYPE_CHECKING:
    from annotator.store.connection import Store

_KEY = "home-"
_MACHINE = Path("/etc/machine-id")


def settle_in(store: Store) -> None:
    """Remember in a project that it is at home here; raise UserError as `Store.writing` does."""
    name = _name(store.setting(PROJECT))
    if store.setting(name) != "1":
        store.set_setting(name, "1")


def is_at_home(connection: sqlite3.Connection) -> bool:
    """Tell whether a project was made here, or was checked here and found sound."""
    held = connection.execute("SELECT value FROM settings WHERE key = ?", (PROJECT,)).fetchone()
    name = _name(str(held[0]) if held else "")
    return connection.execute("SELECT 1 FROM settings WHERE key = ?", (name,)).fetchone() is not None


def _name(project: str) -> str:
    """Return the key of a project's home here, which tells nobody who they are and is no other project's."""
    words = f"{_machine()}\x1f{user_name()}\x1f{project}"
    return _KEY + blake2b(words.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _machine() -> str:
    """Return what tells this machine from others; where the system keeps no such id, its name."""
    with suppress(OSError, ValueError):
        found = _MACHINE.read_text(encoding="ascii").strip()
        if found:
            return found
    return platform.node()
