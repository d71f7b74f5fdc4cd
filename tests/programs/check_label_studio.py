"""Label Studio's own library takes our tasks for valid, and its converter brings all of them elsewhere."""

from __future__ import annotations

import csv
import json

import pytest

LAYERS = ("entity", "figure")


@pytest.fixture(scope="module")
def folder(exported):
    return exported("label-studio")


@pytest.fixture(scope="module")
def said(folder, program, tmp_path_factory):
    """Give what Label Studio's library says of the folder, and what its converter makes of each task."""
    out = tmp_path_factory.mktemp("converted")
    told = json.loads(program("label_studio_side.py", folder, out))
    tasks = json.loads((out / "JSON_MIN" / "result.json").read_text("utf-8"))
    return {**told, "tasks": tasks, "whole": out / "JSON" / "result.json"}


def test_that_the_configuration_and_every_annotation_are_valid(said, gold):
    assert said["faults"] == []
    assert set(said["labels"]) >= {span["label"] for report in gold for span in report["spans"]}
    assert said["regions"] == sum(len(report["spans"]) for report in gold)
    assert said["relations"] == sum(len(report["relations"]) for report in gold)


def test_that_every_span_is_in_what_the_converter_makes(said, gold):
    ours = {report["text"]: report["spans"] for report in gold}
    for task in said["tasks"]:
        text = task["text"]
        found = [(part["text"], part["labels"]) for layer in LAYERS for part in task.get(layer, ())]
        spans = ours.pop(text)
        assert sorted(found) == sorted((text[span["start"] : span["end"]], [span["label"]]) for span in spans)
    assert ours == {}


def test_that_what_the_converter_writes_whole_comes_in_again(said, annotator, project, gold):
    told = annotator("import", project, said["whole"], "--format", "label-studio", "--author", "back")
    spans, links = (sum(len(report[kind]) for report in gold) for kind in ("spans", "relations"))
    assert told.startswith(f"{spans} spans and {links} relations in {len(gold)} reports for back")


def test_that_its_command_makes_a_table_and_tokens_of_all_reports(folder, program, gold, tmp_path):
    words = ["-i", folder / "tasks.json", "-c", folder / "config.xml", "--heartex-format"]
    program("label-studio-converter", "export", *words, "-f", "CSV", "-o", tmp_path / "result.csv")
    with (tmp_path / "result.csv").open(encoding="utf-8", newline="") as file:
        assert sorted(row["text"] for row in csv.DictReader(file)) == sorted(each["text"] for each in gold)
    program("label-studio-converter", "export", *words, "-f", "CONLL2003", "-o", tmp_path)
    tokens = (tmp_path / "result.conll").read_text("utf-8").splitlines()
    # Of spans on the same tokens its tags hold one; the others have to be there.
    kinds = {line.rpartition(" ")[2][2:] for line in tokens if " B-" in line}
    assert {"PERSON", "MONEY", "PERCENT", "INDICATOR"} <= kinds
