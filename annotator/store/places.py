"""Places: where a project's file lies, whether it still does, and why none can be made there."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import gettempdir
from threading import Lock

from annotator.domain.errors import UserError
from annotator.store.backups import copy_into
from annotator.store.shares import share_of

_SUFFIX = ".annotator"


class Place:
    """The place of an open project's file: on which share if any, and which file was there at first.

    On Unix an open file can be moved or deleted; what is written to it then goes where nobody will look.
    """

    def __init__(self, path: Path) -> None:
        self.share = share_of(path)
        self._path = path.absolute()
        self._file = self._seen()
        self._rescuing = Lock()
        self._rescued: Path | None = None

    @property
    def is_kept(self) -> bool:
        """Tell whether the file that was opened is still there under its name."""
        return self._seen() == self._file

    @property
    def is_replaced(self) -> bool:
        """Tell whether another file is there under its name; never known on a share."""
        return self._seen() not in (None, self._file)

    @property
    def is_rescued(self) -> bool:
        """Tell whether the file is gone and what was in it lies elsewhere, as was said when it was missed."""
        return self._rescued is not None and not self.is_kept

    def check(self, connection: sqlite3.Connection) -> None:
        """Raise UserError `moved` when the file is gone, moved or replaced, having rescued what was in it."""
        if connection.in_transaction or self.is_kept:
            return
        name = self._path.name
        with self._rescuing:
            if self._rescued is None:
                self._rescued = _rescued(self._path, connection)
        if self._rescued is None:
            raise UserError(
                "moved",
                f"{name} was moved, deleted or replaced while it was open; nothing was changed; put it back",
            )
        raise UserError(
            "moved",
            f"{name} was moved, deleted or replaced while it was open; all decided before is in "
            f"{self._rescued}; open that",
        )

    def _seen(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        except OSError:
            # A share that does not answer: SQLite will say so.
            return self._file
        # Shares may give a file another number each time it is looked at.
        return (0, 0) if self.share else (found.st_dev, found.st_ino)


def journal_mode(path: Path) -> str:
    """Return how SQLite is to keep a project's transactions: by a log, by a journal on a share.

    A log needs memory that all who read share, which machines do not.
    """
    return "DELETE" if share_of(path) else "WAL"


def unmakeable(error: OSError, path: Path) -> UserError:
    """Return the refusal of a project that cannot be made."""
    code, text = {
        errno.EEXIST: ("exists", "is there already; choose another name or open it"),
        errno.ENOENT: ("no-folder", "cannot be made: there is no such folder; make the folder first"),
        errno.ENOTDIR: ("no-folder", "cannot be made: there is no such folder; make the folder first"),
        errno.ENOSPC: ("disk-full", "cannot be made: the disk is full; free some space and repeat"),
        errno.EDQUOT: ("disk-full", "cannot be made: the disk is full; free some space and repeat"),
        errno.EACCES: ("read-only-folder", "cannot be made: the folder is read-only; choose another folder"),
        errno.EPERM: ("read-only-folder", "cannot be made: the folder is read-only; choose another folder"),
        errno.EROFS: ("read-only-folder", "cannot be made: the folder is read-only; choose another folder"),
    }.get(error.errno or 0, ("cannot-write", f"cannot be made ({error.strerror}); choose another place"))
    return UserError(code, f"{path} {text}")


def _rescued(path: Path, connection: sqlite3.Connection) -> Path | None:
    """Copy what an open project holds into a new file (0600) beside its place, else at home, else nowhere."""
    folders = [path.parent]
    if not path.is_relative_to(gettempdir()):
        # What lies among temporary files is not meant to be kept.
        folders.append(Path.home())
    for folder in folders:
        with suppress(OSError, sqlite3.Error, UserError):
            return _copied(folder, path.name.removesuffix(_SUFFIX), connection)
    return None


def _copied(folder: Path, name: str, connection: sqlite3.Connection) -> Path:
    for number in count(1):
        target = folder / f"{name}.rescued{'' if number == 1 else f'-{number}'}{_SUFFIX}"
        try:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            continue
        break
    try:
        copy_into(target, connection, lambda: False)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return target
