"""Overlaps between matches of one layer: the longest name wins."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.extract.base import Match


class Taken:
    """Which code points longer names of other labels hold already."""

    def __init__(self, matches: list[Match], size: int) -> None:
        self._held = bytearray(size + 1)
        for match in matches:
            self._held[match.start : match.end] = b"\x01" * (match.end - match.start)

    def covers(self, start: int, end: int) -> bool:
        """Tell whether any code point of `[start, end)` is held."""
        return self._held.find(1, start, end) >= 0


def settled(matches: Iterable[Match]) -> list[Match]:
    """Keep matches so that none overlap, in reading order: the longest, the higher score, the first.

    Takes n log n steps and one byte a code point.
    """
    ranked = sorted(matches, key=lambda match: (match.start - match.end, -match.score, match.start))
    held = bytearray(max((match.end for match in ranked), default=0))
    kept: list[Match] = []
    for match in ranked:
        if held.find(1, match.start, match.end) < 0:
            held[match.start : match.end] = b"\x01" * (match.end - match.start)
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)
