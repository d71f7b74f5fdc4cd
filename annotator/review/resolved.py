"""The resolved set of a report: what is agreed, and what the resolutions that hold say instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotator.domain.disputes import Dispute, Link, Outcome, Ruling, Statement, Version
from annotator.domain.ranges import SpanRanges
from annotator.domain.relations import Relation
from annotator.domain.sets import AnnotationSet, set_of
from annotator.domain.spans import Span, State, candidate_id
from annotator.review.disputes import Comparison, statement_of

Chooser = Callable[[Dispute], Version | None]
"""Says which version stands where no resolution holds; None where none is to."""


def nobody(_: Dispute) -> None:
    """Choose no version: an open dispute leaves its place empty."""


def resolved(
    report_id: str,
    comparison: Comparison,
    outcomes: Mapping[str, Outcome],
    *,
    sets: Sequence[AnnotationSet] = (),
    otherwise: Chooser = nobody,
    author: str = "",
) -> AnnotationSet:
    """Return the set that a report comes to: no two spans of a layer overlap, relations follow their ends.

    A ruling that holds stands in its whole place whatever sets say there now, and the later one where two
    places meet. Open disputes have what `otherwise` chooses. Spans are those of `sets` where these say the
    same, under ids that depend on no order.
    """
    said: list[Statement] = []
    claimed = _Claims()
    for ruling in _latest_first(outcomes):
        for one in ruling.statements:
            if claimed.is_free(one.layer, one.start, one.end):
                said.append(one)
                claimed.take(one.layer, one.start, one.end)
        # Only now, since a ruling speaks for its own place.
        claimed.take(ruling.layer, ruling.start, ruling.end)
    for one in _unruled(comparison, outcomes, otherwise):
        if claimed.is_free(one.layer, one.start, one.end):
            said.append(one)
            # Work that came from elsewhere may lie over itself.
            claimed.take(one.layer, one.start, one.end)
    return set_saying(report_id, said, sets=sets, author=author)


def set_saying(
    report_id: str, said: Iterable[Statement], *, sets: Sequence[AnnotationSet] = (), author: str = ""
) -> AnnotationSet:
    """Return the set that says this, its relations leading to what stands in it; the rest as `resolved`."""
    spans = _spans(said, sets)
    return set_of(report_id, author, [span for span, _ in spans], _relations(spans), finished=True)


class _Claims:
    """Ranges of layers that are spoken for."""

    def __init__(self) -> None:
        self._ranges = SpanRanges(())
        self._count = 0

    def is_free(self, layer: str, start: int, end: int) -> bool:
        """Tell whether nothing in `[start, end)` is spoken for."""
        return not self._ranges.overlapping(layer, start, end)

    def take(self, layer: str, start: int, end: int) -> None:
        """Speak for a range."""
        self._count += 1
        self._ranges.add(Span(str(self._count), start, end, layer, ""))


def _latest_first(outcomes: Mapping[str, Outcome]) -> list[Ruling]:
    holding = [each.holds for dispute, each in outcomes.items() if dispute and each.holds is not None]
    return [each.ruling for each in sorted(holding, key=lambda each: (each.clock, each.id), reverse=True)]


def _unruled(
    comparison: Comparison, outcomes: Mapping[str, Outcome], otherwise: Chooser
) -> Iterator[Statement]:
    for place in comparison.agreed:
        yield from place.statements
    for dispute in comparison.disputes:
        if dispute.id not in outcomes or not outcomes[dispute.id].is_settled:
            chosen = otherwise(dispute)
            if chosen is not None:
                yield from chosen.statements


def _spans(said: Iterable[Statement], sets: Sequence[AnnotationSet]) -> list[tuple[Span, tuple[Link, ...]]]:
    """Return statements as spans with their links, in reading order, each under an id of its own."""
    known: dict[tuple[object, ...], Span] = {}
    for held in sorted(sets, key=lambda held: held.author, reverse=True):
        known |= {_key(statement_of(span)): span for span in held.spans.values() if span.is_standing}
    taken: set[str] = set()
    made = []
    for one in sorted(said, key=lambda each: (each.start, each.end, each.layer)):
        name = one.id or candidate_id("", one.layer, one.label, one.start, one.end)
        while name in taken:
            # Authors who import number their spans alike.
            name = candidate_id(name, one.layer, one.label, one.start, one.end)
        taken.add(name)
        made.append((_span(one, name, known.get(_key(one))), one.links))
    return made


def _span(said: Statement, name: str, like: Span | None) -> Span:
    if like is not None:
        return replace(like, id=name, note="", flagged=False)
    return Span(name, said.start, said.end, said.layer, said.label, State.DRAWN, dict(said.attributes))


def _key(said: Statement) -> tuple[object, ...]:
    return said.start, said.end, said.layer, said.label, said.attributes


def _relations(spans: Sequence[tuple[Span, tuple[Link, ...]]]) -> set[Relation]:
    """Return the relations of spans whose targets stand, which may have got other borders."""
    ranges = SpanRanges(span for span, _ in spans)
    by_id = {span.id: span for span, _ in spans}
    found: set[Relation] = set()
    for source, links in spans:
        for link in links:
            there = map(by_id.__getitem__, ranges.overlapping(link.layer, link.start, link.end))
            targets = [span for span in there if span.label == link.target and span.id != source.id]
            if targets:
                best = min(targets, key=lambda span: (-_shared(span, link), span.start))
                found.add(Relation(link.label, source.id, best.id))
    return found


def _shared(span: Span, link: Link) -> int:
    return min(span.end, link.end) - max(span.start, link.start)
