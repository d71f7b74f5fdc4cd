"""Stepping: the history of a report as steps one can read, and going to any one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.domain.edits import Edit
from annotator.domain.errors import UserError
from annotator.domain.history import SHARED, Entry, Standing, Step, redo_stack, steps, undo_stack
from annotator.domain.views import ViewChange
from annotator.workspace.reading import Done, OpenReport


@dataclass(frozen=True, slots=True)
class Passed:
    """One step as it is told: its label, who made it and when (ISO 8601, UTC), how much it touched.

    `text` is that of the first span it touched, `reports` how many reports it went over, `back` how often
    undo (or redo, where negative) has to be pressed until this is the last step that stands.
    """

    label: str
    author: str
    at: str
    spans: int
    text: str
    standing: Standing
    reports: int = 1
    back: int = 0


def passed(report: OpenReport) -> list[Passed]:
    """Return the steps of this author in a report, the first one first."""
    line = steps(report.history())
    done = sum(step.standing is Standing.DONE for step in line)
    told, reached = [], 0
    for step in line:
        reached += step.standing is not Standing.LEFT
        told.append(_told(report, step, done - reached))
    return told


def reports_ahead(report: OpenReport, times: int) -> int:
    """Return how many reports the widest of the next so many undos goes over, or of redos where negative."""
    if not any(entry.batch.startswith(SHARED) for entry in report.history()):
        return 1
    batches = {entry.batch for entry in ahead(report, times)}
    return max((_reports(report, batch) for batch in batches), default=1)


def ahead(report: OpenReport, times: int) -> Sequence[Entry]:
    """Return what the next so many undos take back here, or redos where negative; the next one comes last."""
    history = report.history()
    return (undo_stack(history) if times > 0 else redo_stack(history))[-abs(times) :]


def spans_of(steps: Iterable[Entry]) -> int:
    """Return how many spans steps touch, those counted again that several touch."""
    return sum(max(len(step.edit.before.spans), len(step.edit.after.spans)) for step in steps)


def step_back(report: OpenReport, times: int) -> Done | None:
    """Undo so many steps, or redo where negative; each is written down as if its key had been pressed.

    Returns what came of all of them together, None when nothing was left to do. A step that cannot be taken
    back any more ends it there; raises UserError when that is the first one.
    """
    last: Done | None = None
    change, spans, touched = ViewChange(), 0, set[str]()
    for _ in range(abs(times)):
        try:
            done = report.undo() if times > 0 else report.redo()
        except UserError:
            if last is None:
                raise
            break
        if done is None:
            break
        last, change, spans = done, done.change, spans + done.spans
        touched.update(done.report_ids)
    if last is None:
        return None
    return Done(last.label, change, spans, everything=True, report_ids=tuple(sorted(touched)))


def _told(report: OpenReport, step: Step[Entry], back: int) -> Passed:
    first = step.edits[0]
    return Passed(
        label=first.edit.label,
        author=first.author,
        at=step.edits[-1].at,
        spans=len({span_id for entry in step.edits for span_id in entry.edit.span_ids}),
        text=_text(report, (entry.edit for entry in step.edits)),
        standing=step.standing,
        reports=_reports(report, first.batch),
        back=back,
    )


def _reports(report: OpenReport, batch: str) -> int:
    if not batch.startswith(SHARED):
        return 1
    from annotator.store.journal import reports_of_batch

    return len(reports_of_batch(report.project.store, batch))


def _text(report: OpenReport, edits: Iterable[Edit]) -> str:
    """Return the text of the first span an edit touched, else of the first one a relation of it leaves."""
    spans, sources = [], []
    for edit in edits:
        spans += [*edit.after.spans, *edit.before.spans]
        sources += [link.source for link in sorted(edit.after.relations | edit.before.relations)]
    spans += [span for source in sources[:1] if (span := report.view.get(source)) is not None]
    if not spans:
        return ""
    span = min(spans, key=lambda each: each.start)
    return report.report.text[span.start : span.end]
