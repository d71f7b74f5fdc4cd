"""A string once rejected or corrected is remembered: later candidates of it come suppressed or corrected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.domain.edits import Edit, Fragment
from annotator.domain.history import Draft
from annotator.domain.reports import Report
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State
from annotator.domain.views import View
from annotator.store.authors import ensure_author
from annotator.store.integrity import check
from annotator.store.reports import add_report
from annotator.workspace import editing
from annotator.workspace.counting import everybodys_counts, person_sets
from annotator.workspace.reading import OpenReport
from annotator.workspace.remembering import RECALL, recollection

TEXT = "Ban chỉ đạo họp; Ban chỉ đạo tỉnh giao việc; sau đó BAN CHỈ ĐẠO tỉnh báo cáo."
PLACES = [found for found in range(len(TEXT)) if TEXT[found:].lower().startswith("ban chỉ đạo")]
WORDS = len("Ban chỉ đạo")


def candidates():
    return [
        Span(f"c{number}", at, at + WORDS, "entity", "ORG", score=0.9, extractor="rules")
        for number, at in enumerate(PLACES)
    ]


@pytest.fixture
def propose(project):
    """Give a function that adds a report with the three candidates, and returns its id."""
    project.ensure_author()
    ensure_author(project.store, "rules", kind="extractor")

    def proposed(prefix=""):
        report = Report(f"r{prefix}", TEXT + prefix)
        add_report(project.store, report)
        edit = Edit("extract", Fragment(), Fragment(tuple(candidates())))
        view = View(set_of(report.id, "rules", candidates()), set_of(report.id, "", ()), threshold=0.5)
        project.commit([Draft(report.id, "rules", "rules", "b", edit)], {(report.id, ""): view.counts})
        return report.id

    return proposed


@pytest.fixture
def desk(project, propose):
    return OpenReport(project, propose())


def states(opened):
    return [opened.view.get(f"c{number}").state.value for number in range(3)]


def reject(opened, span_id):
    opened.commit(editing.reject(opened.desk, [span_id]))
    return opened.recall()


def test_that_a_rejected_string_is_suppressed_at_once_in_the_report(project, desk):
    done = reject(desk, "c0")
    assert (done.label, done.spans) == (RECALL, 2)
    assert states(desk) == ["rejected", "suppressed", "suppressed"]
    assert desk.view.counts.left == project.row(desk.report_id).counts.left == 0
    assert OpenReport(project, desk.report_id).view.counts == desk.view.counts
    assert check(project.store) == []


def test_that_undo_takes_the_decision_back_and_what_followed_from_it(project, desk):
    reject(desk, "c0")
    assert desk.undo().label == "reject"
    desk.recall()
    assert states(desk) == ["candidate"] * 3
    assert desk.undo() is None
    desk.redo()
    desk.recall()
    assert states(desk) == ["rejected", "suppressed", "suppressed"]
    assert check(project.store) == []


def test_that_other_reports_have_it_when_they_are_opened(project, propose, desk):
    other = propose(" Khác.")
    reject(desk, "c0")
    assert states(OpenReport(project, other)) == ["suppressed"] * 3
    assert project.row(other).counts.left == 0
    assert check(project.store) == []


def test_that_the_candidate_somebody_looks_at_stays_as_it_is(desk):
    desk.commit(editing.reject(desk.desk, ["c0"]))
    desk.recall(but="c1")
    assert states(desk) == ["rejected", "candidate", "suppressed"]


def test_that_an_accepted_suppressed_candidate_brings_the_others_back(project, desk):
    reject(desk, "c0")
    desk.commit(editing.accept(desk.desk, ["c1"]))
    assert desk.recall().spans == 1
    assert states(desk) == ["rejected", "accepted", "candidate"]
    assert check(project.store) == []


def test_that_a_string_kept_more_often_than_rejected_is_not_suppressed(desk):
    desk.commit(editing.accept(desk.desk, ["c0"]))
    assert reject(desk, "c1") is None
    assert states(desk) == ["accepted", "rejected", "candidate"]


def test_that_a_relabelled_string_comes_under_the_new_label(project, desk):
    desk.commit(editing.relabel(desk.desk, "c0", "EVENT"))
    assert desk.recall().spans == 2
    later = desk.view.get("c1")
    assert (later.label, later.state) == ("EVENT", State.CANDIDATE)
    desk.commit(editing.accept(desk.desk, ["c1"]))
    assert desk.view.get("c1").state is State.ACCEPTED
    desk.undo()
    desk.undo()
    desk.recall()
    assert [desk.view.get(f"c{n}").label for n in range(3)] == ["ORG"] * 3
    assert check(project.store) == []


def test_that_a_longer_string_comes_longer_where_the_same_words_follow(desk):
    longer = PLACES[1] + len("Ban chỉ đạo tỉnh")
    desk.commit(editing.resize(desk.desk, "c1", PLACES[1], longer))
    assert desk.recall().spans == 1
    assert TEXT[slice(desk.view.get("c2").start, desk.view.get("c2").end)] == "BAN CHỈ ĐẠO tỉnh"
    assert desk.view.get("c0") == candidates()[0]


def test_that_a_candidate_never_grows_over_its_neighbour(project, propose):
    report_id = propose()
    beside = Span("n", PLACES[2] + WORDS + 1, PLACES[2] + WORDS + 5, "entity", "LOC", score=0.9)
    held = project.candidates(report_id)
    edit = Edit("extract", Fragment(), Fragment((beside,)))
    counts = everybodys_counts(
        replace(held, spans={**held.spans, "n": beside}), person_sets(project, report_id), threshold=0.5
    )
    project.commit([Draft(report_id, "rules", "rules", "c", edit)], counts)
    opened = OpenReport(project, report_id)
    opened.commit(editing.resize(opened.desk, "c1", PLACES[1], PLACES[1] + WORDS + 5))
    assert opened.recall() is None
    assert opened.view.get("c2") == candidates()[2]


def test_that_what_another_person_answered_is_not_changed(project, desk, working):
    with working(project, desk.report_id, "binh") as other:
        other.commit(editing.accept(other.desk, ["c2"]))
    reject(desk, "c0")
    reject(desk, "c1")
    with working(project, desk.report_id, "binh") as other:
        assert other.view.get("c2").state is State.ACCEPTED
    assert check(project.store) == []


def test_that_it_is_told_how_often_and_by_whom(project, desk, working):
    with working(project, desk.report_id, "binh") as other:
        other.commit(editing.reject(other.desk, ["c0"]))
    opened = OpenReport(project, desk.report_id)
    opened.commit(editing.reject(opened.desk, ["c1"]))
    held = recollection(project, opened.report, opened.view.candidates.spans["c2"])
    assert (held.rejected, held.times, dict(held.by)) == (True, 2, {"an": 1, "binh": 1})
    assert recollection(project, opened.report, Span("x", 12, 15, "entity", "ORG")) is None


def test_that_a_project_open_for_reading_only_is_left_as_it_is(project, propose, desk):
    other = propose(" Khác.")
    reject(desk, "c0")
    project.store.read_only = True
    assert states(OpenReport(project, other)) == ["candidate"] * 3
    project.store.read_only = False
