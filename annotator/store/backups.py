"""Backups: whole copies of a project made while it is worked on, each verified before it bears its name."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from time import monotonic

from annotator.domain.backups import Backup, Contents, Policy, Why, backup_of, file_name, kept
from annotator.domain.errors import UserError
from annotator.store.faults import told
from annotator.store.locks import FileLock, Holder
from annotator.store.marks import clear_mark

PROJECT = "project"
"""The setting that holds a project's id, the same in all its copies."""

_SUFFIX = ".annotator"
_AT_ONCE = 256
"""Pages copied between two looks at whether to stop (1 MB), brought to the disk before the next: a decision
that waits for the disk then waits for no more than that."""

_PATIENCE = 60.0
"""Seconds to wait for another program that makes a backup of the same project."""
_TURN = 0.25
"""Seconds after which such a wait looks whether it was stopped."""

_ROWS: Mapping[str, str] = {
    "reports": "coalesce(max(id), 0) || '/' || count(*)",
    "journal": "coalesce(max(id), 0)",
    "resolutions": "coalesce(max(id), 0)",
    "schemas": "coalesce(max(id), 0)",
    "assignments": "count(*) || '/' || coalesce(sum(report * 31 + author), 0)",
    "authors": "count(*) || '/' || coalesce(sum(id * (role = 'reviewer')), 0)",
    "splits": "count(*)",
    "settings": "group_concat(key || '=' || value, x'1f') FILTER (WHERE key NOT IN ('in-use', 'project'))",
}
"""What tells by table whether anything was done between two looks at a project."""
_LOGS = ("journal", "resolutions")


def folder_of(project: Path) -> Path:
    """Return the folder of a project's backups, `NAME.backups` beside its file, which may not be there."""
    real = project.resolve()
    return real.with_name(f"{real.name.removesuffix(_SUFFIX)}.backups")


def back_up(
    connection: sqlite3.Connection,
    project: Path,
    why: Why,
    *,
    folder: Path | None = None,
    policy: Policy | None = None,
    stopped: Callable[[], bool] | None = None,
    now: datetime | None = None,
) -> Backup:
    """Copy an open project into its folder of backups, and let go of those that need not be kept.

    What is copied is the project of the moment it begins; whoever writes meanwhile waits for nothing. The
    copy is for its owner only (0600, the folder 0700) and gets its name when it is on the disk and verified.
    Raises UserError `disk-full`, `cannot-back-up`, `locked`, `damaged-project`, `cancelled`; nothing
    half-written stays.
    """
    place, at = folder or folder_of(project), now or datetime.now(UTC)
    stop = stopped or (lambda: False)
    with _refusing(place), _alone(place, stop):
        _sweep(place)
        number = max((each.number for each in listed(place)), default=0) + 1
        part = place / f".{number:06}.part"
        try:
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            with told(project):
                copy_into(part, connection, stop)
            name = place / file_name(number, at, why, digest_of(part))
            part.rename(name)
            sync(place)
        except BaseException:
            take_away(part)
            raise
        _thin(place, at, policy or Policy())
    made = backup_of(name, name.stat().st_size)
    if made is None:
        raise ValueError("a backup's name is not one")
    return made


