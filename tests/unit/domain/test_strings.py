"""What strings a project keeps, and how those it does not keep are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.domain.strings import LONGEST_NAME, LONGEST_WORDS, name_fault, on_one_line, typed, words_fault


@pytest.mark.parametrize(
    "name", ["", "an", "Vàng A Mẫu", "https://example.test/a#1", "d1", "a" * LONGEST_NAME, "𝄞"]
)
def test_that_ordinary_names_are_kept(name):
    assert name_fault(name) == ""


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("a\0b", "control sign"),
        ("a\nb", "control sign"),
        ("\u202egnab", "control sign"),
        ("a\ud800", "half of a character"),
        ("a" * (LONGEST_NAME + 1), "longer than 200"),
    ],
)
def test_that_other_names_are_not(name, why):
    assert why in name_fault(name)


def test_that_words_may_have_lines_and_tabs_and_names_may_not():
    assert words_fault("một\n\thai\r\n\u2028\u202bba") == ""
    assert name_fault("một\thai")
    assert words_fault("một\0hai")
    assert words_fault("x" * (LONGEST_WORDS + 1))


@given(st.text(st.characters()))
def test_that_what_is_shown_of_a_name_can_be_kept(text):
    shown = on_one_line(text)
    assert name_fault(shown) == ""
    assert on_one_line(shown) == shown


@given(st.text(st.characters()))
def test_that_what_was_typed_can_be_kept_and_keeps_what_can_be(text):
    kept = typed(text)
    assert words_fault(kept) == ""
    assert kept == text or words_fault(text)


def test_that_what_is_pasted_without_end_is_refused():
    with pytest.raises(UserError, match="shorten it first"):
        typed("x" * (LONGEST_WORDS + 1))
