"""Numbers, moments and doubts as the window writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from annotator.domain.derivations import Stated, derived
from annotator.domain.doubts import CODES, Doubt
from annotator.ui.doubt_titles import derived_title, doubt_title
from annotator.ui.moments import said_when
from annotator.ui.numbers import amount, grouped, one_as_one, reading_line


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ("2350000", "2.350.000"),
        ("75.7", "75,7"),
        ("-1500.25", "-1.500,25"),
        ("999", "999"),
        ("nhiều", "nhiều"),
    ],
)
def test_that_plain_decimals_are_grouped_as_vietnamese_readers_do(plain, said):
    assert grouped(plain) == said


def test_that_money_is_said_in_the_words_a_report_has_it_in(qapp):
    assert amount(Decimal("2727000000000"), "VND") == "2.727 billion VND"
    assert amount(Decimal("9200000"), "VND/người") == "9,2 million VND/người"
    assert amount(Decimal("950"), "VND") == "950 VND"
    assert amount(Decimal("66.2"), "%") == "66,2 %"
    assert amount(Decimal("2500000"), "ha") == "2.500.000 ha"


def test_that_money_is_said_in_vietnamese_too(vietnamese):
    assert amount(Decimal("2727000000000"), "VND") == "2.727 tỷ VND"


def test_that_a_figure_is_read_with_its_range_its_total_and_what_it_is_per():
    assert (
        reading_line({"value": "6", "value_max": "7.5", "unit": "VND", "per": "người"}) == "6 – 7,5 VND/người"
    )
    assert reading_line({"value": "18", "total": "24", "unit": "xã"}) == "18 / 24 xã"
    assert reading_line({"unit": "xã"}) == ""


def test_that_every_doubt_has_words_that_name_its_number(qapp):
    said = [doubt_title(Doubt(code, "10000")) for code in CODES]
    assert len(set(said)) == len(CODES)
    assert not [words for words in said if "%1" in words]


def test_that_what_follows_says_how(qapp):
    level = Stated("l", "MEASURE", 0, "", {"value": "2875", "unit": "ha"})
    share = Stated("s", "PERCENT", 5, "", {"value": "115", "unit": "%", "basis": "plan"})
    fall = {"value": "125", "unit": "ha", "direction": "down", "basis": "previous"}
    less = Stated("d", "MEASURE", 9, "", fall)
    said = [derived_title(found) for found in derived([level, share, less])]
    assert said == ["plan = 2.500 ha\n2.875 ha ÷ 115 %", "period before = 3.000 ha\n2.875 ha + 125 ha"]


def test_that_one_thing_is_not_said_in_the_plural():
    assert one_as_one("71 candidates in 1 reports") == "71 candidates in 1 report"
    assert one_as_one("1 candidates in 21 reports") == "1 candidate in 21 reports"
    assert one_as_one("11 candidates, 2,1 figures") == "11 candidates, 2,1 figures"
    assert one_as_one("1 ứng viên") == "1 ứng viên"


def test_that_moments_have_marks_between_day_month_and_year(qapp):
    assert said_when("2026-11-22T12:48:00.000").startswith("22 Nov 2026, ")


def test_that_moments_are_written_as_vietnamese_do(vietnamese):
    assert said_when("2026-11-02T12:48:00.000") == "02/11/2026 12:48"
