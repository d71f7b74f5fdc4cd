"""Canonical text is NFC with LF line ends, and the offset map leads both ways."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.canonical import canonical

MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
RAW = st.one_of(
    st.text(alphabet=f"aeuoEOdđ x\r\n\ufeff\u00a0\u2028{MARKS}", max_size=40),
    st.text(
        alphabet="\u1100\u1161\u11a8\uac00\u0915\u093c\u0958\u2126\u212b\u0fb2\u0f71\u0f80a\u0301",
        max_size=16,
    ),
    st.text(max_size=40),
)


def lines_and_nfc(raw: str) -> str:
    return unicodedata.normalize("NFC", raw.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


@given(raw=RAW)
def test_that_nothing_but_line_ends_normal_form_and_mark_changes(raw: str):
    assert canonical(raw).text == lines_and_nfc(raw)


@given(raw=RAW)
def test_that_canonical_text_stays_as_it_is(raw: str):
    once = canonical(raw).text
    assert canonical(once).text == once
    assert canonical(once).offsets is None
    assert unicodedata.is_normalized("NFC", once)


@given(raw=RAW)
def test_that_positions_keep_their_order_both_ways_and_reach_both_ends(raw: str):
    made = canonical(raw)
    if made.offsets is None:
        assert made.text == raw
        return
    there = [made.offsets.to_canonical(position) for position in range(len(raw) + 1)]
    back = [made.offsets.to_original(position) for position in range(len(made.text) + 1)]
    assert there == sorted(there)
    assert back == sorted(back)
    assert there[-1] == len(made.text)
    assert back[-1] == len(raw)


@given(raw=RAW)
def test_that_unmoved_stretches_are_found_again(raw: str):
    made = canonical(raw)
    if made.offsets is None:
        return
    moved = {p for move in made.offsets.moves for p in range(move.original_start, move.original_end)}
    for position in set(range(len(raw))) - moved:
        there = made.offsets.to_canonical(position)
        assert made.text[there] == raw[position]
        assert made.offsets.to_original(there) == position


@given(raw=RAW)
def test_that_only_what_is_written_otherwise_is_in_the_map(raw: str):
    made = canonical(raw)
    for move in made.offsets.moves if made.offsets else ():
        old = raw[move.original_start : move.original_end]
        assert made.text[move.canonical_start : move.canonical_end] != old


def test_that_decomposed_vietnamese_is_composed_and_mapped():
    raw = unicodedata.normalize("NFD", "Tỉnh ủy Điện Biên")
    made = canonical(raw)
    assert made.text == "Tỉnh ủy Điện Biên"
    assert made.offsets is not None
    start = made.offsets.to_original(made.text.index("Điện"))
    assert unicodedata.normalize("NFC", raw[start:]) == "Điện Biên"


@pytest.mark.parametrize(
    "kept", ["a\u00a0b", "a\tb", "a\u2028b", "a  b ", "\n\na", "a\u200bb", "a\ufeffb", "²"]
)
def test_that_white_space_and_signs_stay(kept: str):
    assert canonical(kept).text == kept


def test_that_carriage_returns_become_line_feeds_with_their_offsets():
    made = canonical("một\r\nhai\rba\n")
    assert made.text == "một\nhai\nba\n"
    assert made.offsets is not None
    assert made.offsets.to_canonical(len("một\r\n")) == len("một\n")
    assert made.offsets.to_original(made.text.index("ba")) == len("một\r\nhai\r")


def test_that_a_report_in_normal_form_carries_no_map():
    assert canonical("Tỉnh ủy\n").offsets is None
