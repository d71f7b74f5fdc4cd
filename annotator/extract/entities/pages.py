"""A report's text as tokens with their case, the form all entity rules read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from annotator.domain.reports import Report, Section
from annotator.text.words import fold

LOWER: Final = 0
TITLE: Final = 1
UPPER: Final = 2
NUMBER: Final = 3
MARK: Final = 4

BREAK: Final = "\n"
"""The word of a token that no name crosses: a line break, a tab, three blanks or more."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*|\d+|\n|\t|[^\S\n\t]{3,}|[^\s\w]|_")
_MARGIN: Final = 6
_OPENERS = frozenset({BREAK, "|", ".", ":", ";", "!", "?", '"', "(", "+", "-", "*", "•", "…"})
_ALIKE = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"} | dict.fromkeys("“”«»", '"'))
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ`", "'"))


@dataclass(frozen=True, slots=True)
class Page:
    """The tokens of one text: parallel lists of folded words, code-point borders and shapes.

    `text` is the report's, with chrome blanked out, so that offsets hold. `capitals[i]` tells that a token
    stands in a line all in capitals, where case says nothing. The lists end in a few
    BREAK tokens, so that rules may look ahead.
    """

    text: str
    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    shapes: list[int]
    capitals: list[bool]

    def named(self, at: int) -> bool:
        """Tell whether a token begins with a capital that means something."""
        return self.shapes[at] in (TITLE, UPPER) and not self.capitals[at]

    def raised(self, at: int) -> bool:
        """Tell whether a token begins with a capital, in a line of capitals too."""
        return self.shapes[at] in (TITLE, UPPER)

    def run(self, at: int, *, longest: int = 6) -> int:
        """Return the index after the run of capitalised words that begins at a token; `at` when none does."""
        end = at
        while end < at + longest and self.shapes[end] == TITLE and not self.capitals[end]:
            end += 1
        return end

    def opens_line(self, at: int) -> bool:
        """Tell whether a token is the first of its line or column."""
        return at == 0 or self.words[at - 1] in (BREAK, "|")

    def opens_sentence(self, at: int) -> bool:
        """Tell whether a token is the first of a sentence, of a line or after an opening mark."""
        return at == 0 or self.words[at - 1] in _OPENERS

    def closes_line(self, end: int) -> bool:
        """Tell whether a line or column ends before a token."""
        return self.words[end] in (BREAK, "|")

    def surface(self, start: int, end: int) -> str:
        """Return the text from one token to before another."""
        return self.text[self.starts[start] : self.ends[end - 1]]


def page_of(report: Report) -> Page:
    """Cut a report into tokens, its chrome left out."""
    return page_from(without(report.text, report.chrome))


def page_from(text: str) -> Page:
    """Cut a text into tokens."""
    folded = fold(text).replace("ð", "đ")
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    shapes: list[int] = []
    for found in _TOKEN.finditer(folded):
        start, end = found.span()
        word = found.group()
        starts.append(start)
        ends.append(end)
        first = text[start]
        if word[0].isalpha():
            words.append(word if word.isalpha() else word.translate(_APOSTROPHES))
            shapes.append(_shape(text[start:end]) if first != word[0] or first.isupper() else LOWER)
        elif word[0].isdigit():
            words.append(word)
            shapes.append(NUMBER)
        else:
            words.append(BREAK if word.isspace() else word.translate(_ALIKE))
            shapes.append(MARK)
    words.extend([BREAK] * _MARGIN)
    starts.extend([len(text)] * _MARGIN)
    ends.extend([len(text)] * _MARGIN)
    shapes.extend([MARK] * _MARGIN)
    return Page(text, folded, words, starts, ends, shapes, _capitals(words, ends, starts, shapes))


def words_of(phrase: str) -> list[str]:
    """Return the folded words of a lexicon's phrase, as a page has them."""
    folded = fold(phrase).replace("ð", "đ")
    # Most phrases are plain words; the gazetteer has thirteen thousand of them to begin with.
    if folded.replace(" ", "").isalpha():
        return folded.split()
    return page_from(phrase).words[:-_MARGIN]


def without(text: str, ranges: Iterable[Section]) -> str:
    """Blank out ranges of a text, each beginning with a line break; the length stays."""
    pieces: list[str] = []
    last = 0
    for section in sorted(ranges, key=lambda section: section.start):
        start = max(last, section.start)
        if start < section.end:
            pieces += [text[last:start], "\n", " " * (section.end - start - 1)]
            last = section.end
    return "".join([*pieces, text[last:]])


def _shape(surface: str) -> int:
    if not surface[0].isupper():
        return LOWER
    return UPPER if len(surface) > 1 and surface.isupper() else TITLE


def _capitals(words: list[str], ends: list[int], starts: list[int], shapes: list[int]) -> list[bool]:
    """Tell of each token whether its line is in capitals: upper words, and none in lower or title case."""
    flags = [False] * len(words)
    first = 0
    for at, word in enumerate(words):
        if word not in (BREAK, "|"):
            continue
        upper = other = 0
        for inner in range(first, at):
            if ends[inner] - starts[inner] > 1:
                upper += shapes[inner] == UPPER
                other += shapes[inner] in (LOWER, TITLE)
        if upper > 1 and other == 0:
            flags[first:at] = [True] * (at - first)
        first = at + 1
    return flags
