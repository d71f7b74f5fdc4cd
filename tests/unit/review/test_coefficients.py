"""Coefficients give what their authors printed, and are what they are said to be in every table."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.review.coefficients import (
    cohen_kappa,
    coincidences_of,
    coincidences_of_table,
    krippendorff_alpha,
    one_against_all,
)

CATEGORIES = st.sampled_from(["", "a", "b", "c"])
CODINGS = st.lists(st.tuples(CATEGORIES, CATEGORIES), min_size=2, max_size=40)

# Krippendorff (2011), section C: four observers, twelve units, "." where one said nothing.
FOUR_OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def test_that_kappa_of_the_textbook_diagnoses_is_the_printed_one():
    # Fleiss, Levin and Paik, Statistical methods for rates and proportions: two raters, 100 patients.
    table = {
        ("psychotic", "psychotic"): 75,
        ("psychotic", "neurotic"): 1,
        ("psychotic", "organic"): 4,
        ("neurotic", "psychotic"): 5,
        ("neurotic", "neurotic"): 4,
        ("neurotic", "organic"): 1,
        ("organic", "organic"): 10,
    }
    assert cohen_kappa(table) == pytest.approx(0.68, abs=0.005)


def test_that_alpha_of_two_observers_is_the_printed_one():
    # Krippendorff (2011), section A: ten articles, two observers, two categories.
    units = list(zip("0100000010", "1110010000", strict=True))
    assert krippendorff_alpha(coincidences_of(units)) == pytest.approx(0.095, abs=0.0005)


def test_that_alpha_of_many_observers_with_gaps_is_the_printed_one():
    units = [[each for each in unit if each != "."] for unit in zip(*FOUR_OBSERVERS, strict=True)]
    assert krippendorff_alpha(coincidences_of(units)) == pytest.approx(0.743, abs=0.0005)


@given(CODINGS)
def test_that_a_table_gives_the_coincidences_of_its_units(units):
    whole = coincidences_of(units)
    assert coincidences_of_table(Counter(units)) == pytest.approx(whole)


@given(st.lists(st.tuples(CATEGORIES, CATEGORIES, CATEGORIES), min_size=1, max_size=20))
def test_that_the_pairs_of_three_annotators_make_up_their_coincidences(units):
    pairs = Counter()
    for first, second in ((0, 1), (0, 2), (1, 2)):
        table = Counter((unit[first], unit[second]) for unit in units)
        for cell, count in coincidences_of_table(table, annotators=3).items():
            pairs[cell] += count
    assert dict(pairs) == pytest.approx(coincidences_of(units))


@given(CODINGS)
def test_that_full_agreement_is_one_and_nothing_is_more(units):
    assume(len({first for first, _ in units}) > 1)
    same = Counter((first, first) for first, _ in units)
    assert cohen_kappa(same) == pytest.approx(1)
    assert krippendorff_alpha(coincidences_of_table(same)) == pytest.approx(1)
    for measure in (cohen_kappa(Counter(units)), krippendorff_alpha(coincidences_of(units))):
        assert measure is None or measure <= 1 + 1e-9


@given(CODINGS)
def test_that_no_side_counts_more_than_the_other(units):
    turned = Counter((second, first) for first, second in units)
    expected = cohen_kappa(Counter(units))
    assert cohen_kappa(turned) == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize("table", [{}, {("a", "a"): 5}])
def test_that_one_category_alone_measures_nothing(table):
    assert cohen_kappa(table) is None
    assert krippendorff_alpha(coincidences_of_table(table)) is None


def test_that_one_label_is_measured_against_all_others():
    table = {("a", "b"): 2, ("a", "a"): 3, ("b", "c"): 1, ("", "a"): 4}
    assert one_against_all(table, "a") == {("a", ""): 2, ("a", "a"): 3, ("", ""): 1, ("", "a"): 4}
