"""Placing: the spans of a report by id and by place, and the relations by the spans they join."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from annotator.domain.relations import Relation
from annotator.domain.spans import Span

_LONG = 300
"""Spans of more code points are kept apart, so that looking for the others need not look far back."""

_Key = tuple[int, int, str, str]


class Placing:
    """Spans in reading order; asking what touches a range is a bisection, whatever the report's size."""

    def __init__(self, spans: Iterable[Span] = (), relations: Iterable[Relation] = ()) -> None:
        self.by_id = {span.id: span for span in spans}
        self._keys = sorted([(span.start, -span.end, span.layer, span.id) for span in self.by_id.values()])
        self._long = {key[3] for key in self._keys if -key[1] - key[0] > _LONG}
        self._links: dict[str, list[Relation]] = {}
        for relation in relations:
            self._links.setdefault(relation.source, []).append(relation)
            self._links.setdefault(relation.target, []).append(relation)

    def __len__(self) -> int:
        return len(self._keys)

    def get(self, span_id: str) -> Span | None:
        """Return a span, None when it is not there."""
        return self.by_id.get(span_id)

    def touching(self, start: int, end: int) -> list[Span]:
        """Return the spans that share a code point with `[start, end)`, in reading order."""
        first = bisect_left(self._keys, (start - _LONG,))
        last = bisect_left(self._keys, (end,))
        keys = [key for key in self._keys[first:last] if -key[1] > start]
        far = [self.by_id[span_id] for span_id in self._long]
        keys += [_key(span) for span in far if span.start < start - _LONG and span.end > start]
        return [self.by_id[key[3]] for key in (sorted(keys) if far else keys)]

    def starting(self, start: int, end: int) -> list[Span]:
        """Return the spans that start in `[start, end)`, in reading order."""
        first, last = bisect_left(self._keys, (start,)), bisect_left(self._keys, (end,))
        return [self.by_id[key[3]] for key in self._keys[first:last]]

    def links_of(self, span_id: str) -> list[Relation]:
        """Return the relations that leave or reach a span."""
        return self._links.get(span_id, [])

    def remove(self, span_id: str) -> Span | None:
        """Take a span out and return it, None when it was not there."""
        span = self.by_id.pop(span_id, None)
        if span is not None:
            del self._keys[bisect_left(self._keys, _key(span))]
            self._long.discard(span_id)
        return span

    def add(self, span: Span) -> None:
        """Put a span in, in place of one of the same id."""
        self.remove(span.id)
        self.by_id[span.id] = span
        insort(self._keys, _key(span))
        if span.end - span.start > _LONG:
            self._long.add(span.id)

    def relink(self, removed: Iterable[Relation], added: Iterable[Relation]) -> list[Span]:
        """Take relations out and put others in; return the spans at their ends."""
        ends: dict[str, None] = {}
        for relation in removed:
            for end in (relation.source, relation.target):
                ends[end] = None
                self._links[end] = [link for link in self.links_of(end) if link != relation]
        for relation in added:
            for end in (relation.source, relation.target):
                ends[end] = None
                self._links.setdefault(end, []).append(relation)
        return [self.by_id[end] for end in ends if end in self.by_id]


def _key(span: Span) -> _Key:
    return (span.start, -span.end, span.layer, span.id)
