"""Beginnings: the empty file of a new project and its lock, made together and taken away together."""

from __future__ import annotations

import os
from pathlib import Path

from annotator.domain.errors import UserError
from annotator.store.locks import FileLock, Holder, lock_path
from annotator.store.places import unmakeable


def make_file(path: Path) -> FileLock:
    """Make an empty file (0600) and its lock, refusing to touch one that is there."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise unmakeable(error, path) from error
    try:
        lock = FileLock.take(lock_path(path))
    except OSError as error:
        path.unlink(missing_ok=True)
        raise unmakeable(error, path) from error
    if isinstance(lock, Holder):
        path.unlink(missing_ok=True)
        raise UserError("locked", f"{path.name} is being made by {lock}; choose another name")
    return lock


def remove(path: Path, lock: FileLock) -> None:
    """Take away a project file that could not be made, with all beside it, and let go of its lock."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    lock.release()
