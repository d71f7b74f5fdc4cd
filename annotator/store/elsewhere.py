"""Elsewhere: what other programs do with a project that is open here."""

from __future__ import annotations

import os
import platform

from annotator.store.connection import Store, open_store
from annotator.store.locks import lock_path, read_holder


def moment(store: Store) -> int:
    """Return a number that is another one as soon as somebody else has written; it takes microseconds."""
    return int(store.rows("PRAGMA data_version")[0][0])


def is_let_go(store: Store) -> bool:
    """Tell whether nobody seems to hold a project any more, without taking its lock to find out."""
    lock = lock_path(store.path)
    if not lock.exists():
        return True
    named = read_holder(lock)
    return bool(named.pid) and named.host == platform.node() and not _runs(named.pid)


def reopened(store: Store) -> Store:
    """Open for reading what lies now under the name of a project that is open for reading.

    Raises UserError as `open_store` does; the first one stays open.
    """
    made = open_store(store.path, read_only=True)
    named = read_holder(lock_path(store.path))
    made.holder = named if named.pid else store.holder
    return made


def _runs(number: int) -> bool:
    if os.name == "nt":
        return True  # to ask would end the process
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
