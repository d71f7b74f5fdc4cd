"""Alpha for spans gives what its author printed, and does not mind how a text is turned or named."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.unitizing import NO_DISAGREEMENT, disagreement, gaps

LENGTH = 60


@st.composite
def cuts(draw):
    borders = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=12)))
    return list(zip(borders[::2], borders[1::2], strict=False))


# Krippendorff (2004), Measuring the reliability of qualitative text analysis data: two observers, two
# categories, a text from 150 to 450; each unit by its start and length.
PRINTED_C = ([(225, 70), (370, 30)], [(220, 80), (355, 20), (400, 20)])
PRINTED_K = ([(180, 60), (300, 50)], [(180, 60), (300, 50)])


def units(printed):
    return [[(start - 150, start - 150 + size) for start, size in held] for held in printed]


def test_that_alpha_of_the_published_example_is_the_printed_one():
    c, k = disagreement(units(PRINTED_C), 300), disagreement(units(PRINTED_K), 300)
    assert (round(c.observed, 4), round(c.expected, 4)) == (0.0144, 0.0532)
    assert (round(k.observed, 4), round(k.expected, 4)) == (0.0, 0.0490)
    assert c.alpha == pytest.approx(0.7286, abs=0.0005)
    assert k.alpha == 1
    assert (c + k).alpha == pytest.approx(0.8587, abs=0.0005)


@given(cuts(), cuts())
def test_that_neither_the_order_of_annotators_nor_the_direction_of_reading_matters(first, second):
    found = disagreement([first, second], LENGTH)
    turned = [[(LENGTH - end, LENGTH - start) for start, end in reversed(held)] for held in (first, second)]
    for other in ([second, first], turned):
        again = disagreement(other, LENGTH)
        assert (again.observed, again.expected) == pytest.approx((found.observed, found.expected))


@given(cuts())
def test_that_equal_units_never_disagree(held):
    assert disagreement([held, held], LENGTH).observed == 0


@given(cuts(), cuts())
def test_that_disagreement_is_seen_wherever_units_differ(first, second):
    assert (disagreement([first, second], LENGTH).observed > 0) == (first != second)


def test_that_nobody_or_one_annotator_has_nothing_to_disagree_on():
    assert disagreement([[(0, 3)]], LENGTH) is NO_DISAGREEMENT
    assert disagreement([[], []], LENGTH) is NO_DISAGREEMENT
    assert NO_DISAGREEMENT.alpha is None


@given(cuts())
def test_that_units_and_gaps_fill_the_text(held):
    covered = sorted([*held, *gaps(held, LENGTH)])
    assert covered[0][0] == 0
    assert covered[-1][1] == LENGTH
    assert all(before[1] == after[0] for before, after in pairwise(covered))
