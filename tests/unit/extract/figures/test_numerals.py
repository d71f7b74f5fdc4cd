"""Numbers are read exactly, in digits and in words, and doubt is said."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.extract.figures.numerals import AMOUNT, Style, read_amount, read_digits, style_of

VIETNAMESE, ENGLISH, UNKNOWN = Style(vietnamese=True), Style(english=True), Style()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2.236 tỷ", 2236000000000),
        ("6,43", "6.43"),
        ("1.212,5", "1212.5"),
        ("500.000", 500000),
        ("12.345.678", 12345678),
        ("225,5 nghìn", 225500),
        ("196,45 nghìn tỷ", 196450000000000),
        ("8 tỷ 500 triệu", 8500000000),
        ("58 tỷ 300 triệu", 58300000000),
        ("2 triệu rưỡi", 2500000),
        ("300tr", 300000000),
        ("1,5 vạn", 15000),
        ("05", 5),
        ("hai nghìn", 2000),
        ("hai nghìn ba trăm", 2300),
        ("nửa triệu", 500000),
        ("một phẩy năm tỷ", 1500000000),
        ("hai phẩy hai lăm triệu", 2250000),
        ("ba mươi tư nghìn", 34000),
        ("tám vạn", 80000),
        ("mười chín nghìn", 19000),
        ("hai mươi mốt", 21),
        ("một trăm hai mươi tỷ", 120000000000),
        ("một trăm linh năm", 105),
        ("ba trăm lẻ bốn", 304),
        ("một tỷ rưỡi", 1500000000),
        ("chín mươi tám nghìn", 98000),
        ("một triệu hai trăm nghìn", 1200000),
    ],
)
def test_that_a_number_is_read_exactly(written, value):
    assert read_amount(written, VIETNAMESE).value == Decimal(value)


@pytest.mark.parametrize(
    ("digits", "style", "value", "ambiguous"),
    [
        ("2.350", VIETNAMESE, "2350", False),
        ("2.350", UNKNOWN, "2350", True),
        ("2.350", ENGLISH, "2.35", True),
        ("2,350", ENGLISH, "2350", False),
        ("2,350", VIETNAMESE, "2.35", False),
        ("2,350", UNKNOWN, "2.35", True),
        ("6.43", UNKNOWN, "6.43", False),
        ("6.5", VIETNAMESE, "6.5", False),
        ("0,125", UNKNOWN, "0.125", False),
        ("1,234,567", UNKNOWN, "1234567", False),
        ("12,345.6", UNKNOWN, "12345.6", False),
        ("1.234,5", UNKNOWN, "1234.5", False),
    ],
)
def test_that_separators_follow_the_report_and_doubt_is_said(digits, style, value, ambiguous):
    assert read_digits(digits, style) == (Decimal(value), ambiguous)


def test_that_whole_things_are_counted_in_thousands():
    assert read_digits("1,250", VIETNAMESE, whole=True) == (Decimal(1250), False)
    assert read_digits("1.250", ENGLISH, whole=True) == (Decimal(1250), False)


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("tăng 6,43% so với cùng kỳ", VIETNAMESE),
        ("đạt 1.212,5 tỷ đồng", VIETNAMESE),
        ("reached 12,345.6 units", ENGLISH),
        ("GRDP tăng 6.5%", ENGLISH),
        ("có 12 xã, 4 phường", UNKNOWN),
        ("ngày 01.02.2023", UNKNOWN),
    ],
)
def test_that_a_text_shows_how_it_writes_numbers(text, style):
    assert style_of(text) == style


@given(st.integers(min_value=0, max_value=10**12))
def test_that_grouped_digits_give_the_number_back(number):
    grouped = f"{number:,}".replace(",", ".")
    assert read_digits(grouped, VIETNAMESE)[0] == number


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=99))
def test_that_a_decimal_comma_gives_the_number_back(whole, hundredths):
    written = f"{whole:,}".replace(",", ".") + f",{hundredths:02d}"
    assert read_digits(written, VIETNAMESE)[0] == Decimal(f"{whole}.{hundredths:02d}")


@given(st.integers(min_value=1, max_value=999), st.sampled_from(["nghìn", "triệu", "tỷ"]))
def test_that_a_scale_word_multiplies_exactly(number, scale):
    factor = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}[scale]
    assert read_amount(f"{number} {scale}", VIETNAMESE).value == number * factor


@given(st.integers(min_value=1, max_value=9999))
def test_that_numbers_in_words_are_read_back(number):
    written = _in_words(number)
    found = re.match(AMOUNT, written)
    assert found is not None
    assert found.group() == written
    assert read_amount(written, VIETNAMESE).value == number


_ONES = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def _in_words(number):
    """Write a number below ten thousand as Vietnamese says it."""
    thousands, rest = divmod(number, 1000)
    words = [f"{_ONES[thousands]} nghìn"] if thousands else []
    hundreds, rest = divmod(rest, 100)
    if hundreds or (thousands and rest):
        words.append(f"{_ONES[hundreds] or 'không'} trăm")
    if rest:
        words.append(_tens(rest, after=bool(words)))
    return " ".join(words)


def _tens(rest, *, after):
    tens, ones = divmod(rest, 10)
    if tens == 0:
        return f"linh {_ONES[ones]}" if after else _ONES[ones]
    head = "mười" if tens == 1 else f"{_ONES[tens]} mươi"
    last = {0: "", 1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, _ONES[ones])
    return f"{head} {last}".strip()
