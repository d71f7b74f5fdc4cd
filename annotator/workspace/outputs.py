"""Outputs: files that are written must not take the place of a project, nor of what they are made from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotator.domain.errors import UserError
from annotator.workspace.projects import SUFFIX


def refuse_over(path: Path, *, inputs: Iterable[Path] = ()) -> None:
    """Raise UserError `is-a-project` or `is-input` where writing would destroy a project or an input."""
    from annotator.store.migrate import is_project_file

    if path.name.endswith(SUFFIX) or is_project_file(path):
        raise UserError("is-a-project", f"{path.name} is a project or named as one; choose another name")
    if any(is_same(path, given) for given in inputs):
        raise UserError("is-input", f"{path.name} is read here and would be lost; choose another name")


def is_same(path: Path, other: Path) -> bool:
    """Tell whether two names lead to one file, which is there."""
    try:
        return path.samefile(other)
    except OSError:
        return False
