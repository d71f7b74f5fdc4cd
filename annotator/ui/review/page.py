"""The review page: a report with what holds, and at disputed places every version in a lane of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal

from annotator.domain.disputes import Dispute
from annotator.domain.spans import Span, State
from annotator.ui.reading.lanes import lanes_of, shapes_of
from annotator.ui.reading.page import Page
from annotator.ui.reading.scenes import Scene
from annotator.workspace.reviewing import ReportReview

_SIGN = "#"
"""Between the id of a dispute and the number of its version, in the id of a mark."""


class ReviewPage(Page):
    """One report to be settled; a click on a version leads to its dispute."""

    passed = Signal()
    """Tab was pressed, which goes to the next dispute rather than to another part of the window."""

    def __init__(self) -> None:
        super().__init__()
        self._chip = ""
        self._shown: ReportReview | None = None

    def scene(self) -> Scene:
        """Return what is drawn beside the text, the chip naming the current dispute."""
        made = super().scene()
        return replace(made, chip=self._chip) if self._chip else made

    def show_review(self, found: ReportReview, dispute: Dispute | None, chip: str) -> None:
        """Show a report with its disputes, one of them ringed with a chip, and bring that into view."""
        if self._shown is None or self._shown.report.id != found.report.id:
            self.show_report(found.report, None)
        self._shown, self._chip = found, chip
        wanted = {span.id: span for span in _spans(found, dispute)}
        held = self.placing.by_id
        if held:
            gone = [name for name in held if name not in wanted]
            self.replace_spans(gone, [span for name, span in wanted.items() if held.get(name) != span])
        else:
            self.set_spans(wanted.values(), found.resolved.relations)
        marks = [] if dispute is None else marks_of(dispute)
        widest = max(marks, key=lambda span: span.end - span.start, default=None)
        self.set_current(None if widest is None else widest.id)
        if dispute is not None:
            self.set_caret(dispute.start)

    def forget(self) -> None:
        """Show the next report anew, whatever it is."""
        self._shown, self._chip = None, ""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus: Tab steps through disputes, F6 leads to the other parts of the window."""
        if forward:
            self.passed.emit()
        return True

    def lanes(self, dispute: Dispute) -> list[tuple[int, ...]]:
        """Return the numbers of the versions in each lane, the lane nearest to the letters first."""
        marks = marks_of(dispute)
        lanes = lanes_of(sorted(marks, key=lambda span: (span.start, -span.end)), shapes_of(self.schema))
        found: dict[int, list[int]] = {}
        for number, version in enumerate(dispute.versions):
            for said in version.statements:
                mark = next(
                    m for m in marks if (m.start, m.end, m.label) == (said.start, said.end, said.label)
                )
                found.setdefault(lanes.get(mark.id, 0), []).append(number)
        return [tuple(dict.fromkeys(found[lane])) for lane in sorted(found)]


def dispute_of(span_id: str) -> str:
    """Return the id of the dispute a mark belongs to; empty for a span that is none."""
    name, sign, _ = span_id.partition(_SIGN)
    return name if sign else ""


def marks_of(dispute: Dispute) -> list[Span]:
    """Return one span for every place and label that versions of a dispute have; the first is flagged."""
    places: Mapping[tuple[int, int, str], None] = dict.fromkeys(
        (said.start, said.end, said.label) for version in dispute.versions for said in version.statements
    )
    return [
        Span(
            id=f"{dispute.id}{_SIGN}{number}",
            start=start,
            end=end,
            layer=dispute.layer,
            label=label,
            state=State.CANDIDATE,
            flagged=number == 0,
        )
        for number, (start, end, label) in enumerate(places)
    ]


def _spans(found: ReportReview, current: Dispute | None) -> list[Span]:
    """Return what holds, and the marks of disputes that are open or looked at in place of it."""
    marked = list(found.open)
    if current is not None and all(each.id != current.id for each in marked):
        marked.append(current)
    spans = [
        span
        for span in found.resolved.ordered()
        if current is None
        or span.layer != current.layer
        or span.end <= current.start
        or span.start >= current.end
    ]
    return [*spans, *(mark for dispute in marked for mark in marks_of(dispute))]
