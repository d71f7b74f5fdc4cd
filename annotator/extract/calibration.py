"""Turn a rule's own guess of how often it is right into a score, by what was counted on unmet passages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from annotator.extract.lexicons import table

_WEIGHT = 10
"""How many candidates seen weigh as much as the rule's own guess."""


def calibrated(rule: str, guess: float) -> float:
    """Return the score of a candidate of a rule, in `[0, 1]`, given the rule's guess in `[0, 1]`.

    It is the share that was right among those seen, drawn to the guess where few were.
    """
    right, seen = counted().get(rule, (0, 0))
    return round((right + _WEIGHT * guess) / (seen + _WEIGHT), 2)


@cache
def counted() -> Mapping[str, tuple[int, int]]:
    """Return how many candidates of each rule were right, and how many were seen."""
    return {row["rule"]: (int(row["right"]), int(row["seen"])) for row in table("rule_scores")}
