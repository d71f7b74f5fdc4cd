"""Intents of an analyst on one report, each turned into a pure edit or refused with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import uuid4

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.figures import NUMBERS, parse_plain
from annotator.domain.progress import is_shown
from annotator.domain.relations import Relation
from annotator.domain.reports import Report, inside
from annotator.domain.schema import AttributeRule, Schema
from annotator.domain.spans import Span, State
from annotator.domain.views import View

Reader = Callable[[int, int, str], Mapping[str, str]]
"""Reads the attributes of `[start, end)` (code points) under a label from the report's text."""


@dataclass(frozen=True)
class Desk:
    """What an intent needs to know: the report, its schema, the view, and how a figure is read."""

    report: Report
    schema: Schema
    view: View
    read: Reader

    def span(self, span_id: str) -> Span:
        """Return a span of the view; refuse when it is gone."""
        span = self.view.get(span_id)
        if span is None:
            raise UserError("no-span", "that span is not there any more; choose another")
        return span


def accept(desk: Desk, span_ids: Iterable[str]) -> Edit:
    """Accept candidates as they are, their proposed relations with them; decided spans stay as they are."""
    before: list[Span] = []
    after: list[Span] = []
    links: set[Relation] = set()
    for span in map(desk.span, span_ids):
        if span.is_standing:
            continue
        held = desk.view.decided(span.id)
        before += [held] if held else []
        after.append(span.decided(State.ACCEPTED))
        links |= _new_links(desk, span)
    refuse_overlaps(desk, after)
    return Edit("accept", Fragment(tuple(before)), Fragment(tuple(after), frozenset(links)))


def reject(desk: Desk, span_ids: Iterable[str]) -> Edit:
    """Reject spans: a candidate's no is kept with its evidence, a span drawn by hand is taken away."""
    before: list[Span] = []
    after: list[Span] = []
    links: set[Relation] = set()
    for span in map(desk.span, span_ids):
        if span.state is State.REJECTED:
            continue
        held, proposed = desk.view.decided(span.id), desk.view.proposed(span.id)
        before += [held] if held else []
        if proposed is not None or held is None:
            after.append(
                replace(proposed or span, state=State.REJECTED, note=span.note, flagged=span.flagged)
            )
        links |= desk.view.decided_relations(span.id)
    return Edit("reject", Fragment(tuple(before), frozenset(links)), Fragment(tuple(after)))


def relabel(desk: Desk, span_id: str, label: str) -> Edit:
    """Give a span another label, its attributes read anew where the new label has others."""
    span = desk.span(span_id)
    if span.label == label:
        return accept(desk, [span_id])
    rule = desk.schema.label(label)
    changed = replace(span, label=label, layer=rule.layer, attributes=_attributes_under(desk, span, label))
    return _corrected(desk, "relabel", span, changed)


def draw(desk: Desk, start: int, end: int, label: str) -> Edit:
    """Add a span over `[start, end)` (code points), white space at its ends left out.

    An open candidate of the very same range and layer is answered rather than doubled. Refused: nothing but
    white space, chrome, more than one paragraph, a range that a decided span of the layer holds already.
    """
    start, end = trimmed(desk.report, start, end)
    rule = desk.schema.label(label)
    _refuse_range(desk.report, start, end)
    for span in desk.view.between(start, start + 1):
        if (span.end, span.layer) == (end, rule.layer) and span.is_undecided:
            return relabel(desk, span.id, label)
    span = Span(
        id=f"d{uuid4().hex[:11]}",
        start=start,
        end=end,
        layer=rule.layer,
        label=label,
        state=State.DRAWN,
        attributes=dict(desk.read(start, end, label)),
    )
    refuse_overlaps(desk, [span])
    return Edit("add", Fragment(), Fragment((span,)))


def resize(desk: Desk, span_id: str, start: int, end: int) -> Edit:
    """Give a span the borders `[start, end)` (code points); a figure is read anew."""
    span = desk.span(span_id)
    if start >= end:
        raise UserError("empty-span", "an end cannot pass the other; nothing was changed")
    _refuse_range(desk.report, start, end)
    if (start, end) == (span.start, span.end):
        return Edit("resize")
    read = dict(desk.read(start, end, span.label))
    attributes = {**span.attributes, **read} if read else dict(span.attributes)
    changed = replace(span, start=start, end=end, attributes=attributes)
    return _corrected(desk, "resize", span, changed)


