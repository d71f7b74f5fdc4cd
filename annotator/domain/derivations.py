"""Derivations: what follows from a level and a share or a change of it, in exact decimals; never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal

from annotator.domain.doubts import is_level
from annotator.domain.figures import parse_plain, plain

BASES = ("plan", "budget", "same_period", "previous", "total")
"""What a share or a change is against, where that can be told from it and the level."""

_LEAST_DIGITS = 3
_POINTS = "điểm"
_EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as far as derivations need it: `written` is its text, `during` the ids of its dates."""

    id: str
    label: str
    start: int
    written: str
    attributes: Mapping[str, str]
    during: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Derived:
    """A number that follows: of what (`basis`), from which level and which share or change.

    `by` names how: `share` (level : share), `change` (level : changed share), `difference` (level less or
    plus the change). `is_exact` is false where `value` was rounded.
    """

    basis: str
    value: Decimal
    unit: str
    by: str
    level: Stated
    source: Stated
    is_exact: bool


def derived(figures: list[Stated]) -> list[Derived]:
    """Return what follows from the figures of one indicator, in the order of what it follows from."""
    ordered = sorted(figures, key=lambda figure: figure.start)
    levels = [figure for figure in ordered if _is_usable(figure) and is_level(figure.attributes)]
    found = []
    for source in ordered:
        if _is_usable(source) and source.attributes.get("basis") in BASES:
            level = _level_for(source, levels)
            made = None if level is None else _derive(level, source)
            found += [made] if made is not None else []
    return found


def _is_usable(figure: Stated) -> bool:
    given = figure.attributes
    try:
        value = parse_plain(given.get("value", ""))
    except ValueError:
        return False
    return value != 0 and not any(given.get(name) for name in ("value_max", "total", "ambiguous"))


def _level_for(source: Stated, levels: list[Stated]) -> Stated | None:
    """Return the level a share belongs to: the last one before it that fits, else the first one after."""
    fitting = [level for level in levels if level.id != source.id and _fit(level, source)]
    before = [level for level in fitting if level.start < source.start]
    return before[-1] if before else next(iter(fitting), None)


def _fit(level: Stated, source: Stated) -> bool:
    """Tell whether a share speaks of a level: of one period, both planned or both reached."""
    if level.during and source.during and not level.during & source.during:
        return False
    planned = [figure.attributes.get("status") in {"target", "forecast"} for figure in (level, source)]
    if planned[0] != planned[1]:
        return False
    if _is_points(source) or source.attributes.get("unit") != "%":
        return _alike(level, source) and bool(source.attributes.get("direction"))
    return level.label != "PERCENT"


def _alike(level: Stated, source: Stated) -> bool:
    return all(level.attributes.get(n, "") == source.attributes.get(n, "") for n in ("unit", "per"))


def _is_points(figure: Stated) -> bool:
    return figure.label == "PERCENT" and _POINTS in figure.written.lower()


def _derive(level: Stated, source: Stated) -> Derived | None:
    whole, part = (parse_plain(figure.attributes["value"]) for figure in (level, source))
    direction, basis = source.attributes.get("direction", ""), source.attributes["basis"]
    change = abs(part) if direction == "up" else -abs(part)
    if source.attributes.get("unit") != "%" or _is_points(source):
        return Derived(basis, whole - change, _unit(level), "difference", level, source, True)
    if direction and basis == "total":
        return None
    divisor = 100 + change if direction else part
    if divisor <= 0:
        return None
    exact = _EXACT.divide(whole * 100, divisor)
    value = _rounded(exact, level, min(_digits(whole), _written_digits(divisor)) + 1)
    is_exact = value * divisor == whole * 100
    return Derived(basis, value, _unit(level), "change" if direction else "share", level, source, is_exact)


def _rounded(value: Decimal, level: Stated, digits: int) -> Decimal:
    """Round to one digit more than the less exact number had; things that are counted stay whole."""
    rounded = Context(prec=digits, rounding=ROUND_HALF_EVEN).plus(value)
    counted = parse_plain(level.attributes["value"])
    if level.label == "COUNT" and counted == counted.to_integral_value():
        rounded = rounded.to_integral_value(ROUND_HALF_EVEN)
    return Decimal(plain(rounded))


def _unit(level: Stated) -> str:
    unit, per = level.attributes.get("unit", ""), level.attributes.get("per", "")
    return f"{unit}/{per}" if per else unit


def _digits(number: Decimal) -> int:
    """Return how many digits a level tells; zeros at its end may stand for what was rounded away."""
    return max(_LEAST_DIGITS, len(plain(number).replace(".", "").lstrip("-0").rstrip("0")))


def _written_digits(number: Decimal) -> int:
    return len(plain(number).replace(".", "").lstrip("-0"))
