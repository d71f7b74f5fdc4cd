"""Scores: how near a predicted set comes to the gold one, in counts that add up over reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from annotator.domain.figures import NUMBERS
from annotator.domain.relations import DURING, HOLDS, MEASURES, Relation
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span
from annotator.review.align import overlap_matches, strict_matches

ENTITY, FIGURE = "entity", "figure"
INDICATOR, DATE = "INDICATOR", "DATE"
DATE_PARTS = ("date_from", "date_to", "granularity", "duration")
COMPARED: Mapping[str, tuple[str, ...]] = {
    "value": NUMBERS,
    "unit": ("unit",),
    "direction": ("direction",),
    "basis": ("basis",),
    "status": ("status",),
    "qualifier": ("qualifier",),
    "per": ("per",),
}
"""The shares of gold figures that are scored, with the attributes each compares."""
NEEDED: Mapping[str, frozenset[str]] = {
    MEASURES: frozenset({FIGURE}),
    DURING: frozenset({ENTITY, FIGURE}),
    HOLDS: frozenset({ENTITY}),
}
"""The layers a report's gold must have for a relation to be scored there."""

Borders = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found right, what the gold holds, and what was predicted."""

    correct: int = 0
    gold: int = 0
    predicted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.correct + other.correct, self.gold + other.gold, self.predicted + other.predicted)

    @property
    def precision(self) -> float:
        """Return correct over predicted, 0 where nothing was predicted."""
        return self.correct / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Return correct over gold, 0 where the gold holds nothing."""
        return self.correct / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall, 0 where both sides are empty."""
        return 2 * self.correct / (self.gold + self.predicted) if self.gold + self.predicted else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of all gold spans were read right, and how many of them were matched at all."""

    right: int = 0
    gold: int = 0
    matched: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.gold + other.gold, self.matched + other.matched)

    @property
    def of_gold(self) -> float:
        """Return the share of all gold spans; a missed or badly bounded one counts as wrong."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def of_matched(self) -> float:
        """Return the share of the gold spans whose borders were found."""
        return self.right / self.matched if self.matched else 0.0


@dataclass(frozen=True, slots=True)
class LabelScore:
    """One label's counts: borders and label equal (`strict`), label equal and borders overlapping."""

    strict: Counts = field(default_factory=Counts)
    overlapping: Counts = field(default_factory=Counts)

    def __add__(self, other: LabelScore) -> LabelScore:
        return LabelScore(self.strict + other.strict, self.overlapping + other.overlapping)


@dataclass(frozen=True, slots=True)
class Scores:
    """All scores of one report, or of many: spans by layer and label, shares, relations, indicator links.

    `shares` are of gold figures, `dates` of gold DATEs that are resolved, `links` of gold figures that have
    an INDICATOR.
    """

    labels: Mapping[tuple[str, str], LabelScore] = field(default_factory=dict)
    shares: Mapping[str, Share] = field(default_factory=dict)
    relations: Mapping[str, Counts] = field(default_factory=dict)
    links: Share = field(default_factory=Share)
    dates: Share = field(default_factory=Share)

    def __add__(self, other: Scores) -> Scores:
        return Scores(
            _merged(self.labels, other.labels, LabelScore()),
            _merged(self.shares, other.shares, Share()),
            _merged(self.relations, other.relations, Counts()),
            self.links + other.links,
            self.dates + other.dates,
        )

    def layer(self, layer: str) -> LabelScore:
        """Return the sum over the labels of one layer."""
        return sum((score for (name, _), score in self.labels.items() if name == layer), LabelScore())

    @property
    def all_relations(self) -> Counts:
        """Return the sum over the relations that the gold uses; the others cannot be scored."""
        return sum((counts for counts in self.relations.values() if counts.gold), Counts())


def scored(gold: AnnotationSet, predicted: AnnotationSet, *, layers: Collection[str]) -> Scores:
    """Score a predicted set of a report against its gold, in the layers the gold speaks of.

    Both sets' spans count whatever their state. Figures and dates are matched by borders; a relation is
    right when the borders of both its ends are.
    """
    figures = FIGURE in layers
    return Scores(
        labels=label_scores(gold, predicted, layers),
        shares=_figure_shares(gold, predicted) if figures else {},
        relations={
            name: _relation_counts(gold, predicted, name)
            for name, needed in NEEDED.items()
            if needed <= set(layers)
        },
        links=_link_share(gold, predicted) if figures else Share(),
        dates=_date_share(gold, predicted) if ENTITY in layers else Share(),
    )


