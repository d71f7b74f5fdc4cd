"""Overlaps: what stays when matches cross."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from annotator.extract.base import Match
from annotator.extract.overlaps import Taken, settled

MATCHES = st.lists(
    st.builds(
        lambda start, size, score: Match(start, start + size, "ORG", score),
        st.integers(0, 40),
        st.integers(1, 9),
        st.sampled_from([0.5, 0.9]),
    ),
    max_size=25,
)


@given(MATCHES)
def test_that_no_two_settled_matches_overlap_and_each_lost_one_met_a_longer(matches):
    kept = settled(matches)
    assert kept == sorted(kept, key=lambda match: match.start)
    assert all(first.end <= second.start for first, second in itertools.pairwise(kept))
    for lost in (match for match in matches if match not in kept):
        rivals = [match for match in kept if match.start < lost.end and lost.start < match.end]
        assert any(rival.end - rival.start >= lost.end - lost.start for rival in rivals)


@given(MATCHES, st.integers(0, 50), st.integers(1, 9))
def test_that_taken_ranges_are_those_of_the_matches(matches, start, size):
    taken = Taken(matches, 60)
    expected = any(match.start < start + size and start < match.end for match in matches)
    assert taken.covers(start, start + size) == expected
