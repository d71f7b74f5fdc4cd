"""Numbers: plain decimals written as Vietnamese readers write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from annotator.domain.figures import parse_plain, plain
from annotator.ui.translating import QT_TRANSLATE_NOOP

_ONE = re.compile(r"(?<![\d.,])1 (candidate|report|span|figure|dispute)s\b")
_SCALES = (
    (Decimal(10**9), QT_TRANSLATE_NOOP("Numbers", "%1 billion")),
    (Decimal(10**6), QT_TRANSLATE_NOOP("Numbers", "%1 million")),
)


def one_as_one(said: str) -> str:
    """Write what is counted without its plural where there is one of it: `1 report`, in English alone."""
    return _ONE.sub(r"1 \1", said)


def grouped(value: str) -> str:
    """Write a plain decimal as Vietnamese readers do: `2.350.000` and `75,7`; other text as it is."""
    try:
        number = parse_plain(value)
    except ValueError:
        return value
    locale = QLocale(QLocale.Language.Vietnamese)
    whole, _, part = f"{number:f}".partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    groups = locale.groupSeparator().join(_threes(digits))
    return f"{sign}{groups}" + (f"{locale.decimalPoint()}{part}" if part else "")


def amount(value: Decimal, unit: str) -> str:
    """Write an amount with its unit, money in the words a report has it in: `2.727 billion VND`, `66,2 %`."""
    said = grouped(plain(value))
    if unit.startswith("VND"):
        for scale, words in _SCALES:
            if abs(value) >= scale:
                said = QCoreApplication.translate("Numbers", words).replace(
                    "%1", grouped(plain(value / scale))
                )
                break
    return f"{said} {unit}".strip()


def reading_line(given: Mapping[str, str]) -> str:
    """Write a figure's value as a reader does: `6 – 7`, `18 / 24`, with unit and per; empty without one."""
    if "value" not in given:
        return ""
    number = grouped(given["value"])
    if "value_max" in given:
        number += f" – {grouped(given['value_max'])}"
    if "total" in given:
        number += f" / {grouped(given['total'])}"
    unit, per = given.get("unit", ""), given.get("per", "")
    return " ".join(part for part in (number, f"{unit}/{per}" if per else unit) if part)


def _threes(digits: str) -> list[str]:
    first = len(digits) % 3
    return [
        part for part in (digits[:first], *(digits[i : i + 3] for i in range(first, len(digits), 3))) if part
    ]
