"""A range is found in a copy of its text that is spelled or laid out otherwise, or is said not to be sure."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.anchors import SURE, Alignment, Words, likeness

TEXT = (
    "Tỉnh ủy Hòa An họp ngày 19/10/2023.\n"
    "Thu ngân sách đạt 2.236 tỷ đồng, tăng 6,43% so với dự toán; hoà giải 15 vụ, thuỷ lợi 7 xã.\n\n"
    "Đồng chí Vàng A Mẫu, Bí thư Tỉnh ủy dự họp và đọc báo cáo trước toàn thể hội nghị.\n"
)
OLD_TONES = {"hòa": "hoà", "Hòa": "Hoà", "ủy": "uỷ", "hoà": "hòa", "thuỷ": "thủy"}
COPIES = {
    "the same": lambda text: text,
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "line breaks": lambda text: re.sub(r"\n+", " \n", text.replace(", ", ",\n")),
    "doubled spaces": lambda text: text.replace(" ", "  "),
    "tones elsewhere": lambda text: re.sub(r"\w+", lambda word: OLD_TONES.get(word[0], word[0]), text),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
}


def words_of(text, place):
    return Words(text[slice(*place)]).keys


def aligned(old, new):
    return Alignment(Words(old), Words(new))


def borders():
    tokens = [found.span() for found in re.finditer(r"\w+|[^\w\s]", TEXT)]
    return st.tuples(st.sampled_from(tokens), st.sampled_from(tokens)).map(
        lambda pair: (min(pair)[0], max(pair)[1])
    )


@pytest.mark.parametrize("copy", COPIES)
@given(borders())
def test_that_in_a_copy_laid_out_or_spelled_otherwise_every_range_has_its_place(copy, place):
    new = COPIES[copy](TEXT)
    found = aligned(TEXT, new).place(*place)
    assert found is not None
    assert words_of(new, found) == words_of(TEXT, place)
    assert aligned(new, TEXT).place(*found) == place


EDITS = st.lists(
    st.tuples(
        st.integers(0, 45),
        st.sampled_from(["drop", "add", "change"]),
        st.sampled_from(["mới", "2.236", "họp"]),
    ),
    max_size=5,
)


def edited(edits):
    tokens = re.findall(r"\w+|[^\w\s]|\s+", TEXT)
    for at, verb, word in edits:
        place = 2 * at % len(tokens)
        new = {"drop": [], "add": [tokens[place], " ", word, " "], "change": [word]}[verb]
        tokens[place : place + 1] = new
    return "".join(tokens)


@given(EDITS, st.lists(borders(), min_size=2, max_size=6))
def test_that_after_small_edits_a_place_holds_the_same_words_in_the_same_order_or_is_none(edits, places):
    new = edited(edits)
    alignment = aligned(TEXT, new)
    found = [(place, alignment.place(*place)) for place in sorted(places)]
    for place, there in found:
        if there is not None:
            assert 0 <= there[0] < there[1] <= len(new)
            assert words_of(new, there) == words_of(TEXT, place)
    starts = [there[0] for _, there in found if there is not None]
    assert starts == sorted(starts)


def test_that_a_number_that_moved_into_other_words_has_no_place():
    start = TEXT.index("15 vụ")
    new = TEXT.replace("hoà giải 15 vụ, thuỷ lợi 7", "khởi công 15 cầu và sửa 3")
    assert aligned(TEXT, new).place(start, start + 2) is None


def test_that_a_changed_word_within_a_range_leaves_it_without_a_place():
    start = TEXT.index("Vàng A Mẫu")
    new = TEXT.replace("Vàng A Mẫu", "Vàng A Màu")
    assert aligned(TEXT, new).place(start, start + 10) is None
    assert aligned(TEXT, new).place(0, 7) == (0, 7)


def test_that_a_border_within_a_word_goes_along():
    text = "diện tích 12ha lúa của xã này rất lớn"
    assert aligned(text, "Về " + text.replace(" ", "\u00a0")).place(10, 12) == (13, 15)


def test_that_likeness_tells_a_copy_from_another_report():
    assert likeness(Words(TEXT), Words(COPIES["tones elsewhere"](TEXT))) == 1
    assert SURE <= likeness(Words(TEXT), Words(TEXT.replace("15 vụ", "16 vụ"))) < 1
    assert likeness(Words(TEXT), Words("Hội nghị tổng kết năm học ở xã Mường So.")) < 0.5


@given(st.lists(st.sampled_from("abcd"), max_size=40), st.lists(st.sampled_from("abcd"), max_size=40))
def test_that_texts_of_few_words_are_aligned_in_order_and_never_wrongly(one, other):
    old, new = " ".join(one), " ".join(other)
    alignment = aligned(old, new)
    places = [alignment.place(at, at + 1) for at in range(0, len(old), 2)]
    found = [(old[2 * at], place) for at, place in enumerate(places) if place is not None]
    assert all(new[slice(*place)] == word for word, place in found)
    assert [place for _, place in found] == sorted({place for _, place in found})
