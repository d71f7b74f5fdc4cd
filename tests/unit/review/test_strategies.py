"""Several sets made one by a rule: who agrees on what, whose word counts, and nothing made up."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.domain.relations import Relation
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State, without_overlaps
from annotator.review.strategies import (
    are_equal,
    check_strategy,
    content,
    linked_contents,
    merged,
    standing_contents,
)


def span(span_id, start=0, end=5, label="ORG", state=State.ACCEPTED, **attributes):
    layer = "entity" if label in {"ORG", "LOC"} else "figure"
    return Span(span_id, start, end, layer, label, state, attributes)


def held(author, *spans, links=()):
    return set_of("r", author, spans, links, finished=True)


def said(one):
    return set(standing_contents(one)), linked_contents(one)


def test_that_content_is_what_a_span_says_and_not_who_says_it():
    one = span("a", value="5", unit="ha")
    other = replace(
        span("b", state=State.DRAWN), attributes={"unit": "ha", "value": "5"}, note="x", score=0.4
    )
    assert content(one) == content(other)
    for changed in (
        replace(one, end=6),
        replace(one, label="LOC"),
        replace(one, layer="figure"),
        replace(one, attributes={"value": "6", "unit": "ha"}),
    ):
        assert content(changed) != content(one)


def test_that_sets_are_equal_when_they_say_the_same_under_other_ids():
    one = held("an", span("a"), span("b", 9, 12, "MEASURE"), links=[Relation("x", "b", "a")])
    other = held("binh", span("c", 9, 12, "MEASURE"), span("d"), links=[Relation("x", "c", "d")])
    assert are_equal([one, other])
    assert are_equal([one])


@pytest.mark.parametrize(
    "other",
    [
        held("binh", span("a")),
        held("binh", span("a"), span("b", 9, 12, "MEASURE")),
        held("binh", span("a"), span("b", 9, 12, "MEASURE"), links=[Relation("x", "a", "b")]),
        held("binh", span("a"), span("b", 9, 12, "MEASURE", value="1"), links=[Relation("x", "b", "a")]),
    ],
)
def test_that_a_span_a_relation_or_an_attribute_makes_sets_differ(other):
    one = held("an", span("a"), span("b", 9, 12, "MEASURE"), links=[Relation("x", "b", "a")])
    assert not are_equal([one, other])
    assert not are_equal([one, one, other])


def test_that_what_nobody_stands_for_does_not_count():
    one = held("an", span("a"))
    other = held(
        "binh", span("a"), span("b", 20, 22, state=State.REJECTED), span("c", 30, 31, state=State.CANDIDATE)
    )
    linked = held("an", span("a"), span("b", 20, 22, state=State.REJECTED), links=[Relation("x", "a", "b")])
    assert are_equal([one, other, linked])


def test_that_unanimous_takes_what_all_say_and_majority_what_more_than_half_say():
    a, b, c = span("a"), span("b", 10, 15), span("c", 20, 25)
    sets = [held("an", a, b), held("binh", a, b, c), held("chi", a)]
    assert {s.id for s in merged(sets, "unanimous").spans.values()} == {"a"}
    assert {s.id for s in merged(sets, "majority").spans.values()} == {"a", "b"}
    assert {s.id for s in merged(sets[:2], "majority").spans.values()} == {"a", "b"}
    assert merged(sets, "majority").finished


def test_that_relations_are_voted_on_like_spans_and_follow_their_ends():
    ends = [span("a"), span("b", 9, 12, "MEASURE")]
    other = [replace(s, id=s.id * 2) for s in ends]
    sets = [
        held("an", *ends, links=[Relation("x", "b", "a")]),
        held("binh", *other, links=[Relation("x", "bb", "aa"), Relation("y", "bb", "aa")]),
        held("chi", *ends),
    ]
    assert merged(sets, "majority").relations == {Relation("x", "b", "a")}
    assert merged(sets, "unanimous").relations == frozenset()


def test_that_one_id_for_two_spans_of_different_authors_loses_neither():
    one = held("an", span("e1", 0, 5))
    two = held("binh", span("e1", 10, 15), span("e2", 0, 5))
    three = held("chi", span("e1", 10, 15), span("e3", 0, 5))
    found = merged([one, two, three], "majority")
    assert {(s.start, s.end) for s in found.spans.values()} == {(0, 5), (10, 15)}
    assert merged([one, two, three], "majority") == found


def test_that_trust_takes_the_set_of_the_one_who_is_named():
    sets = [held("an", span("a")), held("binh", span("b", 10, 15))]
    assert merged(sets, "trust=binh") is sets[1]
    with pytest.raises(UserError) as caught:
        merged(sets, "trust=dung")
    assert caught.value.code == "unknown-author"


@pytest.mark.parametrize("strategy", ["", "most", "trust=", "trust", "Majority"])
def test_that_a_strategy_nobody_knows_is_refused(strategy):
    with pytest.raises(UserError) as caught:
        merged([held("an", span("a"))], strategy)
    assert caught.value.code == "bad-strategy"


@pytest.mark.parametrize("strategy", ["majority", "unanimous", "trust=an"])
def test_that_the_known_strategies_are_those(strategy):
    check_strategy(strategy)


SPANS = st.lists(
    st.builds(
        lambda span_id, start, length, label, value: span(span_id, start, start + length, label, value=value),
        st.sampled_from("abcdefgh"),
        st.integers(0, 12),
        st.integers(1, 4),
        st.sampled_from(["ORG", "LOC", "MEASURE"]),
        st.sampled_from(["1", "2"]),
    ),
    max_size=6,
    unique_by=lambda s: s.id,
)
LINKS = st.lists(st.builds(Relation, st.just("x"), st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))


def apart(author, spans, links):
    """Build a set as authors have them: no two spans of a layer overlap, relations only between spans."""
    layers = {s.layer for s in spans}
    kept = [s for layer in sorted(layers) for s in without_overlaps(s for s in spans if s.layer == layer)]
    ids = {s.id for s in kept}
    return held(author, *kept, links=[r for r in links if r.source in ids and r.target in ids])


SETS = st.lists(st.tuples(SPANS, LINKS), min_size=1, max_size=4).map(
    lambda pairs: [apart(f"author {n}", *pair) for n, pair in enumerate(pairs)]
)


@given(SETS, st.sampled_from(["majority", "unanimous"]))
def test_that_a_vote_is_lawful_and_says_what_enough_authors_say(sets, strategy):
    found = merged(sets, strategy)
    least = len(sets) if strategy == "unanimous" else len(sets) // 2 + 1
    votes = Counter(each for one in sets for each in standing_contents(one))
    assert set(standing_contents(found)) == {each for each, number in votes.items() if number >= least}
    links = Counter(each for one in sets for each in linked_contents(one))
    assert linked_contents(found) == {each for each, number in links.items() if number >= least}
    spans = list(found.spans.values())
    assert not any(a.layer == b.layer and a.overlaps(b) for a, b in combinations(spans, 2))


@given(SETS)
def test_that_a_vote_does_not_ask_who_came_first(sets):
    for strategy in ("majority", "unanimous"):
        assert said(merged(sets, strategy)) == said(merged(sets[::-1], strategy))


@given(SETS)
def test_that_those_who_agree_are_their_own_majority(sets):
    same = [replace(sets[0], author=name) for name in ("an", "binh", "chi")]
    assert are_equal(same)
    for strategy in ("majority", "unanimous", "trust=binh"):
        assert said(merged(same, strategy)) == said(sets[0])
