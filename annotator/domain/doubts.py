"""Doubts: values that cannot be, or hardly can, told by general rules from what a figure says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from annotator.domain.figures import parse_plain

PEOPLE = frozenset({"người", "hộ", "lao động", "học sinh", "đảng viên", "dân", "khẩu", "nhân khẩu", "em"})
"""Counted nouns that come in whole things, and of which the country has no more than its people."""

LEAST_MONEY = Decimal(10_000)
"""Dong under which an amount that is not a price per something has lost its scale word."""

_MOST_DONG, _MOST_OTHER_MONEY = Decimal(10) ** 17, Decimal(10) ** 13
_MOST_PEOPLE = Decimal(120_000_000)
_AREA_OF_THE_COUNTRY = {"ha": Decimal(33_200_000), "km2": Decimal(332_000)}
_MOST_PERCENT = {"": Decimal(200), "plan": Decimal(500), "budget": Decimal(500)}
_MOST_CHANGE = Decimal(1000)
_FAR = Decimal(1000)
"""How many times another level of the same indicator a level may be: a mark misread is a thousand."""

_SHARES = re.compile(r"\s*(tỷ|tỉ) (lệ|trọng|suất)\b|\s*cơ cấu\b", re.IGNORECASE)
"""How the name of a part of a whole begins."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that makes a figure doubtful: a stable code, and the number it is about as plain decimal."""

    code: str
    number: str = ""


CODES = (
    "two-readings", "money-small", "money-large", "share-over-whole", "fall-over-all", "percent-large",
    "negative", "sign-against-direction", "part-of-person", "part-over-whole", "whole-zero", "range-order",
    "more-than-the-country", "far-from-others",
)  # fmt: skip
"""Every code a doubt can have, so that each has its words."""


def doubts_of(
    label: str,
    attributes: Mapping[str, str],
    *,
    indicators: Iterable[str] = (),
    others: Iterable[Mapping[str, str]] = (),
) -> tuple[Doubt, ...]:
    """Return what is doubtful about a figure, nothing for what has no readable value.

    `indicators` are the names it measures, as written; `others` the attributes of the other figures of them.
    """
    try:
        numbers = {name: parse_plain(attributes[name]) for name in _NUMBERS if attributes.get(name)}
    except ValueError:
        return ()
    if "value" not in numbers:
        return ()
    found = [*_reading(attributes), *_order(numbers), *_signs(label, attributes, numbers["value"])]
    largest = max(numbers["value"], numbers.get("value_max", numbers["value"]))
    if label == "MONEY":
        found += _money(attributes, largest)
    elif label == "PERCENT":
        found += _percent(attributes, largest, indicators)
    elif label in {"COUNT", "MEASURE"}:
        found += _sizes(label, attributes, largest)
    return (*found, *_far(attributes, numbers["value"], others))


def is_level(attributes: Mapping[str, str]) -> bool:
    """Tell whether a figure states how much there is: neither a change nor a share of something."""
    return not any(attributes.get(name) for name in ("direction", "basis", "value_max"))


_NUMBERS = ("value", "value_max", "total")


def _reading(attributes: Mapping[str, str]) -> Iterator[Doubt]:
    if attributes.get("ambiguous"):
        yield Doubt("two-readings")


def _order(numbers: Mapping[str, Decimal]) -> Iterator[Doubt]:
    value, most, total = numbers["value"], numbers.get("value_max"), numbers.get("total")
    if most is not None and most <= value:
        yield Doubt("range-order")
    if total is not None and total == 0:
        yield Doubt("whole-zero")
    elif total is not None and value > total:
        yield Doubt("part-over-whole")


def _signs(label: str, attributes: Mapping[str, str], value: Decimal) -> Iterator[Doubt]:
    direction = attributes.get("direction", "")
    if value >= 0:
        return
    if direction == "up":
        yield Doubt("sign-against-direction")
    elif not direction and label != "MONEY":
        # A loss is money below zero; nothing else a report counts or measures is.
        yield Doubt("negative")


def _money(attributes: Mapping[str, str], value: Decimal) -> Iterator[Doubt]:
    is_dong = attributes.get("unit") == "VND"
    most = _MOST_DONG if is_dong else _MOST_OTHER_MONEY
    if is_dong and not attributes.get("per") and 0 < value < LEAST_MONEY:
        yield Doubt("money-small", str(LEAST_MONEY))
    elif value > most:
        yield Doubt("money-large")


def _percent(attributes: Mapping[str, str], value: Decimal, indicators: Iterable[str]) -> Iterator[Doubt]:
    direction, basis = attributes.get("direction", ""), attributes.get("basis", "")
    is_part = basis == "total" or (not basis and any(map(_SHARES.match, indicators)))
    if direction == "down" and value > 100:
        yield Doubt("fall-over-all")
    elif not direction and is_part and value > 100:
        yield Doubt("share-over-whole")
    else:
        most = _MOST_CHANGE if direction else _MOST_PERCENT.get(basis, _MOST_CHANGE)
        if value > most:
            yield Doubt("percent-large", str(most))


def _sizes(label: str, attributes: Mapping[str, str], value: Decimal) -> Iterator[Doubt]:
    unit = attributes.get("unit", "").lower()
    is_of_people = label == "COUNT" and unit in PEOPLE
    if is_of_people and value != value.to_integral_value():
        yield Doubt("part-of-person")
    most = _MOST_PEOPLE if is_of_people else _AREA_OF_THE_COUNTRY.get(unit)
    if most is not None and value > most and not attributes.get("per"):
        yield Doubt("more-than-the-country")


def _far(
    attributes: Mapping[str, str], value: Decimal, others: Iterable[Mapping[str, str]]
) -> Iterator[Doubt]:
    """Yield a doubt where a level is far from every other level of its indicator in the same unit."""
    if value == 0 or not is_level(attributes):
        return
    levels = [
        abs(parse_plain(other["value"]))
        for other in others
        if is_level(other) and _alike(attributes, other) and _is_number(other.get("value", ""))
    ]
    sizes = sorted(size for size in levels if size)
    size = abs(value)
    if sizes and all(max(size, each) / min(size, each) >= _FAR for each in sizes):
        nearest = min(sizes, key=lambda each: max(size, each) / min(size, each))
        yield Doubt("far-from-others", f"{nearest:f}")


def _alike(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return all(one.get(name, "") == other.get(name, "") for name in ("unit", "per"))


def _is_number(text: str) -> bool:
    try:
        parse_plain(text)
    except ValueError:
        return False
    return True
