"""Bringing an extractor's set up to date: lawful whatever was decided, and nothing to do the second time."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.edits import applied
from annotator.domain.relations import Relation
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State, without_overlaps
from annotator.extract.base import Extraction
from annotator.workspace.extracting import replacing

PLACES = st.tuples(st.integers(0, 24), st.integers(1, 5), st.sampled_from(["entity", "figure"]))
DECIDED = st.sampled_from(
    [State.ACCEPTED, State.CORRECTED, State.REJECTED, State.NOT_SHOWN, State.DRAWN, State.CANDIDATE]
)


def span(place, state=State.CANDIDATE, name=""):
    start, length, layer = place
    return Span(name or f"{layer[0]}{start}-{length}", start, start + length, layer, layer.upper(), state)


def apart(places):
    """Return spans as an extractor gives them: none overlaps another of its layer."""
    spans = [span(place) for place in dict.fromkeys(places)]
    layers = ("entity", "figure")
    return [s for layer in layers for s in without_overlaps(s for s in spans if s.layer == layer)]


def linked(spans, pairs):
    ids = sorted(s.id for s in spans)
    return frozenset(Relation("x", ids[a % len(ids)], ids[b % len(ids)]) for a, b in pairs if ids)


PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=4)
FOUND = st.tuples(st.lists(PLACES, max_size=8), PAIRS).map(
    lambda given: (spans := apart(given[0]), linked(spans, given[1]))
)
ANSWERS = st.lists(st.tuples(st.integers(0, 9), PLACES, DECIDED, st.booleans()), max_size=5)


def person(author, held, answers):
    """Return a set that answers some candidates, moved or not, and holds spans of its own."""
    ids = sorted(held)
    made = {}
    for number, place, state, is_own in answers:
        name = f"d{author}{len(made)}" if is_own or not ids else ids[number % len(ids)]
        made[name] = span(place, State.DRAWN if is_own or not ids else state, name)
    return set_of("r", author, made.values())


@given(FOUND, FOUND, st.lists(ANSWERS, max_size=3))
def test_that_an_extractors_set_is_brought_up_to_date_and_then_at_rest(before, after, given_answers):
    held = set_of("r", "rules", *before)
    sets = [person(str(n), held.spans, answers) for n, answers in enumerate(given_answers)]
    found = Extraction(tuple(after[0]), after[1])
    edit = replacing(held, found.spans, found, sets)
    now = applied(held, edit)
    answered = {span_id for each in sets for span_id in each.spans}

    assert all(now.spans[name] == each for name, each in held.spans.items() if name in answered)
    assert not any(a.layer == b.layer and a.overlaps(b) for a, b in combinations(now.spans.values(), 2))
    assert all(end in now.spans for r in now.relations for end in (r.source, r.target))
    proposed = {each.id for each in found.spans}
    assert now.spans.keys() <= proposed | (held.spans.keys() & answered)
    for name in now.spans.keys() - held.spans.keys() - answered:
        closed = [
            any(
                (s.is_standing or s.state is State.REJECTED)
                and s.layer == now.spans[name].layer
                and s.overlaps(now.spans[name])
                for s in each.spans.values()
            )
            for each in sets
        ]
        assert not closed or not all(closed)
    assert replacing(now, found.spans, found, sets).is_empty
    assert applied(now, edit.inverse()) == held


@given(FOUND, FOUND)
def test_that_without_decisions_the_new_candidates_take_the_place_of_the_old(before, after):
    held = set_of("r", "rules", *before)
    found = Extraction(tuple(after[0]), after[1])
    now = applied(held, replacing(held, found.spans, found, []))
    assert set(now.spans) == {each.id for each in found.spans}
    assert now.relations == found.relations
