"""Backups: what a kept copy of a project is, how its file is named, and which of them stay for how long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path


class Why(StrEnum):
    """What a backup was made for."""

    SCHEDULED = "scheduled"
    CLOSING = "closing"
    ASKED = "asked"
    MIGRATION = "before-migration"
    MERGE = "before-merge"
    REPAIR = "before-repair"
    RESTORE = "before-restore"


ROLLING = frozenset({Why.SCHEDULED, Why.CLOSING})
"""Made by themselves, over and over; the others were made for a step or by hand, and stay longer."""

_NAME = re.compile(r"(?a)(\d{6,12})-(\d{8}T\d{6}Z)-([a-z-]+)-([0-9a-f]{32})\.backup")
_STAMP = "%Y%m%dT%H%M%SZ"
_LAST = 3
"""The latest ones, which stay whatever the clock says."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole copy of a project: its file, its number in its folder, when (UTC) and why it was made.

    `size` is in bytes; `digest` the first 32 hex digits of the SHA-256 of the file as it was written. Numbers
    rise, whatever the clock does.
    """

    path: Path
    number: int
    at: datetime
    why: Why
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Policy:
    """How many backups are kept.

    Of the `recent` latest those of the last 24 hours, one of each day for `days`, one of each week for
    `weeks`, `guarded` of those made for a step or by hand; all together at most `largest` bytes, but the
    newest one always.
    """

    recent: int = 24
    days: int = 30
    weeks: int = 52
    guarded: int = 20
    largest: int = 4 << 30


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy of a project holds.

    `project` and `created` tell which project it is, `state` all that makes two copies equal, `clock` its
    logical clock, `decisions` the steps of persons in it, `lost` those of the project it would replace that
    it does not hold (None where that project cannot be read).
    """

    project: str
    created: str
    state: str
    clock: int
    reports: int
    decisions: int
    lost: int | None = None

    def is_of(self, other: Contents) -> bool:
        """Tell whether both are copies of one project; those made before projects had an id by their date."""
        if self.project and other.project:
            return self.project == other.project
        return self.created == other.created


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the project as it was, as a backup, or set aside where it could not be read.

    Neither where there was no project. `lost` are the steps of persons that are only there now.
    """

    before: Path | None
    aside: Path | None
    held: Contents
    lost: int | None


def file_name(number: int, at: datetime, why: Why, digest: str) -> str:
    """Return the name of a backup's file; `digest` is a SHA-256 in hex."""
    return f"{number:06}-{at.astimezone(UTC).strftime(_STAMP)}-{why}-{digest[:32]}.backup"


def backup_of(path: Path, size: int) -> Backup | None:
    """Return what the name of a file says of the backup in it, None where it is no name of ours."""
    found = _NAME.fullmatch(path.name)
    if found is None or found[3] not in set(Why):
        return None
    try:
        at = datetime.strptime(found[2], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, int(found[1]), at, Why(found[3]), size, found[4])


def kept(backups: Iterable[Backup], now: datetime, policy: Policy) -> frozenset[Backup]:
    """Return which backups of one folder stay; the one with the highest number always does.

    Ages are counted from `now`, those of the future as none; days and weeks are those of UTC.
    """
    ordered = sorted(backups, key=lambda each: each.number, reverse=True)
    stay = {*ordered[:_LAST], *_recent(ordered, now, policy.recent)}
    stay |= _one_of_each(ordered, now, timedelta(days=policy.days), "%Y-%m-%d")
    stay |= _one_of_each(ordered, now, timedelta(weeks=policy.weeks), "%G-%V")
    stay |= {*[each for each in ordered if each.why not in ROLLING][: policy.guarded]}
    return _within(sorted(stay, key=lambda each: each.number, reverse=True), policy.largest)


def _recent(ordered: Sequence[Backup], now: datetime, most: int) -> set[Backup]:
    """Return those of the latest that are not older than a day."""
    return {each for each in ordered[:most] if now - each.at < timedelta(days=1)}


def _one_of_each(ordered: Sequence[Backup], now: datetime, age: timedelta, unit: str) -> set[Backup]:
    """Return the latest of each day or week that is not older."""
    latest: dict[str, Backup] = {}
    for each in ordered:
        if now - each.at < age:
            latest.setdefault(each.at.strftime(unit), each)
    return set(latest.values())


def _within(ordered: Sequence[Backup], largest: int) -> frozenset[Backup]:
    """Leave out the oldest till the rest has room; those that come by themselves go first."""
    room = largest - sum(each.size for each in ordered)
    gone: set[Backup] = set()
    oldest = [*reversed(ordered[1:])]
    for each in sorted(oldest, key=lambda one: one.why not in ROLLING):
        if room >= 0:
            break
        gone.add(each)
        room += each.size
    return frozenset(ordered) - gone
