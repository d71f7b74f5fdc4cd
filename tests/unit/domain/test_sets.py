"""What an analyst sees is their decisions and the candidates these leave open."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.relations import Relation
from annotator.domain.sets import AnnotationSet, combined, joined, set_of
from annotator.domain.spans import Span, State

CANDIDATE = Span("a", 0, 5, "entity", "ORG")


def answered(candidate, decisions):
    standing = (s for s in decisions.spans.values() if s.is_standing and s.layer == candidate.layer)
    return candidate.id in decisions.spans or any(span.overlaps(candidate) for span in standing)


@given(data=st.data())
def test_that_a_candidate_is_seen_exactly_while_nothing_answers_it(data, sets):
    candidates, decisions = data.draw(sets), data.draw(sets)
    open_ids = {i for i, span in candidates.spans.items() if not answered(span, decisions)}
    seen = combined(candidates, decisions)
    assert seen.spans == {i: candidates.spans[i] for i in open_ids} | dict(decisions.spans)


@given(data=st.data())
def test_that_seen_relations_have_both_ends_and_come_from_one_of_the_two(data, sets):
    candidates, decisions = data.draw(sets), data.draw(sets)
    seen = combined(candidates, decisions)
    assert all(r.source in seen.spans and r.target in seen.spans for r in seen.relations)
    assert seen.relations <= candidates.relations | decisions.relations
    ends = {r for r in decisions.relations if r.source in seen.spans and r.target in seen.spans}
    assert ends <= seen.relations


@given(data=st.data())
def test_that_proposed_relations_of_a_decided_span_are_not_seen(data, sets):
    candidates, decisions = data.draw(sets), data.draw(sets)
    proposed = combined(candidates, decisions).relations - decisions.relations
    assert all(relation.source not in decisions.spans for relation in proposed)


@given(data=st.data())
def test_that_seeing_the_same_candidates_twice_changes_nothing(data, sets):
    candidates, decisions = data.draw(sets), data.draw(sets)
    once = combined(candidates, decisions)
    assert combined(candidates, once).spans == once.spans


@given(data=st.data())
def test_that_without_candidates_decisions_are_what_is_seen(data, sets):
    decisions = data.draw(sets)
    seen = combined(AnnotationSet("r", "x"), decisions)
    assert (seen.spans, seen.finished, seen.author) == (decisions.spans, decisions.finished, decisions.author)


def test_that_a_long_decision_answers_candidates_behind_a_short_one():
    long, short = (
        Span("b", 0, 20, "entity", "ORG", State.DRAWN),
        Span("c", 1, 3, "entity", "LOC", State.IMPORTED),
    )
    candidate = Span("d", 10, 12, "entity", "ORG")
    assert set(combined(set_of("r", "x", [candidate]), set_of("r", "an", [long, short])).spans) == {"b", "c"}


def test_that_a_rejected_span_does_not_hide_its_neighbours():
    no = CANDIDATE.decided(State.REJECTED)
    other = Span("b", 2, 8, "entity", "LOC")
    seen = combined(set_of("r", "x", [CANDIDATE, other]), set_of("r", "an", [no]))
    assert seen.spans == {"a": no, "b": other}


def test_that_a_proposed_relation_to_a_rejected_span_is_not_seen():
    figure = Span("f", 10, 12, "figure", "MONEY")
    candidates = set_of("r", "x", [CANDIDATE, figure], [Relation("measures", "f", "a")])
    assert combined(candidates, set_of("r", "an", [])).relations == candidates.relations
    assert not combined(candidates, set_of("r", "an", [CANDIDATE.decided(State.REJECTED)])).relations


@given(data=st.data())
def test_that_relations_of_a_span_are_those_that_leave_or_reach_it(data, sets):
    held = data.draw(sets)
    for span_id in "abcdef":
        assert set(held.relations_from(span_id)) <= set(held.relations_of(span_id)) <= held.relations
        reaching = {r for r in held.relations if r.target == span_id}
        assert set(held.relations_of(span_id)) == {*held.relations_from(span_id), *reaching}


def test_that_two_spans_of_one_id_make_no_set():
    with pytest.raises(ValueError, match="share the id a"):
        set_of("r", "an", [CANDIDATE, CANDIDATE])


@given(data=st.data())
def test_that_spans_are_ordered_by_place_whatever_order_they_came_in(data, sets):
    held = data.draw(sets)
    turned = set_of("r", "an", reversed(held.spans.values()))
    assert held.ordered() == turned.ordered()
    starts = [(span.start, -span.end) for span in held.ordered()]
    assert starts == sorted(starts)


@given(data=st.data())
def test_that_joined_sets_never_overlap_within_a_layer_and_take_links_along(data, sets):
    held = [data.draw(sets) for _ in range(data.draw(st.integers(0, 3)))]
    whole = joined("r", held)
    for layer in ("entity", "figure"):
        spans = [span for span in whole.ordered() if span.layer == layer]
        assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(any(one.spans.get(i) == span for one in held) for i, span in whole.spans.items())
    links = {r for one in held for r in one.relations}
    assert whole.relations == {r for r in links if {r.source, r.target} <= whole.spans.keys()}


@given(data=st.data())
def test_that_a_single_set_without_overlaps_is_joined_to_itself(data, sets):
    once = joined("r", [data.draw(sets)])
    assert joined("r", [once]) == once
