"""Connectors: thin curves from the current span to the spans its relations join it with, under the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from annotator.domain.spans import Span
from annotator.ui.reading.layout import LaidBlock
from annotator.ui.reading.typography import Typography
from annotator.ui.theme import Theme


class Connectors:
    """Draws relations; x runs from the left of the column, y from the top of what is shown."""

    def __init__(self, theme: Theme, sizes: Typography) -> None:
        self._px = sizes.px
        self._colour = QColor(theme.accent)
        self._pen = QPen(self._colour, sizes.px(1.4))

    def draw(
        self,
        painter: QPainter,
        blocks: Iterable[tuple[LaidBlock, float]],
        links: Sequence[tuple[Span, Span]],
    ) -> None:
        """Draw a curve for each pair of spans, or a stub where only one of them is in view."""
        seen = places_of(blocks, {span.id for pair in links for span in pair})
        for source, target in links:
            start, end = seen.get(source.id), seen.get(target.id)
            if start is not None and end is not None:
                self._join(painter, start, end)
            elif start is not None:
                self._leave(painter, start, down=target.start > source.start)
            elif end is not None:
                self._leave(painter, end, down=source.start > target.start)

    def _join(self, painter: QPainter, start: QRectF, end: QRectF) -> None:
        lift = self._px(9)
        if abs(start.top() - end.top()) < 1:
            first, last = _top(start), _top(end)
            turns = first - QPointF(0, lift), last - QPointF(0, lift)
        else:
            down = end.top() > start.top()
            first, last = (_bottom(start), _top(end)) if down else (_top(start), _bottom(end))
            bend = QPointF(0, max(lift, abs(last.y() - first.y()) * 0.45) * (1 if down else -1))
            turns = first + bend, last - bend
        path = QPainterPath(first)
        path.cubicTo(*turns, last)
        self._stroke(painter, path)
        self._head(painter, turns[1], last)

    def _leave(self, painter: QPainter, place: QRectF, *, down: bool) -> None:
        """Draw a stub towards a partner that is out of view, beside the chip."""
        first = QPointF(place.right() - self._px(3), place.bottom() if down else place.top())
        last = first + QPointF(0, self._px(14 if down else -14))
        path = QPainterPath(first)
        path.lineTo(last)
        self._stroke(painter, path)
        self._head(painter, first, last)

    def _stroke(self, painter: QPainter, path: QPainterPath) -> None:
        painter.setPen(self._pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setBrush(self._colour)
        painter.drawEllipse(path.pointAtPercent(0), self._px(2), self._px(2))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _head(self, painter: QPainter, behind: QPointF, tip: QPointF) -> None:
        size = self._px(4.5)
        back = QPointF(0, -size if tip.y() > behind.y() else size)
        side = QPointF(size * 0.7, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawPolygon(QPolygonF([tip, tip + back + side, tip + back - side]))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def places_of(blocks: Iterable[tuple[LaidBlock, float]], ids: set[str]) -> Mapping[str, QRectF]:
    """Return where the letters of each span's first visible segment stand."""
    found: dict[str, QRectF] = {}
    for laid, y in blocks:
        for line, segments in zip(laid.lines, laid.segments, strict=True):
            for segment in segments:
                if segment.span.id in ids and segment.span.id not in found:
                    top = y + line.baseline - laid.face.ascent - 3
                    bottom = y + line.baseline + laid.face.descent + 3
                    found[segment.span.id] = QRectF(
                        segment.left, top, segment.right - segment.left, bottom - top
                    )
    return found


def _top(place: QRectF) -> QPointF:
    return QPointF(place.center().x(), place.top())


def _bottom(place: QRectF) -> QPointF:
    return QPointF(place.center().x(), place.bottom())
