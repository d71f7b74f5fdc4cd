"""Assigning: the persons of a project with their roles, and who of them is to annotate which report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from annotator.domain.assigning import assigned
from annotator.domain.errors import UserError
from annotator.workspace.blinding import is_blinded, shown_names

if TYPE_CHECKING:
    from annotator.domain.progress import ReportRow
    from annotator.workspace.projects import Project

Role = Literal["analyst", "reviewer"]
ROLES: tuple[Role, ...] = ("analyst", "reviewer")


@dataclass(frozen=True, slots=True)
class Member:
    """An author as a list shows them: of how many reports assigned to them they finished how many."""

    name: str
    kind: str
    role: str
    assigned: int = 0
    finished: int = 0


@dataclass(frozen=True, slots=True)
class Assigned:
    """What an assignment did: reports that got somebody, and by name how many each has now."""

    reports: int
    loads: tuple[tuple[str, int], ...]


def members(project: Project) -> list[Member]:
    """Return the authors of a project in the order they came; other persons are left out where hidden."""
    from annotator.store.assignments import workloads
    from annotator.store.authors import authors

    loads = workloads(project.store)
    blinded = is_blinded(project)
    return [
        Member(author.name, author.kind, author.role, *loads.get(author.name, (0, 0)))
        for author in authors(project.store)
        if not blinded or author.kind != "person" or author.name == project.author
    ]


def add_member(project: Project, name: str, role: Role | None = None) -> None:
    """Make a person known to a project, or give one that is known another role.

    Names are what merging goes by, so that they are given once and stay. Raises UserError `author-taken`,
    `no-author-name`.
    """
    from annotator.store.authors import ensure_author, set_role

    ensure_author(project.store, name.strip(), kind="person", role=role or "analyst")
    if role is not None:
        set_role(project.store, name.strip(), role)


def assign(
    project: Project,
    analysts: Sequence[str],
    *,
    per_report: int,
    report_ids: Sequence[str] = (),
    seed: str = "",
) -> Assigned:
    """Assign so many of the analysts to every report, or to these; unknown ones become known.

    Who is assigned already stays. Raises UserError `too-few-analysts`, and what `add_member` raises.
    """
    from annotator.store import assignments

    names = list(dict.fromkeys(name.strip() for name in analysts if name.strip()))
    if not 1 <= per_report <= len(names):
        raise UserError(
            "too-few-analysts",
            f"{len(names)} analysts cannot give {per_report} to a report; name more, or ask for fewer",
        )
    ids = list(report_ids) or project.report_ids()
    with project.store.writing():
        for name in names:
            add_member(project, name)
        held = {key: frozenset(some) for key, some in assignments.assignments(project.store).items()}
        added = assigned(ids, names, per_report=per_report, held=held, seed=seed)
        assignments.assign(project.store, added)
    loads = assignments.workloads(project.store)
    return Assigned(len(added), tuple((name, loads.get(name, (0, 0))[0]) for name in names))


def put_assignees(project: Project, report_ids: Sequence[str], names: Sequence[str]) -> None:
    """Let exactly these persons be assigned to these reports; what others did there stays.

    Unknown ones become known. Raises UserError `author-taken`, `no-author-name`, or `hidden-people` for an
    analyst who may not know whom this would take a report from.
    """
    from annotator.store import assignments

    if is_blinded(project):
        raise UserError(
            "hidden-people", "this project hides who has which report; let a reviewer assign it, or show them"
        )
    held = assignments.assignments(project.store)
    wanted = set(names)
    with project.store.writing():
        for name in names:
            add_member(project, name)
        assignments.assign(project.store, {key: sorted(wanted) for key in report_ids})
        gone = {key: set(held.get(key, ())) - wanted for key in report_ids}
        assignments.unassign(project.store, gone)


def with_assignees(project: Project, rows: Sequence[ReportRow]) -> list[ReportRow]:
    """Return lines of the library with the names of those assigned, as far as this author may know them."""
    from annotator.store.assignments import assignees, assignments

    one = rows[0].id if len(rows) == 1 else ""
    held = {one: assignees(project.store, one)} if one else assignments(project.store)
    shown = shown_names(project, held) if held else {}
    return [replace(row, assignees=shown[row.id]) if shown.get(row.id) else row for row in rows]
