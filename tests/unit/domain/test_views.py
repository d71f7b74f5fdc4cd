"""The view kept in step equals the one built from scratch, whatever is done."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.edits import Edit, Fragment, applied
from annotator.domain.errors import StaleEditError, UserError
from annotator.domain.progress import counts_of
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.sets import AnnotationSet, combined, set_of
from annotator.domain.spans import Span, State, without_overlaps
from annotator.domain.views import View, key_of
from annotator.resources import default_schema
from annotator.workspace import editing
from annotator.workspace.editing import Desk

TEXT = "mot hai ba bon nam sau bay tam chin muoi " * 3
REPORT = Report("r", TEXT)
LABELS = {"entity": ["PERSON", "DATE"], "figure": ["PERCENT", "INDICATOR"]}


@st.composite
def candidate_sets(draw: st.DrawFn) -> AnnotationSet:
    spans: list[Span] = []
    for number in range(draw(st.integers(0, 12))):
        layer = draw(st.sampled_from(sorted(LABELS)))
        start = draw(st.integers(0, 60))
        score = draw(st.sampled_from([None, 0.2, 0.9]))
        span = Span(f"c{number}", start, start + draw(st.integers(1, 8)), layer, "", score=score)
        spans.append(replace(span, label=draw(st.sampled_from(LABELS[layer]))))
    kept = [s for layer in LABELS for s in without_overlaps(s for s in spans if s.layer == layer)]
    figures = [s.id for s in kept if s.label == "PERCENT"]
    indicators = [s.id for s in kept if s.label == "INDICATOR"]
    links = [Relation("measures", f, i) for f in figures for i in indicators[:1] if draw(st.booleans())]
    return set_of(REPORT.id, "rules", kept, links)


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(
            ["accept", "reject", "relabel", "draw", "resize", "join", "link", "flag", "finish", "undo"]
        ),
        st.integers(0, 40),
        st.integers(1, 9),
        st.sampled_from(["PERSON", "DATE", "PERCENT", "INDICATOR"]),
    ),
    max_size=12,
)


def intent(desk: Desk, name: str, place: int, length: int, label: str) -> Edit:
    spans = list(desk.view)
    if name == "draw":
        return editing.draw(desk, place, place + length, label)
    if name == "finish":
        return editing.finish(desk, leftovers="accept")
    if not spans:
        return Edit(name)
    span = spans[place % len(spans)]
    if name == "accept":
        return editing.accept(desk, [span.id])
    if name == "reject":
        return editing.reject(desk, [span.id])
    if name == "relabel":
        return editing.relabel(desk, span.id, label)
    if name == "resize":
        return editing.resize(desk, span.id, place, place + length)
    if name == "join":
        return editing.join(desk, span.id)
    if name == "flag":
        return editing.annotate(desk, span.id, flagged=not span.flagged)
    target = next((s for s in spans if s.label == "INDICATOR"), span)
    return editing.link(desk, span.id, target.id, "measures")


@given(candidate_sets(), OPERATIONS)
def test_that_a_view_kept_in_step_equals_one_built_anew(candidates: AnnotationSet, operations: list) -> None:
    held = AnnotationSet(REPORT.id, "an")
    view = View(candidates, held, threshold=0.5)
    desk = Desk(REPORT, default_schema(), view, lambda *_: {})
    done: list[Edit] = []
    for name, *given_ in operations:
        try:
            edit = done.pop().inverse() if name == "undo" and done else intent(desk, name, *given_)
        except (UserError, IndexError):
            continue
        change = view.apply(edit)
        held = applied(held, edit)
        if name != "undo":
            done.append(edit)
        anew = combined(candidates, held)
        assert list(view) == anew.ordered()
        assert set(view.relations()) == anew.relations
        assert view.counts == counts_of(anew, threshold=0.5)
        assert view.finished == held.finished
        assert all(view.get(span.id) == span for span in change.added)
        assert {span_id for span_id in change.ids if view.get(span_id) is None} <= change.removed


@given(candidate_sets(), OPERATIONS)
def test_that_no_two_standing_spans_of_a_layer_ever_overlap(
    candidates: AnnotationSet, operations: list
) -> None:
    view = View(candidates, AnnotationSet(REPORT.id, "an"), threshold=0.5)
    desk = Desk(REPORT, default_schema(), view, lambda *_: {})
    for name, *given_ in operations:
        try:
            view.apply(intent(desk, name, *given_))
        except UserError:
            continue
    for layer in LABELS:
        standing = [span for span in view if span.layer == layer and span.is_standing]
        assert all(a.end <= b.start for a, b in pairwise(standing))


@given(candidate_sets())
def test_that_walking_forth_and_back_meets_every_span(candidates: AnnotationSet) -> None:
    view = View(candidates, AnnotationSet(REPORT.id, "an"), threshold=0.5)
    spans = list(view)
    assert list(view.after(0)) == spans
    assert list(view.before(len(TEXT))) == spans[::-1]
    for place, span in enumerate(spans):
        assert list(view.after(key_of(span))) == spans[place + 1 :]
        assert list(view.before(key_of(span))) == spans[:place][::-1]


def test_that_a_stale_edit_changes_nothing() -> None:
    span = Span("c1", 0, 3, "entity", "PERSON")
    view = View(set_of(REPORT.id, "rules", [span]), AnnotationSet(REPORT.id, "an"), threshold=0.5)
    stale = Edit("accept", Fragment((span.decided(State.ACCEPTED),)), Fragment())
    with pytest.raises(StaleEditError):
        view.apply(stale)
    assert list(view) == [span]


def test_that_a_change_names_the_relations_that_came_and_went() -> None:
    figure, indicator = Span("f", 0, 3, "figure", "PERCENT"), Span("i", 4, 7, "figure", "INDICATOR")
    link = Relation("measures", "f", "i")
    view = View(
        set_of(REPORT.id, "rules", [figure, indicator], [link]), AnnotationSet(REPORT.id, "an"), threshold=0.5
    )
    change = view.apply(Edit("reject", Fragment(), Fragment((indicator.decided(State.REJECTED),))))
    assert change.unlinked == {link}
    assert view.relations() == []


class Asked:
    """Ids to be left out that can only be asked after, and count how often they were."""

    def __init__(self) -> None:
        self.times = 0

    def __contains__(self, span_id: object) -> bool:
        self.times += 1
        return False


def test_that_looking_for_an_overlap_asks_only_after_what_lies_there() -> None:
    decided = [Span(f"c{at}", at * 3, at * 3 + 2, "entity", "PERSON", State.DRAWN) for at in range(40)]
    view = View(AnnotationSet(REPORT.id, ""), set_of(REPORT.id, "an", decided), threshold=0.5)
    asked = Asked()
    assert view.standing_overlap(60, 62, "entity", but=asked) == decided[20]
    assert view.standing_overlap(62, 63, "entity", but=asked) is None
    assert asked.times == 1


@given(candidate_sets(), OPERATIONS)
def test_that_a_twin_goes_its_own_way(candidates: AnnotationSet, operations: list) -> None:
    view = View(candidates, AnnotationSet(REPORT.id, "an"), threshold=0.5)
    before, links, counts = list(view), view.relations(), view.counts
    twin = view.twin()
    desk = Desk(REPORT, default_schema(), twin, lambda *_: {})
    for name, *given_ in operations:
        try:
            twin.apply(intent(desk, name, *given_))
        except (UserError, IndexError):
            continue
    assert (list(view), view.relations(), view.counts) == (before, links, counts)
    again = view.twin()
    assert (list(again), again.relations(), again.counts) == (before, links, counts)
