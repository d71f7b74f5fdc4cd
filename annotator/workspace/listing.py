"""Listing: the lines of the library, all of them or only those worked on since they were read last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.domain.progress import Mark, ReportRow

if TYPE_CHECKING:
    from annotator.workspace.projects import Project


def rows_since(project: Project, mark: Mark, *, most: int = -1) -> tuple[list[ReportRow], Mark]:
    """Return the lines that were added or worked on since a mark, and the next mark.

    `Mark()` is the beginning, so that every line comes, or only the first `most` where that is given.
    """
    from annotator.store import reports
    from annotator.workspace.assigning import with_assignees

    following = reports.library_mark(project.store)
    rows = reports.rows_since(project.store, project.author, mark, most=most)
    return with_assignees(project, rows), following
