"""Intents of an analyst on one report, each turned into a pure edit or refused with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.progress import is_shown
from annotator.domain.relations import Relation
from annotator.domain.schema import AttributeRule
from annotator.domain.spans import Span, State
from annotator.domain.strings import typed
from annotator.workspace.deciding import (
    Desk,
    Reader,
    accept,
    corrected,
    new_id,
    new_links,
    refuse_overlaps,
    refuse_range,
    trimmed,
)
from annotator.workspace.linking import link, unlink
from annotator.workspace.shaping import join, resize, split

__all__ = [
    "Desk",
    "Reader",
    "accept",
    "annotate",
    "draw",
    "finish",
    "join",
    "link",
    "open_candidates",
    "reject",
    "relabel",
    "resize",
    "set_attribute",
    "split",
    "unlink",
    "validated",
]


def reject(desk: Desk, span_ids: Iterable[str]) -> Edit:
    """Reject spans: a candidate's no is kept with its evidence, a span drawn by hand is taken away."""
    before: list[Span] = []
    after: list[Span] = []
    links: set[Relation] = set()
    for span in map(desk.span, dict.fromkeys(span_ids)):
        if span.state is State.REJECTED:
            continue
        held, proposed = desk.view.decided(span.id), desk.view.proposed(span.id)
        before += [held] if held else []
        if proposed is not None:
            after.append(replace(proposed, state=State.REJECTED, note=span.note, flagged=span.flagged))
        links |= desk.view.decided_relations(span.id)
    return Edit("reject", Fragment(tuple(before), frozenset(links)), Fragment(tuple(after)))


def relabel(desk: Desk, span_id: str, label: str) -> Edit:
    """Give a span another label, its attributes read anew where the new label has others."""
    span = desk.span(span_id)
    if span.label == label:
        return accept(desk, [span_id])
    rule = desk.schema.offered_label(label)
    attributes = desk.attributes(span.start, span.end, label)
    if rule.layer == span.layer:
        carried = {each.name for each in desk.schema.attributes_of(label)}
        attributes |= {name: text for name, text in span.attributes.items() if name in carried}
    return corrected(desk, "relabel", replace(span, label=label, layer=rule.layer, attributes=attributes))


def draw(desk: Desk, start: int, end: int, label: str) -> Edit:
    """Add a span over `[start, end)` (code points), white space at its ends left out.

    A candidate of the very same range and layer is answered rather than doubled, be it open or rejected
    under this label. Refused: nothing but white space, chrome, more than one paragraph, a range that a
    decided span of the layer holds already.
    """
    start, end = trimmed(desk.report, start, end)
    rule = desk.schema.offered_label(label)
    refuse_range(desk.report, start, end)
    for span in desk.view.between(start, start + 1):
        if (span.end, span.layer) == (end, rule.layer) and _is_answered_by(span, label):
            return relabel(desk, span.id, label)
    span = Span(
        id=new_id(),
        start=start,
        end=end,
        layer=rule.layer,
        label=label,
        state=State.DRAWN,
        attributes=desk.attributes(start, end, label),
    )
    refuse_overlaps(desk, [span])
    return Edit("add", Fragment(), Fragment((span,)))


def set_attribute(desk: Desk, span_id: str, name: str, value: str) -> Edit:
    """Set one attribute, or clear it with an empty value; refused where the schema does not allow it."""
    span = desk.span(span_id)
    rule = next((r for r in desk.schema.attributes_of(span.label) if r.name == name), None)
    if rule is None:
        raise UserError("no-attribute", f"{span.label} has no attribute {name}; nothing was changed")
    attributes = {key: text for key, text in span.attributes.items() if key != name}
    if value:
        attributes[name] = validated(rule, value)
    return corrected(desk, f"set {name}", replace(span, attributes=attributes))


def validated(rule: AttributeRule, value: str) -> str:
    """Return a value as stored; raise UserError `bad-value` when the attribute cannot hold it."""
    if not rule.allows(value):
        raise UserError("bad-value", f"{rule.name} is {rule.wanted}; nothing was changed")
    return value


def annotate(desk: Desk, span_id: str, *, note: str | None = None, flagged: bool | None = None) -> Edit:
    """Write a note on a span, or flag it as disputed; its state stays as it is.

    An open candidate is kept with it, still open, in the analyst's own set. Raises UserError `long-text`.
    """
    span = desk.span(span_id)
    changed = replace(
        span,
        note=span.note if note is None else typed(note),
        flagged=span.flagged if flagged is None else flagged,
    )
    if changed == span:
        return Edit("note")
    label = "note" if flagged is None else "flag"
    held = desk.view.decided(span_id)
    before = (held,) if held else ()
    if changed == desk.view.proposed(span_id):
        own = frozenset(r for r in desk.view.decided_relations(span_id) if r.source == span_id)
        return Edit(label, Fragment(before, own))
    links: frozenset[Relation] = frozenset() if held else new_links(desk, span)
    return Edit(label, Fragment(before), Fragment((changed,), links))


def open_candidates(desk: Desk, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the candidates Tab stops at that start in `[start, end)`, in reading order."""
    spans = desk.view.between(start, len(desk.report.text) if end is None else end)
    return [s for s in spans if s.state is State.CANDIDATE and is_shown(s.score, desk.view.threshold)]


def finish(desk: Desk, *, leftovers: str = "") -> Edit:
    """Finish the report: faint candidates close as not shown, the rest by `leftovers`, `accept` or `reject`.

    Raises UserError `candidates-left` when some are left and `leftovers` is empty.
    """
    left = [span.id for span in open_candidates(desk)]
    if left and leftovers not in {"accept", "reject"}:
        raise UserError(
            "candidates-left", f"{len(left)} candidates are undecided; accept or reject them first"
        )
    closed = accept(desk, left) if leftovers == "accept" else reject(desk, left)
    answered = set(left)
    faint = [s for s in desk.view if s.is_undecided and s.id not in answered]
    noted = [s for s in faint if desk.view.decided(s.id) is not None]
    after = (*closed.after.spans, *(span.decided(State.NOT_SHOWN) for span in faint))
    return Edit(
        "finish",
        Fragment((*closed.before.spans, *noted), closed.before.relations, desk.view.finished),
        Fragment(after, closed.after.relations, True),
    )


def _is_answered_by(span: Span, label: str) -> bool:
    """Tell whether drawing a span of that label over the same range answers this one."""
    if span.is_standing:
        return False
    return span.state is not State.REJECTED or span.label == label
