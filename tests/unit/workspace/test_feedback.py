"""What reviewers decided reaches the analyst: what changed in their work, why, and their answer to it."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from annotator.domain.disputes import DisputeKind
from annotator.workspace import editing
from annotator.workspace.blinding import set_blind
from annotator.workspace.feedback import changes
from annotator.workspace.reviewing import review
from annotator.workspace.settling import comment, none_right, reopen, take, undo


def accept(*span_ids):
    return lambda desk: editing.accept(desk, span_ids)


def relabel(span_id, label):
    return lambda desk: editing.relabel(desk, span_id, label)


@contextmanager
def as_author(project, name):
    before, project.author = project.author, name
    yield project
    project.author = before


@pytest.fixture
def settled(filled, report, work):
    """Give the project in which `chi` settled three disputes between `an` and `binh`, each for `an`."""
    work(filled, report.id, "an", accept("org", "money", "thu", "date"))
    work(filled, report.id, "binh", relabel("org", "LOC"), accept("money", "thu", "person"))
    filled.author = "chi"
    for dispute in review(filled, report.id).open:
        take(filled, dispute, dispute.version_of("an"), reason="theo hướng dẫn", comment="xem mục ORG")
    return filled


def test_that_an_analyst_sees_what_was_changed_by_whom_and_why(settled, report):
    found = changes(settled, "binh")
    assert [(each.before, each.after, each.kinds) for each in found] == [
        ("Tỉnh ủy Yên Thủy", "Tỉnh ủy Yên Thủy", (DisputeKind.LABEL,)),
        ("", "ngày 19/10/2023", (DisputeKind.MISSING,)),
        ("Vàng A Mẫu", "", (DisputeKind.SPURIOUS,)),
    ]
    first = found[0]
    assert [said.label for said in (*first.mine, *first.decided)] == ["LOC", "ORG"]
    assert (first.resolution.author, first.resolution.reason) == ("chi", "theo hướng dẫn")
    assert [row.comment for row in first.thread] == ["xem mục ORG"]
    assert first.report == report.title
    assert changes(settled, "an") == []
    assert changes(settled) == []


def test_that_an_analyst_answers_by_a_comment_and_opens_a_dispute_again(settled, report):
    with as_author(settled, "binh"):
        first = changes(settled)[0]
        comment(settled, report.id, first.dispute, "đây là tên tỉnh")
        assert [row.author for row in changes(settled)[0].thread] == ["chi", "binh"]
        assert not changes(settled)[0].is_open
        reopen(settled, report.id, first.dispute, reason="chưa đúng")
        assert changes(settled)[0].is_open
    (dispute,) = review(settled, report.id).open
    assert dispute.id == first.dispute
    with as_author(settled, "binh"):
        undo(settled)
        assert not changes(settled)[0].is_open


def test_that_what_was_put_right_since_is_left_out(settled, report, work):
    work(settled, report.id, "binh", relabel("org", "ORG"))
    assert [each.kinds for each in changes(settled, "binh")] == [
        (DisputeKind.MISSING,),
        (DisputeKind.SPURIOUS,),
    ]


def test_that_nothing_reaches_who_may_not_see_the_report_or_has_not_finished_it(settled, report, work):
    assert changes(settled, "dung") == []
    set_blind(settled, True)
    work(settled, report.id, "dung", accept("percent"), finished=False)
    with as_author(settled, "binh"):
        assert changes(settled) == []


def test_that_a_relation_that_was_changed_is_told(filled, report, work):
    from annotator.domain.relations import Relation
    from annotator.workspace.linking import unlink

    work(filled, report.id, "an", accept("money", "thu", "date"))
    work(
        filled,
        report.id,
        "binh",
        accept("money", "thu", "date"),
        lambda desk: unlink(desk, Relation("during", "money", "date")),
    )
    filled.author = "chi"
    (dispute,) = review(filled, report.id).open
    take(filled, dispute, dispute.version_of("an"))
    (change,) = changes(filled, "binh")
    assert (change.kinds, change.names) == ((DisputeKind.RELATION,), ("during",))
    undo(filled)
    none_right(filled, dispute)
    assert {each.kinds for each in changes(filled, "an")} == {(DisputeKind.SPURIOUS,)}


def test_that_the_list_stays_while_the_analyst_puts_one_thing_after_the_other_right(settled, report, working):
    with working(settled, report.id, "binh") as opened:
        opened.commit(editing.relabel(opened.desk, "org", "ORG"))
    assert not settled.decisions(report.id, "binh").finished
    assert [each.kinds for each in changes(settled, "binh")] == [
        (DisputeKind.MISSING,),
        (DisputeKind.SPURIOUS,),
    ]
