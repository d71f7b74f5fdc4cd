"""Spans keep their ranges, and of overlapping ones of a layer the longest is kept."""

from dataclasses import astuple, fields
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.spans import (
    STANDING,
    UNDECIDED,
    Span,
    State,
    candidate_id,
    reading_order,
    spans_of_columns,
    without_overlaps,
)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 4), (5, 4)])
def test_that_an_empty_or_negative_range_makes_no_span(start, end):
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span("a", start, end, "entity", "ORG")


def test_that_no_state_is_both_undecided_and_standing():
    assert not UNDECIDED & STANDING
    assert set(State) - UNDECIDED - STANDING == {State.REJECTED, State.NOT_SHOWN}


@given(data=st.data())
def test_that_overlap_is_mutual_and_means_a_shared_code_point(data, loose_spans):
    spans = data.draw(loose_spans)
    for one, other in combinations(spans, 2):
        shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
        assert one.overlaps(other) is other.overlaps(one) is bool(shared)


@given(data=st.data())
def test_that_spans_made_from_columns_are_those_the_constructor_makes(data, loose_spans):
    spans = data.draw(loose_spans)
    columns = [[getattr(span, field.name) for span in spans] for field in fields(Span)]
    made = spans_of_columns(columns, len(spans))
    assert made == list(spans)
    assert [astuple(span) for span in made] == [astuple(span) for span in spans]


@given(data=st.data())
def test_that_deciding_a_span_changes_its_state_only(data, loose_spans):
    for span in data.draw(loose_spans):
        decided = span.decided(State.ACCEPTED)
        assert decided.is_standing
        assert not decided.is_undecided
        assert decided.decided(span.state) == span


@given(data=st.data())
def test_that_reading_order_is_one_whatever_order_spans_come_in(data, loose_spans):
    spans = data.draw(loose_spans)
    assert reading_order(spans) == reading_order(data.draw(st.permutations(spans)))


@given(data=st.data())
def test_that_kept_spans_never_overlap_and_lost_ones_lost_to_one_no_shorter(data, loose_spans):
    spans = data.draw(loose_spans)
    kept = without_overlaps(spans)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    for span in spans:
        if span not in kept:
            winners = [k for k in kept if k.overlaps(span) and k.end - k.start >= span.end - span.start]
            assert winners


@given(data=st.data())
def test_that_keeping_again_loses_nothing(data, loose_spans):
    kept = without_overlaps(data.draw(loose_spans))
    assert without_overlaps(kept) == kept


@given(data=st.data())
def test_that_which_spans_are_kept_does_not_hang_on_the_order_they_come_in(data, loose_spans):
    spans = data.draw(loose_spans)
    assert without_overlaps(spans) == without_overlaps(data.draw(st.permutations(spans)))


def test_that_of_two_equal_candidates_the_same_one_is_kept_in_either_order():
    one, other = Span("a", 0, 4, "entity", "ORG"), Span("b", 0, 4, "entity", "LOC")
    assert without_overlaps([one, other]) == without_overlaps([other, one])


PLACES = st.tuples(
    st.sampled_from(["vn-rules", "crf"]),
    st.sampled_from(["entity", "figure"]),
    st.sampled_from(["ORG", "LOC"]),
    st.integers(0, 3),
    st.integers(4, 6),
)


@given(PLACES, PLACES)
def test_that_candidates_share_an_id_exactly_when_they_propose_the_same(one, other):
    assert (candidate_id(*one) == candidate_id(*other)) is (one == other)


@given(PLACES)
def test_that_a_candidate_id_is_twelve_hex_digits(place):
    assert len(candidate_id(*place)) == 12
    assert int(candidate_id(*place), 16) >= 0
