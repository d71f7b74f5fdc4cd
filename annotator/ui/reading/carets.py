"""Carets: where the caret goes for a key, as functions of the paper and the position it stands on."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt

from annotator.ui.reading.layout import LaidBlock, Line
from annotator.ui.reading.paper import Paper

_JOINERS = "\u200c\u200d\ufe0e\ufe0f"


class Borders(Protocol):
    """The syllable borders of the report; positions are code points."""

    def next(self, position: int, /) -> int:
        """Return the first end of a syllable after a position."""
        ...

    def previous(self, position: int, /) -> int:
        """Return the last start of a syllable before a position."""
        ...

    def word_at(self, position: int, /) -> tuple[int, int] | None:
        """Return the syllable at a position or the nearest one, None in a text without any."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where the caret stands, and the column it keeps when it goes from line to line."""

    paper: Paper
    borders: Borders | None
    position: int
    wish: float
    lines: int
    """Lines in a view."""


class Motion(NamedTuple):
    """What a key does to the caret."""

    target: Callable[[Place], int]
    keeps_column: bool = False


def letter_after(text: str, position: int) -> int:
    """Return the position behind the next letter, its loose marks included."""
    position = min(len(text), position + 1)
    while position < len(text) and _belongs_to_letter(text[position]):
        position += 1
    return position


def letter_before(text: str, position: int) -> int:
    """Return the position in front of the letter before, its loose marks included."""
    position = max(0, position - 1)
    while position > 0 and _belongs_to_letter(text[position]):
        position -= 1
    return position


def line_start(paper: Paper, position: int) -> int:
    """Return the start of the line a position stands on."""
    _, line = paper.line_of(position)
    return line.start if line else position


def line_end(paper: Paper, position: int) -> int:
    """Return the end of the line a position stands on, before white space at its end."""
    _, line = paper.line_of(position)
    return line.end if line else position


def vertical(paper: Paper, position: int, lines: int, x: float) -> int:
    """Return the position so many lines further down (up if negative), as near to x as letters are."""
    laid, line = paper.line_of(position)
    for _ in range(abs(lines)):
        found = _line_beside(paper, laid, line, x, down=lines > 0)
        if found is None:
            break
        laid, line = found
    return line.position_at(x) if line else position


def _line_beside(
    paper: Paper, laid: LaidBlock, line: Line | None, x: float, *, down: bool
) -> tuple[LaidBlock, Line] | None:
    if line is not None:
        y = line.top + line.height + 1 if down else line.top - 1
        found = laid.line_at(y, x)
        if found is not None and (found.top > line.top if down else found.top < line.top):
            return laid, found
    step = 1 if down else -1
    block = laid.block + step
    while 0 <= block < len(paper.blocks):
        other = paper.laid(block)
        found = other.line_at(0 if down else other.height, x)
        if found is not None:
            return other, found
        block += step
    return None


def _belongs_to_letter(letter: str) -> bool:
    return letter in _JOINERS or unicodedata.combining(letter) != 0


def x_of(paper: Paper, position: int) -> float:
    """Return the x of a position in the column, in pixels."""
    _, line = paper.line_of(position)
    return line.x_at(position) if line else 0.0


def _word_after(place: Place) -> int:
    return place.borders.next(place.position) if place.borders else place.position + 1


def _word_before(place: Place) -> int:
    return place.borders.previous(place.position) if place.borders else place.position - 1


def _by_lines(views: int, lines: int) -> Motion:
    def target(place: Place) -> int:
        return vertical(place.paper, place.position, lines + views * place.lines, place.wish)

    return Motion(target, keeps_column=True)


_Key = Qt.Key
MOTIONS: dict[tuple[Qt.Key, bool], Motion] = {
    (_Key.Key_Left, False): Motion(lambda at: letter_before(at.paper.blocks.text, at.position)),
    (_Key.Key_Right, False): Motion(lambda at: letter_after(at.paper.blocks.text, at.position)),
    (_Key.Key_Left, True): Motion(_word_before),
    (_Key.Key_Right, True): Motion(_word_after),
    (_Key.Key_Up, False): _by_lines(0, -1),
    (_Key.Key_Down, False): _by_lines(0, 1),
    (_Key.Key_PageUp, False): _by_lines(-1, 0),
    (_Key.Key_PageDown, False): _by_lines(1, 0),
    (_Key.Key_Home, False): Motion(lambda at: line_start(at.paper, at.position)),
    (_Key.Key_End, False): Motion(lambda at: line_end(at.paper, at.position)),
    (_Key.Key_Home, True): Motion(lambda at: 0),
    (_Key.Key_End, True): Motion(lambda at: len(at.paper.blocks.text)),
}
"""What each key does, alone or with Ctrl."""
