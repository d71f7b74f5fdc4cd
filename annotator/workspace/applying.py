"""Applying to all: what was made of one span done to every other place that holds its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.reports import Report, inside
from annotator.domain.spans import Span, State
from annotator.workspace.annotating import Annotated, change_all, labelling
from annotator.workspace.concording import Passage, labelled, passage_of
from annotator.workspace.deciding import answer
from annotator.workspace.editing import reject
from annotator.workspace.searching import Wanted

if TYPE_CHECKING:
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project
    from annotator.workspace.reading import OpenReport


@dataclass(frozen=True, slots=True)
class Example:
    """What is to be done to all: a label with its attributes, or a no, as one span of a report has it."""

    report_id: str
    start: int
    end: int
    words: str
    label: str
    attributes: Mapping[str, str]
    is_rejection: bool

    @property
    def wanted(self) -> Wanted:
        """Return what to look for: the words with their tones, on syllable borders."""
        return Wanted(self.words, whole=True)


def example_of(report: Report, span: Span) -> Example:
    """Return what was made of a span of a report."""
    words = report.text[span.start : span.end]
    rejected = span.state is State.REJECTED
    return Example(report.id, span.start, span.end, words, span.label, span.attributes, rejected)


def others_here(opened: OpenReport, example: Example) -> list[Passage]:
    """Return the other places of the open report that hold the words of an example."""
    report, wanted = opened.report, example.wanted
    places = wanted.ranges(wanted.of(report.text))
    found = [passage_of(report.id, report.title or report.name, report.text, *place) for place in places]
    return others(labelled(opened.project, report.id, found), example, {report.id: report})


def others(found: Sequence[Passage], example: Example, reports: Mapping[str, Report]) -> list[Passage]:
    """Return passages without the example's own place and without page furniture; `reports` are by id."""
    own = (example.report_id, example.start, example.end)
    return [
        each
        for each in found
        if (each.report_id, each.start, each.end) != own
        and not inside(reports[each.report_id].chrome, each.start, each.end)
    ]


def is_done(passage: Passage) -> bool:
    """Tell whether a decided span stands over a place, so that it is better looked at first."""
    return passage.standing == "decided"


def apply_to_all(
    project: Project,
    passages: Sequence[Passage],
    example: Example,
    *,
    opened: OpenReport | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Annotated:
    """Do to passages what was done to an example, as one step; those that cannot take it are told."""

    def make(report: OpenReport, start: int, end: int) -> Edit:
        if example.is_rejection:
            return _rejecting(report, start, end, example)
        return _giving(report, start, end, example)

    return change_all(
        project, passages, make, name="apply", opened=opened, progress=progress, cancelled=cancelled
    )


def _giving(report: OpenReport, start: int, end: int, example: Example) -> Edit:
    """Label a place and give it the example's attributes in place of those read there."""
    edit = labelling(report, start, end, example.label)
    after = tuple(
        _with(report, span, example) if (span.start, span.end) == (start, end) else span
        for span in edit.after.spans
    )
    if after:
        return replace(edit, after=Fragment(after, edit.after.relations, edit.after.finished))
    return edit


def _with(report: OpenReport, span: Span, example: Example) -> Span:
    changed = replace(span, attributes=dict(example.attributes))
    return replace(changed, state=answer(report.desk, changed))


def _rejecting(report: OpenReport, start: int, end: int, example: Example) -> Edit:
    """Reject the span of the example's label over a place; refuse where there is none."""
    near = report.view.between(start, start + 1)
    same = [s.id for s in near if (s.end, s.label) == (end, example.label) and s.state is not State.REJECTED]
    if not same:
        raise UserError("no-span", f"no {example.label} stands there; nothing was changed")
    return reject(report.desk, same)
