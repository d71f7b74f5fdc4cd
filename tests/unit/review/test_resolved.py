"""What a report comes to: the same in any order, nothing lying over anything, relations with their ends."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.disputes import SETTLING, Answer, Resolution, Ruling, Statement, in_force, outcomes
from annotator.domain.relations import Relation
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State
from annotator.review.disputes import compared
from annotator.review.resolved import resolved

TEXT = "x" * 60


def span(span_id, start, end, label="ORG", state=State.ACCEPTED, **attributes):
    layer = "entity" if label in {"ORG", "LOC"} else "figure"
    return Span(span_id, start, end, layer, label, state, attributes, score=0.5)


def held(author, *spans, links=()):
    return set_of("r", author, spans, links, finished=True)


def row(number, dispute, answer=Answer.TAKE, *statements, author="chi", **more):
    first = statements[0] if statements else None
    ruling = more.pop("ruling", None) or Ruling(
        dispute.layer, dispute.start, dispute.end, tuple(statements) if first else ()
    )
    return Resolution(
        f"{number:02}", "r", author, "", number, "", f"b{number}", dispute.id, answer, ruling, **more
    )


def came_to(sets, rows, **options):
    return resolved("r", compared(sets, text=TEXT), outcomes(rows), sets=sets, **options)


def test_that_agreed_spans_stand_and_open_disputes_leave_their_place_empty():
    sets = [held("an", span("a", 0, 5), span("b", 9, 12)), held("binh", span("c", 0, 5), span("d", 9, 13))]
    made = came_to(sets, [])
    assert [(s.id, s.start, s.end, s.state, s.score) for s in made.ordered()] == [
        ("a", 0, 5, State.ACCEPTED, 0.5)
    ]


def test_that_a_ruling_stands_and_the_relations_of_others_lead_to_what_became_of_their_target():
    links = [Relation("measures", "m", "i")]
    one = held("an", span("m", 20, 25, "MONEY"), span("i", 0, 10, "INDICATOR"), links=links)
    other = held("binh", span("m", 20, 25, "MONEY"), span("i", 0, 6, "INDICATOR"), links=links)
    (dispute,) = compared([one, other], text=TEXT).disputes
    assert came_to([one, other], []).relations == frozenset()
    own = Statement(0, 4, "figure", "INDICATOR", id="own")
    made = came_to([one, other], [row(1, dispute, Answer.OWN, own)])
    assert made.relations == {Relation("measures", "m", "own")}
    relabelled = replace(own, label="COUNT")
    assert came_to([one, other], [row(1, dispute, Answer.OWN, relabelled)]).relations == frozenset()


def test_that_a_ruling_holds_in_its_place_though_sets_moved_on():
    sets = [held("an", span("a", 0, 5)), held("binh", span("b", 0, 7))]
    (dispute,) = compared(sets, text=TEXT).disputes
    rows = [row(1, dispute, Answer.TAKE, *dispute.versions[0].statements)]
    later = [held("an", span("a", 0, 5)), held("binh", span("b", 0, 5)), held("dung", span("c", 0, 5, "LOC"))]
    assert [(s.start, s.end, s.label) for s in came_to(later, rows).ordered()] == [(0, 5, "ORG")]
    nothing = [row(1, dispute, Answer.NONE)]
    assert came_to(later, nothing).spans == {}


def test_that_where_the_places_of_two_rulings_meet_the_later_stands():
    narrow = compared([held("an", span("a", 0, 5)), held("binh")], text=TEXT).disputes[0]
    wide = compared([held("an", span("a", 3, 9)), held("binh")], text=TEXT).disputes[0]
    said = {each.id: Statement(each.start, each.end, "entity", "ORG", id="x") for each in (narrow, wide)}
    for first, second in ((narrow, wide), (wide, narrow)):
        rows = [row(1, first, Answer.TAKE, said[first.id]), row(2, second, Answer.TAKE, said[second.id])]
        (kept,) = came_to([held("an"), held("binh")], rows).ordered()
        assert (kept.start, kept.end) == (second.start, second.end)


def test_that_ids_of_authors_who_number_alike_are_told_apart():
    sets = [held("an", span("s1", 0, 5)), held("binh", span("s1", 9, 12))]
    first, second = compared(sets, text=TEXT).disputes
    rows = [
        row(1, first, Answer.TAKE, *first.version_of("an").statements),
        row(2, second, Answer.TAKE, *second.version_of("binh").statements),
    ]
    made = came_to(sets, rows)
    assert len(made.spans) == 2
    assert "s1" in made.spans


def test_that_work_that_lies_over_itself_leaves_no_two_spans_over_each_other():
    odd = [held(name, span("a", 0, 5), span("b", 3, 8)) for name in ("an", "binh")]
    assert [(s.start, s.end) for s in came_to(odd, []).ordered()] == [(0, 5)]


SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8), st.sampled_from(["ORG", "LOC", "MONEY"])), max_size=6
)


def _set(author, rows):
    kept = []
    for number, (start, length, label) in enumerate(rows):
        one = span(f"s{number}", start, start + length, label)
        if not any(one.layer == other.layer and one.overlaps(other) for other in kept):
            kept.append(one)
    return held(author, *kept, links=[Relation("x", a.id, b.id) for a, b in pairwise(kept)])


@st.composite
def reviews(draw):
    """Draw sets of one report and resolutions of its disputes by two reviewers, undone ones among them."""
    sets = [_set(f"a{n}", rows) for n, rows in enumerate(draw(st.lists(SPANS, min_size=2, max_size=4)))]
    found = compared(sets, text=TEXT).disputes
    rows = []
    for number in range(draw(st.integers(0, 8)) if found else 0):
        dispute = draw(st.sampled_from(found))
        answer = draw(st.sampled_from([*SETTLING, Answer.REOPEN, Answer.COMMENT]))
        said = ()
        if answer is Answer.TAKE:
            said = draw(st.sampled_from(dispute.versions)).statements
        elif answer is Answer.OWN:
            start = draw(st.integers(max(0, dispute.start - 6), dispute.end))
            said = (Statement(start, start + draw(st.integers(1, 12)), dispute.layer, "ORG", id="own"),)
        author = draw(st.sampled_from(["chi", "dung"]))
        rows.append(row(number, dispute, answer, *said, author=author))
        if draw(st.booleans()) and rows[-1].action == "edit":
            last = rows[-1]
            rows.append(replace(last, id=f"{number:02}u", clock=number, action="undo", reverts=last.id))
    return sets, rows


@given(reviews(), st.randoms(use_true_random=False))
def test_that_the_order_of_sets_and_resolutions_is_no_matter(drawn, chance):
    sets, rows = drawn
    made = came_to(sets, rows)
    chance.shuffle(sets)
    chance.shuffle(rows)
    assert came_to(sets, rows) == made


@given(reviews())
def test_that_no_two_spans_of_a_layer_lie_over_each_other_and_every_end_is_there(drawn):
    made = came_to(*drawn)
    for one in made.spans.values():
        for other in made.spans.values():
            assert one is other or one.layer != other.layer or not one.overlaps(other)
    assert all(link.source in made.spans and link.target in made.spans for link in made.relations)
    assert all(one.is_standing for one in made.spans.values())


@given(reviews())
def test_that_what_holds_stands_unless_a_later_answer_took_its_place(drawn):
    sets, rows = drawn
    made = came_to(sets, rows)
    standing = {(one.layer, one.start, one.end, one.label) for one in made.spans.values()}
    holding = sorted(
        (each.holds for each in outcomes(rows).values() if each.holds), key=lambda each: (each.clock, each.id)
    )
    if holding:
        last = holding[-1].ruling
        assert {(one.layer, one.start, one.end, one.label) for one in last.statements} <= standing


@given(reviews(), SPANS)
def test_that_ids_stay_when_a_further_author_agrees(drawn, more):
    sets, rows = drawn
    made = came_to(sets, rows)
    copy = set_of("r", "z", made.spans.values(), made.relations, finished=True)
    again = came_to([*sets, copy], rows)
    before = {(s.layer, s.start, s.end): s.id for s in made.spans.values()}
    for one in again.spans.values():
        known = before.get((one.layer, one.start, one.end))
        assert known in {None, one.id}


@given(reviews())
def test_that_what_was_taken_back_is_as_if_it_had_never_been(drawn):
    _, rows = drawn
    undone = {each.reverts for each in rows if each.action == "undo"}
    plain = [each for each in rows if each.action == "edit" and each.id not in undone]
    assert in_force(rows) == in_force(plain)
