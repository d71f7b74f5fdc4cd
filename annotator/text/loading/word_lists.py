"""Number the paragraphs of a Word file as Word does: its lists are counted, not written out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's elements."""

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is numbered: from which number, in which format, written how."""

    start: int
    format: str
    text: str


class Numbering:
    """Gives each paragraph of a list its number or bullet, in the order the paragraphs are asked for."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._kinds = _abstract(numbering)
        self._lists = _concrete(numbering)
        self._of_style = _by_style(styles)
        self._counts: dict[str, list[int]] = {}

    def mark(self, paragraph: Any) -> str:
        """Return what stands before a paragraph, with a space after it; empty when it is in no list."""
        name, depth = self._place(paragraph)
        kind, overrides = self._lists.get(name, ("", {}))
        levels = self._kinds.get(kind)
        if not levels or depth not in levels:
            return ""
        counts = self._counts.setdefault(kind, [0] * _LEVELS)
        start = overrides.get(depth, levels[depth].start)
        counts[depth] = max(counts[depth] + 1, start) if counts[depth] else start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        return _written(levels, counts, depth)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """Return the list and the level of a paragraph, its own or its style's."""
        properties = paragraph.find(f"{W}pPr")
        own = None if properties is None else properties.find(f"{W}numPr")
        style = None if properties is None else properties.find(f"{W}pStyle")
        inherited = self._of_style.get(style.get(f"{W}val", "") if style is not None else "", ("", 0))
        if own is None:
            return inherited
        name, depth = _value(own, "numId"), _value(own, "ilvl")
        return name or inherited[0], _number(depth, inherited[1])


def _written(levels: dict[int, _Level], counts: list[int], depth: int) -> str:
    level = levels[depth]
    if level.format == "bullet":
        return "- "
    if level.format == "none":
        return ""

    def count(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        shown = levels.get(at, level)
        return _figure(counts[at] or shown.start, shown.format)

    text = _PLACE.sub(count, level.text)
    return f"{text} " if text.strip() else ""


def _figure(number: int, format: str) -> str:
    """Write a number in one of Word's formats; decimal for those that reports do not use."""
    if "Letter" in format and number > 0:
        letter = _LETTERS[(number - 1) % 26] * ((number - 1) // 26 % 20 + 1)
        return letter.upper() if format.startswith("upper") else letter
    if "Roman" in format and 0 < number < 4000:
        digits = ""
        for value, letters in _ROMAN:
            digits += letters * (number // value)
            number %= value
        return digits.upper() if format.startswith("upper") else digits
    return f"{number:02d}" if format == "decimalZero" else str(number)


def _abstract(numbering: Any) -> dict[str, dict[int, _Level]]:
    kinds = {}
    for kind in _children(numbering, "abstractNum"):
        levels = {_number(each.get(f"{W}ilvl"), 0): _level(each) for each in _children(kind, "lvl")}
        kinds[kind.get(f"{W}abstractNumId", "")] = {at: level for at, level in levels.items() if at < _LEVELS}
    return kinds


def _level(element: Any) -> _Level:
    start, written = _number(_value(element, "start"), 1), _value(element, "lvlText")
    return _Level(start, _value(element, "numFmt") or "decimal", written)


def _concrete(numbering: Any) -> dict[str, tuple[str, dict[int, int]]]:
    lists = {}
    for each in _children(numbering, "num"):
        starts = {
            _number(override.get(f"{W}ilvl"), 0): _number(_value(override, "startOverride"), 1)
            for override in _children(each, "lvlOverride")
            if _value(override, "startOverride")
        }
        lists[each.get(f"{W}numId", "")] = (_value(each, "abstractNumId"), starts)
    return lists


def _by_style(styles: Any) -> dict[str, tuple[str, int]]:
    found = {}
    for style in _children(styles, "style"):
        properties = style.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            place = _value(properties, "numId"), _number(_value(properties, "ilvl"), 0)
            found[style.get(f"{W}styleId", "")] = place
    return found


def _children(element: Any, name: str) -> list[Any]:
    return [] if element is None else element.findall(f"{W}{name}")


def _value(element: Any, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val", ""))


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 7 else otherwise
