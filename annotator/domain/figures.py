"""Figures: what a number in a report says, as exact decimals and closed vocabularies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

QUALIFIERS = ("about", "nearly", "over", "under", "up_to", "at_least")
DIRECTIONS = ("up", "down")
BASES = ("plan", "budget", "same_period", "previous", "total", "national")
STATUSES = ("actual", "estimate", "target", "forecast")

VOCABULARIES: Mapping[str, tuple[str, ...]] = {
    "qualifier": QUALIFIERS,
    "direction": DIRECTIONS,
    "basis": BASES,
    "status": STATUSES,
}
NUMBERS = ("value", "value_max", "total")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as read: `value`, `value_max` (ranges) and `total` (ratios) are exact, the rest as written.

    `unit` is canonical for physical units and money, the noun as written for counts. `ambiguous` says that
    the digits allow a second reading (`2.350` as thousands or as a decimal).
    """

    value: Decimal
    unit: str
    value_max: Decimal | None = None
    total: Decimal | None = None
    per: str = ""
    qualifier: str = ""
    direction: str = ""
    basis: str = ""
    status: str = ""
    ambiguous: bool = False

    def attributes(self) -> dict[str, str]:
        """Return the span attributes of the guideline, empty ones left out."""
        given = {
            "value": plain(self.value),
            "value_max": "" if self.value_max is None else plain(self.value_max),
            "total": "" if self.total is None else plain(self.total),
            "unit": self.unit,
            "per": self.per,
            "qualifier": self.qualifier,
            "direction": self.direction,
            "basis": self.basis,
            "status": self.status,
            "ambiguous": "yes" if self.ambiguous else "",
        }
        return {name: text for name, text in given.items() if text}


def plain(number: Decimal) -> str:
    """Write a decimal without exponent, plus sign or trailing zeros: `2236000000000`, `6.43`, `0`."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def parse_plain(text: str) -> Decimal:
    """Read a plain decimal string; raise ValueError for anything `plain` could not have written."""
    if not _PLAIN.fullmatch(text):
        raise ValueError(f"not a plain decimal: {text!r}")
    return Decimal(text)


_PLAIN = re.compile(r"(?!-0\Z)-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
