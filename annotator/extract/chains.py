"""Label the words of a sentence in a row by learned weights: a linear-chain conditional random field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from annotator.extract.lexicons import table

LABELS = ("O", "B", "I")
"""Outside a name, its first word, a later word of it."""
STEP = "step="
"""Prefix of the rows that weigh which label follows which."""

Three = tuple[float, float, float]
_ALL = range(3)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature of a word says for each label, and what each label says for the next one."""

    states: Mapping[str, Three]
    steps: tuple[Three, Three, Three]


@cache
def weights(name: str) -> Weights:
    """Read a table of weights of `resources/lexicons`."""
    rows = {row["feature"]: (float(row["O"]), float(row["B"]), float(row["I"])) for row in table(name)}
    first, second, third = (rows.pop(STEP + label) for label in LABELS)
    return Weights(rows, (first, second, third))


def labelled(words: Sequence[Sequence[str]], given: Weights) -> list[tuple[str, float]]:
    """Return for each word, given by its features, its label in the likeliest row, and how sure that is.

    How sure is the label's share among all rows of labels, in `[0, 1]`; 1 where nothing is named.
    """
    if not words:
        return []
    emitted = [_emitted(features, given.states) for features in words]
    best = _best(emitted, given.steps)
    if not any(best):
        return [(LABELS[0], 1.0)] * len(words)
    shares = _shares(emitted, given.steps)
    return [(LABELS[label], share[label]) for label, share in zip(best, shares, strict=True)]


def _emitted(features: Sequence[str], states: Mapping[str, Three]) -> Three:
    outside = first = later = 0.0
    for feature in features:
        found = states.get(feature)
        if found is not None:
            outside += found[0]
            first += found[1]
            later += found[2]
    return outside, first, later


def _best(emitted: Sequence[Three], steps: Sequence[Three]) -> list[int]:
    """Return the likeliest row of labels, by Viterbi."""
    reached: Sequence[float] = emitted[0]
    came = []
    for weight in emitted[1:]:
        ways = [[reached[k] + steps[k][label] for k in range(3)] for label in range(3)]
        from_ = [max(range(3), key=way.__getitem__) for way in ways]
        reached = [ways[label][from_[label]] + weight[label] for label in range(3)]
        came.append(from_)
    row = [max(range(3), key=reached.__getitem__)]
    for from_ in reversed(came):
        row.append(from_[row[-1]])
    return row[::-1]


def _shares(emitted: Sequence[Three], steps: Sequence[Three]) -> list[list[float]]:
    """Return each label's share at each word, by sums forward and backward that are scaled at every word."""
    ways = [[exp(step) for step in row] for row in steps]
    weighed = [[exp(weight - max(weights)) for weight in weights] for weights in emitted]
    ahead = [_scaled(weighed[0])]
    for here in weighed[1:]:
        last = ahead[-1]
        ahead.append(_scaled([here[b] * sum(last[a] * ways[a][b] for a in _ALL) for b in _ALL]))
    behind = [[1.0, 1.0, 1.0]]
    for here in reversed(weighed[1:]):
        last = behind[-1]
        behind.append(_scaled([sum(ways[a][b] * here[b] * last[b] for b in _ALL) for a in _ALL]))
    both = zip(ahead, reversed(behind), strict=True)
    return [_scaled([one[label] * other[label] for label in _ALL]) for one, other in both]


def _scaled(values: Sequence[float]) -> list[float]:
    whole = sum(values)
    return [value / whole for value in values]
