"""Stretches: the paragraphs of a report as training data takes them, page chrome left out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.domain.gold import GoldReport
from annotator.domain.spans import Span, reading_order


@dataclass(frozen=True, slots=True)
class Stretch:
    """A range `[start, end)` of a report (code points), and the standing spans wholly inside it."""

    start: int
    end: int
    spans: tuple[Span, ...]


def stretches(gold: GoldReport) -> Iterator[Stretch]:
    """Yield the paragraphs of a report that hold text, in order.

    Page chrome is in none. Lines that a span reaches over stay together; a span that reaches over chrome is
    in no stretch.
    """
    report = gold.report
    standing = reading_order(span for span in gold.spans if span.is_standing)
    chrome = [(section.start, section.end) for section in report.chrome]
    cuts = _cuts(report.text, standing, chrome)
    starts = [span.start for span in standing]
    for start, end in _between(cuts, len(report.text)):
        text = report.text[start:end]
        first, last = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        if first < last:
            inside = standing[bisect_left(starts, first) : bisect_left(starts, last)]
            yield Stretch(first, last, tuple(span for span in inside if span.end <= last))


def _cuts(text: str, spans: Sequence[Span], chrome: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges between stretches: chrome, and line breaks no span reaches over."""
    found = sorted(chrome)
    reach, at = 0, 0
    for place, letter in enumerate(text):
        if letter != "\n":
            continue
        while at < len(spans) and spans[at].start < place:
            reach, at = max(reach, spans[at].end), at + 1
        if reach <= place:
            found.append((place, place + 1))
    return sorted(found)


def _between(cuts: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in cuts:
        if at < start:
            yield at, start
        at = max(at, end)
    if at < length:
        yield at, length
