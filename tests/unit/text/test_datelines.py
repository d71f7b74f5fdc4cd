"""Datelines are known by their form, and name a day."""

import pytest

from annotator.text.datelines import day_of, is_clock, is_placed, is_stamp, lead_end
from annotator.text.words import fold


@pytest.mark.parametrize(
    "words",
    [
        "05/08/2024",
        "5-8-2024",
        "05.08.2024 14:20",
        "2024-08-05 14:20:33",
        "14:20 ngày 05/08/2024",
        "14:20, 05/08/2024",
        "14h20 ngày 5/8/2024",
        "Thứ Hai, 05/08/2024 - 14:20",
        "Thứ 2, ngày 05/08/2024, 14:20 GMT+7",
        "Chủ nhật, 04/08/2024 07:05 (GMT+7)",
        "Ngày đăng: 05/08/2024",
        "Cập nhật lúc 14:20, ngày 05/08/2024",
        "Cập nhật: Thứ hai, 05/08/2024 | 14:20",
        "Đăng ngày 05/08/2024",
        "Xuất bản lúc 14 giờ 20 phút, 05/08/2024",
        "Ngày 5 tháng 8 năm 2024",
        "(05/08/2024)",
    ],
)
def test_that_a_day_with_its_hour_and_label_is_a_stamp(words: str):
    assert is_stamp(fold(words))
    assert day_of(fold(words)) in {"2024-08-05", "2024-08-04"}


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Sáng 5/8",
        "Từ 05/08/2024 đến 06/08/2024",
        "Họp ngày 05/08/2024",
        "năm 2024",
        "18/24",
        "05/08/2024 xã Bản Mới",
    ],
)
def test_that_other_words_are_no_stamp(words: str):
    assert not is_stamp(fold(words))


@pytest.mark.parametrize("words", ["14:20", "14:20 GMT+7", "Thứ Hai"])
def test_that_an_hour_or_weekday_may_stand_beside_a_day(words: str):
    assert is_clock(fold(words))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Suối Bạc, ngày 05 tháng 8 năm 2024", "2024-08-05"),
        ("TP. Bản Mới, ngày 5/8/2024", "2024-08-05"),
        ("Suối Bạc, ngày … tháng 8 năm 2024", ""),
        ("Suối Bạc, ngày     tháng     năm 2024", ""),
    ],
)
def test_that_an_official_dateline_names_its_place(words: str, day: str):
    assert is_placed(fold(words))
    assert day_of(fold(words)) == day


def test_that_a_sentence_with_a_day_is_no_official_dateline():
    assert not is_placed(fold("Theo kế hoạch, ngày 05 tháng 8 năm 2024 khởi công cầu Bản Mới"))


def test_that_a_day_that_no_calendar_has_is_passed_over():
    assert day_of("32/13/2024") == ""
    assert day_of("30/2/2024, sửa ngày 1/3/2024") == "2024-03-01"


@pytest.mark.parametrize("lead", ["Suối Bạc, ngày 5/8/2024 ", "(SBO) - 05/8/2024 "])
def test_that_the_dateline_of_a_lead_ends_at_its_dash(lead: str):
    assert lead_end(fold(f"{lead}- Sáng nay, huyện ra quân.")) == len(lead)


def test_that_a_lead_without_a_dateline_has_none():
    assert lead_end(fold("Sáng 5/8, huyện Suối Bạc ra quân - một việc làm ý nghĩa.")) == 0
