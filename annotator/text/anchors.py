"""Anchors: where a range of one text stands in another that is nearly the same, and how like the two are."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

SURE = 0.9
"""The share of words two texts must have in common, in the same order, to be taken for one report."""

_TOKEN = re.compile(r"[\w\u0300-\u036f]+|[^\w\s]")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_AROUND = 4
"""Tokens on either side of a range that say whether it is the right place; half of all have to agree."""
_RUN = 3
"""Tokens in a row that have to be there once only in both texts to hold these together."""
_SMALL = 400_000
"""Tokens of one text times tokens of the other between two such runs, up to which they are compared."""


class Words:
    """A text as its words and signs: white space is no matter, nor on which vowel a tone is written."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[str] = []
        for found in _TOKEN.finditer(text):
            self.starts.append(found.start())
            self.ends.append(found.end())
            self.keys.append(_spelled(found[0]))

    @property
    def shingles(self) -> frozenset[int]:
        """Return every run of four words as one number, the same for the same run while the program runs."""
        keys = self.keys
        return frozenset(hash(tuple(keys[at : at + 4])) for at in range(max(1, len(keys) - 3)))


def likeness(one: Words, other: Words) -> float:
    """Return how like two texts are: 1 when their words are the same in the same order, 0 when none is."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(one.keys, other.keys))


class Alignment:
    """Where the words of one text stand in another, in the same order."""

    def __init__(self, old: Words, new: Words) -> None:
        self._old = old
        self._new = new
        self._to = [-1] * len(old.keys)
        for one, other in _matches(old.keys, new.keys):
            self._to[one] = other

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where `[start, end)` (code points) of the old text stands in the new one.

        None where that is not sure: a word of it is another, words came between, or less than half of the
        four words before and the four after it are the same ones.
        """
        old, new = self._old, self._new
        first, last = bisect_right(old.ends, start), bisect_left(old.starts, end) - 1
        if last < first or not self._is_run(first, last) or not self._agrees(first, last):
            return None
        begin = _moved(old, new, first, self._to[first], start)
        finish = _moved(old, new, last, self._to[last], end)
        return None if begin is None or finish is None or begin >= finish else (begin, finish)

    def _is_run(self, first: int, last: int) -> bool:
        to = self._to[first]
        return to >= 0 and all(self._to[at] == to + at - first for at in range(first, last + 1))

    def _agrees(self, first: int, last: int) -> bool:
        return 2 * (self._beside(first, -1) + self._beside(last, 1)) >= 2 * _AROUND

    def _beside(self, at: int, way: int) -> int:
        """Count the words next to a place that are the same ones; behind an end of both texts all are."""
        same = 0
        for step in range(1, _AROUND + 1):
            one, other = at + way * step, self._to[at] + way * step
            if not 0 <= one < len(self._to):
                return same + (_AROUND - step + 1 if not 0 <= other < len(self._new.keys) else 0)
            same += other >= 0 and self._to[one] == other
        return same


def _moved(old: Words, new: Words, one: int, other: int, place: int) -> int | None:
    """Return where a border at or within a word stands at the word that answers it, None where it cannot."""
    size = old.ends[one] - old.starts[one]
    if place < old.starts[one]:
        moved = new.starts[other] - (old.starts[one] - place)
        return moved if moved >= 0 and new.text[moved : new.starts[other]].isspace() else None
    if place > old.ends[one]:
        moved = new.ends[other] + (place - old.ends[one])
        return moved if moved <= len(new.text) and new.text[new.ends[other] : moved].isspace() else None
    if place == old.starts[one]:
        return new.starts[other]
    if place == old.ends[one]:
        return new.ends[other]
    return (
        new.starts[other] + place - old.starts[one] if new.ends[other] - new.starts[other] == size else None
    )


def _matches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places that hold the same word, in the order of both texts."""
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        a, b, c, d = waiting.pop()
        while a < b and c < d and old[a] == new[c]:
            yield a, c
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
            yield b, d
        if a == b or c == d:
            continue
        held = _held_together(old, new, (a, b, c, d))
        if held:
            for one, other in held:
                waiting.append((a, one, c, other))
                a, c = one, other
            # The run itself is where the last piece begins: its first words are the same.
            waiting.append((a, b, c, d))
        elif (b - a) * (d - c) <= _SMALL:
            yield from _compared(old, new, (a, b, c, d))


def _held_together(
    old: Sequence[str], new: Sequence[str], within: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    """Return where runs of words stand that are there once in both pieces, as many as keep their order."""
    a, b, c, d = within
    ones, others = _runs(old, a, b), _runs(new, c, d)
    pairs = sorted((at, others[run]) for run, at in ones.items() if run in others)
    return [pair for pair in _rising(pairs) if pair != (a, c)]


def _runs(keys: Sequence[str], start: int, end: int) -> dict[tuple[str, ...], int]:
    found = [tuple(keys[at : at + _RUN]) for at in range(start, end - _RUN + 1)]
    times = Counter(found)
    return {run: start + at for at, run in enumerate(found) if times[run] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest selection of pairs, sorted by the first, whose second parts rise too."""
    tops: list[int] = []
    ends: list[int] = []
    before = [-1] * len(pairs)
    for at, (_, other) in enumerate(pairs):
        place = bisect_left(tops, other)
        before[at] = ends[place - 1] if place else -1
        tops[place : place + 1] = [other]
        ends[place : place + 1] = [at]
    chain, at = [], ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _compared(
    old: Sequence[str], new: Sequence[str], within: tuple[int, int, int, int]
) -> Iterator[tuple[int, int]]:
    from rapidfuzz.distance import Indel

    a, b, c, d = within
    for part in Indel.opcodes(old[a:b], new[c:d]):
        if part.tag == "equal":
            yield from zip(
                range(a + part.src_start, a + part.src_end),
                range(c + part.dest_start, c + part.dest_end),
                strict=True,
            )


@lru_cache(maxsize=1 << 16)
def _spelled(word: str) -> str:
    """Return a word with its tone behind it, whichever vowel it was written on."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in apart if mark in _TONES)
    return "".join(mark for mark in apart if mark not in _TONES) + tones
