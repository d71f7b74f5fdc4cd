"""Say how likely a figure or an indicator is right, by the rule that found it."""

from __future__ import annotations

from annotator.extract.figures.judging import Subject
from annotator.extract.figures.readings import Reading

_UNITS = {"MONEY": 0.97, "PERCENT": 0.98, "MEASURE": 0.96, "RATIO": 0.94, "RATE": 0.94, "COUNT": 0.93}
_NAMES = {"head": 0.9, "inner head": 0.82, "theme": 0.78, "subject": 0.6, "after": 0.8, "row": 0.92}


def figure_score(reading: Reading) -> float:
    """Return the probability that a figure's span and label are right."""
    quantity = reading.quantity
    score = _UNITS[quantity.label]
    if not quantity.known:
        score = 0.75
    if quantity.rule == "bare scale":
        score = 0.88
    if quantity.in_words:
        score -= 0.12
    return round(score - 0.1 * quantity.ambiguous, 2)


def indicator_score(subject: Subject) -> float:
    """Return the probability that an indicator's borders are right."""
    return _NAMES.get(subject.rule, 0.6)
