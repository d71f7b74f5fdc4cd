"""Restoring: a step in an extractor's set taken back, though the set may have moved on since."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.edits import Edit, Fragment
from annotator.domain.ranges import SpanRanges
from annotator.domain.sets import AnnotationSet


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
