"""In blind mode nothing of the others' names and work reaches an analyst before all are done."""

from __future__ import annotations

import pytest

from annotator.domain.errors import UserError
from annotator.domain.progress import Mark
from annotator.workspace import feedback, reviewing
from annotator.workspace.agreeing import agreement
from annotator.workspace.assigning import add_member, members, put_assignees
from annotator.workspace.blinding import hidden_reports, may_see, set_blind, visible_sets
from annotator.workspace.choosing import Choosing
from annotator.workspace.concording import passages
from annotator.workspace.editing import accept, annotate, reject, relabel
from annotator.workspace.listing import rows_since
from annotator.workspace.remembering import recollection, remembered
from annotator.workspace.searching import Wanted
from annotator.workspace.stepping import passed


@pytest.fixture
def shared(filled, report, working):
    """Give a blind project in which `an` and `binh` share the report, and `binh` has worked on it."""
    add_member(filled, "binh")
    put_assignees(filled, [report.id], ["an", "binh"])
    set_blind(filled, True)
    with working(filled, report.id, "binh") as opened:
        opened.commit(reject(opened.desk, ["date"]))
        opened.commit(relabel(opened.desk, "org", "LOC"))
        opened.commit(annotate(opened.desk, "person", note="xem lại", flagged=True))
    return filled


def told(project, report, working):
    """Return all that the functions which list work tell `an`, as one text."""
    with working(project, report.id, "an") as opened:
        seen = [list(opened.view), passed(opened)]
        seen += [opened.history(), opened.view.counts]
    found = [project.rows(), rows_since(project, Mark()), project.row(report.id), members(project)]
    found += [list(passages(project, Wanted("Tỉnh ủy"))), visible_sets(project, report.id)]
    date = project.candidates(report.id).spans["date"]
    found.append(recollection(project, report, date).by if recollection(project, report, date) else {})
    found += [reviewing.queue(project), reviewing.review(project, report.id), feedback.changes(project)]
    choosing = Choosing(project, unfinished=True, candidates=True)
    found += [choosing.gold(report.id), choosing.left_out, choosing.notes]
    with pytest.raises(UserError) as caught:
        Choosing(project, author="dung")
    found.append(caught.value.message)
    return repr((seen, found))


def test_that_nothing_of_the_others_leaks_until_all_are_done(shared, report, working):
    text = told(shared, report, working)
    assert "binh" not in text
    assert "xem lại" not in text
    assert "'LOC'" not in text
    assert "rejected" not in text.lower().replace("rejected_", "")
    assert hidden_reports(shared) == {report.id}


def test_that_a_rejection_does_not_show_in_shared_candidates(shared, report, working):
    candidates = list(shared.candidates(report.id).spans.values())
    assert remembered(shared.store, report, shared.schema, candidates) == []
    with working(shared, report.id, "an") as opened:
        assert all(span.state == "candidate" for span in opened.view)


def test_that_agreement_waits_until_all_are_done(shared, report, work):
    work(shared, report.id, "binh")
    with pytest.raises(UserError, match="finished by two persons"):
        agreement(shared)
    work(shared, report.id, "an", lambda desk: accept(desk, ["org"]))
    assert agreement(shared).pairs


def test_that_work_shows_once_all_who_are_assigned_have_finished(shared, report, work):
    work(shared, report.id, "binh")
    assert not may_see(shared, report.id)
    work(shared, report.id, "an")
    assert may_see(shared, report.id)
    assert {held.author for held in visible_sets(shared, report.id)} == {"an", "binh"}
    assert shared.row(report.id).assignees == ("an", "binh")


def test_that_where_nobody_is_assigned_all_who_began_and_oneself_have_to_finish(shared, report, work):
    set_blind(shared, False)
    put_assignees(shared, [report.id], [])
    set_blind(shared, True)
    work(shared, report.id, "binh")
    assert not may_see(shared, report.id)
    work(shared, report.id, "an")
    assert may_see(shared, report.id)


def test_that_a_reviewer_sees_everything_and_so_does_everybody_outside_blind_mode(shared, report):
    assert not may_see(shared, report.id)
    add_member(shared, "an", "reviewer")
    assert may_see(shared, report.id)
    assert "binh" in [each.name for each in members(shared)]
    add_member(shared, "an", "analyst")
    set_blind(shared, False)
    assert may_see(shared, report.id)
    assert shared.row(report.id).assignees == ("an", "binh")
