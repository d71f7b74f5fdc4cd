"""Consistency: where an author's own work does not agree with itself, listed and mended as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from annotator.domain.edits import Edit
from annotator.domain.errors import UserError
from annotator.review.lapses import Lapse, LapseKind, Work, lapses
from annotator.workspace import editing, linking, shaping
from annotator.workspace.batching import commit_all, merged
from annotator.workspace.reading import Done, OpenReport

if TYPE_CHECKING:
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project

__all__ = ["Lapse", "LapseKind", "Mended", "Mending", "find_lapses", "mend", "preview"]

MEND = "mend"
"""The label of the step that mends lapses."""


@dataclass(frozen=True, slots=True)
class Mending:
    """One lapse with what mending it does; `refused` is the reason where it cannot be done."""

    lapse: Lapse
    before: str
    after: str
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was mended, None when nothing was, and the lapses left, each with the reason."""

    done: Done | None
    left: tuple[Mending, ...] = ()


def find_lapses(
    project: Project,
    author: str = "",
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Lapse]:
    """Return where an author's work, this author's by default, does not agree with itself, report by report.

    Raises UserError `cancelled`.
    """
    from annotator.store.sets import reports_of

    name = author or project.author
    ids = reports_of(project.store, name)
    rounds = iter((0, len(ids)))

    def work() -> Iterator[Work]:
        begun = next(rounds)
        for number, report_id in enumerate(ids):
            if cancelled():
                raise UserError("cancelled", "looking was stopped; nothing was changed")
            if progress is not None:
                progress(begun + number, 2 * len(ids), "")
            yield project.report(report_id), project.decisions(report_id, name)

    return lapses(work)


def preview(project: Project, found: Sequence[Lapse]) -> list[Mending]:
    """Return what mending lapses would do, each with the reason where it cannot be; nothing is changed."""
    return [
        mending
        for report_id, group in groupby(_sorted(found), key=lambda lapse: lapse.report_id)
        for mending, _ in _mendings(OpenReport(project, report_id), list(group))
    ]


def mend(
    project: Project,
    found: Sequence[Lapse],
    *,
    opened: OpenReport | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Mended:
    """Mend lapses of this author's work in one step to undo; finished reports stay finished.

    `opened` is the report on the page. Raises UserError `cancelled` and what `batching.commit_all` raises;
    then nothing was changed.
    """
    left: list[Mending] = []
    held = _sorted(found)

    def edits() -> Iterator[tuple[OpenReport, Edit]]:
        for number, (report_id, group) in enumerate(groupby(held, key=lambda lapse: lapse.report_id)):
            if cancelled():
                raise UserError("cancelled", "mending was stopped; nothing was changed")
            same = opened is not None and opened.report_id == report_id
            report = opened if same and opened is not None else OpenReport(project, report_id)
            mendings = _mendings(report, list(group))
            left.extend(mending for mending, edit in mendings if edit is None)
            together = merged(MEND, [edit for _, edit in mendings if edit is not None])
            yield report, _as_finished(report, together)
            if progress is not None:
                progress(number + 1, len(held), report.report.name)

    done = commit_all(project, edits(), opened=opened)
    return Mended(done, tuple(left))


def _sorted(found: Sequence[Lapse]) -> list[Lapse]:
    return sorted(found, key=lambda lapse: (lapse.report_id, lapse.start, lapse.kind))


def _mendings(report: OpenReport, found: Sequence[Lapse]) -> list[tuple[Mending, Edit | None]]:
    """Return each lapse with its edit, None where it is refused; no two edits touch the same span."""
    touched: set[str] = set()
    made: list[tuple[Mending, Edit | None]] = []
    for lapse in found:
        mending = Mending(lapse, lapse.found, lapse.wanted)
        try:
            edit = _edit(report, lapse)
        except UserError as error:
            made.append((replace(mending, refused=error.message), None))
            continue
        ends = {end for link in edit.after.relations for end in (link.source, link.target)}
        if touched & (edit.span_ids | ends):
            why = "another repair changes that span; repeat this one after it"
            made.append((replace(mending, refused=why), None))
            continue
        touched |= edit.span_ids | ends
        made.append((mending, edit))
    return made


def _edit(report: OpenReport, lapse: Lapse) -> Edit:
    """Return the edit that mends a lapse; raise UserError where it cannot be mended."""
    if not lapse.is_mendable:
        raise UserError("not-mendable", "nothing says what is right here; change it by hand")
    span = report.desk.span(lapse.span_id)
    if (span.start, span.end, span.label) != (lapse.start, lapse.end, lapse.label):
        raise UserError("stale-edit", "the span has changed since; look again and repeat")
    if lapse.borders is not None:
        return shaping.resize(report.desk, lapse.span_id, *lapse.borders)
    if lapse.link is not None:
        return linking.link(report.desk, lapse.link.source, lapse.link.target, lapse.link.label)
    return editing.relabel(report.desk, lapse.span_id, lapse.wanted)


def _as_finished(report: OpenReport, edit: Edit) -> Edit:
    """Return the edit with a finished report staying finished: every repair was looked at."""
    if edit.is_empty or not report.view.finished:
        return edit
    return replace(edit, before=replace(edit.before, finished=True), after=replace(edit.after, finished=True))
