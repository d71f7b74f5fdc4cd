"""Numbers and names that no span covers are found, before a place and behind it."""

from __future__ import annotations

from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State
from annotator.domain.views import View
from annotator.workspace.spotting import next_left_out, previous_left_out

TEXT = (
    "Hôm nay tỉnh có 12 dự án, vốn 1.250 tỷ đồng.\nĐồng chí Lò Thị Xuân và Hội Nông dân dự.\nTrang chủ 77\n"
)


def view(*covered, state=State.CANDIDATE):
    spans = [
        Span(words, TEXT.index(words), TEXT.index(words) + len(words), "figure", "COUNT", state)
        for words in covered
    ]
    return View(set_of("r", "rules", spans), set_of("r", "an", ()), threshold=0.5)


def report():
    start = TEXT.index("Trang chủ")
    return Report("r", TEXT, sections=(Section(SectionKind.CHROME, start, len(TEXT) - 1),))


def behind(held):
    found, at = [], -1
    while (place := next_left_out(report(), held, at)) is not None:
        found.append(TEXT[slice(*place)])
        at = place[0]
    return found


def ahead(held):
    found, at = [], len(TEXT)
    while (place := previous_left_out(report(), held, at)) is not None:
        found.append(TEXT[slice(*place)])
        at = place[0]
    return found


def test_that_numbers_come_with_unit_or_noun_and_names_whole_and_furniture_not():
    assert behind(view()) == ["12 dự", "1.250 tỷ đồng", "Lò Thị Xuân", "Hội Nông"]


def test_that_both_directions_find_the_same():
    assert ahead(view()) == behind(view())[::-1]


def test_that_what_a_span_touches_is_passed_and_what_was_rejected_is_not():
    assert behind(view("12 dự án", "Lò Thị Xuân")) == ["1.250 tỷ đồng", "Hội Nông"]
    assert "12 dự" in behind(view("12 dự án", state=State.REJECTED))


def test_that_a_capital_that_begins_a_sentence_is_no_name():
    assert "Hôm" not in behind(view())
    assert "Đồng" not in behind(view())


def test_that_a_long_way_back_is_looked_through():
    text = "xã Bản Lang 15 hộ.\n" + "không có gì.\n" * 900
    held = View(set_of("r", "rules", ()), set_of("r", "an", ()), threshold=0.5)
    place = previous_left_out(Report("r", text), held, len(text))
    assert place is not None
    assert text[slice(*place)] == "15 hộ"
