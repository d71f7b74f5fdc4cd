"""Read datelines: the day and hour a report was written or put on its page."""

from __future__ import annotations

import datetime
import re

# All patterns read folded text: lower case, one tone placement.
_GAP = r"[\s,;:|()–—-]*"
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật|cn|t[2-7])"
_TIME = (
    r"\d{1,2}(?:[:h]\d{2}(?:[:']\d{2})?|\s*giờ(?:\s*\d{1,2}(?:\s*phút)?)?)'?"
    r"(?:\s*(?:am|pm|sa|ch))?(?:\s*\(?(?:gmt|utc)\s*\+?\d{1,2}\)?)?"
)
_DATE = (
    r"(?:(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<day_in_words>\d{1,2})\s+tháng\s+(?P<month_in_words>\d{1,2})\s*(?:,|năm)\s*(?P<year_in_words>\d{4}))"
)
_LABEL = (
    r"(?:(?:ngày|thời\s+gian|giờ|tin)\s+)?(?:đăng|cập\s+nhật|xuất\s+bản|đưa|tạo|phát\s+hành|viết)"
    r"(?:\s+(?:tin|bài|lúc|ngày|lần\s+cuối|vào))*|thời\s+gian|hôm\s+nay(?:\s+là)?|lúc|vào"
)
_STAMP = re.compile(
    rf"{_GAP}(?:(?:{_LABEL})\b{_GAP})?(?:{_WEEKDAY}\b{_GAP})?(?:(?:lúc\s+)?{_TIME}\b{_GAP})?"
    rf"(?:{_WEEKDAY}\b{_GAP})?(?:ngày\s+)?{_DATE}(?:{_GAP}(?:lúc\s+)?{_TIME})?{_GAP}"
)
_CLOCK = re.compile(rf"{_GAP}{_TIME}{_GAP}|{_GAP}{_WEEKDAY}{_GAP}")
_MAYBE = re.compile(r"[/.-]\s?\d{4}|\d{4}-\d|tháng\s")
_PUT_UP = re.compile(r"(?:(?:ngày|thời\s+gian|giờ|tin)\s+)?(?:đăng|cập\s+nhật|xuất\s+bản|đưa|phát\s+hành)\b")
_PLACED = re.compile(
    rf"[^\W\d_][^\d,;:|\n]{{1,40}},\s*ngày\s*(?:{_DATE}|[\d.…\s]{{0,9}}tháng\s*[\d.…\s]{{0,6}}năm\s*\d{{4}})\s*"
)
_LEAD = re.compile(
    rf"(?:\(?[^\W\d_][^\d,;:|()\n]{{1,30}}\)?\s*[,–—-]\s*)(?:ngày\s+)?{_DATE}\s*(?:\([^)\n]{{1,20}}\)\s*)?(?=[–—-]\s)"
)


def may_hold_day(words: str) -> bool:
    """Tell at little cost whether folded words may hold a day with its year, or one left open."""
    return _MAYBE.search(words) is not None


def is_stamp(words: str) -> bool:
    """Tell whether folded words are a day, with or without its hour, weekday and label, and nothing else."""
    return _STAMP.fullmatch(words) is not None


def is_labelled(words: str) -> bool:
    """Tell whether folded words say that a page was put up or changed then: `ngày đăng`, `cập nhật`."""
    return _PUT_UP.match(words) is not None


def is_clock(words: str) -> bool:
    """Tell whether folded words are an hour or a weekday alone, as stands beside a day."""
    return _CLOCK.fullmatch(words) is not None


def is_placed(words: str) -> bool:
    """Tell whether folded words are an official dateline: a place, then the day, perhaps left open."""
    return _PLACED.fullmatch(words) is not None


def lead_end(words: str) -> int:
    """Return where the dateline at the start of a lead ends, 0 when there is none.

    Folded words: `lai châu, ngày 12/7/2023 - ban ...`; the result is a position in them.
    """
    found = _LEAD.match(words)
    return found.end() if found else 0


def day_of(words: str) -> str:
    """Return the first whole day in folded words as an ISO date; empty when there is none."""
    for found in re.finditer(_DATE, words):
        part = found.groupdict()
        if part["iso"]:
            numbers = part["iso"].split("-")
        else:
            numbers = [part[name] or part[f"{name}_in_words"] for name in ("year", "month", "day")]
        try:
            return datetime.date(*map(int, numbers)).isoformat()
        except ValueError:
            continue
    return ""
