"""Blinding: what an author may see of others' work on a report while it is not finished by all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from annotator.workspace.counting import person_sets

if TYPE_CHECKING:
    from annotator.domain.sets import AnnotationSet
    from annotator.store.connection import Store
    from annotator.workspace.projects import Project

_BLIND = "blind"


def is_blind(store: Store) -> bool:
    """Tell whether analysts of a project do not see each other's names and work until all are done."""
    return store.setting(_BLIND) == "1"


def set_blind(project: Project, on: bool) -> None:
    """Turn blind mode on or off, for everybody in this project."""
    project.store.set_setting(_BLIND, "1" if on else "0")


def is_blinded(project: Project) -> bool:
    """Tell whether this author is one from whom others are hidden: not a reviewer, in a blind project."""
    from annotator.store.authors import authors

    if not is_blind(project.store):
        return False
    return not any(a.name == project.author and a.role == "reviewer" for a in authors(project.store))


def hidden_reports(project: Project) -> frozenset[str]:
    """Return the reports of which this author may see neither others' names nor their work yet.

    None for a reviewer and outside blind mode. A report opens when all who are assigned to it have finished
    it; where nobody is, when this author and everybody with a set over it have.
    """
    from annotator.store.assignments import open_reports

    if not is_blinded(project):
        return frozenset()
    return frozenset(open_reports(project.store, project.author))


def may_see(project: Project, report_id: str) -> bool:
    """Tell whether this author may see what others made of one report."""
    from annotator.store.assignments import open_reports

    return not (is_blinded(project) and open_reports(project.store, project.author, report_id=report_id))


def visible_sets(project: Project, report_id: str) -> list[AnnotationSet]:
    """Return the sets that persons have over a report, as far as this author may see them."""
    held = person_sets(project, report_id)
    if may_see(project, report_id):
        return held
    return [each for each in held if each.author == project.author]


def shown_names(project: Project, names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return names by report id without those this author may not know."""
    if len(names) == 1:
        (only,) = names
        hidden = frozenset() if may_see(project, only) else frozenset({only})
    else:
        hidden = hidden_reports(project)
    return {
        report_id: tuple(n for n in some if n == project.author) if report_id in hidden else some
        for report_id, some in names.items()
    }
