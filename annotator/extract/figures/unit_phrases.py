"""Read a unit that stands without its number, as heads and captions of tables state it: `tỷ đồng`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from annotator.extract.figures.numerals import SCALES
from annotator.extract.figures.pages import Page
from annotator.extract.figures.units import noun_at, unit_at

_SCALE = re.compile(
    r"(?:(1[.,]?000(?:[.,]?000)*)"
    r"|((?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?: (?:triệu|tỷ|tỉ))?))(?=[\s\W]|\Z)"
)


@dataclass(frozen=True, slots=True)
class UnitPhrase:
    """A unit with the factor of its scale words, and the code points `[start, end)` that state it."""

    label: str
    name: str
    per: str
    factor: Decimal
    start: int
    end: int


def unit_phrase(page: Page, start: int, end: int) -> UnitPhrase | None:
    """Return the unit that begins at `start` and ends by `end` (code points), or None."""
    at = start
    factor = Decimal(1)
    scale = _SCALE.match(page.plain, at, end)
    if scale:
        factor = _factor(scale)
        at = scale.end()
    after = unit_at(page, at) or noun_at(page, at)
    if after is None or after.end > end:
        if scale and factor >= 1_000_000:
            return UnitPhrase("MONEY", "VND", "", factor, start, at)
        return None
    return UnitPhrase(after.label, after.name, after.per, factor * after.factor, start, after.end)


def _factor(scale: re.Match[str]) -> Decimal:
    """Return the factor of scale words or of a power of ten in digits."""
    if scale.group(1):
        return Decimal(re.sub(r"\D", "", scale.group(1)))
    factor = Decimal(1)
    for word in scale.group(2).split():
        factor *= SCALES[word]
    return factor
