"""UIMA CAS and Parquet: read by the libraries that others use, and hostile XML refused."""

from __future__ import annotations

import json
from contextlib import suppress

import pandas as pd
import pytest
from cassis import Cas, TypeSystem, load_cas_from_json, load_cas_from_xmi, load_typesystem
from cassis.typesystem import TypeSystemMode

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.formats.base import silent
from annotator.formats.cas import TYPES, CasJson, CasXmi
from annotator.formats.extras import Extra
from annotator.formats.parquet import Parquet
from annotator.resources import default_schema

SCHEMA = default_schema()
TEXT = "𝄞 Thu ngân sách 5 tỷ"
SPANS = (
    Span("thu", 2, 15, "figure", "INDICATOR", State.ACCEPTED),
    Span("money", 16, 20, "figure", "MONEY", State.ACCEPTED, {"value": "22360000000000000001"}),
)
GOLD = GoldReport(
    Report("bao-cao", TEXT), SPANS, (Relation("measures", "money", "thu"),), authors={"thu": "an"}
)


def read(path):
    return CasXmi().read(path, schema=SCHEMA, progress=silent)


def test_that_uima_s_own_reader_finds_spans_and_links(tmp_path):
    CasXmi().write([GOLD], schema=SCHEMA, path=tmp_path, progress=silent)
    with (tmp_path / TYPES).open("rb") as file:
        types = load_typesystem(file)
    with (tmp_path / "bao-cao.xmi").open("rb") as file:
        cas = load_cas_from_xmi(file, typesystem=types)
    found = cas.select("annotator.Span")
    assert [(each.get_covered_text(), each.label) for each in found] == [
        ("Thu ngân sách", "INDICATOR"),
        ("5 tỷ", "MONEY"),
    ]
    (link,) = cas.select("annotator.Relation")
    assert (link.source.label, link.target.label) == ("MONEY", "INDICATOR")
    # In the file itself the offsets are those of Java: the first character takes two units.
    assert 'begin="3"' in (tmp_path / "bao-cao.xmi").read_text("utf-8")


def test_that_a_text_xml_cannot_hold_is_left_out_and_named(tmp_path):
    bad = GoldReport(Report("bad", "a\x0bb"), ())
    done = CasXmi().write([bad, GOLD], schema=SCHEMA, path=tmp_path, progress=silent)
    assert done.reports == 1
    assert "bad: its text holds control characters" in str(done.skipped[0])


def test_that_types_of_others_go_by_their_value(tmp_path):
    types = TypeSystem()
    kind = types.create_type("their.NamedEntity", "uima.tcas.Annotation")
    types.create_feature(kind, "value", "uima.cas.String")
    cas = Cas(typesystem=types)
    cas.sofa_string = TEXT
    cas.add_all([kind(begin=2, end=5, value="ORG"), kind(begin=6, end=10, value="STRANGE")])
    types.to_xml(tmp_path / TYPES)
    cas.to_xmi(tmp_path / "x.xmi")
    (parsed,) = read(tmp_path)
    assert [(span.start, span.end, span.label) for span in parsed.spans] == [(2, 5, "ORG")]
    assert "no label STRANGE" in str(parsed.notes[0])


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


@pytest.mark.parametrize("data", [BOMB, OUTSIDE, b"", b"<x", b"{}", b"\xff\xfe", b"<x/>"])
def test_that_hostile_and_broken_files_are_refused(tmp_path, data):
    CasXmi().write([GOLD], schema=SCHEMA, path=tmp_path, progress=silent)
    (tmp_path / "x.xmi").write_bytes(data)
    found = {parsed.name: parsed for parsed in read(tmp_path)}
    assert [name for name, parsed in found.items() if not parsed.problems] == ["bao-cao"]
    (tmp_path / TYPES).write_bytes(data)
    said = []
    with suppress(UserError):
        said = read(tmp_path)
    assert all(parsed.problems for parsed in said)


