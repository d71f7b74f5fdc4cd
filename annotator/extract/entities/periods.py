"""Periods: what a DATE stands for as ISO 8601 days, read from its words and the report's own date."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Final

from annotator.text.words import fold

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COUNTED: Final = {
    word: number
    for number, word in enumerate(
        ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"],
        start=1,
    )
}
_UNITS: Final = {"năm": "Y", "tháng": "M", "tuần": "W", "ngày": "D", "giờ": "H", "phút": "M"}
_RESULTS: Final = re.compile(
    r"(?:ước|tính chung|lũy kế|thực hiện|kết quả|tình hình|nhiệm vụ|trong|sản xuất|xuất khẩu|,|\||\t|^)"
    r"[^\S\n]*$"
)

_RESULTS_AFTER: Final = re.compile(
    r"[^\S\n]*(?:,|ước|đạt|tăng|giảm|và (?:kế hoạch|nhiệm vụ|phương hướng)|\d|\||\t|\n|$)"
)
_SPANS: Final = re.compile(
    r"(?:sau|trước|vòng|hơn|gần|khoảng|hạn|hợp đồng|suốt|kéo dài|chậm|từ|thêm|mỗi|qua|mất|tới|đến|nghỉ|tù|quá"
    r"|dưới|trên|tiếp|còn|được|tuổi|nâng cấp|tạo)[^\S\n]*$"
)

_DAY = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}))?$")
_CLOCK = re.compile(r"\b(\d{1,2})\s*(?::|giờ|h)\s*(\d{1,2})?(?::\d\d)?(?:\s*(?:phút|p\b))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A period as the guideline writes it: first and last day (ISO 8601), their grain, or a duration."""

    date_from: str = ""
    date_to: str = ""
    granularity: str = ""
    duration: str = ""

    def attributes(self) -> dict[str, str]:
        """Return the attributes of a DATE, empty ones left out."""
        given = {
            "date_from": self.date_from,
            "date_to": self.date_to,
            "granularity": self.granularity,
            "duration": self.duration,
        }
        return {name: value for name, value in given.items() if value}


NOTHING = Period()
_YEAR_TOLD_AFTER: Final = re.compile(r"[^\S\n]*và (?:kết quả )?\d\d? tháng(?: đầu)? năm (\d{4})")
"""Titles say the year once: `tháng 8 và 8 tháng năm 2024`."""


def resolved(surface: str, *, report_date: str = "", before: str = "", after: str = "x") -> Period:
    """Resolve a DATE by its words; `report_date` (ISO 8601 or empty) gives the year where none is said.

    `before` and `after` are the text of the line around the DATE: they tell `9 tháng` of a report from a
    length of time.
    Nothing is guessed: without a year and without the report's date there are no days, only the grain.
    """
    text = " ".join(fold(surface).translate(_DASHES).split())
    said = _YEAR_TOLD_AFTER.match(fold(after))
    written = said[1] if said is not None else report_date[:4]
    year = int(written) if written.isdigit() else 0
    for reader in (_years, _counted_months, _quarter, _half, _moment, _month, _year):
        period = reader(text, year)
        if period is not None:
            return period
    return _length(text, year, fold(before), fold(after))


_DASHES: Final = str.maketrans({"–": "-", "—": "-"})


def _months(year: int, first: int, last: int, grain: str) -> Period:
    if not year:
        return Period(granularity=grain)
    return Period(f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(year, last)[1]:02}", grain)


def _whole_years(first: int, last: int, grain: str) -> Period:
    return Period(f"{first}-01-01", f"{last}-12-31", grain)


_YEARS = re.compile(r"\b(\d{4}) ?(?:-|/|đến(?: năm)?) ?(\d{4}|\d\d)\b(?![/.]\d)")
_SEASON = re.compile(r"(?:vụ|mùa)\b")


def _years(text: str, _year: int) -> Period | None:
    found = _YEARS.search(text)
    season = _SEASON.match(text) is not None
    if found is None:
        alone = re.search(r"(\d{4})$", text) if season else None
        return _whole_years(int(alone[1]), int(alone[1]), "season") if alone else None
    first = int(found[1])
    last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
    if last < first or last - first > 60:
        return None
    return _whole_years(first, last, "season" if season else "period")


_HALF_YEAR: Final = 6
_COUNT = re.compile(
    r"(?P<count>\d{1,2}|[a-zà-ỹ]+(?: một)?) (?P<unit>tháng|quý|tuần|ngày)(?: (?P<side>đầu|cuối))?"
    r"(?: (?:của )?(?P<of>năm|tháng|quý|nhiệm kỳ)(?: (?P<what>.+))?|/(?P<year>\d{4}))?$"
)


def _counted_months(text: str, year: int) -> Period | None:
    """Read `9 tháng đầu năm 2023`, `3 tháng cuối năm`, `2 quý đầu năm`, `10 ngày đầu tháng 9`."""
    found = _COUNT.match(text)
    if found is None or not (found["of"] or found["side"] or found["year"]):
        return None
    count = int(found["count"]) if found["count"].isdigit() else _COUNTED.get(found["count"], 0)
    what = found["what"] or ""
    said = re.search(r"\d{4}", what or found["year"] or "")
    year = int(said[0]) if said else year
    if found["unit"] == "ngày" and found["of"] == "tháng":
        return _days_of_month(count, found["side"], what, year)
    months = count * 3 if found["unit"] == "quý" else count
    if found["unit"] not in ("tháng", "quý") or not 0 < months <= 12 or found["of"] not in ("năm", None):
        return NOTHING
    grain = "half" if months == _HALF_YEAR else "period"
    first = 13 - months if found["side"] == "cuối" else 1
    return _months(year, first, first + months - 1, grain)


