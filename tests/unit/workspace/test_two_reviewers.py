"""Two reviewers on two machines: what both settled comes together, and the later answer holds everywhere."""

from __future__ import annotations

import shutil

import pytest

from annotator.workspace import editing
from annotator.workspace.checking import check_project
from annotator.workspace.merging import merge
from annotator.workspace.projects import Project
from annotator.workspace.reviewing import queue, review
from annotator.workspace.settling import make_gold, none_right, take, undo


def accept(*span_ids):
    return lambda desk: editing.accept(desk, span_ids)


@pytest.fixture
def machines(filled, report, work, tmp_path):
    """Give the projects of `chi` and `dung`: copies of one, in which two analysts differ twice."""
    work(filled, report.id, "an", accept("org", "money", "thu"))
    work(
        filled, report.id, "binh", lambda d: editing.relabel(d, "org", "LOC"), accept("money", "thu", "date")
    )
    path = filled.path
    filled.close()
    other = tmp_path / "other.annotator"
    shutil.copy(path, other)
    with Project.open(path, author="chi") as one, Project.open(other, author="dung") as two:
        yield one, two


def answers(project, report):
    seen = review(project, report.id)
    return {
        dispute.id: (outcome.holds.author, tuple(each.author for each in outcome.others))
        for dispute in seen.disputes
        if (outcome := seen.outcome(dispute.id)).holds
    }


def test_that_both_answers_are_kept_and_one_of_them_holds_on_either_machine(machines, report):
    one, two = machines
    first, second = review(one, report.id).open
    assert [each.id for each in review(two, report.id).open] == [first.id, second.id]
    take(one, first, first.version_of("an"))
    none_right(one, second)
    take(two, first, first.version_of("binh"))
    assert merge(one, [two.path])
    assert merge(two, [one.path])
    assert answers(one, report) == answers(two, report)
    holds, others = answers(one, report)[first.id]
    assert {holds, *others} == {"chi", "dung"}
    assert review(one, report.id).resolved == review(two, report.id).resolved
    assert queue(one) == queue(two) == []
    assert check_project(one.path) == check_project(two.path) == []


def test_that_each_takes_back_their_own_after_the_merge_and_the_other_answer_holds_again(machines, report):
    one, two = machines
    first, _ = review(one, report.id).open
    take(one, first, first.version_of("an"))
    take(two, first, first.version_of("binh"))
    merge(one, [two.path])
    undo(one)
    assert answers(one, report) == {first.id: ("dung", ())}
    merge(two, [one.path])
    assert answers(two, report) == {first.id: ("dung", ())}
    assert [each.dispute for each in undo(two)] == [first.id]
    assert answers(two, report) == {}


def test_that_gold_made_on_one_machine_is_gold_on_the_other(machines, report):
    one, two = machines
    for dispute in review(one, report.id).open:
        take(one, dispute, dispute.version_of("binh"))
    make_gold(one, report.id)
    merge(two, [one.path])
    assert review(two, report.id).is_gold
    assert review(two, report.id).resolved == review(one, report.id).resolved
