"""Agreement: how far two authors' sets agree, counted report by report and measured at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from annotator.domain.spans import Span
from annotator.review.align import Pair, aligned
from annotator.review.coding import Coded
from annotator.review.coefficients import Cell
from annotator.review.scores import Counts, LabelScore, label_scores, same_reading, targets_of
from annotator.review.unitizing import Unit

Key = tuple[str, str]
"""A layer and a label of it."""

VALUED = ("value", "value_max", "total", "unit")
"""What two figures have to say alike to be read alike."""


@dataclass(slots=True)
class Found:
    """How the spans of one label were found: spans on either side, those with a partner, what partners share.

    `labelled`, `bounded` and `valued` are counted in pairs, `valued` of the pairs in which somebody gave a
    value.
    """

    spans: int = 0
    partnered: int = 0
    pairs: int = 0
    bounded: int = 0
    labelled: int = 0
    with_value: int = 0
    valued: int = 0

    def __iadd__(self, other: Found) -> Found:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


@dataclass(frozen=True, slots=True)
class Case:
    """One place where two authors said something of a label each: half-open code points, None for nothing."""

    report_id: str
    first: tuple[int, int] | None
    second: tuple[int, int] | None


@dataclass
class Tally:
    """What two authors' sets come to, summed over the reports both have finished."""

    reports: int = 0
    tokens: int = 0
    scores: dict[Key, LabelScore] = field(default_factory=dict)
    found: dict[Key, Found] = field(default_factory=dict)
    all_found: Found = field(default_factory=Found)
    attributes: dict[str, Counts] = field(default_factory=dict)
    """Pairs of one label by attribute or relation: `correct` agreed, `gold` compared."""
    tables: dict[str, Counter[Cell]] = field(default_factory=dict)
    """Joint counts of tokens by layer."""
    units: dict[Key, tuple[list[Unit], list[Unit]]] = field(default_factory=dict)
    """Either author's units by label, all reports strung into one text."""
    confusion: dict[Cell, list[Case]] = field(default_factory=dict)
    """By the first author's label and the second's, empty where one has nothing there."""
    periods: dict[str, Counts] = field(default_factory=dict)
    """Strict counts by the period in which the later of the two finished."""

    def add(self, first: Coded, second: Coded, *, tokens: int, period: str = "") -> dict[str, Counter[Cell]]:
        """Add one report that both have finished, of so many tokens; return its joint counts by layer."""
        scores = label_scores(first.held, second.held, first.spans.keys())
        for key, score in scores.items():
            self.scores[key] = self.scores.get(key, LabelScore()) + score
        strict = sum((score.strict for score in scores.values()), Counts())
        self.periods[period] = self.periods.get(period, Counts()) + strict
        tables = {layer: self._add_layer(layer, first, second) for layer in first.spans}
        for key in first.units.keys() | second.units.keys():
            sides = self.units.setdefault(key, ([], []))
            for side, coded in zip(sides, (first, second), strict=True):
                side += [(start + self.tokens, end + self.tokens) for start, end in coded.units.get(key, ())]
        self.reports += 1
        self.tokens += tokens
        return tables

    def _add_layer(self, layer: str, first: Coded, second: Coded) -> Counter[Cell]:
        table = Counter(zip(first.tokens[layer], second.tokens[layer], strict=True))
        self.tables.setdefault(layer, Counter()).update(table)
        alignment = aligned(first.spans[layer], second.spans[layer])
        report_id = first.held.report_id
        for one, other in _couples(alignment.pairs, alignment.missing, alignment.spurious):
            cell = (one.label if one else "", other.label if other else "")
            case = Case(report_id, _range(one), _range(other))
            self.confusion.setdefault(cell, []).append(case)
            self._count(one, other)
        self._compare(alignment.pairs, first, second)
        return table

    def _count(self, one: Span | None, other: Span | None) -> None:
        there = [span for span in (one, other) if span is not None]
        for span in there:
            held = self.found.setdefault((span.layer, span.label), Found())
            for found in (held, self.all_found):
                found.spans += 1
                found.partnered += len(there) == 2
        if one is None or other is None:
            return
        has_value = any(name in span.attributes for span in there for name in VALUED)
        paired = Found(
            pairs=1,
            bounded=(one.start, one.end) == (other.start, other.end),
            labelled=one.label == other.label,
            with_value=has_value,
            valued=has_value and same_reading(one, other, VALUED),
        )
        self.all_found += paired
        for label in {one.label, other.label}:
            self.found[one.layer, label] += paired

    def _compare(self, pairs: Sequence[Pair], first: Coded, second: Coded) -> None:
        for pair in pairs:
            one, other = pair.gold, pair.predicted
            if one.label == other.label:
                for name in one.attributes.keys() | other.attributes.keys():
                    self._agree(name, agreed=same_reading(one, other, (name,)))
        for relation in sorted({link.label for coded in (first, second) for link in coded.held.relations}):
            ours, theirs = targets_of(first.held, relation), targets_of(second.held, relation)
            for pair in pairs:
                one, other = pair.gold, pair.predicted
                ends = ours.get((one.start, one.end)), theirs.get((other.start, other.end))
                if one.label == other.label and any(ends):
                    self._agree(relation, agreed=ends[0] == ends[1])

    def _agree(self, name: str, *, agreed: bool) -> None:
        self.attributes[name] = self.attributes.get(name, Counts()) + Counts(int(agreed), 1, 1)


def _couples(
    pairs: Sequence[Pair], missing: Sequence[Span], spurious: Sequence[Span]
) -> Iterator[tuple[Span | None, Span | None]]:
    yield from ((pair.gold, pair.predicted) for pair in pairs)
    yield from ((span, None) for span in missing)
    yield from ((None, span) for span in spurious)


def _range(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None
