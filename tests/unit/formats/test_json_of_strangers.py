"""JSON as anybody may have made it: every reader of it answers with problems or one clear error."""

from __future__ import annotations

import json

import pytest

from annotator import plugins
from annotator.domain.errors import UserError
from annotator.formats.base import silent
from annotator.resources import default_schema

SCHEMA = default_schema()
TEXT = "Năm 2024 họp."
ENDLESS = "1" * 5000
PROBE = {"x": 1}


def problems(name, path):
    """Return what a reader says is wrong, each problem and the words of a refusal."""
    try:
        found = plugins.load("formats", name)().read(path, schema=SCHEMA, progress=silent)
    except UserError as error:
        return [error.message]
    return [str(word) for parsed in found for word in (*parsed.problems, *parsed.notes)]


@pytest.mark.parametrize("name", ["jsonl", "doccano", "prodigy", "w3c", "label-studio"])
@pytest.mark.parametrize(
    ("value", "said"),
    [
        (ENDLESS, "a number that is too long"),
        (r'"\ud800"', "half of a character"),
        (r'"a\u0000b"', "a NUL sign"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_that_json_that_nothing_can_keep_is_refused_in_one_line(tmp_path, name, value, said):
    path = tmp_path / "x.json"
    path.write_text(f'[{{"text": "a", "id": {value}}}]')
    (told,) = problems(name, path)
    assert said in told
    assert "\n" not in told


def test_that_astral_characters_and_backslashes_written_as_escapes_are_read(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"text": "😀 \\u0000 năm"}, ensure_ascii=True))
    assert problems("jsonl", path) == []


@pytest.mark.parametrize("odd", [PROBE, ["x"], None, 3, True])
@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("doccano", lambda odd: {"text": TEXT, "label": [[0, 8, odd]]}),
        (
            "doccano",
            lambda odd: {
                "text": TEXT,
                "entities": [{"id": odd, "start_offset": 0, "end_offset": 8, "label": odd}],
                "relations": [{"from_id": odd, "to_id": odd, "type": odd}],
            },
        ),
        (
            "prodigy",
            lambda odd: {
                "text": TEXT,
                "spans": [{"start": 0, "end": 8, "label": odd, "id": odd}],
                "relations": [{"head": odd, "child": odd, "label": odd, "head_span": odd}],
            },
        ),
        ("jsonl", lambda odd: {"text": TEXT, "spans": [{"id": odd, "start": 0, "end": 8, "label": odd}]}),
    ],
)
def test_that_a_label_or_an_id_of_any_kind_is_a_problem_and_no_bug(tmp_path, name, made, odd):
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(made(odd)))
    assert problems(name, path)


@pytest.mark.parametrize("odd", [PROBE, ["x"], None, 3])
def test_that_a_task_of_label_studio_with_odd_labels_and_ids_is_no_bug(tmp_path, odd):
    path = tmp_path / "x.json"
    value = {"start": 0, "end": 8, "labels": [odd]}
    results = [
        {"type": "labels", "id": odd, "value": value},
        {"type": "relation", "from_id": odd, "to_id": odd, "labels": [odd]},
    ]
    path.write_text(json.dumps([{"data": {"text": TEXT}, "annotations": [{"result": results}]}]))
    assert problems("label-studio", path)


def test_that_endless_offsets_of_brat_are_a_problem(tmp_path):
    (tmp_path / "r.txt").write_text(TEXT)
    span, note = "T2\tDATE 0 8\tNăm 2024", f'#1\tAnnotatorNotes T2\t{{"a": {ENDLESS}}}'
    (tmp_path / "r.ann").write_text(f"T1\tDATE {ENDLESS} {ENDLESS}\tx\n{span}\n{note}\n")
    (told,) = problems("brat", tmp_path)
    assert "it is no line of brat's" in told
