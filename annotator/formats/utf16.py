"""UTF-16 units: what browsers and Java count where we count code points."""

from __future__ import annotations

from bisect import bisect_left

_LAST_PLAIN = 0xFFFF


class Utf16:
    """Turns positions in one text from code points to UTF-16 units and back."""

    def __init__(self, text: str) -> None:
        self._astral = [at for at, letter in enumerate(text) if ord(letter) > _LAST_PLAIN]
        self._units = [at + earlier for earlier, at in enumerate(self._astral)]

    def units(self, point: int) -> int:
        """Return the unit at which a code point begins."""
        return point + bisect_left(self._astral, point)

    def points(self, unit: int) -> int:
        """Return the code point at a unit; the middle of a pair counts as its start."""
        return unit - bisect_left(self._units, unit)