def set_attribute(desk: Desk, span_id: str, name: str, value: str) -> Edit:
    """Set one attribute, or clear it with an empty value; refused where the schema does not allow it."""
    span = desk.span(span_id)
    rule = next((r for r in desk.schema.attributes_of(span.label) if r.name == name), None)
    if rule is None:
        raise UserError("no-attribute", f"{span.label} has no attribute {name}; nothing was changed")
    attributes = {key: text for key, text in span.attributes.items() if key != name}
    if value:
        attributes[name] = validated(rule, value)
    return _corrected(desk, f"set {name}", span, replace(span, attributes=attributes))


def validated(rule: AttributeRule, value: str) -> str:
    """Return a value as stored; raise UserError `bad-value` when the attribute cannot hold it."""
    if rule.kind == "choice" and value not in rule.values:
        raise UserError("bad-value", f"{rule.name} is one of {', '.join(rule.values)}; nothing was changed")
    if rule.name in NUMBERS:
        try:
            parse_plain(value)
        except ValueError as error:
            message = f"{rule.name} is a plain decimal such as 1500 or 6.43; nothing was changed"
            raise UserError("bad-value", message) from error
    return value


def link(desk: Desk, source: str, target: str, label: str) -> Edit:
    """Link two spans; where the relation allows one target only, the new one replaces the old."""
    start, end = desk.span(source), desk.span(target)
    rule = next((r for r in desk.schema.relation_rules(start.label, end.label) if r.name == label), None)
    if rule is None:
        message = f"{label} does not lead from {start.label} to {end.label}; nothing was changed"
        raise UserError("bad-relation", message)
    settled = _settled(desk, start, "link")
    added = Relation(label, source, target)
    kept = settled.after.relations | (desk.view.decided_relations(source) - settled.before.relations)
    old = frozenset() if rule.many else frozenset(r for r in kept if (r.label, r.source) == (label, source))
    if added in kept:
        return settled
    held = frozenset(r for r in old if r in desk.view.decided_relations(source))
    return Edit(
        "link",
        replace(settled.before, relations=settled.before.relations | held),
        replace(settled.after, relations=(settled.after.relations - old) | {added}),
    )


def unlink(desk: Desk, relation: Relation) -> Edit:
    """Take a relation away; an open figure is answered by it."""
    settled = _settled(desk, desk.span(relation.source), "unlink")
    if relation in settled.after.relations:
        return replace(settled, after=replace(settled.after, relations=settled.after.relations - {relation}))
    return Edit(
        "unlink", replace(settled.before, relations=settled.before.relations | {relation}), settled.after
    )


def annotate(desk: Desk, span_id: str, *, note: str | None = None, flagged: bool | None = None) -> Edit:
    """Write a note on a span, or flag it as disputed; its state stays as it is."""
    span = desk.span(span_id)
    changed = replace(
        span,
        note=span.note if note is None else note,
        flagged=span.flagged if flagged is None else flagged,
    )
    if changed == span:
        return Edit("note")
    if span.is_undecided:
        changed = changed.decided(State.ACCEPTED)
        refuse_overlaps(desk, [changed])
    held = desk.view.decided(span_id)
    links = frozenset() if held else _new_links(desk, span)
    label = "note" if flagged is None else "flag"
    return Edit(label, Fragment((held,) if held else ()), Fragment((changed,), links))


def split(desk: Desk, span_id: str, position: int) -> Edit:
    """Split a span at a code point inside it, white space there left out of both halves."""
    span = desk.span(span_id)
    if not span.start < position < span.end:
        raise UserError("bad-split", "the caret is not inside the span; nothing was changed")
    first = trimmed(desk.report, span.start, position)
    second = trimmed(desk.report, position, span.end)
    left = replace(
        span,
        start=first[0],
        end=first[1],
        attributes=dict(desk.read(*first, span.label)),
        state=_answer(desk, span),
    )
    right = Span(
        id=f"d{uuid4().hex[:11]}",
        start=second[0],
        end=second[1],
        layer=span.layer,
        label=span.label,
        state=State.DRAWN,
        attributes=dict(desk.read(*second, span.label)),
    )
    held = desk.view.decided(span_id)
    links = frozenset() if held else _new_links(desk, span)
    return Edit("split", Fragment((held,) if held else ()), Fragment((left, right), links))


