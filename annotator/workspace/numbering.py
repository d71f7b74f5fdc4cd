"""Numbering: what a number that is typed may mean, and both readings of one a report leaves open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from annotator.domain.figures import NUMBERS, parse_plain, plain
from annotator.text.words import fold

if TYPE_CHECKING:
    from annotator.extract.figures.numerals import Style

_RANGE = re.compile(r"(-?[^-–]+?)\s*(?:-|–|\.\.)\s*(-?[^-–]+)")
_SHARE = re.compile(r"(-?[^/]+?)\s*/\s*(-?[^/]+)")

_DIGITS = re.compile(r"\d[\d.,]*")
_WELL_MARKED = re.compile(r"\d+([.,]\d+)?|\d{1,3}(\.\d{3})+(,\d+)?|\d{1,3}(,\d{3})+(\.\d+)?")

Reading = Mapping[str, str]
"""The numbers of a figure by attribute, as plain decimals."""


def typed(text: str) -> tuple[Reading, ...]:
    """Return what is typed as a value: one reading, or two, thousands first, where a mark leaves it open.

    Vietnamese and plain notation are read, scale words, ranges (`6-7`) and parts of a total (`18/24`) too;
    what is no number comes back as it was typed, for the schema to refuse it.
    """
    written = {"value": text}
    for pattern, name in ((_RANGE, "value_max"), (_SHARE, "total")):
        found = pattern.fullmatch(text)
        if found:
            written = {"value": found[1], name: found[2]}
            break
    ways = [{name: _read(part, way) for name, part in written.items()} for way in _ways()]
    if any(value is None for reading in ways for value in reading.values()):
        return (written,)
    return _different(
        [{name: plain(value) for name, value in way.items() if value is not None} for way in ways]
    )


def readings(text: str, attributes: Mapping[str, str]) -> tuple[Reading, ...]:
    """Return both readings of the numbers of a figure, thousands first; `text` is what its span covers.

    Nothing where its text has one reading only, or where its value is neither of them.
    """
    from annotator.extract.figures.numerals import AMOUNT

    names = [name for name in NUMBERS if name in attributes]
    parts = [found[0] for found in re.finditer(AMOUNT, _folded(text))][: len(names)]
    if len(parts) < len(names):
        return ()
    ways = []
    for way in _ways():
        values = [_amount(part, way) for part in parts]
        scale = _scale(parts[-1], way)
        values = [
            value if _is_scaled(part) else value * scale for part, value in zip(parts, values, strict=True)
        ]
        signs = [-1 if attributes[name].startswith("-") else 1 for name in names]
        ways.append({n: plain(v * s) for n, v, s in zip(names, values, signs, strict=True)})
    found = _different(ways)
    held = {name: attributes[name] for name in names}
    return found if len(found) == 2 and held in found else ()


def _ways() -> tuple[Style, Style]:
    """Return the two ways of writing separators: the Vietnamese and the English one."""
    from annotator.extract.figures.numerals import Style

    return Style(vietnamese=True), Style(english=True)


def _different(ways: list[dict[str, str]]) -> tuple[Reading, ...]:
    """Return one reading where both ways agree, else both, the greater first."""
    if ways[0] == ways[1]:
        return (ways[0],)
    return tuple(sorted(ways, key=lambda way: abs(parse_plain(way["value"])), reverse=True))


def _read(part: str, way: Style) -> Decimal | None:
    """Read one number as it is typed; None where it is none."""
    from annotator.extract.figures.numerals import AMOUNT

    sign, digits = ("-", part[1:]) if part.startswith("-") else ("", part)
    written = _folded(digits.strip())
    is_marked = all(_WELL_MARKED.fullmatch(found) for found in _DIGITS.findall(written))
    if not is_marked or not re.fullmatch(AMOUNT, written):
        return None
    value = _amount(written, way)
    return -value if sign else value


def _amount(written: str, way: Style) -> Decimal:
    from annotator.extract.figures.numerals import read_amount

    return read_amount(written, way).value


def _is_scaled(written: str) -> bool:
    return not written[-1].isdigit()


def _scale(written: str, way: Style) -> Decimal:
    """Return what the scale words behind the digits of a number make of them."""
    digits = re.match(r"[\d.,]*\d", written)
    bare = _amount(digits[0], way) if digits else Decimal(0)
    return _amount(written, way) / bare if bare else Decimal(1)


def _folded(text: str) -> str:
    return fold(text).replace("\xa0", " ")
