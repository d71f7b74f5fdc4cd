"""The front: the ground of the window's parts, painted while the parts themselves are still being made."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Literal, get_args

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.resources import read_text

if TYPE_CHECKING:
    from annotator.ui.settings import Settings

ThemeName = Literal["light", "dark", "contrast"]

LIBRARY, CARD, LISTS = 260, 320, 180
"""Widths of library and card and height of the lists in a window that was never arranged, in pixels."""

_BARS, _STATUS = 76, 34


class Front(QWidget):
    """Panels, page and lines in the colours of a theme, where the parts will stand."""

    painted = Signal()
    """The window has been painted for the first time."""

    def __init__(self, theme: ThemeName) -> None:
        super().__init__()
        tokens = tomllib.loads(read_text("themes", f"{theme}.toml"))["tokens"]
        self._panel, self._window, self._line = (QColor(tokens[name]) for name in ("panel", "window", "line"))
        self._was_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds and the lines between them."""
        width, height = self.width(), self.height()
        bottom = height - _STATUS
        middle = QRect(LIBRARY, _BARS, width - LIBRARY - CARD, bottom - LISTS - _BARS)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._panel)
        painter.fillRect(middle, self._window)
        painter.setPen(self._line)
        for y in (_BARS - 1, middle.bottom() + 1, bottom):
            painter.drawLine(0, y, width, y)
        for x in (middle.left() - 1, middle.right() + 1):
            painter.drawLine(x, middle.top(), x, middle.bottom())
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()


def remembered_theme(app: QApplication, settings: Settings) -> ThemeName:
    """Return the theme that was chosen last, else the one like the system's own colours."""
    kept = settings.text("theme")
    for name in get_args(ThemeName):
        if name == kept:
            return name  # type: ignore[no-any-return]  # get_args loses the literal
    dark = app.palette().window().color().lightness() < 128
    return "dark" if dark else "light"
