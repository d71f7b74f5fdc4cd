"""Evaluating: files in, scores and errors out; files that are wrong are named."""

import json

import pytest

from annotator.domain.errors import UserError
from annotator.workspace.evaluating import as_json, evaluate, report_lines

TEXT = "Quý II thu 5 tỷ đồng, tăng 6 %."
ENTITY = "⟦DATE#d1|Quý II⟧ thu 5 tỷ đồng, tăng 6 %."
FIGURE = (
    "Quý II ⟦INDICATOR#i1|thu⟧ ⟦MONEY;value=5000000000;unit=VND;indicator=i1;period=d1|5 tỷ đồng⟧, "
    "tăng ⟦PERCENT;value=6;unit=%;direction=up;indicator=i1|6 %⟧."
)


def span(surface, label, layer="figure", **attributes):
    start = TEXT.index(surface)
    given = {"id": surface, "start": start, "end": start + len(surface), "layer": layer, "label": label}
    return {**given, "score": 0.9, "extractor": "x", "evidence": {}, "attributes": attributes}


RIGHT = {
    "source": "r.txt",
    "text": TEXT,
    "spans": [
        span("Quý II", "DATE", "entity"),
        span("thu", "INDICATOR"),
        span("5 tỷ đồng", "MONEY", value="5000000000", unit="VND"),
        span("6 %", "PERCENT", value="6", unit="%", direction="up"),
    ],
    "relations": [
        {"label": "measures", "from": "5 tỷ đồng", "to": "thu"},
        {"label": "measures", "from": "6 %", "to": "thu"},
        {"label": "during", "from": "5 tỷ đồng", "to": "Quý II"},
    ],
}


@pytest.fixture
def paths(tmp_path):
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "r.entity.txt").write_text(ENTITY, encoding="utf-8")
    (gold / "r.figure.txt").write_text(FIGURE, encoding="utf-8")
    return gold, tmp_path / "predictions.jsonl"


def put(path, *lines):
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def test_that_right_predictions_score_one_everywhere(paths):
    put(paths[1], RIGHT)
    total = as_json(evaluate(*paths))["total"]
    assert [layer["strict"]["f1"] for layer in total["layers"].values()] == [1.0, 1.0]
    assert {share["of_gold"] for share in total["figures"].values()} == {1.0}
    assert total["indicator_link"] == {"gold": 2, "matched": 2, "right": 2, "of_gold": 1.0, "of_matched": 1.0}
    assert total["relations_all"]["f1"] == 1.0
    assert total["relations"]["holds"]["f1"] is None


def test_that_errors_are_listed_with_their_sentence(paths):
    put(paths[1], {**RIGHT, "spans": RIGHT["spans"][:-1], "relations": []})
    errors = as_json(evaluate(*paths))["reports"][0]["errors"]
    assert [(e["fault"], e["name"], e["expected"], e["found"]) for e in errors] == [
        ("link", "during", "Quý II", ""),
        ("link", "measures", "thu", ""),
        ("missing", "", "PERCENT 6 %", ""),
    ]
    assert {e["sentence"] for e in errors} == {TEXT}


def test_that_the_table_is_aligned_and_names_labels_layers_shares_and_errors(paths):
    put(paths[1], {**RIGHT, "spans": RIGHT["spans"][:-1], "relations": []})
    lines = report_lines(evaluate(*paths))
    label_lines = lines[: lines.index("")]
    assert len({len(line) for line in label_lines}) == 1
    shown = [line.split()[:3] for line in lines if line.startswith(("MONEY", "PERCENT", "= figure", "value"))]
    assert shown == [["MONEY", "1", "1"], ["PERCENT", "1", "0"], ["=", "figure", "3"], ["value", "2", "1"]]
    assert lines[-6:-4] == ["link during [11, 20) Quý II -> nothing", "    Quý II thu [5 tỷ đồng], tăng 6 %."]
    assert "errors" not in "".join(report_lines(evaluate(*paths), errors=False))


def test_that_a_layer_without_a_gold_file_is_not_scored(paths):
    (paths[0] / "r.figure.txt").unlink()
    put(paths[1], RIGHT)
    evaluation = evaluate(*paths)
    assert evaluation.layers == ("entity",)
    assert evaluation.reports[0].findings == ()
    assert list(as_json(evaluation)["total"]["layers"]) == ["entity"]


def test_that_rejected_spans_are_no_predictions(paths):
    put(paths[1], {**RIGHT, "spans": [{**each, "state": "rejected"} for each in RIGHT["spans"]]})
    assert evaluate(*paths).total.layer("figure").strict.predicted == 0


def test_that_reports_without_counterpart_are_listed(paths):
    (paths[0] / "other.entity.txt").write_text("Một bản tin.", encoding="utf-8")
    put(paths[1], RIGHT, {"source": "third.txt", "text": "Bản tin thứ ba."})
    evaluation = evaluate(*paths)
    assert (evaluation.without_predictions, evaluation.without_gold) == (("other",), ("third.txt",))
    assert {"gold without predictions: other", "predictions without gold: third.txt"} <= set(
        report_lines(evaluation)
    )


def test_that_a_report_of_the_golds_name_and_another_text_is_noted(paths):
    (paths[0] / "other.entity.txt").write_text("Một bản tin.", encoding="utf-8")
    put(paths[1], RIGHT, {"source": "in/other.txt", "text": "Bản tin khác."})
    (note,) = evaluate(*paths).notes
    assert note.startswith("other: the text of its predictions differs")


def test_that_texts_that_differ_are_one_clear_error(paths):
    put(paths[1], {**RIGHT, "text": TEXT + " ", "spans": [], "relations": []})
    with pytest.raises(UserError, match="no line of") as caught:
        evaluate(*paths)
    assert caught.value.code == "no-match"


def test_that_a_bad_prediction_line_is_named_by_its_number(paths):
    paths[1].write_text(json.dumps(RIGHT) + "\n{oops\n[1]\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        evaluate(*paths)
    assert caught.value.code == "bad-predictions"
    assert [line.split(": ")[0] for line in caught.value.message.splitlines()[1:]] == [
        "predictions.jsonl:2",
        "predictions.jsonl:3",
    ]


def test_that_bad_gold_is_named_by_file_and_line(paths):
    put(paths[1], RIGHT)
    (paths[0] / "r.entity.txt").write_text("⟦NAME|Quý II⟧ thu", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        evaluate(*paths)
    assert caught.value.code == "bad-gold"
    assert "r.entity.txt:1: the label NAME" in caught.value.message


@pytest.mark.parametrize("missing", [0, 1])
def test_that_a_missing_path_is_one_clear_error(paths, tmp_path, missing):
    put(paths[1], RIGHT)
    given = list(paths)
    given[missing] = tmp_path / "absent"
    with pytest.raises(UserError, match="absent") as caught:
        evaluate(*given)
    assert caught.value.code == ["no-gold", "missing-file"][missing]


def test_that_a_folder_without_gold_is_one_clear_error(paths, tmp_path):
    put(paths[1], RIGHT)
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match="holds no gold"):
        evaluate(tmp_path / "empty", paths[1])
