"""Overlays: the chip of the current span, label codes, caret and drag preview, drawn over the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotator.ui.reading.lanes import HIDDEN, Shape, box_reach, line_reach
from annotator.ui.reading.layout import Line, Segment
from annotator.ui.reading.scenes import Scene
from annotator.ui.reading.typography import Face, Typography
from annotator.ui.theme import Theme

CHIP_HEIGHT = 12.5
_FAR = 3
"""Letters from which a hint is of a word far off."""


class Overlays:
    """Draws what stands over the text; x from the left of the column, y from the top of what is shown."""

    def __init__(self, theme: Theme, sizes: Typography, column: int) -> None:
        self._px = sizes.px
        self._column = column
        self._theme = theme
        self._chip_font, self._code_font = sizes.chip_font, sizes.code_font
        self._chip_metrics = QFontMetricsF(sizes.chip_font)
        self._chip_width = cache(self._chip_metrics.horizontalAdvance)
        self._code_metrics = QFontMetricsF(sizes.code_font)
        self._accent = QColor(theme.accent)
        self._caret = QPen(QColor(theme.ink), max(1.0, sizes.px(1.6)))
        self._resting = QPen(QColor(theme.muted), 1)
        self._preview = QPen(QColor(theme.accent), sizes.px(2), Qt.PenStyle.DashLine)

    def chip(self, painter: QPainter, ring: QRectF, scene: Scene) -> QRectF:
        """Draw the chip on the upper edge of the ring, kept inside the column; return where it stands."""
        height = self._px(CHIP_HEIGHT)
        width = self._chip_width(scene.chip) + self._px(12)
        left = max(0.0, min(ring.left(), self._column + self._px(20) - width))
        rect = QRectF(left, ring.top() + self._px(2.5) - height, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._accent)
        painter.drawRoundedRect(rect, self._px(3), self._px(3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(self._theme.page))
        painter.setFont(self._chip_font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, scene.chip)
        return rect

    def codes(
        self, painter: QPainter, face: Face, line: Line, segments: Sequence[Segment], y: float, scene: Scene
    ) -> None:
        """Write the short code of each label over the start of its span, one behind the other."""
        painter.setFont(self._code_font)
        free = -1.0
        for segment in segments:
            if not segment.opens or segment.span.state in HIDDEN:
                continue
            code = scene.codes.get(segment.span.label, segment.span.label)
            left = max(segment.left, free)
            painter.setPen(QColor(self._theme.colour(segment.span.label)))
            painter.drawText(QPointF(left, self._code_y(face, line, segments) + y), code)
            free = left + self._code_metrics.horizontalAdvance(code) + self._px(3)

    def caret(self, painter: QPainter, face: Face, line: Line, y: float, scene: Scene) -> None:
        """Draw the caret: thin and muted while the page has no focus."""
        if scene.caret is None:
            return
        painter.setPen(self._caret if scene.focused else self._resting)
        x = round(line.x_at(scene.caret)) + 0.5
        top, bottom = line.baseline - face.ascent - 1, line.baseline + face.descent + 1
        painter.drawLine(QPointF(x, y + top), QPointF(x, y + bottom))

    def preview(self, painter: QPainter, face: Face, line: Line, y: float, place: tuple[int, int]) -> None:
        """Frame the part of a line that the dragged span would cover."""
        start, end = place
        if end <= line.start or start >= line.end:
            return
        left, right = line.x_at(start), line.x_at(end)
        out = self._px(3)
        top = y + line.baseline - face.ascent - out
        painter.setPen(self._preview)
        painter.drawRect(QRectF(left - 1, top, right - left + 2, face.ascent + face.descent + 2 * out))

    def hints(self, painter: QPainter, face: Face, line: Line, y: float, scene: Scene) -> None:
        """Write the letters to type over the words they stand for, long ones muted, none over the letters."""
        painter.setFont(self._chip_font)
        height = self._px(CHIP_HEIGHT)
        top = y + line.baseline - face.ascent - height + self._px(2.5)
        for position in range(line.start, line.end + 1):
            letters = scene.hints.get(position)
            if letters is None:
                continue
            near = len(letters) < _FAR
            width = self._chip_metrics.horizontalAdvance(letters) + self._px(4)
            rect = QRectF(line.x_at(position) - self._px(2), top, width, height)
            painter.setPen(QPen(self._accent, 1) if near else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.page))
            painter.drawRoundedRect(rect, self._px(3), self._px(3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self._theme.ink if near else self._theme.muted))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)

    def _code_y(self, face: Face, line: Line, segments: Sequence[Segment]) -> float:
        """Return the baseline of the codes of a line: clear of every box and overline on it."""
        reach = 0.0
        for segment in segments:
            if segment.shape is Shape.BOX:
                reach = max(reach, box_reach(segment.lane))
            elif segment.shape is Shape.OVER:
                reach = max(reach, line_reach(segment.shape, segment.lane))
        return line.baseline - face.ascent - self._px(reach + 2.2)
