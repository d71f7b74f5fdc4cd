"""Restoring: a step taken back in a set that has moved on since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotator.domain.edits import Edit, Fragment
from annotator.domain.ranges import SpanRanges
from annotator.domain.relations import Relation
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import State
from annotator.domain.views import View


def restoring(held: AnnotationSet, step: Edit, decided: Sequence[AnnotationSet]) -> Edit:
    """Return the edit that takes a step back in a set as it stands now; on the set it left, its inverse.

    What came with the step goes, in whatever form, and what went comes again where no other candidate of its
    layer stands. Candidates that are answered in the sets `decided`, and ends of relations there, stay.
    """
    stay = {span_id for each in decided for span_id in each.spans}
    stay |= {end for each in decided for r in each.relations for end in (r.source, r.target)}
    going = {s.id for s in step.after.spans if s.id in held.spans} - stay
    target = {span_id: span for span_id, span in held.spans.items() if span_id not in going}
    taken = SpanRanges(target.values())
    for span in step.before.spans:
        if span.id not in target and not taken.overlapping(span.layer, span.start, span.end):
            target[span.id] = span
    kept = {r for r in held.relations if r not in step.after.relations or r.source in stay}
    links = frozenset(r for r in kept | step.before.relations if r.source in target and r.target in target)
    before = tuple(span for span_id, span in held.spans.items() if target.get(span_id) != span)
    after = tuple(span for span_id, span in target.items() if held.spans.get(span_id) != span)
    return Edit(step.label, Fragment(before, held.relations - links), Fragment(after, links - held.relations))


def ended(edit: Edit, view: View) -> Edit:
    """Return an edit of a view's decisions without the relations to spans that another device took away."""
    spans = {span.id: span for span in edit.after.spans}
    gone = {span.id for span in edit.before.spans} - spans.keys()

    def stands(end: str) -> bool:
        span = spans.get(end) or (None if end in gone else view.decided(end))
        if span is None:
            return view.proposed(end) is not None
        return span.state not in (State.REJECTED, State.NOT_SHOWN)

    def keeps(relation: Relation) -> bool:
        return relation in edit.before.relations or (stands(relation.source) and stands(relation.target))

    links = frozenset(filter(keeps, edit.after.relations))
    return replace(edit, after=replace(edit.after, relations=links))
