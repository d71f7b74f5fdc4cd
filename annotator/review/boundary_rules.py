"""Boundary rules: what the guideline says of the ends of a span, as functions that put them right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from annotator.resources import read_text
from annotator.text.words import fold

Borders = tuple[int, int]
"""A half-open range of code points."""
Fit = Callable[[str, int, int, str], Borders]
"""Puts the borders of a span right: of a text, a start, an end and a label."""

_FIGURES = frozenset({"MONEY", "PERCENT", "COUNT", "MEASURE", "RATIO", "RATE"})


@dataclass(frozen=True, slots=True)
class BoundaryRule:
    """One rule of the guideline: its name, what it says, the labels it is for (none: all), and how it fits.

    `attributes` are those that may differ because of nothing but the borders.
    """

    name: str
    says: str
    fit: Fit
    labels: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()

    def fitted(self, text: str, start: int, end: int, label: str) -> Borders:
        """Return the borders (code points) as the rule has them; as they are for a label it is not for."""
        if self.labels and label not in self.labels:
            return start, end
        return self.fit(text, start, end, label)


def explaining(text: str, places: Iterable[Borders], label: str) -> tuple[BoundaryRule, Borders] | None:
    """Return the rule that different borders of one span come down to, and those it wants; None for none."""
    held = set(places)
    for rule in RULES:
        fitted = {rule.fitted(text, start, end, label) for start, end in held}
        if len(fitted) == 1 and len(held) > 1:
            return rule, fitted.pop()
    return None


def broken(text: str, start: int, end: int, label: str) -> list[tuple[BoundaryRule, Borders]]:
    """Return the rules that a span breaks and the borders each wants; those that want the same count once."""
    found: list[tuple[BoundaryRule, Borders]] = []
    for rule in RULES:
        wanted = rule.fitted(text, start, end, label)
        if wanted != (start, end) and all(wanted != before for _, before in found):
            found.append((rule, wanted))
    return found


def rule_named(name: str) -> BoundaryRule | None:
    """Return a rule by its name, None where there is none."""
    return next((rule for rule in RULES if rule.name == name), None)


def _without_white_space(text: str, start: int, end: int, _label: str = "") -> Borders:
    surface = text[start:end]
    left = len(surface) - len(surface.lstrip())
    right = len(surface.rstrip())
    return (start + left, start + right) if left < right else (start, end)


_MARKS = ".,;:!?…"
_PARTNERS = {")": "(", "]": "[", "”": "“", "’": "‘", "»": "«"}
_OPENING = {opening: closing for closing, opening in _PARTNERS.items()}


def _without_punctuation(text: str, start: int, end: int, _label: str) -> Borders:
    """Leave out marks at the ends, and brackets and quotes whose partner is not in the span."""
    begin, stop = start, end
    while True:
        begin, stop = _without_white_space(text, begin, stop)
        surface = text[begin:stop]
        if len(surface) < 2:
            return begin, stop
        # A dash before a digit is its sign.
        is_dash = surface[0] in "-–" and not surface[1].isdigit()
        if surface[-1] in f"{_MARKS}-–" or _is_alone(surface, -1):
            stop -= 1
        elif is_dash or surface[0] in _MARKS or _is_alone(surface, 0):
            begin += 1
        else:
            return begin, stop


def _is_alone(surface: str, at: int) -> bool:
    mark = surface[at]
    if mark == '"':
        return surface.count('"') % 2 == 1
    partner = _OPENING.get(mark) if at == 0 else _PARTNERS.get(mark)
    return partner is not None and partner not in surface


def _table(name: str) -> list[list[str]]:
    lines = (line for line in read_text("lexicons", name).splitlines() if line and not line.startswith("#"))
    return [line.split("\t") for line in lines][1:]


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


@cache
def _lead(kind: str) -> re.Pattern[str]:
    """Return what may open a span of some kind and has to stay outside it, in folded text."""
    words: Sequence[str]
    if kind == "qualifier":
        roles = {"qualifier", "direction", "status"}
        words = [row[1] for row in _table("figure_words.tsv") if row[0] in roles]
    elif kind == "honorific":
        words = [row[0] for row in _table("honorifics.tsv")]
    else:
        words = ("đến", "từ", "trong", "sau", "trước", "vào", "tới", "đến hết", "kể từ", "tính đến")
    return re.compile(rf"(?:(?:{_any_of(words)})\s+)+")


def _without_lead(kind: str) -> Fit:
    def fit(text: str, start: int, end: int, _label: str) -> Borders:
        begin, stop = _without_white_space(text, start, end)
        found = _lead(kind).match(fold(text[begin:stop]))
        return (begin + found.end(), stop) if found and found.end() < stop - begin else (begin, stop)

    return fit


@cache
def _type_word() -> re.Pattern[str]:
    words = _any_of(row[0] for row in _table("levels.tsv"))
    return re.compile(rf"(?<![^\W_])(?:{words})[^\S\n]+\Z")


def _with_type_word(text: str, start: int, end: int, _label: str) -> Borders:
    begin, stop = _without_white_space(text, start, end)
    first = max(0, begin - 24)
    found = _type_word().search(fold(text[first:begin]))
    return (first + found.start(), stop) if found and text[begin].isupper() else (begin, stop)


_SCALES = "nghìn|ngàn|triệu|tỷ|tỉ|trăm|chục|vạn"
_ENDS_OPEN = re.compile(rf"(?:\d|(?<![^\W\d_])(?:{_SCALES}))\Z")


@cache
def _unit() -> re.Pattern[str]:
    units = _any_of(row[0] for row in _table("units.tsv"))
    scales = rf"(?:[^\S\n]*(?:{_SCALES})(?![^\W_]))*"
    return re.compile(rf"{scales}[^\S\n]*(?:{units})(?![^\W_])(?![^\S\n](?:chí|bào|hồ|ruộng)(?![^\W_]))")


def _with_unit(text: str, start: int, end: int, _label: str) -> Borders:
    begin, stop = _without_white_space(text, start, end)
    if not _ENDS_OPEN.search(fold(text[begin:stop])):
        return begin, stop
    found = _unit().match(fold(text[stop : stop + 40]))
    return (begin, stop + found.end()) if found else (begin, stop)


_TERM = re.compile(r"[\s,(]+(?:nhiệm kỳ|nhiệm kì)(?![^\W_]).*\Z")
_TERM_OF_BODY = re.compile(r"[\s,(]+(?:nhiệm kỳ|nhiệm kì|khóa|khoá)(?![^\W_]).*\Z")


def _without_term(text: str, start: int, end: int, label: str) -> Borders:
    begin, stop = _without_white_space(text, start, end)
    # A term by number belongs to the name of a meeting, but not to that of a body.
    pattern = _TERM if label == "EVENT" else _TERM_OF_BODY
    found = pattern.search(fold(text[begin:stop]))
    return (begin, begin + found.start()) if found else (begin, stop)


RULES = (
    BoundaryRule("whitespace", "white space stays outside", _without_white_space),
    BoundaryRule("punctuation", "punctuation stays outside", _without_punctuation),
    BoundaryRule(
        "qualifier",
        "qualifiers, direction verbs and status words stay outside a figure",
        _without_lead("qualifier"),
        _FIGURES,
        frozenset({"qualifier", "direction", "status"}),
    ),
    BoundaryRule(
        "unit",
        "the scale word and the unit belong to the figure",
        _with_unit,
        _FIGURES,
        frozenset({"unit"}),
    ),
    BoundaryRule(
        "honorific",
        "forms of address and honours stay outside a person's name",
        _without_lead("honorific"),
        frozenset({"PERSON"}),
    ),
    BoundaryRule(
        "preposition",
        "prepositions stay outside a date",
        _without_lead("preposition"),
        frozenset({"DATE"}),
    ),
    BoundaryRule(
        "type_word",
        "the level word belongs to the place when it is there",
        _with_type_word,
        frozenset({"LOC"}),
    ),
    BoundaryRule(
        "term",
        "the term stays outside the name",
        _without_term,
        frozenset({"ORG", "POSITION", "EVENT"}),
    ),
)
"""The rules in the order they are tried: what explains less comes first."""
