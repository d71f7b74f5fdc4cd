"""doccano's own import takes our lines into its database: reports, spans and relations, none left out."""

from __future__ import annotations

import json
from collections import Counter


def test_that_doccano_imports_every_report_span_and_relation(exported, program, gold):
    said = json.loads(program("doccano_side.py", exported("doccano", ".jsonl")))
    assert said["faults"] == []
    assert sorted(said["texts"]) == sorted(report["text"] for report in gold)
    assert Counter(map(tuple, said["spans"])) == Counter(
        (report["text"][span["start"] : span["end"]], span["label"])
        for report in gold
        for span in report["spans"]
    )
    label = {(report["name"], span["id"]): span["label"] for report in gold for span in report["spans"]}
    assert Counter(map(tuple, said["relations"])) == Counter(
        (label[report["name"], link["from"]], link["label"], label[report["name"], link["to"]])
        for report in gold
        for link in report["relations"]
    )
