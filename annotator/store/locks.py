"""Locks: one writer a project, named in a lock file that an operating-system lock keeps honest."""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

_BYTE = 1 << 20
"""Where Windows locks: far behind the text, which stays readable."""
_STEP = 0.05


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a project: process id, host, user, and since when (ISO 8601, UTC)."""

    pid: int = 0
    host: str = ""
    user: str = ""
    since: str = ""

    def __str__(self) -> str:
        """Return who it is in words, since when in local time."""
        if not self.pid:
            return "another program"
        return f"{self.user} on {self.host} (process {self.pid}, since {_as_written(self.since)})"


class FileLock:
    """A lock file held by this process; a file left behind by a crash is held by nobody and taken over."""

    def __init__(self, path: Path, number: int) -> None:
        self.path = path
        self._number = number

    @classmethod
    def take(cls, path: Path, *, wait: float = 0.0, is_shared: bool = False) -> FileLock | Holder:
        """Lock `path`, waiting up to `wait` seconds; return who holds it when it stays held.

        On a share (`is_shared`) a file that names another host is held, whatever the system's lock says: it
        may be worth nothing between machines. Raises OSError when the file cannot be made, or not be locked.
        """
        until = time.monotonic() + wait
        while True:
            number = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
            if _locked(number):
                if not _is_at(number, path):
                    os.close(number)
                    continue
                named = read_holder(path)
                if not is_shared or named.host in ("", platform.node()):
                    lock = cls(path, number)
                    lock._write(Holder(os.getpid(), platform.node(), user_name(), _now()))
                    return lock
            os.close(number)
            if time.monotonic() >= until:
                return read_holder(path)
            time.sleep(_STEP)

    def release(self) -> None:
        """Let go of the lock and remove the file; nothing happens the second time."""
        number, self._number = self._number, -1
        if number < 0:
            return
        if sys.platform == "win32":
            os.close(number)
            try:
                self.path.unlink(missing_ok=True)
            except OSError:
                return
        else:
            self.path.unlink(missing_ok=True)
            os.close(number)

    def _write(self, holder: Holder) -> None:
        """Name the holder; on a full disk the lock holds all the same, in nobody's name."""
        os.ftruncate(self._number, 0)
        with suppress(OSError):
            os.write(self._number, json.dumps(asdict(holder), ensure_ascii=False).encode())


def lock_path(path: Path) -> Path:
    """Return the lock file of a project, the same one under every name that leads to the file."""
    real = path.resolve()
    return real.with_name(real.name + ".lock")


def read_holder(path: Path) -> Holder:
    """Return who a lock file names, an unnamed holder when it cannot be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Holder(int(found["pid"]), str(found["host"]), str(found["user"]), str(found["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()


def user_name() -> str:
    """Return the system's user name, `unknown` where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _as_written(moment: str) -> str:
    """Write a moment of ISO 8601 as local time, `2026-11-23 08:15`; what is none as it stands."""
    try:
        return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return moment


def _is_at(number: int, path: Path) -> bool:
    """Tell whether the locked file is still the one under the name: its last holder may have removed it."""
    try:
        return os.path.samestat(os.fstat(number), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _locked(number: int) -> bool:
        os.lseek(number, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(number, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _locked(number: int) -> bool:
        # flock belongs to the open file, not to the process: a second opening in this process is refused
        # too, and closing some other descriptor of the file does not let go of it.
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        except OSError:
            # A disk that knows no locks: it is nobody's fault, and nobody may write there.
            os.close(number)
            raise
        return True
