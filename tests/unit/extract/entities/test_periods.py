"""What a date stands for, by the guideline's attributes."""

from __future__ import annotations

import pytest

from annotator.extract.entities.periods import resolved

REPORT = "2023-10-19"
DATED = [
    ("Ngày 19/10", "2023-10-19", "2023-10-19", "day"),
    ("ngày 05 tháng 7 năm 2022", "2022-07-05", "2022-07-05", "day"),
    ("Chiều 6/9/2021", "2021-09-06", "2021-09-06", "day"),
    ("14/2", "2023-02-14", "2023-02-14", "day"),
    ("14:20 ngày 24/10/2023", "2023-10-24T14:20", "2023-10-24T14:20", "minute"),
    ("19/10/2021 15:00", "2021-10-19T15:00", "2021-10-19T15:00", "minute"),
    ("8 giờ ngày 21/6", "2023-06-21T08:00", "2023-06-21T08:00", "minute"),
    ("22 giờ 40 phút ngày 11/02", "2023-02-11T22:40", "2023-02-11T22:40", "minute"),
    ("tháng 8", "2023-08-01", "2023-08-31", "month"),
    ("tháng 2-2024", "2024-02-01", "2024-02-29", "month"),
    ("10/2022", "2022-10-01", "2022-10-31", "month"),
    ("quý II/2022", "2022-04-01", "2022-06-30", "quarter"),
    ("quý IV", "2023-10-01", "2023-12-31", "quarter"),
    ("Quý III năm 2023", "2023-07-01", "2023-09-30", "quarter"),
    ("6 tháng đầu năm 2022", "2022-01-01", "2022-06-30", "half"),
    ("6 tháng cuối năm", "2023-07-01", "2023-12-31", "half"),
    ("nửa đầu năm 2024", "2024-01-01", "2024-06-30", "half"),
    ("9 tháng đầu năm", "2023-01-01", "2023-09-30", "period"),
    ("9 tháng năm 2022", "2022-01-01", "2022-09-30", "period"),
    ("9 tháng/2022", "2022-01-01", "2022-09-30", "period"),
    ("Bảy tháng đầu năm 2024", "2024-01-01", "2024-07-31", "period"),
    ("3 tháng cuối năm 2023", "2023-10-01", "2023-12-31", "period"),
    ("10 ngày đầu tháng 9", "2023-09-01", "2023-09-10", "period"),
    ("năm 2023", "2023-01-01", "2023-12-31", "year"),
    ("2030", "2030-01-01", "2030-12-31", "year"),
    ("giai đoạn 2021-2025", "2021-01-01", "2025-12-31", "period"),
    ("nhiệm kỳ 2020 - 2025", "2020-01-01", "2025-12-31", "period"),
    ("3 năm 2021 – 2023", "2021-01-01", "2023-12-31", "period"),
    ("Vụ Đông Xuân 2021 – 2022", "2021-01-01", "2022-12-31", "season"),
    ("Vụ Hè Thu 2023", "2023-01-01", "2023-12-31", "season"),
    ("năm học 2023-2024", "2023-01-01", "2024-12-31", "period"),
]
LENGTHS = [
    ("5 năm", "P5Y"),
    ("55 ngày", "P55D"),
    ("18 tháng", "P18M"),
    ("24 giờ", "PT24H"),
    ("2 tuần", "P2W"),
]


@pytest.mark.parametrize(("surface", "first", "last", "grain"), DATED)
def test_that_a_date_is_resolved_by_its_words_and_the_report(surface, first, last, grain):
    period = resolved(surface, report_date=REPORT)
    assert (period.date_from, period.date_to, period.granularity) == (first, last, grain)
    assert period.duration == ""


@pytest.mark.parametrize(("surface", "duration"), LENGTHS)
def test_that_a_length_of_time_has_only_a_duration(surface, duration):
    assert resolved(surface, report_date=REPORT, before="sau hơn ").attributes() == {"duration": duration}


@pytest.mark.parametrize(
    ("surface", "grain"),
    [
        ("Ngày 19/10", "day"),
        ("tháng 8", "month"),
        ("quý IV", "quarter"),
        ("9 tháng đầu năm", "period"),
        ("8 giờ ngày 21/6", "minute"),
    ],
)
def test_that_no_day_is_guessed_when_no_year_is_known(surface, grain):
    assert resolved(surface).attributes() == {"granularity": grain}


@pytest.mark.parametrize("surface", ["ngày 31/2", "31/11"])
def test_that_a_day_no_calendar_has_means_nothing(surface):
    assert resolved(surface).attributes() == {}


@pytest.mark.parametrize("given", ["", "2026-02-03"])
def test_that_a_title_that_says_the_year_once_says_it_for_both(given):
    period = resolved("tháng 4", report_date=given, after=" và 4 tháng đầu năm 2022\n")
    assert (period.date_from, period.date_to) == ("2022-04-01", "2022-04-30")


def test_that_counted_months_are_a_period_only_where_results_are_told():
    assert resolved("9 tháng", report_date=REPORT, before="thực hiện nhiệm vụ ").date_to == "2023-09-30"
    assert resolved("9 tháng", report_date=REPORT, before="kéo dài suốt ").duration == "P9M"
    assert resolved("9 tháng", report_date=REPORT, before="Thu ngân sách ", after=" đạt 5").duration == ""
    assert resolved("9 tháng", report_date=REPORT, before="kỳ hạn ", after=", lãi").duration == "P9M"
    assert resolved("6 tháng", report_date=REPORT, before="tính chung ").granularity == "half"


@pytest.mark.parametrize("surface", ["31/2", "ngày 30/2/2023", "ngày 45 tháng 3"])
def test_that_a_day_no_calendar_has_is_not_resolved(surface):
    assert resolved(surface, report_date=REPORT).date_from == ""
