"""Sizes: how large dialogs open, never larger than the screen, and the room in their fields."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from annotator.ui.fonts import scaled

_MARGIN = 6
_EDGE = 48
"""Pixels left free for the frame of a dialog and the bars of a desktop."""


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Let a dialog open at a size in pixels at 100 %, as far as its screen has room."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(scaled(width), room.width() - _EDGE), min(scaled(height), room.height() - _EDGE))


def open_whole(dialog: QWidget) -> None:
    """Let a dialog open with room for all its parts, as far as its screen has room.

    Left to itself it takes two thirds of the screen at most and presses its fields together.
    """
    room, wished = dialog.screen().availableGeometry(), dialog.sizeHint()
    dialog.resize(min(wished.width(), room.width() - _EDGE), min(wished.height(), room.height() - _EDGE))


def open_at_least(dialog: QWidget) -> None:
    """Give an open dialog the height its parts wish for, as far as its screen has room; it never shrinks."""
    room = dialog.screen().availableGeometry().height() - _EDGE
    dialog.resize(dialog.width(), max(dialog.height(), min(dialog.sizeHint().height(), room)))


def spaced(box: QAbstractSpinBox) -> None:
    """Keep a number off the frame of its field, which a style sheet cannot."""
    box.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)


def number_field(least: int, most: int, step: int, unit: str, value: int) -> QSpinBox:
    """Return a field for a whole number, its unit behind it."""
    box = QSpinBox()
    box.setRange(least, most)
    box.setSingleStep(step)
    box.setSuffix(unit)
    spaced(box)
    box.setValue(value)
    return box
