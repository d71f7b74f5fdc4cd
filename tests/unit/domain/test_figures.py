"""Figures write decimals in one way only, and read back no other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.figures import VOCABULARIES, Figure, parse_plain, plain

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=None) | st.integers(-9, 9).map(Decimal)


@given(NUMBERS.filter(lambda n: abs(n.adjusted()) < 400))
def test_that_a_written_decimal_reads_back_as_the_same_number(number):
    assert parse_plain(plain(number)) == number


@given(NUMBERS.filter(lambda n: abs(n.adjusted()) < 400))
def test_that_a_written_decimal_has_no_exponent_plus_or_trailing_zeros(number):
    text = plain(number)
    assert set(text) <= set("-.0123456789")
    assert not ("." in text and text.endswith(("0", ".")))
    assert text != "-0"


@given(st.text("0123456789.,-+eE_ NaInfity²٣", max_size=12))
def test_that_only_what_is_written_so_reads_as_a_decimal(text):
    try:
        number = parse_plain(text)
    except ValueError:
        return
    assert plain(number) == text


@pytest.mark.parametrize(
    "text",
    ["", "1e3", "+1", "1.0", "01", ".5", "5.", "-0", "1_000", "1,5", "NaN", "Infinity", " 1", "٣", "1\n"],
)
def test_that_other_ways_to_write_a_number_are_refused(text):
    with pytest.raises(ValueError, match="not a plain decimal"):
        parse_plain(text)


@pytest.mark.timeout(5)
def test_that_a_huge_exponent_is_refused_at_once():
    with pytest.raises(ValueError, match="not a plain decimal"):
        parse_plain("1e999999999")


@given(
    value=st.integers(0, 10**9).map(Decimal),
    total=st.none() | st.integers(1, 99).map(Decimal),
    words=st.fixed_dictionaries(
        {name: st.sampled_from(["", *values]) for name, values in VOCABULARIES.items()}
    ),
    ambiguous=st.booleans(),
)
def test_that_attributes_hold_what_a_figure_says_and_nothing_empty(value, total, words, ambiguous):
    attributes = Figure(value, "ha", total=total, ambiguous=ambiguous, **words).attributes()
    assert all(attributes.values())
    assert parse_plain(attributes["value"]) == value
    assert ("total" in attributes) is (total is not None)
    assert attributes.get("ambiguous", "") == ("yes" if ambiguous else "")
    assert {name: attributes.get(name, "") for name in words} == words


def test_that_a_value_of_nought_is_kept():
    assert Figure(Decimal(0), "%").attributes() == {"value": "0", "unit": "%"}
