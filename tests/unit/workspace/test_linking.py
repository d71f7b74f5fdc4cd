"""Links made and taken away, what they decide on the way, and what is refused."""

from __future__ import annotations

import pytest

from annotator.domain.errors import UserError
from annotator.domain.relations import DURING, HOLDS, MEASURES, Relation
from annotator.domain.spans import Span, State
from annotator.workspace import editing

MONEY_THU, MONEY_PLAN = Relation(MEASURES, "money", "thu"), Relation(MEASURES, "money", "plan")
MONEY_DATE = Relation(DURING, "money", "date")


def do(desk, edit):
    desk.view.apply(edit)
    return edit


def refused(code):
    return pytest.raises(UserError, check=lambda error: error.code == code)


def test_that_linking_an_open_figure_accepts_it_with_its_other_relations(make_desk):
    desk = make_desk()
    edit = do(desk, editing.link(desk, "money", "plan", MEASURES))
    assert edit.label == "link"
    assert desk.view.get("money").state is State.ACCEPTED
    assert desk.view.decided_relations("money") == {MONEY_PLAN, MONEY_DATE}


def test_that_a_second_indicator_replaces_the_first(make_desk):
    desk = make_desk()
    do(desk, editing.accept(desk, ["money"]))
    edit = do(desk, editing.link(desk, "money", "plan", MEASURES))
    assert (edit.before.relations, edit.after.relations) == ({MONEY_THU}, {MONEY_PLAN})
    assert desk.view.decided_relations("money") == {MONEY_PLAN, MONEY_DATE}


def test_that_a_person_may_hold_several_positions(make_desk, place):
    head = Span("head", *place("Bí thư"), "entity", "POSITION", State.REJECTED)
    other = Span("other", *place("họp ngày"), "entity", "POSITION", State.DRAWN)
    desk = make_desk([head, other])
    do(desk, editing.link(desk, "person", "other", HOLDS))
    assert desk.view.decided_relations("person") == {
        Relation(HOLDS, "person", "other"),
        Relation(HOLDS, "person", "position"),
    }
    with refused("rejected-span"):
        editing.link(desk, "person", "head", HOLDS)


def test_that_linking_again_changes_nothing_and_linking_as_proposed_accepts(make_desk):
    desk = make_desk()
    do(desk, editing.link(desk, "money", "thu", MEASURES))
    assert desk.view.decided_relations("money") == {MONEY_THU, MONEY_DATE}
    assert editing.link(desk, "money", "thu", MEASURES).is_empty


def test_that_a_faint_target_is_accepted_since_nothing_else_would_stop_at_it(make_desk):
    desk = make_desk()
    do(desk, editing.link(desk, "money", "plan", MEASURES))
    assert desk.view.get("plan").state is State.ACCEPTED
    do(desk, editing.finish(desk, leftovers="accept"))
    assert MONEY_PLAN in desk.view.relations()
    assert desk.view.get("plan").is_standing


def test_that_an_ordinary_target_stays_open_for_its_own_answer(make_desk):
    desk = make_desk()
    do(desk, editing.link(desk, "percent", "thu", MEASURES))
    assert desk.view.get("thu").state is State.CANDIDATE


@pytest.mark.parametrize(
    ("source", "target", "label"),
    [("money", "org", MEASURES), ("thu", "money", MEASURES), ("person", "position", "knows")],
)
def test_that_a_relation_the_schema_does_not_allow_is_refused(make_desk, source, target, label):
    with refused("bad-relation"):
        editing.link(make_desk(), source, target, label)


def test_that_a_rejected_span_takes_no_link(make_desk):
    desk = make_desk()
    do(desk, editing.reject(desk, ["thu", "percent"]))
    for source, target in (("money", "thu"), ("percent", "plan")):
        with refused("rejected-span"):
            editing.link(desk, source, target, MEASURES)


def test_that_a_link_is_taken_away_from_a_decided_figure(make_desk):
    desk = make_desk()
    do(desk, editing.accept(desk, ["money"]))
    edit = do(desk, editing.unlink(desk, MONEY_THU))
    assert edit.label == "unlink"
    assert desk.view.decided_relations("money") == {MONEY_DATE}
    assert MONEY_THU not in desk.view.relations()


def test_that_taking_a_proposed_link_away_accepts_the_figure_without_it(make_desk):
    desk = make_desk()
    do(desk, editing.unlink(desk, MONEY_THU))
    assert desk.view.get("money").state is State.ACCEPTED
    assert desk.view.decided_relations("money") == {MONEY_DATE}


def test_that_a_noted_figure_can_be_linked_and_unlinked(make_desk):
    desk = make_desk()
    do(desk, editing.annotate(desk, "money", note="hm"))
    do(desk, editing.unlink(desk, MONEY_THU))
    do(desk, editing.link(desk, "money", "plan", MEASURES))
    assert desk.view.decided_relations("money") == {MONEY_PLAN, MONEY_DATE}
    assert (desk.view.get("money").note, desk.view.get("money").state) == ("hm", State.ACCEPTED)


def test_that_a_link_that_is_not_there_cannot_be_taken_away(make_desk):
    desk = make_desk()
    do(desk, editing.accept(desk, ["money"]))
    with refused("no-relation"):
        editing.unlink(desk, MONEY_PLAN)


def test_that_a_proposed_link_its_target_cannot_take_any_more_is_taken_away(make_desk):
    desk = make_desk()
    do(desk, editing.relabel(desk, "thu", "ORG"))
    do(desk, editing.unlink(desk, MONEY_THU))
    assert desk.view.decided_relations("money") == {MONEY_DATE}
