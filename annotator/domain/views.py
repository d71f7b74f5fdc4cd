"""Views: an analyst's decisions and open candidates over one report, kept in step edit by edit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace

from annotator.domain.edits import Edit
from annotator.domain.errors import StaleEditError
from annotator.domain.progress import Counts, counts_of
from annotator.domain.ranges import SpanRanges
from annotator.domain.relations import Relation
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span, State

_Key = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class ViewChange:
    """What an edit changed on the page: ids gone or changed, the spans as they stand now, and relations."""

    removed: frozenset[str] = frozenset()
    added: tuple[Span, ...] = ()
    unlinked: frozenset[Relation] = frozenset()
    linked: frozenset[Relation] = frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """Return every id the change names."""
        return self.removed | {span.id for span in self.added}


class View:
    """The spans an analyst sees: equal to `combined(candidates, decisions)`, updated in logarithmic time.

    `threshold` is the score under which candidates are faint and not counted as left. `allows` tells whether
    a relation may lead from one label to another: one that was proposed is shown only where it may.
    """

    def __init__(
        self,
        candidates: AnnotationSet,
        decisions: AnnotationSet,
        *,
        threshold: float,
        allows: Callable[[str, str, str], bool] | None = None,
    ) -> None:
        self.threshold = threshold
        self._allows = allows
        self.candidates = candidates
        self.finished = decisions.finished
        self._decided = dict(decisions.spans)
        self._open = SpanRanges(candidates.spans.values())
        self._standing = SpanRanges(span for span in self._decided.values() if span.is_standing)
        self._links = _Links(decisions.relations)
        self._proposed = _Links(candidates.relations)
        self._spans = dict(self._decided)
        answered = self._standing.overlapping
        self._spans |= {
            span_id: span
            for span_id, span in candidates.spans.items()
            if span_id not in self._decided and not answered(span.layer, span.start, span.end)
        }
        self._order = sorted([(s.start, -s.end, s.layer, s.id) for s in self._spans.values()])
        self.counts = counts_of(AnnotationSet("", "", self._spans), threshold=threshold)

    def __len__(self) -> int:
        return len(self._order)

    def twin(self) -> View:
        """Return the same view once more, so that one can be changed while the other is looked at."""
        made = copy(self)
        made._decided, made._spans, made._order = dict(self._decided), dict(self._spans), list(self._order)
        made._open, made._standing = self._open.twin(), self._standing.twin()
        made._links = self._links.twin()
        return made

    def __iter__(self) -> Iterator[Span]:
        """Yield the spans in reading order, rejected ones too."""
        return (self._spans[key[3]] for key in self._order)

    def get(self, span_id: str) -> Span | None:
        """Return the span as it stands now, None when it is not seen."""
        return self._spans.get(span_id)

    def decided(self, span_id: str) -> Span | None:
        """Return the analyst's decision under an id, None while it is open."""
        return self._decided.get(span_id)

    def proposed(self, span_id: str) -> Span | None:
        """Return the candidate of that id as it was extracted."""
        return self.candidates.spans.get(span_id)

    def standing_overlap(self, start: int, end: int, layer: str, *, but: Container[str] = ()) -> Span | None:
        """Return a decided span of the layer that shares a code point with `[start, end)`."""
        for span_id in self._standing.overlapping(layer, start, end):
            if span_id not in but:
                return self._decided[span_id]
        return None

    def between(self, start: int, end: int) -> list[Span]:
        """Return the spans that start in `[start, end)`, in reading order."""
        first = bisect_left(self._order, (start,))
        last = bisect_left(self._order, (end,))
        return [self._spans[key[3]] for key in self._order[first:last]]

    def after(self, position: tuple[int, int, str, str] | int) -> Iterator[Span]:
        """Yield the spans behind a span's key, or starting at or behind a position, in reading order."""
        at = _index(self._order, position, forward=True)
        return (self._spans[key[3]] for key in self._order[at:])

    def before(self, position: tuple[int, int, str, str] | int) -> Iterator[Span]:
        """Yield the spans ahead of a span's key, or starting ahead of a position, nearest first."""
        at = _index(self._order, position, forward=False)
        return (self._spans[key[3]] for key in reversed(self._order[:at]))

    def relations_from(self, span_id: str) -> list[Relation]:
        """Return the relations that leave a span: decided ones, or proposed ones while it is open."""
        links = self._links if span_id in self._decided else self._proposed
        return sorted(r for r in links.leaving(span_id) if self._shows(r))

    def relations_to(self, span_id: str) -> list[Relation]:
        """Return the relations that reach a span."""
        reaching = {*self._links.reaching(span_id), *self._proposed.reaching(span_id)}
        return sorted(r for r in reaching if r in self.relations_from(r.source))

    def decided_relations(self, span_id: str) -> frozenset[Relation]:
        """Return the analyst's own relations that leave or reach a span."""
        return frozenset((*self._links.leaving(span_id), *self._links.reaching(span_id)))

    def proposed_relations(self, span_id: str) -> frozenset[Relation]:
        """Return the relations that were proposed to leave a span, shown or not."""
        return frozenset(self._proposed.leaving(span_id))

    def relations(self) -> list[Relation]:
        """Return every relation that is shown, sorted."""
        sources = {*self._links.sources(), *self._proposed.sources()}
        return sorted(relation for source in sources for relation in self.relations_from(source))

    def apply(self, edit: Edit) -> ViewChange:
        """Change the decisions by an edit; raise StaleEditError and change nothing when it does not fit."""
        self._check(edit)
        touched = {near for s in (*edit.before.spans, *edit.after.spans) for near in self._near(s)}
        ends = {end for r in edit.before.relations | edit.after.relations for end in (r.source, r.target)}
        before = self._shown_links(touched | ends)
        for span in edit.before.spans:
            del self._decided[span.id]
            self._standing.discard(span)
        for span in edit.after.spans:
            self._decided[span.id] = span
            if span.is_standing:
                self._standing.add(span)
        self._links.replace(edit.before.relations, edit.after.relations)
        if edit.after.finished is not None:
            self.finished = edit.after.finished
        removed, added = self._refreshed(touched)
        after = self._shown_links(touched | ends)
        return ViewChange(removed, added, before - after, after - before)

    def revise(self, candidates: Iterable[Span]) -> ViewChange:
        """Take candidates in place of those of the same ids, as when something is remembered of them."""
        new = {span.id: span for span in candidates}
        old = [self.candidates.spans[span_id] for span_id in new]
        touched = {near for span in (*old, *new.values()) for near in self._near(span)}
        before = self._shown_links(touched)
        self.candidates = replace(self.candidates, spans={**self.candidates.spans, **new})
        for span in old:
            self._open.discard(span)
        for span in new.values():
            self._open.add(span)
        removed, added = self._refreshed(touched)
        after = self._shown_links(touched)
        return ViewChange(removed, added, before - after, after - before)

    def _shown_links(self, ids: Iterable[str]) -> frozenset[Relation]:
        found = {r for span_id in ids for r in (*self.relations_from(span_id), *self.relations_to(span_id))}
        return frozenset(found)

    def _check(self, edit: Edit) -> None:
        freed = {span.id for span in edit.before.spans}
        for span in edit.before.spans:
            if self._decided.get(span.id) != span:
                raise StaleEditError("the span has changed since; look again and repeat")
        for span in edit.after.spans:
            if span.id in self._decided and span.id not in freed:
                raise StaleEditError("a span of that id is there already; look again and repeat")
        if not all(relation in self._links for relation in edit.before.relations):
            raise StaleEditError("the relation has changed since; look again and repeat")
        if any(relation in self._links for relation in edit.after.relations - edit.before.relations):
            raise StaleEditError("the relation is there already; look again and repeat")
        if edit.before.finished is not None and edit.before.finished != self.finished:
            raise StaleEditError("the report was finished or reopened since; look again and repeat")

    def _near(self, span: Span) -> set[str]:
        return {span.id, *self._open.overlapping(span.layer, span.start, span.end)}

    def _refreshed(self, touched: set[str]) -> tuple[frozenset[str], tuple[Span, ...]]:
        removed: dict[str, Span] = {}
        added: dict[str, Span] = {}
        for span_id in touched:
            old, new = self._spans.get(span_id), self._visible(span_id)
            if old == new:
                continue
            if old is not None:
                removed[span_id] = old
                del self._spans[span_id]
            if new is not None:
                added[span_id] = new
                self._spans[span_id] = new
            _reorder(self._order, old, new)
        self._recount(removed, added)
        return frozenset(removed), tuple(sorted(added.values(), key=key_of))

    def _recount(self, removed: Mapping[str, Span], added: Mapping[str, Span]) -> None:
        gone, come = (
            counts_of(AnnotationSet("", "", spans), threshold=self.threshold) for spans in (removed, added)
        )
        held = self.counts
        self.counts = Counts(
            held.left + come.left - gone.left,
            held.decided + come.decided - gone.decided,
            held.figures + come.figures - gone.figures,
            held.flagged + come.flagged - gone.flagged,
        )

    def _visible(self, span_id: str) -> Span | None:
        decided = self._decided.get(span_id)
        if decided is not None:
            return decided
        candidate = self.candidates.spans.get(span_id)
        if candidate is None:
            return None
        answered = self._standing.overlapping(candidate.layer, candidate.start, candidate.end)
        return None if answered else candidate

    def _shows(self, relation: Relation) -> bool:
        source, target = self._spans.get(relation.source), self._spans.get(relation.target)
        if source is None or target is None:
            return False
        if relation.source in self._decided:
            return True
        # What was relabelled since may not be reached any more by what was proposed.
        fits = self._allows is None or self._allows(relation.label, source.label, target.label)
        return fits and target.state is not State.REJECTED


