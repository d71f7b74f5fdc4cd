"""Checking: whether a project file holds what its journal says, every fault on a line."""

from __future__ import annotations

from pathlib import Path

from annotator.workspace.projects import Project


def check_project(path: Path) -> list[str]:
    """Return every fault found in a project file, none when it is sound; nothing is changed."""
    from annotator.store.integrity import check

    with Project.open(path, read_only=True) as project:
        return [str(problem) for problem in check(project.store)]
