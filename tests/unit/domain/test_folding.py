"""A fold of entries is what editing made of them; of several devices' entries it loses nothing silently."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.edits import Edit, Fragment, applied
from annotator.domain.folding import folded
from annotator.domain.history import Entry
from annotator.domain.loose_ends import folded_together
from annotator.domain.relations import Relation
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span, State

EMPTY = AnnotationSet("r", "an")


def span(span_id, start=0, end=5, state=State.ACCEPTED, **given):
    return Span(span_id, start, end, "entity", given.pop("label", "ORG"), state, **given)


def entry(number, edit, device="one", entry_id=""):
    name = entry_id or f"{number:03}{device}"
    return Entry(name, "r", "an", "an", device, number, "2024-05-01T08:00:00.000+00:00", name, edit)


def adding(*spans, links=()):
    return Edit("add", Fragment(), Fragment(spans, frozenset(links)))


def taking(*spans, links=()):
    return Edit("reject", Fragment(spans, frozenset(links)), Fragment())


def changing(old, new):
    return Edit("change", Fragment((old,)), Fragment((new,)))


def together(entries):
    """Return what entries of an's set come to when they are folded as a report's are."""
    return folded_together("r", entries, ()).get("an") or folded("r", "an", ())


@st.composite
def histories(draw, devices=("one", "two")):
    """Draw what devices did from a common beginning, each by edits that fitted where it made them."""
    common = draw(_edits(EMPTY, 3))
    begun = EMPTY
    for edit in common:
        begun = applied(begun, edit)
    found = [entry(number, edit) for number, edit in enumerate(common, 1)]
    for device in devices:
        for number, edit in enumerate(draw(_edits(begun, 6)), len(common) + 1):
            found.append(entry(number, edit, device))
    return sorted(found, key=lambda each: (each.clock, each.id))


@st.composite
def _edits(draw, held, most):
    made = []
    for _ in range(draw(st.integers(0, most))):
        edit = draw(_edit(held))
        held = applied(held, edit)
        made.append(edit)
    return made


@st.composite
def _edit(draw, held):
    """Draw an edit that fits a set and lets no two spans overlap, as the desk does."""
    old = [s for s in held.spans.values() if draw(st.booleans())][:2]
    links = {r for r in held.relations if {r.source, r.target} & {s.id for s in old}}
    kept = [s for s in held.spans.values() if s not in old]
    new = []
    for _ in range(draw(st.integers(0, 2))):
        start, length = draw(st.integers(0, 30)), draw(st.integers(1, 6))
        name = draw(st.sampled_from("abcdefgh"))
        state = draw(st.sampled_from([State.ACCEPTED, State.REJECTED, State.DRAWN]))
        made = span(name, start, start + length, state, label=draw(st.sampled_from(["ORG", "LOC"])))
        if all(name != s.id and not made.overlaps(s) for s in (*kept, *new)):
            new.append(made)
    ends = [s.id for s in (*kept, *new) if s.is_standing]
    come = {Relation("holds", draw(st.sampled_from(ends)), draw(st.sampled_from(ends)))} if ends else set()
    come -= held.relations
    flags = (held.finished, draw(st.booleans())) if draw(st.booleans()) else (None, None)
    return Edit(
        "edit",
        Fragment(tuple(old), frozenset(links), flags[0]),
        Fragment(tuple(new), frozenset(come), flags[1]),
    )


@given(histories(devices=("one",)))
def test_that_the_entries_of_one_device_come_to_what_editing_made_of_them(entries):
    held = EMPTY
    for each in entries:
        held = applied(held, each.edit)
    found = folded("r", "an", entries)
    assert found.held == held
    assert not found.partly
    assert not found.refused
    assert all(each.held == held for each in folded_together("r", entries, ()).values())


@given(histories())
def test_that_what_entries_changed_is_a_history_that_fits_throughout(entries):
    found = together(entries)
    held = EMPTY
    for each in entries:
        held = applied(held, found.partly.get(each.id, each.edit))
    assert held == found.held


@given(histories())
def test_that_no_two_standing_spans_of_a_layer_overlap_and_no_link_is_loose(entries):
    found = together(entries)
    standing = sorted((s.start, s.end) for s in found.held.spans.values() if s.is_standing)
    assert all(one[1] <= other[0] for one, other in pairwise(standing))
    assert all({r.source, r.target} <= found.held.spans.keys() for r in found.held.relations)


@given(histories())
def test_that_each_span_of_an_entry_is_as_it_left_it_or_refused_or_changed_by_a_later_one(entries):
    found = folded("r", "an", entries)
    last = {}
    for each in entries:
        for key in each.edit.span_ids - set(found.refused.get(each.id, ())):
            last[key] = next((s for s in each.edit.after.spans if s.id == key), None)
    assert {key: made for key, made in last.items() if made is not None} == dict(found.held.spans)


@given(histories())
def test_that_every_span_that_stands_names_the_entry_that_wrote_it(entries):
    by_id = {each.id: each for each in entries}
    found = folded("r", "an", entries)
    for key, held in found.held.spans.items():
        assert held in by_id[found.writers[key]].edit.after.spans


def test_that_the_same_decision_of_two_devices_is_one_and_nothing_is_refused():
    found = folded("r", "an", [entry(1, adding(span("a"))), entry(1, adding(span("a")), "two")])
    assert list(found.held.spans) == ["a"]
    assert found.refused == {}
    assert found.partly["001two"].is_empty


def test_that_the_later_of_two_different_decisions_is_left_and_named():
    other = span("a", label="LOC")
    found = folded("r", "an", [entry(1, adding(span("a"))), entry(2, adding(other), "two")])
    assert found.held.spans["a"].label == "ORG"
    assert found.refused == {"002two": ("a",)}


def test_that_what_fits_of_a_step_over_many_spans_is_taken():
    bulk = adding(span("a", 0, 5), span("b", 10, 15), span("c", 20, 25))
    found = folded("r", "an", [entry(1, adding(span("x", 8, 12))), entry(2, bulk, "two")])
    assert sorted(found.held.spans) == ["a", "c", "x"]
    assert found.refused == {"002two": ("b",)}
    assert sorted(found.partly["002two"].span_ids) == ["a", "c"]


def test_that_the_halves_of_a_split_span_stand_or_fall_together():
    whole = span("a", 0, 10)
    cut = Edit("split", Fragment((whole,)), Fragment((span("a", 0, 4), span("b", 5, 10))))
    moved = changing(whole, span("a", 0, 12))
    found = folded("r", "an", [entry(1, adding(whole)), entry(2, moved), entry(3, cut, "two")])
    assert found.held.spans == {"a": span("a", 0, 12)}
    assert found.refused == {"003two": ("a", "b")}


def test_that_what_a_device_took_away_in_vain_is_not_drawn_over_by_it():
    x, a = span("x", 0, 5), span("a", 5, 10)
    joined = Edit("join", Fragment((x, a)), Fragment((span("x", 0, 10),)))
    entries = [
        entry(1, adding(x)),
        entry(2, changing(x, span("x", 0, 4))),
        entry(2, adding(a), "two"),
        entry(3, joined, "two"),
        entry(4, changing(span("x", 0, 10), span("x", 0, 5)), "two"),
        entry(5, adding(span("b", 6, 9)), "two"),
    ]
    found = folded("r", "an", entries)
    assert found.held.spans == {"x": span("x", 0, 4), "a": a}
    assert found.refused == {"003two": ("a", "x"), "004two": ("x",), "005two": ("b",)}


def test_that_a_link_to_a_span_another_device_took_away_or_rejected_is_dropped_and_named():
    a, b = span("a", 0, 5), span("b", 10, 15)
    link = Relation("holds", "a", "b")
    begun, linked = entry(1, adding(a, b)), entry(3, adding(links=[link]), "two")
    for change in (taking(b), changing(b, replace(b, state=State.REJECTED))):
        entries = [begun, entry(2, change), linked]
        found = together(entries)
        assert found.held.relations == frozenset()
        assert found.refused == {"003two": ("a",)}


def test_that_a_link_to_a_candidate_stays():
    a, link = span("a"), Relation("holds", "a", "candidate")
    proposed = replace(entry(1, adding(span("candidate", 9, 12)), "three"), set_author="rules")
    entries = [entry(1, adding(a)), proposed, entry(2, adding(links=[link]), "two")]
    found = folded_together("r", entries, {"rules"})["an"]
    assert found.held.relations == {link}
    assert found.refused == {}
    taken = replace(entry(3, taking(span("candidate", 9, 12)), "three"), set_author="rules")
    again = replace(entry(4, adding(span("candidate", 9, 12)), "three"), set_author="rules")
    for later in ([taken], [taken, again]):
        found = folded_together("r", [*entries, *later], {"rules"})["an"]
        assert found.held.relations == frozenset()
        assert found.refused == {"002two": ("a",)}


def test_that_a_link_taken_with_its_candidate_in_one_step_is_not_loose_in_between():
    link = Relation("holds", "a", "candidate")
    proposed = replace(entry(1, adding(span("candidate", 9, 12)), "two"), set_author="rules")
    taken = replace(entry(3, taking(span("candidate", 9, 12)), entry_id="x"), set_author="rules")
    along = replace(entry(4, taking(links=[link])), batch="x")
    entries = [proposed, entry(2, adding(span("a"), links=[link])), taken, along]
    found = folded_together("r", entries, {"rules"})["an"]
    assert found.held.relations == frozenset()
    assert not found.partly


@given(histories(devices=("one", "two", "three")), st.data())
def test_that_what_is_done_after_a_merge_fits_what_the_merge_came_to(entries, data):
    merged = together(entries)
    held, clock = merged.held, max((each.clock for each in entries), default=0)
    later = []
    for number, edit in enumerate(data.draw(_edits(held, 4)), clock + 1):
        held = applied(held, edit)
        later.append(entry(number, edit, "four"))
    found = together([*entries, *later])
    assert found.held == held
    assert found.partly == merged.partly


@pytest.mark.parametrize("order", [("one", "two"), ("two", "one")])
def test_that_candidates_of_two_extractions_are_joined_by_id_and_those_that_differ_both_kept(order):
    mine = adding(span("a", 0, 5, State.CANDIDATE), span("b", 6, 9, State.CANDIDATE))
    other = adding(span("a", 0, 5, State.SUPPRESSED), span("c", 6, 12, State.CANDIDATE))
    entries = [entry(1, edit, device) for edit, device in zip((mine, other), order, strict=True)]
    found = folded("r", "rules", sorted(entries, key=lambda e: e.id), is_machine=True)
    assert sorted(found.held.spans) == ["a", "b", "c"]
    first = State.CANDIDATE if order == ("one", "two") else State.SUPPRESSED
    assert found.held.spans["a"].state is first


def test_that_finishing_on_one_device_and_deciding_on_the_other_keeps_both():
    finish = Edit("finish", Fragment(finished=False), Fragment(finished=True))
    found = folded("r", "an", [entry(1, finish), entry(2, adding(span("a")), "two"), entry(3, finish, "two")])
    assert found.held.finished
    assert list(found.held.spans) == ["a"]
    assert found.refused == {}


def test_that_a_span_that_could_not_be_taken_away_is_in_the_way_of_what_its_device_drew_there_later():
    common, wide = span("c", 0, 1), span("a", 1, 3)
    entries = [
        entry(1, adding(common), "one"),
        entry(1, adding(wide), "two"),
        entry(2, Edit("move", Fragment((wide,)), Fragment((span("c", 2, 3, State.REJECTED),))), "two"),
        entry(3, adding(span("d", 1, 2)), "two"),
    ]
    found = folded("r", "an", entries)
    assert set(found.held.spans) == {"a", "c"}
    assert found.refused == {"002two": ("a", "c"), "003two": ("d",)}
