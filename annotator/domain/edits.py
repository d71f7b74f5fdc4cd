"""Edits: one reversible change to one annotation set."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from annotator.domain.errors import StaleEditError
from annotator.domain.relations import Relation
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of a set that an edit touches, on one side of it.

    `finished` is None when the edit does not touch whether the report is finished.
    """

    spans: tuple[Span, ...] = ()
    relations: frozenset[Relation] = frozenset()
    finished: bool | None = None


NOTHING = Fragment()


@dataclass(frozen=True, slots=True)
class Edit:
    """A change from `before` to `after`, with a label that names it to the user (`accept`, `relabel`).

    Spans found on both sides under one id are changed; on one side only, removed or added.
    """

    label: str
    before: Fragment = field(default_factory=lambda: NOTHING)
    after: Fragment = field(default_factory=lambda: NOTHING)

    def __post_init__(self) -> None:
        if (self.before.finished is None) != (self.after.finished is None):
            raise ValueError("an edit says on both sides or on neither whether the report is finished")

    def inverse(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.label, self.after, self.before)

    @property
    def is_empty(self) -> bool:
        """Tell whether applying changes nothing; the order of spans is no matter."""
        before, after = self.before, self.after
        return (
            before.relations == after.relations
            and before.finished == after.finished
            and _spans(before) == _spans(after)
        )

    @property
    def span_ids(self) -> frozenset[str]:
        """Return the ids of all spans touched, on either side."""
        return frozenset(span.id for span in (*self.before.spans, *self.after.spans))


def applied(held: AnnotationSet, edit: Edit) -> AnnotationSet:
    """Return the set after the edit; raise StaleEditError when `before` is not what the set holds."""
    spans = dict(held.spans)
    for span in edit.before.spans:
        if spans.pop(span.id, None) != span:
            raise StaleEditError("the span has changed since; look again and repeat")
    for span in edit.after.spans:
        if span.id in spans:
            raise StaleEditError("a span of that id is there already; look again and repeat")
        spans[span.id] = span
    if not edit.before.relations <= held.relations:
        raise StaleEditError("the relation has changed since; look again and repeat")
    kept = held.relations - edit.before.relations
    if kept & edit.after.relations:
        raise StaleEditError("the relation is there already; look again and repeat")
    finished = held.finished
    if edit.before.finished is not None and edit.before.finished != finished:
        raise StaleEditError("the report was finished or reopened since; look again and repeat")
    if edit.after.finished is not None:
        finished = edit.after.finished
    return replace(held, spans=spans, relations=kept | edit.after.relations, finished=finished)


def composed(label: str, first: Edit, second: Edit) -> Edit:
    """Return one edit that does the first, then the second; it takes for granted that the second fits."""
    before = _spans(first.before)
    middle = _spans(first.after)
    for span in second.before.spans:
        if middle.pop(span.id, None) is None:
            before[span.id] = span
    middle |= _spans(second.after)
    # What the second one finds, the first one made, or it was there before both.
    links_before = first.before.relations | (second.before.relations - first.after.relations)
    links_after = (first.after.relations - second.before.relations) | second.after.relations
    flag_before = first.before.finished if first.before.finished is not None else second.before.finished
    flag_after = second.after.finished if second.after.finished is not None else first.after.finished
    return Edit(
        label,
        Fragment(tuple(before.values()), links_before, flag_before),
        Fragment(tuple(middle.values()), links_after, flag_after),
    )


def _spans(fragment: Fragment) -> dict[str, Span]:
    return {span.id: span for span in fragment.spans}
