"""Every letter of Vietnamese goes through every legacy encoding and comes back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.legacy import LEGACY, from_bytes, from_latin, to_bytes

TONES = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"]
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES] + ["đ"]
CAPITALS = [letter.upper() for letter in SMALL]


@pytest.mark.parametrize("encoding", LEGACY)
def test_that_every_small_letter_comes_back(encoding):
    text = " ".join(SMALL)
    assert from_bytes(to_bytes(text, encoding), encoding) == text


@pytest.mark.parametrize("encoding", ["vni", "viscii", "vps"])
def test_that_every_capital_comes_back(encoding):
    text = " ".join(CAPITALS)
    assert from_bytes(to_bytes(text, encoding), encoding) == text


@pytest.mark.parametrize("encoding", LEGACY)
def test_that_each_letter_has_bytes_of_its_own(encoding):
    letters = SMALL if encoding == "tcvn3" else SMALL + CAPITALS
    assert len({to_bytes(letter, encoding) for letter in letters}) == len(letters)


# From the standards and from what the fonts show: TCVN 5712, RFC 1456, VNI for Windows, VPS.
@pytest.mark.parametrize(
    ("encoding", "data", "text"),
    [
        ("tcvn3", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("tcvn3", "§iÒu 1. Gi¸ lóa t¨ng, ®­êng x¸ tèt", "Điều 1. Giá lúa tăng, đường xá tốt"),
        ("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("vni", "ÑÖÔØNG ôû tænh, ngöôøi daân aên teát", "ĐƯỜNG ở tỉnh, người dân ăn tết"),
        ("viscii", "Cµng hòa xã hµi chü nghîa Vi®t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("vps", "C¶ng hòa xã h¶i chû nghïa ViŒt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ],
)
def test_that_known_text_reads_as_it_should(encoding, data, text):
    assert from_bytes(data.encode("cp1252"), encoding) == text
    assert from_latin(data, encoding) == text


def test_that_a_mark_of_vni_in_the_other_case_is_the_same_mark():
    assert from_latin("TÆNH Aù aÙ TEá", "vni") == "TỈNH Á á TẾ"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH", "ỦY BAN NHÂN DÂN TỈNH"),
        ("BÁO CÁO", "BÁO CÁO"),
        ("BỘ TÀI CHÍNH\nBộ họp", "BỘ TÀI CHÍNH\nBộ họp"),
        ("Bộ UBND", "Bộ UBND"),
        ("Số 5", "Số 5"),
    ],
)
def test_that_tcvn3_has_its_capitals_back_where_the_words_around_show_them(written, read):
    assert from_bytes(to_bytes(written, "tcvn3"), "tcvn3") == read


def test_that_a_capital_with_a_tone_that_nothing_shows_is_small_in_tcvn3():
    assert from_bytes(to_bytes("Ở tỉnh Ủ", "tcvn3"), "tcvn3") == "ở tỉnh ủ"
    assert from_latin("ë tØnh", "tcvn3", capitals=True) == "Ở TỈNH"


@pytest.mark.parametrize("encoding", LEGACY)
def test_that_a_character_no_legacy_encoding_has_is_refused(encoding):
    with pytest.raises(UnicodeEncodeError):
        to_bytes("một 中", encoding)


def test_that_a_sign_whose_byte_is_a_letter_there_is_refused_rather_than_changed():
    for encoding, sign in (("tcvn3", "»"), ("viscii", "“"), ("vps", "€")):
        with pytest.raises(UnicodeEncodeError):
            to_bytes(sign, encoding)
    assert from_bytes(to_bytes("« »", "vni"), "vni") == "« »"


@given(data=st.binary(max_size=80), encoding=st.sampled_from(LEGACY))
def test_that_any_bytes_are_text_in_any_of_them(data, encoding):
    assert isinstance(from_bytes(data, encoding), str)


@given(words=st.lists(st.sampled_from(SMALL + CAPITALS + list("bcdghn ,.5")), max_size=30))
def test_that_letters_in_any_order_come_back_from_one_byte_encodings(words):
    text = "".join(words)
    for encoding in ("viscii", "vps"):
        assert from_bytes(to_bytes(text, encoding), encoding) == text
