"""Strategies: several annotators' sets of one report made one, by a rule that can be stated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from annotator.domain.errors import UserError
from annotator.domain.relations import Relation
from annotator.domain.sets import AnnotationSet, set_of
from annotator.domain.spans import Span, candidate_id

Content = tuple[int, int, str, str, tuple[tuple[str, str], ...]]
"""What two annotators have to agree on: borders (code points), layer, label and attributes."""


TRUST = "trust="
"""What the strategy that takes one author's word begins with."""


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


def check_strategy(strategy: str) -> None:
    """Raise UserError `bad-strategy` for a rule there is not."""
    if strategy not in {"unanimous", "majority"} and (not strategy.startswith(TRUST) or strategy == TRUST):
        raise UserError(
            "bad-strategy", f"there is no strategy {strategy}; use majority, unanimous or trust=NAME"
        )


def merged(sets: Sequence[AnnotationSet], strategy: str) -> AnnotationSet:
    """Return one set of several by `unanimous`, `majority` (more than half) or `trust=NAME`.

    Spans keep the id of the first author that has them, unless another one has that id. Two spans that each
    have their votes never overlap within a layer, since some author has both. Raises UserError
    `bad-strategy`, or `unknown-author` where the one to trust has no set.
    """
    check_strategy(strategy)
    if strategy.startswith(TRUST):
        return _trusted(sets, strategy.removeprefix(TRUST))
    least = len(sets) if strategy == "unanimous" else len(sets) // 2 + 1
    votes: Counter[Content] = Counter()
    links: Counter[tuple[str, Content, Content]] = Counter()
    known: dict[Content, Span] = {}
    for held in sets:
        found = standing_contents(held)
        votes.update(found.keys())
        links.update(linked_contents(held))
        known = {**found, **known}
    spans: dict[Content, Span] = {}
    names: set[str] = set()
    for said, span in known.items():
        if votes[said] >= least:
            spans[said] = _named_apart(span, names)
            names.add(spans[said].id)
    relations = [
        Relation(label, spans[source].id, spans[target].id)
        for (label, source, target), number in links.items()
        if number >= least
    ]
    return set_of(sets[0].report_id, strategy, spans.values(), relations, finished=True)


def _trusted(sets: Sequence[AnnotationSet], name: str) -> AnnotationSet:
    for held in sets:
        if held.author == name:
            return held
    raise UserError("unknown-author", f"{name} has no set over that report; check the name")


def _named_apart(span: Span, names: set[str]) -> Span:
    """Return a span under an id that is not taken: authors who import number their spans alike."""
    name = span.id
    while name in names:
        name = candidate_id(name, span.layer, span.label, span.start, span.end)
    return replace(span, id=name)
