"""Boundary rules: what each puts right, what it leaves, and that good annotation breaks none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.markup import read_folder
from annotator.review.boundary_rules import RULES, broken, explaining, rule_named

SAMPLES = Path(__file__).parents[2] / "data" / "samples"


def borders(marked):
    """Return a text without its brackets, and the range between them."""
    start = marked.index("[")
    end = marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), start, end


@pytest.mark.parametrize(
    ("rule", "label", "marked", "wanted"),
    [
        ("whitespace", "ORG", "họp [ Tỉnh ủy ] nay", "Tỉnh ủy"),
        ("punctuation", "ORG", "họp [Tỉnh ủy,] nay", "Tỉnh ủy"),
        ("punctuation", "EVENT", "họp [“Ngày hội Văn hóa] nay", "Ngày hội Văn hóa"),
        ("punctuation", "ORG", "[Ban Chấp hành (BCH)] họp", "Ban Chấp hành (BCH)"),
        ("punctuation", "PERCENT", "là [-3,7%]; còn", "-3,7%"),
        ("punctuation", "DATE", "[- năm 2023] họp", "năm 2023"),
        ("qualifier", "MONEY", "đạt [trên 1.860 tỷ đồng] nay", "1.860 tỷ đồng"),
        ("qualifier", "COUNT", "[ước khoảng 40 hộ] nay", "40 hộ"),
        ("qualifier", "ORG", "[Trên núi] nay", "Trên núi"),
        ("unit", "MONEY", "đạt [1.860] tỷ đồng nay", "1.860 tỷ đồng"),
        ("unit", "MONEY", "đạt [1.860 tỷ] đồng nay", "1.860 tỷ đồng"),
        ("unit", "MEASURE", "trồng [1.500]ha rừng", "1.500ha"),
        ("unit", "PERCENT", "đạt [68,2] % kế hoạch", "68,2 %"),
        ("unit", "COUNT", "có [40] đồng chí dự", "40"),
        ("honorific", "PERSON", "[Đồng chí Vàng A Mẫu] dự", "Vàng A Mẫu"),
        ("preposition", "DATE", "[đến năm 2025] xong", "năm 2025"),
        ("type_word", "LOC", "ở huyện [Sơn Kha] nay", "huyện Sơn Kha"),
        ("type_word", "LOC", "ở toàn huyện, [Sơn Kha] nay", "Sơn Kha"),
        ("term", "ORG", "[Tỉnh ủy khóa XIV] họp", "Tỉnh ủy"),
        (
            "term",
            "EVENT",
            "[Hội nghị lần thứ 8 khóa XIII, nhiệm kỳ 2020 - 2025] họp",
            "Hội nghị lần thứ 8 khóa XIII",
        ),
    ],
)
def test_that_a_rule_puts_the_ends_of_a_span_where_the_guideline_has_them(rule, label, marked, wanted):
    text, start, end = borders(marked)
    begin, stop = rule_named(rule).fitted(text, start, end, label)
    assert text[begin:stop] == wanted


@pytest.mark.parametrize(
    ("label", "one", "other", "rule"),
    [
        ("LOC", "ở [huyện Sơn Kha] nay", "ở huyện [Sơn Kha] nay", "type_word"),
        ("LOC", "ở [huyện Sơn Kha] nay", "ở huyện [Sơn Kha nay]", None),
        ("MONEY", "đạt [trên 12 tỷ đồng] nay", "đạt trên [12 tỷ đồng] nay", "qualifier"),
        ("ORG", "đạt [Tỉnh ủy] nay", "đạt [Tỉnh ủy] nay", None),
    ],
)
def test_that_a_difference_is_explained_by_the_rule_that_makes_it_none(label, one, other, rule):
    text, *first = borders(one)
    _, *second = borders(other)
    found = explaining(text, [tuple(first), tuple(second)], label)
    assert (found and found[0].name) == rule


def test_that_gold_breaks_no_rule(schema):
    spans = [(r.text, s) for r in read_folder(SAMPLES, schema=schema) for s in r.spans]
    assert len(spans) > 300
    odd = [text[s.start : s.end] for text, s in spans if broken(text, s.start, s.end, s.label)]
    assert odd == []


WORDS = st.lists(
    st.sampled_from(
        [
            "trên",
            "12",
            "tỷ",
            "đồng",
            "%",
            ",",
            "(",
            ")",
            "“",
            "huyện",
            "Sơn",
            "Kha",
            "ông",
            " ",
            "-",
            "khóa",
            "XIV",
        ]
    ),
    min_size=1,
    max_size=8,
)
LABELS = st.sampled_from(["MONEY", "PERCENT", "PERSON", "DATE", "LOC", "ORG", "EVENT", "DOCUMENT"])


@given(WORDS, LABELS, st.data())
def test_that_a_rule_once_kept_is_kept_and_leaves_something_of_the_text(words, label, data):
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for rule in RULES:
        begin, stop = rule.fitted(text, start, end, label)
        assert 0 <= begin < stop <= len(text)
        assert rule.fitted(text, begin, stop, label) == (begin, stop)


def test_that_every_rule_has_a_name_and_says_what_it_wants():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.says and rule_named(rule.name) is rule for rule in RULES)
    assert rule_named("colour") is None
