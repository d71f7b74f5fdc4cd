"""Checking: whether a project file holds what its journal says, every fault on a line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from annotator.domain.errors import UserError
from annotator.workspace.projects import Project

Progress = Callable[[int, int, str], None]


def check_project(
    path: Path, *, progress: Progress | None = None, stopped: Callable[[], bool] | None = None
) -> list[str]:
    """Return every fault found in a project file, none when it is sound; nothing is changed.

    Raises UserError `stopped` where it was stopped.
    """
    with Project.open(path, read_only=True) as project:
        return faults_of(project, progress=progress, stopped=stopped)


def faults_of(
    project: Project, *, progress: Progress | None = None, stopped: Callable[[], bool] | None = None
) -> list[str]:
    """Return every fault found in a project that is open, on a connection that nobody else uses meanwhile.

    Raises UserError `stopped` where it was stopped.
    """
    from annotator.store.integrity import check

    found = check(project.store, progress=progress, stopped=stopped)
    if stopped is not None and stopped():
        raise UserError("stopped", f"the check of {project.path.name} was stopped; nothing was changed")
    return [str(problem) for problem in found]


def repair_project(path: Path) -> list[str]:
    """Mend what the journal still knows, after a backup beside the file; say each thing done on a line.

    A copy whose log is lost is taken as it is, where all in it can be mended.
    """
    from annotator.store.homes import settle_in
    from annotator.store.repairs import repair

    with Project.for_writing(path, without_log=True) as project:
        # A process that ends meanwhile, or faults that stay, leave it refused as it was.
        project.store.keep_mark()
        done = repair(project.store)
        if not done.left:
            project.store.mark()
            settle_in(project.store)
    lines = [f"mended: {problem}" for problem in done.mended]
    return lines if done.backup is None else [*lines, f"the file as it was is kept as {done.backup.name}"]
