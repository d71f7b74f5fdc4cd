"""Typography: the sizes of everything on the page at a zoom, made once and read by layout and painting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from annotator.ui.fonts import text_font
from annotator.ui.reading.blocks import BlockKind
from annotator.ui.theme import LARGE, NORMAL, READING, SMALL

LEADING = 2.2
"""Line pitch by text size: room for a mark below a line, a ring and a chip above the next."""

_SAMPLE = "Trong chín tháng, thu ngân sách trên địa bàn ước đạt trên 1.860 tỷ đồng."
_SIZES = {
    BlockKind.TEXT: (READING, False),
    BlockKind.TITLE: (LARGE, True),
    BlockKind.HEADING: (READING, True),
    BlockKind.CHROME: (SMALL, False),
    BlockKind.ROW: (NORMAL, False),
}


@dataclass(frozen=True, slots=True)
class Face:
    """One text size: its font and the room of a line, in pixels."""

    font: QFont
    ascent: float
    descent: float
    above: int
    """From the top of the line's room to the top of its letters."""
    pitch: int
    """The room of a line without crowded lanes."""


@dataclass(frozen=True, slots=True)
class Typography:
    """Every size on the page, in pixels; `unit` is what a pixel of the sketches is at this zoom."""

    unit: float
    column: int
    """Width of a line of text."""
    letter: float
    """Mean width of a letter of running text."""
    faces: Mapping[BlockKind, Face]
    chip_font: QFont
    code_font: QFont
    paragraph_gap: int
    blank: int

    def face(self, kind: BlockKind) -> Face:
        """Return the face a block is set in."""
        return self.faces[BlockKind.TEXT if kind is BlockKind.BLANK else kind]

    def px(self, sketched: float) -> float:
        """Return a length of the sketches at this zoom."""
        return sketched * self.unit


def typography(*, zoom: int, line_width: int, chips: bool) -> Typography:
    """Return the sizes at a zoom in percent, with lines of so many letters, with room for codes or not."""
    unit = zoom / 100
    faces = {kind: _face(kind, unit, chips=chips) for kind in _SIZES}
    letter = QFontMetricsF(faces[BlockKind.TEXT].font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    return Typography(
        unit=unit,
        column=round(letter * line_width),
        letter=letter,
        faces=faces,
        chip_font=text_font(9 * unit, bold=True),
        code_font=text_font(8 * unit, bold=True),
        paragraph_gap=round(8 * unit),
        blank=round(6 * unit),
    )


def _face(kind: BlockKind, unit: float, *, chips: bool) -> Face:
    size, bold = _SIZES[kind]
    font = text_font(size * unit, bold=bold)
    metrics = QFontMetricsF(font)
    letters = metrics.ascent() + metrics.descent()
    if kind is BlockKind.CHROME:
        return Face(font, metrics.ascent(), metrics.descent(), round(2 * unit), round(letters + 5 * unit))
    gap = max(size * unit * LEADING - letters, 15 * unit) + (6 * unit if chips else 0)
    return Face(font, metrics.ascent(), metrics.descent(), round(gap - 6.5 * unit), round(letters + gap))
