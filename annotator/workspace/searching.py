"""Searching: where a text holds what somebody looks for, tones minded or not."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from annotator.text.words import fold, folded_for_search

Range = tuple[int, int]
"""A half-open range of code points."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for: case and tone placement are never minded, tones only while not `folded`.

    White space stands for any white space but a line break. With `whole`, what begins or ends inside a word
    is not found.
    """

    words: str
    folded: bool = False
    whole: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is looked for."""
        return not self.words.strip()

    def of(self, text: str) -> str:
        """Return a text as it is compared, as many code points long; worth keeping for the next search."""
        return folded_for_search(text) if self.folded else fold(text)

    def ranges(self, compared: str) -> list[Range]:
        """Return where the words stand in a text that `of` has made, in order, none over another."""
        if self.is_empty:
            return []
        return [found.span() for found in self._pattern.finditer(compared)]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = self.of(unicodedata.normalize("NFC", self.words)).split()
        body = r"[^\S\n]+".join(re.escape(word) for word in words)
        if not self.whole:
            return re.compile(body)
        left = r"(?<![^\W_])" if words[0][0].isalnum() else ""
        right = r"(?![^\W_])" if words[-1][-1].isalnum() else ""
        return re.compile(left + body + right)


def pieces(text: str, size: int) -> list[Range]:
    """Return a text cut behind line breaks into pieces of at least `size` code points but for the last.

    No hit lies over a cut, since none goes over a line break.
    """
    cuts = [0]
    while cuts[-1] < len(text):
        at = text.find("\n", cuts[-1] + size - 1)
        cuts.append(at + 1 if at >= 0 else len(text))
    return list(pairwise(cuts))


def after(ranges: Sequence[Range], position: int) -> int:
    """Return the number of the first range that starts at or behind a position, the first again at the end.

    -1 when there is none.
    """
    if not ranges:
        return -1
    return bisect_left(ranges, (position,)) % len(ranges)


def before(ranges: Sequence[Range], position: int) -> int:
    """Return the number of the last range that starts ahead of a position, the last again at the top.

    -1 when there is none.
    """
    if not ranges:
        return -1
    return (bisect_left(ranges, (position,)) - 1) % len(ranges)


def touching(ranges: Sequence[Range], start: int, end: int) -> Sequence[Range]:
    """Return the ranges that share a code point with `[start, end)`; they are in order, none over another."""
    first = bisect_right(ranges, start, key=lambda found: found[1])
    return ranges[first : bisect_left(ranges, (end,))]
