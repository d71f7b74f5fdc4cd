"""Heights: sums and look-ups agree with plain lists."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.reading.heights import Heights

COLUMNS = st.lists(st.integers(0, 400), min_size=1, max_size=400)


@given(COLUMNS, st.lists(st.tuples(st.integers(0, 399), st.integers(0, 900)), max_size=8))
def test_that_sums_follow_every_change(column, changes):
    heights = Heights(column)
    for anywhere, height in changes:
        block = anywhere % len(column)
        column[block] = height
        heights.replace(block, height)
    assert heights.total == sum(column)
    assert [heights.above(block) for block in range(len(column))] == [0, *accumulate(column)][:-1]


@given(COLUMNS, st.integers(-10, 200_000))
def test_that_the_block_at_a_height_holds_it(column, y):
    heights = Heights(column)
    block = heights.at(y)
    assert 0 <= block < len(column)
    if 0 <= y < heights.total:
        assert heights.above(block) <= y < heights.above(block) + heights[block]
