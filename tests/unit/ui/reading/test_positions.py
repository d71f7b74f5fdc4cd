"""Positions: code points and UTF-16 units agree on any text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.reading.positions import Positions

TEXTS = st.text(
    st.sampled_from("aằĐ 9\u00a0\u2028😀𝒳") | st.characters(blacklist_categories=["Cs"]), max_size=40
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS, st.integers(0, 10**6))
def test_that_every_code_point_has_the_unit_its_prefix_is_long(text, start):
    places = Positions(text, start)
    for at in range(len(text) + 1):
        assert places.to_qt(start + at) == units(text[:at])


@given(TEXTS, st.integers(0, 10**6))
def test_that_going_to_qt_and_back_gives_the_same_position(text, start):
    places = Positions(text, start)
    for at in range(len(text) + 1):
        assert places.to_report(places.to_qt(start + at)) == start + at


@given(TEXTS)
def test_that_the_middle_of_a_pair_counts_as_its_letter(text):
    places = Positions(text)
    seen = [places.to_report(unit) for unit in range(units(text) + 1)]
    assert seen == sorted(seen)
    assert set(seen) == set(range(len(text) + 1))


def test_that_a_lone_surrogate_is_one_unit():
    assert Positions("a\ud800b").to_qt(2) == 2
