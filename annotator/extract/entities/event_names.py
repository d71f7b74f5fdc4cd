"""The parts of an event's name after its head: ordinals, terms, years, places, quotes, long subjects."""

from __future__ import annotations

import re
from typing import Final

from annotator.extract.entities.bodies import body_at
from annotator.extract.entities.body_names import begins_other, name_end
from annotator.extract.entities.names import tail_at
from annotator.extract.entities.pages import BREAK, LOWER, MARK, NUMBER, TITLE, UPPER, Page
from annotator.extract.entities.words import Words

NUMBER_WORDS: Final = frozenset(
    [
        "nhất",
        "hai",
        "ba",
        "tư",
        "năm",
        "sáu",
        "bảy",
        "tám",
        "chín",
        "mười",
        "mươi",
        "một",
        "mốt",
        "lăm",
        "bốn",
    ]
)
_ROMAN: Final = re.compile(r"[ivxlc]+")
_LONGEST_NAME: Final = 12


def ordinal_end(page: Page, at: int) -> int | None:
    """Return where `lần thứ 16`, `thứ 9`, `thứ mười sáu` or `XIII` ends, None when none begins."""
    index = at + 1 if page.words[at] == "lần" else at
    if page.words[index] != "thứ":
        return at + 1 if index == at and _is_roman(page, at) else None
    index += 1
    if page.shapes[index] == NUMBER or _is_roman(page, index):
        return index + 1
    stop = index
    while page.words[stop] in NUMBER_WORDS and stop < index + 3:
        stop += 1
    return stop if stop > index else None


def _is_roman(page: Page, at: int) -> bool:
    return page.shapes[at] in (TITLE, UPPER) and _ROMAN.fullmatch(page.words[at]) is not None


def after_ordinal(page: Page, words: Words, end: int) -> int:
    """Go on over the body and the term that follow an ordinal directly, or after one comma or dash."""
    start = end + 1 if page.words[end] in (",", "-") else end
    body = body_at(page, words, start) if page.raised(start) else None
    if body is not None and body.tail != "class" and body.kind not in ("firm", "paper"):
        end = body.end
    elif start == end and (tail := tail_at(page, words, end)).kind == "place":
        end = tail.end
    return year_end(page, term_end(page, end))


def term_end(page: Page, at: int) -> int:
    """Return where `khóa XIV` or `(khóa XIV)` ends, the token itself when none begins."""
    index = at + 1 if page.words[at] == "(" else at
    if page.words[index] != "khóa" or not (page.shapes[index + 1] == NUMBER or _is_roman(page, index + 1)):
        return at
    if index == at:
        return index + 2
    return index + 3 if page.words[index + 2] == ")" else at


def year_end(page: Page, at: int) -> int:
    """Return where `năm 2024` ends, the token itself when none begins."""
    return at + 2 if page.words[at] == "năm" and is_year(page, at + 1) else at


def is_year(page: Page, at: int) -> bool:
    """Tell whether a token is a year in digits."""
    word = page.words[at]
    return page.shapes[at] == NUMBER and len(word) == 4 and word[:2] in ("19", "20")


def proper_name(page: Page, words: Words, at: int) -> int:
    """Return where a proper name ends, with its place, ordinal and year; the token when none begins."""
    stop = _first_word(page, words, at)
    if stop == at:
        return at
    stop = trail(page, words, stop)
    return far_end(page, words, stop) or stop


def _first_word(page: Page, words: Words, at: int) -> int:
    """Read the first part of a proper name; a word of one capital syllable takes its second along."""
    end = name_end(page, words, at)
    if end - at != 1 or page.shapes[end] != LOWER or page.words[end] in words.stops["event"]:
        return end
    for size in (2, 3):
        between = range(end, end + size)
        lower = all(
            page.shapes[index] == LOWER and page.words[index] not in words.stops["event"] for index in between
        )
        if page.named(end + size) and lower:
            return end + size
    return end + 1


def trail(page: Page, words: Words, stop: int) -> int:
    """Go on over places, ordinals, years and further capitals after the first words of a name."""
    while True:
        reached = stop
        tail = tail_at(page, words, stop)
        if tail.kind in ("level", "place"):
            stop = tail.end
        elif (ordinal := ordinal_end(page, stop)) is not None and page.words[stop] in ("lần", "thứ"):
            stop = ordinal
        elif page.words[stop : stop + 2] in (["toàn", "quốc"], ["quốc", "gia"], ["toàn", "tỉnh"]):
            stop += 2
        elif is_year(page, stop):
            stop += 1
        elif page.named(stop) and not begins_other(page, words, stop):
            stop = name_end(page, words, stop)
        elif page.words[stop] == "-" and page.named(stop + 1):
            stop = name_end(page, words, stop + 1)
        stop = year_end(page, stop)
        if stop == reached:
            return stop


def far_end(page: Page, words: Words, at: int) -> int | None:
    """Return the end of a name that runs on in lower case up to an ordinal or a year, else None."""
    if page.words[at] in words.stops["event"] or is_year(page, at - 1):
        return None
    for index in range(at, min(at + _LONGEST_NAME, len(page.words) - 1)):
        if page.words[index] == "lần" and (ordinal := ordinal_end(page, index)) is not None:
            return trail(page, words, ordinal)
        if index > at and (year_end(page, index) > index or is_year(page, index)):
            return trail(page, words, index)
        if _ends_subject(page, words, index):
            return None
    return None


def _ends_subject(page: Page, words: Words, at: int) -> bool:
    word = page.words[at]
    if word == ",":
        return not (page.shapes[at + 1] == LOWER and page.shapes[at - 1] == LOWER)
    return word in words.stops["event"] or (page.shapes[at] == MARK and word not in ("-", "&"))


def quoted_end(page: Page, at: int) -> int | None:
    """Return the index after a quotation of at most thirty words that begins at a token."""
    stop = at + 1
    while stop < at + 30 and page.words[stop] not in ('"', BREAK):
        stop += 1
    return stop + 1 if page.words[at] == '"' and page.words[stop] == '"' else None
