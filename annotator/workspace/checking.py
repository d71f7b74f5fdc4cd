"""Checking: whether a project file holds what its journal says, every fault on a line."""

from __future__ import annotations

from pathlib import Path

from annotator.workspace.projects import Project


def check_project(path: Path) -> list[str]:
    """Return every fault found in a project file, none when it is sound; nothing is changed."""
    from annotator.store.integrity import check

    with Project.open(path, read_only=True) as project:
        return [str(problem) for problem in check(project.store)]


def repair_project(path: Path) -> list[str]:
    """Mend what the journal still knows, after a backup beside the file; say each thing done on a line.

    A copy whose log is lost is taken as it is, where all in it can be mended.
    """
    from annotator.store.repairs import repair

    with Project.for_writing(path, without_log=True) as project:
        # A process that ends meanwhile, or faults that stay, leave it refused as it was.
        project.store.keep_mark()
        done = repair(project.store)
        if not done.left:
            project.store.mark()
    lines = [f"mended: {problem}" for problem in done.mended]
    return lines if done.backup is None else [*lines, f"the file as it was is kept as {done.backup.name}"]
