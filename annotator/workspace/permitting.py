"""Permitting: who may settle disputes in a project, and what to do for those who may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.domain.errors import UserError

if TYPE_CHECKING:
    from annotator.workspace.projects import Project


def reviewers(project: Project) -> list[str]:
    """Return the names of those who review in a project, in the order they came."""
    from annotator.store.authors import authors

    return [each.name for each in authors(project.store) if each.kind == "person" and each.role == "reviewer"]


def refuse_read_only(project: Project) -> None:
    """Refuse to change a project that is open for reading only; raise UserError `read-only`."""
    if project.read_only:
        raise UserError("read-only", f"{project.path.name} is open for reading only; nothing was changed")


def refuse_beside_reviewers(project: Project) -> None:
    """Refuse one who does not review where others do; raise UserError `not-reviewer`."""
    named = reviewers(project)
    if named and project.author not in named:
        some = ", ".join(named)
        raise UserError("not-reviewer", f"{project.author} does not review here; ask {some} to settle it")


def refuse_unless_reviewer(project: Project) -> None:
    """Refuse to settle anything in a project for reading only, or for one who does not review in it.

    Where nobody reviews, its only person does. Raises UserError `read-only`, `not-reviewer`, `no-reviewer`.
    """
    from annotator.store.authors import authors

    refuse_read_only(project)
    refuse_beside_reviewers(project)
    if reviewers(project):
        return
    persons = {each.name for each in authors(project.store) if each.kind == "person"}
    if persons - {project.author}:
        raise UserError("no-reviewer", "nobody reviews here yet; take the role in the review settings")


def become_reviewer(project: Project) -> None:
    """Let this author review in a project from now on; raise UserError `read-only`."""
    from annotator.workspace.assigning import add_member

    refuse_read_only(project)
    add_member(project, project.author, "reviewer")
