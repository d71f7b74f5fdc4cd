"""Backing up: a project copied whole while it is worked on, its backups listed, one of them restored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.backups import Backup, Contents, Restored, Why
from annotator.workspace.patience import Wait
from annotator.workspace.safeguarding import wishes

if TYPE_CHECKING:
    from annotator.workspace.projects import Project


@dataclass(frozen=True, slots=True)
class Looked:
    """A backup that was looked into: what it holds, None where it cannot be read; whether it is whole."""

    backup: Backup
    held: Contents | None
    is_whole: bool


def back_up(
    project: Project,
    why: Why = Why.ASKED,
    *,
    stopped: Callable[[], bool] | None = None,
    now: datetime | None = None,
) -> Backup:
    """Make a backup of an open project, on a connection that nobody else uses meanwhile.

    Raises UserError as `store.backups.back_up` does.
    """
    from annotator.store import backups, restores

    wished = wishes()
    if not project.read_only:
        restores.sweep(project.path)
    return backups.back_up(
        project.store.connection,
        project.path,
        why,
        folder=wished.folder_of(project.path),
        policy=wished.policy,
        stopped=stopped,
        now=now,
    )


def is_rescued(project: Project) -> bool:
    """Tell whether the project's file is gone and all that was in it was copied elsewhere, which was said."""
    return project.store.place.is_rescued


def state_of(project: Project) -> str:
    """Return what tells whether anything was done in a project between two looks at it."""
    from annotator.store.backups import contents
    from annotator.store.faults import told

    with told(project.path):
        return contents(project.store.connection).state


def back_up_changes(
    project: Project, why: Why, *, opened: str = "", stopped: Callable[[], bool] | None = None
) -> Backup | None:
    """Make a backup where something was done since the last one; None where nothing was.

    Where there is none yet, since the project was `opened`: the state it had then, empty for not known.
    """
    from annotator.store.backups import inspected

    last = next(iter(backups_of(project.path)), None)
    held = None if last is None else inspected(last.path)
    before = opened if last is None else "" if held is None else held.state
    return None if before == state_of(project) else back_up(project, why, stopped=stopped)


def backups_of(path: Path) -> list[Backup]:
    """Return the backups of a project, the latest first: those beside it and those where the user wishes."""
    from annotator.store.backups import folder_of, listed

    elsewhere = wishes().folder_of(path)
    beside = listed(folder_of(path))
    if elsewhere is None:
        return beside
    found = [*beside, *listed(elsewhere)]
    return sorted(found, key=lambda each: (each.at, each.number), reverse=True)


def look(path: Path, backup: Backup) -> Looked:
    """Look into a backup of a project: read it through, and count what would be lost by restoring it."""
    from annotator.store.backups import inspected, is_whole

    held = inspected(backup.path, path if path.exists() else None) if is_whole(backup) else None
    return Looked(backup, held, held is not None)


def look_through(path: Path, *, stopped: Callable[[], bool] | None = None) -> Iterator[Looked]:
    """Yield every backup of a project looked into, the latest first, till it is stopped."""
    for backup in backups_of(path):
        if stopped is not None and stopped():
            return
        yield look(path, backup)


def restore(
    path: Path,
    chosen: Path,
    *,
    foreign: bool = False,
    stopped: Callable[[], bool] | None = None,
) -> Restored:
    """Put a backup in the place of a project, after a backup of it as it is, once nobody has it open.

    Raises UserError `stopped` where the wait for somebody who has it open was stopped, and as
    `store.restores.restore` does; then nothing was changed.
    """
    from annotator.store import restores

    wished = wishes()
    places = [each for each in (wished.folder_of(path),) if each is not None]
    wait = Wait(path, stopped or (lambda: False))
    return restores.restore(
        path,
        chosen,
        foreign=foreign,
        others=places,
        policy=wished.policy,
        wait=wait.turn,
        goes_on=wait.goes_on,
        stopped=stopped,
    )
