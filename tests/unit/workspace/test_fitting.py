"""What an extractor found comes as far as the project's schema has it."""

from __future__ import annotations

import pytest

from annotator.domain.relations import MEASURES, Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span
from annotator.extract.base import Extraction
from annotator.extract.pipeline import Rules
from annotator.resources import schema_from_text
from annotator.store.reports import add_report
from annotator.workspace import editing
from annotator.workspace.extracting import Placing
from annotator.workspace.fitting import fitting
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport

OTHER = """
name = "other"
[[layers]]
name = "entity"
[[labels]]
name = "PERSON"
layer = "entity"
code = "PER"
[[labels]]
name = "COUNT"
layer = "entity"
code = "CNT"
"""


def span(name, start, end, label, layer="entity", **attributes):
    return Span(name, start, end, layer, label, attributes=attributes, score=0.9)


@pytest.fixture(scope="module")
def other():
    return schema_from_text(OTHER, where="the test")


def test_that_the_default_extractor_fits_the_default_schema(schema, samples) -> None:
    for path in samples:
        found = Rules().extract(Report(path.stem, path.read_text(encoding="utf-8")))
        fitted = fitting(found, schema)
        assert ({s.id: s for s in fitted.spans}, fitted.relations) == (
            {s.id: s for s in found.spans},
            found.relations,
        )


def test_that_labels_attributes_and_relations_of_other_schemas_stay_out(schema, other) -> None:
    found = Extraction(
        (
            span("a", 0, 2, "PERSON", value="1"),
            span("b", 3, 5, "PLANET"),
            span("c", 6, 8, "COUNT", "figure", value="5", colour="red"),
            span("d", 9, 12, "INDICATOR", "figure"),
        ),
        frozenset({Relation(MEASURES, "c", "d"), Relation(MEASURES, "a", "d"), Relation("likes", "c", "d")}),
    )
    fitted = fitting(found, schema)
    assert [(s.id, dict(s.attributes)) for s in fitted.spans] == [("a", {}), ("c", {"value": "5"}), ("d", {})]
    assert fitted.relations == {Relation(MEASURES, "c", "d")}
    fitted = fitting(found, other)
    assert ([s.id for s in fitted.spans], fitted.relations) == (["a"], frozenset())


def test_that_of_candidates_over_each_other_the_longest_comes(schema) -> None:
    found = Extraction((span("a", 0, 9, "ORG"), span("b", 4, 12, "LOC"), span("c", 4, 12, "COUNT", "figure")))
    assert {s.id for s in fitting(found, schema).spans} == {"a", "c"}


def test_that_a_project_of_another_schema_can_be_worked_to_its_end(tmp_path, other) -> None:
    report = Report("r", "Đồng chí Giàng Páo Mỷ, Bí thư Tỉnh ủy, nói: thu đạt 5 tỷ đồng.")
    with Project.create(tmp_path / "other", schema=other, author="an") as project:
        add_report(project.store, report)
        outcome = Placing(project, "vn-rules").put(report, Rules().extract(report))
        opened = OpenReport(project, report.id)
        assert [s.label for s in opened.view] == ["PERSON"]
        assert (outcome.candidates, outcome.come) == (1, 1)
        opened.commit(editing.finish(opened.desk, leftovers="accept"))
        assert opened.view.finished
