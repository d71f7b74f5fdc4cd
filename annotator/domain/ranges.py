"""Ranges: spans by layer and place, to ask in logarithmic time which of them overlap a range."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from annotator.domain.spans import Span


class SpanRanges:
    """Spans by layer and start, to ask which overlap a range.

    The longest span a layer ever had says how far back one that reaches into a range may start.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        held: dict[str, list[tuple[int, int, str]]] = {}
        for span in spans:
            held.setdefault(span.layer, []).append((span.start, span.end, span.id))
        for ranges in held.values():
            ranges.sort()
        self._by_layer = held
        self._longest = {
            layer: max(end - start for start, end, _ in ranges) for layer, ranges in held.items()
        }

    def twin(self) -> SpanRanges:
        """Return the same ranges once more, to be changed apart."""
        made = SpanRanges(())
        made._by_layer = {layer: list(ranges) for layer, ranges in self._by_layer.items()}
        made._longest = dict(self._longest)
        return made

    def add(self, span: Span) -> None:
        """Take a span in."""
        insort(self._by_layer.setdefault(span.layer, []), (span.start, span.end, span.id))
        self._stretch(span)

    def discard(self, span: Span) -> None:
        """Let a span go; nothing happens when it is not there."""
        ranges = self._by_layer.get(span.layer, [])
        at = bisect_left(ranges, (span.start, span.end, span.id))
        if at < len(ranges) and ranges[at] == (span.start, span.end, span.id):
            del ranges[at]

    def overlapping(self, layer: str, start: int, end: int) -> list[str]:
        """Return the ids of the spans of a layer that overlap `[start, end)` (code points), last first."""
        ranges = self._by_layer.get(layer, [])
        first = start - self._longest.get(layer, 0)
        at = bisect_left(ranges, (end,))
        found: list[str] = []
        while at and ranges[at - 1][0] > first:
            at -= 1
            if ranges[at][1] > start:
                found.append(ranges[at][2])
        return found

    def _stretch(self, span: Span) -> None:
        self._longest[span.layer] = max(self._longest.get(span.layer, 0), span.end - span.start)
