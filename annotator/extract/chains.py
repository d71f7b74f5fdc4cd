"""Label the words of a sentence in a row by learned weights: a linear-chain conditional random field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

from annotator.extract.lexicons import table

LABELS = ("O", "B", "I")
"""Outside a name, its first word, a later word of it."""
STEP = "step="
"""Prefix of the rows that weigh which label follows which."""

Three = tuple[float, float, float]


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

    How sure is the label's share among all rows of labels, in `[0, 1]`.
    """
    if not words:
        return []
    emitted = [_emitted(features, given.states) for features in words]
    shares = _shares(emitted, given.steps)
    return [
        (LABELS[label], share[label])
        for label, share in zip(_best(emitted, given.steps), shares, strict=True)
    ]


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
    """Return each label's share at each word, by the forward and backward sums in logarithms."""
    ahead: list[Sequence[float]] = [emitted[0]]
    for weight in emitted[1:]:
        last = ahead[-1]
        ahead.append([weight[b] + _sum([last[a] + steps[a][b] for a in range(3)]) for b in range(3)])
    behind: list[Sequence[float]] = [(0.0, 0.0, 0.0)]
    for weight in reversed(emitted[1:]):
        last = behind[-1]
        behind.append([_sum([steps[a][b] + weight[b] + last[b] for b in range(3)]) for a in range(3)])
    whole = _sum(ahead[-1])
    return [
        [exp(one[label] + other[label] - whole) for label in range(3)]
        for one, other in zip(ahead, reversed(behind), strict=True)
    ]


def _sum(logs: Sequence[float]) -> float:
    most = max(logs)
    return most + log(sum(exp(each - most) for each in logs))
