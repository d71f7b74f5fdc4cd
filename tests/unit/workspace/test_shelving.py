"""The library's shelf: orders, all words in any order, tones and case and spelling of marks aside, totals."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.progress import Counts, ReportRow, Stage
from annotator.workspace.filtering import folded
from annotator.workspace.shelving import Shelf, Totals

ROW = ReportRow(
    "id", "bc-2023_Lai Chau", "Hội nghị Tỉnh ủy Điện Biên lần thứ 16", "", 10, Stage.UNTOUCHED, Counts()
)


def row(number, **given):
    return replace(ROW, id=f"r{number}", **given)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  ",
        "hội nghị",
        "HOI NGHI",
        "dien bien",
        "điện BIÊN",
        "16 hoi",
        "bc-2023",
        "lai chau hoi",
        "tinh uy",
    ],
)
def test_that_a_report_passes_when_title_or_name_hold_every_word(words):
    assert Shelf([ROW]).matching([0], words) == [0]


@pytest.mark.parametrize("words", ["sơn la", "hội nghị sơn", "17"])
def test_that_a_report_without_one_of_the_words_does_not_pass(words):
    assert Shelf([ROW]).matching([0], words) == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_that_words_match_however_their_marks_are_written(form):
    shelf = Shelf([ROW, row(1, name=unicodedata.normalize("NFD", "Lâm Đồng"), title="")])
    assert shelf.matching([0, 1], unicodedata.normalize(form, "điện biên")) == [0]
    assert shelf.matching([0, 1], unicodedata.normalize(form, "lâm đồng")) == [1]


def test_that_a_finished_report_with_open_disputes_is_among_the_disputed():
    rows = [row(0, stage=Stage.DONE, disputes=2), row(1, stage=Stage.DONE), row(2, stage=Stage.DISPUTED)]
    shelf = Shelf(rows)
    assert shelf.matching(range(3), "", Stage.DISPUTED) == [0, 2]
    assert shelf.matching(range(3), "", Stage.DONE) == [0, 1]


def test_that_a_date_and_a_stage_narrow_the_rows():
    rows = [row(0, date="2024-05-01"), row(1, date="2023-05-01"), row(2, date="2024-06-01", stage=Stage.DONE)]
    shelf = Shelf(rows)
    assert shelf.matching(range(3), "2024") == [0, 2]
    assert shelf.matching(range(3), "2024", Stage.DONE) == [2]
    assert shelf.matching([2, 1, 0], "", Stage.UNTOUCHED) == [1, 0]


def test_that_orders_put_first_what_they_say():
    rows = [
        row(0, title="Đắk Lắk", date="2024-05-01", counts=Counts(left=3)),
        row(1, title="An Giang", date="", counts=Counts(left=9), stage=Stage.DISPUTED),
        row(2, title="Cà Mau", date="2024-07-01", counts=Counts(left=3), stage=Stage.DONE),
        row(3, title="", name="bac-giang", date="2024-06-01", stage=Stage.IN_WORK),
    ]
    shelf = Shelf(rows)
    assert shelf.arranged("added") == [0, 1, 2, 3]
    assert shelf.arranged("name") == [1, 3, 2, 0]
    assert shelf.arranged("date") == [2, 3, 0, 1]
    assert shelf.arranged("left") == [1, 0, 2, 3]
    assert shelf.arranged("stage") == [1, 3, 0, 2]


def test_that_rows_got_ready_in_portions_are_found_all_the_same():
    shelf = Shelf([row(number, title=f"số {number}") for number in range(5)])
    assert [shelf.prepare(2), shelf.prepare(2), shelf.prepare(2), shelf.prepare(2)] == [
        True,
        True,
        False,
        False,
    ]
    assert shelf.matching(range(5), "so 4") == [4]


ROWS = st.lists(
    st.builds(
        lambda number, title, left, decided, stage, seconds: row(
            number, title=title, counts=Counts(left, decided), stage=stage, seconds=float(seconds)
        ),
        st.integers(0, 6),
        st.text("aAđĐạ b", max_size=6),
        st.integers(0, 9),
        st.integers(0, 9),
        st.sampled_from(Stage),
        st.integers(0, 999),
    ),
    max_size=12,
)


@given(ROWS)
def test_that_totals_are_those_of_the_rows_whatever_was_put(rows):
    shelf = Shelf()
    held = {}
    for each in rows:
        held[each.id] = each
        assert shelf[shelf.put(each)] == each
    assert {each.id: each for each in shelf.rows} == held
    assert shelf.totals == Totals(
        len(held),
        sum(each.stage is Stage.DONE for each in held.values()),
        sum(each.counts.decided for each in held.values()),
        sum(each.counts.left for each in held.values()),
        sum(each.seconds for each in held.values()),
    )


@given(ROWS, st.text("ađạ b", max_size=4), st.sampled_from(["added", "name", "date", "left", "stage"]))
def test_that_filtering_keeps_the_order_and_loses_nothing_that_matches(rows, words, order):
    shelf = Shelf({each.id: each for each in rows}.values())
    arranged = shelf.arranged(order)
    assert sorted(arranged) == list(range(len(shelf)))
    wanted = [
        place
        for place in arranged
        if all(word in folded(f"{shelf[place].title} {shelf[place].name}") for word in folded(words).split())
    ]
    assert shelf.matching(arranged, words) == wanted


def test_that_reports_of_one_assignee_are_found():
    shelf = Shelf([row(0, assignees=("an", "binh")), row(1, assignees=("binh",)), row(2)])
    assert shelf.matching([0, 1, 2], "", assignee="an") == [0]
    assert shelf.matching([2, 1, 0], "", assignee="binh") == [1, 0]
    assert shelf.matching([0, 1, 2], "", assignee="chi") == []