def _days_of_month(count: int, side: str | None, what: str, year: int) -> Period:
    month = re.match(r"\d{1,2}", what)
    if month is None or not year or not 1 <= int(month[0]) <= 12:
        return NOTHING
    last = monthrange(year, int(month[0]))[1]
    first, end = (last - count + 1, last) if side == "cuối" else (1, count)
    if not 1 <= first <= end <= last:
        return NOTHING
    prefix = f"{year}-{int(month[0]):02}-"
    return Period(f"{prefix}{first:02}", f"{prefix}{end:02}", "period")


_QUARTER = re.compile(r"quý (iv|i{1,3}|[1-4])(?:[/ ,-]+(?:năm )?(\d{4}))?$")


def _quarter(text: str, year: int) -> Period | None:
    found = _QUARTER.search(text)
    if found is None:
        return None
    number = _ROMAN.get(found[1]) or int(found[1])
    return _months(int(found[2] or year), number * 3 - 2, number * 3, "quarter")


_HALF = re.compile(r"nửa (đầu|cuối) (?:của )?(năm|tháng|nhiệm kỳ) ?(.*)$")


def _half(text: str, _year: int) -> Period | None:
    found = _HALF.match(text)
    if found is None:
        return None
    if found[2] != "năm" or not found[3][:4].isdigit():
        return NOTHING
    first = 1 if found[1] == "đầu" else 7
    return _months(int(found[3][:4]), first, first + 5, "half")


_LONG_DAY = re.compile(r"(\d{1,2}) ?tháng (\d{1,2})(?:(?: năm |[/-])(\d{4}))?$")


def _moment(text: str, year: int) -> Period | None:
    """Read a day, with or without a clock time; a day without a month is not guessed."""
    clock = _CLOCK.search(text)
    rest = text
    if clock is not None:
        rest = f"{text[: clock.start()]} {text[clock.end() :]}".strip(" ,-")
    if (several := re.search(r"(\d{1,2}) ?- ?(\d{1,2}/\d{1,2}(?:/\d{4})?)$", rest)) is not None:
        last = _one_day(several[2], year)
        return Period(f"{last[:8]}{int(several[1]):02}", last, "period") if last else NOTHING
    day = _one_day(rest, year)
    if day is None:
        return None if clock is None or not re.fullmatch(r"[\d:h ]+|.*giờ.*phút|.*:.*", text) else NOTHING
    if not day:
        known = _one_day(rest, _LEAP_YEAR)
        return Period(granularity="day" if clock is None else "minute") if known and not year else NOTHING
    if clock is not None:
        moment = f"{day}T{int(clock[1]):02}:{int(clock[2] or 0):02}"
        return Period(moment, moment, "minute")
    return Period(day, day, "day")


_LEAP_YEAR: Final = 2024


def _one_day(text: str, year: int) -> str | None:
    """Return the ISO day at the end of a text; empty when its year is unknown, None when there is none."""
    found = _LONG_DAY.search(text) or _DAY.search(text)
    if found is None:
        return None
    day, month, said = int(found[1]), int(found[2]), int(found[3] or year)
    if not 1 <= month <= 12 or not said or not 1 <= day <= monthrange(said, month)[1]:
        return ""
    return f"{said}-{month:02}-{day:02}"


_MONTH = re.compile(r"(?:tháng )?(\d{1,2})(?:(?:[/.-]|,? năm | )(\d{4}))?$")
_MONTHS = re.compile(r"tháng (\d{1,2}) ?- ?(\d{1,2})(?:(?:[/.-]|,? năm | )(\d{4}))?$")


def _month(text: str, year: int) -> Period | None:
    bare = re.sub(r"^(?:đầu|giữa|cuối) ", "", text)
    if (several := _MONTHS.match(bare)) is not None:
        first, last = int(several[1]), int(several[2])
        return _months(int(several[3] or year), first, last, "period") if first <= last <= 12 else NOTHING
    found = _MONTH.match(bare)
    if found is None or not (bare.startswith("tháng") or found[2]) or not 1 <= int(found[1]) <= 12:
        return None
    return _months(int(found[2] or year), int(found[1]), int(found[1]), "month")


def _year(text: str, _report_year: int) -> Period | None:
    found = re.match(r"(?:(?:đầu|giữa|cuối) )?(?:năm )?(\d{4})$", text)
    return None if found is None else _whole_years(int(found[1]), int(found[1]), "year")


_LENGTH = re.compile(r"(\d{1,3})(?: ?(?:-|đến) ?\d{1,3})? (năm|tháng|tuần|ngày|giờ|phút)")


def _length(text: str, year: int, before: str, after: str) -> Period:
    found = _LENGTH.match(text)
    if found is None:
        return NOTHING
    count, unit = int(found[1]), found[2]
    is_told = _RESULTS.search(before) is not None or _RESULTS_AFTER.match(after) is not None
    if unit == "tháng" and 1 < count < 13 and is_told and _SPANS.search(before) is None:
        return _months(year, 1, count, "half" if count == _HALF_YEAR else "period")
    return Period(duration=f"P{'T' if unit in ('giờ', 'phút') else ''}{count}{_UNITS[unit]}")
