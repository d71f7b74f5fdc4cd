"""Sets laid over each other: every kind of dispute is told, and nothing agreed is asked about."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.disputes import DisputeKind, Link
from annotator.domain.relations import Relation
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State
from annotator.review.disputes import MAJORITY, compared, disputes

TEXT = "Thu ngân sách trên địa bàn đạt trên 1.860 tỷ đồng, ông Vàng A Mẫu dự, tại tỉnh Lào Sơn năm 2024."
ENTITIES = {"ORG", "LOC", "DATE", "PERSON"}


def span(surface, label, span_id="", state=State.ACCEPTED, flagged=False, note="", **attributes):
    start = TEXT.index(surface)
    layer = "entity" if label in ENTITIES else "figure"
    name = span_id or f"{label}{start}"
    return Span(
        name, start, start + len(surface), layer, label, state, attributes, flagged=flagged, note=note
    )


def held(author, *spans, links=()):
    return set_of("r", author, spans, links, finished=True)


def only(*sets, **options):
    (found,) = disputes(sets, text=TEXT, **options)
    return found


MONEY = span("1.860 tỷ đồng", "MONEY", value="1860000000000", unit="VND")
PLACE = span("tỉnh Lào Sơn", "LOC")


def test_that_equal_sets_have_no_dispute_whatever_their_ids_and_states():
    other = replace(MONEY, id="d1", state=State.DRAWN)
    found = compared([held("an", MONEY, PLACE), held("binh", PLACE, other)], text=TEXT)
    assert found.disputes == ()
    assert [(p.start, [s.label for s in p.statements]) for p in found.agreed] == [
        (MONEY.start, ["MONEY"]),
        (PLACE.start, ["LOC"]),
    ]


def test_that_a_span_one_of_two_has_is_missing_with_the_other():
    found = only(held("an", PLACE), held("binh"))
    assert found.kinds == (DisputeKind.MISSING,)
    assert [(v.authors, len(v.statements)) for v in found.versions] == [(("an",), 1), (("binh",), 0)]
    assert found.majority == -1


def test_that_a_span_one_of_three_has_is_spurious_and_nothing_is_the_majority():
    found = only(held("an", PLACE), held("binh"), held("chi"))
    assert found.kinds == (DisputeKind.SPURIOUS,)
    assert found.versions[found.majority].statements == ()
    assert found.versions[found.majority].authors == ("binh", "chi")


def test_that_another_label_is_a_dispute_of_labels_though_its_attributes_differ_with_it():
    other = replace(MONEY, label="COUNT", attributes={"value": "1860"})
    found = only(held("an", MONEY), held("binh", other))
    assert (found.kinds, found.labels) == ((DisputeKind.LABEL,), ("COUNT", "MONEY"))


@pytest.mark.parametrize(
    ("attributes", "kinds", "names"),
    [
        ({"value": "1860", "unit": "VND"}, [DisputeKind.VALUE], ["value"]),
        ({"value": "1860000000000", "unit": "VND", "value_max": "2"}, [DisputeKind.VALUE], ["value_max"]),
        ({"value": "1860000000000", "unit": "USD"}, [DisputeKind.UNIT], ["unit"]),
        ({"value": "1860000000000", "unit": "VND", "per": "người"}, [DisputeKind.UNIT], ["per"]),
        (
            {"value": "1860000000000", "unit": "VND", "status": "estimate"},
            [DisputeKind.ATTRIBUTE],
            ["status"],
        ),
        (
            {"value": "2", "unit": "VND", "status": "estimate"},
            [DisputeKind.VALUE, DisputeKind.ATTRIBUTE],
            ["value", "status"],
        ),
    ],
)
def test_that_attributes_are_told_apart(attributes, kinds, names):
    found = only(held("an", MONEY), held("binh", replace(MONEY, attributes=attributes)))
    assert (list(found.kinds), list(found.names), found.kind) == (kinds, names, kinds[0])


def test_that_numbers_agree_within_a_share_of_the_larger_and_not_beyond():
    other = replace(MONEY, attributes={"value": "1861000000000", "unit": "VND"})
    sets = [held("an", MONEY), held("binh", other)]
    assert disputes(sets, text=TEXT, tolerance=Decimal("0.001")) == ()
    assert only(*sets, tolerance=Decimal("0.0001")).kinds == (DisputeKind.VALUE,)
    (agreed,) = compared(sets, text=TEXT, tolerance=Decimal("0.001")).agreed
    assert dict(agreed.statements[0].attributes)["value"] == "1860000000000"


@pytest.mark.parametrize(
    ("one", "other", "label", "rule"),
    [
        ("tỉnh Lào Sơn", "tỉnh Lào Sơn ", "LOC", "whitespace"),
        ("1.860 tỷ đồng", "1.860 tỷ đồng,", "MONEY", "punctuation"),
        ("1.860 tỷ đồng", "trên 1.860 tỷ đồng", "MONEY", "qualifier"),
        ("1.860 tỷ đồng", "1.860 tỷ", "MONEY", "unit"),
        ("Vàng A Mẫu", "ông Vàng A Mẫu", "PERSON", "honorific"),
        ("tỉnh Lào Sơn", "Lào Sơn", "LOC", "type_word"),
        ("tỉnh Lào Sơn", "tỉnh Lào Sơn năm", "LOC", ""),
    ],
)
def test_that_borders_differ_by_a_rule_or_by_none(one, other, label, rule):
    found = only(held("an", span(one, label)), held("binh", span(other, label)))
    assert (found.kinds, found.rule) == ((DisputeKind.BOUNDARY,), rule)


def test_that_a_rule_covers_the_attributes_it_moves_and_no_others():
    outside = replace(MONEY, attributes={**MONEY.attributes, "qualifier": "over"})
    inside = span("trên 1.860 tỷ đồng", "MONEY", **MONEY.attributes)
    assert only(held("an", outside), held("binh", inside)).kinds == (DisputeKind.BOUNDARY,)
    odd = replace(inside, attributes={"value": "1", "unit": "VND"})
    found = only(held("an", outside), held("binh", odd))
    assert found.kinds == (DisputeKind.VALUE, DisputeKind.BOUNDARY, DisputeKind.ATTRIBUTE)
    assert found.rule == ""


def test_that_one_span_against_two_is_a_dispute_of_borders():
    whole, first, second = span("tỉnh Lào Sơn", "LOC"), span("tỉnh", "LOC"), span("Lào Sơn", "LOC")
    found = only(held("an", whole), held("binh", first, second))
    assert found.kinds == (DisputeKind.BOUNDARY,)
    assert [len(version.statements) for version in found.versions] == [1, 2]


NAME = span("Thu ngân sách trên địa bàn", "INDICATOR", "name")
SHORT = span("Thu ngân sách", "INDICATOR", "short")
YEAR = span("năm 2024", "DATE", "year")


def test_that_a_relation_that_leads_elsewhere_or_nowhere_is_a_dispute():
    links = [Relation("measures", MONEY.id, "name"), Relation("during", MONEY.id, "year")]
    found = only(held("an", NAME, YEAR, MONEY, links=links), held("binh", NAME, YEAR, MONEY, links=links[:1]))
    assert (found.kinds, found.names, found.start) == ((DisputeKind.RELATION,), ("during",), MONEY.start)
    assert found.versions[0].statements[0].links == (
        Link("during", "entity", YEAR.start, YEAR.end, "DATE"),
        Link("measures", "figure", NAME.start, NAME.end, "INDICATOR"),
    )


def test_that_a_target_with_other_borders_is_disputed_once_and_not_at_its_figure_too():
    one = held("an", NAME, MONEY, links=[Relation("measures", MONEY.id, "name")])
    other = held("binh", SHORT, MONEY, links=[Relation("measures", MONEY.id, "short")])
    found = only(one, other)
    assert (found.kinds, found.start) == ((DisputeKind.BOUNDARY,), NAME.start)


def test_that_a_flag_is_a_doubt_though_all_agree_and_that_of_one_analyst_alone_too():
    doubtful = replace(PLACE, flagged=True, note="tỉnh nào?")
    for sets in ([held("an", doubtful), held("binh", PLACE)], [held("an", doubtful)]):
        found = only(*sets)
        assert found.kinds == (DisputeKind.DOUBT,)
        assert [(d.author, d.note) for d in found.doubts] == [("an", "tỉnh nào?")]
        assert found.majority == 0


def test_that_a_flag_on_what_was_rejected_asks_about_the_place():
    doubtful = replace(PLACE, state=State.REJECTED, flagged=True)
    found = only(held("an", doubtful), held("binh"))
    assert (found.kinds, found.start) == ((DisputeKind.DOUBT,), PLACE.start)
    assert [version.statements for version in found.versions] == [()]


def test_that_machines_are_compared_on_request_and_have_no_vote_among_persons():
    proposed = replace(MONEY, state=State.CANDIDATE, score=0.97, attributes={"value": "1", "unit": "VND"})
    machine = set_of("r", "rules", [proposed])
    assert disputes([held("an", MONEY)], text=TEXT) == ()
    found = only(held("an", MONEY), candidates=[machine])
    assert [(v.authors, v.machines, v.score) for v in found.versions] == [
        (("an",), (), None),
        ((), ("rules",), 0.97),
    ]
    assert (found.kinds, found.majority) == ((DisputeKind.VALUE,), 0)


def test_that_a_machine_tips_the_scale_where_persons_are_even():
    other = replace(MONEY, attributes={"value": "1", "unit": "VND"})
    machine = set_of("r", "rules", [replace(other, state=State.CANDIDATE)])
    found = only(held("an", MONEY), held("binh", other), candidates=[machine])
    assert found.versions[found.majority].names == ("binh", "rules")


def test_that_what_a_machine_alone_proposes_is_spurious_and_what_it_lacks_is_missing():
    machine = set_of("r", "rules", [replace(PLACE, state=State.CANDIDATE)])
    first, second = disputes([held("an", MONEY)], text=TEXT, candidates=[machine])
    assert (first.kind, second.kind) == (DisputeKind.MISSING, DisputeKind.SPURIOUS)


def test_that_a_strategy_settles_what_it_says_and_asks_about_the_rest():
    other = replace(MONEY, label="COUNT", attributes={})
    sets = [held("an", MONEY, PLACE), held("binh", other, PLACE), held("chi", MONEY)]
    assert len(disputes(sets, text=TEXT)) == 2
    assert disputes(sets, text=TEXT, strategy=MAJORITY) == ()
    assert disputes(sets, text=TEXT, strategy="trust=binh") == ()
    assert len(disputes(sets, text=TEXT, strategy="trust=dung")) == 2
    taken = compared(sets, text=TEXT, strategy="trust=chi").agreed
    assert [[said.label for said in place.statements] for place in taken] == [["MONEY"], []]


def test_that_a_doubt_is_asked_about_under_every_strategy_but_trust_in_another():
    sets = [held("an", replace(PLACE, flagged=True)), held("binh", PLACE), held("chi", PLACE)]
    asked = {name: len(disputes(sets, text=TEXT, strategy=name)) for name in (MAJORITY, "trust=an")}
    assert asked == {MAJORITY: 1, "trust=an": 1}
    assert disputes(sets, text=TEXT, strategy="trust=binh") == ()


def test_that_the_worst_comes_first():
    value = only(held("an", MONEY), held("binh", replace(MONEY, attributes={"value": "1", "unit": "VND"})))
    border = only(held("an", PLACE), held("binh", span("tỉnh Lào Sơn ", "LOC")))
    doubt = only(held("an", replace(PLACE, flagged=True)))
    assert value.severity > border.severity > doubt.severity


def test_that_a_dispute_keeps_its_name_while_work_elsewhere_comes_in():
    sets = [held("an", PLACE), held("binh")]
    before = only(*sets)
    after = disputes([held("an", PLACE, MONEY), held("binh", NAME), held("chi", YEAR)], text=TEXT)
    assert before.id in {each.id for each in after}
    other = disputes([replace(each, report_id="other") for each in sets], text=TEXT)
    assert other[0].id != before.id


ROWS = st.lists(
    st.tuples(
        st.integers(0, 20),
        st.integers(1, 6),
        st.sampled_from(["ORG", "LOC", "MONEY"]),
        st.sampled_from(["1", "2"]),
        st.booleans(),
    ),
    max_size=8,
)


def _own(author, rows):
    """Build a set of spans that do not overlap within a layer."""
    kept = []
    for number, (start, length, label, value, flagged) in enumerate(rows):
        layer = "entity" if label in ENTITIES else "figure"
        one = Span(
            f"{author}{number}",
            start,
            start + length,
            layer,
            label,
            State.DRAWN,
            {"value": value},
            flagged=flagged,
        )
        if not any(one.layer == other.layer and one.overlaps(other) for other in kept):
            kept.append(one)
    links = [Relation("x", one.id, other.id) for one, other in pairwise(kept)]
    return held(author, *kept, links=links)


@given(st.lists(ROWS, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_that_the_order_of_sets_is_no_matter_and_every_span_is_in_one_place(rows, chance):
    sets = [_own(f"a{number}", each) for number, each in enumerate(rows)]
    found = compared(sets, text="x" * 30)
    chance.shuffle(sets)
    assert compared(sets, text="x" * 30) == found
    places = [(each.layer, each.start, each.end) for each in (*found.agreed, *found.disputes)]
    for one, other in pairwise(sorted(places)):
        assert one[0] != other[0] or one[2] <= other[1]
    for each in (span for one in sets for span in one.spans.values()):
        assert sum(p[0] == each.layer and p[1] <= each.start and each.end <= p[2] for p in places) == 1


@given(st.lists(ROWS, min_size=1, max_size=4))
def test_that_each_author_has_one_version_of_every_dispute(rows):
    sets = [_own(f"a{number}", each) for number, each in enumerate(rows)]
    for found in disputes(sets, text="x" * 30):
        assert sorted(name for version in found.versions for name in version.authors) == [
            one.author for one in sets
        ]
        assert len(found.versions) > 1 or found.kinds == (DisputeKind.DOUBT,)


@given(ROWS, st.integers(2, 4))
def test_that_copies_of_one_set_agree_on_everything(rows, copies):
    sets = [replace(_own("a", [(*row[:4], False) for row in rows]), author=str(n)) for n in range(copies)]
    assert disputes(sets, text="x" * 30) == ()


def test_that_a_relation_whose_target_another_lacks_is_a_matter_of_the_target_alone():
    one = held("an", YEAR, MONEY, links=[Relation("during", MONEY.id, "year")])
    other = held("binh", MONEY)
    found = compared([one, other], text=TEXT)
    assert [(each.kinds, each.start) for each in found.disputes] == [((DisputeKind.MISSING,), YEAR.start)]
    (agreed,) = found.agreed
    assert agreed.statements[0].links == (Link("during", "entity", YEAR.start, YEAR.end, "DATE"),)


def dated(**attributes):
    return replace(YEAR, attributes=attributes)


def test_that_who_left_a_date_open_takes_no_side_about_its_days():
    named, said = held("an", YEAR), held("binh", dated(date_from="2024-01-01", date_to="2024-12-31"))
    found = compared([named, said], text=TEXT)
    assert found.disputes == ()
    assert dict(found.agreed[0].statements[0].attributes)["date_from"] == "2024-01-01"
    other = held("chi", dated(date_from="2024-02-01", date_to="2024-02-29"))
    dispute = only(named, said, other)
    assert dispute.kinds == (DisputeKind.ATTRIBUTE,)
    assert dispute.names == ("date_from", "date_to")
    assert (len(dispute.versions), dispute.majority) == (3, -1)
