"""The library's filter: all words, in any order, tones and case and spelling of marks aside."""

from __future__ import annotations

import unicodedata

import pytest

from annotator.domain.progress import Counts, ReportRow, Stage
from annotator.workspace.filtering import RowFilter

ROW = ReportRow(
    "id", "bc-2023_Lai Chau", "Hội nghị Tỉnh ủy Điện Biên lần thứ 16", "", 10, Stage.UNTOUCHED, Counts()
)


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
    assert RowFilter(words).passes(ROW)


@pytest.mark.parametrize("words", ["sơn la", "hội nghị sơn", "17"])
def test_that_a_report_without_one_of_the_words_does_not_pass(words):
    assert not RowFilter(words).passes(ROW)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_that_words_match_however_their_marks_are_written(form):
    words = unicodedata.normalize(form, "điện biên")
    assert RowFilter(words).passes(ROW)
    name = unicodedata.normalize("NFD", "Lâm Đồng")
    row = ReportRow("id", name, "", "", 10, Stage.UNTOUCHED, Counts())
    assert RowFilter(unicodedata.normalize(form, "lâm đồng")).passes(row)
