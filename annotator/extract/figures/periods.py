"""Find the DATE a figure holds for: the last one before it in its sentence, or the one right after it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from annotator.extract.base import Match
from annotator.extract.figures.pages import Page
from annotator.extract.figures.sentences import DATE, FIGURE, Sentence

_COMPARED = frozenset(["với", "so", "kỳ", "hơn", "như"])
_SPANNING = frozenset(["trong", "suốt", "cả", "hết", "gần", "hơn", "khoảng", "và"])
_PAPER = re.compile(
    r"(?:số \d[^\s,;]*[/-][^\s,;]*|[/-][a-zđ]{2,}[a-zđ0-9-]*"
    r"|hội nghị [^,;]*|công bố|ban hành|ký|giá(?: cố định| so sánh)?)[ ,]{1,2}(?:ngày )?\Z"
)
_SPELL = re.compile(r"[^\W_]+ (?:ngày|giờ|phút|tuần|đêm)\Z")
_JOINS_AFTER = frozenset(["vào", "trong", "của", "("])


def periods_of(
    page: Page, sentence: Sentence, dates: Sequence[Match], multiples: Set[int]
) -> dict[int, Match]:
    """Return the date each figure of a sentence holds for, by the index of the figure's word.

    `multiples` are the words that say how many times: a date right after one is what it is compared with.
    """
    found: dict[int, Match] = {}
    current: Match | None = None
    words = sentence.words
    for index, word in enumerate(words):
        if word == DATE:
            date = dates[sentence.things[index]]
            if _counts(page, sentence, index, date):
                current = date
        elif word == FIGURE:
            own = None if index in multiples else _date_after(sentence, index, dates)
            chosen = own or current
            if chosen is not None:
                found[index] = chosen
    return found


def _counts(page: Page, sentence: Sentence, index: int, date: Match) -> bool:
    """Tell whether a date says when the figures after it hold: not a comparison, not a paper's date."""
    if _SPELL.match(page.plain, date.start, date.end):
        return False
    words = sentence.words
    before = words[index - 1] if index else ""
    ends_clause = words[index + 1 : index + 2] in ([], [";"], ["."], ["với"], ["để"])
    if "duration" in date.attributes and ends_clause and before.isalpha() and before not in _SPANNING:
        return False
    if before in _COMPARED or (before == "năm" and words[index - 2 : index - 1] == ["kỳ"]):
        return False
    if before in {"gần", "hơn"} and words[index - 2 : index - 1] in (["sau"], ["qua"]):
        return False
    if index and words[index - 1] in {"hơn", "sau", "qua", "trước"}:
        return False
    if "so" in words[max(0, index - 4) : index] or "kỳ" in words[max(0, index - 2) : index]:
        return False
    if index > 1 and words[index - 1] == FIGURE:
        return False
    return _PAPER.search(page.plain, max(0, date.start - 40), date.start) is None


def _date_after(sentence: Sentence, index: int, dates: Sequence[Match]) -> Match | None:
    """Return the date that stands right after a figure, or None."""
    words = sentence.words
    after = index + 1
    if words[after : after + 1] and words[after] in _JOINS_AFTER:
        after += 1
    if words[after : after + 1] != [DATE]:
        return None
    return dates[sentence.things[after]]
