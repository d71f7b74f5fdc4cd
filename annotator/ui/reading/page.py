"""The report page: the canvas with a current span, a caret, a selection, keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.domain.progress import is_shown
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.ui.reading import accessibility, carets
from annotator.ui.reading.canvas import Canvas
from annotator.ui.reading.carets import Borders
from annotator.ui.reading.pointing import Pointing
from annotator.ui.reading.scenes import Scene
from annotator.ui.titles import code_of, label_title
from annotator.workspace.searching import touching

_Modifier = Qt.KeyboardModifier


class Page(Canvas):
    """One report to be read and corrected; every position is a code point of its text.

    The page never changes spans itself: it says what was clicked or dragged, and shows what it is given.
    """

    span_clicked = Signal(str)
    chip_clicked = Signal(str)
    """The id of the current span, whose label was clicked."""
    background_clicked = Signal(int)
    selection_changed = Signal()
    caret_moved = Signal(int)
    border_dragged = Signal(str, int, int)
    """Span id, new start, new end, once the mouse lets go."""
    zoomed = Signal(int)
    """The new zoom in percent, once Ctrl and the wheel have changed it."""
    typed_ignored = Signal(str)
    """Text that an input method sent; nothing was changed by it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._current: str | None = None
        self._caret = 0
        self._anchor = 0
        self._wish: float | None = None
        self.preview: tuple[int, int] | None = None
        self.borders: Borders | None = None
        super().__init__(parent)
        accessibility.install()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for widget in (self, self.viewport()):
            widget.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._pointing = Pointing(self)

    @property
    def current(self) -> str | None:
        """Return the id of the current span."""
        return self._current

    @property
    def current_span(self) -> Span | None:
        """Return the current span as it stands now."""
        return self.placing.get(self._current) if self._current is not None else None

    @property
    def caret(self) -> int:
        """Return the position of the caret."""
        return self._caret

    @property
    def selection(self) -> tuple[int, int] | None:
        """Return the selected range, half-open; None when nothing is selected."""
        if self._anchor == self._caret:
            return None
        return min(self._anchor, self._caret), max(self._anchor, self._caret)

    def show_report(self, report: Report, borders: Borders | None) -> None:
        """Show a report from its top; `borders` are its syllable borders."""
        self._current, self.preview, self.borders = None, None, borders
        self._caret = self._anchor = 0
        self.show_text(report)
        self.set_spans(())
        self.selection_changed.emit()

    def set_current(self, span_id: str | None, *, scroll: bool = True) -> None:
        """Make a span the current one, or none; its lines and those it leaves are repainted."""
        self._update_current()
        self._current = span_id
        self._update_current()
        span = self.current_span
        if span is not None and scroll:
            self.scroll_to(span.start)
        accessibility.announce(self)

    def set_caret(self, position: int, *, select: bool = False) -> None:
        """Put the caret at a position, taking the selection along or dropping it."""
        self._wish = None
        self._put(position, select=select)

    def select(self, start: int, end: int) -> None:
        """Select `[start, end)`, the caret at its end."""
        self._put(start, select=False)
        self._put(end, select=True)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self._put(self._caret, select=False)

    def first_candidate_visible(self) -> str | None:
        """Return the id of the first undecided candidate in view, faint ones left out."""
        for span in self.placing.starting(*self.visible_range()):
            if span.state is State.CANDIDATE and is_shown(span.score, self.threshold):
                return span.id
        return None

    def title_of(self, span: Span) -> str:
        """Return the title of a span's label in the language of the window."""
        return label_title(self.schema, span.label)

    def set_preview(self, place: tuple[int, int] | None) -> None:
        """Show where the dragged span would stand."""
        for shown in (self.preview, place):
            if shown is not None:
                self.update_range(*shown)
        self.preview = place

    def scene(self) -> Scene:
        """Return what is to be drawn beside the text."""
        span = self.current_span
        codes = self.show_chips or self.theme.always_chips
        found = touching(self.hits, *self.visible_range()) if self.hits else ()
        return Scene(
            threshold=self.threshold,
            show_codes=codes,
            show_rejected=self.show_rejected,
            current=span,
            linked=frozenset(partner.id for partner in self._partners()),
            links=self._links(),
            chip=self._chip_text(span) if span else "",
            codes={label.name: code_of(label) for label in self.schema.labels} if codes else {},
            selection=self.selection,
            hits=[hit for hit in found if hit != self.selection],
            preview=self.preview,
            hints=self.hints,
            caret=self._caret,
            focused=self.hasFocus(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret; text that an input method sends is ignored and said, all other keys are Qt's."""
        if self._move(event) or event.key() == Qt.Key.Key_Backspace:
            event.accept()
        elif _is_synthesized(event):
            event.accept()
            self.typed_ignored.emit(event.text())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Ignore what an input method sends in spite of being switched off, and say so."""
        if event.commitString():
            self.typed_ignored.emit(event.commitString())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret strong and the edge of the paper in the accent."""
        super().focusInEvent(event)
        self._update_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the caret weak and the edge of the paper quiet."""
        super().focusOutEvent(event)
        self._update_focus()

    def _update_focus(self) -> None:
        self.viewport().update(self.focus_mark().adjusted(-2, 0, 2, 0))
        self.update_range(self._caret, self._caret)

    def _move(self, event: QKeyEvent) -> bool:
        """Move the caret for a key; tell whether the key is one of the caret's."""
        held = event.modifiers() & ~_Modifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and not held and self.selection:
            self.clear_selection()
            return True
        if held & ~(_Modifier.ShiftModifier | _Modifier.ControlModifier):
            return False
        by_word = bool(held & _Modifier.ControlModifier)
        motion = carets.MOTIONS.get((Qt.Key(event.key()), by_word))
        if motion is None:
            return False
        if self._wish is None or not motion.keeps_column:
            self._wish = carets.x_of(self.paper, self._caret)
        lines = max(1, self.viewport().height() // self.line_pitch - 2)
        place = carets.Place(self.paper, self.borders, self._caret, self._wish, lines)
        self._put(motion.target(place), select=bool(held & _Modifier.ShiftModifier))
        if not motion.keeps_column:
            self._wish = None
        return True

    def _put(self, position: int, *, select: bool) -> None:
        position = max(0, min(position, len(self.report.text)))
        before, selected = self._caret, self.selection
        self._caret = position
        if not select:
            self._anchor = position
        self.update_range(before, before)
        self.update_range(position, position)
        if selected != self.selection:
            for shown in (selected, self.selection):
                if shown is not None:
                    self.update_range(*shown)
            self.selection_changed.emit()
        if before != position:
            self.scroll_to(position, by_line=True)
            self.caret_moved.emit(position)
            accessibility.tell_caret(self)

    def _update_current(self) -> None:
        span = self.current_span
        if span is None:
            return
        if self._links():
            self.viewport().update()
        for shown in (span, *self._partners()):
            self.update_range(shown.start, shown.end)

    def _partners(self) -> list[Span]:
        """Return the spans that a relation joins with the current one."""
        span_id = self._current
        if span_id is None:
            return []
        links = self.placing.links_of(span_id)
        others = (link.target if link.source == span_id else link.source for link in links)
        return [span for other in others if (span := self.placing.get(other)) is not None]

    def _links(self) -> tuple[tuple[Span, Span], ...]:
        """Return the relations of the current span that are drawn, none unless they are asked for."""
        if not self.show_relations or self._current is None:
            return ()
        links = self.placing.links_of(self._current)
        ends = ((self.placing.get(link.source), self.placing.get(link.target)) for link in links)
        return tuple((source, target) for source, target in ends if source and target)

    def _chip_text(self, span: Span) -> str:
        title = self.title_of(span).upper()
        return title if span.score is None else f"{title} · {self.locale().toString(span.score, 'f', 2)}"


def _is_synthesized(event: QKeyEvent) -> bool:
    """Tell whether a key event carries a letter no key of the page has: an input method rewrote it."""
    text = event.text()
    return bool(text) and text.isprintable() and not text.isascii()
