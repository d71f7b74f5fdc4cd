"""Restores: a backup put in the place of a project, checked before and after, nothing of either lost."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from annotator.domain.backups import Backup, Contents, Policy, Restored, Why, backup_of
from annotator.domain.errors import UserError
from annotator.store import migrate
from annotator.store.backups import (
    back_up,
    contents,
    copy_into,
    folder_of,
    inspected,
    is_whole,
    listed,
    reading,
    sync,
    take_away,
)
from annotator.store.connection import open_under
from annotator.store.devices import RESTORED, RESTORED_CLOCK
from annotator.store.faults import told
from annotator.store.integrity import check
from annotator.store.journal import catch_up
from annotator.store.locks import FileLock, Holder, lock_path
from annotator.store.marks import check_mark
from annotator.store.shares import share_of

_LEAP = 1_000_000
"""By how much the clock goes on where nobody knows how far it was: more than is done between two backups."""
_STEPS = 1000
"""Steps of SQLite after which a check looks whether it was stopped."""
_DAMAGE = frozenset({"damaged-project", "not-a-project", "foreign-objects", "cannot-open", "lost-log"})


def restore(
    project: Path,
    chosen: Path,
    *,
    foreign: bool = False,
    others: Sequence[Path] = (),
    policy: Policy | None = None,
    wait: float = 0.0,
    goes_on: Callable[[Holder], bool] | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Restored:
    """Put a backup in the place of a project that nobody has open.

    It is checked wholly first, and the project as it is backed up beside itself; only then it is replaced, at
    once. `others` are folders of its backups beside that one. What is restored is another device with a later
    clock: what was done since, and comes back in a colleague's bundle, lies before what is done from now on.
    `foreign` lets another project take its place. `wait` is how many seconds to wait for who has it open
    before `goes_on` is asked whether to wait as long again.
    Raises UserError `locked`, `missing-file`, `same-project`, `not-a-backup`, `newer-version`,
    `foreign-objects`, `lost-log`, `other-project`, `damaged-backup`, `disk-full`, `cannot-back-up`,
    `cancelled`; then nothing was changed.
    """
    real, stop = project.resolve(), stopped or (lambda: False)
    place = folder_of(real)
    places = (place, *others)
    with _held(real, wait, goes_on or (lambda _: False)) as lock, _beside(real) as copy:
        now = inspected(real)
        with _blaming(chosen, places):
            _refuse_other(chosen, real, places, now, foreign=foreign)
            with reading(chosen) as connection:
                copy_into(copy, connection, stop)
            lost = _lost(copy, real)
            held = _prepare(copy, chosen, _latest(places) if now is None else now.clock, stop)
        before, aside = _keep(real, lock, place, policy, stop)
        for suffix in ("-wal", "-shm"):
            real.with_name(real.name + suffix).unlink(missing_ok=True)
        # An old log must never be found beside a new file.
        sync(real.parent)
        copy.replace(real)
        sync(real.parent)
        _verify(real, held, before)
    return Restored(before, aside, held, lost)


@contextmanager
def _held(real: Path, wait: float, goes_on: Callable[[Holder], bool]) -> Iterator[FileLock]:
    """Hold a project's lock, which no window and no verb can have meanwhile."""
    is_shared = bool(share_of(real))
    try:
        lock = FileLock.take(lock_path(real), wait=wait, is_shared=is_shared)
        while isinstance(lock, Holder) and goes_on(lock):
            lock = FileLock.take(lock_path(real), wait=wait, is_shared=is_shared)
    except OSError as error:
        raise UserError(
            "cannot-write", f"{real.name} cannot be replaced ({error.strerror}); make its folder writable"
        ) from error
    if isinstance(lock, Holder):
        raise UserError("locked", f"{real.name} is in use by {lock}; close it there and try again")
    try:
        yield lock
    finally:
        lock.release()


def sweep(project: Path) -> None:
    """Take away what a restore that was killed left beside a project, whose lock the caller holds."""
    copy = _copy_of(project.resolve())
    take_away(copy)
    with suppress(OSError):
        lock_path(copy).unlink(missing_ok=True)


def _copy_of(real: Path) -> Path:
    return real.with_name(f".{real.name}.restoring")


@contextmanager
def _beside(real: Path) -> Iterator[Path]:
    """Give an empty file (0600) beside a project; what is left of it, by a crash too, is removed."""
    copy = _copy_of(real)
    take_away(copy)
    try:
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield copy
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            line = f"{real.name}: the disk is full; nothing was changed; free some space and repeat"
            raise UserError("disk-full", line) from error
        raise UserError(
            "cannot-write", f"{real.name} cannot be replaced ({error.strerror}); make its folder writable"
        ) from error
    finally:
        take_away(copy)


