"""Put the glyphs of a page together as words, and words as lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

_GAP = 0.2
_WIDE_GAP = 1.5
_OVERLAP = 0.4


class Glyph(NamedTuple):
    """One character of a page and its box in points, y downwards."""

    sign: str
    left: float
    top: float
    right: float
    bottom: float


class Word(NamedTuple):
    """Signs that stand together, and their box in points, y downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Return the height of the box, which is about the size of the font."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Return the middle of the box, x and y."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


Line = list[Word]
"""Words that stand on one line, from left to right."""


def words_of(glyphs: Iterable[Glyph]) -> list[Word]:
    """Return the words of glyphs in the order they are drawn: cut at spaces, gaps and new lines."""
    words: list[Word] = []
    held: list[Glyph] = []
    for glyph in glyphs:
        is_mark = bool(unicodedata.combining(glyph.sign)) and bool(held)
        ends = glyph.sign.isspace() or (unicodedata.category(glyph.sign) == "Cc")
        if not is_mark and held and (ends or not _goes_on(held[-1], glyph)):
            words.append(_word(held))
            held = []
        if not ends:
            held.append(glyph)
    return [*words, _word(held)] if held else words


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    """Tell whether a glyph stands right behind another, a raised figure or a mark included."""
    size = max(last.bottom - last.top, glyph.bottom - glyph.top)
    shared = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
    lower = min(last.bottom - last.top, glyph.bottom - glyph.top)
    # The letters of one ligature, and the halves of a sign beyond the basic plane, have one box.
    is_same_box = (glyph.left, glyph.right) == (last.left, last.right)
    is_beside = -size / 2 < glyph.left - last.right < size * _GAP
    return shared >= lower * _OVERLAP and (is_same_box or is_beside)


def _word(glyphs: list[Glyph]) -> Word:
    text = "".join(glyph.sign for glyph in glyphs)
    # Signs beyond the basic plane come as two halves.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Word(
        text,
        min(glyph.left for glyph in glyphs),
        min(glyph.top for glyph in glyphs),
        max(glyph.right for glyph in glyphs),
        max(glyph.bottom for glyph in glyphs),
    )


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Return words as lines from top to bottom, those of a line from left to right."""
    lines: list[Line] = []
    for word in sorted(words, key=lambda word: word.middle[1]):
        last = lines[-1] if lines else []
        if last and abs(word.middle[1] - last[0].middle[1]) < min(word.height, last[0].height) / 2:
            last.append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def chunks(line: Line) -> list[Line]:
    """Return the parts of a line between gaps that are wider than any between words."""
    parts = [[line[0]]]
    for word in line[1:]:
        gap = word.left - max(held.right for held in parts[-1])
        if gap > _WIDE_GAP * min(word.height, parts[-1][-1].height):
            parts.append([])
        parts[-1].append(word)
    return parts


def text_of(line: Line) -> str:
    """Return the words of a line with a space between each two."""
    return " ".join(word.text for word in line)


def box_of(line: Line) -> tuple[float, float, float, float]:
    """Return what a line covers: left, top, right, bottom."""
    return (
        min(word.left for word in line),
        min(word.top for word in line),
        max(word.right for word in line),
        max(word.bottom for word in line),
    )
