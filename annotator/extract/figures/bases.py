"""Tell what a share or a change is against: plan, budget, the same period, before, the whole, the country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.extract.base import Match
from annotator.extract.figures.directions import Said
from annotator.extract.figures.leads import Lead
from annotator.extract.figures.pages import Page
from annotator.extract.figures.sentences import DATE, FIGURE, Sentence
from annotator.extract.figures.vocabulary import Phrase, of_project, words_of

_STOPS = frozenset([",", ";", ".", "(", ")", FIGURE, "và", "nhưng", ":"])
_LONGEST = 7
_MONTHS = re.compile(r"(\d+ tháng)|(?:tháng|quý) [\divx]+")
_YEAR = re.compile(r"(?:/| năm )(?:19|20)\d\d")


@of_project
def _phrases() -> dict[Phrase, str]:
    """Return the phrases that name what a figure is compared with."""
    return dict(words_of("basis"))


@dataclass(frozen=True, slots=True)
class Times:
    """The dates of a sentence, and the one that holds for the figure read."""

    page: Page
    dates: Sequence[Match]
    current: Match | None


def tail_basis(sentence: Sentence, at: int, end: int, times: Times, *, compared: bool = False) -> Said:
    """Return the basis stated in `words[at:end]` right after a figure, or None.

    A plan or budget stands at once after the figure; what is compared may follow `so với` later.
    """
    words = sentence.words
    found: Said = None
    if words[at : at + 2] in ([")", "so"], [",", "so"]):
        at, end = at + 1, max(end, min(at + 8, len(words)))
    for index in range(at, end):
        if words[index] in _STOPS or index - at > 8:
            break
        if words[index] == "so" or (words[index] == "với" and compared):
            compared = True
            continue
        said = _basis_at(sentence, index, end, compared, times)
        if said and (compared or index == at or said[0] in {"national", "same_period"}):
            if said[0] == "national":
                return said
            found = found or said
    return found


def _basis_at(sentence: Sentence, index: int, end: int, compared: bool, times: Times) -> Said:
    """Return the basis that begins at a word index."""
    words = sentence.words
    if words[index] == DATE and compared:
        return _dated(times.dates[sentence.things[index]], times.page, times.current, index)
    phrases = _phrases()
    for length in range(min(_LONGEST, end - index), 0, -1):
        value = phrases.get(tuple(words[index : index + length]))
        if value:
            return value, index, index + length
    return None


def _dated(date: Match, page: Page, current: Match | None, index: int) -> Said:
    """Return `previous` for an earlier time; the same months of a named year are the same period."""
    then = page.plain[date.start : date.end]
    months = _MONTHS.match(then)
    if months and _YEAR.search(then):
        now = page.plain[current.start : current.end] if current is not None else ""
        if months.group(1) or (current is not None and _MONTHS.match(now) and _same_part(now, then)):
            return "same_period", index, index + 1
    return "previous", index, index + 1


def _same_part(now: str, then: str) -> bool:
    """Tell whether two dates name the same month or quarter, of whatever year."""
    return _YEAR.sub("", now).split()[:2] == _YEAR.sub("", then).split()[:2]


def lead_basis(sentence: Sentence, lead: Lead) -> Said:
    """Return the basis the words before a figure compare it with, or None."""
    shares = lead.first_role("share")
    if shares:
        return "total", shares.start, shares.end
    for role in lead.near:
        if role.name == "basis":
            return role.value, role.start, role.end
    return None


def stated_before(sentence: Sentence, lead: Lead, times: Times) -> Said:
    """Return the basis after a `so với` anywhere in the lead of a figure, or None."""
    words = sentence.words
    clause = next((at + 1 for at in range(lead.at - 1, lead.cut, -1) if words[at] == ";"), lead.cut)
    for index in range(clause, lead.at - 1):
        # `giá so sánh 2010` names the prices a value is told in.
        if words[index] == "so" and words[index + 1] != "sánh":
            start = index + 1 + (words[index + 1] == "với")
            for later in range(start, min(start + 6, lead.at)):
                said = _basis_at(sentence, later, lead.at, True, times)
                if said:
                    return said
    return None


def base_of_share(sentence: Sentence, at: int) -> Said:
    """Return `total` when the words at an index name what a share is of, or None."""
    words = sentence.words
    if at >= len(words):
        return None
    word = words[at]
    if not word.isalpha() or (word,) in words_of("no_base") or word in {DATE, FIGURE}:
        return None
    return "total", at, at + 1
