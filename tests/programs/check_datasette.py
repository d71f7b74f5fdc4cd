"""Datasette serves the gold as it is: tables with their links, the views, and search."""

from __future__ import annotations

import json
import subprocess
from urllib.parse import quote
from urllib.request import ProxyHandler, build_opener

import pytest

COUNTS = {
    "reports": len,
    "spans": lambda gold: sum(len(report["spans"]) for report in gold),
    "relations": lambda gold: sum(len(report["relations"]) for report in gold),
    "figures": lambda gold: sum(
        span["layer"] == "figure" and span["label"] != "INDICATOR"
        for report in gold
        for span in report["spans"]
    ),
}


@pytest.fixture(scope="module")
def database(exported):
    return exported("sqlite", ".db")


@pytest.fixture(scope="module")
def asked(database, program):
    """Give a function that asks Datasette for a page by its own command."""
    return lambda page: program("datasette", database, "--get", page)


@pytest.mark.parametrize("table", COUNTS)
def test_that_every_row_is_counted(asked, gold, table):
    said = json.loads(asked(f"/sqlite/{table}.json?_size=1&_shape=objects"))
    assert said["filtered_table_rows_count"] == COUNTS[table](gold)


def test_that_a_row_leads_to_its_report_and_back(asked, gold):
    span = json.loads(asked("/sqlite/spans.json?label=MONEY&_labels=on&_shape=objects&_size=1"))["rows"][0]
    texts = {report["name"]: report["text"] for report in gold}
    assert span["text"] in texts[span["report_id"]["label"]]


def test_that_a_view_is_a_page_of_figures_with_their_sentences(asked, gold):
    rows = json.loads(asked("/sqlite/gold_figures.json?_shape=array&_size=max"))
    texts = {report["name"]: report["text"] for report in gold}
    assert all(row["text"] in row["sentence"] and row["sentence"] in texts[row["report"]] for row in rows)
    assert any(row["indicator"] for row in rows)
    assert "</html>" in asked("/sqlite/gold_figures")


def test_that_reports_are_found_by_their_words(asked):
    words = "_fts_table=reports_fts&_shape=array&_search="
    for written in ("Suối Bạc", "suoi bac"):
        rows = json.loads(asked(f"/sqlite/reports.json?{words}{quote(written)}"))
        assert "mua-vu" in {row["name"] for row in rows}
        assert "hoc-ky" not in {row["name"] for row in rows}


def test_that_a_page_served_to_a_browser_names_every_report(database, programs, gold):
    command = [programs / "datasette", "serve", "--immutable", database, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as server:
        try:
            place = next(line.split()[4] for line in server.stderr if "Uvicorn running on" in line)
            page = build_opener(ProxyHandler({})).open(f"{place}/sqlite/reports?_size=max", timeout=60)
            said = page.read().decode("utf-8")
        finally:
            server.terminate()
    assert all(report["name"] in said for report in gold)
