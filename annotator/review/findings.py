"""Findings: the places where a predicted set differs from the gold one, each with its sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span
from annotator.review.align import Likeness, aligned
from annotator.review.scores import (
    COMPARED,
    DATE,
    DATE_PARTS,
    ENTITY,
    FIGURE,
    INDICATOR,
    NEEDED,
    Borders,
    same_reading,
    targets_of,
)
from annotator.text.words import sentences


class Fault(StrEnum):
    """What kind of difference a finding is."""

    MISSING = "missing"
    SPURIOUS = "spurious"
    BOUNDARY = "boundary"
    LABEL = "label"
    ATTRIBUTE = "attribute"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference: what was expected at `[start, end)` and what was found there.

    `name` is the attribute or relation for such faults. Offsets are code points; `sentence` is the range of
    the sentence the place lies in. `expected` and `found` are written for people and may be empty.
    """

    fault: Fault
    layer: str
    label: str
    start: int
    end: int
    expected: str
    found: str
    sentence: Borders
    name: str = ""


def findings(
    gold: AnnotationSet, predicted: AnnotationSet, *, text: str, layers: Collection[str]
) -> list[Finding]:
    """List every difference in the layers the gold speaks of, in reading order."""
    places = _Sentences(text)
    found: list[Finding] = []
    for layer in sorted(layers):
        left = [span for span in gold.spans.values() if span.layer == layer]
        right = [span for span in predicted.spans.values() if span.layer == layer]
        found += _span_findings(left, right, text, places)
    for relation, needed in NEEDED.items():
        if needed <= set(layers) and any(r.label == relation for r in gold.relations):
            found += _link_findings(gold, predicted, relation, text, places)
    return sorted(found, key=lambda finding: (finding.start, finding.end, finding.fault, finding.name))


class _Sentences:
    """The sentences of a text, to ask which one a position lies in."""

    def __init__(self, text: str) -> None:
        self._ranges = sentences(text)
        self._starts = [start for start, _ in self._ranges]

    def around(self, start: int, end: int) -> Borders:
        """Return the range from the sentence of the first to that of the last code point of a span."""
        first = self._ranges[max(bisect_right(self._starts, start) - 1, 0)]
        last = self._ranges[max(bisect_right(self._starts, end - 1) - 1, 0)]
        return min(first[0], start), max(last[1], end)


def _span_findings(
    gold: Sequence[Span], predicted: Sequence[Span], text: str, places: _Sentences
) -> Iterator[Finding]:
    def finding(fault: Fault, span: Span, expected: str, found: str, name: str = "") -> Finding:
        place = places.around(span.start, span.end)
        return Finding(fault, span.layer, span.label, span.start, span.end, expected, found, place, name)

    alignment = aligned(gold, predicted)
    for span in alignment.missing:
        yield finding(Fault.MISSING, span, _shown(span, text), "")
    for span in alignment.spurious:
        yield finding(Fault.SPURIOUS, span, "", _shown(span, text))
    for pair in alignment.pairs:
        if pair.likeness is Likeness.BOUNDARY:
            yield finding(Fault.BOUNDARY, pair.gold, _shown(pair.gold, text), _shown(pair.predicted, text))
        elif pair.likeness is not Likeness.SAME:
            yield finding(Fault.LABEL, pair.gold, _shown(pair.gold, text), _shown(pair.predicted, text))
        if pair.likeness in {Likeness.SAME, Likeness.LABEL}:
            for name, expected, found in _misread(pair.gold, pair.predicted):
                yield finding(Fault.ATTRIBUTE, pair.gold, expected, found, name)


def _misread(gold: Span, predicted: Span) -> Iterator[tuple[str, str, str]]:
    """Yield the compared attributes that differ, as the scores count them."""
    compared: dict[str, tuple[str, ...]] = {}
    if gold.layer == FIGURE and INDICATOR not in {gold.label, predicted.label}:
        compared = dict(COMPARED)
    elif gold.layer == ENTITY and gold.label == predicted.label == DATE and _is_resolved(gold):
        compared = {"date": DATE_PARTS}
    for name, attributes in compared.items():
        if not same_reading(gold, predicted, attributes):
            yield name, _listed(gold, attributes), _listed(predicted, attributes)


def _is_resolved(date: Span) -> bool:
    return any(date.attributes.get(part) for part in DATE_PARTS)


def _listed(span: Span, attributes: Iterable[str]) -> str:
    return " ".join(value for name in attributes if (value := span.attributes.get(name)))


def _link_findings(
    gold: AnnotationSet, predicted: AnnotationSet, relation: str, text: str, places: _Sentences
) -> Iterator[Finding]:
    """Yield the sources found on both sides whose links lead elsewhere."""
    wanted, found = targets_of(gold, relation), targets_of(predicted, relation)
    there = {(span.layer, span.start, span.end) for span in predicted.spans.values()}
    for span in gold.spans.values():
        source = (span.start, span.end)
        expected, got = wanted.get(source, set()), found.get(source, set())
        is_source = source in wanted or source in found
        if is_source and (span.layer, *source) in there and expected != got and span.label != INDICATOR:
            yield Finding(
                Fault.LINK,
                span.layer,
                span.label,
                *source,
                _surfaces(expected, text),
                _surfaces(got, text),
                places.around(*source),
                relation,
            )


def _shown(span: Span, text: str) -> str:
    return f"{span.label} {text[span.start : span.end]}"


def _surfaces(borders: Iterable[Borders], text: str) -> str:
    return "; ".join(text[start:end] for start, end in sorted(borders))
