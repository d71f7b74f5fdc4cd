"""Dates: DATE for days, months, quarters, years, terms of years, seasons, durations and clock times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from annotator.domain.spans import Evidence
from annotator.extract.base import Match
from annotator.extract.entities.date_grammar import DATE, SCORES
from annotator.extract.entities.pages import Page
from annotator.extract.entities.words import Words

_NOT_LENGTHS: Final = re.compile(
    r"[^\S\n]{1,3}(?:tuổi|công(?![^\S\n]+(?:tác|bố|khai|an|nhận))|lương|/|lao động|tết)"
    r"|[^\S\n]?/[^\S\n]?\w"
)
_BEFORE_LENGTH: Final = re.compile(r"(?:/|lần thứ|thứ|năm|số|quý|tháng|điều|khoản|bảng)[^\S\n]{0,2}$")
_WORD_NEXT: Final = re.compile(r"[^\S\n\t]{1,3}([^\W\d_]+)")
_DAY_LEAD: Final = re.compile(
    r"(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|nay|qua|trước|từ|đến|tới|vào|hết|sau|dịp|lễ|khánh|và|khoảng"
    r"|thời điểm"
    r"|,|\(|-|–)[^\S\n]{0,2}$"
)
_FEAST_LEAD: Final = re.compile(r"(?:việt nam|quốc tế|phụ nữ|lao động|quốc khánh|nhà giáo|liệt sĩ)[^\S\n]$")
_YEAR_LEAD: Final = re.compile(
    r"(?:tầm nhìn(?: đến)?|định hướng(?: đến)?|giá (?:so sánh|cố định|hiện hành)(?: năm)?|năm|và|so với"
    r"|,|đến|từ|pci|par index|papi|sipas|th|kh|dt|\(|nghiệp|quốc gia|đông xuân|giáp thìn)[^\S\n]{0,2}$"
)
_CELL_LEAD: Final = re.compile(r"[|\t] {0,2}$|[^|\t\n]*(?:toán|hiện|hoạch|ước|năm|th|kh|dt|cuối kỳ) $")
_YEAR_BEFORE: Final = re.compile(r"(?:19|20)\d\d(?:,| và| hoặc|;)[^\S\n]{1,3}$")
_COUNTED_NEXT: Final = re.compile(
    r"[^\S\n\t]{1,3}(?:chỉ (?:tiêu|số|thị|dẫn)|đồng (?:chí|bào|hồ)|hàng (?:hóa|hoá|quán|rào)|quý vị)\b"
)
"""Nouns of a ratio whose first syllable also follows a day (`11/12 chỉ tiêu`, `đến 31/7 chỉ đạt`)."""
_WEEKDAY_NEXT: Final = re.compile(r"[,\s|-]{1,4}(?:thứ \w+|chủ nhật)")


def find_dates(page: Page, words: Words) -> Iterator[Match]:
    """Yield the dates of a page; figures that look like dates are told apart by what stands near."""
    text = page.folded
    for found in DATE.finditer(text):
        rule = found.lastgroup or ""
        start, end = found.span()
        if rule in _CHECKS and not _CHECKS[rule](text, start, end, words.stops["after day"]):
            continue
        if rule == "pair":
            yield from _pair(text, start, end)
            continue
        numeral = rule in ("quarter", "century") or any(letter.isdigit() for letter in found.group())
        if numeral:
            yield Match(start, end, "DATE", SCORES[rule], Evidence(f"date-{rule}"))


def _pair(text: str, start: int, end: int) -> Iterator[Match]:
    """Yield the two days of `01/04/1975-01/04/2023`."""
    middle = max(text.rfind("-", start, end), text.rfind("–", start, end))
    for first, last in ((start, middle), (middle + 1, end)):
        yield Match(first, last, "DATE", SCORES["pair"], Evidence("date-pair"))


def _is_length(text: str, start: int, end: int, _after: frozenset[str]) -> bool:
    if _NOT_LENGTHS.match(text, end):
        return False
    return _BEFORE_LENGTH.search(text, max(0, start - 12), start) is None


def _is_short_day(text: str, start: int, end: int, after: frozenset[str]) -> bool:
    """Tell `15/9` the day from `9/11` the ratio by the words around it."""
    if _COUNTED_NEXT.match(text, end) is not None:
        return False
    if _DAY_LEAD.search(text, max(0, start - 14), start) is None:
        feast = _FEAST_LEAD.search(text, max(0, start - 12), start)
        return feast is not None and text[end : end + 1] in ",.;)"
    return _goes_on(text, end, after)


def _goes_on(text: str, end: int, after: frozenset[str]) -> bool:
    """Tell whether no noun follows that a number could count."""
    word = _WORD_NEXT.match(text, end)
    return word is None or word.group(1) in after


def _is_bare_year(text: str, start: int, end: int, after: frozenset[str]) -> bool:
    if _YEAR_BEFORE.search(text, max(0, start - 12), start) is not None:
        return True
    if not _goes_on(text, end, after):
        return False
    line = text.rfind("\n", 0, start) + 1
    leads = not text[line:start].strip(" |\t–-") and text[end : end + 3].strip()[:1] in ("–", "-", "|", ":")
    if leads or _is_cell(text, start, end):
        return True
    return _YEAR_LEAD.search(text, max(0, start - 26), start) is not None


def _is_cell(text: str, start: int, end: int) -> bool:
    """Tell whether a year fills a cell of a table's head."""
    right = text[end : end + 3].strip(" ")
    return (not right or right[0] in "|\t\n") and _CELL_LEAD.search(
        text, max(0, start - 12), start
    ) is not None


def _is_clock(text: str, start: int, end: int, _after: frozenset[str]) -> bool:
    """Take a clock time alone only beside a weekday and its date, or when it says `giờ`."""
    return "giờ" in text[start:end] or _WEEKDAY_NEXT.match(text, end) is not None


_CHECKS: Final[dict[str, Callable[[str, int, int, frozenset[str]], bool]]] = {
    "length": _is_length,
    "short": _is_short_day,
    "shortrange": _is_short_day,
    "bare": _is_bare_year,
    "clock": _is_clock,
}
