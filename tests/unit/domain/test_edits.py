"""Edits form a groupoid over annotation sets: they compose, and each has an inverse."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.edits import Edit, Fragment, applied, composed
from annotator.domain.errors import StaleEditError
from annotator.domain.relations import Relation
from annotator.domain.sets import AnnotationSet, set_of
from annotator.domain.spans import Span, State

EMPTY = AnnotationSet("r", "an")
SPAN = Span("a", 0, 5, "entity", "ORG")
LINK = Relation("measures", "a", "b")


@pytest.fixture(scope="session")
def steps(sets, edits):
    """Give a set and two edits that follow each other on it."""

    @st.composite
    def drawn(draw):
        first, second, third = draw(sets), draw(sets), draw(sets)
        return first, draw(edits(first, second)), draw(edits(second, third)), third

    return drawn()


@given(data=st.data())
def test_that_an_edit_leads_from_one_set_to_the_other(data, sets, edits):
    held, target = data.draw(sets), data.draw(sets)
    assert applied(held, data.draw(edits(held, target))) == target


@given(data=st.data())
def test_that_the_inverse_takes_an_edit_back(data, sets, edits):
    held, target = data.draw(sets), data.draw(sets)
    edit = data.draw(edits(held, target))
    assert applied(applied(held, edit), edit.inverse()) == held


@given(data=st.data())
def test_that_a_composed_edit_does_both(data, steps):
    held, first, second, target = data.draw(steps)
    assert applied(held, composed("both", first, second)) == target


@given(data=st.data())
def test_that_the_inverse_of_a_composed_edit_takes_both_back(data, steps):
    held, first, second, target = data.draw(steps)
    assert applied(target, composed("both", first, second).inverse()) == held


@given(data=st.data())
def test_that_composing_backwards_is_the_inverse_of_composing(data, steps):
    held, first, second, target = data.draw(steps)
    back = composed("back", second.inverse(), first.inverse())
    assert applied(target, back) == applied(target, composed("both", first, second).inverse()) == held


@given(data=st.data())
def test_that_composing_is_associative(data, sets, edits):
    stages = [data.draw(sets) for _ in range(4)]
    a, b, c = (data.draw(edits(one, two)) for one, two in itertools.pairwise(stages))
    left, right = composed("", composed("", a, b), c), composed("", a, composed("", b, c))
    assert applied(stages[0], left) == applied(stages[0], right) == stages[3]
    assert left == right


@given(data=st.data())
def test_that_an_edit_and_its_inverse_compose_to_nothing(data, sets, edits):
    edit = data.draw(edits(data.draw(sets), data.draw(sets)))
    assert composed("", edit, edit.inverse()).is_empty


@given(data=st.data())
def test_that_an_edit_is_empty_only_where_it_changes_nothing(data, sets, edits):
    held, target = data.draw(sets), data.draw(sets)
    assert data.draw(edits(held, target)).is_empty is (held == target)


@given(data=st.data())
def test_that_an_edit_is_refused_by_a_set_it_was_not_made_for(data, sets, edits):
    held, target, other = data.draw(sets), data.draw(sets), data.draw(sets)
    edit = data.draw(edits(held, target))
    fits = (
        all(other.spans.get(span.id) == span for span in edit.before.spans)
        and edit.before.relations <= other.relations
        and edit.before.finished in {None, other.finished}
        and not edit.after.relations - edit.before.relations & other.relations
        and not {s.id for s in edit.after.spans} - {s.id for s in edit.before.spans} & other.spans.keys()
    )
    if fits:
        assert applied(applied(other, edit), edit.inverse()) == other
    else:
        with pytest.raises(StaleEditError):
            applied(other, edit)


def test_that_a_relation_named_on_both_sides_can_be_removed_by_the_next_edit():
    restating = Edit("note", Fragment((SPAN,), frozenset({LINK})), Fragment((SPAN,), frozenset({LINK})))
    removing = Edit("unlink", Fragment(relations=frozenset({LINK})))
    held = set_of("r", "an", [SPAN], [LINK])
    assert applied(held, composed("both", restating, removing)).relations == frozenset()


def test_that_an_edit_says_on_both_sides_or_neither_whether_the_report_is_finished():
    with pytest.raises(ValueError, match="both sides"):
        Edit("finish", Fragment(), Fragment(finished=True))


def test_that_the_order_of_spans_does_not_make_an_edit_change_anything():
    other = Span("b", 6, 9, "entity", "LOC")
    assert Edit("", Fragment((SPAN, other)), Fragment((other, SPAN))).is_empty


def test_that_an_edit_names_the_spans_of_both_sides():
    other = replace(SPAN, id="b", state=State.DRAWN)
    assert Edit("", Fragment((SPAN,)), Fragment((other,))).span_ids == {"a", "b"}


def test_that_a_span_named_twice_is_refused():
    with pytest.raises(StaleEditError):
        applied(EMPTY, Edit("add", Fragment(), Fragment((SPAN, SPAN))))
    with pytest.raises(StaleEditError):
        applied(set_of("r", "an", [SPAN]), Edit("remove", Fragment((SPAN, SPAN))))
