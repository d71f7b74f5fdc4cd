"""Annotation sets: one author's spans and relations over one report, and how sets are seen together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from annotator.domain.ranges import SpanRanges
from annotator.domain.relations import Relation
from annotator.domain.spans import Span, State, reading_order, without_overlaps

_NO_SPANS: Mapping[str, Span] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class AnnotationSet:
    """One author's complete work on one report.

    An extractor's set holds candidates; a person's set holds decisions, each under the id of the candidate
    it answers or under an id of its own when it was drawn.
    """

    report_id: str
    author: str
    spans: Mapping[str, Span] = field(default_factory=lambda: _NO_SPANS)
    relations: frozenset[Relation] = frozenset()
    finished: bool = False

    def ordered(self) -> list[Span]:
        """Return the spans in reading order."""
        return reading_order(self.spans.values())

    def relations_from(self, span_id: str) -> list[Relation]:
        """Return the relations that leave a span, sorted."""
        return sorted(relation for relation in self.relations if relation.source == span_id)

    def relations_of(self, span_id: str) -> list[Relation]:
        """Return the relations that leave or reach a span, sorted."""
        return sorted(r for r in self.relations if span_id in (r.source, r.target))


def set_of(
    report_id: str,
    author: str,
    spans: Iterable[Span],
    relations: Iterable[Relation] = (),
    *,
    finished: bool = False,
) -> AnnotationSet:
    """Build a set from loose spans and relations; raise ValueError when two spans share an id."""
    by_id: dict[str, Span] = {}
    for span in spans:
        if span.id in by_id:
            raise ValueError(f"two spans share the id {span.id}")
        by_id[span.id] = span
    return AnnotationSet(report_id, author, by_id, frozenset(relations), finished)


def joined(report_id: str, sets: Iterable[AnnotationSet]) -> AnnotationSet:
    """Join extractors' sets into one without overlaps within a layer, relations of lost spans left out."""
    held = list(sets)
    spans: dict[str, Span] = {}
    for found in held:
        spans = {**found.spans, **spans}
    layers = sorted({span.layer for span in spans.values()})
    kept = [s for layer in layers for s in without_overlaps(s for s in spans.values() if s.layer == layer)]
    ids = {span.id for span in kept}
    links = {r for found in held for r in found.relations if r.source in ids and r.target in ids}
    return set_of(report_id, "", kept, links)


def combined(candidates: AnnotationSet, decisions: AnnotationSet) -> AnnotationSet:
    """Return what an analyst sees: their decisions, and the candidates these leave open.

    A candidate is answered when the decisions hold a span of its id, or a standing span of its layer that
    overlaps it. A candidate's relations are shown while their source is open and both ends are there.
    """
    standing = SpanRanges(span for span in decisions.spans.values() if span.is_standing)
    spans = dict(decisions.spans)
    for span in candidates.spans.values():
        if span.id not in spans and not standing.overlapping(span.layer, span.start, span.end):
            spans[span.id] = span
    open_relations = {
        relation
        for relation in candidates.relations
        if relation.source not in decisions.spans
        and (end := spans.get(relation.target)) is not None
        and relation.source in spans
        and end.state is not State.REJECTED
    }
    relations = frozenset(r for r in decisions.relations if r.source in spans and r.target in spans)
    return replace(decisions, spans=spans, relations=relations | open_relations)
