"""Marks: how a segment of a span is drawn: its layer's shape, its label's colour, its state's line."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from annotator.domain.progress import is_shown
from annotator.domain.spans import Span, State
from annotator.ui.reading.lanes import BOX_STEP, FIRST, THICK, Shape, line_reach
from annotator.ui.reading.layout import Line, Segment
from annotator.ui.reading.typography import Face, Typography
from annotator.ui.theme import Theme

RING = 2.5
"""Thickness of the ring around the current span, in pixels of the sketches."""

_DASHES = {"solid": (), "dashed": (3.0, 2.0), "dotted": (1.5, 2.0), "sparse": (1.0, 5.0)}
_BOX_WIDTH = 1.4
_RADIUS = 4.5


class Letters(NamedTuple):
    """Where the letters of a segment stand, in pixels of its block."""

    left: float
    top: float
    right: float
    bottom: float


def letters(line: Line, face: Face, segment: Segment) -> Letters:
    """Return where the letters of a segment stand."""
    return Letters(segment.left, line.baseline - face.ascent, segment.right, line.baseline + face.descent)


def line_style(span: Span, threshold: float) -> str:
    """Return how a span's line is drawn: solid, dashed, dotted or sparse; nothing depends on colour."""
    if span.state is State.SUPPRESSED:
        return "sparse"
    if span.is_undecided:
        return "dashed" if is_shown(span.score, threshold) else "dotted"
    return "solid"


