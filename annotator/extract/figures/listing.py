"""Find names without a known head in clauses of several parts: lists of sectors, names before a predicate."""

from __future__ import annotations

from annotator.extract.figures.judging import theme_at
from annotator.extract.figures.leads import Lead, strip
from annotator.extract.figures.pages import Page
from annotator.extract.figures.parts import is_glued, trimmed
from annotator.extract.figures.sentences import DATE, Sentence
from annotator.extract.figures.vocabulary import longest_at, names_of, words_of

_OPENERS = frozenset(
    ["trong", "đó", "riêng", "còn", "gồm", "bao", "cụ", "thể", "là", "và", "nhưng", "song", "dẫn", "đầu",
     "đứng", "nhất", "chủ", "yếu", "có", "các", "như", "ngành", "nhóm", "-", "+", "(", ")", ","]
)  # fmt: skip
"""What may stand before the first name of a list; `trong` alone says where something happens."""
_LONGEST_PART = 6


def list_start(page: Page, sentence: Sentence, pieces: list[tuple[int, int]]) -> int | None:
    """Return where a list of products or sectors begins that ends in the last part, or None.

    `dệt, may và da giày tăng 5%`: one figure told of all of them.
    """
    words = sentence.words
    last_first, last_end = pieces[-1]
    last_first = trimmed(words, last_first, last_end) if len(pieces) == 1 else last_first
    if not _is_member(words, last_first, last_end):
        return None
    joined = "và" in words[last_first:last_end]
    whole = theme_at(words, last_first, last_end) == last_end - last_first
    found = last_first if joined and theme_at(words, last_first, last_end) else None
    for count, (left, right) in enumerate(reversed(pieces[:-1]), start=2):
        first = trimmed(words, left, right)
        theme = theme_at(words, first, right)
        if first >= right or strip(page, sentence, first, right)[0] != right:
            break
        whole = whole and theme == right - first
        opens = words[left] != "trong" or words[left + 1 : left + 2] == ["đó"]
        begins = theme and opens and _OPENERS.issuperset(words[left:first]) and right - first <= _LONGEST_PART
        if begins and (whole or joined or count > 2):
            found = first
        if first != left or not _is_member(words, left, right):
            break
    return found


def _is_member(words: list[str], first: int, last: int) -> bool:
    """Tell whether a part between commas may be one name of a list."""
    longest = _LONGEST_PART + 3 * ("và" in words[first:last])
    if not 0 < last - first <= longest or words[first] == DATE:
        return False
    theme = theme_at(words, first, last)
    if any(longest_at(names_of(kind), words[:last], first) > theme for kind in ("actor", "head")):
        return False
    if not theme and longest_at(names_of("verb"), words[:last], first):
        return False
    return bool(theme) or not any(
        longest_at(words_of(role), words, first) for role in ("lead", "place", "stop")
    )


def before_predicate(
    page: Page, sentence: Sentence, lead: Lead, pieces: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the product or sector told of before a comma: `khách Mỹ vẫn dẫn đầu, chiếm 48%`, or None."""
    words = sentence.words
    if len(pieces) < 2:
        return None
    left, right = pieces[-2]
    if len(pieces) == 2 and is_glued(words, lead, left):
        return None
    closed = strip(page, sentence, left, right)[0] if left < right else right
    first = trimmed(words, left, closed)
    theme = theme_at(words, first, closed)
    is_short = 0 < closed - first <= _LONGEST_PART
    return (first, closed) if theme and is_short and closed < right else None