def copy_into(part: Path, connection: sqlite3.Connection, stopped: Callable[[], bool]) -> None:
    """Copy what a project holds at this moment into an empty file, page by page, and verify the copy.

    It is one file without a log, on the disk, and not marked as in use. Raises UserError `damaged-project`
    and `cancelled`, OSError and sqlite3.Error.
    """
    with part.open("rb+") as file, _snapshot(connection):

        def go_on(*_: int) -> None:
            os.fsync(file.fileno())
            if stopped():
                raise _stopped()

        with closing(_connect(part, "mode=rw")) as copy:
            # A copy that fails is taken away: it needs no journal. Few pages at a time wait for the disk.
            for setting in ("synchronous = OFF", "journal_mode = OFF", "cache_size = -2000"):
                copy.execute(f"PRAGMA {setting}")
            with _full_told():
                connection.backup(copy, pages=_AT_ONCE, progress=go_on, sleep=0.001)
        before = contents(connection)
    with closing(_connect(part, "mode=rw")) as copy:
        clear_mark(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        faults = [line for (line,) in copy.execute("PRAGMA quick_check(1)") if line != "ok"]
        if faults or contents(copy) != before:
            raise UserError(
                "damaged-project",
                "the file is damaged, and no backup can be made of it; see what annotator check says",
            )
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def listed(folder: Path) -> list[Backup]:
    """Return the backups of a folder, the newest first; none where there is no such folder."""
    found = []
    with suppress(OSError):
        for each in os.scandir(folder):
            backup = backup_of(Path(each.path), 0)
            if backup is not None and each.is_file(follow_symlinks=False):
                found.append(replace(backup, size=each.stat(follow_symlinks=False).st_size))
    return sorted(found, key=lambda each: each.number, reverse=True)


def is_whole(backup: Backup) -> bool:
    """Tell whether the file of a backup is, byte for byte, what was written."""
    try:
        return digest_of(backup.path)[: len(backup.digest)] == backup.digest
    except OSError:
        return False


def contents(connection: sqlite3.Connection, other: Path | None = None) -> Contents:
    """Return what a project, or a copy of one, holds.

    `other` is the file of the project it would replace: what of that it does not hold is counted too.
    """
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    settings = dict(
        connection.execute("SELECT key, value FROM settings WHERE key IN (?, 'created_at')", (PROJECT,))
    )
    values = [
        connection.execute(f"SELECT {sql} FROM {table}").fetchone()[0]
        for table, sql in _ROWS.items()
        if table in tables
    ]
    ((clock,),) = connection.execute("SELECT value FROM clock").fetchall()
    return Contents(
        settings.get(PROJECT, ""),
        settings.get("created_at", ""),
        sha256(repr((clock, values)).encode()).hexdigest(),
        clock,
        connection.execute("SELECT count(*) FROM reports").fetchone()[0],
        sum(_steps(connection, "main", table) for table in _LOGS if table in tables),
        None if other is None else _lost(connection, tables, other),
    )


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a copy of a project that nobody writes, changing neither it nor its folder."""
    options = "mode=ro" if _log_of(path).exists() else "mode=ro&immutable=1"
    with told(path), closing(_connect(path, options)) as connection:
        yield connection


def inspected(path: Path, other: Path | None = None) -> Contents | None:
    """Return what a file holds as `contents` does; None where it cannot be read, or is not there."""
    with suppress(UserError, sqlite3.Error, OSError, TypeError, ValueError), reading(path) as connection:
        return contents(connection, other)
    return None


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    found = sha256()
    with path.open("rb") as file:
        while some := file.read(1 << 20):
            found.update(some)
    return found.hexdigest()


def sync(folder: Path) -> None:
    """Bring the names of a folder's files to the disk, where the system can."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


@contextmanager
def _full_told() -> Iterator[None]:
    """Raise OSError where the disk of a copy is full: SQLite's own error would be told of what is copied."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
        raise OSError(errno.ENOSPC, "the disk is full") from error


@contextmanager
def _snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold one moment of a project: pages that others write meanwhile neither come in nor begin it anew."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield
    finally:
        connection.execute("ROLLBACK")


def _connect(path: Path, options: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}", uri=True, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _steps(connection: sqlite3.Connection, schema: str, table: str, more: str = "") -> int:
    """Count the rows of a log that persons wrote."""
    ((count,),) = connection.execute(
        f"SELECT count(*) FROM {schema}.{table} x WHERE author IN "
        f"(SELECT id FROM {schema}.authors WHERE kind = 'person') {more}"
    ).fetchall()
    return int(count)


def _lost(connection: sqlite3.Connection, tables: set[str], other: Path) -> int | None:
    """Count the steps of persons in a project that a copy of it lacks; None where it cannot be read."""
    try:
        connection.execute("ATTACH ? AS now", (f"{other.absolute().as_uri()}?mode=ro",))
        try:
            return sum(
                _steps(
                    connection,
                    "now",
                    table,
                    f"AND NOT EXISTS (SELECT 1 FROM main.{table} y WHERE y.entry_id = x.entry_id)"
                    if table in tables
                    else "",
                )
                for table in _LOGS
            )
        finally:
            connection.execute("DETACH now")
    except sqlite3.Error:
        return None


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _stopped() -> UserError:
    return UserError("cancelled", "the backup was stopped; nothing was changed")


@contextmanager
def _alone(folder: Path, stopped: Callable[[], bool]) -> Iterator[None]:
    """Make the folder where there is none, and let nobody else make or take away backups in it meanwhile."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    until = monotonic() + _PATIENCE
    while isinstance(lock := FileLock.take(folder / ".lock", wait=min(_TURN, _PATIENCE)), Holder):
        if stopped():
            raise _stopped()
        if monotonic() >= until:
            break
    if isinstance(lock, Holder):
        raise UserError("locked", f"{folder.name}: {lock} makes a backup; wait for it and repeat")
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _refusing(folder: Path) -> Iterator[None]:
    """Say why no backup can be written into a folder."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise UserError(
                "disk-full", f"no backup was made in {folder}: the disk is full; free some space and repeat"
            ) from error
        raise UserError(
            "cannot-back-up",
            f"no backup was made in {folder} ({error.strerror}); make it writable or choose another folder",
        ) from error


def _sweep(folder: Path) -> None:
    """Take away what a program that ended midway left half-written; only under the folder's lock."""
    for part in folder.glob(".*.part*"):
        if part.name[1:7].isdigit():
            part.unlink(missing_ok=True)


def take_away(part: Path) -> None:
    """Remove a file that was being made, with what SQLite lays beside it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def _thin(folder: Path, now: datetime, policy: Policy) -> None:
    """Take away backups that the policy does not keep; files that are no backups of ours stay."""
    held = listed(folder)
    stay = kept(held, now, policy)
    for each in held:
        if each not in stay:
            # One that cannot be taken away now is taken away the next time.
            with suppress(OSError):
                each.path.unlink()
