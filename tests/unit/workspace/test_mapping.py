"""Labels of other programs taken for ours: by words or a file, in every format, links and attributes kept."""

from __future__ import annotations

import json

import pytest

from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.store.reports import add_report
from annotator.workspace.importing import import_path
from annotator.workspace.mapping import mapping_from, schema_with

TEXT = "Sở Y tế: thu 5 tỷ đồng"


@pytest.fixture
def foreign(tmp_path, project):
    """Give a file of ours with labels of others, its report in the project."""
    add_report(project.store, Report("bao-cao", TEXT))
    spans = [
        {"id": "a", "start": 0, "end": 7, "label": "ORGANIZATION"},
        {"id": "b", "start": 9, "end": 12, "label": "MEASURED"},
        {"id": "c", "start": 13, "end": 22, "label": "AMOUNT", "attributes": {"value": "5000000000"}},
    ]
    links = [{"label": "measures", "from": "c", "to": "b"}]
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"text": TEXT, "spans": spans, "relations": links}), encoding="utf-8")
    return path


PAIRS = ("ORGANIZATION=ORG", "MEASURED=INDICATOR", "AMOUNT=MONEY")


def test_that_spans_arrive_under_our_labels_with_attributes_and_links(project, foreign):
    labels = mapping_from(PAIRS, None, project.schema)
    done = import_path(project, foreign, format="jsonl", author="binh", labels=labels)
    assert (done.spans, done.relations, done.problems) == (3, 1, ())
    held = project.decisions(project.report_ids()[0], "binh")
    assert [span.label for span in held.ordered()] == ["ORG", "INDICATOR", "MONEY"]
    assert held.spans["c"].attributes == {"value": "5000000000"}


def test_that_without_a_mapping_strange_labels_are_listed(project, foreign):
    with pytest.raises(UserError, match="has no label ORGANIZATION"):
        import_path(project, foreign, format="jsonl", author="binh")


def test_that_words_win_over_the_file(project, tmp_path):
    file = tmp_path / "map.toml"
    file.write_text('[labels]\nPER = "PERSON"\nGPE = "ORG"\n', encoding="utf-8")
    assert mapping_from(["GPE=LOC"], file, project.schema) == {"PER": "PERSON", "GPE": "LOC"}


@pytest.mark.parametrize("word", ["PER", "=ORG", "PER=", "PER=NOBODY"])
def test_that_a_pair_that_is_none_is_refused(project, word):
    with pytest.raises(UserError) as caught:
        mapping_from([word], None, project.schema)
    assert caught.value.code == "bad-mapping"


@pytest.mark.parametrize("text", ["labels = 3", "[labels", "[other]", "[labels]\nA = 3", "\udcff"])
def test_that_a_file_that_is_no_mapping_is_refused(project, tmp_path, text):
    file = tmp_path / "map.toml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UserError) as caught:
        mapping_from([], file, project.schema)
    assert caught.value.code == "bad-mapping"


def test_that_a_label_of_ours_is_never_another_one(schema):
    assert schema_with(schema, {"ORG": "LOC"}) is schema