def test_that_uima_s_own_reader_of_json_finds_spans_and_links(tmp_path):
    CasJson().write([GOLD], schema=SCHEMA, path=tmp_path, progress=silent)
    file = tmp_path / "bao-cao.json"
    cas = load_cas_from_json(file.read_text("utf-8"))
    assert [(each.get_covered_text(), each.label, each.a_value) for each in cas.select("annotator.Span")] == [
        ("Thu ngân sách", "INDICATOR", None),
        ("5 tỷ", "MONEY", "22360000000000000001"),
    ]
    (link,) = cas.select("annotator.Relation")
    assert (link.label, link.source.label, link.target.label) == ("measures", "MONEY", "INDICATOR")
    structures = json.loads(file.read_text("utf-8"))["%FEATURE_STRUCTURES"]
    # In the file itself the offsets are those of Java: the first character takes two units.
    assert [each["begin"] for each in structures if each["%TYPE"] == "annotator.Span"] == [3, 17]


@pytest.mark.parametrize(
    "text", [TEXT, "Thu\x0b ngân\x1f sách, 5 tỷ đồng \ufffe", '<!DOCTYPE x> "thu", đủ 16 chữ']
)
def test_that_json_that_uima_s_own_library_wrote_is_read(tmp_path, text):
    types = TypeSystem()
    kind = types.create_type("their.NamedEntity", "uima.tcas.Annotation")
    types.create_feature(kind, "value", "uima.cas.String")
    cas = Cas(typesystem=types)
    cas.sofa_string = text
    cas.add_all([kind(begin=2, end=5, value="ORG"), kind(begin=6, end=10, value="STRANGE")])
    cas.to_json(tmp_path / "x.json", pretty_print=True)
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    (parsed,) = CasJson().read(tmp_path, schema=SCHEMA, progress=silent)
    assert (parsed.name, parsed.text, parsed.problems) == ("x", text, ())
    assert [(span.start, span.end, span.label) for span in parsed.spans] == [(2, 5, "ORG")]
    assert "no label STRANGE" in str(parsed.notes[0])


def test_that_json_without_types_takes_those_beside_it_or_says_what_is_missing(tmp_path):
    CasXmi().write([GOLD], schema=SCHEMA, path=tmp_path, progress=silent)
    with (tmp_path / "bao-cao.xmi").open("rb") as file:
        cas = load_cas_from_xmi(file, load_typesystem((tmp_path / TYPES).read_text("utf-8")))
    cas.to_json(tmp_path / "x.json", type_system_mode=TypeSystemMode.NONE)
    (parsed,) = CasJson().read(tmp_path, schema=SCHEMA, progress=silent)
    assert [span.label for span in parsed.spans] == ["INDICATOR", "MONEY"]
    (tmp_path / TYPES).unlink()
    (parsed,) = CasJson().read(tmp_path, schema=SCHEMA, progress=silent)
    assert "put the TypeSystem.xml of its project beside it" in str(parsed.problems[0])


def test_that_a_report_named_as_the_manifest_has_a_file_of_its_own(tmp_path):
    gold = GoldReport(Report("Manifest", "Thu"), ())
    CasJson().write([gold], schema=SCHEMA, path=tmp_path, progress=silent)
    assert [file.name for file in tmp_path.iterdir()] == ["Manifest-2.json"]


@pytest.mark.parametrize(
    "data", [b"", b"[", b"{}", b"null", b"\xff", b'{"%FEATURE_STRUCTURES": [], "%TYPES": 3}']
)
def test_that_json_of_something_else_is_refused(tmp_path, data):
    (tmp_path / "x.json").write_bytes(data)
    (parsed,) = CasJson().read(tmp_path, schema=SCHEMA, progress=silent)
    assert len(parsed.problems) == 1


def test_that_a_missing_library_is_named_with_what_installs_it():
    with pytest.raises(UserError, match=r"install annotator\[uima\]"):
        Extra("no_such_module_here", "uima").require()


def test_that_pandas_reads_the_parquet_table(tmp_path):
    done = Parquet().write([GOLD] * 60, schema=SCHEMA, path=tmp_path / "x.parquet", progress=silent)
    table = pd.read_parquet(tmp_path / "x.parquet")
    assert (len(table), done.spans, done.relations) == (120, 120, 60)
    money = table[table["label"] == "MONEY"].iloc[0]
    assert (money["value"], money["text"]) == ("22360000000000000001", "5 tỷ")
    assert list(money["measures"]) == [f"{GOLD.report.id}:thu"]
    with pytest.raises(UserError, match="export only"):
        Parquet().read(tmp_path / "x.parquet", schema=SCHEMA, progress=silent)
