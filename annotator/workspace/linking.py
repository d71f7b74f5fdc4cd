"""Linking: relations between spans, and what making or taking one away decides on the way."""

from __future__ import annotations

from annotator.domain.edits import Edit, Fragment, composed
from annotator.domain.errors import UserError
from annotator.domain.progress import is_shown
from annotator.domain.relations import Relation
from annotator.domain.spans import Span, State
from annotator.workspace.deciding import CLOSED, Desk, accept


def link(desk: Desk, source: str, target: str, label: str) -> Edit:
    """Link two spans; where the relation allows one target only, the new one replaces the old.

    An open source is accepted by it, and so is a faint target, which Tab would never stop at.
    """
    start, end = desk.span(source), desk.span(target)
    rule = next((r for r in desk.schema.relation_rules(start.label, end.label) if r.name == label), None)
    if rule is None:
        message = f"{label} does not lead from {start.label} to {end.label}; nothing was changed"
        raise UserError("bad-relation", message)
    if start.state in CLOSED or end.state in CLOSED:
        raise UserError("rejected-span", "a rejected span takes no link; accept it first")
    settled = accept(desk, [source])
    held = desk.view.decided_relations(source)
    come = settled.after.relations
    added = Relation(label, source, target)
    old = {r for r in held | come if (r.label, r.source) == (label, source) and not rule.many} - {added}
    edit = Edit(
        "link",
        Fragment(settled.before.spans, held & old),
        Fragment(settled.after.spans, (come - old) | ({added} - held)),
    )
    return composed("link", edit, accept(desk, [target])) if _is_faint(desk, end) else edit


def unlink(desk: Desk, relation: Relation) -> Edit:
    """Take a relation away; an open source is accepted without it."""
    held = frozenset({relation}) & desk.view.decided_relations(relation.source)
    if not held and relation not in desk.view.relations_from(relation.source):
        raise UserError("no-relation", "that link is not there any more; nothing was changed")
    settled = accept(desk, [relation.source])
    return Edit(
        "unlink",
        Fragment(settled.before.spans, held),
        Fragment(settled.after.spans, settled.after.relations - {relation}),
    )


def _is_faint(desk: Desk, span: Span) -> bool:
    is_stop = span.state is State.CANDIDATE and is_shown(span.score, desk.view.threshold)
    return span.is_undecided and not is_stop
