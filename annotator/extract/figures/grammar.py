"""The grammar of figures: one factored number part, then a range or a ratio, then a unit or counted noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.domain.spans import Piece
from annotator.extract.figures.exclusions import (
    is_after_time_word,
    is_base_of_rate,
    is_code,
    is_name_unless_counted,
    is_name_unless_measured,
    is_named_number,
)
from annotator.extract.figures.numerals import AMOUNT, Amount, read_amount
from annotator.extract.figures.pages import Page
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.units import Following, noun_at, unit_at

_BEGIN = re.compile(r"\d|\b(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|nửa) ?(?=[^\W\d_])")
_AMOUNT = re.compile(AMOUNT)
_TO = r"(?: ?[-–—] ?| (?:đến|tới) (?:dưới |gần )?)"
_RANGE = re.compile(rf"{_TO}({AMOUNT})")
_RATIO = re.compile(rf" ?/ ?({AMOUNT})(?! ?/)")
_SIGN = re.compile(r"(?:(?<=[\s(|;:])|^)[-+–](?=\d)")
_ONE = re.compile(r"(?:có|còn|làm|thêm|gồm|bắt|khiến|và|chết|mất|được|gần|hơn|trên|nhận|công nhận|,) \Z")
_BIG = 1000
"""Words for a number from here on state a size, whatever is counted."""
_VAGUE = re.compile(
    r"(?:hàng|vài|mấy|chục|mươi|dăm|những|nhiều|các|đôi|cả)(?: (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ))? \Z"
)


def quantities(page: Page) -> list[Quantity]:
    """Return the numbers with a unit or noun in running text, in order; none touches a closed range."""
    found: list[Quantity] = []
    position = 0
    while begin := _BEGIN.search(page.plain, position):
        start = begin.start()
        closed = page.closed_end(start)
        if closed > start:
            position = closed
            continue
        quantity = _quantity_at(page, start)
        if quantity is None:
            position = _past_number(page, start)
        else:
            found.append(quantity)
            position = quantity.end
    return found


def _past_number(page: Page, start: int) -> int:
    """Return where to look on when the number at `start` is no figure."""
    amount = _AMOUNT.match(page.plain, start)
    if amount is None:
        return start + 1
    return amount.end() if page.plain[start].isdigit() else page.plain.index(" ", start)


def _quantity_at(page: Page, start: int) -> Quantity | None:
    """Read a figure whose number begins at `start`, or None."""
    first = _AMOUNT.match(page.plain, start)
    if first is None or is_code(page, start) or is_named_number(page, start) or is_base_of_rate(page, start):
        return None
    for read in (_ratio, _range, _single):
        quantity = read(page, start, first)
        if quantity is not None:
            if page.is_closed(quantity.start, quantity.end) or not _is_sound(page, quantity):
                return None
            return quantity
    return None


def _is_sound(page: Page, quantity: Quantity) -> bool:
    """Tell whether number and noun may stand together as a figure."""
    is_counted_part = quantity.label == "RATIO" and quantity.known
    if quantity.rule != "unit" and not is_counted_part and is_name_unless_measured(page, quantity.start):
        return False
    if is_after_time_word(page, quantity.start) and not _outgrows_dates(quantity):
        return False
    if quantity.rule == "noun" and is_name_unless_counted(page, quantity.start) and not quantity.known:
        return False
    return not quantity.in_words or _is_sound_in_words(page, quantity)


def _outgrows_dates(quantity: Quantity) -> bool:
    """Tell whether a number after `năm` can be no date: `kế hoạch năm 7.650 tỷ đồng`."""
    if quantity.rule == "unit":
        return True
    is_year = 1900 <= quantity.value <= 2100
    return quantity.rule == "noun" and quantity.known and quantity.value > 31 and not is_year


def _is_sound_in_words(page: Page, quantity: Quantity) -> bool:
    """Tell whether a number in words states a size: no name (`Bảy Núi`), nothing vague, no article."""
    before = page.plain[max(0, quantity.start - 16) : quantity.start]
    if quantity.unit == "phần":
        return False
    if _VAGUE.search(before) or not (quantity.known or quantity.value >= _BIG):
        return False
    if quantity.rule != "noun":
        return True
    if quantity.unit[0].isupper() and not quantity.unit.isupper():
        return False
    is_doubtful = quantity.value == 1 or page.plain[quantity.start : quantity.start + 4] == "năm "
    return not (is_doubtful and quantity.value < 10) or _ONE.search(before) is not None


def _following(page: Page, position: int, amount: Amount) -> Following | None:
    """Return the unit or noun after a number; a bare `tỷ` or `triệu` is money."""
    after = unit_at(page, position) or noun_at(page, position)
    if after is None and amount.scaled and amount.value >= 1_000_000:
        return Following(end=position, label="MONEY", name="VND", factor=1, rule="bare scale")
    return after


def _single(page: Page, start: int, first: re.Match[str]) -> Quantity | None:
    """Read one number with its unit."""
    amount = read_amount(first.group(), page.style)
    after = _following(page, first.end(), amount)
    if after is None:
        return None
    if after.label == "COUNT":
        amount = read_amount(first.group(), page.style, whole=True)
    return _made(page, start, first.end(), after, amount)


def _range(page: Page, start: int, first: re.Match[str]) -> Quantity | None:
    """Read two numbers with one unit after the second or the same unit after each."""
    unit = unit_at(page, first.end())
    second = _RANGE.match(page.plain, unit.end if unit else first.end())
    if second is None:
        return None
    low, high = read_amount(first.group(), page.style), read_amount(second.group(1), page.style)
    after = _following(page, second.end(), high)
    if after is None or (unit and unit.name != after.name):
        return None
    value = low.value
    if not low.scaled and not unit and high.scaled:
        value *= _scale_of(second.group(1), high)
    if value >= high.value:
        return None
    low = Amount(value=value, scaled=low.scaled, ambiguous=low.ambiguous, in_words=low.in_words)
    return _made(page, start, second.end(), after, low, high=high)


def _scale_of(written: str, amount: Amount) -> int:
    """Return the factor a scaled number's words give."""
    digits = re.match(r"\d+(?:[.,]\d+)*", written)
    if digits is None:
        return 1
    from annotator.extract.figures.numerals import SCALES

    factor = 1
    for word in re.findall(r"[^\W\d_]+", written):
        factor *= int(SCALES.get(word, 1))
    return factor


