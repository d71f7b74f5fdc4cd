"""Find place adjuncts at the end of a name: `tại Khu công nghiệp An Bình`, `ở vùng U Minh`."""

from __future__ import annotations

from annotator.extract.figures.pages import Page
from annotator.extract.figures.sentences import Sentence

_BEFORE_PLACES = frozenset(["tại", "ở", "thuộc"])
_ALONG = frozenset(["qua", "trên"])
_WAYS = frozenset(["cửa", "sông", "suối", "cảng", "vịnh", "tuyến", "quốc", "cao"])
_LEVELS = frozenset(["tỉnh", "huyện", "xã", "phường", "bản", "thôn", "vùng", "quận"])
_TWO = frozenset([("thành", "phố"), ("thị", "xã"), ("thị", "trấn"), ("khu", "vực")])
_REACH = 9


def place_before(page: Page, sentence: Sentence, floor: int, end: int) -> int | None:
    """Return the word index where a place adjunct that ends before `end` begins, or None."""
    if end <= floor or not _is_capital(page, sentence, end - 1):
        return _common_place(sentence, floor, end)
    start = end
    while start > floor and _is_capital(page, sentence, start - 1):
        start -= 1
    for index in range(start - 1, max(floor, end - _REACH) - 1, -1):
        word = sentence.words[index]
        along = word in _ALONG and sentence.words[index + 1] in _WAYS and sentence.words[index - 1] != "thông"
        if word in _BEFORE_PLACES or along or (word == "của" and _is_level(sentence, index + 1)):
            return index
        if not (word.isalpha() or word == "-"):
            break
    return _level_start(sentence, floor, start)


def _common_place(sentence: Sentence, floor: int, end: int) -> int | None:
    """Return where `tại các huyện nghèo`, `ở khu vực nông thôn` begins, or None."""
    for index in range(end - 2, max(floor, end - 7) - 1, -1):
        if sentence.words[index] in {"tại", "ở"} and sentence.words[index - 1] not in {"nhà", "đất", "nơi"}:
            at = index + 1 + (sentence.words[index + 1] in {"các", "những", "một"})
            return index if _is_level(sentence, at) or sentence.words[at] in {"tuyến", "khu"} else None
    return None


def _level_start(sentence: Sentence, floor: int, start: int) -> int | None:
    """Return where the level word before a name begins, `của` before it included, or None."""
    if start - 2 >= floor and tuple(sentence.words[start - 2 : start]) in _TWO:
        return start - 2
    if start - 1 >= floor and sentence.words[start - 1] in _LEVELS:
        return start - 1
    return None


def _is_level(sentence: Sentence, at: int) -> bool:
    """Tell whether a level of administration is named at a word index."""
    pair = tuple(sentence.words[at : at + 2])
    return (pair[:1] != () and pair[0] in _LEVELS and pair != ("xã", "hội")) or pair in _TWO


def _is_capital(page: Page, sentence: Sentence, index: int) -> bool:
    """Tell whether a word of a sentence begins with a capital and has a small letter, so may be a name."""
    start, end = sentence.starts[index], sentence.ends[index]
    return page.text[start].isupper() and not page.text[start:end].isupper()
