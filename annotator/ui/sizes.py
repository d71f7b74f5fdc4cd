"""Sizes: how large dialogs open, as large as their text asks for and never larger than the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.ui.fonts import scaled

_EDGE = 48
"""Pixels left free for the frame of a dialog and the bars of a desktop."""


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Let a dialog open at a size in pixels at 100 %, as far as its screen has room."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(scaled(width), room.width() - _EDGE), min(scaled(height), room.height() - _EDGE))