class _Links:
    """Relations by their source and by their target."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        self._from: dict[str, set[Relation]] = {}
        self._to: dict[str, set[Relation]] = {}
        self.replace((), relations)

    def __contains__(self, relation: Relation) -> bool:
        return relation in self._from.get(relation.source, ())

    def replace(self, gone: Iterable[Relation], come: Iterable[Relation]) -> None:
        for relation in gone:
            self._from[relation.source].discard(relation)
            self._to[relation.target].discard(relation)
        for relation in come:
            self._from.setdefault(relation.source, set()).add(relation)
            self._to.setdefault(relation.target, set()).add(relation)

    def twin(self) -> _Links:
        made = _Links(())
        made._from = {span_id: set(links) for span_id, links in self._from.items()}
        made._to = {span_id: set(links) for span_id, links in self._to.items()}
        return made

    def leaving(self, span_id: str) -> set[Relation]:
        return self._from.get(span_id, set())

    def reaching(self, span_id: str) -> set[Relation]:
        return self._to.get(span_id, set())

    def sources(self) -> Iterable[str]:
        return self._from.keys()


def key_of(span: Span) -> tuple[int, int, str, str]:
    """Return the place of a span in reading order, for `View.after` and `View.before`."""
    return (span.start, -span.end, span.layer, span.id)


def _reorder(order: list[_Key], old: Span | None, new: Span | None) -> None:
    """Put a span where it stands now; one that stays where it was moves nothing, as most do."""
    before, after = (None if span is None else key_of(span) for span in (old, new))
    if before == after:
        return
    if before is not None:
        del order[bisect_left(order, before)]
    if after is not None:
        insort(order, after)


def _index(order: list[_Key], position: _Key | int, *, forward: bool) -> int:
    if isinstance(position, int):
        return bisect_left(order, (position,))
    return bisect_right(order, position) if forward else bisect_left(order, position)
