"""Counting: who works on a report, and what is done and left in it for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.domain.progress import Counts, counts_of
from annotator.domain.sets import AnnotationSet, combined

if TYPE_CHECKING:
    from annotator.workspace.projects import Project


def person_sets(project: Project, report_id: str, *, but: str = "") -> list[AnnotationSet]:
    """Return the sets that persons have over a report, in the order they came; `but` is left out."""
    from annotator.store.authors import authors
    from annotator.store.sets import load_set, set_authors

    persons = {author.name for author in authors(project.store) if author.kind == "person"}
    names = [name for name in set_authors(project.store, report_id) if name in persons - {but}]
    return [load_set(project.store, report_id, name) for name in names]


def everybodys_counts(
    candidates: AnnotationSet, sets: Sequence[AnnotationSet], *, threshold: float
) -> dict[tuple[str, str], Counts]:
    """Count a report for every author of a set over it, and under `""` for those who have not begun."""
    report_id = candidates.report_id
    return {
        (report_id, each.author): counts_of(combined(candidates, each), threshold=threshold)
        for each in (*sets, AnnotationSet(report_id, ""))
    }
