"""Batching: one step over several reports, written, undone and redone as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import StaleEditError
from annotator.domain.history import EDIT, SHARED, Draft, Entry
from annotator.domain.progress import Counts
from annotator.domain.views import ViewChange
from annotator.workspace.reading import Done, OpenReport, reopening, taking_back

if TYPE_CHECKING:
    from annotator.workspace.projects import Project

Stack = Callable[[list[Entry]], list[Entry]]
"""What undo or redo may take back of a journal, the next one last."""


def merged(label: str, edits: Sequence[Edit]) -> Edit:
    """Return one edit that does several of one report at once; no two of them may touch the same span."""
    return Edit(label, _joined([edit.before for edit in edits]), _joined([edit.after for edit in edits]))


def commit_all(
    project: Project, edits: Iterable[tuple[OpenReport, Edit]], *, opened: OpenReport | None = None
) -> Done | None:
    """Write edits of several reports in one transaction, as one step to undo; None when nothing changes.

    `opened` is the report on the page: its edit has to come with it and not with a copy. Finished reports are
    reopened. Raises StaleEditError and what `Project.commit` raises, and then nothing was changed.
    """
    step = _Step(project, opened)
    with step:
        for report, edit in edits:
            asked = reopening(edit) if report.view.finished and edit.after.finished is None else edit
            if not edit.is_empty:
                step.add(report, asked)
        return step.commit()


def revert(opened: OpenReport, last: Entry, stack: Stack, action: str) -> Done | None:
    """Take back in every report what shares the batch of an entry; reports changed since are left out.

    Raises StaleEditError when the open report itself has changed, and what `Project.commit` raises.
    """
    left_out: list[str] = []
    step = _Step(opened.project, opened, action=action)
    with step:
        for report, entry, later in _sharing(opened, last, stack):
            try:
                if any(_leans_on(each.edit, entry.edit) for each in later):
                    raise StaleEditError("the report has changed since; look again and repeat")
                step.add(report, taking_back(report, entry), reverts=entry.id)
            except StaleEditError:
                if report is opened:
                    raise
                left_out.append(report.report.name)
        done = step.commit()
    return None if done is None else replace(done, left_out=tuple(left_out))


class _Step:
    """Edits of several reports on their way into the journal; what fails leaves the open report as it was."""

    def __init__(self, project: Project, opened: OpenReport | None, *, action: str = EDIT) -> None:
        self._project = project
        self._opened = opened
        self._action = action
        self._batch = uuid4().hex
        self._drafts: list[Draft] = []
        self._counts: dict[tuple[str, str], Counts] = {}
        self._change = ViewChange()
        self._undo: Edit | None = None

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None and self._opened is not None and self._undo is not None:
            self._opened.view.apply(self._undo)

    def add(self, report: OpenReport, edit: Edit, *, reverts: str = "") -> None:
        """Apply an edit to a report's view and keep what is to be written; the report may then go."""
        change = report.view.apply(edit)
        if report is self._opened:
            self._change, self._undo = change, edit.inverse()
        self._drafts.append(report.draft(edit, batch=self._batch, action=self._action, reverts=reverts))
        self._counts[report.report_id, self._project.author] = report.view.counts

    def commit(self) -> Done | None:
        """Write everything at once; None when there is nothing."""
        if not self._drafts:
            return None
        if len(self._drafts) > 1:
            self._drafts = [replace(draft, batch=SHARED + self._batch) for draft in self._drafts]
        written = self._project.commit(self._drafts, self._counts)
        if self._opened is not None:
            self._opened.take(entry for entry in written if entry.report_id == self._opened.report_id)
        spans = sum(len(draft.edit.span_ids) for draft in self._drafts)
        touched = tuple(draft.report_id for draft in self._drafts) if len(self._drafts) > 1 else ()
        return Done(self._drafts[0].edit.label, self._change, spans, report_ids=touched)


def _sharing(
    opened: OpenReport, last: Entry, stack: Stack
) -> Iterator[tuple[OpenReport, Entry, Sequence[Entry]]]:
    """Yield the reports that a batch touched, with the entry to take back there and what came after it."""
    from annotator.store.journal import reports_of_batch

    for report_id in reports_of_batch(opened.project.store, last.batch):
        report = opened if report_id == opened.report_id else OpenReport(opened.project, report_id)
        held = stack(report.history())
        for number, entry in enumerate(held, start=1):
            if entry.batch == last.batch:
                yield report, entry, held[number:]


def _leans_on(later: Edit, earlier: Edit) -> bool:
    """Tell whether a later edit could not be taken back any more once the earlier one is gone.

    It touches the same spans or links one of them; or the earlier one reopened the report for both.
    """
    links = later.before.relations | later.after.relations
    touched = {*later.span_ids, *(end for link in links for end in (link.source, link.target))}
    return earlier.before.finished is not None or not touched.isdisjoint(earlier.span_ids)


def _joined(fragments: Sequence[Fragment]) -> Fragment:
    spans = {span.id: span for fragment in fragments for span in fragment.spans}
    links = frozenset(link for fragment in fragments for link in fragment.relations)
    return Fragment(tuple(spans.values()), links)
