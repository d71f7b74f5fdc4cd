"""Disputes found in a project and settled: what holds, what comes back after a restart, what is refused."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

import pytest

from annotator.domain.disputes import Answer, DisputeKind, Statement, Wanted
from annotator.domain.errors import UserError
from annotator.domain.schema_drafts import SchemaDraft
from annotator.workspace import editing
from annotator.workspace.defining import define, plan, undo_definition
from annotator.workspace.projects import Project
from annotator.workspace.reviewing import REPORT, queue, review
from annotator.workspace.settling import (
    comment,
    make_gold,
    none_right,
    redo,
    reopen,
    settle_own,
    take,
    take_majority,
    undo,
)


def accept(*span_ids):
    return lambda desk: editing.accept(desk, span_ids)


def relabel(span_id, label):
    return lambda desk: editing.relabel(desk, span_id, label)


@pytest.fixture
def disputed(filled, report, work):
    """Give the project with two analysts who finished the report and differ about one label and one span."""
    work(filled, report.id, "an", accept("org", "money", "thu"))
    work(filled, report.id, "binh", relabel("org", "LOC"), accept("money", "thu", "person"))
    filled.author = "chi"
    return filled


@contextmanager
def as_author(project, name):
    before, project.author = project.author, name
    yield project
    project.author = before


def kinds(project, report):
    return [each.kind for each in review(project, report.id).open]


def resolved(project, report):
    held = review(project, report.id).resolved
    return {report.text[span.start : span.end]: span.label for span in held.ordered()}


AGREED = {"Thu ngân sách": "INDICATOR", "2.236 tỷ đồng": "MONEY"}


def test_that_only_finished_sets_are_compared(filled, report, work):
    work(filled, report.id, "an", accept("org"))
    work(filled, report.id, "binh", accept("person"), finished=False)
    assert kinds(filled, report) == []
    work(filled, report.id, "chi", accept("person"))
    assert kinds(filled, report) == [DisputeKind.MISSING, DisputeKind.MISSING]


def test_that_taking_a_version_settles_a_dispute_and_the_resolved_set_has_it(disputed, report):
    assert kinds(disputed, report) == [DisputeKind.LABEL, DisputeKind.MISSING]
    assert resolved(disputed, report) == AGREED
    first, second = review(disputed, report.id).open
    written = take(disputed, first, first.version_of("binh"), reason="tên nơi", comment="xem hướng dẫn")
    assert (written.answer, written.author, written.reason) == (Answer.TAKE, "chi", "tên nơi")
    take(disputed, second, second.version_of("an"))
    assert resolved(disputed, report) == {**AGREED, "Tỉnh ủy Yên Thủy": "LOC"}
    assert kinds(disputed, report) == []


def test_that_undo_and_redo_go_on_after_the_project_was_opened_again(disputed, report):
    first, second = review(disputed, report.id).open
    take(disputed, first, first.versions[0])
    none_right(disputed, second)
    path = disputed.path
    disputed.close()
    with Project.open(path, author="chi") as again:
        assert [row.dispute for row in undo(again)] == [second.id]
        assert kinds(again, report) == [DisputeKind.MISSING]
    with Project.open(path, author="chi") as again:
        assert [row.dispute for row in undo(again)] == [first.id]
        assert undo(again) == []
        assert [row.dispute for row in redo(again)] == [first.id]
        assert kinds(again, report) == [DisputeKind.MISSING]
        assert [row.dispute for row in redo(again)] == [second.id]
        assert redo(again) == []
        assert kinds(again, report) == []


def test_that_each_reviewer_takes_back_their_own_only(disputed, report):
    first, second = review(disputed, report.id).open
    take(disputed, first, first.versions[0])
    with as_author(disputed, "dung"):
        assert undo(disputed) == []
        take(disputed, second, second.versions[0])
    undo(disputed)
    assert [each.id for each in review(disputed, report.id).open] == [first.id]


def test_that_of_two_answers_the_later_holds_and_the_other_is_kept(disputed, report):
    first, _ = review(disputed, report.id).open
    take(disputed, first, first.version_of("an"))
    with as_author(disputed, "dung"):
        take(disputed, first, first.version_of("binh"))
    outcome = review(disputed, report.id).outcome(first.id)
    assert (outcome.holds.author, [other.author for other in outcome.others]) == ("dung", ["chi"])
    with as_author(disputed, "dung"):
        undo(disputed)
    outcome = review(disputed, report.id).outcome(first.id)
    assert (outcome.holds.author, outcome.others) == ("chi", ())


def test_that_done_again_is_later_than_what_came_between(disputed, report):
    first, _ = review(disputed, report.id).open
    take(disputed, first, first.version_of("an"))
    undo(disputed)
    with as_author(disputed, "dung"):
        take(disputed, first, first.version_of("binh"))
    redo(disputed)
    assert review(disputed, report.id).outcome(first.id).holds.author == "chi"


def test_that_a_reviewers_own_span_stands_with_its_relations(disputed, report, place):
    first, _ = review(disputed, report.id).open
    start, end = place("Tỉnh ủy")
    own = Statement(start, end, "entity", "ORG")
    written = settle_own(disputed, first, [own])
    assert written.answer is Answer.OWN
    assert resolved(disputed, report) == {**AGREED, "Tỉnh ủy": "ORG"}


@pytest.mark.parametrize(
    ("surface", "changes", "code"),
    [
        ("Tỉnh ủy", {"label": "MONEY"}, "wrong-layer"),
        ("Tỉnh ủy", {"label": "MONEY", "layer": "figure"}, "wrong-layer"),
        ("Tỉnh ủy", {"label": "PLANET"}, "unknown-label"),
        ("Tỉnh ủy", {"attributes": (("value", "1"),)}, "bad-attribute"),
        ("Tỉnh ủy", {"label": "DATE", "attributes": (("date_from", "hôm qua"),)}, "bad-attribute"),
        ("In bài viết", {}, "over-chrome"),
        ("2023.\nThu", {}, "two-paragraphs"),
    ],
)
def test_that_an_own_span_that_cannot_stand_is_refused(disputed, report, place, surface, changes, code):
    first, _ = review(disputed, report.id).open
    said = replace(Statement(*place(surface), "entity", "ORG"), **changes)
    with pytest.raises(UserError) as refused:
        settle_own(disputed, first, [said])
    assert refused.value.code == code
    assert not review(disputed, report.id).outcome(first.id).is_settled


def test_that_own_spans_do_not_lie_over_each_other(disputed, report, place):
    first, _ = review(disputed, report.id).open
    one, other = (Statement(*place(words), "entity", "ORG") for words in ("Tỉnh ủy Yên", "Yên Thủy"))
    with pytest.raises(UserError) as refused:
        settle_own(disputed, first, [one, other])
    assert refused.value.code == "overlap"


def test_that_the_majority_is_taken_and_refused_where_there_is_none(disputed, report, work):
    first, second = review(disputed, report.id).open
    with pytest.raises(UserError) as refused:
        take_majority(disputed, first)
    assert refused.value.code == "no-majority"
    work(disputed, report.id, "dung", accept("org", "money", "thu"))
    first, second = review(disputed, report.id).open
    assert second.kind is DisputeKind.SPURIOUS
    take_majority(disputed, first)
    assert take_majority(disputed, second).answer is Answer.NONE
    assert resolved(disputed, report) == {**AGREED, "Tỉnh ủy Yên Thủy": "ORG"}


def test_that_a_comment_decides_nothing_and_reopening_opens(disputed, report):
    first, _ = review(disputed, report.id).open
    comment(disputed, report.id, first.id, "  còn hỏi lại ")
    assert not review(disputed, report.id).outcome(first.id).is_settled
    take(disputed, first, first.versions[0], comment="theo hướng dẫn")
    with as_author(disputed, "an"):
        reopen(disputed, report.id, first.id, reason="chưa đúng")
    outcome = review(disputed, report.id).outcome(first.id)
    assert outcome.holds is None
    assert [one.author for one in outcome.others] == ["chi"]
    assert [one.comment for one in outcome.comments] == ["còn hỏi lại", "theo hướng dẫn"]
    with pytest.raises(UserError) as refused:
        comment(disputed, report.id, first.id, " ")
    assert refused.value.code == "empty-comment"


def test_that_a_report_becomes_gold_once_settled_and_opens_with_the_next_dispute(disputed, report, work):
    with pytest.raises(UserError) as refused:
        make_gold(disputed, report.id)
    assert refused.value.code == "open-disputes"
    for dispute in review(disputed, report.id).open:
        take(disputed, dispute, dispute.versions[0])
    assert not review(disputed, report.id).is_gold
    make_gold(disputed, report.id)
    assert review(disputed, report.id).is_gold
    reopen(disputed, report.id, REPORT)
    assert not review(disputed, report.id).is_gold
    undo(disputed)
    assert review(disputed, report.id).is_gold
    work(disputed, report.id, "dung", accept("org", "money", "thu", "person", "position"))
    found = review(disputed, report.id)
    assert not found.is_gold
    assert [each.kind for each in found.open] == [DisputeKind.SPURIOUS]


def test_that_a_report_nobody_finished_is_no_gold(filled, report):
    with pytest.raises(UserError) as refused:
        make_gold(filled, report.id)
    assert refused.value.code == "nobody-finished"


def test_that_answers_survive_work_elsewhere_in_the_report(disputed, report, work):
    first, _ = review(disputed, report.id).open
    take(disputed, first, first.version_of("binh"))
    work(disputed, report.id, "dung", accept("percent"))
    assert review(disputed, report.id).outcome(first.id).is_settled
    assert resolved(disputed, report)["Tỉnh ủy Yên Thủy"] == "LOC"


def test_that_machines_come_into_the_review_on_request(disputed, report):
    assert len(review(disputed, report.id, machines=True).disputes) > len(
        review(disputed, report.id).disputes
    )
    lines = queue(disputed, Wanted(pair=("an", "rules")), machines=True)
    assert lines
    assert all("rules" in {name for names in line.authors for name in names} for line in lines)
    assert queue(disputed, Wanted(pair=("an", "rules"))) == []


def test_that_the_sentence_around_a_dispute_is_given(disputed, report):
    found = review(disputed, report.id)
    start, end = found.sentence(found.open[0])
    assert report.text[start:end] == "Tỉnh ủy Yên Thủy họp ngày 19/10/2023."


def test_that_what_was_settled_goes_by_the_names_labels_have_today(disputed, report):
    first, second = review(disputed, report.id).open
    take(disputed, first, first.version_of("binh"))
    none_right(disputed, second)
    make_gold(disputed, report.id)
    assert queue(disputed, Wanted(settled=True))[0].labels == ("LOC", "ORG")
    draft = SchemaDraft(disputed.schema)
    draft.rename("LOC", "PLACE")
    define(disputed, plan(disputed, draft.schema(), labels=draft.labels, values=draft.values))
    seen = review(disputed, report.id)
    assert (seen.is_gold, seen.has_moved) == (True, False)
    assert seen.gold.spans["org"].label == "PLACE"
    assert queue(disputed, Wanted(settled=True))[0].labels == ("ORG", "PLACE")
    undo_definition(disputed)
    assert review(disputed, report.id).gold.spans["org"].label == "LOC"


def test_that_an_answer_changed_after_gold_asks_for_gold_anew(disputed, report):
    first, second = review(disputed, report.id).open
    take(disputed, first, first.version_of("binh"))
    none_right(disputed, second)
    make_gold(disputed, report.id)
    take(disputed, first, first.version_of("binh"), reason="như trước")
    assert review(disputed, report.id).is_gold
    take(disputed, first, first.version_of("an"))
    assert not review(disputed, report.id).is_gold
    make_gold(disputed, report.id)
    assert review(disputed, report.id).gold.spans["org"].label == "ORG"
    undo(disputed)
    undo(disputed)
    assert review(disputed, report.id).gold.spans["org"].label == "LOC"