def _refuse_other(
    chosen: Path, real: Path, places: Sequence[Path], now: Contents | None, *, foreign: bool
) -> None:
    """Raise UserError where what was chosen is no backup, of a newer version or of another project."""
    if not chosen.exists():
        raise UserError("missing-file", f"there is no file {chosen}; check the path and retry")
    if chosen.resolve() == real:
        raise UserError("same-project", f"{chosen.name} is this very project; choose a backup of it")
    if not migrate.is_project_file(chosen):
        raise UserError("not-a-backup", f"{chosen.name} is no backup of a project; choose another file")
    with reading(chosen) as connection:
        migrate.check_version(migrate.version_of(connection), chosen)
        named = backup_of(chosen, 0)
        if named is not None and not is_whole(named):
            raise _DamageError("it is not as it was written")
        migrate.check_objects(connection, chosen)
        check_mark(connection, chosen)
        is_ours = (
            contents(connection).is_of(now)
            if now is not None
            else chosen.resolve().parent in {place.resolve() for place in places}
        )
    if not is_ours and not foreign:
        raise UserError(
            "other-project",
            f"{chosen.name} is a backup of another project than {real.name}; choose one of this project",
        )


def _lost(copy: Path, real: Path) -> int | None:
    with reading(copy) as connection:
        return contents(connection, real).lost


def _prepare(copy: Path, chosen: Path, clock: int, stopped: Callable[[], bool]) -> Contents:
    """Check a copy wholly, at this version, and let it go on as another device, after all that was done."""
    lock = FileLock.take(lock_path(copy))
    if isinstance(lock, Holder):
        raise UserError("locked", f"{chosen.name} is in use by {lock}; close it there and try again")
    try:
        with open_under(copy, lock, backed_up=False) as store:
            # To check takes most of the time there is to stop in.
            store.connection.set_progress_handler(stopped, _STEPS)
            problems = check(store)
            store.connection.set_progress_handler(None, 0)
            if stopped():
                raise UserError("cancelled", "the restore was stopped; nothing was changed")
            if problems:
                raise _DamageError(str(problems[0]))
            store.set_setting(RESTORED, uuid4().hex)
            store.set_setting(RESTORED_CLOCK, str(clock))
            with store.writing() as connection:
                catch_up(connection)
            store.empty_log()
            held = contents(store.connection)
    finally:
        lock.release()
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    return held


def _latest(places: Sequence[Path]) -> int:
    """Return a clock that lies after all that was done in a project that cannot be read."""
    held = (inspected(backup.path) for place in places for backup in listed(place))
    return max((each.clock for each in held if each is not None), default=0) + _LEAP


def _keep(
    real: Path, lock: FileLock, place: Path, policy: Policy | None, stopped: Callable[[], bool]
) -> tuple[Path | None, Path | None]:
    """Back up the project as it is, or set aside what cannot be read; return the one and the other."""
    if not real.exists():
        return None, None
    try:
        with open_under(real, lock, backed_up=True) as store:
            made = back_up(store.connection, real, Why.RESTORE, folder=place, policy=policy, stopped=stopped)
            with told(real):
                is_emptied = store.empty_log()
        if not is_emptied:
            # Its log holds what is not in the file yet, and would be taken away first.
            line = f"{real.name}: another program holds the file; close it there and repeat"
            raise UserError("locked", line)
        return made.path, None
    except UserError as error:
        if error.code not in _DAMAGE:
            raise
    return None, _set_aside(real, place)


def _set_aside(real: Path, place: Path) -> Path:
    """Copy the files of a project that cannot be read as they lie, for whoever may make something of them."""
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = place / f"damaged-{stamp}-{uuid4().hex[:8]}"
    for suffix in ("", "-wal"):
        source = real.with_name(real.name + suffix)
        if source.exists():
            target = aside.with_name(aside.name + suffix)
            with source.open("rb") as old, open(target, "xb", opener=_private) as new:
                shutil.copyfileobj(old, new)
                new.flush()
                os.fsync(new.fileno())
    sync(place)
    return aside


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _verify(real: Path, held: Contents, before: Path | None) -> None:
    """Raise UserError `restore-failed` where the restored file does not hold what was put there."""
    with suppress(UserError, sqlite3.Error), reading(real) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",) and contents(connection) == held:
            return
    kept = f"; as it was it is kept as {before.name}" if before is not None else ""
    raise UserError("restore-failed", f"{real.name} cannot be read back from the disk{kept}; check the disk")


class _DamageError(Exception):
    """What is wrong with a backup."""


@contextmanager
def _blaming(chosen: Path, places: Sequence[Path]) -> Iterator[None]:
    """Say of a damaged backup that it is one, and which one is not."""
    try:
        with told(chosen):
            yield
            return
    except _DamageError as error:
        why = str(error)
    except UserError as error:
        if error.code not in {"damaged-project", "not-a-project", "cannot-open"}:
            raise
        why = "it cannot be read"
    other = next_whole(chosen, places)
    advice = f"restore {other.path.name}, the next that is whole" if other else "choose another file"
    raise UserError("damaged-backup", f"{chosen.name} is damaged: {why}; nothing was changed; {advice}")


def next_whole(chosen: Path, places: Sequence[Path]) -> Backup | None:
    """Return the next older backup beside a damaged one that is whole, else the next newer; None without."""
    held = [each for place in places for each in listed(place) if each.path.name != chosen.name]
    held.sort(key=lambda each: (each.at, each.number), reverse=True)
    named = backup_of(chosen, 0)
    before = None if named is None else (named.at, named.number)
    older = [each for each in held if before is None or (each.at, each.number) <= before]
    newer = [each for each in reversed(held) if each not in older]
    return next((each for each in (*older, *newer) if is_whole(each)), None)
