"""Many disputes settled in one step: by a boundary rule with a preview, and by a strategy."""

from __future__ import annotations

import pytest

from annotator.domain.disputes import DisputeKind
from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.spans import Span, State
from annotator.workspace import editing
from annotator.workspace.projects import Project
from annotator.workspace.reviewing import Policy, policy, queue, read_tolerance, review, set_policy
from annotator.workspace.ruling import bulk_preview, resolve, rules_of, settle_bulk
from annotator.workspace.settling import take, undo


def accept(*span_ids):
    return lambda desk: editing.accept(desk, span_ids)


def imported(borders):
    """Put a name where no key would put it, as imported work may have it."""
    span = Span("p", *borders, "entity", "PERSON", State.IMPORTED)
    return lambda desk: Edit("import", Fragment(), Fragment((span,)))


@pytest.fixture
def punctuated(filled, report, work, place):
    """Give the project where `binh` ends two names too far: at a comma, and at a full stop."""

    def drawn(surface, label):
        return lambda desk: editing.draw(desk, *place(surface), label)

    work(filled, report.id, "an", accept("money", "thu", "person", "plan"))
    work(
        filled,
        report.id,
        "binh",
        accept("money", "thu"),
        drawn("Vàng A Mẫu,", "PERSON"),
        drawn("dự toán.", "INDICATOR"),
    )
    filled.author = "chi"
    return filled


def test_that_disputes_of_one_rule_are_previewed_and_settled_as_one_step(punctuated, report):
    assert rules_of(punctuated) == {"punctuation": 2}
    bulks = bulk_preview(punctuated, "punctuation")
    assert [(bulk.before, bulk.after) for bulk in bulks] == [
        (("dự toán", "dự toán."), "dự toán"),
        (("Vàng A Mẫu", "Vàng A Mẫu,"), "Vàng A Mẫu"),
    ]
    assert len(settle_bulk(punctuated, bulks, reason="dấu câu để ngoài")) == 2
    assert (queue(punctuated), review(punctuated, report.id).open) == ([], ())
    spans = review(punctuated, report.id).resolved.ordered()
    assert [report.text[span.start : span.end] for span in spans] == [
        "Thu ngân sách",
        "2.236 tỷ đồng",
        "dự toán",
        "Vàng A Mẫu",
    ]
    assert len(undo(punctuated)) == 2
    assert len(queue(punctuated)) == 2


def test_that_a_rule_stands_in_for_versions_that_are_all_wrong(filled, report, work, place):
    for author, surface in (("an", "Vàng A Mẫu,"), ("binh", " Vàng A Mẫu")):
        work(filled, report.id, author, imported(place(surface)))
    (bulk,) = bulk_preview(filled, "punctuation")
    assert (bulk.version, bulk.after) == (-1, "Vàng A Mẫu")
    settle_bulk(filled, [bulk])
    (span,) = review(filled, report.id).resolved.ordered()
    assert report.text[span.start : span.end] == "Vàng A Mẫu"


def test_that_there_is_nothing_to_settle_by_a_rule_nobody_broke(punctuated):
    assert bulk_preview(punctuated, "unit") == []
    assert settle_bulk(punctuated, []) == []
    with pytest.raises(UserError) as refused:
        bulk_preview(punctuated, "colour")
    assert refused.value.code == "unknown-rule"


@pytest.fixture
def three(filled, report, work):
    """Give the project with three authors: two of them agree on a name, and on a figure none does."""
    work(filled, report.id, "an", accept("org", "money", "thu"))
    work(filled, report.id, "binh", accept("org"), lambda d: editing.relabel(d, "money", "COUNT"))
    work(filled, report.id, "dung", lambda d: editing.relabel(d, "money", "RATE"))
    filled.author = "chi"
    return filled


def test_that_a_majority_settles_what_it_can_and_says_what_is_left(three, report):
    done = resolve(three, "majority")
    assert (done.settled, done.left, done.gold) == (2, {"label": 1}, 0)
    assert [line.kind for line in queue(three)] == [DisputeKind.LABEL]
    again = resolve(three, "majority")
    assert (again.settled, again.left) == (0, {"label": 1})


def test_that_trust_settles_everything_and_the_report_is_gold_until_it_is_taken_back(three, report):
    done = resolve(three, "trust=an")
    assert (done.settled, done.left, done.gold) == (3, {}, 1)
    seen = review(three, report.id)
    assert seen.is_gold
    assert sorted(span.id for span in seen.resolved.spans.values()) == ["money", "org", "thu"]
    path = three.path
    three.close()
    with Project.open(path, author="chi") as project:
        assert len(undo(project)) == 4
        assert not review(project, report.id).is_gold


def test_that_a_strategy_leaves_what_a_reviewer_said(three, report):
    (figure,) = (each for each in review(three, report.id).open if each.kind is DisputeKind.LABEL)
    take(three, figure, figure.version_of("dung"))
    resolve(three, "trust=an")
    assert review(three, report.id).resolved.spans["money"].label == "RATE"


def test_that_unanimity_makes_gold_of_reports_without_a_dispute(filled, report, work):
    for author in ("an", "binh"):
        work(filled, report.id, author, accept("org"))
    assert resolve(filled, "unanimous").gold == 1
    assert review(filled, report.id).is_gold
    assert resolve(filled, "unanimous").gold == 0


@pytest.mark.parametrize(("strategy", "code"), [("best", "bad-strategy"), ("trust=nobody", "unknown-author")])
def test_that_a_strategy_there_is_not_is_refused(three, strategy, code):
    with pytest.raises(UserError) as refused:
        resolve(three, strategy)
    assert refused.value.code == code


def test_that_a_stopped_run_settles_nothing(three):
    with pytest.raises(UserError) as refused:
        resolve(three, "trust=an", cancelled=lambda: True)
    assert refused.value.code == "cancelled"
    assert len(queue(three)) == 3


def test_that_the_projects_own_strategy_merges_without_asking(three, report):
    set_policy(three, Policy("majority"))
    assert [line.kind for line in queue(three)] == [DisputeKind.LABEL]
    set_policy(three, Policy("trust=an"))
    assert queue(three) == []
    assert policy(three) == Policy("trust=an")


def test_that_numbers_within_the_projects_tolerance_agree(filled, report, work):
    for author, value in (("an", "2236000000000"), ("binh", "2235500000000")):
        work(
            filled,
            report.id,
            author,
            lambda desk, v=value: (
                editing.accept(desk, ["money"])
                if v.startswith("2236")
                else editing.set_attribute(desk, "money", "value", v)
            ),
        )
    assert [line.kind for line in queue(filled)] == [DisputeKind.VALUE]
    set_policy(filled, Policy(tolerance=read_tolerance("0,001")))
    assert queue(filled) == []
    set_policy(filled, Policy(tolerance=read_tolerance("0.0001")))
    assert [line.kind for line in queue(filled)] == [DisputeKind.VALUE]


@pytest.mark.parametrize(
    ("strategy", "tolerance"), [("best", "0"), ("majority", "1"), ("majority", "-1"), ("trust=dung", "0")]
)
def test_that_a_policy_that_cannot_be_is_refused(filled, strategy, tolerance):
    with pytest.raises(UserError):
        set_policy(filled, Policy(strategy, read_tolerance(tolerance)))
    with pytest.raises(UserError):
        read_tolerance("ít thôi")
    assert policy(filled) == Policy()
