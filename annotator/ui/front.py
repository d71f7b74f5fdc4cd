"""The front: the ground of the window's parts, painted while the parts themselves are still being made."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.theme import Theme

LIBRARY, CARD, LISTS = 260, 320, 180
"""Widths of library and card and height of the lists in a window that was never arranged, in pixels."""

_BARS, _STATUS = 76, 34


class Front(QWidget):
    """Panels, page and lines in the colours of the theme, where the parts will stand."""

    painted = Signal()
    """The window has been painted for the first time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._was_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds and the lines between them."""
        theme = self._theme
        width, height = self.width(), self.height()
        bottom = height - _STATUS
        middle = QRect(LIBRARY, _BARS, width - LIBRARY - CARD, bottom - LISTS - _BARS)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.panel))
        painter.fillRect(middle, QColor(theme.window))
        painter.setPen(QColor(theme.line))
        for y in (_BARS - 1, middle.bottom() + 1, bottom):
            painter.drawLine(0, y, width, y)
        for x in (middle.left() - 1, middle.right() + 1):
            painter.drawLine(x, middle.top(), x, middle.bottom())
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()
