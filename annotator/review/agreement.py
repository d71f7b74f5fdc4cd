"""Agreement: how far two authors' sets agree, counted report by report and measured at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.domain.spans import Span
from annotator.review.align import Pair, aligned, overlap_matches, strict_matches
from annotator.review.alikes import VALUED, Case, Numbered, Numbers, Side, shared
from annotator.review.coding import joint_counts
from annotator.review.coefficients import Cell
from annotator.review.scores import Counts, LabelScore, same_reading
from annotator.review.unitizing import Disagreement, Unit, disagreement

Key = tuple[str, str]
"""A layer and a label of it."""


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
    _disagreements: dict[Key, Disagreement] = field(default_factory=dict)

    def add(
        self, first: Side, second: Side, *, numbers: Numbers, tokens: int, period: str = ""
    ) -> dict[str, dict[Cell, int]]:
        """Add one report that both have finished, of so many tokens; return its joint counts by layer.

        `numbers` are those that both sides were numbered with.
        """
        tables = {}
        strict = Counts()
        for layer in first.coded.spans:
            strict += self._add_spans(layer, first, second, numbers)
            stretches = first.coded.stretches[layer], second.coded.stretches[layer]
            table = tables[layer] = joint_counts(*stretches)
            held = self.tables.setdefault(layer, Counter())
            for cell, count in table.items():
                held[cell] += count
        self.periods[period] = self.periods.get(period, Counts()) + strict
        ours, theirs = first.coded.units, second.coded.units
        for key in ours.keys() | theirs.keys():
            for side, units in zip(self.units.setdefault(key, ([], [])), (ours, theirs), strict=True):
                side += [(start + self.tokens, end + self.tokens) for start, end in units.get(key, ())]
        self.reports += 1
        self.tokens += tokens
        self._disagreements = {}
        return tables

    def disagreements(self) -> Mapping[Key, Disagreement]:
        """Return how far the units of each label lie apart, worked out once for all that ask."""
        if not self._disagreements:
            self._disagreements = {key: disagreement(sides, self.tokens) for key, sides in self.units.items()}
        return self._disagreements

    def _add_spans(self, layer: str, first: Side, second: Side, numbers: Numbers) -> Counts:
        """Count the spans of a layer; return the strict counts.

        What both have alike, most of it in practice, is counted in bulk and never compared span by span.
        """
        one, other = first.layers[layer], second.layers[layer]
        alike = shared(one, other)
        for label, found in alike.items():
            self._count_alike((layer, label), found, numbers)
        known = frozenset[int]().union(*alike.values())
        for relation in first.targets.keys() | second.targets.keys():
            self._count_links(relation, one, other, known)
        left, right = (_others(side, layer, known) for side in (first, second))
        strict = self._score(layer, alike, (one, other), (left, right))
        alignment = aligned(left, right)
        report_id = first.coded.held.report_id
        for ours, theirs in _couples(alignment.pairs, alignment.missing, alignment.spurious):
            cell = (ours.label if ours else "", theirs.label if theirs else "")
            case = Case(report_id, _range(ours), _range(theirs))
            self.confusion.setdefault(cell, []).append(case)
            self._count(ours, theirs)
        self._compare(alignment.pairs, first, second)
        return strict

    def _count_alike(self, key: Key, alike: frozenset[int], numbers: Numbers) -> None:
        """Count pairs of one label whose spans are alike in all that counts."""
        cases = map(numbers.cases.__getitem__, sorted(alike))
        self.confusion.setdefault((key[1], key[1]), []).extend(cases)
        valued = 0
        for shape, count in Counter(map(numbers.shapes.__getitem__, alike)).items():
            valued += count if shape.has_value else 0
            for name in shape.attributes:
                self._agree(name, count, count)
        number = len(alike)
        found = Found(2 * number, 2 * number, number, number, number, valued, valued)
        held = self.found.setdefault(key, Found())
        held += found
        self.all_found += found

    def _count_links(self, relation: str, one: Numbered, other: Numbered, alike: frozenset[int]) -> None:
        """Count the alike pairs that a relation leads from, and those of them where it leads to the same."""
        nowhere = frozenset[int]()
        leading = (one.sources.get(relation, nowhere) | other.sources.get(relation, nowhere)) & alike
        if leading:
            agreed = one.links.get(relation, nowhere) & other.links.get(relation, nowhere)
            self._agree(relation, len(agreed), len(leading))

    def _score(
        self,
        layer: str,
        alike: Mapping[str, frozenset[int]],
        sides: tuple[Numbered, Numbered],
        others: tuple[Sequence[Span], Sequence[Span]],
    ) -> Counts:
        """Add the scores of a layer's labels; return their strict counts.

        An alike span overlaps no other of its layer on either side, and so answers for itself alone.
        """
        parts: list[dict[str, list[Span]]] = [{}, {}]
        for part, spans in zip(parts, others, strict=True):
            for span in spans:
                part.setdefault(span.label, []).append(span)
        strict = Counts()
        for label in sides[0].labels.keys() | sides[1].labels.keys():
            ours, theirs = (part.get(label, []) for part in parts)
            both = len(alike.get(label, ()))
            sizes = both + len(ours), both + len(theirs)
            score = LabelScore(
                Counts(both + strict_matches(ours, theirs), *sizes),
                Counts(both + overlap_matches(ours, theirs), *sizes),
            )
            strict += score.strict
            self.scores[layer, label] = self.scores.get((layer, label), LabelScore()) + score
        return strict

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

    def _compare(self, pairs: Sequence[Pair], first: Side, second: Side) -> None:
        for pair in pairs:
            one, other = pair.gold, pair.predicted
            if one.label == other.label:
                for name in one.attributes.keys() | other.attributes.keys():
                    self._agree(name, int(same_reading(one, other, (name,))), 1)
        for relation in first.targets.keys() | second.targets.keys():
            ours, theirs = first.targets.get(relation, {}), second.targets.get(relation, {})
            for pair in pairs:
                one, other = pair.gold, pair.predicted
                ends = ours.get((one.start, one.end)), theirs.get((other.start, other.end))
                if one.label == other.label and any(ends):
                    self._agree(relation, int(ends[0] == ends[1]), 1)

    def _agree(self, name: str, agreed: int, compared: int) -> None:
        self.attributes[name] = self.attributes.get(name, Counts()) + Counts(agreed, compared, compared)


def _others(side: Side, layer: str, alike: frozenset[int]) -> Sequence[Span]:
    """Return the spans of a layer that are not alike, in reading order."""
    if not alike:
        return side.coded.spans[layer]
    return [span for number, span in side.layers[layer].spans.items() if number not in alike]


def _couples(
    pairs: Sequence[Pair], missing: Sequence[Span], spurious: Sequence[Span]
) -> Iterator[tuple[Span | None, Span | None]]:
    yield from ((pair.gold, pair.predicted) for pair in pairs)
    yield from ((span, None) for span in missing)
    yield from ((None, span) for span in spurious)


def _range(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None
