"""Words of the review: what a queue asks for, in which order, and how answers come to one that holds."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.disputes import (
    Answer,
    Dispute,
    DisputeKind,
    Line,
    Resolution,
    Ruling,
    Statement,
    Version,
    Wanted,
    dispute_id,
    in_force,
    outcomes,
    worst_first,
)

LINE = Line(
    "d",
    "r",
    "Báo cáo",
    "entity",
    0,
    5,
    (DisputeKind.LABEL, DisputeKind.ATTRIBUTE),
    ("LOC", "ORG"),
    (("an", "rules"), ("binh",)),
    "Lào Sơn",
    3,
)


def test_that_a_queue_is_asked_for_by_kind_label_pair_report_rule_and_state():
    asked = {
        Wanted(): True,
        Wanted(kind=DisputeKind.ATTRIBUTE): True,
        Wanted(kind=DisputeKind.VALUE): False,
        Wanted(label="ORG"): True,
        Wanted(label="DATE"): False,
        Wanted(pair=("an", "binh")): True,
        Wanted(pair=("binh", "rules")): True,
        Wanted(pair=("an", "rules")): False,
        Wanted(pair=("an", "chi")): False,
        Wanted(report_id="r"): True,
        Wanted(report_id="s"): False,
        Wanted(rule="unit"): False,
        Wanted(settled=True): False,
        Wanted(settled=None): True,
    }
    assert {wanted: wanted.takes(LINE) for wanted in asked} == asked


def test_that_the_worst_comes_first_and_then_what_stands_first():
    lines = [replace(LINE, id="a", severity=1), replace(LINE, id="b", start=3), replace(LINE, id="c")]
    assert [line.id for line in worst_first(lines)] == ["c", "b", "a"]


def test_that_a_place_has_one_name_and_every_other_place_another():
    names = {
        dispute_id(report, layer, start, end)
        for report in "rs"
        for layer in ("entity", "figure")
        for start in (1, 11)
        for end in (12, 112)
    }
    assert len(names) == 16
    assert dispute_id("r", "entity", 1, 12) == dispute_id("r", "entity", 1, 12)


def test_that_a_dispute_without_a_majority_or_a_rule_is_worse_than_one_with():
    version = Version(("an",), (Statement(0, 5, "entity", "ORG"),))
    one = Dispute("d", "r", "entity", 0, 5, (DisputeKind.BOUNDARY,), (version,), rule="unit", majority=0)
    assert one.severity < replace(one, rule="").severity < replace(one, rule="", majority=-1).severity
    assert replace(one, kinds=(DisputeKind.VALUE,)).severity > replace(one, rule="", majority=-1).severity
    assert (one.version_of("an"), one.version_of("binh")) == (version, None)


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["chi", "dung"]),
        st.sampled_from(["", "d", "e"]),
        st.sampled_from(Answer),
        st.sampled_from(["edit", "edit", "undo", "redo"]),
        st.integers(0, 9),
    ),
    max_size=12,
)


def _rows(drawn):
    """Build rows of which some take back an earlier row of their author, others do it again."""
    made = []
    for clock, (author, dispute, answer, action, back) in enumerate(drawn):
        row = Resolution(f"{clock:02}", "r", author, "", clock, "", "b", dispute, answer)
        own = [each for each in made if each.author == author]
        wanted = {"undo": {"edit", "redo"}, "redo": {"undo"}}.get(action, set())
        fitting = [each for each in own if each.action in wanted]
        if fitting:
            first = fitting[back % len(fitting)]
            row = replace(first, id=row.id, clock=clock, action=action, reverts=first.id)
        made.append(row)
    return made


@given(ROWS, st.randoms(use_true_random=False))
def test_that_the_order_rows_come_in_is_no_matter(drawn, chance):
    rows = _rows(drawn)
    folded = outcomes(rows)
    chance.shuffle(rows)
    assert outcomes(rows) == folded


@given(ROWS)
def test_that_the_latest_answer_in_force_holds_and_nothing_is_lost(drawn):
    rows = _rows(drawn)
    standing = in_force(rows)
    for dispute, outcome in outcomes(rows).items():
        own = [row for row in standing if row.dispute == dispute and row.answer is not Answer.COMMENT]
        held = [row for row in own if row.answer is not Answer.REOPEN]
        known = {row.id for row in (outcome.holds, *outcome.others) if row is not None}
        assert known == {row.id for row in held}
        if own and own[-1].answer is not Answer.REOPEN:
            assert outcome.holds == own[-1]
        else:
            assert outcome.holds is None


def test_that_a_ruling_of_nothing_is_empty():
    assert Ruling() == Ruling("", 0, 0, (), (), "")
