"""Read numbers as exact decimals: Vietnamese and English separators, words, scale words, mixed forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

SCALES = {
    "chục": Decimal(10),
    "trăm": Decimal(100),
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "vạn": Decimal(10_000),
    "triệu": Decimal(1_000_000),
    "tr": Decimal(1_000_000),
    "tỷ": Decimal(1_000_000_000),
    "tỉ": Decimal(1_000_000_000),
}
_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip

_D = r"(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
_ONES = r"(?:mốt|một|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín)"
_TENS = rf"(?:mười(?: {_ONES}\b)?|{_D} (?:mươi|chục)(?: {_ONES}\b)?)"
_SMALL = rf"(?:{_D} trăm(?: (?:(?:linh|lẻ) (?:{_D}|tư)|{_TENS}))?|{_TENS}|{_D})"
_SCALE = r"(?:chục|trăm|nghìn|ngàn|vạn|triệu|tr|tỷ|tỉ)(?![^\W\d_])"
_WORD_SCALE = r"(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?![^\W\d_])"
_AFTER_POINT = rf"(?:{_SMALL}\b(?: {_ONES}\b)?|{_D} {_ONES}\b)"
_REST = rf"(?:không trăm (?:linh|lẻ) {_D}|không trăm {_TENS}|{_SMALL})"
_IN_WORDS = (
    rf"(?:nửa {_WORD_SCALE}"
    rf"|{_SMALL}\b(?: phẩy {_AFTER_POINT})?"
    rf"(?: {_WORD_SCALE}(?: (?:tỷ|tỉ)\b)?"
    rf"(?: rưỡi\b| (?!năm (?!trăm|mươi|nghìn|triệu|tỷ)){_REST}\b)?)*)"
)
_DIGITS = r"\d+(?:[.,]\d+)*"
_SCALED = rf"{_DIGITS} ?{_SCALE}(?: ?{_SCALE})?"
AMOUNT = rf"(?:{_SCALED}(?: rưỡi\b|(?: {_SCALED})+)?|{_DIGITS}|{_IN_WORDS})"
"""One number with its scale words, over folded text with plain spaces: the part every figure shares."""

_PART = re.compile(rf"({_DIGITS})|([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Style:
    """How a report writes numbers: whether its text shows the Vietnamese or the English way."""

    vietnamese: bool = False
    english: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as read: exact, and whether its digits allow a second reading."""

    value: Decimal
    scaled: bool = False
    ambiguous: bool = False
    in_words: bool = False


_VIETNAMESE = re.compile(r"\d,\d{1,2}(?![\d.,]\d|\d)|\d\.\d{3},\d|\d\.\d{3}\.\d{3}|\d,\d{4,}")
_ENGLISH = re.compile(
    r"\d,\d{3}\.\d|\d,\d{3},\d{3}|(?<![\d.,/-])\d+\.\d{1,2}(?= ?(?:%|tỷ|triệu|tấn|ha\b|tạ))"
)


def style_of(text: str) -> Style:
    """Tell which way of writing separators a text shows."""
    return Style(vietnamese=bool(_VIETNAMESE.search(text)), english=bool(_ENGLISH.search(text)))


def read_digits(digits: str, style: Style, *, whole: bool = False) -> tuple[Decimal, bool]:
    """Read digits with separators; return the value and whether a second reading is possible.

    `whole` says that only whole things are counted, so that a group of three digits is thousands.
    """
    dots, commas = digits.count("."), digits.count(",")
    if not dots and not commas:
        return Decimal(digits), False
    if dots and commas:
        decimal = "," if digits.rindex(",") > digits.rindex(".") else "."
        return _split_at(digits, decimal), False
    mark = "." if dots else ","
    groups = digits.split(mark)
    grouped = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3 and groups[0] != "0"
    if not grouped:
        return _split_at(digits, mark), False
    if len(groups) > 2:
        return Decimal("".join(groups)), False
    return _read_group(digits, mark, style, whole=whole)


def _read_group(digits: str, mark: str, style: Style, *, whole: bool) -> tuple[Decimal, bool]:
    """Read `2.350` or `2,350`: thousands or a decimal, by what is counted and the report's own way."""
    as_thousands, as_decimal = Decimal(digits.replace(mark, "")), Decimal(digits.replace(mark, "."))
    if whole:
        return as_thousands, False
    native, foreign = (style.vietnamese, style.english) if mark == "." else (style.english, style.vietnamese)
    if native and not foreign:
        return as_thousands, False
    if foreign and not native:
        return as_decimal, mark == "."
    return (as_thousands if mark == "." else as_decimal), True


def _split_at(digits: str, decimal: str) -> Decimal:
    """Read digits whose last separator is the decimal mark."""
    head, _, tail = digits.rpartition(decimal)
    return Decimal(head.replace(".", "").replace(",", "") + "." + tail)


def read_amount(written: str, style: Style, *, whole: bool = False) -> Amount:
    """Read what `AMOUNT` matched: digits or words with scale words, sums of them, `rưỡi` and `nửa`."""
    ambiguous = in_words = False
    sum_ = _Sum()
    whole = whole and not _has_scale(written)
    for part in _PART.finditer(written):
        if digits := part.group(1):
            sum_.group, unsure = read_digits(digits, style, whole=whole)
            ambiguous = ambiguous or unsure
        else:
            sum_.add(part.group(2))
            in_words = in_words or part.group(2) not in SCALES
    return Amount(value=sum_.value(), scaled=sum_.scaled, ambiguous=ambiguous, in_words=in_words)


class _Sum:
    """A number being read word by word: the sum so far, and the group before the next scale word."""

    def __init__(self) -> None:
        self.total = self.group = Decimal(0)
        self.point: Decimal | None = None
        self.last = Decimal(1)
        self.scaled = False

    def add(self, word: str) -> None:
        """Take in one word of a number."""
        if word in _UNITS:
            spelled = self.point is not None and self.group % 10
            self.group = self.group * (10 if spelled else 1) + _UNITS[word]
        elif word == "rưỡi":
            self.total += self.last / 2
        elif word == "nửa":
            self.group = Decimal("0.5")
        elif word == "phẩy":
            self.point, self.group = self.group, Decimal(0)
        elif word in {"mươi", "chục"}:
            self.group += (self.group % 10) * 9
        elif word == "mười":
            self.group += 10
        elif word == "trăm":
            self.group *= 100
        elif word in SCALES:
            self._scale(SCALES[word])

    def value(self) -> Decimal:
        """Return the number read."""
        return self.total + self._closed_group()

    def _scale(self, factor: Decimal) -> None:
        """Close the group with a scale word; a second one (`nghìn tỷ`) scales the whole."""
        group = self._closed_group()
        self.scaled, self.last, self.group, self.point = True, factor, Decimal(0), None
        if group:
            self.total += group * factor
        else:
            self.total *= factor

    def _closed_group(self) -> Decimal:
        """Return the group, what stands after `phẩy` as its decimals."""
        return self.group if self.point is None else self.point + _after_point(self.group)


def _after_point(group: Decimal) -> Decimal:
    """Return `5` as 0.5 and `25` as 0.25: what stands after `phẩy`."""
    return group.scaleb(-len(str(group)))


def _has_scale(written: str) -> bool:
    """Tell whether a scale word stands in a number."""
    return any(word in written for word in SCALES)
