"""Swatches: a colour as a small square on the page it is to be seen on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

_SIZE, _SCALE = 20, 2


def swatch(colour: str, page: str) -> QPixmap:
    """Return a square of the page's colour with the label's colour in it, 20 px a side."""
    drawn = QPixmap(_SIZE * _SCALE, _SIZE * _SCALE)
    drawn.setDevicePixelRatio(_SCALE)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1))
    painter.setBrush(QColor(page))
    painter.drawRoundedRect(QRectF(0.5, 0.5, _SIZE - 1, _SIZE - 1), 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(4, 4, _SIZE - 8, _SIZE - 8), 2, 2)
    painter.end()
    return drawn
