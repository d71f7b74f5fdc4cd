"""Candidates of the one report somebody waits for: found alone, and only where they are wanted."""

from __future__ import annotations

from annotator.workspace import editing
from annotator.workspace.extracting import awaits_candidates, extract_at_once, standby, unextracted
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport


def test_that_the_one_report_somebody_waits_for_is_extracted_alone(project, add):
    first, second = add("Tỉnh ủy thu 5 tỷ đồng", "Tỉnh ủy họp")
    assert awaits_candidates(project, first)
    worker = standby(project)
    outcome = extract_at_once(project, first, worker)
    worker.end()
    assert outcome.candidates == outcome.come == project.row(first).counts.left >= 2
    assert not awaits_candidates(project, first)
    assert unextracted(project) == [second]


def test_that_nobody_waits_for_candidates_of_a_report_that_is_finished_or_only_read(project, add):
    (finished,) = add("Tỉnh ủy")
    opened = OpenReport(project, finished)
    opened.commit(editing.finish(opened.desk, leftovers="accept"))
    assert not awaits_candidates(project, finished)
    (other,) = add("Huyện ủy")
    project.close()
    with Project.open(project.path, read_only=True) as reading:
        assert not awaits_candidates(reading, other)
