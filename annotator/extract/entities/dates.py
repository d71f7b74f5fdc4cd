"""Dates: DATE for days, months, quarters, years, terms of years, seasons, durations and clock times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from annotator.domain.spans import Evidence
from annotator.extract.base import Match
from annotator.extract.entities.pages import Page

# All patterns read folded text. `_` stands for blanks (NBSP too), `~` for a dash with or without blanks.
_BLANK: Final = r"(?:[^\S\n\t]{1,3})"
_DASH: Final = r"[^\S\n\t]{0,2}[-–—][^\S\n\t]{0,2}"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("_", _BLANK).replace("~", _DASH))


_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH: Final = r"(?:0?[1-9]|1[0-2])"
_YEAR: Final = r"(?:1[89]\d\d|20\d\d)"
_SPAN_OF_YEARS: Final = rf"{_YEAR}(?:(?:~|/|_đến_(?:năm_)?)(?:{_YEAR}|\d\d(?!\d)))?"
_YEARS_BY_DASH: Final = rf"{_YEAR}(?:~(?:{_YEAR}|\d\d(?!\d)))?"
_PART: Final = r"(?:rạng_sáng|sáng_sớm|chiều_tối|sáng|trưa|chiều|tối|đêm)"
_CLOCK: Final = r"(?:(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|[^\S\n\t]{0,2}(?:giờ|h)(?:[^\S\n\t]{0,2}[0-5]?\d(?:[^\S\n\t]{0,2}(?:phút|p\b|'))?)?))"
_FULL_DAY: Final = rf"{_DAY}[^\S\n\t]?[/.-][^\S\n\t]?{_MONTH}[^\S\n\t]?[/.-][^\S\n\t]?{_YEAR}"
_SHORT_DAY: Final = rf"{_DAY}/{_MONTH}"
_MARKED_DAY: Final = rf"{_DAY}[-.]{_MONTH}"
_NAMED_DAY: Final = rf"{_DAY}(?:_?tháng_{_MONTH}(?:_năm_{_YEAR}|[/-]{_YEAR})?)"
_AFTER: Final = r"(?![\w/]|[.,]\d|-\d)"

_DAY_WITH_HEAD: Final = (
    rf"(?:ngày|mùng|mồng|hôm){{head}}_(?:mùng_|mồng_)?(?:{_DAY}(?:~){_FULL_DAY}|{_DAY}(?:~){_SHORT_DAY}|{_FULL_DAY}|{_NAMED_DAY}"
    rf"|{_SHORT_DAY}|{_MARKED_DAY}|{_DAY}(?![\d]|[.,]\d))"
).replace("{head}", "")

_DATE = _compiled(
    rf"(?<![\w/.,-])(?:"
    # clock and day, part of day and day
    rf"(?P<moment>{_CLOCK}(?:_{_PART})?[,]?(?:_|~)(?:{_DAY_WITH_HEAD}|{_FULL_DAY}|{_SHORT_DAY})"
    rf"|{_FULL_DAY},?(?:_|~){_CLOCK})"
    rf"|(?P<part>{_PART}(?:_sớm)?_(?:{_DAY_WITH_HEAD}|{_FULL_DAY}|{_NAMED_DAY}|{_SHORT_DAY}|{_MARKED_DAY}))"
    rf"|(?P<day>{_DAY_WITH_HEAD}(?:_năm_{_YEAR})?)"
    rf"|(?P<full>{_FULL_DAY}|{_NAMED_DAY})"
    # terms of years
    rf"|(?P<term>(?:nhiệm_kỳ|nhiệm_kì|giai_đoạn|thời_kỳ|thời_kì|năm_học|niên_vụ|niên_khóa|niên_độ|năm_học:)_(?:năm_|\(_?|từ_(?:năm_)?)?{_SPAN_OF_YEARS})"
    rf"|(?P<season>(?:vụ|mùa)_(?:(?:lúa|sản_xuất|cà_phê|mía|ngô|rau|tôm|muối)_)?(?:đông(?:_?[-–]?_?xuân)?|xuân(?:_?[-–]?_?hè)?|hè(?:_?[-–]?_?thu)?|thu(?:_?[-–]?_?đông)?|mùa|chiêm(?:_xuân)?|ba|khô|mưa|lũ|hoa|chính|đông_sớm)"
    rf"(?:,?_năm|,)?_{_SPAN_OF_YEARS})"
    # months counted, quarters, halves, months
    rf"|(?P<months>(?:\d{{1,2}}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:_một)?)_(?:tháng|quý|tuần|ngày)(?:_(?:đầu|cuối|giữa))?(?:_(?:của_)?(?:năm|tháng|quý|nhiệm_kỳ)(?:_(?:{_SPAN_OF_YEARS}|{_MONTH}(?:[/-]{_YEAR}|_năm_{_YEAR})?|[ivx]+(?:/{_YEAR}|_năm_{_YEAR})?))?|/{_YEAR}|(?=_(?:đầu|cuối))))"
    rf"|(?P<half>nửa_(?:đầu|cuối)_(?:của_)?(?:năm_{_YEAR}|tháng_{_MONTH}(?:/{_YEAR}|_năm_{_YEAR})?|nhiệm_kỳ_{_SPAN_OF_YEARS}))"
    rf"|(?P<quarter>quý_(?:iv|i{{1,3}}|[1-4])(?![\w])(?:[/-]{_YEAR}|_(?:năm_)?{_YEAR}|,?_năm_{_YEAR})?)"
    rf"|(?P<month>tháng_{_MONTH}(?![\d])(?:[/.-]{_YEAR}|,?_năm_{_YEAR}|_{_YEAR}|~{_MONTH}(?:[/-]{_YEAR}|_năm_{_YEAR}))?)"
    # years
    rf"|(?P<years>\d{{1,2}}_năm[,]?_(?:\()?{_YEAR}(?:~){_YEAR})"
    rf"|(?P<year>năm_{_YEARS_BY_DASH})"
    rf"|(?P<century>thế_kỷ_(?:[xvi]+|\d\d)(?!\w))"
    # durations
    rf"|(?P<length>\d{{1,3}}(?:~\d{{1,3}}|_đến_\d{{1,3}})?_(?:năm|tháng|tuần|ngày(?:_đêm)?|giờ|phút)(?:_\d{{1,2}}_phút)?)"
    rf"|(?P<span>{_YEAR}~{_YEAR})"
    rf"|(?P<monthyear>{_MONTH}/{_YEAR})"
    rf"|(?P<short>{_SHORT_DAY})"
    rf"|(?P<clock>{_CLOCK})"
    rf"|(?P<bare>{_YEAR})"
    rf"){_AFTER}"
)
_SCORES: Final = {
    "moment": 0.97,
    "part": 0.97,
    "day": 0.96,
    "full": 0.95,
    "term": 0.97,
    "season": 0.95,
    "months": 0.95,
    "half": 0.95,
    "quarter": 0.96,
    "month": 0.95,
    "years": 0.93,
    "year": 0.96,
    "century": 0.6,
    "length": 0.85,
    "span": 0.85,
    "monthyear": 0.9,
    "short": 0.85,
    "clock": 0.6,
    "bare": 0.7,
}
_NOT_LENGTHS: Final = re.compile(
    r"[^\S\n]{1,3}(?:tuổi|công(?![^\S\n]+(?:tác|bố|khai|an|nhận))|lương|/|lao động|tết)|/(?:\w)|[^\S\n]?/[^\S\n]?\w"
)
_BEFORE_LENGTH: Final = re.compile(r"(?:/|lần thứ|thứ|năm|số|quý|tháng|điều|khoản|bảng)[^\S\n]{0,2}$")
_NOUN_NEXT: Final = re.compile(r"[^\S\n]{1,3}([^\W\d_]+)")
_SHORT_LEAD: Final = re.compile(
    r"(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|nay|qua|trước|từ|đến|tới|vào|hết|sau|dịp|lễ|khánh|và|,|\(|-|–|khoảng)[^\S\n]{0,2}$"
)
_NAMED_FEAST: Final = re.compile(r"(?:việt nam|quốc tế|phụ nữ|lao động|quốc khánh|nhà giáo|liệt sĩ)[^\S\n]$")
_SHORT_GOES_ON: Final = frozenset(
    [
        "đạt",
        "có",
        "cả",
        "toàn",
        "tỉnh",
        "các",
        "là",
        "đã",
        "ước",
        "vừa",
        "tại",
        "ở",
        "về",
        "của",
        "và",
        "hằng",
        "hàng",
        "đến",
        "tới",
        "được",
        "thì",
        "với",
        "đồng",
        "theo",
        "do",
        "từ",
        "năm",
        "âm",
        "dương",
        "phải",
        "sẽ",
        "mới",
        "còn",
        "hoàn",
        "trên",
    ]
)
_AFTER_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:,| và| hoặc|;)[^\S\n]{1,3}$")
_YEAR_LEAD: Final = re.compile(
    r"(?:tầm nhìn(?: đến)?|định hướng(?: đến)?|giá (?:so sánh|cố định|hiện hành)(?: năm)?|năm|các năm|và|so với|,|đến|từ|pci|par index|papi|sipas|th|kh|dt|\(|nghiệp|quốc gia|đông xuân|giáp thìn)[^\S\n]{0,2}$"
)


def find_dates(page: Page) -> Iterator[Match]:
    """Yield the dates of a page; which of the figures that look like dates are none is settled by what stands near."""
    text = page.folded
    for found in _DATE.finditer(text):
        rule = found.lastgroup or ""
        start, end = found.span()
        if rule in _CHECKS and not _CHECKS[rule](text, start, end):
            continue
        if rule == "length" and not found.group()[0].isdigit():
            continue
        if not any(letter.isdigit() for letter in found.group()) and rule not in ("quarter", "century"):
            continue
        yield Match(start, end, "DATE", _SCORES[rule], Evidence(f"date-{rule}"))


def _is_length(text: str, start: int, end: int) -> bool:
    if _NOT_LENGTHS.match(text, end) or (start and text[start - 1] == "/"):
        return False
    return _BEFORE_LENGTH.search(text, max(0, start - 12), start) is None


def _is_short_day(text: str, start: int, end: int) -> bool:
    """Tell `15/9` the day from `9/11` the ratio by the words around it."""
    lead = _SHORT_LEAD.search(text, max(0, start - 10), start)
    if lead is None:
        return (
            _NAMED_FEAST.search(text, max(0, start - 12), start) is not None and text[end : end + 1] in ",.;)"
        )
    noun = _NOUN_NEXT.match(text, end)
    return noun is None or noun.group(1) in _SHORT_GOES_ON


def _is_bare_year(text: str, start: int, end: int) -> bool:
    line_start = text.rfind("\n", 0, start) + 1
    alone = not text[line_start:start].strip(" |\t–-")
    if _AFTER_YEAR.search(text, max(0, start - 12), start) is not None:
        return True
    noun = _NOUN_NEXT.match(text, end)
    if noun is not None and noun.group(1) not in _SHORT_GOES_ON:
        return False
    if alone and (text[end : end + 3].strip()[:1] in ("–", "-", "|", ":")):
        return True
    if _is_cell(text, start, end):
        return True
    return _YEAR_LEAD.search(text, max(0, start - 26), start) is not None


def _is_cell(text: str, start: int, end: int) -> bool:
    """Tell whether a year fills a cell of a table's head."""
    left = text[max(0, start - 3) : start].strip(" ")
    right = text[end : end + 3].strip(" ")
    return bool(left) and left[-1] in "|\t" and (not right or right[0] in "|\t\n")


def _is_clock(text: str, start: int, end: int) -> bool:
    """Take a clock time alone only beside a weekday and its date, or as a span of hours."""
    after = text[end : end + 24]
    return bool(re.match(r"[,\s|-]{1,4}(?:thứ \w+|chủ nhật)", after)) or ("giờ" in text[start:end])


_CHECKS: Final = {
    "length": _is_length,
    "short": _is_short_day,
    "bare": _is_bare_year,
    "clock": _is_clock,
}
