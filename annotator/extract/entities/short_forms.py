"""Find a body by the short form its report gives it: `Ủy ban Dân tộc (UBDT)`, then `UBDT` alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import normalize

from annotator.domain.spans import Evidence
from annotator.extract.base import Match
from annotator.extract.entities.pages import UPPER, Page
from annotator.extract.entities.words import Words

_SCORE: Final = 0.88
_GLUE: Final = frozenset({"-", "/", "_", "."})


def find_short_forms(page: Page, words: Words, bodies: Sequence[Match]) -> Iterator[Match]:
    """Yield the later places of short forms that stand in brackets right after a body's full name."""
    given = dict(_given(page, words, bodies))
    for at, word in enumerate(page.words):
        defined = given.get(word)
        if defined is None or at <= defined or page.shapes[at] != UPPER or _is_glued(page, at):
            continue
        yield Match(page.starts[at], page.ends[at], "ORG", _SCORE, Evidence("body-short-form", word))


def _given(page: Page, words: Words, bodies: Sequence[Match]) -> Iterator[tuple[str, int]]:
    """Yield each short form a report gives, with the index of its token."""
    for body in bodies:
        at = bisect_left(page.starts, body.end)
        if body.label != "ORG" or page.words[at] != "(" or page.words[at + 2 : at + 3] != [")"]:
            continue
        short = page.words[at + 1]
        is_new = words.bodies.longest(page.words, at + 1) is None
        if is_new and page.shapes[at + 1] == UPPER and _stands_for(short, page, body):
            yield short, at + 1


def _stands_for(short: str, page: Page, body: Match) -> bool:
    """Tell whether the letters of a short form are initials of a name, in order."""
    first, last = bisect_left(page.starts, body.start), bisect_left(page.starts, body.end)
    initials = iter(_bare(word) for word in page.words[first:last])
    return len(short) > 1 and all(_bare(letter) in initials for letter in short)


def _bare(word: str) -> str:
    """Return the first letter of a word without its marks: `ủy` begins with the `u` of `UBND`."""
    return normalize("NFD", word)[0]


def _is_glued(page: Page, at: int) -> bool:
    """Tell whether a token is part of a code: `45/QĐ-UBDT`."""
    before = page.words[at - 1] in _GLUE and page.ends[at - 1] == page.starts[at]
    after = page.words[at + 1] in {"-", "/"} and page.ends[at] == page.starts[at + 1]
    return before or after
