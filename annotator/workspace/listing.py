"""Listing: the lines of the library, all of them or only those worked on since they were read last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.domain.progress import Mark, ReportRow, Stage
from annotator.workspace.blinding import hidden_reports

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
    return with_disputes(project, with_assignees(project, rows)), following


def with_disputes(project: Project, rows: Sequence[ReportRow]) -> list[ReportRow]:
    """Return lines of the library with their open disputes, as they were last counted; none where hidden."""
    from annotator.store.dispute_lists import open_counts

    counted = open_counts(project.store, rows[0].id if len(rows) == 1 else "")
    if not counted:
        return list(rows)
    hidden = hidden_reports(project)
    return [_with(row, counted.get(row.id, 0)) if row.id not in hidden else row for row in rows]


def _with(row: ReportRow, disputes: int) -> ReportRow:
    if not disputes:
        return row
    # Who has finished a report is done with it, whatever others make of it.
    stage = row.stage if row.stage is Stage.DONE else Stage.DISPUTED
    return replace(row, disputes=disputes, stage=stage)
