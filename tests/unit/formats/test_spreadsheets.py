"""Spreadsheets: what pandas reads is the gold, and nothing in them is a formula."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.formats.base import silent
from annotator.formats.figure_rows import harmless, is_number
from annotator.formats.spreadsheets import Csv, Excel
from annotator.resources import default_schema

SCHEMA = default_schema()
TEXT = "=cmd|' /C calc'!A0 năm 2024\nThu ngân sách đạt 2.236 tỷ đồng, giảm 3,5%. Ông An họp."
NUMBER = "22360000000000000001"


def span(name, surface, layer, label, **attributes):
    start = TEXT.index(surface)
    return Span(name, start, start + len(surface), layer, label, State.ACCEPTED, attributes)


GOLD = GoldReport(
    Report("=1+1", TEXT, date="2024-10-19"),
    (
        span("trap", "=cmd|' /C calc'!A0", "entity", "DOCUMENT"),
        span("year", "năm 2024", "entity", "DATE", date_from="2024-01-01", date_to="2024-12-31"),
        span("thu", "Thu ngân sách", "figure", "INDICATOR"),
        span("money", "2.236 tỷ đồng", "figure", "MONEY", value=NUMBER, unit="VND"),
        span("percent", "3,5%", "figure", "PERCENT", value="-3.5", unit="%", direction="down"),
        Span("open", 0, 4, "entity", "ORG"),
    ),
    (Relation("measures", "money", "thu"), Relation("during", "money", "year")),
    authors={"money": "@an"},
)


def test_that_pandas_reads_the_figures_of_the_csv(tmp_path):
    done = Csv().write([GOLD], schema=SCHEMA, path=tmp_path / "x.csv", progress=silent)
    table = pd.read_csv(tmp_path / "x.csv", dtype=str, keep_default_na=False)
    assert list(table["text"]) == ["2.236 tỷ đồng", "3,5%"]
    assert list(table["value"]) == [NUMBER, "-3.5"]
    first = table.iloc[0]
    assert (first["indicator"], first["period"], first["date_from"]) == (
        "Thu ngân sách",
        "năm 2024",
        "2024-01-01",
    )
    assert first["sentence"] == "Thu ngân sách đạt 2.236 tỷ đồng, giảm 3,5%."
    assert (first["report"], first["author"]) == ("'=1+1", "'@an")
    assert "3 entities and indicators left out: the table has figures only" in done.notes


@pytest.mark.parametrize("kind", [Csv(), Excel()])
def test_that_attributes_and_links_without_a_column_are_said(kind, tmp_path):
    spans = tuple(
        replace(span, attributes={**span.attributes, "ambiguous": "yes"}) if span.label == "MONEY" else span
        for span in GOLD.spans
    )
    done = kind.write([replace(GOLD, spans=spans)], schema=SCHEMA, path=tmp_path / "x", progress=silent)
    assert "1 attributes left out: the table has no column for them" in done.notes
    assert any(line.startswith(f"{len(GOLD.relations)} relations left out: ") for line in done.notes)


def test_that_pandas_reads_both_sheets_of_the_workbook(tmp_path):
    Excel().write([GOLD, GOLD], schema=SCHEMA, path=tmp_path / "x.xlsx", progress=silent)
    sheets = pd.read_excel(tmp_path / "x.xlsx", sheet_name=None)
    figures, entities = sheets["figures"], sheets["entities"]
    assert list(figures["value"]) == [float(NUMBER), -3.5] * 2
    assert list(entities["label"]) == ["DOCUMENT", "DATE", "INDICATOR"] * 2
    assert entities["text"][0] == "=cmd|' /C calc'!A0"


def test_that_no_cell_of_the_workbook_is_a_formula(tmp_path):
    from openpyxl import load_workbook

    Excel().write([GOLD], schema=SCHEMA, path=tmp_path / "x.xlsx", progress=silent)
    book = load_workbook(tmp_path / "x.xlsx")
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}
    # More digits than a spreadsheet keeps are written as text, every one of them.
    assert [cell.value for cell in book["figures"]["E"]] == ["value", NUMBER, -3.5]


@pytest.mark.parametrize(
    "cell",
    [
        "=1",
        "+1 a",
        "-x",
        "@a",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u00a0+1",
        "\ufeff=1",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        " \t ＝1",
        "−1",
    ],
)
def test_that_what_looks_like_a_formula_is_made_harmless(cell):
    assert harmless("text", cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=1", " Sở Y tế", "(=1)", "5 - 7", "'=1"])
def test_that_other_cells_stay_as_they_are(cell):
    assert harmless("text", cell) == cell


def test_that_a_negative_number_stays_one():
    assert harmless("value", "-3.5") == "-3.5"
    assert harmless("text", "-3.5") == "'-3.5"
    assert not is_number("value", "-3.5+1")


@pytest.mark.parametrize("kind", [Csv(), Excel()])
def test_that_a_table_is_for_export_only_and_a_bad_place_is_named(kind, tmp_path):
    with pytest.raises(UserError, match="export only"):
        kind.read(tmp_path / "x", schema=SCHEMA, progress=silent)
    with pytest.raises(UserError, match="choose another place"):
        kind.write([GOLD], schema=SCHEMA, path=tmp_path / "no" / "x", progress=silent)


@pytest.mark.parametrize("kind", [Csv(), Excel()])
def test_that_an_export_that_fails_leaves_the_old_file_alone(kind, tmp_path):
    def broken():
        yield GOLD
        raise RuntimeError("cut off")

    path = tmp_path / "x"
    path.write_text("old")
    with pytest.raises(RuntimeError):
        kind.write(broken(), schema=SCHEMA, path=path, progress=silent)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
