"""What is read in a range a person chose: the number from the range, the rest from around it."""

from __future__ import annotations

import pytest

from annotator.domain.reports import Report, Section, SectionKind
from annotator.workspace import editing
from annotator.workspace.figuring import read_attributes, warm_up
from annotator.workspace.reading import OpenReport

TEXT = (
    "Chiều 19/10/2023, tỉnh họp.\n"
    "Thu ngân sách ước đạt 2.236 tỷ đồng, tăng 6,43% so với cùng kỳ, chi giảm còn 6 đến 7 triệu đồng.\n"
    "Có 18/24 chỉ tiêu, 1.500ha lúa, âm 1,8% và 31,4 giường bệnh/10.000 dân trong 9 tháng năm 2023.\n"
)


def read(surface, label, text=TEXT, **about):
    start = text.index(surface)
    return dict(read_attributes(Report("r", text, **about), start, start + len(surface), label))


@pytest.mark.parametrize(
    ("surface", "label", "expected"),
    [
        ("2.236 tỷ đồng", "MONEY", {"value": "2236000000000", "unit": "VND", "status": "estimate"}),
        ("6,43%", "PERCENT", {"value": "6.43", "unit": "%", "direction": "up", "basis": "same_period"}),
        ("6 đến 7 triệu đồng", "MONEY", {"value": "6000000", "value_max": "7000000"}),
        ("18/24 chỉ tiêu", "RATIO", {"value": "18", "total": "24"}),
        ("1.500ha", "MEASURE", {"value": "1500", "unit": "ha"}),
        ("1,8%", "PERCENT", {"value": "1.8", "direction": "down"}),
        ("31,4 giường bệnh/10.000 dân", "RATE", {"value": "31.4", "per": "10000 dân"}),
    ],
)
def test_that_a_figure_the_rules_know_is_read_as_they_read_it(surface, label, expected):
    assert read(surface, label).items() >= expected.items()


def test_that_the_number_is_that_of_the_range_and_the_rest_that_of_its_place():
    found = read("7 triệu đồng", "MONEY")
    assert (found["value"], "value_max" in found) == ("7000000", False)
    found = read("24 chỉ tiêu", "COUNT")
    assert (found["value"], "total" in found) == ("24", False)
    found = read("ước đạt 2.236 tỷ", "MONEY")
    assert (found["value"], found["status"]) == ("2236000000000", "estimate")


def test_that_a_number_read_alike_from_its_place_is_no_more_ambiguous_than_there():
    assert "ambiguous" not in read("2.236 tỷ đồng", "MONEY")
    assert "ambiguous" not in read("đạt 2.236 tỷ đồng", "MONEY")


@pytest.mark.parametrize(
    ("text", "value"), [("Cột 2.236 đây", "2236"), ("cột 7,5 đây", "7.5"), ("cột mười hai đây", "12")]
)
def test_that_a_bare_number_has_its_value(text, value):
    surface = text[4:-4]
    assert read(surface, "COUNT", text)["value"] == value


@pytest.mark.parametrize(
    ("surface", "label"),
    [
        ("Thu ngân sách", "INDICATOR"),
        (", ", "MONEY"),
        ("tỉnh họp", "COUNT"),
        ("2.236 tỷ đồng, tăng 6,43%", "MONEY"),
    ],
)
def test_that_nothing_is_made_up(surface, label):
    assert read(surface, label) == {}


def test_that_dates_are_resolved_from_the_text_and_the_reports_own_date():
    assert (
        read("Chiều 19/10/2023", "DATE").items()
        >= {
            "date_from": "2023-10-19",
            "date_to": "2023-10-19",
            "granularity": "day",
        }.items()
    )
    own = read("ngày 5/3", "DATE", "Họp ngày 5/3 tại xã.\n", date="2024-06-01")
    assert own["date_from"] == "2024-03-05"
    assert read("ngày 5/3", "DATE", "Họp ngày 5/3 tại xã.\n").get("date_from", "") == ""


def test_that_part_of_a_date_is_read_by_itself_where_it_is_a_date():
    assert read("9 tháng năm 2023", "DATE")["date_to"] == "2023-09-30"
    assert read("năm 2023", "DATE").items() >= {"date_from": "2023-01-01", "date_to": "2023-12-31"}.items()
    assert read("19/10/2023", "DATE")["date_from"] == "2023-10-19"
    assert read("tỉnh họp", "DATE") == {}


def test_that_page_furniture_around_is_not_read():
    text = "Lượt xem: 5%\nThu đạt 7 tỷ đồng.\n"
    chrome = (Section(SectionKind.CHROME, 0, text.index("\n")),)
    assert read("7 tỷ đồng", "MONEY", text, sections=chrome)["value"] == "7000000000"
    assert "value" in read("5%", "PERCENT", text, sections=chrome)


def test_that_a_place_far_into_a_long_text_is_read_as_at_its_beginning():
    filler = "Không có gì đáng nói ở đây.\n" * 200
    tail = "Thu đạt 7 tỷ đồng, tăng 3% so với cùng kỳ."
    for text in (filler + tail + "\n" + filler, filler.replace("\n", " ") + tail + filler.replace("\n", " ")):
        assert read("3%", "PERCENT", text) == read("3%", "PERCENT", tail)


def test_that_the_rules_can_be_loaded_ahead():
    warm_up()


def test_that_the_tables_beside_a_project_are_read_with(project, add):
    (report_id,) = add("Xã có 17 gờ thóc.")
    folder = project.path.with_name(f"{project.name}.lexicons")
    folder.mkdir()
    table = folder / "units.tsv"
    table.write_text("written\tlabel\tunit\tfactor\ngờ\tMEASURE\tkg\t1000\n", encoding="utf-8")
    opened = OpenReport(project, report_id)
    (made,) = editing.draw(opened.desk, 6, 11, "MEASURE").after.spans
    assert (made.attributes["value"], made.attributes["unit"]) == ("17000", "kg")
    table.write_text("written\tlabel\tunit\tfactor\ngờ\tMEASURE\tkg\n", encoding="utf-8")
    opened = OpenReport(project, report_id)
    (made,) = editing.draw(opened.desk, 6, 11, "MEASURE").after.spans
    assert made.attributes["value"] == "17"