class Marks:
    """Draws segments in one theme and one typography."""

    def __init__(self, theme: Theme, sizes: Typography) -> None:
        self.theme = theme
        self._px = sizes.px
        self._tint = cache(lambda label: QColor(theme.tint(label)))
        self._colour = cache(lambda label: QColor(theme.colour(label)))
        self._pen = cache(self._make_pen)
        self._ring = QPen(QColor(theme.accent), self._px(RING))
        self._strike = QPen(QColor(theme.muted), max(1.0, self._px(1)))

    def ground(self, painter: QPainter, at: Letters, segment: Segment) -> None:
        """Fill behind the letters of a decided span; an indicator has its line only."""
        if not segment.span.is_standing or segment.shape is Shape.OVER:
            return
        colour = self._tint(segment.span.label)
        if segment.shape is Shape.BOX:
            rect, radius = self._box_rect(at, segment), self._px(_RADIUS)
            painter.fillPath(filled(rect, radius, opens=segment.opens, closes=segment.closes), colour)
            return
        below = self._px(FIRST) if segment.lane == 0 else 0.0
        painter.fillRect(QRectF(at.left, at.top, at.right - at.left, at.bottom + below - at.top), colour)

    def draw(self, painter: QPainter, at: Letters, segment: Segment, threshold: float) -> None:
        """Draw the line of a span: under its letters, around or over them."""
        pen = self._pen(segment.span.label, line_style(segment.span, threshold), segment.shape)
        painter.setPen(pen)
        if segment.shape is Shape.BOX:
            painter.drawPath(self._box(at, segment))
        else:
            y = self._line_y(at, segment)
            painter.drawLine(QPointF(at.left, y), QPointF(at.right, y))
        if segment.span.flagged and segment.closes:
            self._flag(painter, at)

    def strike(self, painter: QPainter, at: Letters) -> None:
        """Strike a rejected span through, thinly."""
        painter.setPen(self._strike)
        y = round(at.top + (at.bottom - at.top) * 0.58) + 0.5
        painter.drawLine(QPointF(at.left, y), QPointF(at.right, y))

    def ring(self, painter: QPainter, at: Letters, segment: Segment) -> QRectF:
        """Draw the ring around the current span, open where it goes on; return its outer edge."""
        edge = self._edge(at, segment).adjusted(*(self._px(n) for n in (-1.75, -1.75, 1.75, 1.75)))
        painter.setPen(self._ring)
        painter.drawPath(outline(edge, self._px(_RADIUS + 2), opens=segment.opens, closes=segment.closes))
        half = self._px(RING / 2)
        return edge.adjusted(-half, -half, half, half)

    def colour(self, label: str) -> QColor:
        """Return the line colour of a label."""
        return self._colour(label)

    def _edge(self, at: Letters, segment: Segment) -> QRectF:
        """Return what a segment covers, its own line included."""
        px = self._px
        if segment.shape is Shape.BOX:
            return self._box_rect(at, segment).adjusted(-px(0.7), -px(0.7), px(0.7), px(0.7))
        rect = QRectF(at.left - px(1), at.top, at.right - at.left + px(2), at.bottom - at.top)
        far = px(line_reach(segment.shape, segment.lane))
        return rect.adjusted(0, 0, 0, far) if segment.shape is Shape.UNDER else rect.adjusted(0, -far, 0, 0)

    def _box(self, at: Letters, segment: Segment) -> QPainterPath:
        radius = self._px(_RADIUS)
        return outline(self._box_rect(at, segment), radius, opens=segment.opens, closes=segment.closes)

    def _box_rect(self, at: Letters, segment: Segment) -> QRectF:
        out = self._px(FIRST + BOX_STEP * segment.lane)
        # A comma or full stop often follows a figure directly: the right side keeps close.
        left = round(at.left - self._px(1.6 + 1.5 * segment.lane)) - 0.5
        right = int(at.right + self._px(0.8 + 1.5 * segment.lane)) + 0.5
        top, bottom = round(at.top - out) + 0.5, round(at.bottom + out) + 0.5
        return QRectF(left, top, right - left, bottom - top)

    def _line_y(self, at: Letters, segment: Segment) -> float:
        away = self._px(line_reach(segment.shape, segment.lane) - THICK / 2)
        return round(at.bottom + away) if segment.shape is Shape.UNDER else round(at.top - away)

    def _flag(self, painter: QPainter, at: Letters) -> None:
        """Put a small diamond at the upper right of a span that was flagged."""
        x, y, half = at.right + self._px(1), at.top - self._px(1), self._px(3.5)
        corners = [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
        painter.setPen(QPen(QColor(self.theme.page), 1))
        painter.setBrush(QBrush(QColor(self.theme.warning)))
        painter.drawPolygon(QPolygonF(corners))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _make_pen(self, label: str, style: str, shape: Shape) -> QPen:
        faint = style in ("dotted", "sparse")
        width = _BOX_WIDTH if shape is Shape.BOX else THICK
        pen = QPen(QColor(self.theme.muted if style == "sparse" else self.theme.colour(label)))
        pen.setWidthF(max(1.0, self._px(1.0 if faint else width)))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if _DASHES[style]:
            pen.setDashPattern(_DASHES[style])
        return pen


def outline(rect: QRectF, radius: float, *, opens: bool, closes: bool) -> QPainterPath:
    """Return a rounded frame, without its left or right side where a span goes on beyond the line."""
    path = QPainterPath()
    if opens and closes:
        path.addRoundedRect(rect, radius, radius)
        return path
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    size = 2 * radius
    path.moveTo(right - radius if closes else right, top)
    if opens:
        path.lineTo(left + radius, top)
        path.arcTo(QRectF(left, top, size, size), 90, 90)
        path.arcTo(QRectF(left, bottom - size, size, size), 180, 90)
    else:
        path.lineTo(left, top)
        path.moveTo(left, bottom)
    path.lineTo(right - radius if closes else right, bottom)
    if closes:
        path.arcTo(QRectF(right - size, bottom - size, size, size), 270, 90)
        path.arcTo(QRectF(right - size, top, size, size), 0, 90)
    return path


def filled(rect: QRectF, radius: float, *, opens: bool, closes: bool) -> QPainterPath:
    """Return the inside of a rounded frame, square where a span goes on beyond the line."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    if not opens:
        path.addRect(rect.adjusted(0, 0, -rect.width() / 2, 0))
    if not closes:
        path.addRect(rect.adjusted(rect.width() / 2, 0, 0, 0))
    return path
