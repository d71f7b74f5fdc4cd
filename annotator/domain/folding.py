"""Folding: what the entries of one set come to in (clock, id) order, though several devices wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.domain.edits import Edit, Fragment
from annotator.domain.history import Entry
from annotator.domain.ranges import SpanRanges
from annotator.domain.relations import Relation
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Folded:
    """What entries come to: the set, who wrote each span and relation last, and what did not fit.

    `writers` names entries by span id and relation. `partly` holds, by the id of each entry that was not
    applied as it stands, what it changed: empty where nothing. `refused` are the ids of the spans of it that
    did not fit; none where all it did was done already.
    """

    held: AnnotationSet
    writers: Mapping[str | Relation, str]
    partly: Mapping[str, Edit]
    refused: Mapping[str, tuple[str, ...]]


def folded(report_id: str, author: str, entries: Iterable[Entry], *, is_machine: bool = False) -> Folded:
    """Fold the entries of one set, given in (clock, id) order.

    An entry that fits is applied whole. Of another one those parts are applied that fit by themselves, a part
    being spans that overlap in a layer or are linked by the entry, with their links. A span fits where the
    set holds what the entry found, or holds already what it left. In a person's set a part does not fit that
    would let a span stand over one that another device wrote, or over one of its own device's that the device
    has changed or taken away in vain; in a machine's set each span is a part.
    """
    fold = Fold(is_machine)
    for entry in entries:
        fold.take(entry)
    return fold.told(report_id, author)


@dataclass(slots=True)
class _Part:
    """Spans of an edit that stand or fall together, by id on either side, and their links."""

    before: dict[str, Span] = field(default_factory=dict)
    after: dict[str, Span] = field(default_factory=dict)
    gone: set[Relation] = field(default_factory=set)
    come: set[Relation] = field(default_factory=set)


class Fold:
    """A set on its way through its entries."""

    def __init__(self, is_machine: bool) -> None:
        self.is_machine = is_machine
        self.spans: dict[str, Span] = {}
        self.span_writers: dict[str, str] = {}
        self.relations: dict[Relation, str] = {}
        self.finished = False
        self.partly: dict[str, Edit] = {}
        self.refused: dict[str, tuple[str, ...]] = {}
        self._devices: dict[str, str] = {}
        # Spans that are otherwise than the device believes that wrote the refused entry: (device, span id).
        self._misjudged: set[tuple[str, str]] = set()
        self._standing = SpanRanges(())

    def take(self, entry: Entry) -> None:
        """Apply an entry, as far as it fits."""
        edit = entry.edit
        whole = _whole(edit)
        strict = whole.come.isdisjoint(self.relations) and whole.gone <= self.relations.keys()
        finished = edit.before.finished is None or edit.before.finished == self.finished
        if strict and finished and self._holds(whole) and self._is_free(whole, entry.device):
            self._apply(whole, entry)
        else:
            self._take_parts(entry)
        if edit.after.finished is not None:
            self.finished = edit.after.finished

    def drop(self, relation: Relation, writer: Entry) -> None:
        """Leave out a relation that an earlier entry wrote, and name it as not applied."""
        del self.relations[relation]
        edit = self.partly.get(writer.id, writer.edit)
        kept = edit.after.relations - {relation}
        self.partly[writer.id] = replace(edit, after=replace(edit.after, relations=kept))
        self.refused[writer.id] = tuple(sorted({*self.refused.get(writer.id, ()), relation.source}))

    def told(self, report_id: str, author: str) -> Folded:
        """Return what the entries taken so far come to."""
        held = AnnotationSet(report_id, author, self.spans, frozenset(self.relations), self.finished)
        writers: list[tuple[str | Relation, str]] = [*self.span_writers.items(), *self.relations.items()]
        return Folded(held, dict(writers), self.partly, self.refused)

    def _take_parts(self, entry: Entry) -> None:
        edit = entry.edit
        done, refused = _Part(), set[str]()
        for part in _parts(edit, each=self.is_machine):
            if self._fits(part) and self._is_free(part, entry.device):
                changing = self._changing(part)
                self._apply(changing, entry)
                done.before |= changing.before
                done.after |= changing.after
                done.gone |= changing.gone
                done.come |= changing.come
            else:
                refused |= {*part.before, *part.after, *(relation.source for relation in part.come)}
                self._misjudged |= {(entry.device, key) for key in (*part.before, *part.after)}
        after = edit.after.finished if edit.after.finished != self.finished else None
        before = None if after is None else self.finished
        if refused:
            self.refused[entry.id] = tuple(sorted(refused))
        self.partly[entry.id] = Edit(
            edit.label,
            Fragment(tuple(done.before.values()), frozenset(done.gone), before),
            Fragment(tuple(done.after.values()), frozenset(done.come), after),
        )

    def _holds(self, part: _Part) -> bool:
        """Tell whether the set is exactly as a part found it."""
        held = self.spans
        return all(held.get(key) == span for key, span in part.before.items()) and not any(
            key in held for key in part.after if key not in part.before
        )

    def _fits(self, part: _Part) -> bool:
        """Tell whether each span is as the part found it, or as it left it."""
        for key in {**part.before, **part.after}:
            held = self.spans.get(key)
            if held != part.before.get(key) and held != part.after.get(key):
                return False
        return True

    def _is_free(self, part: _Part, device: str) -> bool:
        """Tell whether no span of the part comes to stand over one that its device does not know of."""
        if self.is_machine:
            return True
        for key, span in part.after.items():
            if not span.is_standing:
                continue
            for other in self._standing.overlapping(span.layer, span.start, span.end):
                if other != key and other not in part.before and not self._knows(device, other):
                    return False
        return True

    def _knows(self, device: str, key: str) -> bool:
        """Tell whether a device believes a span to be as it is: it wrote it, and no change of it in vain."""
        return self._devices[key] == device and (device, key) not in self._misjudged

    def _changing(self, part: _Part) -> _Part:
        """Return what of a part is not so already."""
        keys = [k for k in {**part.before, **part.after} if self.spans.get(k) != part.after.get(k)]
        return _Part(
            {key: part.before[key] for key in keys if key in part.before},
            {key: part.after[key] for key in keys if key in part.after},
            {relation for relation in part.gone if relation in self.relations},
            {relation for relation in part.come if relation not in self.relations},
        )

    def _apply(self, part: _Part, entry: Entry) -> None:
        for key, span in part.before.items():
            if span.is_standing:
                self._standing.discard(span)
            if key not in part.after:
                del self.spans[key]
        for key, span in part.after.items():
            self.spans[key] = span
            self.span_writers[key] = entry.id
            self._devices[key] = entry.device
            self._misjudged.discard((entry.device, key))
            if span.is_standing:
                self._standing.add(span)
        for relation in part.gone:
            self.relations.pop(relation, None)
        self.relations.update(dict.fromkeys(part.come, entry.id))


def _whole(edit: Edit) -> _Part:
    before, after = edit.before, edit.after
    return _Part(
        {span.id: span for span in before.spans},
        {span.id: span for span in after.spans},
        set(before.relations - after.relations),
        set(after.relations - before.relations),
    )


def _parts(edit: Edit, *, each: bool) -> list[_Part]:
    """Cut an edit into the parts that stand or fall by themselves; with `each`, one a span."""
    whole = _whole(edit)
    groups = _Groups()
    for key in {**whole.before, **whole.after}:
        groups.find(key)
    for relation in (*whole.gone, *whole.come):
        groups.find(relation.source)
        if not each:
            groups.join(relation.source, relation.target)
    if not each:
        for one, other in _neighbours([*whole.before.values(), *whole.after.values()]):
            groups.join(one.id, other.id)
    parts: dict[str, _Part] = {}
    for side, spans in (("before", whole.before), ("after", whole.after)):
        for key, span in spans.items():
            getattr(parts.setdefault(groups.find(key), _Part()), side)[key] = span
    for side, relations in (("gone", whole.gone), ("come", whole.come)):
        for relation in relations:
            getattr(parts.setdefault(groups.find(relation.source), _Part()), side).add(relation)
    return [parts[key] for key in sorted(parts)]


def _neighbours(spans: Sequence[Span]) -> Iterable[tuple[Span, Span]]:
    """Yield pairs of spans through which all that overlap within a layer hang together."""
    furthest: Span | None = None
    for span in sorted(spans, key=lambda each: (each.layer, each.start, each.end, each.id)):
        if furthest is not None and furthest.layer == span.layer and span.start < furthest.end:
            yield furthest, span
            furthest = span if span.end > furthest.end else furthest
        else:
            furthest = span


class _Groups:
    """Names that belong together, found by following who was put under whom."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def find(self, name: str) -> str:
        """Return the name that stands for a group."""
        path = []
        while (above := self._above.setdefault(name, name)) != name:
            path.append(name)
            name = above
        self._above.update(dict.fromkeys(path, name))
        return name

    def join(self, one: str, other: str) -> None:
        """Put two groups together, the lower name standing for both."""
        first, second = sorted((self.find(one), self.find(other)))
        self._above[second] = first
