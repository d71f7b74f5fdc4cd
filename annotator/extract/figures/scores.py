"""Say how likely a figure or an indicator is right, by the rule that found it."""

from __future__ import annotations

from annotator.extract.calibration import calibrated
from annotator.extract.figures.judging import Subject
from annotator.extract.figures.quantities import Quantity

_UNITS = {"MONEY": 0.98, "PERCENT": 0.99, "MEASURE": 0.97, "RATIO": 0.95, "RATE": 0.93, "COUNT": 0.96}
_DOUBTFUL = {"bare scale": 0.85, "unknown noun": 0.75, "noun in words": 0.85, "unit in words": 0.9}
_NAMES = {
    "head": 0.9,
    "inner head": 0.7,
    "theme": 0.8,
    "subject": 0.4,
    "after": 0.85,
    "row": 0.9,
    "column": 0.8,
}


def figure_rule(quantity: Quantity) -> str:
    """Return the name of the rule that found a figure, as the evidence gives it."""
    kind = quantity.rule if quantity.known else f"unknown {quantity.rule}"
    return f"figure: {kind}{' in words' if quantity.in_words else ''}"


def figure_score(quantity: Quantity) -> float:
    """Return the probability that a figure's span and label are right."""
    rule = figure_rule(quantity)
    score = calibrated(rule, _DOUBTFUL.get(rule.removeprefix("figure: "), _UNITS[quantity.label]))
    return round(score - 0.1 * quantity.ambiguous, 2)


def indicator_rule(subject: Subject) -> str:
    """Return the name of the rule that found an indicator, as the evidence gives it."""
    return f"indicator: {subject.rule}"


def indicator_score(subject: Subject) -> float:
    """Return the probability that an indicator's borders are right."""
    return calibrated(indicator_rule(subject), _NAMES.get(subject.rule, 0.6))
