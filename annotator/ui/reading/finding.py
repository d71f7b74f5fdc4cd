"""Finding: what is drawn at a point of the view, and where in the view a position is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from annotator.domain.spans import Span, State
from annotator.ui.reading.canvas import Canvas
from annotator.ui.reading.lanes import HIDDEN
from annotator.ui.reading.layout import Line, Segment

_NEAR_SPAN = 3.0
"""How far beside a span a point still is on it, in pixels."""

_NEAR_EDGE = 5.0
"""The same for taking hold of an end."""


class Hit(NamedTuple):
    """A visible line and the segments on it."""

    line: Line
    segments: Sequence[Segment]


def position_at(canvas: Canvas, point: QPointF) -> int:
    """Return the position whose border is nearest to a point of the view."""
    x = point.x() - canvas.left
    nearest = None
    for laid, y in canvas.scrolling.visible():
        if laid.lines:
            nearest = laid, y
        if nearest and point.y() < y + laid.height:
            break
    if nearest is None:
        return canvas.scrolling.first_position()
    line = nearest[0].line_at(point.y() - nearest[1], x)
    return line.position_at(x) if line else nearest[0].start


def spans_at(canvas: Canvas, point: QPointF) -> list[Span]:
    """Return the spans drawn under a point of the view, the shortest first."""
    x = point.x() - canvas.left
    found = {
        segment.span.id: segment.span
        for hit in _lines_at(canvas, point)
        for segment in hit.segments
        if segment.left - _NEAR_SPAN <= x <= segment.right + _NEAR_SPAN and _is_drawn(canvas, segment.span)
    }
    return sorted(found.values(), key=lambda span: span.end - span.start)


def edge_at(canvas: Canvas, point: QPointF, span: Span) -> Literal["start", "end"] | None:
    """Return which end of a span a point of the view is on, if any."""
    x = point.x() - canvas.left
    for hit in _lines_at(canvas, point):
        for segment in hit.segments:
            if segment.span is span and segment.opens and abs(x - segment.left) <= _NEAR_EDGE:
                return "start"
            if segment.span is span and segment.closes and abs(x - segment.right) <= _NEAR_EDGE:
                return "end"
    return None


def rect_of(canvas: Canvas, position: int) -> QRectF:
    """Return where the letter at a position stands in the view; empty where it is folded away."""
    laid, line = canvas.paper.line_of(position)
    if line is None:
        return QRectF()
    left, right = line.x_at(position), line.x_at(position + 1)
    top = canvas.scrolling.y_of(laid.block) + line.baseline - laid.face.ascent
    return QRectF(canvas.left + left, top, right - left, laid.face.ascent + laid.face.descent)


def _is_drawn(canvas: Canvas, span: Span) -> bool:
    return span.state not in HIDDEN or (canvas.show_rejected and span.state is State.REJECTED)


def _lines_at(canvas: Canvas, point: QPointF) -> Iterator[Hit]:
    for laid, y in canvas.scrolling.visible():
        if y <= point.y() < y + laid.height:
            for line, segments in zip(laid.lines, laid.segments, strict=True):
                if line.top <= point.y() - y < line.top + line.height:
                    yield Hit(line, segments)
