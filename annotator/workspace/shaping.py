"""Shaping: borders moved, spans split and joined, their values read anew."""

from __future__ import annotations

from dataclasses import replace

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.figures import VOCABULARIES
from annotator.domain.relations import Relation
from annotator.domain.spans import Span, State
from annotator.workspace.deciding import (
    CLOSED,
    Desk,
    answer,
    corrected,
    is_allowed,
    is_many,
    new_id,
    new_links,
    refuse_overlaps,
    refuse_range,
    trimmed,
)


def resize(desk: Desk, span_id: str, start: int, end: int) -> Edit:
    """Give a span the borders `[start, end)` (code points), white space at its ends left out.

    A figure is read anew; what a person said of it beside the number stays.
    """
    span = desk.span(span_id)
    if start >= end:
        raise UserError("empty-span", "an end cannot pass the other; nothing was changed")
    start, end = trimmed(desk.report, start, end)
    refuse_range(desk.report, start, end)
    if (start, end) == (span.start, span.end):
        return Edit("resize")
    return corrected(desk, "resize", _stretched(desk, span, start, end))


def split(desk: Desk, span_id: str, position: int) -> Edit:
    """Split a span at a code point inside it, white space there left out; relations stay with the first."""
    span = desk.span(span_id)
    if not span.start < position < span.end:
        raise UserError("bad-split", "the caret is not inside the span; nothing was changed")
    first = trimmed(desk.report, span.start, position)
    second = trimmed(desk.report, position, span.end)
    left = replace(
        span, start=first[0], end=first[1], attributes=desk.attributes(*first, span.label), score=span.score
    )
    left = replace(left, state=answer(desk, left))
    right = Span(
        id=new_id(),
        start=second[0],
        end=second[1],
        layer=span.layer,
        label=span.label,
        state=State.DRAWN,
        attributes=desk.attributes(*second, span.label),
    )
    refuse_overlaps(desk, [left, right])
    held = desk.view.decided(span_id)
    return Edit("split", Fragment((held,) if held else ()), Fragment((left, right), new_links(desk, left)))


def join(desk: Desk, span_id: str) -> Edit:
    """Join a span with the next one of its layer in the same paragraph, under the first one's label.

    What is swallowed is no rejection: its string stays welcome elsewhere. Its relations pass to the whole
    where that may have them.
    """
    span = desk.span(span_id)
    other = _next_of_layer(desk, span)
    refuse_range(desk.report, span.start, other.end)
    longer = _stretched(desk, span, span.start, other.end)
    longer = replace(
        longer,
        state=answer(desk, longer),
        note=span.note or other.note,
        flagged=span.flagged or other.flagged,
    )
    refuse_overlaps(desk, [longer], but=[other.id])
    held = tuple(s for s in map(desk.view.decided, (span.id, other.id)) if s is not None)
    gone = desk.view.decided_relations(other.id)
    return Edit(
        "join",
        Fragment(held, gone),
        Fragment((longer,), _links_of_joined(desk, longer, other, gone)),
    )


def _next_of_layer(desk: Desk, span: Span) -> Span:
    following = (s for s in desk.view.after(span.end) if s.layer == span.layer and s.state not in CLOSED)
    other = next(following, None)
    if other is None or "\n" in desk.report.text[span.end : other.start]:
        raise UserError("bad-join", "no further span of this layer in the paragraph; nothing was changed")
    return other


def _stretched(desk: Desk, span: Span, start: int, end: int) -> Span:
    """Return a span with other borders, read anew; a range nothing is read in leaves its attributes."""
    read = desk.attributes(start, end, span.label)
    said = {name: text for name, text in span.attributes.items() if name in VOCABULARIES or not read}
    return replace(span, start=start, end=end, attributes={**read, **said})


def _links_of_joined(desk: Desk, longer: Span, other: Span, gone: frozenset[Relation]) -> frozenset[Relation]:
    """Return the relations that a joined span gets beside those it has."""
    kept = desk.view.decided_relations(longer.id) - gone
    come = {link for link in new_links(desk, longer) if link.target != other.id}
    for link in sorted(gone | new_links(desk, other)):
        source, target = (longer.id if end == other.id else end for end in (link.source, link.target))
        moved = Relation(link.label, source, target)
        has_one = any((held.label, held.source) == (link.label, longer.id) for held in kept | come)
        full = source == longer.id and has_one and not is_many(desk, link.label)
        if source != target and not full and is_allowed(desk, moved, longer):
            come.add(moved)
    return frozenset(come) - kept
