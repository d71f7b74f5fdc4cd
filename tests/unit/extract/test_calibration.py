"""Scores: shares that were right on passages the rules had not met, and what follows for faint candidates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.progress import DEFAULT_THRESHOLD
from annotator.domain.reports import Report
from annotator.extract.calibration import calibrated, counted
from annotator.extract.figures.judging import NAME, Subject
from annotator.extract.figures.scores import indicator_score
from annotator.extract.lexicons import table
from annotator.extract.pipeline import Rules

RULES = sorted(counted())


def test_that_no_more_were_right_than_were_seen():
    assert all(0 <= right <= seen and seen for right, seen in counted().values())
    assert len(table("rule_scores")) == len(RULES)


@given(st.sampled_from([*RULES, "never seen"]), st.floats(0, 1))
def test_that_a_score_is_a_probability(rule, guess):
    assert 0 <= calibrated(rule, guess) <= 1


@given(st.sampled_from(RULES), st.floats(0, 1), st.floats(0, 1))
def test_that_a_surer_guess_never_scores_less(rule, one, other):
    assert calibrated(rule, min(one, other)) <= calibrated(rule, max(one, other))


@pytest.mark.parametrize("rule", RULES)
def test_that_a_score_lies_between_the_guess_and_what_was_counted(rule):
    right, seen = counted()[rule]
    low, high = sorted([0.8, right / seen])
    assert low - 0.005 <= calibrated(rule, 0.8) <= high + 0.005


def test_that_a_rule_never_seen_keeps_its_guess():
    assert calibrated("never seen", 0.85) == 0.85


@pytest.mark.parametrize("rule", [rule for rule in RULES if counted()[rule][1] >= 5])
def test_that_only_rules_right_less_than_half_the_time_are_faint(rule):
    right, seen = counted()[rule]
    assert (calibrated(rule, 0.5) < DEFAULT_THRESHOLD) == (right / seen < DEFAULT_THRESHOLD)


def test_that_a_name_known_by_no_table_is_faint_and_one_with_a_head_is_not():
    assert indicator_score(Subject(NAME, rule="subject")) < DEFAULT_THRESHOLD
    assert indicator_score(Subject(NAME, rule="head")) > 0.85


def test_that_candidates_carry_the_calibrated_score_and_the_rule_it_is_of():
    text = "Năm 2023, tỉnh Lai Châu có hai nghìn hộ; thu ngân sách đạt 2.236 tỷ đồng."
    spans = {text[span.start : span.end]: span for span in Rules().extract(Report("r", text)).spans}
    money, words = spans["2.236 tỷ đồng"], spans["hai nghìn hộ"]
    assert words.evidence.rule == "figure: noun in words"
    assert words.score < money.score
    assert spans["tỉnh Lai Châu"].score == calibrated("place-unit", 0.95)
