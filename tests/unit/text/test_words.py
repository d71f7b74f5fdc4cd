"""Syllable borders are where spans can end, and spans move by them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.words import WordBorders, paragraphs, syllables

ANY_TEXT = st.one_of(
    st.text(max_size=60), st.text(alphabet="aĐịỷ 09.,%/-()+\n\t\u00a0\u0301²m…_=", max_size=60)
)
WORDS = st.sampled_from(["đạt", "Tỉnh", "ủy", "GRDP", "Páo", "ước", "xã", "UBND", "nghìn", "XIV", "Ayun"])
NUMBERS = st.sampled_from(["6,43", "1.500", "2.236.000", "05", "18", "2021", "51,5", "1.234,5", "7"])
UNITS = st.sampled_from(["ha", "m2", "km2", "m3", "tỷ", "kWh", "vạn", "g", "km²"])
SIGNS = st.sampled_from(["%", "/", "-", "–", "(", ")", ",", ";", "“", "”", "+", ":"])


def may_touch(before: str, piece: str) -> bool:
    """Tell whether two pieces may stand together and stay two: signs do, and a number and its unit."""
    if piece == before or (before + piece)[-2:] == "--":
        return False
    if "," in (before, piece):
        return not (before[-1:].isdigit() or piece[:1].isdigit())
    signs = sum(not sign.isalnum() for sign in (before, piece) if len(sign) == 1)
    return signs > 0 or (before[-1].isdigit() and piece[0].isalpha() and before[0].isdigit())


@st.composite
def pieces_with_gaps(draw: st.DrawFn) -> list[str]:
    """Words, numbers, units and signs, with white space wherever they could not be told apart without."""
    found: list[str] = []
    for piece in draw(st.lists(st.one_of(WORDS, NUMBERS, UNITS, SIGNS), min_size=1, max_size=12)):
        if found and not (may_touch(found[-1], piece) and draw(st.booleans())):
            found.append(draw(st.sampled_from([" ", "\u00a0", "  ", "\n", "\t"])))
        found.append(piece)
    return found


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in syllables(text)]


@given(text=ANY_TEXT)
def test_that_tokens_are_in_order_and_hold_all_but_white_space(text: str):
    tokens = syllables(text)
    borders = [border for token in tokens for border in token]
    assert borders == sorted(borders)
    assert all(start < end for start, end in tokens)
    assert "".join(cut(text)) == re.sub(r"\s", "", text)


@given(pieces=pieces_with_gaps())
def test_that_every_border_a_span_can_have_is_a_token_border(pieces: list[str]):
    tokens = syllables("".join(pieces))
    starts, ends = {start for start, _ in tokens}, {end for _, end in tokens}
    position = 0
    for piece in pieces:
        if not piece.isspace():
            assert position in starts
            assert position + len(piece) in ends
        position += len(piece)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("1.500ha", ["1.500", "ha"]),
        ("6,43%", ["6,43", "%"]),
        ("2021-2025", ["2021", "-", "2025"]),
        ("18/24", ["18", "/", "24"]),
        ("đồng/người/năm", ["đồng", "/", "người", "/", "năm"]),
        ("(GRDP)", ["(", "GRDP", ")"]),
        ("(-13,4%)", ["(", "-", "13,4", "%", ")"]),
        ("12 km2, 140 m.", ["12", "km2", ",", "140", "m", "."]),
        ("315m3 cát", ["315", "m3", "cát"]),
        ("1vạn dân", ["1", "vạn", "dân"]),
        ("08-NQ/TU", ["08", "-", "NQ", "/", "TU"]),
        ("quý II/2022.", ["quý", "II", "/", "2022", "."]),
        ("đạt 60,6%...", ["đạt", "60,6", "%", "..."]),
        ("428,8MW", ["428,8", "MW"]),
        ("14:20 ngày 24/10", ["14", ":", "20", "ngày", "24", "/", "10"]),
        ("Km24+300", ["Km", "24", "+", "300"]),
        ("m2.500", ["m", "2.500"]),
        ("x\u0301y", ["x\u0301y"]),
        ("snake_case", ["snake", "_", "case"]),
        ("-------", ["-------"]),
        ("tăng --3%", ["tăng", "-", "-", "3", "%"]),
        ("", []),
        (" \n\u00a0", []),
    ],
)
def test_that_tokens_are_cut_where_figures_and_names_end(text: str, tokens: list[str]):
    assert cut(text) == tokens


def test_that_the_end_of_a_span_grows_by_syllable_over_white_space():
    text = "tỉnh  Lai Châu,"
    borders = WordBorders(text)
    assert text[: borders.next(4)] == "tỉnh  Lai"
    assert text[: borders.next(borders.next(4))] == "tỉnh  Lai Châu"


def test_that_the_end_of_a_span_shrinks_to_the_syllable_before():
    text = "tỉnh  Lai Châu"
    assert text[: WordBorders(text).previous(len(text), edge="end")] == "tỉnh  Lai"
    assert text[: WordBorders(text).previous(6, edge="end")] == "tỉnh"


def test_that_the_start_of_a_span_moves_from_start_to_start():
    text = "tỉnh  Lai Châu"
    borders = WordBorders(text)
    assert borders.previous(6) == 0
    assert borders.next(0, edge="start") == 6
    assert borders.next(6, edge="start") == 10


def test_that_nothing_lies_beyond_the_first_and_last_syllable():
    borders = WordBorders(" một ")
    assert borders.previous(1) == 1
    assert borders.next(4) == 4
    assert WordBorders("").next(0) == 0


LONG_TEXT = st.lists(
    st.sampled_from(["lúa ", "1.500ha\n", "a" * 3000, "7" * 5000, " " * 4500, "/", "\u00a0", "%", "km2 "]),
    max_size=9,
).map("".join)


@given(text=LONG_TEXT, data=st.data())
def test_that_borders_of_a_long_text_are_those_of_its_syllables(text: str, data: st.DataObject):
    tokens = syllables(text)
    borders = WordBorders(text)
    near = sorted(
        {0, len(text), *(b + by for token in tokens for b in token for by in (-1, 0, 1) if b + by >= 0)}
    )
    for position in data.draw(st.lists(st.sampled_from(near), min_size=1, max_size=6)):
        for number, edge in enumerate(("start", "end")):
            places = [token[number] for token in tokens]
            assert borders.next(position, edge=edge) == min(
                (p for p in places if p > position), default=position
            )
            assert borders.previous(position, edge=edge) == max(
                (p for p in places if p < position), default=position
            )


@given(text=ANY_TEXT, position=st.integers(0, 60))
def test_that_the_word_at_any_position_is_a_token(text: str, position: int):
    found = WordBorders(text).word_at(position)
    tokens = syllables(text)
    if not tokens:
        assert found is None
        return
    assert found in tokens
    inside = [token for token in tokens if token[0] <= position < token[1]]
    assert not inside or found == inside[0]


@pytest.mark.parametrize(
    ("position", "word"),
    [(0, "Lò"), (1, "Lò"), (2, "Lò"), (3, "Văn"), (6, "Văn"), (7, "Tám"), (99, "Tám")],
)
def test_that_the_word_at_a_position_is_found(position: int, word: str):
    text = "Lò Văn\nTám"
    found = WordBorders(text).word_at(position)
    assert found is not None
    assert text[found[0] : found[1]] == word


def test_that_white_space_leads_to_the_next_word():
    assert WordBorders("a   b").word_at(2) == (4, 5)
    assert WordBorders("  ").word_at(1) is None


@given(text=ANY_TEXT)
def test_that_paragraphs_are_the_lines_that_are_not_blank(text: str):
    expected = [line for line in text.split("\n") if line and not line.isspace()]
    assert [text[start:end] for start, end in paragraphs(text)] == expected
