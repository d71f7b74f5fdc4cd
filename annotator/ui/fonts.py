"""Fonts: one family that has every Vietnamese letter, with figures of one width."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

SMALLEST_SCALE, LARGEST_SCALE = 100, 200
"""Sizes of the window's text, in percent."""

_FALLBACK = "DejaVu Sans"
_ASK = ("Noto Sans", "Segoe UI", "Arial", "Liberation Sans")


@cache
def text_family() -> str:
    """Return the system's own interface family when it has Vietnamese letters, else one that has."""
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()
    for family in (system, _FALLBACK, *_ASK):
        if has_vietnamese(family):
            return family
    able = QFontDatabase.families(QFontDatabase.WritingSystem.Vietnamese)
    return able[0] if able else system


def has_vietnamese(family: str) -> bool:
    """Tell whether a font family says that it can write Vietnamese."""
    return QFontDatabase.WritingSystem.Vietnamese in QFontDatabase.writingSystems(family)


def text_font(pixels: float, *, bold: bool = False) -> QFont:
    """Return the text font at a size in pixels, its figures all of one width."""
    font = QFont(text_family())
    font.setPixelSize(max(1, round(pixels)))
    font.setBold(bold)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def set_text_scale(percent: int) -> None:
    """Set how large the text of the window is, 100 to 200 %, for all that is made from now on."""
    _scale[0] = min(LARGEST_SCALE, max(SMALLEST_SCALE, percent)) / 100


def scaled(pixels: float) -> int:
    """Return a length that holds text, in pixels at 100 %, at the size the window's text has."""
    return max(1, round(pixels * _scale[0]))


def window_font(pixels: float, *, bold: bool = False) -> QFont:
    """Return the text font of the window at a size in pixels at 100 %; the page has a size of its own."""
    return text_font(pixels * _scale[0], bold=bold)


_scale = [1.0]
