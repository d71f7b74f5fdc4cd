"""The hands: what the keys of the page do to the current span."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, Signal

from annotator.domain.spans import Span
from annotator.ui.reading.sheet import Sheet
from annotator.workspace import editing


class Hands(QObject):
    """Accepts, rejects, labels, moves and joins spans, and knows where to go afterwards."""

    card_asked = Signal(str)

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        sheet.page.border_dragged.connect(self.drag)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the page's commands by id."""
        return {
            "go.next_candidate": self.go_next,
            "go.previous_candidate": self.go_previous,
            "go.next_span": lambda: self._step(forward=True),
            "go.previous_span": lambda: self._step(forward=False),
            "span.accept": self.accept,
            "span.reject": self.reject,
            "span.start_left": lambda: self._move("start", -1),
            "span.start_right": lambda: self._move("start", 1),
            "span.end_left": lambda: self._move("end", -1),
            "span.end_right": lambda: self._move("end", 1),
            "span.start_left_char": lambda: self._move("start", -1, by_character=True),
            "span.start_right_char": lambda: self._move("start", 1, by_character=True),
            "span.end_left_char": lambda: self._move("end", -1, by_character=True),
            "span.end_right_char": lambda: self._move("end", 1, by_character=True),
            "span.split": self.split,
            "span.join": self.join,
            "span.flag": self.flag,
            "span.value": lambda: self.card_asked.emit("value"),
            "span.note": lambda: self.card_asked.emit("note"),
        }

    def go_next(self) -> None:
        """Go to the next candidate; say so when there is none below."""
        self._go(self._sheet.next_open(after=self._place()), forward=True)

    def go_previous(self) -> None:
        """Go to the candidate before; say so when there is none above."""
        self._go(self._sheet.previous_open(before=self._place()), forward=False)

    def accept(self) -> None:
        """Accept the current span and go on; a decided one is left as it is."""
        span = self._sheet.chosen()
        if self._sheet.do(lambda desk: editing.accept(desk, [span.id]), say=False) or span.is_standing:
            self.go_on(span)

    def reject(self) -> None:
        """Reject the current span and go on."""
        span = self._sheet.chosen()
        if self._sheet.do(lambda desk: editing.reject(desk, [span.id]), say=False):
            self.go_on(span)

    def give(self, label: str) -> None:
        """Label the selection when there is one, else relabel the current span."""
        selection = self._sheet.page.selection
        if selection is None:
            span = self._sheet.chosen()
            self._sheet.do(lambda desk: editing.relabel(desk, span.id, label))
            return
        done = self._sheet.do(lambda desk: editing.draw(desk, *selection, label))
        if done is not None:
            self._sheet.page.clear_selection()
            drawn = [span.id for span in done.change.added if span.is_standing]
            self._sheet.set_current(drawn[0] if drawn else None, fresh=True)

    def drag(self, span_id: str, start: int, end: int) -> None:
        """Take the borders the mouse has drawn."""
        self._sheet.do(lambda desk: editing.resize(desk, span_id, start, end))

    def split(self) -> None:
        """Split the current span at the caret."""
        span, caret = self._sheet.chosen(), self._sheet.page.caret
        self._sheet.do(lambda desk: editing.split(desk, span.id, caret))

    def join(self) -> None:
        """Join the current span with the next of its layer."""
        span = self._sheet.chosen()
        self._sheet.do(lambda desk: editing.join(desk, span.id))

    def flag(self) -> None:
        """Flag the current span as disputed, or take the flag away."""
        span = self._sheet.chosen()
        self._sheet.do(lambda desk: editing.annotate(desk, span.id, flagged=not span.flagged))

    def go_on(self, span: Span) -> None:
        """Go to the next candidate behind a span that was answered; say so when there is none below."""
        self._go(self._sheet.next_open(after=span), forward=True)

    def _move(self, side: Literal["start", "end"], way: int, *, by_character: bool = False) -> None:
        """Move an end of the selection when there is one, else of the current span."""
        report, selection = self._sheet.report, self._sheet.page.selection
        if selection is not None:
            start, end = report.moved(selection, side, way, by_character=by_character)
            if start < end:
                self._sheet.page.select(start, end)
            return
        span = self._sheet.chosen()
        start, end = report.moved((span.start, span.end), side, way, by_character=by_character)
        self._sheet.do(lambda desk: editing.resize(desk, span.id, start, end))

    def _step(self, *, forward: bool) -> None:
        span = self._sheet.beside(self._place(), forward=forward)
        if span is None:
            self._sheet.notices.say(self.tr("no further span there"))
        else:
            self._sheet.set_current(span.id)

    def _place(self) -> Span | int:
        current = self._sheet.current
        return self._sheet.page.caret if current is None else current

    def _go(self, span: Span | None, *, forward: bool) -> None:
        if span is not None:
            self._sheet.set_current(span.id)
            return
        left = self._sheet.report.view.counts.left
        if left == 0:
            self._sheet.notices.say(self.tr("every candidate is decided; Ctrl+Enter finishes the report"))
        else:
            where = (
                self.tr("%1 candidates are left above")
                if forward
                else self.tr("%1 candidates are left below")
            )
            self._sheet.notices.say(where.replace("%1", str(left)))
