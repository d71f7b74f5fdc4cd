"""A word is a syllable when onset, rhyme and tone go together."""

import re
import unicodedata

import pytest

from annotator.text.spelling import is_syllable

WORDS = "tỉnh quốc quý quyết giặc giếng gì gìn nghiêng khuya ngoằn Đắk BÁO Ủy thuỷ thủy ươm yếu hoà xoong a Ở"


@pytest.mark.parametrize("word", WORDS.split())
def test_that_what_is_spelled_as_a_syllable_is_one(word):
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word",
    [
        "BáO",
        "bÁo",
        "tác!",
        "càc",
        "lơc",
        "zì",
        "ngh",
        "côngg",
        "µ",
        "m³",
        "",
        "ß",
        "tòà",
        "hßa",
        "Lắc-xê",
        "café",
    ],
)
def test_that_what_cannot_be_spoken_is_none(word):
    assert not is_syllable(word)


def test_that_nearly_every_word_of_our_samples_is_one(samples):
    words = [
        word
        for path in samples
        for word in re.findall(r"[^\W\d_]+", path.read_text(encoding="utf-8"))
        if not word.isascii() and not word.isupper()
    ]
    strange = {word for word in words if not is_syllable(word)}
    assert len(words) > 1000
    assert len(strange) < 5, strange
