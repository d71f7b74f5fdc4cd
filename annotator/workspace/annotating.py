"""Annotating: a label given to many passages of a project at once, as one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from annotator.domain.edits import Edit
from annotator.domain.errors import UserError
from annotator.workspace import editing
from annotator.workspace.batching import commit_all, merged
from annotator.workspace.reading import Done, OpenReport

if TYPE_CHECKING:
    from annotator.workspace.adding import Progress
    from annotator.workspace.concording import Passage
    from annotator.workspace.projects import Project


@dataclass(frozen=True, slots=True)
class Annotated:
    """What labelling passages did, None when nothing changed, and the passages refused, with the reason."""

    done: Done | None
    refused: tuple[tuple[Passage, str], ...] = ()


Make = Callable[[OpenReport, int, int], Edit]
"""Makes the edit of one passage, `[start, end)` in code points; raises UserError to refuse it."""


def annotate(
    project: Project,
    passages: Sequence[Passage],
    label: str,
    *,
    opened: OpenReport | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Annotated:
    """Label passages; a span of the very same range is relabelled, one that crosses a decided span refused.

    `opened` is the report on the page. Everything is written in one transaction, nothing when cancelled.
    """

    def make(report: OpenReport, start: int, end: int) -> Edit:
        return labelling(report, start, end, label)

    return change_all(project, passages, make, opened=opened, progress=progress, cancelled=cancelled)


def change_all(
    project: Project,
    passages: Sequence[Passage],
    make: Make,
    *,
    name: str = "label",
    opened: OpenReport | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Annotated:
    """Change passages as `make` says, as one step of that name; the rest is as `annotate` has it."""
    held = sorted(passages, key=lambda passage: (passage.report_id, passage.start))
    groups = [(key, list(group)) for key, group in groupby(held, key=lambda passage: passage.report_id)]
    refused: list[tuple[Passage, str]] = []

    def edits() -> Iterator[tuple[OpenReport, Edit]]:
        for number, (report_id, group) in enumerate(groups):
            if cancelled():
                raise UserError("cancelled", "labelling was stopped; nothing was changed")
            same = opened is not None and opened.report_id == report_id
            report = opened if same and opened is not None else OpenReport(project, report_id)
            yield report, merged(name, list(_edits(report, group, make, refused)))
            if progress is not None:
                progress(number + 1, len(groups), group[0].report)

    done = commit_all(project, edits(), opened=opened)
    return Annotated(done, tuple(refused))


def _edits(
    report: OpenReport, passages: Sequence[Passage], make: Make, refused: list[tuple[Passage, str]]
) -> Iterator[Edit]:
    for passage in passages:
        try:
            yield make(report, passage.start, passage.end)
        except UserError as error:
            refused.append((passage, error.message))


def labelling(report: OpenReport, start: int, end: int, label: str) -> Edit:
    """Return the edit that gives `[start, end)` (code points) a label: relabelled, answered or drawn."""
    layer = report.project.schema.label(label).layer
    for span in report.view.between(start, start + 1):
        if (span.end, span.layer) == (end, layer) and span.is_standing:
            return editing.relabel(report.desk, span.id, label)
    return editing.draw(report.desk, start, end, label)
