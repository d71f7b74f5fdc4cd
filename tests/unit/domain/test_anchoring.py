"""A journal carried over to another text says there what it said, and names what has no place."""

from __future__ import annotations

from dataclasses import replace

from annotator.domain.anchoring import carried, told
from annotator.domain.bundles import BundleReport
from annotator.domain.edits import Edit, Fragment
from annotator.domain.folding import folded
from annotator.domain.history import Entry
from annotator.domain.relations import Relation
from annotator.domain.spans import Evidence, Piece, Proposal, Span, State, candidate_id

OLD, NEW = BundleReport("old", "cũ", "x" * 50), BundleReport("new", "mới", "y" * 60)


def entry(number, before, after, author="binh", answers=()):
    edit = Edit("edit", Fragment(*before), Fragment(*after))
    at = "2024-05-01T08:00:00.000+00:00"
    return Entry(f"{number}", "old", author, author, "d", number, at, "b", edit, tuple(answers))


def shifted(start, end):
    """Move all by ten; what begins at forty has no place."""
    return None if start == 40 else (start + 10, end + 10)


def candidate(start, end, **given):
    name = candidate_id("rules", "entity", "ORG", start, end)
    return Span(name, start, end, "entity", "ORG", score=0.9, extractor="rules", **given)


def test_that_spans_links_evidence_and_ids_go_along():
    found = candidate(5, 9, evidence=Evidence("r", "", (Piece("value", 5, 6), Piece("unit", 40, 41))))
    was = Proposal("ORG", 5, 9, {})
    recalled = replace(found, start=6, evidence=Evidence("r", recalled_from=was))
    mine = replace(found, state=State.ACCEPTED)
    drawn = Span("hand", 20, 25, "entity", "LOC", State.DRAWN)
    link = Relation("holds", found.id, "hand")
    entries = (
        entry(1, (), ((found,),), "rules"),
        entry(2, ((found,),), ((recalled,),), "rules"),
        entry(3, (), ((mine, drawn), frozenset({link})), answers=[found.id]),
    )
    done = carried(replace(OLD, entries=entries), NEW, shifted, machines=frozenset({"rules"}))
    name = candidate_id("rules", "entity", "ORG", 15, 19)
    first, second, third = done.report.entries
    assert (done.report.id, done.report.text, done.lost) == ("new", NEW.text, ())
    (span,) = first.edit.after.spans
    assert (span.id, span.start, span.end) == (name, 15, 19)
    assert span.evidence.pieces == (Piece("value", 15, 16),)
    (come,) = second.edit.after.spans
    assert (come.id, come.start, come.evidence.recalled_from) == (name, 16, Proposal("ORG", 15, 19, {}))
    assert {held.id: (held.start, held.end) for held in third.edit.after.spans} == {
        name: (15, 19),
        "hand": (30, 35),
    }
    assert third.edit.after.relations == {Relation("holds", name, "hand")}
    assert third.answers == (name,)
    assert [(e.id, e.clock, e.report_id) for e in done.report.entries] == [
        (str(n), n, "new") for n in (1, 2, 3)
    ]


def test_that_a_span_without_a_place_is_named_and_what_followed_from_it_does_not_fit():
    lost, kept = (
        Span("a", 40, 45, "entity", "LOC", State.DRAWN),
        Span("b", 1, 4, "entity", "LOC", State.DRAWN),
    )
    moved = replace(lost, start=38)
    entries = (
        entry(1, (), ((lost, kept), frozenset({Relation("holds", "a", "b")}))),
        entry(2, ((lost,),), ((moved,),)),
        entry(3, ((moved,),), ((replace(moved, label="ORG"),),)),
    )
    done = carried(replace(OLD, entries=entries), NEW, shifted, machines=frozenset())
    assert told(done.lost, machines=frozenset()) == (["LOC of binh at 40 to 45 there has no sure place"], 0)
    found = folded("new", "binh", done.report.entries)
    assert list(found.held.spans) == ["b"]
    assert found.held.relations == frozenset()
    assert found.refused == {"3": ("a",)}


def test_that_candidates_without_a_place_are_counted_only():
    done = carried(
        replace(OLD, entries=(entry(1, (), ((candidate(40, 44),),), "rules"),)),
        NEW,
        shifted,
        machines=frozenset({"rules"}),
    )
    assert told(done.lost, machines=frozenset({"rules"})) == ([], 1)