def join(desk: Desk, span_id: str) -> Edit:
    """Join a span with the next one of its layer in the same paragraph, under the first one's label."""
    span = desk.span(span_id)
    following = (s for s in desk.view.after(span.end) if s.layer == span.layer)
    other = next((s for s in following if s.state is not State.REJECTED), None)
    if other is None or "\n" in desk.report.text[span.end : other.start]:
        raise UserError("bad-join", "no further span of this layer in the paragraph; nothing was changed")
    removed = reject(desk, [other.id])
    attributes = dict(desk.read(span.start, other.end, span.label)) or dict(span.attributes)
    longer = replace(span, end=other.end, attributes=attributes, state=_answer(desk, span))
    held = desk.view.decided(span_id)
    refuse_overlaps(desk, [longer], but=[other.id])
    after = tuple(s for s in removed.after.spans if desk.view.decided(s.id) is None)
    links = frozenset() if held else frozenset(r for r in _new_links(desk, span) if r.target != other.id)
    before = Fragment((*((held,) if held else ()), *removed.before.spans), removed.before.relations)
    return Edit("join", before, Fragment((longer, *after), links))


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
    after = (*closed.after.spans, *(span.decided(State.NOT_SHOWN) for span in faint))
    return Edit(
        "finish",
        Fragment(closed.before.spans, closed.before.relations, desk.view.finished),
        Fragment(after, closed.after.relations, True),
    )


def trimmed(report: Report, start: int, end: int) -> tuple[int, int]:
    """Return `[start, end)` without white space at its ends; refuse when nothing is left."""
    text = report.text[start:end]
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip())
    if left >= right:
        raise UserError("empty-span", "nothing is selected; select some text first")
    return start + left, start + right


def refuse_overlaps(desk: Desk, spans: Iterable[Span], *, but: Iterable[str] = ()) -> None:
    """Raise UserError `overlap` when a span would lie over a decided one of its layer."""
    come = list(spans)
    left_out = {*but, *(span.id for span in come)}
    for span in come:
        if desk.view.standing_overlap(span.start, span.end, span.layer, but=left_out) is not None:
            message = f"a decided span of layer {span.layer} is there already; reject or shrink it first"
            raise UserError("overlap", message)


def _refuse_range(report: Report, start: int, end: int) -> None:
    if not 0 <= start < end <= len(report.text):
        raise UserError("empty-span", "that range is not in the report; nothing was changed")
    if inside(report.chrome, start, end):
        raise UserError("over-chrome", "that is page furniture, not report text; nothing was changed")
    if "\n" in report.text[start:end]:
        raise UserError("two-paragraphs", "a span stays within one paragraph; nothing was changed")


def _attributes_under(desk: Desk, span: Span, label: str) -> dict[str, str]:
    """Keep what the new label can carry, and read from the text what it carries besides."""
    allowed = {rule.name for rule in desk.schema.attributes_of(label)}
    read = desk.read(span.start, span.end, label)
    kept = {name: text for name, text in span.attributes.items() if name in allowed}
    return {**read, **kept} if span.layer == desk.schema.label(label).layer else dict(read)


def _corrected(desk: Desk, label: str, old: Span, new: Span) -> Edit:
    """Build the edit of a changed span: relations its label cannot carry any more go with it."""
    held = desk.view.decided(old.id)
    changed = replace(new, state=_answer(desk, old))
    refuse_overlaps(desk, [changed])
    links = desk.view.decided_relations(old.id)
    gone = frozenset(r for r in links if not _allowed(desk, r, changed))
    come = frozenset() if held else frozenset(r for r in _new_links(desk, old) if _allowed(desk, r, changed))
    return Edit(label, Fragment((held,) if held else (), gone), Fragment((changed,), come))


def _answer(desk: Desk, span: Span) -> State:
    """Return the state of a span that a person changed: drawn and imported ones keep theirs."""
    if span.state in {State.DRAWN, State.IMPORTED}:
        return span.state
    return State.CORRECTED if desk.view.proposed(span.id) is not None else State.DRAWN


def _settled(desk: Desk, span: Span, label: str) -> Edit:
    """Return the edit that decides an open span because its relations change; empty when it is decided."""
    if span.is_standing:
        return Edit(label)
    edit = _corrected(desk, label, span, span)
    return edit


def _new_links(desk: Desk, span: Span) -> frozenset[Relation]:
    """Return the proposed relations that come along when a candidate is answered."""
    if desk.view.decided(span.id) is not None:
        return frozenset()
    return frozenset(desk.view.relations_from(span.id)) - desk.view.decided_relations(span.id)


def _allowed(desk: Desk, relation: Relation, changed: Span) -> bool:
    source = changed if relation.source == changed.id else desk.view.get(relation.source)
    target = changed if relation.target == changed.id else desk.view.get(relation.target)
    if source is None or target is None:
        return False
    return any(rule.name == relation.label for rule in desk.schema.relation_rules(source.label, target.label))
