"""Pages: tokens with borders, case and breaks."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.reports import Report, Section, SectionKind
from annotator.extract.entities import find_entities
from annotator.extract.entities.pages import BREAK, TITLE, UPPER, page_from, page_of

TEXT = st.text(alphabet="aAđĐáỦ12 .,-–\n\t\xa0|“H'Y", max_size=60)


@given(TEXT)
def test_that_tokens_are_in_order_inside_the_text_and_never_blank(text):
    page = page_from(text)
    spans = [
        (start, end)
        for start, end, word in zip(page.starts, page.ends, page.words, strict=True)
        if word != BREAK
    ]
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] for start, end in spans)
    assert len(page.words) == len(page.shapes) == len(page.capitals)


@given(st.text(alphabet="UBND tỉnh LàoCai ngày12/3,.\n-“ĐảngỦy", max_size=80))
def test_that_any_text_is_read_without_failing_and_without_overlaps(text):
    matches = find_entities(Report("any", text))
    assert all(0 <= match.start < match.end <= len(text) for match in matches)
    assert all(0.0 <= match.score <= 1.0 for match in matches)
    assert all(match.evidence.rule for match in matches)
    assert all(first.end <= second.start for first, second in itertools.pairwise(matches))


def test_that_highland_names_are_one_token_and_keep_their_case():
    page = page_from("H’Yim K'Brel UBND")
    assert page.words[:3] == ["h'yim", "k'brel", "ubnd"]
    assert page.shapes[:3] == [TITLE, TITLE, UPPER]


def test_that_a_line_in_capitals_says_nothing_by_its_case():
    page = page_from("SỞ Y TẾ\nUBND tỉnh")
    assert page.capitals[:3] == [True, True, True]
    assert not any(page.capitals[3:])


def test_that_chrome_is_read_as_a_break():
    text = "Xem thêm: tỉnh Lào Cai hôm nay"
    report = Report("page", text, sections=(Section(SectionKind.CHROME, 0, 23),))
    assert find_entities(report) == []
    assert page_of(report).text[23:] == text[23:]
    assert len(page_of(report).text) == len(text)
