"""The likeliest row of labels is the one that weighing every row finds, and shares are those of all rows."""

from __future__ import annotations

from itertools import pairwise, product
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.extract.chains import LABELS, Weights, labelled, weights
from annotator.extract.second_reading import TABLE

NUMBERS = st.floats(-4, 4, allow_nan=False).map(lambda number: round(number, 2))
THREE = st.tuples(NUMBERS, NUMBERS, NUMBERS)


def weighed(row, words, given_):
    total = sum(
        given_.states.get(name, (0, 0, 0))[k] for k, names in zip(row, words, strict=True) for name in names
    )
    return total + sum(given_.steps[a][b] for a, b in pairwise(row))


@given(
    st.lists(st.lists(st.sampled_from("abcd"), max_size=3), min_size=1, max_size=5),
    st.dictionaries(st.sampled_from("abc"), THREE),
    st.tuples(THREE, THREE, THREE),
)
def test_that_labels_and_shares_are_those_of_weighing_every_row(words, states, steps):
    given_ = Weights(states, steps)
    rows = {row: weighed(row, words, given_) for row in product(range(3), repeat=len(words))}
    whole = sum(exp(weight) for weight in rows.values())
    found = labelled(words, given_)
    row = tuple(LABELS.index(label) for label, _ in found)
    assert rows[row] == pytest.approx(max(rows.values()))
    for at, (label, share) in enumerate(found if any(row) else ()):
        alike = sum(exp(weight) for other, weight in rows.items() if LABELS[other[at]] == label)
        assert share == pytest.approx(alike / whole)


def test_that_a_sentence_without_words_has_no_labels():
    assert labelled([], Weights({}, ((0, 0, 0),) * 3)) == []


def test_that_no_learned_name_goes_on_where_none_began():
    learned = weights(TABLE)
    outside, first, later = learned.steps
    assert outside[2] < min(outside[:2])
    assert max(map(abs, (*outside, *first, *later))) < 50
