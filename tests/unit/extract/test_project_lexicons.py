"""Project lexicons: tables an analyst adds, used by every rule, and what a wrong one says."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.extract.pipeline import Rules
from annotator.extract.project_lexicons import TABLES, checked
from annotator.resources import resource_path

TEXT = "Năm 2023, Hội quán Bến Mơ có 17 giỏn voọc; chỉ tố mầm đạt 5 gờ; sản lượng đạt 12 lồ."


def found(text: str, *folders: Path) -> dict[str, str]:
    """Return the labels of what the rules find, by its words."""
    return {text[s.start : s.end]: s.label for s in Rules(folders=folders).extract(Report("r", text)).spans}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = {
        "counted_nouns": "noun\ngiỏn voọc\n",
        "units": "written\tlabel\tunit\tfactor\ngờ\tMEASURE\tkg\t100\nlồ\tMONEY\tVND\t1000\n",
        "indicators": "kind\tphrase\tvalue\nhead\tchỉ tố\n",
        "surnames": "phrase\tgroup\nzơrâm\thighland\n",
    }
    for name, text in rows.items():
        (tmp_path / f"{name}.tsv").write_text(text, encoding="utf-8")
    return tmp_path


def test_that_figures_are_read_by_the_words_of_a_project(folder: Path):
    extraction = Rules(folders=[folder]).extract(Report("r", TEXT))
    spans = {TEXT[span.start : span.end]: span for span in extraction.spans}
    assert spans["17 giỏn voọc"].evidence.rule == "figure: noun"
    assert spans["5 gờ"].label == "MEASURE"
    assert dict(spans["5 gờ"].attributes) | {"value": "500", "unit": "kg"} == dict(spans["5 gờ"].attributes)
    assert spans["12 lồ"].attributes["value"] == "12000"
    assert spans["chỉ tố mầm"].label == "INDICATOR"


def test_that_entities_are_read_by_the_words_of_a_project(folder: Path):
    text = "Đồng chí Zơrâm Bhướp phát biểu; ông Zơrâm Nhất dự."
    assert {"Zơrâm Bhướp", "Zơrâm Nhất"} <= {
        words for words, label in found(text, folder).items() if label == "PERSON"
    }


def test_that_the_words_of_one_project_stay_out_of_another(folder: Path):
    before = found(TEXT)
    with_words = found(TEXT, folder)
    assert found(TEXT) == before != with_words
    assert (before["5 gờ"], with_words["5 gờ"]) == ("COUNT", "MEASURE")
    assert found(TEXT, folder) == with_words


def test_that_a_failing_report_leaves_no_words_behind(folder: Path):
    with pytest.raises(AttributeError):
        Rules(folders=[folder]).extract(None)
    assert found(TEXT)["5 gờ"] == "COUNT"


def test_that_every_table_of_the_program_may_be_copied_into_a_project(tmp_path: Path):
    for name in TABLES:
        text = resource_path("lexicons", f"{name}.tsv").read_text(encoding="utf-8")
        (tmp_path / f"{name}.tsv").write_text(text, encoding="utf-8")
    assert checked([tmp_path]) == (tmp_path,)
    assert found(TEXT, tmp_path) == found(TEXT)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("surname", "phrase\tgroup\nzơrâm\t\n", "there is no table surname"),
        ("surnames", "zơrâm\thighland\nbhling\thighland\n", "line 2 must name the columns: phrase, group"),
        ("units", "written\tlabel\tunit\tfactor\n# ours\ngờ\tMEASURE\tkg\tten\n", "line 3 has ten as factor"),
        ("units", "written\tlabel\tunit\tfactor\ngờ\tWEIGHT\tkg\t1\n", "line 2 has WEIGHT as label"),
        ("figure_words", "role\tphrase\tvalue\ndirection\tvọt\tupp\n", "line 2 has upp as value"),
        ("figure_words", "role\tphrase\tvalue\nway\tvọt\tup\n", "line 2 has way as role"),
        ("indicators", "kind\tphrase\nhead\t\n", "line 2 has no phrase"),
        ("position_heads", "phrase\tkind\ntrùm\tchief\n", "line 2 has chief as kind"),
        ("laws", "phrase\n\tluật\n", "line 2 has 2 cells for 1 columns"),
    ],
)
def test_that_a_wrong_table_is_named_with_its_line(tmp_path: Path, name: str, text: str, said: str):
    path = tmp_path / f"{name}.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        Rules(folders=[tmp_path])
    assert caught.value.code == "bad-lexicon"
    assert str(path) in caught.value.message
    assert said in caught.value.message
    assert "\n" not in caught.value.message


def test_that_a_folder_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(UserError, match="no folder of lexicons"):
        Rules(folders=[tmp_path / "none"])


def test_that_an_entry_of_the_program_can_be_taken_away(tmp_path: Path):
    (tmp_path / "place_heads.tsv").write_text("phrase\tkind\ncầu\tnone\n", encoding="utf-8")
    text = "Xe qua cầu Bến Sậy."
    assert found(text) == {"cầu Bến Sậy": "LOC"}
    assert "cầu Bến Sậy" not in found(text, tmp_path)
