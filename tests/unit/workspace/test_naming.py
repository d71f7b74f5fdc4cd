"""The words before or behind a figure are proposed as what it measures, and taken in one step."""

from __future__ import annotations

import pytest

from annotator.domain.errors import UserError
from annotator.domain.relations import DURING, MEASURES, Relation
from annotator.domain.reports import Report
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State
from annotator.domain.views import View
from annotator.workspace.naming import measured_ranges, name


def proposals(text, figure, *others):
    """Return the words proposed for a figure; `others` are the surfaces of further figures and dates."""
    spans = [
        Span(surface, text.index(surface), text.index(surface) + len(surface), layer, label)
        for surface, layer, label in [(figure, "figure", "PERCENT"), *others]
    ]
    view = View(set_of("r", "rules", spans), set_of("r", "an", ()), threshold=0.5)
    return [text[slice(*place)] for place in measured_ranges(Report("r", text), view, view.get(figure))]


def test_that_verbs_and_marks_before_the_figure_are_left_out():
    assert proposals("Tỷ lệ che phủ rừng ước đạt trên 45%.", "45%")[0] == "Tỷ lệ che phủ rừng"


def test_that_a_figure_or_a_stop_before_bounds_the_name():
    text = "Thu 5%; chi thường xuyên tăng 7%"
    assert proposals(text, "7%", ("5%", "figure", "PERCENT"))[0] == "chi thường xuyên"
    assert proposals("Năm qua thuận lợi. Dư nợ tăng 7%", "7%")[0] == "Dư nợ"


def test_that_a_date_is_no_part_of_a_name():
    text = "năm 2023 sản lượng điện đạt 7%"
    assert proposals(text, "7%", ("năm 2023", "entity", "DATE"))[0] == "sản lượng điện"


def test_that_wider_names_follow_the_nearest_part():
    found = proposals("khai thác, nuôi trồng thủy sản đạt 7%", "7%")
    assert found[:2] == ["nuôi trồng thủy sản", "khai thác, nuôi trồng thủy sản"]


def test_that_words_right_behind_a_figure_are_proposed_last():
    assert proposals("Tăng 7% số vụ cháy, giảm người chết", "7%") == ["số vụ cháy"]
    assert proposals("7%", "7%") == []


def test_that_naming_draws_links_and_accepts_in_one_step(make_desk, place, report):
    desk = make_desk()
    edit = name(desk, "percent", *place("so với"))
    desk.view.apply(edit)
    drawn = next(span for span in desk.view if span.state is State.DRAWN)
    assert (report.text[drawn.start : drawn.end], drawn.label) == ("so với", "INDICATOR")
    assert desk.view.get("percent").state is State.ACCEPTED
    assert desk.view.relations_from("percent") == [Relation(MEASURES, "percent", drawn.id)]


def test_that_other_relations_of_the_figure_stay(make_desk, place):
    desk = make_desk()
    desk.view.apply(name(desk, "money", *place("so với")))
    assert {link.label for link in desk.view.relations_from("money")} == {MEASURES, DURING}


def test_that_an_indicator_there_already_is_linked_and_not_doubled(make_desk, place, candidates):
    thu = candidates.spans["thu"].decided(State.ACCEPTED)
    desk = make_desk([thu])
    desk.view.apply(name(desk, "percent", *place("Thu ngân sách")))
    assert [s.id for s in desk.view if s.label == "INDICATOR" and s.is_standing] == ["thu"]
    assert desk.view.relations_from("percent") == [Relation(MEASURES, "percent", "thu")]


def test_that_an_open_candidate_of_the_range_is_answered(make_desk, place):
    desk = make_desk()
    desk.view.apply(name(desk, "percent", *place("dự toán")))
    assert desk.view.get("plan").state is State.ACCEPTED
    assert desk.view.relations_from("percent") == [Relation(MEASURES, "percent", "plan")]


def test_that_a_name_over_its_own_figure_is_refused(make_desk, place):
    desk = make_desk()
    with pytest.raises(UserError) as refused:
        name(desk, "percent", *place("tăng 6,43%"))
    assert refused.value.code == "overlap"
