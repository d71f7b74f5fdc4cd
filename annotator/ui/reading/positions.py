"""Positions: the one place where code points of a report and Qt's UTF-16 units are turned into each other."""

from __future__ import annotations

from bisect import bisect_left

_LAST_PLAIN = 0xFFFF


class Positions:
    """Converts positions within one piece of text that starts at `start` code points of the report.

    Report positions are code points of the whole report; Qt positions are UTF-16 units of the piece.
    Pieces without characters beyond U+FFFF, nearly all of them, are converted by one subtraction.
    """

    __slots__ = ("_astral", "_units", "start")

    def __init__(self, text: str, start: int = 0) -> None:
        self.start = start
        self._astral: list[int] = []
        if len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text):
            self._astral = [at for at, letter in enumerate(text) if ord(letter) > _LAST_PLAIN]
        self._units = [at + earlier for earlier, at in enumerate(self._astral)]

    def to_qt(self, position: int) -> int:
        """Return the UTF-16 unit of the piece at which a code point of the report begins."""
        inner = position - self.start
        return inner + bisect_left(self._astral, inner) if self._astral else inner

    def to_report(self, unit: int) -> int:
        """Return the code point of the report at a UTF-16 unit; the middle of a pair counts as its start."""
        earlier = bisect_left(self._units, unit) if self._units else 0
        return self.start + unit - earlier
