"""Coding: one author's standing spans of a report as measures of agreement take them, token by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.domain.reports import Report, inside
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span, reading_order
from annotator.review.coefficients import Cell
from annotator.review.unitizing import Unit
from annotator.text.words import syllables

Stretch = tuple[int, str]
"""Where a run of tokens of one label ends, and that label; it begins where the one before ends."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One author's set over one report: what stands in it, and which tokens it covers.

    `spans` are by layer in reading order. `units` are ranges of tokens by layer and label, in order, without
    overlaps. `stretches` cover all tokens by layer: where each ends and its label, empty for none.
    """

    held: AnnotationSet
    spans: Mapping[str, Sequence[Span]]
    units: Mapping[tuple[str, str], Sequence[Unit]]
    stretches: Mapping[str, Sequence[Stretch]]


def tokens_of(report: Report) -> list[tuple[int, int]]:
    """Return the tokens of a report that is not page furniture: half-open code points, in order."""
    chrome = report.chrome
    found = syllables(report.text)
    return [token for token in found if not inside(chrome, *token)] if chrome else found


def coded(
    held: AnnotationSet, tokens: Sequence[tuple[int, int]], layers: Collection[str], *, proposed: bool = False
) -> Coded:
    """Code the standing spans of a set over these tokens; `proposed` takes open candidates for standing."""
    standing = [
        span
        for span in reading_order(held.spans.values())
        if span.layer in layers and (span.is_standing or (proposed and span.is_undecided))
    ]
    spans: dict[str, list[Span]] = {layer: [] for layer in layers}
    for span in standing:
        spans[span.layer].append(span)
    kept = {span.id: span for span in standing}
    links = frozenset(r for r in held.relations if r.source in kept and r.target in kept)
    units: dict[tuple[str, str], list[Unit]] = {}
    stretches: dict[str, list[Stretch]] = {layer: [] for layer in layers}
    for span, (start, end) in _covered(standing, tokens):
        before = stretches[span.layer]
        reached = before[-1][0] if before else 0
        # Two figures may share a token, as may nested spans: it is the first one's.
        first = max(start, reached)
        if first < end:
            before += [(first, ""), (end, span.label)] if reached < first else [(end, span.label)]
            units.setdefault((span.layer, span.label), []).append((first, end))
    for found in stretches.values():
        if (found[-1][0] if found else 0) < len(tokens):
            found.append((len(tokens), ""))
    return Coded(replace(held, spans=kept, relations=links), spans, units, stretches)


def joint_counts(first: Sequence[Stretch], second: Sequence[Stretch]) -> dict[Cell, int]:
    """Count tokens by the label either author gave them, the cells in the order in which they are met."""
    found: dict[Cell, int] = {}
    at, others = 0, iter(second)
    other_end, other = next(others, (0, ""))
    for end, label in first:
        while at < end:
            reached = min(end, other_end)
            cell = (label, other)
            found[cell] = found.get(cell, 0) + reached - at
            at = reached
            if at == other_end:
                other_end, other = next(others, (at, ""))
    return found


def _covered(spans: Iterable[Span], tokens: Sequence[tuple[int, int]]) -> Iterable[tuple[Span, Unit]]:
    starts, ends = [start for start, _ in tokens], [end for _, end in tokens]
    for span in spans:
        yield span, (bisect_right(ends, span.start), bisect_left(starts, span.end))
