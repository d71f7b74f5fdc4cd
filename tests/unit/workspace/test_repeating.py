"""What was decided of one span is done again to another, or to a selection, as one edit."""

from __future__ import annotations

import pytest

from annotator.domain.errors import UserError
from annotator.domain.relations import DURING, MEASURES, Relation
from annotator.domain.spans import State
from annotator.workspace import editing
from annotator.workspace.repeating import Decision, decision_of, joined, repeat, repeat_over
from annotator.workspace.valuing import give


def decided(desk, edit, span_id):
    """Apply an edit and return the decision it was."""
    before = desk.view.get(span_id)
    change = desk.view.apply(edit)
    return decision_of(edit, span_id, before, unlinked=change.unlinked)


def test_that_a_rejection_is_repeated(make_desk):
    desk = make_desk()
    decision = decided(desk, editing.reject(desk, ["org"]), "org")
    desk.view.apply(repeat(desk, "date", decision))
    assert desk.view.get("date").state is State.REJECTED


def test_that_a_label_is_repeated_on_a_span_and_over_a_selection(make_desk, place):
    desk = make_desk()
    decision = decided(desk, editing.relabel(desk, "org", "EVENT"), "org")
    desk.view.apply(repeat(desk, "position", decision))
    assert (desk.view.get("position").label, desk.view.get("position").state) == ("EVENT", State.CORRECTED)
    desk.view.apply(repeat_over(desk, *place("dự họp"), decision))
    drawn = next(span for span in desk.view if span.state is State.DRAWN)
    assert (drawn.start, drawn.end, drawn.label) == (*place("dự họp"), "EVENT")


def test_that_values_given_one_after_the_other_are_repeated_together(make_desk):
    desk = make_desk()
    first = decided(desk, give(desk, ["percent"], {"direction": "down"}), "percent")
    both = joined(first, decided(desk, give(desk, ["percent"], {"basis": "budget"}), "percent"))
    edit = repeat(desk, "money", both)
    desk.view.apply(edit)
    money = desk.view.get("money").attributes
    assert (money["direction"], money["basis"], money["value"]) == ("down", "budget", "2236000000000")


def test_that_a_link_is_repeated_and_an_unlinking_too(make_desk):
    desk = make_desk()
    linked = decided(desk, editing.link(desk, "percent", "plan", MEASURES), "percent")
    desk.view.apply(repeat(desk, "money", linked))
    assert Relation(MEASURES, "money", "plan") in desk.view.relations_from("money")
    gone = decided(desk, editing.unlink(desk, Relation(MEASURES, "money", "plan")), "money")
    desk.view.apply(repeat(desk, "percent", gone))
    assert desk.view.relations_from("percent") == []


def test_that_the_kind_of_link_taken_from_an_open_span_is_repeated(make_desk):
    desk = make_desk()
    gone = decided(desk, editing.unlink(desk, Relation(DURING, "money", "date")), "money")
    assert gone.unlinked == (DURING,)
    desk.view.apply(repeat(desk, "percent", gone))
    assert desk.view.relations_from("percent") == [Relation(MEASURES, "percent", "thu")]


def test_that_a_repetition_is_one_edit_and_its_inverse_takes_it_back(make_desk):
    desk = make_desk()
    decision = Decision("x", label="RATE", values={"direction": "down"}, links=((MEASURES, "plan"),))
    before = list(desk.view)
    edit = repeat(desk, "percent", decision)
    assert list(desk.view) == before
    desk.view.apply(edit)
    span = desk.view.get("percent")
    assert (span.label, span.attributes["direction"], span.state) == ("RATE", "down", State.CORRECTED)
    desk.view.apply(edit.inverse())
    assert list(desk.view) == before


def test_that_values_a_label_cannot_carry_are_left_out(make_desk):
    desk = make_desk()
    desk.view.apply(repeat(desk, "org", Decision("x", values={"direction": "down"})))
    assert (desk.view.get("org").state, dict(desk.view.get("org").attributes)) == (State.ACCEPTED, {})


def test_that_borders_are_a_spans_own(make_desk, place):
    desk = make_desk()
    assert decided(desk, editing.resize(desk, "org", *place("Tỉnh ủy")), "org") is None


def test_that_another_span_begins_another_decision():
    held = Decision("a", label="ORG", values={"basis": "plan"})
    assert joined(held, Decision("b", label="LOC")) == Decision("b", label="LOC")
    assert joined(held, Decision("a", rejected=True)) == Decision("a", rejected=True)
    assert joined(None, held) == held


def test_that_a_selection_needs_a_label(make_desk, place):
    with pytest.raises(UserError) as refused:
        repeat_over(make_desk(), *place("dự họp"), Decision("x", values={"direction": "up"}))
    assert refused.value.code == "nothing-to-repeat"
