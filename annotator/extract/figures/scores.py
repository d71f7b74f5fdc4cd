"""Say how likely a figure or an indicator is right, by the rule that found it.

The numbers are the shares that were right on passages marked before the rules met them.
"""

from __future__ import annotations

from annotator.extract.figures.judging import Subject
from annotator.extract.figures.readings import Reading

_UNITS = {"MONEY": 0.98, "PERCENT": 0.99, "MEASURE": 0.98, "RATIO": 0.96, "RATE": 0.95, "COUNT": 0.97}
_NAMES = {
    "head": 0.94,
    "inner head": 0.75,
    "theme": 0.85,
    "subject": 0.45,
    "after": 0.88,
    "row": 0.97,
    "column": 0.93,
}


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
