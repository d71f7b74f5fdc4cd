"""Label Studio and doccano: their own offsets, their own shapes, and what strangers write."""

from __future__ import annotations

import json
from contextlib import suppress
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.formats.base import silent
from annotator.formats.doccano import Doccano
from annotator.formats.label_studio import CONFIG, TASKS, LabelStudio
from annotator.formats.utf16 import Utf16
from annotator.resources import default_schema

SCHEMA = default_schema()
TEXT = "𝄞 Thu ngân sách 5 tỷ"
SPANS = (
    Span("thu", 2, 15, "figure", "INDICATOR", State.ACCEPTED),
    Span("money", 16, 20, "figure", "MONEY", State.ACCEPTED, {"value": "5000000000", "direction": "up"}),
)
GOLD = GoldReport(Report("bao-cao", TEXT, date="2024-10-19"), SPANS, (Relation("measures", "money", "thu"),))


@given(st.text(alphabet="aế𝄞🇻", max_size=12))
def test_that_units_and_points_are_turned_into_each_other(text):
    units = Utf16(text)
    for point in range(len(text) + 1):
        unit = units.units(point)
        assert unit == len(text[:point].encode("utf-16-le")) // 2
        assert units.points(unit) == point


def test_that_a_task_counts_as_browsers_do(tmp_path):
    LabelStudio().write([GOLD], schema=SCHEMA, path=tmp_path, progress=silent)
    (task,) = json.loads((tmp_path / TASKS).read_text("utf-8"))
    regions = task["annotations"][0]["result"]
    place = {"start": 3, "end": 16, "text": "Thu ngân sách"}
    assert regions[0]["value"] == {**place, "labels": ["INDICATOR"]}
    assert regions[0]["from_name"] == "figure"
    by_name = {region.get("from_name"): region for region in regions if region.get("id") == "money"}
    assert by_name["value"]["value"]["text"] == ["5000000000"]
    assert by_name["direction"]["value"]["choices"] == ["up"]
    assert regions[-1] == {
        "type": "relation",
        "from_id": "money",
        "to_id": "thu",
        "direction": "right",
        "labels": ["measures"],
    }


def test_that_the_configuration_knows_every_label_attribute_and_link(tmp_path):
    LabelStudio().write([GOLD], schema=SCHEMA, path=tmp_path, progress=silent)
    tree = ElementTree.parse(tmp_path / CONFIG)  # our own file
    assert {each.get("value") for each in tree.iter("Label")} == {label.name for label in SCHEMA.labels}
    assert {each.get("value") for each in tree.iter("Relation")} == {rule.name for rule in SCHEMA.relations}
    asked = {each.get("name") for kind in ("Choices", "TextArea") for each in tree.iter(kind)}
    assert asked == {rule.name for rule in SCHEMA.attributes}


def test_that_the_annotation_that_counts_is_read(tmp_path):
    region = {"id": "r", "from_name": "x", "to_name": "text", "type": "labels"}
    kept = {**region, "value": {"start": 0, "end": 2, "labels": ["ORG"]}}
    task = {
        "data": {"text": "Sở Y tế"},
        "annotations": [
            {"was_cancelled": True, "result": []},
            {"result": [{**region, "value": {"start": 0, "end": 7, "labels": ["LOC"]}}]},
            {"ground_truth": True, "result": [kept, {"type": "relation"}, "stray", {**region, "value": 3}]},
        ],
    }
    (tmp_path / "x.json").write_text(json.dumps([task]), encoding="utf-8")
    (parsed,) = LabelStudio().read(tmp_path / "x.json", schema=SCHEMA, progress=silent)
    assert [(span.start, span.end, span.label) for span in parsed.spans] == [(0, 2, "ORG")]


@pytest.mark.parametrize("kind", [LabelStudio(), Doccano()], ids=lambda kind: kind.name)
@pytest.mark.parametrize(
    "data", [b"", b"[", b"null", b"[1]", b'"x"', b"\xff\xfe", b"[[]]", b"{}", b"[" * 100_000]
)
def test_that_other_files_are_refused_in_a_line(kind, tmp_path, data):
    path = tmp_path / "x.json"
    path.write_bytes(data)
    said = []
    with suppress(UserError):
        said = kind.read(path, schema=SCHEMA, progress=silent)
    assert all(parsed.problems for parsed in said)
    if not said:
        with pytest.raises(UserError, match=r"\A[^\n]+\Z"):
            kind.read(path, schema=SCHEMA, progress=silent)


def test_that_decomposed_text_is_read_with_its_spans(tmp_path):
    text = "So\u031b\u0309 Y te\u0302\u0301 họp"
    line = {"text": text, "label": [[0, len("So\u031b\u0309 Y te\u0302\u0301"), "ORG"]]}
    (tmp_path / "x.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (parsed,) = Doccano().read(tmp_path / "x.jsonl", schema=SCHEMA, progress=silent)
    assert parsed.problems == ()
    assert [parsed.text[span.start : span.end] for span in parsed.spans] == ["Sở Y tế"]


def test_that_doccano_gets_its_entities_and_relations(tmp_path):
    done = Doccano().write([GOLD], schema=SCHEMA, path=tmp_path / "x", progress=silent)
    line = json.loads((tmp_path / "x").read_text("utf-8"))
    assert line["entities"][0] == {"id": 1, "start_offset": 2, "end_offset": 15, "label": "INDICATOR"}
    assert line["relations"] == [{"id": 1, "from_id": 2, "to_id": 1, "type": "measures"}]
    assert done.notes == ("2 attributes left out: an entity has a label only",)


def test_that_spans_of_strange_labels_are_left_out_with_a_note(tmp_path):
    line = {
        "text": "Sở Y tế họp",
        "entities": [
            {"id": 1, "start_offset": 0, "end_offset": 7, "label": "STRANGE"},
            {"id": 2, "start_offset": 0, "end_offset": 7, "label": "ORG"},
        ],
        "relations": [{"id": 1, "from_id": 1, "to_id": 2, "type": "x"}],
    }
    (tmp_path / "x.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (parsed,) = Doccano().read(tmp_path / "x.jsonl", schema=SCHEMA, progress=silent)
    assert (parsed.problems, [span.label for span in parsed.spans]) == ((), ["ORG"])
    assert "no label STRANGE" in str(parsed.notes[0])
