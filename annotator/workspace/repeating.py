"""Repeating: what was last decided of one span, done again to another span or to a selection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from annotator.domain.edits import Edit, composed
from annotator.domain.errors import UserError
from annotator.domain.relations import Relation
from annotator.domain.spans import NO_ATTRIBUTES, Span
from annotator.workspace.deciding import Desk, accept
from annotator.workspace.editing import draw, link, reject, relabel, unlink
from annotator.workspace.valuing import give

Step = Callable[[Desk], Edit]
_OF_ITS_OWN = frozenset({"resize", "split", "join", "extract", "recall", "reopen", "note", "flag", "finish"})
"""Edits that say nothing another span could have."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was made of the span `span_id`: rejected, or given a label, values, links; nothing is accepted.

    Links are by relation and target; `unlinked` are the relations taken away.
    """

    span_id: str
    rejected: bool = False
    label: str = ""
    values: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    links: tuple[tuple[str, str], ...] = ()
    unlinked: tuple[str, ...] = ()


def decision_of(
    edit: Edit, span_id: str, before: Span | None, *, unlinked: Iterable[Relation] = ()
) -> Decision | None:
    """Return what an edit made of a span that was `before`; None where another span can have nothing of it.

    Borders are a span's own; a span that was drawn gives its label. `unlinked` are relations no longer seen.
    """
    after = next((span for span in edit.after.spans if span.id == span_id), before)
    if edit.label == "reject":
        return Decision(span_id, rejected=True)
    if after is None or edit.label in _OF_ITS_OWN:
        return None
    was = NO_ATTRIBUTES if before is None else before.attributes
    names = [name for name in {**was, **after.attributes} if was.get(name) != after.attributes.get(name)]
    come = edit.after.relations - edit.before.relations
    return Decision(
        span_id,
        label=after.label if edit.label in {"add", "relabel", "label"} else "",
        values={n: after.attributes.get(n, "") for n in names} if edit.label.startswith("set") else {},
        links=tuple((r.label, r.target) for r in sorted(come) if _is_made(r, span_id, edit)),
        unlinked=tuple(r.label for r in sorted(unlinked) if edit.label == "unlink" and r.source == span_id),
    )


def joined(held: Decision | None, come: Decision) -> Decision:
    """Return a decision with what was decided of the same span before it."""
    if held is None or held.span_id != come.span_id or come.rejected or held.rejected:
        return come
    fresh = {label for label, _ in come.links} | set(come.unlinked)
    return Decision(
        come.span_id,
        label=come.label or held.label,
        values={**held.values, **come.values},
        links=(*(each for each in held.links if each[0] not in fresh), *come.links),
        unlinked=(*(each for each in held.unlinked if each not in fresh), *come.unlinked),
    )


def repeat(desk: Desk, span_id: str, decision: Decision) -> Edit:
    """Do a decision to a span, as one edit; what it does not speak of is accepted as it is."""
    if decision.rejected:
        return reject(desk, [span_id])
    return _in_turn(desk, _steps(span_id, decision))


def repeat_over(desk: Desk, start: int, end: int, decision: Decision) -> Edit:
    """Draw a span over `[start, end)` (code points) and do a decision to it, as one edit."""
    if not decision.label:
        raise UserError("nothing-to-repeat", "no label was given last; press the key of a label")
    drawn = draw(desk, start, end, decision.label)
    span = next(s for s in drawn.after.spans if s.is_standing)
    steps = _steps(span.id, replace(decision, label=""))
    return _in_turn(desk, [lambda _: drawn, *steps])


def _steps(span_id: str, decision: Decision) -> Iterator[Step]:
    if decision.label:
        yield partial(relabel, span_id=span_id, label=decision.label)
    if decision.values:
        yield partial(_valued, span_id=span_id, values=decision.values)
    for label, target in decision.links:
        yield partial(link, source=span_id, target=target, label=label)
    for label in decision.unlinked:
        yield partial(_unlinked, span_id=span_id, label=label)
    yield partial(accept, span_ids=[span_id])


def _valued(desk: Desk, *, span_id: str, values: Mapping[str, str]) -> Edit:
    """Give a span those values that its label can carry."""
    names = {rule.name for rule in desk.schema.attributes_of(desk.span(span_id).label)}
    return give(desk, [span_id], {name: value for name, value in values.items() if name in names})


def _unlinked(desk: Desk, *, span_id: str, label: str) -> Edit:
    held = next((r for r in desk.view.relations_from(span_id) if r.label == label), None)
    return Edit("unlink") if held is None else unlink(desk, held)


def _in_turn(desk: Desk, steps: Iterator[Step] | list[Step]) -> Edit:
    """Return what steps come to, each worked out on what the one before leaves; the view stays as it is."""
    done: list[Edit] = []
    try:
        for step in steps:
            edit = step(desk)
            if not edit.is_empty:
                desk.view.apply(edit)
                done.append(edit)
    finally:
        for edit in reversed(done):
            desk.view.apply(edit.inverse())
    whole = Edit("repeat")
    for edit in done:
        whole = composed("repeat", whole, edit)
    return whole


def _is_made(relation: Relation, span_id: str, edit: Edit) -> bool:
    """Tell whether a relation was chosen by a person, not carried along by a candidate's acceptance."""
    return relation.source == span_id and edit.label in {"link", "name"}
