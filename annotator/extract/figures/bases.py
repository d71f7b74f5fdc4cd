"""Tell what a share or a change is against: plan, budget, the same period, before, the whole, the country."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from annotator.extract.base import Match
from annotator.extract.figures.directions import Said
from annotator.extract.figures.leads import Lead
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.sentences import DATE, FIGURE, Sentence
from annotator.extract.figures.vocabulary import Phrase, words_of

_STOPS = frozenset([",", ";", ".", "(", ")", FIGURE, "và", "nhưng", ":"])
_NO_SHARE = frozenset(
    [
        "so",
        "trở",
        "mỗi",
        "một",
        "năm",
        "trong",
        "là",
        "và",
        "theo",
        "tại",
        "ở",
        "đến",
        "từ",
        "để",
        "với",
        "do",
        "vào",
        "nhưng",
        "cao",
        "thấp",
        "thì",
        "khi",
        "nên",
        "như",
        "cho",
        "của",
        "được",
        "đã",
        "/",
        "trên",
        "hoặc",
        "hằng",
        "hàng",
        "nhằm",
        "–",
        "-",
        "nữa",
        "thuộc",
    ]
)
_LONGEST = 7


@cache
def _phrases() -> dict[Phrase, str]:
    """Return the phrases that name what a figure is compared with."""
    return dict(words_of("basis"))


def tail_basis(sentence: Sentence, at: int, end: int, quantity: Quantity, dates: Sequence[Match]) -> Said:
    """Return the basis stated in `words[at:end]` right after a figure, or None.

    A plan or budget stands at once after the figure; what is compared may follow `so với` later.
    """
    words = sentence.words
    compared = False
    found: Said = None
    for index in range(at, end):
        if words[index] in _STOPS or index - at > 8:
            break
        if words[index] == "so" or (words[index] == "với" and compared):
            compared = True
            continue
        said = _basis_at(sentence, index, end, compared, dates)
        if said and (compared or index == at or said[0] in {"national", "same_period"}):
            if said[0] == "national":
                return said
            found = found or said
    return found


def _basis_at(sentence: Sentence, index: int, end: int, compared: bool, dates: Sequence[Match]) -> Said:
    """Return the basis that begins at a word index."""
    words = sentence.words
    if words[index] == DATE and compared:
        written = dates[sentence.things[index]]
        return _dated(written, sentence, index)
    phrases = _phrases()
    for length in range(min(_LONGEST, end - index), 0, -1):
        value = phrases.get(tuple(words[index : index + length]))
        if value:
            return value, index, index + length
    return None


def _dated(date: Match, sentence: Sentence, index: int) -> Said:
    """Return `previous` for a named earlier time; the same months of a named year are the same period."""
    return "previous", index, index + 1


def lead_basis(sentence: Sentence, lead: Lead) -> Said:
    """Return the basis the words before a figure compare it with, or None."""
    shares = lead.first_role("share")
    if shares:
        return "total", shares.start, shares.end
    for role in lead.roles:
        if role.name == "basis":
            return role.value, role.start, role.end
    return None


def stated_before(sentence: Sentence, lead: Lead, dates: Sequence[Match]) -> Said:
    """Return the basis after a `so với` anywhere in the lead of a figure, or None."""
    words = sentence.words
    for index in range(lead.cut, lead.at - 1):
        if words[index] == "so":
            start = index + 1 + (words[index + 1] == "với")
            for later in range(start, min(start + 6, lead.at)):
                said = _basis_at(sentence, later, lead.at, True, dates)
                if said:
                    return said
    return None


def base_of_share(sentence: Sentence, at: int) -> Said:
    """Return `total` when the words at an index name what a share is of, or None."""
    words = sentence.words
    if at >= len(words):
        return None
    word = words[at]
    if not word.isalpha() or word in _NO_SHARE or word in {DATE, FIGURE}:
        return None
    return "total", at, at + 1
