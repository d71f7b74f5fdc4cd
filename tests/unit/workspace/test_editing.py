"""Intents that answer, label, draw, describe and finish: the edit each becomes, and every refusal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.domain.errors import UserError
from annotator.domain.relations import DURING, HOLDS, MEASURES, Relation
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State
from annotator.workspace import editing
from annotator.workspace.editing import validated


def do(desk, edit):
    """Apply an edit to the view, as a commit does."""
    desk.view.apply(edit)
    return edit


def refused(code):
    return pytest.raises(UserError, check=lambda error: error.code == code)


def drawn(span_id, borders, layer, label):
    return Span(span_id, *borders, layer, label, State.DRAWN)


def test_that_accepting_a_candidate_carries_its_relations(make_desk):
    desk = make_desk()
    do(desk, editing.accept(desk, ["money"]))
    assert desk.view.get("money") == replace(desk.view.proposed("money"), state=State.ACCEPTED)
    assert desk.view.decided_relations("money") == {
        Relation(MEASURES, "money", "thu"),
        Relation(DURING, "money", "date"),
    }


def test_that_accepting_several_is_one_edit_and_leaves_decided_ones_alone(make_desk):
    desk = make_desk()
    do(desk, editing.relabel(desk, "org", "LOC"))
    edit = do(desk, editing.accept(desk, ["org", "person", "person", "position"]))
    assert [span.id for span in edit.after.spans] == ["person", "position"]
    assert desk.view.get("org").state is State.CORRECTED
    assert desk.view.decided_relations("person") == {Relation(HOLDS, "person", "position")}


def test_that_accepting_a_decided_span_changes_nothing(make_desk):
    desk = make_desk()
    do(desk, editing.accept(desk, ["org"]))
    assert editing.accept(desk, ["org"]).is_empty


def test_that_a_relation_to_a_rejected_span_is_not_carried(make_desk):
    desk = make_desk()
    do(desk, editing.reject(desk, ["thu"]))
    do(desk, editing.accept(desk, ["money"]))
    assert desk.view.decided_relations("money") == {Relation(DURING, "money", "date")}


def test_that_a_relation_its_target_cannot_take_any_more_is_not_carried(make_desk):
    desk = make_desk()
    do(desk, editing.relabel(desk, "thu", "ORG"))
    do(desk, editing.accept(desk, ["money"]))
    assert desk.view.decided_relations("money") == {Relation(DURING, "money", "date")}


def test_that_accepting_what_was_rejected_brings_its_relations_back(make_desk):
    desk = make_desk()
    do(desk, editing.reject(desk, ["money"]))
    do(desk, editing.accept(desk, ["money"]))
    assert desk.view.get("money").state is State.ACCEPTED
    assert len(desk.view.decided_relations("money")) == 2


def test_that_a_candidate_under_a_decided_span_is_not_accepted(make_desk, place):
    desk = make_desk()
    do(desk, editing.reject(desk, ["org"]))
    do(desk, editing.draw(desk, *place("Yên Thủy"), "LOC"))
    with refused("overlap"):
        editing.accept(desk, ["org"])


def test_that_two_spans_of_one_layer_that_overlap_are_not_accepted_together(make_desk, place):
    desk = make_desk([replace(drawn("wide", place("Tỉnh ủy Yên"), "entity", "ORG"), state=State.REJECTED)])
    with refused("overlap"):
        editing.accept(desk, ["wide", "org"])


def test_that_a_span_that_is_gone_is_said_to_be_gone(make_desk):
    with refused("no-span"):
        editing.accept(make_desk(), ["never"])


def test_that_a_rejected_candidate_is_kept_with_its_evidence_and_loses_its_relations(make_desk):
    desk = make_desk()
    do(desk, editing.accept(desk, ["money", "thu"]))
    do(desk, editing.reject(desk, ["thu"]))
    assert desk.view.get("thu") == replace(desk.view.proposed("thu"), state=State.REJECTED)
    assert desk.view.decided_relations("money") == {Relation(DURING, "money", "date")}


def test_that_rejecting_a_corrected_candidate_restores_its_own_form(make_desk, place):
    desk = make_desk()
    do(desk, editing.resize(desk, "org", *place("Tỉnh ủy")))
    do(desk, editing.relabel(desk, "org", "LOC"))
    do(desk, editing.annotate(desk, "org", note="why"))
    do(desk, editing.reject(desk, ["org"]))
    assert desk.view.get("org") == replace(desk.view.proposed("org"), state=State.REJECTED, note="why")


def test_that_rejecting_a_span_drawn_by_hand_takes_it_away(make_desk, place):
    desk = make_desk()
    edit = do(desk, editing.draw(desk, *place("họp"), "EVENT"))
    (made,) = edit.after.spans
    do(desk, editing.reject(desk, [made.id]))
    assert desk.view.get(made.id) is None
    assert editing.reject(desk, ["org"]).inverse().after.spans == ()


def test_that_rejecting_twice_changes_nothing(make_desk):
    desk = make_desk()
    do(desk, editing.reject(desk, ["org"]))
    assert editing.reject(desk, ["org", "org"]).is_empty


def test_that_a_relabelled_span_keeps_what_its_label_can_carry(make_desk):
    desk = make_desk()
    do(desk, editing.accept(desk, ["money"]))
    do(desk, editing.set_attribute(desk, "money", "basis", "plan"))
    do(desk, editing.relabel(desk, "money", "MEASURE"))
    changed = desk.view.get("money")
    assert (changed.label, changed.state) == ("MEASURE", State.CORRECTED)
    assert changed.attributes["value"] == "2236000000000"
    assert changed.attributes["basis"] == "plan"
    assert len(desk.view.decided_relations("money")) == 2


def test_that_relabelling_drops_attributes_and_relations_the_label_cannot_carry(make_desk):
    desk = make_desk()
    do(desk, editing.accept(desk, ["money", "thu", "percent"]))
    do(desk, editing.relabel(desk, "money", "INDICATOR"))
    assert dict(desk.view.get("money").attributes) == {}
    assert desk.view.decided_relations("money") == frozenset()
    do(desk, editing.relabel(desk, "thu", "COUNT"))
    assert desk.view.decided_relations("percent") == frozenset()


def test_that_relabelling_across_layers_reads_attributes_anew(make_desk):
    desk = make_desk()
    do(desk, editing.relabel(desk, "money", "DATE"))
    assert (desk.view.get("money").layer, dict(desk.view.get("money").attributes)) == ("entity", {})
    do(desk, editing.relabel(desk, "money", "MONEY"))
    assert desk.view.get("money").attributes["value"] == "2236000000000"


def test_that_only_attributes_the_schema_gives_a_label_are_read(make_desk, place):
    desk = make_desk()
    do(desk, editing.relabel(desk, "percent", "LOC"))
    assert dict(desk.view.get("percent").attributes) == {}
    edit = editing.draw(make_desk(), *place("đạt 2.236 tỷ đồng"), "EVENT")
    assert dict(edit.after.spans[0].attributes) == {}


def test_that_relabelling_to_the_same_label_accepts(make_desk):
    edit = editing.relabel(make_desk(), "org", "ORG")
    assert (edit.label, edit.after.spans[0].state) == ("accept", State.ACCEPTED)


def test_that_correcting_back_to_what_was_proposed_is_accepting_it(make_desk):
    desk = make_desk()
    do(desk, editing.relabel(desk, "org", "LOC"))
    do(desk, editing.relabel(desk, "org", "ORG"))
    assert desk.view.get("org").state is State.ACCEPTED


def test_that_relabelling_onto_a_decided_span_of_the_other_layer_is_refused(make_desk, place):
    desk = make_desk([drawn("x", place("ngân sách"), "entity", "ORG")])
    with refused("overlap"):
        editing.relabel(desk, "thu", "LOC")


@pytest.mark.parametrize("intent", [editing.relabel, lambda desk, _, label: editing.draw(desk, 0, 4, label)])
def test_that_a_label_the_schema_has_not_is_refused(make_desk, intent):
    with refused("unknown-label"):
        intent(make_desk(), "org", "PLANET")


def test_that_a_drawn_span_leaves_white_space_at_its_ends_out(make_desk, place):
    start, end = place(" họp ")
    (made,) = editing.draw(make_desk(), start, end, "EVENT").after.spans
    assert (made.start, made.end, made.layer, made.state) == (start + 1, end - 1, "entity", State.DRAWN)


def test_that_a_drawn_figure_is_read(make_desk, place):
    desk = make_desk(proposed=set_of("", "", ()))
    (made,) = editing.draw(desk, *place("6,43%"), "PERCENT").after.spans
    assert (made.attributes["value"], made.attributes["basis"]) == ("6.43", "budget")


def test_that_drawing_over_an_open_candidate_of_the_same_range_answers_it(make_desk, place):
    accepted = editing.draw(make_desk(), *place("Tỉnh ủy Yên Thủy"), "ORG")
    assert [(s.id, s.state) for s in accepted.after.spans] == [("org", State.ACCEPTED)]
    corrected = editing.draw(make_desk(), *place("Tỉnh ủy Yên Thủy"), "LOC")
    assert [(s.id, s.state, s.label) for s in corrected.after.spans] == [("org", State.CORRECTED, "LOC")]


def test_that_drawing_what_was_rejected_under_its_label_takes_the_no_back(make_desk, place):
    desk = make_desk()
    do(desk, editing.reject(desk, ["org", "money"]))
    again = editing.draw(desk, *place("Tỉnh ủy Yên Thủy"), "ORG")
    assert [(s.id, s.state) for s in again.after.spans] == [("org", State.ACCEPTED)]
    other = editing.draw(desk, *place("Tỉnh ủy Yên Thủy"), "LOC")
    assert (other.before.spans, [s.state for s in other.after.spans]) == ((), [State.DRAWN])


def test_that_drawing_over_part_of_a_candidate_hides_it_until_the_drawn_one_goes(make_desk, place):
    desk = make_desk()
    edit = do(desk, editing.draw(desk, *place("Yên Thủy"), "LOC"))
    assert desk.view.get("org") is None
    do(desk, editing.reject(desk, [edit.after.spans[0].id]))
    assert desk.view.get("org").state is State.CANDIDATE


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        (7, 7, "empty-span"),
        (4, 5, "empty-span"),
        (9, 3, "empty-span"),
        (-5, 3, "empty-span"),
        (9_000, 9_004, "empty-span"),
    ],
)
def test_that_nothing_selected_is_refused(make_desk, start, end, code):
    with refused(code):
        editing.draw(make_desk(), start, end, "ORG")


@pytest.mark.parametrize(("surface", "code"), [("bài", "over-chrome"), ("2023.\nThu", "two-paragraphs")])
def test_that_a_span_stays_in_one_paragraph_of_report_text(make_desk, place, surface, code):
    with refused(code):
        editing.draw(make_desk(), *place(surface), "ORG")


def test_that_drawing_over_a_decided_span_of_the_layer_is_refused_and_of_another_is_not(make_desk, place):
    desk = make_desk()
    do(desk, editing.accept(desk, ["org"]))
    for surface in ("ủy Yên Thủy họp", "Tỉnh ủy Yên Thủy"):
        with refused("overlap"):
            editing.draw(desk, *place(surface), "EVENT")
    (made,) = editing.draw(desk, *place("Yên Thủy"), "INDICATOR").after.spans
    assert made.layer == "figure"


def test_that_an_attribute_is_set_changed_and_cleared(make_desk):
    desk = make_desk()
    do(desk, editing.set_attribute(desk, "percent", "basis", "plan"))
    assert desk.view.get("percent").attributes["basis"] == "plan"
    assert desk.view.get("percent").state is State.CORRECTED
    assert desk.view.decided_relations("percent") == {Relation(MEASURES, "percent", "thu")}
    edit = do(desk, editing.set_attribute(desk, "percent", "basis", ""))
    assert "basis" not in desk.view.get("percent").attributes
    assert edit.label == "set basis"


@pytest.mark.parametrize(
    ("span_id", "name", "value", "code"),
    [
        ("percent", "value", "6,43", "bad-value"),
        ("percent", "value", "1e3", "bad-value"),
        ("percent", "value_max", "many", "bad-value"),
        ("percent", "basis", "weather", "bad-value"),
        ("percent", "total", "24", "no-attribute"),
        ("thu", "value", "6", "no-attribute"),
        ("org", "date_from", "2023-10-19", "no-attribute"),
        ("date", "date_from", "19/10/2023", "bad-value"),
        ("date", "date_from", "2023-02-30", "bad-value"),
        ("date", "date_to", "2023-10-19T25:00", "bad-value"),
        ("date", "duration", "five years", "bad-value"),
        ("date", "granularity", "decade", "bad-value"),
    ],
)
def test_that_an_attribute_the_schema_does_not_allow_is_refused(make_desk, span_id, name, value, code):
    with refused(code):
        editing.set_attribute(make_desk(), span_id, name, value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("value", "-3.6"),
        ("unit", "hộ"),
        ("qualifier", "about"),
        ("date_from", "2021-10-19T15:00"),
        ("date_to", "2024-02-29"),
        ("duration", "P5Y"),
    ],
)
def test_that_what_the_schema_allows_is_stored_as_it_is(schema, name, value):
    rule = next(rule for rule in schema.attributes if rule.name == name)
    assert validated(rule, value) == value


def test_that_a_refusal_says_what_is_allowed(schema):
    rule = next(rule for rule in schema.attributes if rule.name == "direction")
    with pytest.raises(UserError, match="one of up, down"):
        validated(rule, "sideways")


def test_that_a_note_and_a_flag_decide_nothing(make_desk):
    desk = make_desk()
    do(desk, editing.annotate(desk, "money", flagged=True))
    do(desk, editing.annotate(desk, "money", note="which year?"))
    span = desk.view.get("money")
    assert (span.state, span.note, span.flagged) == (State.CANDIDATE, "which year?", True)
    assert len(desk.view.relations_from("money")) == 2
    assert "money" in {s.id for s in editing.open_candidates(desk)}
    do(desk, editing.accept(desk, ["money"]))
    assert (desk.view.get("money").note, desk.view.get("money").state) == ("which year?", State.ACCEPTED)
    assert len(desk.view.decided_relations("money")) == 2


def test_that_a_flag_taken_away_leaves_the_candidate_as_it_came(make_desk):
    desk = make_desk()
    do(desk, editing.annotate(desk, "money", flagged=True))
    do(desk, editing.annotate(desk, "money", flagged=False))
    assert desk.view.decided("money") is None
    assert desk.view.decided_relations("money") == frozenset()
    assert desk.view.get("money") == desk.view.proposed("money")


def test_that_a_note_on_a_decided_span_keeps_its_state_and_relations(make_desk):
    desk = make_desk()
    do(desk, editing.accept(desk, ["money", "thu"]))
    do(desk, editing.annotate(desk, "thu", note="seen"))
    assert (desk.view.get("thu").state, desk.view.get("thu").note) == (State.ACCEPTED, "seen")
    assert len(desk.view.decided_relations("money")) == 2
    assert editing.annotate(desk, "thu", note="seen").is_empty


def test_that_finishing_with_candidates_left_asks(make_desk):
    with refused("candidates-left"):
        editing.finish(make_desk())


@pytest.mark.parametrize(
    ("leftovers", "state", "links"), [("accept", State.ACCEPTED, 4), ("reject", State.REJECTED, 0)]
)
def test_that_finishing_answers_what_is_left_and_closes_the_faint_as_not_shown(
    make_desk, leftovers, state, links
):
    desk = make_desk()
    do(desk, editing.finish(desk, leftovers=leftovers))
    assert desk.view.finished
    states = {span.id: span.state for span in desk.view}
    assert states.pop("plan") is State.NOT_SHOWN
    assert set(states.values()) == {state}
    assert len(desk.view.relations()) == links
    assert editing.finish(desk).is_empty


def test_that_a_suppressed_candidate_is_not_asked_about_and_closes_as_not_shown(make_desk, candidates):
    spans = [replace(candidates.spans["org"], state=State.SUPPRESSED)]
    desk = make_desk(proposed=set_of("", "rules", spans))
    assert editing.open_candidates(desk) == []
    do(desk, editing.finish(desk))
    assert desk.view.get("org").state is State.NOT_SHOWN


def test_that_a_faint_candidate_with_a_note_is_closed_too(make_desk):
    desk = make_desk()
    do(desk, editing.annotate(desk, "plan", note="hm"))
    do(desk, editing.finish(desk, leftovers="accept"))
    assert (desk.view.get("plan").state, desk.view.get("plan").note) == (State.NOT_SHOWN, "hm")


def test_that_open_candidates_are_those_tab_stops_at(make_desk, place):
    desk = make_desk()
    do(desk, editing.accept(desk, ["org"]))
    assert [s.id for s in editing.open_candidates(desk)] == [
        "date",
        "thu",
        "money",
        "percent",
        "person",
        "position",
    ]
    assert [s.id for s in editing.open_candidates(desk, place("Thu")[0], place("6,43%")[0])] == [
        "thu",
        "money",
    ]
