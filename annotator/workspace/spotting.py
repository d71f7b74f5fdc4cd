"""Spotting: numbers and names of a report that no span covers, which a rule may have passed over."""

from __future__ import annotations

import re
from functools import cache

from annotator.domain.reports import Report, inside
from annotator.domain.views import View

Range = tuple[int, int]

_REACH = 4000
"""Code points looked through at a time."""
_NUMBER = (
    r"\d+(?:[.,]\d+)*(?:\s?[-–/]\s?\d+(?:[.,]\d+)*)?"
    r"(?:[^\S\n]?%|[^\S\n]?(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn|trăm)\b)*"
    r"(?:[^\S\n]?(?:đồng|USD|VND|ha|km2|km|m2|m3|tấn|tạ|kg|MW|kWh|kW)(?:/[^\W\d_]+)*\b|[^\S\n](?=[^\W\d_])[^\W\d_]+)?"
)
_CAPITAL = r"[^\W\d_a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ][^\W\d_]*"
_NAME = rf"{_CAPITAL}(?:[^\S\n]{_CAPITAL})*"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:(?P<number>{_NUMBER})|(?P<name>{_NAME}))(?![^\W_])")


def next_left_out(report: Report, view: View, position: int) -> Range | None:
    """Return the first number or name that begins behind a position and that no span touches.

    Half-open code points. A rejected span counts as none; a single capital word that begins a sentence is no
    name; page furniture is passed over.
    """
    for found in _pattern().finditer(report.text, position):
        start, end = found.span()
        if start > position and _is_left_out(report, view, start, end) and _is_telling(report.text, found):
            return start, end
    return None


def previous_left_out(report: Report, view: View, position: int) -> Range | None:
    """Return the last number or name that ends ahead of a position and that no span touches."""
    last = position
    while last > 0:
        first = max(0, report.text.rfind("\n", 0, max(0, last - _REACH)) + 1)
        first = 0 if first >= last else first
        kept = None
        for found in _pattern().finditer(report.text, first, last):
            if _is_left_out(report, view, *found.span()) and _is_telling(report.text, found):
                kept = found.span()
        if kept is not None:
            return kept
        last = first
    return None


def _is_telling(text: str, found: re.Match[str]) -> bool:
    if found.lastgroup == "number" or " " in found.group():
        return True
    before = text[: found.start()].rstrip(" \xa0\t\"“'(-–+•*")[-1:]
    return before not in {"", "\n", ".", ":", ";", "!", "?", "…", "|"}


def _is_left_out(report: Report, view: View, start: int, end: int) -> bool:
    if inside(report.chrome, start, end):
        return False
    line = report.text.rfind("\n", 0, start) + 1
    seen = (span for span in view.between(line, end) if span.is_standing or span.is_undecided)
    return not any(span.start < end and start < span.end for span in seen)
