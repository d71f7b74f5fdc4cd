"""Welcoming: a project that comes from elsewhere is only read until it was checked, and then at home here."""

from __future__ import annotations

from pathlib import Path

from annotator.domain.errors import UserError
from annotator.workspace.patience import PATIENCE
from annotator.workspace.projects import Project


def welcome(path: Path) -> None:
    """Check a project that comes from elsewhere, and let it be at home; nothing happens to one that is.

    Says so to whoever has patience. Raises UserError `unsound` where it has faults, `stopped`, and as
    `Project.open` does.
    """
    from annotator.workspace.checking import faults_of

    with Project.open(path) as project:
        if not project.is_strange:
            return
        patience = PATIENCE.get()
        patience.warn(f"{project.path.name} was not made here: it is checked first")
        faults = faults_of(project, progress=patience.progress, stopped=patience.stopped)
        if faults:
            raise unsound(project.path, faults)
    let_in(path).close()


def let_in(path: Path, *, author: str = "") -> Project:
    """Open for writing a project that was found sound, and remember that it is at home here."""
    from annotator.store.homes import settle_in

    project = Project.open(path, author=author, strangers=True)
    if not project.read_only:
        settle_in(project.store)
    return project


def unsound(path: Path, faults: list[str]) -> UserError:
    """Return why a project that comes from elsewhere can only be read, each of its faults on a line."""
    return UserError(
        "unsound",
        f"{path.name} comes from elsewhere and has {len(faults)} faults: it can only be read; ask its sender "
        "for it again, or mend it by annotator check --repair",
        lines=tuple(faults),
    )
