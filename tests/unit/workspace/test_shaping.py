"""Borders moved, spans split and joined: values read anew, relations where they belong, refusals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.domain.errors import UserError
from annotator.domain.relations import DURING, HOLDS, MEASURES, Relation
from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State
from annotator.domain.views import View
from annotator.workspace import editing
from annotator.workspace.editing import Desk
from annotator.workspace.figuring import read_attributes

RANGE = "Vốn vay 6 đến 7 triệu đồng, có 1.250 hộ nghèo, 18/24 chỉ tiêu.\nDòng hai."


def do(desk, edit):
    desk.view.apply(edit)
    return edit


def refused(code):
    return pytest.raises(UserError, check=lambda error: error.code == code)


def found(text, surface):
    return text.index(surface), text.index(surface) + len(surface)


def desk_over(text, schema, spans, links=(), decided=(), sections=()):
    """Put a text of its own on a desk, with candidates by id, surface, layer and label."""
    report = Report("r", text, sections=sections)
    proposed = [Span(i, *found(text, s), layer, label, score=0.9) for i, s, layer, label in spans]
    view = View(set_of("", "x", proposed, links), set_of("", "an", decided), threshold=0.5)
    return Desk(report, schema, view, lambda start, end, label: read_attributes(report, start, end, label))


def test_that_a_resized_span_keeps_its_id_relations_note_and_evidence(make_desk, place):
    desk = make_desk()
    do(desk, editing.accept(desk, ["person", "position"]))
    do(desk, editing.resize(desk, "person", *place("A Mẫu")))
    changed = desk.view.get("person")
    assert ((changed.start, changed.end), changed.state) == (place("A Mẫu"), State.CORRECTED)
    assert desk.view.decided_relations("person") == {Relation(HOLDS, "person", "position")}


def test_that_a_resized_candidate_brings_its_relations(make_desk, place):
    desk = make_desk()
    do(desk, editing.resize(desk, "money", *place("2.236 tỷ")))
    assert desk.view.decided_relations("money") == {
        Relation(MEASURES, "money", "thu"),
        Relation(DURING, "money", "date"),
    }


def test_that_a_border_moved_back_leaves_the_candidate_accepted(make_desk, place):
    desk = make_desk()
    do(desk, editing.resize(desk, "org", *place("Tỉnh ủy")))
    do(desk, editing.resize(desk, "org", *place("Tỉnh ủy Yên Thủy")))
    assert desk.view.get("org") == desk.view.proposed("org").decided(State.ACCEPTED)


def test_that_a_figure_is_read_anew_from_its_new_range(schema):
    desk = desk_over(RANGE, schema, [])
    (made,) = do(desk, editing.draw(desk, *found(RANGE, "6 đến 7 triệu đồng"), "MONEY")).after.spans
    assert (made.attributes["value"], made.attributes["value_max"]) == ("6000000", "7000000")
    do(desk, editing.resize(desk, made.id, *found(RANGE, "7 triệu đồng")))
    shorter = desk.view.get(made.id).attributes
    assert (shorter["value"], "value_max" in shorter) == ("7000000", False)


def test_that_what_a_person_said_around_the_number_survives_a_resize(make_desk, place):
    desk = make_desk()
    for name, value in (("direction", "down"), ("status", "forecast")):
        do(desk, editing.set_attribute(desk, "percent", name, value))
    do(desk, editing.resize(desk, "percent", *place("tăng 6,43%")))
    read = desk.view.get("percent").attributes
    assert (read["value"], read["direction"], read["status"]) == ("6.43", "down", "forecast")


def test_that_a_value_typed_by_hand_stays_while_the_range_cannot_be_read(make_desk, place):
    desk = make_desk()
    do(desk, editing.set_attribute(desk, "money", "value", "5"))
    do(desk, editing.resize(desk, "money", *place("tỷ đồng")))
    assert desk.view.get("money").attributes["value"] == "5"


def test_that_white_space_at_a_new_border_is_left_out(make_desk, place):
    start, end = place("Tỉnh ủy ")
    edit = editing.resize(make_desk(), "org", start, end)
    assert (edit.after.spans[0].start, edit.after.spans[0].end) == (start, end - 1)


def test_that_the_same_borders_change_nothing(make_desk, place):
    start, end = place("Tỉnh ủy Yên Thủy ")
    assert editing.resize(make_desk(), "org", start, end).is_empty


@pytest.mark.parametrize(
    ("span_id", "surface", "code"),
    [("person", "bài viết\nĐồng chí Vàng A Mẫu", "over-chrome"), ("date", "2023.\nThu", "two-paragraphs")],
)
def test_that_a_border_stays_in_one_paragraph_of_report_text(make_desk, place, span_id, surface, code):
    with refused(code):
        editing.resize(make_desk(), span_id, *place(surface))


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 4), (-1, 4), (9_000, 9_002)])
def test_that_an_end_cannot_pass_the_other_or_leave_the_report(make_desk, start, end):
    with refused("empty-span"):
        editing.resize(make_desk(), "org", start, end)


def test_that_a_border_does_not_move_over_a_decided_span_of_the_layer(make_desk, place):
    desk = make_desk()
    do(desk, editing.accept(desk, ["date"]))
    with refused("overlap"):
        editing.resize(desk, "org", *place("Tỉnh ủy Yên Thủy họp ngày"))
    do(desk, editing.resize(desk, "date", *place("19/10/2023")))
    assert desk.view.get("org") is not None


def test_that_a_split_span_becomes_two_without_the_white_space_between(make_desk, place):
    desk = make_desk()
    start, end = place("Tỉnh ủy Yên Thủy")
    middle = place(" Yên Thủy")[0]
    left, right = do(desk, editing.split(desk, "org", middle)).after.spans
    assert (left.id, left.start, left.end, left.state) == ("org", start, middle, State.CORRECTED)
    assert (right.start, right.end, right.label, right.state) == (middle + 1, end, "ORG", State.DRAWN)


def test_that_relations_of_a_split_span_stay_with_its_first_half(make_desk, place):
    desk = make_desk()
    do(desk, editing.accept(desk, ["position"]))
    _, right = do(desk, editing.split(desk, "position", place(" Tỉnh ủy dự")[0])).after.spans
    do(desk, editing.split(desk, "person", place(" A Mẫu")[0]))
    assert desk.view.decided_relations("person") == {Relation(HOLDS, "person", "position")}
    assert desk.view.decided_relations(right.id) == frozenset()


def test_that_both_halves_of_a_split_figure_are_read(schema):
    desk = desk_over(RANGE, schema, [("f", "1.250 hộ nghèo, 18/24 chỉ tiêu", "figure", "COUNT")])
    halves = editing.split(desk, "f", RANGE.index(" 18/24")).after.spans
    assert [half.attributes["value"] for half in halves] == ["1250", "18"]


@pytest.mark.parametrize("surface", ["Tỉnh", " họp", "ngày"])
def test_that_a_caret_outside_the_span_does_not_split_it(make_desk, place, surface):
    with refused("bad-split"):
        editing.split(make_desk(), "org", place(surface)[0])


def test_that_half_a_span_is_never_white_space_alone(schema):
    text = "Vốn   vay"
    desk = desk_over(text, schema, [], decided=[Span("x", 0, 6, "entity", "ORG", State.IMPORTED)])
    with refused("empty-span"):
        editing.split(desk, "x", 4)


def test_that_a_rejected_span_under_a_decided_one_is_not_split_into_it(make_desk, place):
    desk = make_desk()
    do(desk, editing.reject(desk, ["org"]))
    do(desk, editing.draw(desk, *place("Yên Thủy"), "LOC"))
    with refused("overlap"):
        editing.split(desk, "org", place(" Yên")[0])


def test_that_joining_swallows_the_next_span_of_the_layer_without_a_no_to_it(make_desk, place):
    desk = make_desk()
    do(desk, editing.join(desk, "person"))
    joined = desk.view.get("person")
    assert (joined.start, joined.end) == (place("Vàng A Mẫu")[0], place("Bí thư Tỉnh ủy")[1])
    assert (joined.label, joined.state) == ("PERSON", State.CORRECTED)
    assert desk.view.decided("position") is None
    assert desk.view.get("position") is None
    do(desk, editing.reject(desk, ["person"]))
    assert desk.view.get("position").state is State.CANDIDATE


def test_that_joining_takes_a_decided_span_out_of_the_set(make_desk):
    desk = make_desk()
    do(desk, editing.accept(desk, ["person", "position"]))
    do(desk, editing.join(desk, "person"))
    assert desk.view.decided("position") is None
    assert desk.view.decided_relations("person") == frozenset()


def test_that_a_joined_span_takes_over_the_relations_of_the_second(schema):
    text = "Thu ngân sách tỉnh đạt 5 tỷ đồng."
    spans = [
        ("a", "Thu ngân", "figure", "INDICATOR"),
        ("b", "sách tỉnh", "figure", "INDICATOR"),
        ("m", "5 tỷ đồng", "figure", "MONEY"),
    ]
    desk = desk_over(text, schema, spans, [Relation(MEASURES, "m", "b")])
    do(desk, editing.accept(desk, ["m", "b"]))
    do(desk, editing.join(desk, "a"))
    assert desk.view.decided_relations("m") == {Relation(MEASURES, "m", "a")}
    assert text[desk.view.get("a").start : desk.view.get("a").end] == "Thu ngân sách tỉnh"


def test_that_a_joined_figure_measures_one_indicator_only(schema):
    text = "Thu, chi đạt 5 và 6 tỷ đồng."
    spans = [
        ("i", "Thu", "figure", "INDICATOR"),
        ("j", "chi", "figure", "INDICATOR"),
        ("a", "5", "figure", "MONEY"),
        ("b", "6 tỷ đồng", "figure", "MONEY"),
    ]
    links = [Relation(MEASURES, "a", "i"), Relation(MEASURES, "b", "j")]
    desk = desk_over(text, schema, spans, links)
    do(desk, editing.accept(desk, ["a", "b"]))
    do(desk, editing.join(desk, "a"))
    assert desk.view.decided_relations("a") == {Relation(MEASURES, "a", "i")}


def test_that_joined_candidates_keep_the_relations_proposed_for_either(schema):
    text = "Ông Vàng A Mẫu, Bí thư."
    spans = [
        ("a", "Vàng", "entity", "PERSON"),
        ("b", "A Mẫu", "entity", "PERSON"),
        ("p", "Bí thư", "entity", "POSITION"),
    ]
    desk = desk_over(text, schema, spans, [Relation(HOLDS, "b", "p")])
    do(desk, editing.join(desk, "a"))
    assert desk.view.decided_relations("a") == {Relation(HOLDS, "a", "p")}


@pytest.mark.parametrize("span_id", ["date", "percent", "position"])
def test_that_there_is_nothing_to_join_across_paragraphs(make_desk, span_id):
    desk = make_desk()
    do(desk, editing.reject(desk, ["plan"]))
    with refused("bad-join"):
        editing.join(desk, span_id)


def test_that_rejected_and_closed_spans_are_passed_over_when_joining(make_desk, candidates):
    closed = [
        candidates.spans["money"].decided(State.REJECTED),
        candidates.spans["percent"].decided(State.NOT_SHOWN),
    ]
    desk = make_desk(closed)
    edit = editing.join(desk, "thu")
    assert edit.after.spans[0].end == candidates.spans["plan"].end


def test_that_spans_are_not_joined_over_page_furniture(schema):
    text = "Tỉnh ủy In bài viết Yên Thủy"
    spans = [("a", "Tỉnh ủy", "entity", "ORG"), ("b", "Yên Thủy", "entity", "ORG")]
    chrome = [Section(SectionKind.CHROME, *found(text, "In bài viết"))]
    with refused("over-chrome"):
        editing.join(desk_over(text, schema, spans, sections=chrome), "a")


def test_that_a_joined_figure_is_read_anew(schema):
    spans = [("a", "1.250", "figure", "COUNT"), ("b", "hộ nghèo", "figure", "COUNT")]
    desk = desk_over(RANGE, schema, spans)
    do(desk, editing.join(desk, "a"))
    assert desk.view.get("a").attributes["value"] == "1250"


def test_that_a_resize_of_a_rejected_span_decides_for_it_again(make_desk, place):
    desk = make_desk()
    do(desk, editing.reject(desk, ["money"]))
    do(desk, editing.resize(desk, "money", *place("2.236 tỷ")))
    assert desk.view.get("money").state is State.CORRECTED
    assert len(desk.view.decided_relations("money")) == 2
    assert replace(desk.view.get("money"), end=desk.view.proposed("money").end).start == place("2.236")[0]


def test_that_a_decision_whose_candidate_is_gone_is_the_persons_own(make_desk, candidates, place):
    held = candidates.spans["org"].decided(State.ACCEPTED)
    desk = make_desk([held], proposed=set_of("", "rules", ()))
    do(desk, editing.resize(desk, "org", *place("Tỉnh ủy")))
    assert desk.view.get("org").state is State.DRAWN
    do(desk, editing.reject(desk, ["org"]))
    assert desk.view.get("org") is None


def test_that_a_relation_whose_other_end_is_gone_goes_with_a_correction(make_desk, candidates, place):
    held = candidates.spans["money"].decided(State.ACCEPTED)
    desk = make_desk([held], [Relation(MEASURES, "money", "thu")], proposed=set_of("", "rules", ()))
    do(desk, editing.resize(desk, "money", *place("2.236 tỷ")))
    assert desk.view.decided_relations("money") == frozenset()
