"""Alikes: spans that authors of a report have alike, numbered, so that pairs compare sets of numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotator.domain.spans import Span
from annotator.review.coding import Coded
from annotator.review.scores import Borders, targets_of

VALUED = ("value", "value_max", "total", "unit")
"""What two figures have to say alike to be read alike."""


@dataclass(frozen=True, slots=True)
class Case:
    """One place where two authors said something of a label each: half-open code points, None for nothing."""

    report_id: str
    first: tuple[int, int] | None
    second: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Shape:
    """What counts of a span that two authors have alike: label, attributes, whether it has a value."""

    label: str
    attributes: tuple[str, ...]
    has_value: bool


@dataclass(frozen=True, slots=True)
class Numbered:
    """One layer of an author's set by numbers that two spans share when they are alike in all that counts.

    `apart` tells that no two spans of it overlap: only then may alike ones be paired without looking at the
    others. `sources` and `links` are by relation: spans that lead somewhere, and these with where they lead.
    """

    spans: Mapping[int, Span]
    labels: Mapping[str, frozenset[int]]
    apart: bool
    sources: Mapping[str, frozenset[int]]
    links: Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Side:
    """One author's set over a report as pairs of authors are compared by."""

    coded: Coded
    layers: Mapping[str, Numbered]
    targets: Mapping[str, Mapping[Borders, set[Borders]]]
    """Where each relation leads, borders to borders."""


@dataclass
class Numbers:
    """The numbers given out in one report, and what is known of the spans that have them."""

    shapes: list[Shape] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    _numbers: dict[tuple[object, ...], int] = field(default_factory=dict)
    _links: dict[tuple[object, ...], int] = field(default_factory=dict)
    _shapes: dict[Shape, Shape] = field(default_factory=dict)

    def side(self, coded: Coded) -> Side:
        """Return an author's set with its spans numbered."""
        relations = sorted({link.label for link in coded.held.relations})
        targets = {name: targets_of(coded.held, name) for name in relations}
        layers = {
            layer: self._numbered(coded.held.report_id, spans, targets)
            for layer, spans in coded.spans.items()
        }
        return Side(coded, layers, targets)

    def _numbered(
        self,
        report_id: str,
        spans: Sequence[Span],
        targets: Mapping[str, Mapping[Borders, set[Borders]]],
    ) -> Numbered:
        held = {self._number(report_id, span): span for span in spans}
        labels: dict[str, list[int]] = {}
        for number, span in held.items():
            labels.setdefault(span.label, []).append(number)
        sources: dict[str, frozenset[int]] = {}
        links: dict[str, frozenset[int]] = {}
        for relation, ends in targets.items():
            led = {n: ends[s.start, s.end] for n, s in held.items() if (s.start, s.end) in ends}
            sources[relation] = frozenset(led)
            keys = ((relation, number, frozenset(to)) for number, to in led.items())
            links[relation] = frozenset(self._links.setdefault(key, len(self._links)) for key in keys)
        apart = all(one.end <= other.start for one, other in pairwise(spans))
        numbers = {label: frozenset(found) for label, found in labels.items()}
        return Numbered(held, numbers, apart, sources, links)

    def _number(self, report_id: str, span: Span) -> int:
        key = (span.start, span.end, span.layer, span.label, frozenset(span.attributes.items()))
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._numbers)
            names = tuple(sorted(span.attributes))
            shape = Shape(span.label, names, any(name in span.attributes for name in VALUED))
            self.shapes.append(self._shapes.setdefault(shape, shape))
            place = (span.start, span.end)
            self.cases.append(Case(report_id, place, place))
        return number


def shared(one: Numbered, other: Numbered) -> dict[str, frozenset[int]]:
    """Return by label what two authors have alike; nothing where spans of either lie over each other."""
    if not (one.apart and other.apart):
        return {}
    nothing = frozenset[int]()
    found = ((label, held & other.labels.get(label, nothing)) for label, held in one.labels.items())
    return {label: both for label, both in found if both}
