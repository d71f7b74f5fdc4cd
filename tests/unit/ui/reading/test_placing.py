"""Placing: what touches a range is what a look at every span finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.relations import Relation
from annotator.domain.spans import Span, reading_order
from annotator.ui.reading.placing import Placing


@st.composite
def some_spans(draw):
    places = draw(st.lists(st.tuples(st.integers(0, 1500), st.integers(1, 700)), max_size=30))
    return [Span(f"s{n}", start, start + length, "entity", "ORG") for n, (start, length) in enumerate(places)]


@given(some_spans(), st.integers(0, 2000), st.integers(0, 300))
def test_that_spans_touching_a_range_are_found_in_reading_order(spans, start, length):
    end = start + length
    expected = reading_order(span for span in spans if span.start < end and start < span.end)
    assert Placing(spans).touching(start, end) == expected


@given(some_spans(), some_spans(), st.integers(0, 2000))
def test_that_spans_taken_out_and_put_in_are_found_where_they_stand_now(spans, others, start):
    placing = Placing(spans)
    for span in others:
        placing.add(span)
    left = {span.id: span for span in (*spans, *others)}
    for span_id in list(left)[::3]:
        assert placing.remove(span_id) == left.pop(span_id)
    expected = reading_order(s for s in left.values() if s.start < start + 90 and start < s.end)
    assert placing.touching(start, start + 90) == expected
    assert len(placing) == len(left)
    assert placing.starting(0, 10**6) == reading_order(left.values())


def test_that_taking_out_what_is_not_there_changes_nothing():
    placing = Placing([Span("a", 0, 3, "entity", "ORG")])
    assert placing.remove("b") is None
    assert len(placing) == 1


def test_that_relations_are_known_at_both_their_ends():
    a, b = Span("a", 0, 3, "figure", "MONEY"), Span("b", 5, 9, "figure", "INDICATOR")
    link = Relation("measures", "a", "b")
    placing = Placing([a, b], [link])
    assert placing.links_of("a") == placing.links_of("b") == [link]
    other = Relation("measures", "b", "a")
    assert set(placing.relink([link], [other])) == {a, b}
    assert placing.links_of("a") == [other]
