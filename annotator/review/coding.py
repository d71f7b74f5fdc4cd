"""Coding: one author's standing spans of a report as measures of agreement take them, token by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.domain.reports import Report, inside
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span, reading_order
from annotator.review.unitizing import Unit
from annotator.text.words import syllables


@dataclass(frozen=True, slots=True)
class Coded:
    """One author's set over one report: what stands in it, and which tokens it covers.

    `spans` are by layer in reading order. `tokens` holds a label a token by layer, empty for none. `units`
    are ranges of tokens by layer and label, in order, without overlaps.
    """

    held: AnnotationSet
    spans: Mapping[str, Sequence[Span]]
    tokens: Mapping[str, Sequence[str]]
    units: Mapping[tuple[str, str], Sequence[Unit]]


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
    labels = {layer: [""] * len(tokens) for layer in layers}
    units: dict[tuple[str, str], list[Unit]] = {}
    for span, (start, end) in _covered(standing, tokens):
        first = start
        while first < end and labels[span.layer][first]:
            first += 1
        # Two figures may share a token, as may nested spans: it is the first one's.
        if first < end:
            labels[span.layer][first:end] = [span.label] * (end - first)
            units.setdefault((span.layer, span.label), []).append((first, end))
    return Coded(replace(held, spans=kept, relations=links), spans, labels, units)


def _covered(spans: Iterable[Span], tokens: Sequence[tuple[int, int]]) -> Iterable[tuple[Span, Unit]]:
    starts, ends = [start for start, _ in tokens], [end for _, end in tokens]
    for span in spans:
        yield span, (bisect_right(ends, span.start), bisect_left(starts, span.end))
