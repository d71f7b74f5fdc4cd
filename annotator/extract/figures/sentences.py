"""Cut a report into sentences of words, marks, dates and figures, for the rules that read context."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.extract.base import Match
from annotator.extract.figures.pages import Page
from annotator.extract.figures.quantities import Quantity

DATE = "<date>"
FIGURE = "<figure>"
"""Words no text can hold: what the pattern below takes apart."""
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")


@dataclass(slots=True)
class Sentence:
    """One sentence as words: folded syllables, single marks, `DATE` and `FIGURE` for whole spans.

    `starts` and `ends` are code points of the report; `things` maps the index of a `DATE` or `FIGURE` word
    to its position in the lists the sentence was made from.
    """

    start: int
    end: int
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    things: dict[int, int] = field(default_factory=dict)

    @property
    def figures(self) -> list[int]:
        """Return the indices of the words that are figures."""
        return [at for at in self.things if self.words[at] == FIGURE]

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points of `words[start:end]`."""
        return self.starts[start], self.ends[end - 1]

    def add(self, word: str, start: int, end: int) -> None:
        """Append one word with its code points."""
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)


def sentence_of(
    page: Page, start: int, end: int, quantities: Sequence[Quantity], dates: Sequence[Match]
) -> Sentence:
    """Return `[start, end)` as words; the figures and dates given must lie inside, in order."""
    sentence = Sentence(start=start, end=end)
    things = sorted(
        [(q.start, q.end, FIGURE, at) for at, q in enumerate(quantities) if start <= q.start < end]
        + [(d.start, d.end, DATE, at) for at, d in enumerate(dates) if start <= d.start < end]
    )
    position = start
    for thing_start, thing_end, kind, at in things:
        if thing_start < position:
            continue
        _add_words(sentence, page, position, thing_start)
        sentence.things[len(sentence.words)] = at
        sentence.add(kind, thing_start, thing_end)
        position = thing_end
    _add_words(sentence, page, position, end)
    return sentence


def _add_words(sentence: Sentence, page: Page, start: int, end: int) -> None:
    """Append the words of `[start, end)`."""
    for found in _WORD.finditer(page.plain, start, end):
        sentence.add(found.group(), found.start(), found.end())


def within(starts: Sequence[int], start: int, end: int) -> range:
    """Return the positions of the sorted starts that lie in `[start, end)`."""
    return range(bisect_left(starts, start), bisect_left(starts, end))
