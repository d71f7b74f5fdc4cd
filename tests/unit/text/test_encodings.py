"""What bytes say is found out from the words they make."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.encodings import ENCODINGS, decode, read_encoding, read_signs
from annotator.text.legacy import LEGACY, to_bytes

SENTENCE = "Sáng 5/8, đồng chí Lò Văn Tám kiểm tra tiến độ thu hoạch lúa ở huyện Suối Bạc"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def written(text, encoding):
    """Write text in an encoding, what it does not have as a question mark."""
    if encoding in LEGACY:
        return b"".join(in_signs(letter, encoding) for letter in text)
    if encoding != "windows-1258":
        return text.encode(encoding)
    out = b""
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in apart if mark in TONES)
        bare = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in TONES))
        out += (bare + tone).encode("cp1258", "replace")
    return out


def in_signs(letter, encoding):
    try:
        return to_bytes(letter, encoding)
    except UnicodeEncodeError:
        return b"?"


BYTES = ("windows-1258", *LEGACY)


@pytest.mark.parametrize("encoding", BYTES)
def test_that_every_sample_is_known_in_every_encoding(samples, encoding):
    for path in samples:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        for part in (text, text[200:400]):
            reading = read_encoding(written(part, encoding))
            assert reading.guesses[0].encoding == encoding
            assert reading.is_sure
            assert 0.2 <= reading.confidence <= 1


@pytest.mark.parametrize("encoding", ["windows-1258", "vni", "viscii", "vps"])
def test_that_text_comes_back_from_every_encoding(encoding):
    assert decode(written(SENTENCE, encoding), encoding) == SENTENCE


def test_that_tcvn3_comes_back_but_for_capitals_with_a_tone():
    assert decode(written(SENTENCE + " Ở", "tcvn3"), "tcvn3") == SENTENCE + " ở"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_that_unicode_shows_itself_with_and_without_a_mark(codec):
    data = SENTENCE.encode(codec)
    [guess] = read_encoding(data).guesses
    assert guess.encoding == ("utf-16" if "16" in codec else "utf-8")
    assert decode(data, guess.encoding) == SENTENCE


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_that_the_signs_of_a_font_that_were_saved_as_unicode_are_read_as_its_letters(encoding, codec):
    data = written(SENTENCE, encoding).decode("cp1252").encode(codec)
    if codec == "utf-8":
        reading = read_encoding(data)
        assert reading.guesses[0].encoding == f"{encoding}-as-unicode"
        assert reading.is_sure
    assert decode(data, f"{encoding}-as-unicode") == SENTENCE
    assert read_signs(written(SENTENCE, encoding).decode("cp1252")).guesses[0].encoding.startswith(encoding)


@pytest.mark.parametrize("text", ["", "plain ASCII only", "“Bộ” – 5 °C…", "Zürich, Köln", "日本", SENTENCE])
def test_that_unicode_is_left_as_it_is_where_no_font_makes_more_of_it(text):
    assert read_encoding(text.encode()).guesses[0].encoding == "utf-8"


def test_that_one_damaged_word_does_not_make_utf_8_something_else():
    reading = read_encoding(SENTENCE.encode() + b" \xe1\xbb")
    assert reading.guesses[0].encoding == "utf-8"


def test_that_a_text_that_is_no_vietnamese_leaves_a_doubt():
    reading = read_encoding("café naïve garçon façade".encode("cp1252"))
    assert not reading.is_sure
    assert len(reading.guesses) > 2


def test_that_what_reads_the_same_in_two_encodings_leaves_none():
    reading = read_encoding("Báo cáo và bàn bạc".encode().decode().encode("cp1258", "ignore"))
    assert reading.is_sure


def test_that_no_text_has_no_encoding():
    assert read_encoding(bytes(range(256))).guesses == ()
    assert read_encoding(b"\0\0\0\0\1\2").guesses == ()


def test_that_an_encoding_nobody_knows_is_no_encoding():
    for name in ("koi8", "viscii-as-unicode", ""):
        with pytest.raises(LookupError):
            decode(b"a", name)


@given(data=st.binary(max_size=200))
def test_that_any_bytes_are_judged_without_a_word_and_decoded_or_refused(data):
    reading = read_encoding(data)
    assert 0 <= reading.confidence <= 1
    assert {guess.encoding for guess in reading.guesses} <= set(ENCODINGS)
    for encoding in ENCODINGS:
        try:
            assert isinstance(decode(data, encoding), str)
        except UnicodeDecodeError:
            assert encoding not in LEGACY


@pytest.mark.parametrize("long", ["a", "á", "¸", "\xa0a", "ư", "1."])
def test_that_a_line_of_a_million_letters_is_read_like_any_other(long):
    text = long * 1_000_000 + " tế"
    assert read_encoding(text.encode()).guesses[0].encoding == "utf-8"
    assert read_encoding(text.encode("cp1258", "ignore") + b" \xe1").guesses
