"""Steps of a report's history are told as they stand, and any that can be reached is gone to."""

from __future__ import annotations

import pytest

from annotator.domain.history import Standing
from annotator.domain.reports import Report
from annotator.store.reports import add_report
from annotator.workspace import editing
from annotator.workspace.reading import OpenReport
from annotator.workspace.stepping import passed, step_back


@pytest.fixture
def report(project):
    project.ensure_author()
    held = Report("r", "Tỉnh ủy họp.\nThu ngân sách tăng, chi ngân sách giảm.")
    add_report(project.store, held)
    return OpenReport(project, held.id)


def draw(report, words, label="ORG"):
    at = report.report.text.index(words)
    return report.commit(editing.draw(report.desk, at, at + len(words), label))


def told(report):
    return [(step.label, step.text, step.standing.value, step.back) for step in passed(report)]


def test_that_steps_are_told_with_their_text_and_how_far_they_are(report) -> None:
    draw(report, "Tỉnh ủy")
    done = draw(report, "ngân sách")
    report.commit(editing.relabel(report.desk, done.change.added[0].id, "EVENT"))
    report.undo()
    assert told(report) == [
        ("add", "Tỉnh ủy", "done", 1),
        ("add", "ngân sách", "done", 0),
        ("relabel", "ngân sách", "undone", -1),
    ]
    assert {(step.author, step.spans, step.reports) for step in passed(report)} == {("an", 1, 1)}


def test_that_going_back_and_forward_leads_to_what_stood_there(report) -> None:
    sets = [dict(report.project.decisions(report.report_id).spans)]
    for words in ("Tỉnh ủy", "Thu ngân sách", "chi ngân sách"):
        draw(report, words)
        sets.append(dict(report.project.decisions(report.report_id).spans))
    for wanted in (1, 3, 0, 2):
        step = passed(report)[wanted - 1] if wanted else None
        back = step.back if step else sum(s.standing is Standing.DONE for s in passed(report))
        step_back(report, back)
        assert report.project.decisions(report.report_id).spans == sets[wanted]
        assert {span.id for span in report.view} == set(sets[wanted])


def test_that_every_press_is_a_row_of_the_journal(report) -> None:
    for words in ("Tỉnh ủy", "Thu ngân sách", "chi ngân sách"):
        draw(report, words)
    step_back(report, 2)
    assert [entry.action for entry in report.history()] == ["edit"] * 3 + ["undo"] * 2
    assert step_back(report, 5).spans == 1
    assert step_back(report, 1) is None


def test_that_a_step_left_behind_is_told_as_such(report) -> None:
    draw(report, "Tỉnh ủy")
    report.undo()
    draw(report, "ngân sách")
    assert [(label, standing) for label, _, standing, _ in told(report)] == [("add", "left"), ("add", "done")]
