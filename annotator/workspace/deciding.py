"""Deciding: the desk an analyst works at, and what every answer to a span has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from uuid import uuid4

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.relations import Relation
from annotator.domain.reports import Report, inside
from annotator.domain.schema import Schema
from annotator.domain.spans import Span, State
from annotator.domain.views import View
from annotator.resources import default_schema
from annotator.review.strategies import content

Reader = Callable[[int, int, str], Mapping[str, str]]
"""Reads the attributes of `[start, end)` (code points) under a label from the report's text."""

CLOSED = frozenset({State.REJECTED, State.NOT_SHOWN})
"""States in which a span takes no relation."""


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

    def attributes(self, start: int, end: int, label: str) -> dict[str, str]:
        """Read `[start, end)` (code points) under a label, as far as the label can carry what is read."""
        allowed = {rule.name for rule in self.schema.attributes_of(label)}
        found = self.read(start, end, self._known(label)) if allowed else {}
        return {name: text for name, text in found.items() if name in allowed}

    def _known(self, label: str) -> str:
        """Return what the rules that read figures and dates call a label that was renamed since."""
        names = (label, *self.schema.label(label).formerly)
        return next((name for name in names if name in default_schema().by_name), label)


def accept(desk: Desk, span_ids: Iterable[str]) -> Edit:
    """Accept candidates as they are, their proposed relations with them; decided spans stay as they are."""
    before: list[Span] = []
    after: list[Span] = []
    links: set[Relation] = set()
    for span in map(desk.span, dict.fromkeys(span_ids)):
        if span.is_standing:
            continue
        held = desk.view.decided(span.id)
        before += [held] if held else []
        after.append(span.decided(State.ACCEPTED))
        links |= new_links(desk, span)
    refuse_overlaps(desk, after)
    return Edit("accept", Fragment(tuple(before)), Fragment(tuple(after), frozenset(links)))


def corrected(desk: Desk, label: str, changed: Span) -> Edit:
    """Build the edit that decides a span in a changed form; relations it cannot carry any more go with it."""
    held = desk.view.decided(changed.id)
    changed = replace(changed, state=answer(desk, changed))
    refuse_overlaps(desk, [changed])
    links = desk.view.decided_relations(changed.id)
    gone = frozenset(link for link in links if not is_allowed(desk, link, changed))
    before = Fragment((held,) if held else (), gone)
    return Edit(label, before, Fragment((changed,), new_links(desk, changed)))


def answer(desk: Desk, changed: Span) -> State:
    """Return the state of a span that a person shaped: drawn and imported ones keep theirs."""
    if changed.state in {State.DRAWN, State.IMPORTED}:
        return changed.state
    proposed = desk.view.proposed(changed.id)
    if proposed is None:
        return State.DRAWN
    return State.ACCEPTED if content(proposed) == content(changed) else State.CORRECTED


def new_links(desk: Desk, changed: Span) -> frozenset[Relation]:
    """Return the proposed relations that come along when a span nobody stands for is decided as `changed`."""
    held = desk.view.decided(changed.id)
    if held is not None and held.is_standing:
        return frozenset()
    own = desk.view.decided_relations(changed.id)
    full = {link.label for link in own if link.source == changed.id and not is_many(desk, link.label)}
    proposed = desk.view.proposed_relations(changed.id) - own
    return frozenset(
        link
        for link in proposed
        if link.label not in full and _is_live(desk, link.target) and is_allowed(desk, link, changed)
    )


def is_allowed(desk: Desk, link: Relation, changed: Span) -> bool:
    """Tell whether a relation may stand once one of its ends is `changed`."""
    source, target = (
        # A candidate that a decided span hides is out of the view, and comes back when that one goes.
        changed if end == changed.id else desk.view.get(end) or desk.view.proposed(end)
        for end in (link.source, link.target)
    )
    if source is None or target is None:
        return False
    return desk.schema.allows(link.label, source.label, target.label)


def is_many(desk: Desk, label: str) -> bool:
    """Tell whether a source may have several relations of a label."""
    return any(rule.many for rule in desk.schema.relations if rule.name == label)


def new_id() -> str:
    """Return an id for a span drawn by hand."""
    return f"d{uuid4().hex[:11]}"


def trimmed(report: Report, start: int, end: int) -> tuple[int, int]:
    """Return `[start, end)` (code points) without white space at its ends; refuse when nothing is left."""
    text = report.text[start:end]
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip())
    if left >= right:
        raise UserError("empty-span", "nothing is selected; select some text first")
    return start + left, start + right


def refuse_range(report: Report, start: int, end: int) -> None:
    """Raise UserError unless `[start, end)` (code points) is report text within one paragraph.

    Codes: `empty-span`, `over-chrome`, `two-paragraphs`.
    """
    if not 0 <= start < end <= len(report.text):
        raise UserError("empty-span", "that range is not in the report; nothing was changed")
    if inside(report.chrome, start, end):
        raise UserError("over-chrome", "that is page furniture, not report text; nothing was changed")
    if "\n" in report.text[start:end]:
        raise UserError("two-paragraphs", "a span stays within one paragraph; nothing was changed")


def refuse_overlaps(desk: Desk, spans: Iterable[Span], *, but: Iterable[str] = ()) -> None:
    """Raise UserError `overlap` when spans would lie over each other or a decided one of their layer."""
    come = sorted(spans, key=lambda span: (span.layer, span.start))
    left_out = {*but, *(span.id for span in come)}
    crossing = any(one.layer == next_.layer and one.overlaps(next_) for one, next_ in pairwise(come))
    for span in come:
        if crossing or desk.view.standing_overlap(span.start, span.end, span.layer, but=left_out):
            message = f"a decided span of layer {span.layer} is there already; reject or shrink it first"
            raise UserError("overlap", message)


def _is_live(desk: Desk, span_id: str) -> bool:
    span = desk.view.get(span_id)
    return span is not None and span.state not in CLOSED
