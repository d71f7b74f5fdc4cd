"""Measures: what the tallies of pairs of authors come to, for each pair, each label and all together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from annotator.review.agreement import Found, Key, Tally
from annotator.review.alikes import Numbers
from annotator.review.coding import Coded
from annotator.review.coefficients import (
    Cell,
    cohen_kappa,
    coincidences_of_table,
    krippendorff_alpha,
    one_against_all,
)
from annotator.review.scores import Counts, LabelScore
from annotator.review.unitizing import NO_DISAGREEMENT, Disagreement

Weighted = tuple[float | None, float]
"""A measure, None where it is not defined, and its weight in tokens."""


@dataclass(frozen=True, slots=True)
class Measures:
    """How far authors agree; None where there is nothing to measure. docs/agreement.md defines each."""

    reports: int
    score: LabelScore
    kappa: float | None
    alpha: float | None
    alpha_u: float | None
    found: float | None
    bounded: float | None
    labelled: float | None
    valued: float | None


@dataclass
class Agreement:
    """The tallies of all pairs of authors, in the order in which the authors were given."""

    pairs: dict[tuple[str, str], Tally] = field(default_factory=dict)
    coincidences: dict[str, dict[Cell, float]] = field(default_factory=dict)
    """Of all authors of a report together, by layer."""
    reports: int = 0

    def add(self, sets: Sequence[Coded], *, tokens: int, periods: Mapping[str, str] | None = None) -> None:
        """Add a report with the sets of those who finished it; `periods` say when, by author."""
        when = periods or {}
        self.reports += len(sets) > 1
        numbers = Numbers()
        for first, second in combinations([numbers.side(each) for each in sets], 2):
            names = (first.coded.held.author, second.coded.held.author)
            period = max(when.get(name, "") for name in names)
            tally = self.pairs.setdefault(names, Tally())
            tables = tally.add(first, second, numbers=numbers, tokens=tokens, period=period)
            for layer, table in tables.items():
                held = self.coincidences.setdefault(layer, {})
                for cell, count in coincidences_of_table(table, annotators=len(sets)).items():
                    held[cell] = held.get(cell, 0) + count

    def of_pair(self, names: tuple[str, str]) -> tuple[Measures, dict[str, Measures]]:
        """Measure one pair: over all labels, and by label."""
        tally = self.pairs[names]
        held = {layer: coincidences_of_table(table) for layer, table in tally.tables.items()}
        return _measured([tally], held, tally.reports)

    def of_all(self) -> tuple[Measures, dict[str, Measures]]:
        """Measure all pairs together: over all labels, and by label."""
        return _measured(list(self.pairs.values()), self.coincidences, self.reports)

    def attributes(self, names: tuple[str, str] | None = None) -> dict[str, Counts]:
        """Return how often an attribute or relation was compared and agreed, of a pair or of all."""
        chosen = [self.pairs[names]] if names else self.pairs.values()
        found: dict[str, Counts] = {}
        for tally in chosen:
            for name, counts in tally.attributes.items():
                found[name] = found.get(name, Counts()) + counts
        return dict(sorted(found.items()))

    def over_time(self) -> dict[str, Counts]:
        """Return the strict counts of all pairs by period, the first one first."""
        found: dict[str, Counts] = {}
        for tally in self.pairs.values():
            for period, counts in tally.periods.items():
                found[period] = found.get(period, Counts()) + counts
        return dict(sorted(found.items()))


def _measured(
    tallies: Sequence[Tally], coincidences: Mapping[str, Mapping[Cell, float]], reports: int
) -> tuple[Measures, dict[str, Measures]]:
    chance = [tally.disagreements() for tally in tallies]
    keys = sorted({key for tally in tallies for key in tally.scores})
    by_label = {
        key[1]: _measures(tallies, chance, coincidences, reports, layer=key[0], label=key[1]) for key in keys
    }
    return _measures(tallies, chance, coincidences, reports), by_label


def _measures(
    tallies: Sequence[Tally],
    chance: Sequence[Mapping[Key, Disagreement]],
    coincidences: Mapping[str, Mapping[Cell, float]],
    reports: int,
    *,
    layer: str = "",
    label: str = "",
) -> Measures:
    """Measure one label, or all of them where none is named: each layer apart, then their weighted mean."""
    layers = [layer] if layer else sorted({name for tally in tallies for name in tally.tables})

    def wanted(key: Key) -> bool:
        return not label or key == (layer, label)

    def of_tables(name: str) -> Weighted:
        tables = [(t.tables[name], t.tokens) for t in tallies if name in t.tables]
        return _mean((cohen_kappa(_narrowed(table, label)), tokens) for table, tokens in tables)

    def of_coincidences(name: str) -> Weighted:
        table = _narrowed(coincidences.get(name, {}), label)
        return krippendorff_alpha(table), sum(table.values())

    def of_units(name: str) -> Weighted:
        parts = [
            found.times(tally.tokens)
            for tally, by_key in zip(tallies, chance, strict=True)
            for key, found in by_key.items()
            if key[0] == name and wanted(key)
        ]
        return sum(parts, NO_DISAGREEMENT).alpha, sum(tally.tokens for tally in tallies)

    found = Found()
    for tally in tallies:
        found += tally.found.get((layer, label), Found()) if label else tally.all_found
    return Measures(
        reports,
        sum((s for t in tallies for key, s in t.scores.items() if wanted(key)), LabelScore()),
        _mean(map(of_tables, layers))[0],
        _mean(map(of_coincidences, layers))[0],
        _mean(map(of_units, layers))[0],
        _share(found.partnered, found.spans),
        _share(found.bounded, found.pairs),
        _share(found.labelled, found.pairs),
        _share(found.valued, found.with_value),
    )


def _narrowed(table: Mapping[Cell, float], label: str) -> Mapping[Cell, float]:
    return one_against_all(table, label) if label else table


def _mean(values: Iterable[Weighted]) -> Weighted:
    """Return the mean of the defined values by their weights, and the sum of these."""
    held = [(value, weight) for value, weight in values if value is not None]
    total = sum(weight for _, weight in held)
    return (sum(value * weight for value, weight in held) / total, total) if total else (None, 0.0)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def agreement_object(agreement: Agreement) -> dict[str, Any]:
    """Return what `agree --json` prints: `pairs` and `all`."""
    pairs = []
    for names in agreement.pairs:
        overall, by_label = agreement.of_pair(names)
        pairs.append({"authors": list(names), **_object(overall, by_label, agreement.attributes(names))})
    overall, by_label = agreement.of_all()
    return {"pairs": pairs, "all": _object(overall, by_label, agreement.attributes())}


def _object(
    overall: Measures, by_label: Mapping[str, Measures], attributes: Mapping[str, Counts]
) -> dict[str, Any]:
    return {
        **measures_object(overall),
        "by_label": {label: measures_object(each) for label, each in by_label.items()},
        "by_attribute": {
            name: {"agreed": counts.correct, "compared": counts.gold} for name, counts in attributes.items()
        },
    }


def measures_object(measures: Measures) -> dict[str, Any]:
    """Return measures as JSON takes them, rounded to four places, null where there is nothing to measure."""
    names = ("kappa", "alpha", "alpha_u", "found", "bounded", "labelled", "valued")
    return {
        "reports": measures.reports,
        "strict": _triple(measures.score.strict),
        "overlap": _triple(measures.score.overlapping),
        **{name: _rounded(getattr(measures, name)) for name in names},
    }


def _triple(counts: Counts) -> dict[str, float | None]:
    if not counts.gold + counts.predicted:
        return {"p": None, "r": None, "f1": None}
    return {"p": _rounded(counts.precision), "r": _rounded(counts.recall), "f1": _rounded(counts.f1)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