def figures_of(held: AnnotationSet) -> dict[Borders, Span]:
    """Return the figures of a set by their borders; indicators are none."""
    return {
        (span.start, span.end): span
        for span in held.spans.values()
        if span.layer == FIGURE and span.label != INDICATOR
    }


def same_reading(gold: Span, predicted: Span, attributes: Iterable[str]) -> bool:
    """Tell whether the attributes agree: numbers as decimals, all else as written."""
    return all(
        _read(name, gold.attributes.get(name, "")) == _read(name, predicted.attributes.get(name, ""))
        for name in attributes
    )


def targets_of(held: AnnotationSet, relation: str) -> dict[Borders, set[Borders]]:
    """Return where the relations of a name lead, source borders to target borders."""
    ends: dict[Borders, set[Borders]] = {}
    for link in held.relations:
        if link.label == relation and (found := _ends(held, link)) is not None:
            ends.setdefault(found[0], set()).add(found[1])
    return ends


def _read(name: str, value: str) -> Decimal | str:
    if name in NUMBERS and value:
        try:
            found = Decimal(value)
        except InvalidOperation:
            return value
        return found if found.is_finite() else value
    return value


def _ends(held: AnnotationSet, relation: Relation) -> tuple[Borders, Borders] | None:
    source, target = held.spans.get(relation.source), held.spans.get(relation.target)
    if source is None or target is None:
        return None
    return (source.start, source.end), (target.start, target.end)


def label_scores(
    gold: AnnotationSet, predicted: AnnotationSet, layers: Collection[str]
) -> dict[tuple[str, str], LabelScore]:
    """Score the spans of two sets by layer and label, whatever their state."""
    sides: dict[tuple[str, str], tuple[list[Span], list[Span]]] = {}
    for side, held in enumerate((gold, predicted)):
        for span in held.spans.values():
            if span.layer in layers:
                sides.setdefault((span.layer, span.label), ([], []))[side].append(span)
    return {
        key: LabelScore(
            Counts(strict_matches(left, right), len(left), len(right)),
            Counts(overlap_matches(left, right), len(left), len(right)),
        )
        for key, (left, right) in sides.items()
    }


def _figure_shares(gold: AnnotationSet, predicted: AnnotationSet) -> dict[str, Share]:
    wanted, found = figures_of(gold), figures_of(predicted)
    pairs = [(span, found[borders]) for borders, span in wanted.items() if borders in found]
    return {
        name: Share(sum(same_reading(a, b, attributes) for a, b in pairs), len(wanted), len(pairs))
        for name, attributes in COMPARED.items()
    }


def _date_share(gold: AnnotationSet, predicted: AnnotationSet) -> Share:
    sides = [
        {(s.start, s.end): s for s in held.spans.values() if s.layer == ENTITY and s.label == DATE}
        for held in (gold, predicted)
    ]
    wanted = {borders: s for borders, s in sides[0].items() if any(s.attributes.get(p) for p in DATE_PARTS)}
    pairs = [(span, sides[1][borders]) for borders, span in wanted.items() if borders in sides[1]]
    return Share(sum(same_reading(a, b, DATE_PARTS) for a, b in pairs), len(wanted), len(pairs))


def _link_share(gold: AnnotationSet, predicted: AnnotationSet) -> Share:
    """Share the gold figures that have an indicator and whose predicted link has the gold's borders."""
    wanted, found = targets_of(gold, MEASURES), targets_of(predicted, MEASURES)
    matched = figures_of(predicted).keys() & wanted.keys()
    right = sum(bool(wanted[source] & found.get(source, set())) for source in matched)
    return Share(right, len(wanted), len(matched))


def _relation_counts(gold: AnnotationSet, predicted: AnnotationSet, relation: str) -> Counts:
    sides = [
        {ends for link in held.relations if link.label == relation and (ends := _ends(held, link))}
        for held in (gold, predicted)
    ]
    return Counts(len(sides[0] & sides[1]), len(sides[0]), len(sides[1]))


_Sum = TypeVar("_Sum", Counts, Share, LabelScore)
_Key = TypeVar("_Key")


def _merged(one: Mapping[_Key, _Sum], other: Mapping[_Key, _Sum], zero: _Sum) -> dict[_Key, _Sum]:
    return {key: one.get(key, zero) + other.get(key, zero) for key in {**one, **other}}
