"""Painting: the visible lines drawn in passes, so that no ground and no ring ever covers a letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotator.domain.spans import State
from annotator.ui.reading.blocks import BlockKind
from annotator.ui.reading.connectors import Connectors
from annotator.ui.reading.layout import BOX_ROOM, LaidBlock, Line, Segment
from annotator.ui.reading.marks import Marks, letters
from annotator.ui.reading.overlays import Overlays
from annotator.ui.reading.scenes import Scene
from annotator.ui.reading.typography import Typography
from annotator.ui.theme import Theme


class Row(NamedTuple):
    """One visible line with the segments on it, and the y of its block."""

    laid: LaidBlock
    line: Line
    segments: Sequence[Segment]
    y: float

    def holds(self, caret: int | None) -> bool:
        """Tell whether the caret stands on this line."""
        if caret is None or not self.laid.start <= caret <= self.laid.end:
            return False
        return self.laid.line_of(caret) is self.line


class Painting:
    """Draws blocks in one theme; x runs from the left of the column, y from the top of what is shown."""

    def __init__(self, theme: Theme, sizes: Typography, column: int) -> None:
        self._marks = Marks(theme, sizes)
        self._connectors = Connectors(theme, sizes)
        self._overlays = Overlays(theme, sizes, column)
        self._px = sizes.px
        self.column = column
        self._ink = QPen(QColor(theme.ink))
        self._quiet = QPen(QColor(theme.muted))
        self._rule = QPen(QColor(theme.line), 1)
        self._frame = QPen(QColor(theme.line), 1, Qt.PenStyle.DashLine)
        self._linked = QColor(theme.selection)
        self._found = QColor(theme.warning)
        self._found.setAlphaF(0.2)
        self._selected = QColor(theme.accent)
        self._selected.setAlphaF(0.24)

    def draw(
        self, painter: QPainter, blocks: Iterable[tuple[LaidBlock, float]], clip: QRectF, scene: Scene
    ) -> QRectF | None:
        """Draw blocks at their y; return where the chip of the current span stands, if it is in sight."""
        rows: list[Row] = []
        shown = list(blocks)
        for laid, y in shown:
            if y - self._px(24) <= clip.bottom() and y + laid.height + self._px(24) >= clip.top():
                self._draw_frame(painter, laid, y)
                rows += self._rows(laid, y, clip)
        self._draw_grounds(painter, rows, scene)
        if scene.links:
            self._connectors.draw(painter, shown, scene.links)
        ring = self._draw_ring(painter, rows, scene)
        painter.setPen(self._ink)
        for row in rows:
            line, top = row.line, row.y + row.line.top
            if top <= clip.bottom() and top + line.height >= clip.top():
                line.text.draw(painter, QPointF(line.x, row.y + line.baseline - line.text.ascent()))
        self._draw_marks(painter, rows, scene)
        if scene.show_codes:
            for row in rows:
                self._overlays.codes(painter, row.laid.face, row.line, row.segments, row.y, scene)
        self._draw_places(painter, rows, scene)
        return self._overlays.chip(painter, ring, scene) if ring is not None else None

    def _rows(self, laid: LaidBlock, y: float, clip: QRectF) -> Iterable[Row]:
        top, bottom = clip.top() - y - self._px(8), clip.bottom() - y + self._px(24)
        for line, segments in zip(laid.lines, laid.segments, strict=True):
            if line.top <= bottom and line.top + line.height >= top:
                yield Row(laid, line, segments, y)

    def _draw_grounds(self, painter: QPainter, rows: Sequence[Row], scene: Scene) -> None:
        for row in rows:
            painter.translate(0, row.y)
            for segment in row.segments:
                at = letters(row.line, row.laid.face, segment)
                if segment.span.id in scene.linked:
                    edge = QRectF(at.left, at.top, at.right - at.left, at.bottom - at.top)
                    out = self._px(2.5)
                    painter.fillRect(edge.adjusted(-out, -out, out, out), self._linked)
                else:
                    self._marks.ground(painter, at, segment)
            for found in scene.hits:
                self._fill(painter, row, found, self._found)
            if scene.selection:
                self._fill(painter, row, scene.selection, self._selected)
            painter.translate(0, -row.y)

    def _fill(self, painter: QPainter, row: Row, place: tuple[int, int], colour: QColor) -> None:
        """Fill a part of a line, its break included when the place goes on behind it."""
        start, end = place
        line = row.line
        if end <= line.start or start > line.end:
            return
        left, right = line.x_at(start), line.x_at(end)
        right += self._px(5) if end > line.end else 0
        out = self._px(3)
        top = line.baseline - row.laid.face.ascent - out
        height = row.laid.face.ascent + row.laid.face.descent + 2 * out
        painter.fillRect(QRectF(left, top, right - left, height), colour)

    def _draw_ring(self, painter: QPainter, rows: Sequence[Row], scene: Scene) -> QRectF | None:
        first: QRectF | None = None
        current = scene.current
        for row in rows if current else ():
            for segment in row.segments:
                if segment.span is not current:
                    continue
                painter.translate(0, row.y)
                edge = self._marks.ring(painter, letters(row.line, row.laid.face, segment), segment)
                painter.translate(0, -row.y)
                if segment.opens:
                    first = edge.translated(0, row.y)
        return first

    def _draw_marks(self, painter: QPainter, rows: Sequence[Row], scene: Scene) -> None:
        for row in rows:
            painter.translate(0, row.y)
            for segment in row.segments:
                at = letters(row.line, row.laid.face, segment)
                state = segment.span.state
                if state is State.REJECTED:
                    if scene.show_rejected or segment.span is scene.current:
                        self._marks.strike(painter, at)
                elif state is not State.NOT_SHOWN:
                    self._marks.draw(painter, at, segment, scene.threshold)
            painter.translate(0, -row.y)

    def _draw_places(self, painter: QPainter, rows: Sequence[Row], scene: Scene) -> None:
        for row in rows:
            if scene.preview:
                self._overlays.preview(painter, row.laid.face, row.line, row.y, scene.preview)
            if row.holds(scene.caret):
                self._overlays.caret(painter, row.laid.face, row.line, row.y, scene)
        for row in rows if scene.hints else ():
            self._overlays.hints(painter, row.laid.face, row.line, row.y, scene)

    def _draw_frame(self, painter: QPainter, laid: LaidBlock, y: float) -> None:
        """Draw the box around page furniture, and the rule under a table row."""
        if laid.kind is BlockKind.ROW:
            painter.setPen(self._rule)
            bottom = round(y + laid.height) - 0.5
            painter.drawLine(QPointF(0, bottom), QPointF(self.column, bottom))
        elif laid.frame is not None:
            first, last = laid.frame
            inset = self._px(BOX_ROOM / 2)
            top, bottom = y + (inset if first else -4), y + laid.height - (inset if last else -4)
            painter.save()
            painter.setClipRect(QRectF(-2, y, self.column + 4, laid.height), Qt.ClipOperation.IntersectClip)
            painter.setPen(self._frame)
            painter.drawRoundedRect(QRectF(0.5, round(top) + 0.5, self.column - 1, round(bottom - top)), 4, 4)
            painter.restore()
        if laid.summary:
            painter.setPen(self._quiet)
            painter.setFont(laid.face.font)
            metrics = QFontMetricsF(laid.face.font)
            room = QRectF(self._px(10), y, self.column - self._px(20), laid.height)
            shown = metrics.elidedText(laid.summary, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
