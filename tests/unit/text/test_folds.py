"""Folds keep every offset, and bring spellings together that say the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.words import fold, folded_for_search

TEXTS = st.one_of(st.text(), st.text(alphabet="oaeuyqgiàáảãạòóỏõọùúủũụỳýỷỹỵèéẻẽẹ İIQUOAỶ\u0301", max_size=20))


@given(text=TEXTS)
def test_that_folds_have_as_many_code_points(text: str):
    assert len(fold(text)) == len(text)
    assert len(folded_for_search(text)) == len(text)


@given(text=TEXTS)
def test_that_folding_twice_changes_nothing_more(text: str):
    assert fold(fold(text)) == fold(text)
    assert folded_for_search(folded_for_search(text)) == folded_for_search(text)


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("Tỉnh uỷ", "tỉnh ủy"), ("hoà bình", "hòa bình"), ("Thuý", "thúy"), ("khoẻ", "khỏe"), ("hoá", "hóa"),
        ("THUỶ LỢI", "thủy lợi"), ("loã xoã", "lõa xõa"), ("huỵ", "hụy"), ("choè", "chòe"),
    ],
)  # fmt: skip
def test_that_both_tone_placements_fold_to_the_older_one(newer: str, older: str):
    assert fold(newer) == older == fold(older)


@pytest.mark.parametrize(
    "word",
    [
        "quý",
        "quỳ",
        "quỹ",
        "hoàng",
        "hoài",
        "khoét",
        "huýt",
        "suýt",
        "khuỷu",
        "già",
        "giỏi",
        "quà",
        "quả",
        "thuở",
        "nghĩa",
    ],
)
def test_that_closed_syllables_and_qu_keep_their_tone(word: str):
    assert fold(word) == fold(word.upper()) == word


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Đắk Lắk", "dak lak"),
        ("Tỉnh ủy", "tinh uy"),
        ("ƯỚC ĐẠT", "uoc dat"),
        ("1.500ha – 6,4%", "1.500ha – 6,4%"),
    ],
)
def test_that_the_fold_for_search_drops_tones_and_strokes(text: str, bare: str):
    assert folded_for_search(text) == bare


def test_that_the_fold_for_search_finds_decomposed_text_once_canonical():
    assert folded_for_search(
        unicodedata.normalize("NFC", unicodedata.normalize("NFD", "Lường Thị Hạnh"))
    ) == ("luong thi hanh")