def _ratio(page: Page, start: int, first: re.Match[str]) -> Quantity | None:
    """Read done out of total: `18/24 chỉ tiêu`, `12 xã/15 xã`."""
    second = _RATIO.match(page.plain, first.end())
    if second is None:
        return None
    done = read_amount(first.group(), page.style, whole=True)
    total = read_amount(second.group(1), page.style, whole=True)
    after = unit_at(page, second.end()) or noun_at(page, second.end())
    if after is None or after.name == "%" or (total.value < done.value and total.value < 2):
        return None
    after = Following(
        end=after.end, label="RATIO", name=after.name, factor=after.factor, rule=after.rule, known=after.known
    )
    return _made(page, start, second.end(), after, done, total=total)


def _made(
    page: Page, start: int, number_end: int, after: Following, amount: Amount,
    *, high: Amount | None = None, total: Amount | None = None,
) -> Quantity:  # fmt: skip
    """Put a figure together from its parts."""
    sign = _SIGN.search(page.plain, max(0, start - 1), start + 1) if start else None
    is_signed = sign is not None and not (_begins_line(page, start - 1) and after.label != "PERCENT")
    factor = -1 if is_signed and page.plain[start - 1] != "+" else 1
    begin = start - 1 if is_signed else start
    pieces = [Piece("value", begin, number_end)]
    unit_end = after.per_start or after.end
    if unit_end > number_end:
        pieces.append(Piece("unit", number_end + _spaces(page, number_end), unit_end))
    if after.per:
        pieces.append(Piece("per", after.per_start, after.end))
    return Quantity(
        start=begin,
        end=after.end,
        label=after.label,
        value=amount.value * after.factor * factor,
        unit=after.name,
        rule=after.rule,
        value_max=None if high is None else high.value * after.factor,
        total=None if total is None else total.value * after.factor,
        per=after.per,
        ambiguous=amount.ambiguous or bool(high and high.ambiguous) or bool(total and total.ambiguous),
        signed=is_signed,
        in_words=amount.in_words,
        known=after.known,
        entry=page.plain[number_end:unit_end].strip(),
        pieces=tuple(pieces),
    )


def _begins_line(page: Page, position: int) -> bool:
    """Tell whether only spaces stand before a position on its line."""
    return not page.plain[page.plain.rfind("\n", 0, position) + 1 : position].strip()


def _spaces(page: Page, position: int) -> int:
    """Return how many spaces stand at a position."""
    return len(page.plain[position : position + 3]) - len(page.plain[position : position + 3].lstrip())


def each_number(page: Page, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the bare numbers in `[start, end)`."""
    yield from _AMOUNT.finditer(page.plain, start, end)
