"""Numbering: what is typed as a number, and both readings of one that a mark leaves open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.figures import plain
from annotator.workspace.numbering import readings, typed

ONE = [
    ("7.26", {"value": "7.26"}),
    ("7,26", {"value": "7.26"}),
    ("-3,7", {"value": "-3.7"}),
    ("1.500,5", {"value": "1500.5"}),
    ("12.345.678", {"value": "12345678"}),
    ("0.125", {"value": "0.125"}),
    ("2,5 tỷ", {"value": "2500000000"}),
    ("6-7", {"value": "6", "value_max": "7"}),
    ("18/24", {"value": "18", "total": "24"}),
]
TWO = [
    ("2.350", {"value": "2350"}, {"value": "2.35"}),
    ("2,350", {"value": "2350"}, {"value": "2.35"}),
    ("2.236 tỷ", {"value": "2236000000000"}, {"value": "2236000000"}),
    ("2.417/3.900", {"value": "2417", "total": "3900"}, {"value": "2.417", "total": "3.9"}),
]


@pytest.mark.parametrize(("text", "reading"), ONE)
def test_that_vietnamese_and_plain_notation_are_read_alike(text, reading):
    assert typed(text) == (reading,)


@pytest.mark.parametrize(("text", "thousands", "decimal"), TWO)
def test_that_a_mark_before_three_digits_leaves_two_readings(text, thousands, decimal):
    assert typed(text) == (thousands, decimal)


@pytest.mark.parametrize("text", ["", "abc", "1e5", "10-", "1 500", "--3", "/", "1.2.3", "1.50.000", "7,"])
def test_that_what_is_no_number_comes_back_as_it_was_typed(text):
    assert typed(text) == ({"value": text},)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_that_a_plain_decimal_is_always_among_its_readings(number):
    assert {"value": plain(number)} in typed(plain(number))


def test_that_both_readings_of_an_open_figure_are_offered():
    assert readings("2.350 tấn", {"value": "2350", "unit": "t"}) == ({"value": "2350"}, {"value": "2.35"})
    assert readings("2,350 tấn", {"value": "2.35"}) == ({"value": "2350"}, {"value": "2.35"})
    assert readings("-2.350 ha", {"value": "-2350"}) == ({"value": "-2350"}, {"value": "-2.35"})


def test_that_a_scale_word_behind_a_range_holds_for_both_ends():
    held = {"value": "2350000000000", "value_max": "2500000000000"}
    other = {"value": "2350000000", "value_max": "2500000000"}
    assert readings("2.350 - 2.500 tỷ đồng", held) == (held, other)


def test_that_nothing_is_offered_where_there_is_nothing_to_choose():
    assert readings("7,5%", {"value": "7.5"}) == ()
    assert readings("2.350 tấn", {"value": "99"}) == ()
    assert readings("nhiều", {"value": "99"}) == ()
