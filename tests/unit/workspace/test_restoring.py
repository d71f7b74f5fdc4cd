"""Extracting again is taken back whatever has happened to the candidates since, and bars no way back."""

from __future__ import annotations

import re

import pytest

from annotator.domain.edits import Edit, Fragment, applied
from annotator.domain.relations import MEASURES, Relation
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State, candidate_id
from annotator.extract.base import Extraction
from annotator.store.integrity import check
from annotator.workspace import editing
from annotator.workspace.extracting import Placing
from annotator.workspace.reading import OpenReport
from annotator.workspace.restoring import restoring


@pytest.fixture
def put(filled, report, candidates, place):
    """Give a function by which somebody extracts again: some candidates as before, and new ones."""

    def putting(*again, new=(), author="an"):
        spans = [candidates.spans[name] for name in again]
        for surface, label in new:
            start, end = place(surface) if isinstance(surface, str) else surface
            number = candidate_id("rules", "entity", label, start, end)
            spans.append(Span(number, start, end, "entity", label, score=0.9, extractor="rules"))
        ids = {span.id for span in spans}
        links = frozenset(r for r in candidates.relations if r.source in ids and r.target in ids)
        with filled.beside() as beside:
            beside.author = author
            beside.ensure_author()
            Placing(beside, "rules").put(report, Extraction(tuple(spans), links))

    return putting


def undone(project, report):
    """Take everything back that this author did, and say how often; the project stays sound."""
    opened, steps = OpenReport(project, report.id), 0
    while opened.undo() is not None:
        opened.recall()
        steps += 1
        assert check(project.store) == []
    return steps


def test_that_a_step_in_a_set_that_stands_as_it_left_it_is_taken_back_exactly(candidates, report):
    new = Span("new", 17, 20, "entity", "EVENT")
    step = Edit(
        "extract",
        Fragment(
            (candidates.spans["org"], candidates.spans["thu"]),
            frozenset({Relation(MEASURES, "money", "thu")}),
        ),
        Fragment((new, candidates.spans["thu"].decided(State.SUPPRESSED))),
    )
    without = candidates.relations - {Relation(MEASURES, "percent", "thu")}
    held = set_of(report.id, "rules", candidates.spans.values(), without)
    there = applied(held, step)
    back = restoring(there, step, [])
    assert applied(there, back) == held
    assert applied(held, restoring(held, back, [])) == there


def test_that_candidates_changed_by_what_is_remembered_bar_no_way_back(filled, report, put) -> None:
    first = OpenReport(filled, report.id)
    first.commit(editing.accept(first.desk, ["money"]))
    places = [found.span() for found in re.finditer("Tỉnh ủy", report.text)]
    put("money", new=[(place, "ORG") for place in places])
    opened = OpenReport(filled, report.id)
    one, other = [span for span in opened.view if span.label == "ORG"]
    opened.commit(editing.reject(opened.desk, [one.id]))
    assert opened.recall().change.ids == {other.id}
    assert undone(filled, report) == 3
    assert "org" in filled.candidates(report.id).spans
    assert filled.decisions(report.id).spans == {}


def test_that_an_extraction_by_somebody_else_bars_no_way_back(filled, report, put):
    opened = OpenReport(filled, report.id)
    opened.commit(editing.accept(opened.desk, ["org"]))
    put("org", "money")
    put("org", "date", new=[("họp", "EVENT")], author="binh")
    assert undone(filled, report) == 2
    assert filled.decisions(report.id).spans == {}
    filled.author = "binh"
    assert undone(filled, report) == 1


def test_that_what_somebody_answered_meanwhile_stays_proposed(filled, report, put, place):
    put("org", new=[("họp", "EVENT")])
    start, _ = place("họp")
    with filled.beside() as beside:
        beside.author = "binh"
        beside.ensure_author()
        other = OpenReport(beside, report.id)
        (new,) = [span for span in other.view if span.start == start]
        other.commit(editing.accept(other.desk, [new.id]))
    opened = OpenReport(filled, report.id)
    assert opened.undo().label == "extract"
    assert new.id in filled.candidates(report.id).spans
    assert {"money", "percent", "date"} <= filled.candidates(report.id).spans.keys()
    assert opened.redo().label == "extract"
    assert filled.candidates(report.id).spans.keys() == {"org", new.id}
    assert check(filled.store) == []
