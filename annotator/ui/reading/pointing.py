"""Pointing: what the mouse does on the page: choose, select, fold, and drag the ends of the current span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from annotator.ui.reading.finding import edge_at, position_at, spans_at

if TYPE_CHECKING:
    from annotator.ui.reading.page import Page

_SMALLEST, _LARGEST = 50, 200
"""Zoom in percent."""

_STILL = 4.0
"""A press and a release this near to each other are a click."""


@dataclass(slots=True)
class _Press:
    point: QPointF
    position: int
    edge: Literal["start", "end"] | None = None
    moved: bool = False


class Pointing(QObject):
    """Turns the viewport's mouse events into the page's words."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._press: _Press | None = None
        page.viewport().setMouseTracking(True)
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse events of the viewport; leave all others alone."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
                return self._pressed(event)
            if kind == QEvent.Type.MouseMove:
                return self._moved(event)
            if kind == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
                return self._released(event)
            if kind == QEvent.Type.MouseButtonDblClick:
                return self._double_clicked(event)
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(10 if event.angleDelta().y() > 0 else -10)
            return True
        return False

    def _zoom(self, by: int) -> None:
        page = self._page
        page.zoom = max(_SMALLEST, min(_LARGEST, page.zoom + by))
        page.zoomed.emit(page.zoom)

    def _toggle_furniture(self, point: QPointF) -> bool:
        """Fold or unfold the page furniture whose first line is under a point; tell whether there is any."""
        page = self._page
        for laid, y in page.scrolling.visible():
            if not y <= point.y() < y + laid.height:
                continue
            run = page.paper.blocks.run_of(page.paper.blocks.furniture, laid.block)
            if (
                run is None
                or laid.block != run.first
                or not 0 <= point.x() - page.left <= page.painting.column
            ):
                return False
            page.fold(run, folded=not laid.folded)
            return True
        return False

    def _pressed(self, event: QMouseEvent) -> bool:
        page, point = self._page, event.position()
        page.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._toggle_furniture(point):
            return True
        position = position_at(page, point)
        self._press = _Press(point, position, self._edge_at(point))
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            page.set_caret(position, select=True)
            self._press.moved = True
        return True

    def _moved(self, event: QMouseEvent) -> bool:
        page, point, press = self._page, event.position(), self._press
        if press is None:
            over = self._edge_at(point) is not None
            page.viewport().setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor)
            return True
        if not press.moved and (point - press.point).manhattanLength() < _STILL:
            return True
        by_letter = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if press.edge is not None:
            page.set_preview(self._dragged(position_at(page, point), press.edge, by_letter=by_letter))
        else:
            if not press.moved:
                page.set_caret(press.position)
            page.set_caret(position_at(page, point), select=True)
        press.moved = True
        return True

    def _released(self, event: QMouseEvent) -> bool:
        page, press = self._page, self._press
        self._press = None
        if press is None:
            return True
        if press.edge is not None and press.moved:
            self._drop()
        elif not press.moved:
            page.set_caret(press.position)
            self._click(event.position(), press.position)
        return True

    def _click(self, point: QPointF, position: int) -> None:
        """Choose the shortest span under the point, the next longer one on each further click."""
        page = self._page
        if page.chip_rect is not None and page.chip_rect.contains(point) and page.current:
            page.chip_clicked.emit(page.current)
            return
        ids = [span.id for span in spans_at(page, point)]
        if not ids:
            page.background_clicked.emit(position)
            return
        at = (ids.index(page.current) + 1) % len(ids) if page.current in ids else 0
        page.span_clicked.emit(ids[at])

    def _double_clicked(self, event: QMouseEvent) -> bool:
        page = self._page
        self._press = None
        word = page.borders.word_at(position_at(page, event.position())) if page.borders else None
        if word is not None:
            page.select(*word)
        return True

    def _drop(self) -> None:
        page = self._page
        place, span = page.preview, page.current_span
        page.set_preview(None)
        if place is not None and span is not None and place != (span.start, span.end):
            page.border_dragged.emit(span.id, *place)

    def _dragged(self, position: int, edge: str, *, by_letter: bool) -> tuple[int, int] | None:
        """Return where the current span would stand, its end put on a syllable border, never empty."""
        span, borders = self._page.current_span, self._page.borders
        if span is None:
            return None
        if borders is not None and not by_letter:
            word = borders.word_at(position)
            if word is not None:
                position = min(word, key=lambda border: abs(border - position))
        if edge == "start":
            return min(position, span.end - 1), span.end
        return span.start, max(position, span.start + 1)

    def _edge_at(self, point: QPointF) -> Literal["start", "end"] | None:
        span = self._page.current_span
        return edge_at(self._page, point, span) if span is not None else None
