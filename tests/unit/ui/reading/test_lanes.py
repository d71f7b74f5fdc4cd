"""Lanes: marks that share letters never lie on each other."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.spans import Span, State, reading_order
from annotator.resources import default_schema
from annotator.ui.reading.lanes import Reach, Shape, box_reach, lanes_of, line_reach, shapes_of

SHAPES = shapes_of(default_schema())


@st.composite
def crowded_spans(draw):
    places = draw(
        st.lists(
            st.tuples(st.integers(0, 30), st.integers(1, 20), st.sampled_from(sorted(SHAPES))), max_size=12
        )
    )
    return reading_order(
        Span(f"s{n}", start, start + length, "any", label) for n, (start, length, label) in enumerate(places)
    )


@given(crowded_spans())
def test_that_overlapping_marks_of_one_shape_have_lanes_of_their_own(spans):
    lanes = lanes_of(spans, SHAPES)
    for one, other in combinations(spans, 2):
        if one.overlaps(other) and SHAPES[one.label] is SHAPES[other.label]:
            assert lanes.get(one.id, 0) != lanes.get(other.id, 0)


@given(crowded_spans())
def test_that_a_line_passes_outside_of_every_box_it_meets(spans):
    lanes = lanes_of(spans, SHAPES)
    for line in spans:
        for box in spans:
            if SHAPES[line.label] is not Shape.BOX and SHAPES[box.label] is Shape.BOX and line.overlaps(box):
                assert lanes.get(line.id, 0) > lanes.get(box.id, 0)


def test_that_spans_side_by_side_need_no_lanes():
    spans = [Span("a", 0, 4, "entity", "ORG"), Span("b", 4, 9, "entity", "LOC")]
    assert lanes_of(spans, SHAPES) == {}


def test_that_the_shorter_span_is_nearer_to_the_text():
    outer, inner = Span("o", 0, 20, "entity", "POSITION"), Span("i", 8, 20, "entity", "ORG")
    assert lanes_of([outer, inner], SHAPES) == {"o": 1}


def test_that_a_rejected_span_takes_no_lane():
    outer = Span("o", 0, 20, "entity", "POSITION", State.REJECTED)
    assert lanes_of([outer, Span("i", 8, 20, "entity", "ORG")], SHAPES) == {}


def test_that_layers_differ_in_shape_and_indicators_from_figures():
    assert SHAPES["ORG"] is Shape.UNDER
    assert SHAPES["DATE"] is Shape.UNDER
    assert SHAPES["MONEY"] is Shape.BOX
    assert SHAPES["INDICATOR"] is Shape.OVER


def test_that_the_reach_of_a_line_is_that_of_its_farthest_mark():
    reach = Reach().with_mark(Shape.UNDER, 1).with_mark(Shape.BOX, 0).with_mark(Shape.OVER, 2)
    assert reach.below == line_reach(Shape.UNDER, 1)
    assert reach.above == line_reach(Shape.OVER, 2)
    assert Reach().with_mark(Shape.BOX, 1) == Reach(box_reach(1), box_reach(1))
