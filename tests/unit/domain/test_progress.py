"""Counts add up, and tell what is left from what is decided."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.progress import counts_of, is_shown
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State

THRESHOLDS = st.floats(0, 1)


def numbers(counts):
    return counts.left, counts.decided, counts.figures, counts.flagged


@given(data=st.data(), threshold=THRESHOLDS)
def test_that_counts_of_parts_add_up_to_the_whole(data, threshold, sets):
    whole = data.draw(sets)
    cut = data.draw(st.integers(0, len(whole.spans)))
    spans = list(whole.spans.values())
    parts = [counts_of(set_of("r", "", part), threshold=threshold) for part in (spans[:cut], spans[cut:])]
    summed = tuple(map(sum, zip(*map(numbers, parts), strict=True)))
    assert summed == numbers(counts_of(whole, threshold=threshold))


@given(data=st.data(), low=THRESHOLDS, high=THRESHOLDS)
def test_that_a_higher_threshold_never_leaves_more(data, low, high, sets):
    held = data.draw(sets)
    low, high = sorted((low, high))
    assert counts_of(held, threshold=high).left <= counts_of(held, threshold=low).left


@given(data=st.data())
def test_that_every_span_counts_once_at_most(data, sets):
    held = data.draw(sets)
    counts = counts_of(held, threshold=0)
    aside = sum(span.state in {State.SUPPRESSED, State.NOT_SHOWN} for span in held.spans.values())
    assert counts.left + counts.decided + aside == len(held.spans)


def test_that_a_rejected_figure_is_decided_but_no_figure():
    held = set_of("r", "an", [Span("a", 0, 1, "figure", "MONEY", State.REJECTED)])
    assert numbers(counts_of(held, threshold=0.5)) == (0, 1, 0, 0)


def test_that_a_candidate_without_score_is_always_shown():
    assert is_shown(None, 1.0)
    assert is_shown(0.5, 0.5)
    assert not is_shown(0.49, 0.5)
