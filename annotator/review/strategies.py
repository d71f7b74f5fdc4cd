"""Strategies: several annotators' sets of one report made one, by a rule that can be stated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from annotator.domain.errors import UserError
from annotator.domain.ranges import SpanRanges
from annotator.domain.relations import Relation
from annotator.domain.sets import AnnotationSet, set_of
from annotator.domain.spans import Span

Content = tuple[int, int, str, str, tuple[tuple[str, str], ...]]
"""What two annotators have to agree on: borders (code points), layer, label and attributes."""


def content(span: Span) -> Content:
    """Return what a span says, its id, state and author aside."""
    return (span.start, span.end, span.layer, span.label, tuple(sorted(span.attributes.items())))


def standing_contents(held: AnnotationSet) -> dict[Content, Span]:
    """Return the standing spans of a set by what they say."""
    return {content(span): span for span in held.ordered() if span.is_standing}


def linked_contents(held: AnnotationSet) -> frozenset[tuple[str, Content, Content]]:
    """Return the relations between standing spans by what their ends say."""
    spans = held.spans
    return frozenset(
        (r.label, content(spans[r.source]), content(spans[r.target]))
        for r in held.relations
        if r.source in spans
        and r.target in spans
        and spans[r.source].is_standing
        and spans[r.target].is_standing
    )


def are_equal(sets: Sequence[AnnotationSet]) -> bool:
    """Tell whether all sets say the same, span for span and relation for relation."""
    first, *others = sets
    said = (standing_contents(first).keys(), linked_contents(first))
    return all((standing_contents(o).keys(), linked_contents(o)) == said for o in others)


def merged(sets: Sequence[AnnotationSet], strategy: str) -> AnnotationSet:
    """Return one set of several by `unanimous`, `majority` (more than half) or `trust=NAME`.

    Spans keep the id of the first author that has them. Raises UserError `bad-strategy`.
    """
    if strategy.startswith("trust="):
        return _trusted(sets, strategy.removeprefix("trust="))
    if strategy not in {"unanimous", "majority"}:
        raise UserError("bad-strategy", f"no strategy {strategy}; use unanimous, majority or trust=NAME")
    least = len(sets) if strategy == "unanimous" else len(sets) // 2 + 1
    votes: Counter[Content] = Counter()
    links: Counter[tuple[str, Content, Content]] = Counter()
    known: dict[Content, Span] = {}
    for held in sets:
        found = standing_contents(held)
        votes.update(found.keys())
        links.update(linked_contents(held))
        known = {**found, **known}
    kept = _without_overlaps([known[said] for said, number in votes.items() if number >= least])
    ids = {content(span): span.id for span in kept}
    relations = [
        Relation(label, ids[source], ids[target])
        for (label, source, target), number in links.items()
        if number >= least and source in ids and target in ids
    ]
    return set_of(sets[0].report_id, strategy, kept, relations, finished=True)


def _trusted(sets: Sequence[AnnotationSet], name: str) -> AnnotationSet:
    for held in sets:
        if held.author == name:
            return held
    raise UserError("unknown-author", f"{name} has no set over that report; check the name")


def _without_overlaps(spans: Sequence[Span]) -> list[Span]:
    """Drop spans that an earlier one overlaps: votes below all can let two versions of one place through."""
    ranges = SpanRanges(())
    kept: list[Span] = []
    ids: set[str] = set()
    for span in spans:
        if span.id not in ids and not ranges.overlapping(span.layer, span.start, span.end):
            ranges.add(span)
            kept.append(span)
            ids.add(span.id)
    return kept
