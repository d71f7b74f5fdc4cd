"""Unitizing: Krippendorff's alpha for spans that each annotator cut out of a text for himself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

Unit = tuple[int, int]
"""A half-open range of tokens that an annotator gave a label."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How far the units of one label lie apart, seen and by chance, as shares of the squared length."""

    observed: float
    expected: float

    def __add__(self, other: Disagreement) -> Disagreement:
        return Disagreement(self.observed + other.observed, self.expected + other.expected)

    def times(self, weight: float) -> Disagreement:
        """Return both sides weighted."""
        return Disagreement(self.observed * weight, self.expected * weight)

    @property
    def alpha(self) -> float | None:
        """Return one less observed over expected; None where no chance could disagree."""
        return 1 - self.observed / self.expected if self.expected else None


NO_DISAGREEMENT = Disagreement(0.0, 0.0)


def disagreement(units: Sequence[Sequence[Unit]], length: int) -> Disagreement:
    """Return what annotators' units of one label disagree by, over a text of so many tokens.

    Each annotator's units are in order and do not overlap. Takes n log n steps. Source: K. Krippendorff
    (2004), Measuring the reliability of qualitative text analysis data, Quality and Quantity 38, 787-800.
    """
    annotators = len(units)
    if annotators < 2 or not length or not any(units):
        return NO_DISAGREEMENT
    observed = sum(
        _between(first, second, length)
        for number, first in enumerate(units)
        for second in (*units[:number], *units[number + 1 :])
    )
    return Disagreement(
        observed / (annotators * (annotators - 1) * length**2), _expected(units, length, annotators * length)
    )


def gaps(units: Iterable[Unit], length: int) -> list[Unit]:
    """Return the ranges between units, of a text of so many tokens."""
    found, at = [], 0
    for start, end in units:
        if at < start:
            found.append((at, start))
        at = end
    return [*found, (at, length)] if at < length else found


def _between(first: Sequence[Unit], second: Sequence[Unit], length: int) -> float:
    """Sum the squared distances of one annotator's units and gaps to another's, each pair of units once.

    The published sum runs over ordered pairs of annotators; of a unit against a gap it counts either side.
    """
    starts, ends = [start for start, _ in second], [end for _, end in second]
    empty = gaps(second, length)
    empty_starts = [start for start, _ in empty]
    total = 0
    # A unit that both have lies zero apart from itself and overlaps nothing else.
    for start, end in set(first).difference(second):
        low, high = bisect_right(ends, start), bisect_left(starts, end)
        total += sum((start - s) ** 2 + (end - e) ** 2 for s, e in second[low:high])
        gap = bisect_right(empty_starts, start) - 1
        if gap >= 0 and end <= empty[gap][1]:
            # Once for the unit in the gap, and once for the gap around the unit.
            total += 2 * (end - start) ** 2
    return total


def _expected(units: Sequence[Sequence[Unit]], length: int, tokens: int) -> float:
    sizes = [end - start for held in units for start, end in held]
    empty = sorted(end - start for held in units for start, end in gaps(held, length))
    sums = [0, *accumulate(empty)]
    terms: dict[int, float] = {}
    for size in set(sizes):
        first = bisect_left(empty, size)
        fitting = sums[-1] - sums[first] - (len(empty) - first) * (size - 1)
        terms[size] = (len(sizes) - 1) / 3 * (2 * size**3 - 3 * size**2 + size) + size**2 * fitting
    total = sum(map(terms.__getitem__, sizes), 0.0)
    return 2 / length * total / (tokens * (tokens - 1) - sum(size * (size - 1) for size in sizes))
