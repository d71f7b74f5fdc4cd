"""The grammar of dates as one pattern over folded text, put together from small parts."""

from __future__ import annotations

import re
from typing import Final

# In the parts, `_` stands for one to three blanks (NBSP too) and `~` for a dash with or without blanks.
_BLANKS: Final = r"(?:[^\S\n\t]{1,3})"
_DASH: Final = r"(?:[^\S\n\t]{0,2}[-–—][^\S\n\t]{0,2})"
_NEAR: Final = r"[^\S\n\t]{0,2}"

_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH: Final = r"(?:0?[1-9]|1[0-2])"
_YEAR: Final = r"(?:1[89]\d\d|20\d\d)"
_OF_YEAR: Final = rf"(?:[/.-]{_YEAR}|,?_năm_{_YEAR})"
_YEARS: Final = rf"{_YEAR}(?:~(?:{_YEAR}|\d\d(?!\d)))?"
_TERM: Final = rf"{_YEAR}(?:(?:~|/|_đến_(?:năm_)?)(?:{_YEAR}|\d\d(?!\d)))?"
_PART: Final = r"(?:rạng_sáng|sáng_sớm|chiều_tối|sáng|trưa|chiều|tối|đêm)"
_MINUTES: Final = rf"(?:{_NEAR}[0-5]?\d(?:{_NEAR}(?:phút|p\b|'))?)?"
_CLOCK: Final = rf"(?:(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|{_NEAR}(?:giờ|h){_MINUTES}))"
_FULL_DAY: Final = rf"{_DAY}[^\S\n\t]?[/.-][^\S\n\t]?{_MONTH}[^\S\n\t]?[/.-][^\S\n\t]?{_YEAR}"
_SHORT_DAY: Final = rf"{_DAY}/{_MONTH}"
_LONG_DAY: Final = rf"{_DAY}_tháng_{_MONTH}(?:_năm_{_YEAR}|[/-]{_YEAR})?"
_ANY_DAY: Final = rf"(?:{_FULL_DAY}|{_LONG_DAY}|{_SHORT_DAY}|{_DAY}[-.]{_MONTH})"
_HEADED_DAY: Final = (
    rf"(?:ngày|mùng|mồng|hôm)_(?:mùng_|mồng_)?"
    rf"(?:{_DAY}~(?:{_FULL_DAY}|{_SHORT_DAY})|{_ANY_DAY}|{_DAY}(?!\d|[.,]\d))"
)
_COUNT: Final = r"(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:_một)?)"
_PARTS_OF_TERM: Final = r"(?:nhiệm_k[ỳì]|giai_đoạn|thời_k[ỳì]|năm_học|niên_vụ|niên_khóa|niên_độ)"
_CROP: Final = r"(?:lúa|sản_xuất|cà_phê|mía|ngô|rau|tôm|muối)"
_SEASON: Final = (
    r"(?:đông(?:[_–-]{1,3}xuân)?|xuân(?:[_–-]{1,3}hè)?|hè(?:[_–-]{1,3}thu)?|thu(?:[_–-]{1,3}đông)?"
    r"|mùa|chiêm(?:[_–-]{1,3}xuân)?|ba|khô|mưa|lũ|chính|đông_sớm)"
).replace("[_–-]{1,3}", r"(?:_|~)")

RULES: Final[tuple[tuple[str, float, str], ...]] = (
    ("pair", 0.9, rf"{_FULL_DAY}[-–]{_FULL_DAY}"),
    ("moment", 0.97, rf"{_CLOCK}(?:_{_PART})?,?(?:_|~)(?:{_HEADED_DAY}|{_FULL_DAY}|{_SHORT_DAY})"),
    ("stamp", 0.97, rf"{_FULL_DAY},?(?:_|~){_CLOCK}"),
    ("part", 0.97, rf"{_PART}_(?:{_HEADED_DAY}|{_ANY_DAY})"),
    ("day", 0.96, rf"{_HEADED_DAY}(?:_năm_{_YEAR})?"),
    ("full", 0.95, rf"{_FULL_DAY}|{_LONG_DAY}"),
    ("term", 0.97, rf"{_PARTS_OF_TERM}_(?:từ_)?(?:năm_)?{_TERM}"),
    ("season", 0.95, rf"(?:vụ|mùa)_(?:{_CROP}_)?{_SEASON}(?:,?_năm|,)?_{_TERM}"),
    (
        "months",
        0.95,
        rf"{_COUNT}_(?:tháng|quý|tuần|ngày)(?:(?:_(?:đầu|cuối|giữa))?_(?:của_)?(?:năm|tháng|quý|nhiệm_kỳ)"
        rf"(?:_(?:{_TERM}|{_MONTH}(?:[/-]{_YEAR}|_năm_{_YEAR})?|[ivx]+(?:/{_YEAR}|_năm_{_YEAR})?))?|/{_YEAR})",
    ),
    (
        "half",
        0.95,
        rf"nửa_(?:đầu|cuối)_(?:của_)?(?:năm_{_YEAR}|tháng_{_MONTH}{_OF_YEAR}?|nhiệm_kỳ_{_TERM})",
    ),
    ("quarter", 0.96, rf"quý_(?:iv|i{{1,3}}|[1-4])(?!\w)(?:{_OF_YEAR}|_{_YEAR})?"),
    ("month", 0.95, rf"tháng_{_MONTH}(?!\d)(?:{_OF_YEAR}|_{_YEAR}|~{_MONTH}{_OF_YEAR}?)?"),
    ("years", 0.93, rf"\d{{1,2}}_năm,?_{_YEAR}~{_YEAR}"),
    ("year", 0.96, rf"năm_{_YEARS}"),
    ("century", 0.6, r"thế_kỷ_(?:[xvi]+|\d\d)(?!\w)"),
    (
        "length",
        0.85,
        r"\d{1,3}(?:(?:~|_đến_)\d{1,3})?_(?:năm|tháng|tuần|ngày(?:_đêm)?|giờ(?:_\d{1,2}_phút)?|phút)",
    ),
    ("span", 0.85, rf"{_YEAR}~{_YEAR}"),
    ("monthyear", 0.9, rf"{_MONTH}/{_YEAR}"),
    ("shortrange", 0.85, rf"{_DAY}~{_SHORT_DAY}"),
    ("short", 0.85, _SHORT_DAY),
    ("clock", 0.6, _CLOCK),
    ("bare", 0.7, _YEAR),
)
"""Name, score and pattern of each rule; at one place the first that matches is read."""

SCORES: Final = {name: score for name, score, _ in RULES}
DATE: Final = re.compile(
    (
        r"(?<![\w/.,-])(?:"
        + "|".join(f"(?P<{name}>{part})" for name, _, part in RULES)
        + r")(?![\w/]|[.,]\d|-\d)"
    )
    .replace("_", _BLANKS)
    .replace("~", _DASH)
)
