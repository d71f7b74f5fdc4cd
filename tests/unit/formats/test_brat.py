"""brat, Prodigy and W3C: their own shapes, and what strangers write in them."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.formats.base import silent
from annotator.formats.brat import Brat
from annotator.formats.prodigy import Prodigy
from annotator.formats.w3c import WebAnnotation
from annotator.resources import default_schema

SCHEMA = default_schema()
TEXT = "𝄞 Thu ngân sách 5 tỷ\nđồng. Sở Y tế"
SPANS = (
    Span("thu", 2, 15, "figure", "INDICATOR", State.ACCEPTED),
    Span("money", 16, 25, "figure", "MONEY", State.ACCEPTED, {"value": "5000000000"}),
)
GOLD = GoldReport(
    Report("báo cáo/1", TEXT),
    SPANS,
    (Relation("measures", "money", "thu"),),
    authors={"thu": "an", "money": "an"},
)


def brat(tmp_path, lines, text=TEXT):
    (tmp_path / "x.txt").write_text(text, encoding="utf-8", newline="")
    (tmp_path / "x.ann").write_text("\n".join(lines), encoding="utf-8")
    (parsed,) = Brat().read(tmp_path, schema=SCHEMA, progress=silent)
    return parsed


def test_that_a_collection_has_texts_annotations_and_configurations(tmp_path):
    Brat().write([GOLD, GOLD], schema=SCHEMA, path=tmp_path, progress=silent)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "annotation.conf",
        "báo-cáo-1-2.ann",
        "báo-cáo-1-2.txt",
        "báo-cáo-1.ann",
        "báo-cáo-1.txt",
        "visual.conf",
    ]
    assert (tmp_path / "báo-cáo-1.ann").read_text("utf-8").splitlines() == [
        "T1\tINDICATOR 2 15\tThu ngân sách",
        "T2\tMONEY 16 20;21 25\t5 tỷ đồng",
        "R1\tmeasures Arg1:T2 Arg2:T1",
        '#1\tAnnotatorNotes T2\t{"value": "5000000000"}',
    ]
    conf = (tmp_path / "annotation.conf").read_text("utf-8")
    assert all(f"[{part}]" in conf for part in ("entities", "relations", "events", "attributes"))


def test_that_parts_with_nothing_between_them_are_one_span(tmp_path):
    parsed = brat(tmp_path, ["T1\tMONEY 16 20;21 25\t5 tỷ đồng", "T2\tORG 2 5;27 29\tThu Sở"])
    assert [(span.start, span.end) for span in parsed.spans] == [(16, 25)]
    assert "1 spans left out: they have separate parts" in str(parsed.notes[0])


def test_that_windows_line_ends_are_counted_as_brat_does(tmp_path):
    parsed = brat(tmp_path, ["T1\tORG 5 12\tSở Y tế"], text="abc\r\nSở Y tế")
    assert [parsed.text[span.start : span.end] for span in parsed.spans] == ["Sở Y tế"]


@pytest.mark.parametrize(
    "line", ["T1\tORG 0 99\tx", "T1\tORG 5 2\tx", "T1 ORG 0 1", "T1\tORG\tx", "Z1\tx", "R1\tx Arg1:T1"]
)
def test_that_a_line_that_is_wrong_is_named(tmp_path, line):
    parsed = brat(tmp_path, ["T9\tORG 2 5\tThu", line])
    assert [problem.line for problem in parsed.problems] == [2]


def test_that_other_lines_of_brats_are_left_out_with_a_note(tmp_path):
    lines = ["T1\tORG 2 5\tThu", "E1\tBuy:T1", "*\tEquiv T1 T2", "A1\tNegation T1", "N1\tReference T1 W:1\tx"]
    parsed = brat(tmp_path, [*lines, "#1\tAnnotatorNotes T1\tsee {below}", "#2\tAnnotatorNotes E1\tx"])
    assert (len(parsed.spans), parsed.problems) == (1, ())
    assert [note.message for note in parsed.notes] == [
        "1 attributes left out: ORG has no attribute Negation",
        "1 equivalences left out: we have no place for them",
        "1 events left out: we have no place for them",
        "1 links to other sources left out: we have no place for them",
        "1 notes left out: they are on no span",
    ]
    assert parsed.spans[0].note == "see {below}"


def test_that_an_annotation_without_its_text_is_a_problem(tmp_path):
    (tmp_path / "x.ann").write_text("T1\tORG 0 1\tx", encoding="utf-8")
    (parsed,) = Brat().read(tmp_path / "x.ann", schema=SCHEMA, progress=silent)
    assert "there is no file" in str(parsed.problems[0])
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(UserError, match=r"holds no \.ann files"):
        Brat().read(empty, schema=SCHEMA, progress=silent)


def test_that_a_task_has_tokens_whose_ends_are_included(tmp_path):
    Prodigy().write([GOLD], schema=SCHEMA, path=tmp_path / "x", progress=silent)
    task = json.loads((tmp_path / "x").read_text("utf-8"))
    span = task["spans"][0]
    words = task["tokens"][span["token_start"] : span["token_end"] + 1]
    assert [word["text"] for word in words] == ["Thu", "ngân", "sách"]
    assert task["relations"][0]["label"] == "measures"
    assert task["relations"][0]["head_span"]["label"] == "MONEY"
    assert (task["answer"], task["_annotator_id"]) == ("accept", "an")
    assert {type(task["_input_hash"]), type(task["_task_hash"])} == {int}


def test_that_tasks_of_prodigy_itself_are_read(tmp_path):
    span = {"start": 27, "end": 34, "token_start": 7, "token_end": 9, "label": "ORG"}
    lines = [{"text": TEXT, "spans": [span]}, {"text": TEXT, "spans": [span], "answer": "reject"}]
    (tmp_path / "x").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    first, second = Prodigy().read(tmp_path / "x", schema=SCHEMA, progress=silent)
    assert [(each.start, each.end, each.label) for each in first.spans] == [(27, 34, "ORG")]
    assert "rejected or ignored" in str(second.problems[0])


def test_that_a_page_names_its_makers_and_quotes(tmp_path):
    WebAnnotation().write([GOLD], schema=SCHEMA, path=tmp_path / "x", progress=silent)
    (page,) = json.loads((tmp_path / "x").read_text("utf-8"))
    money = page["items"][1]
    assert money["creator"] == {"type": "Person", "name": "an"}
    assert money["target"]["selector"][0] == {"type": "TextPositionSelector", "start": 16, "end": 25}
    assert money["target"]["selector"][1]["exact"] == TEXT[16:25]
    assert page["items"][2]["body"]["id"] == page["items"][0]["id"]
    assert len({item["id"] for item in page["items"]}) == 3


@pytest.mark.parametrize("kind", [Prodigy(), WebAnnotation()], ids=lambda kind: kind.name)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[",
        b"null",
        b"[1]",
        b'"x"',
        b"\xff",
        b"{}",
        b"[" * 100_000,
        b'[{"items": [{"body": 1, "target": 2}]}]',
    ],
)
def test_that_other_files_are_refused_in_a_line(kind, tmp_path, data):
    path = tmp_path / "x"
    path.write_bytes(data)
    said = []
    with suppress(UserError):
        said = kind.read(path, schema=SCHEMA, progress=silent)
    assert all(parsed.problems for parsed in said)
    if not said:
        with pytest.raises(UserError, match=r"\A[^\n]+\Z"):
            kind.read(path, schema=SCHEMA, progress=silent)
