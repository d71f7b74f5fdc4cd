"""Overlaps between matches of one layer: the longest name wins."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.extract.base import Match


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
