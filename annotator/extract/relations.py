"""Resolve what figures measure and when they hold: from the pieces of their evidence to spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol

from annotator.domain.relations import DURING, MEASURES, Relation
from annotator.domain.spans import Evidence, Span
from annotator.extract.base import Placed

_TARGETS = {MEASURES: "INDICATOR", DURING: "DATE"}


class Ranged(Placed, Protocol):
    """What has a place and a label, and evidence for it."""

    @property
    def evidence(self) -> Evidence:
        """Return what the label was read from."""


def measures(found: Sequence[Ranged]) -> list[tuple[int, int]]:
    """Return figure and indicator as positions in `found`, for each figure whose indicator is there."""
    return list(_pairs(found, MEASURES))


def during(found: Sequence[Ranged]) -> list[tuple[int, int]]:
    """Return figure and date as positions in `found`, for each figure whose date is there."""
    return list(_pairs(found, DURING))


def figure_relations(spans: Sequence[Span]) -> frozenset[Relation]:
    """Return the `measures` and `during` relations between the spans of one report."""
    return frozenset(
        Relation(label=label, source=spans[source].id, target=spans[target].id)
        for label in _TARGETS
        for source, target in _pairs(spans, label)
    )


def _pairs(found: Sequence[Ranged], relation: str) -> Iterator[tuple[int, int]]:
    """Yield the pairs of one relation; a target whose borders were changed is found by its overlap."""
    targets = sorted(
        (one.start, one.end, at) for at, one in enumerate(found) if one.label == _TARGETS[relation]
    )
    starts = [start for start, _, _ in targets]
    for source, one in enumerate(found):
        for piece in one.evidence.pieces:
            if piece.attribute != relation:
                continue
            at = bisect_left(starts, piece.end) - 1
            if at >= 0 and targets[at][1] > piece.start:
                yield source, targets[at][2]
