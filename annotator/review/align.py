"""Alignment: which spans of one set answer which of another, exactly or by overlapping."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.spans import Span, reading_order


class Likeness(StrEnum):
    """How far two paired spans agree."""

    SAME = "same"
    """Borders and label are equal."""
    LABEL = "label"
    """Borders are equal, labels differ."""
    BOUNDARY = "boundary"
    """Labels are equal, borders overlap."""
    BOTH = "both"
    """Borders overlap, labels differ."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold span and the predicted span that answers it."""

    gold: Span
    predicted: Span
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Alignment:
    """One layer's spans paired one to one, in reading order of the gold; what is left over on either side."""

    pairs: tuple[Pair, ...]
    missing: tuple[Span, ...]
    spurious: tuple[Span, ...]


def aligned(gold: Iterable[Span], predicted: Iterable[Span]) -> Alignment:
    """Pair the spans of one layer: equal ones first, then equal borders, then equal labels, then any overlap.

    Every span is paired at most once. Takes n log n steps where spans do not pile up.
    """
    left, right = reading_order(gold), reading_order(predicted)
    pairs: list[Pair] = []
    for likeness in Likeness:
        found = list(_paired(left, right, likeness))
        pairs += found
        taken = {id(pair.gold) for pair in found} | {id(pair.predicted) for pair in found}
        left = [span for span in left if id(span) not in taken]
        right = [span for span in right if id(span) not in taken]
    pairs.sort(key=lambda pair: (pair.gold.start, pair.gold.end))
    return Alignment(tuple(pairs), tuple(left), tuple(right))


def strict_matches(gold: Iterable[Span], predicted: Iterable[Span]) -> int:
    """Count predicted spans whose borders and label are those of a gold span, each gold span once."""
    return sum((Counter(map(_key, gold)) & Counter(map(_key, predicted))).values())


def overlap_matches(gold: Iterable[Span], predicted: Iterable[Span]) -> int:
    """Count predicted spans that overlap a gold span of their label, each gold span once.

    In reading order, each takes the free gold span whose borders are nearest.
    """
    right = reading_order(predicted)
    labels = {span.label for span in right}
    left = [span for span in reading_order(gold) if span.label in labels]
    return sum(1 for _ in _paired(left, right, Likeness.BOUNDARY))


def _key(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.label


def _paired(gold: Sequence[Span], predicted: Sequence[Span], likeness: Likeness) -> Iterator[Pair]:
    """Yield pairs of at least that likeness, one to one, from spans in reading order."""
    starts = [span.start for span in gold]
    longest = max((span.end - span.start for span in gold), default=0)
    taken: set[int] = set()
    for span in predicted:
        best, distance = -1, 0
        for at in range(bisect_left(starts, span.start - longest), bisect_left(starts, span.end)):
            other = gold[at]
            if at in taken or not span.overlaps(other) or not _alike(other, span, likeness):
                continue
            gap = abs(other.start - span.start) + abs(other.end - span.end)
            if best < 0 or gap < distance:
                best, distance = at, gap
        if best >= 0:
            taken.add(best)
            yield Pair(gold[best], span, likeness)


def _alike(gold: Span, predicted: Span, likeness: Likeness) -> bool:
    same_borders = (gold.start, gold.end) == (predicted.start, predicted.end)
    same_label = gold.label == predicted.label
    if likeness is Likeness.SAME:
        return same_borders and same_label
    if likeness is Likeness.LABEL:
        return same_borders
    return same_label or likeness is Likeness.BOTH
