"""Loose ends: the sets of a report folded together, links left out whose ends another device took away."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from annotator.domain.folding import Fold, Folded
from annotator.domain.history import Entry
from annotator.domain.relations import Relation
from annotator.domain.spans import State

_CLOSED = (State.REJECTED, State.NOT_SHOWN)


def folded_together(
    report_id: str, entries: Iterable[Entry], machines: Container[str]
) -> Mapping[str, Folded]:
    """Fold all sets of a report, by author, their entries given in (clock, id) order.

    A relation goes where an end of it is no span of its set and no candidate, or was rejected by another
    device than the relation's. It goes there and then, for whoever wrote after a merge found it gone: an end
    that comes back later does not bring it back. `machines` are the authors whose spans are candidates.
    """
    together = _Together(machines)
    for entry in entries:
        together.take(entry)
    together.settle()
    return {author: fold.told(report_id, author) for author, fold in together.folds.items()}


class _Together:
    """The sets of a report on their way through its entries."""

    def __init__(self, machines: Container[str]) -> None:
        self.folds: dict[str, Fold] = {}
        self._machines = machines
        self._entries: dict[str, Entry] = {}
        self._linked: dict[str, dict[tuple[str, Relation], None]] = {}
        self._suspects: dict[tuple[str, Relation], None] = {}
        self._batch = ""

    def take(self, entry: Entry) -> None:
        """Apply an entry to its set, and note which relations may have lost an end by it."""
        if entry.batch != self._batch:
            # One entry of a batch may take a span, the next one the relations that other sets lead to it.
            self.settle()
            self._batch = entry.batch
        author = entry.set_author
        fold = self.folds.setdefault(author, Fold(author in self._machines))
        self._entries[entry.id] = entry
        fold.take(entry)
        for relation in entry.edit.after.relations - entry.edit.before.relations:
            self._suspects[author, relation] = None
            for end in (relation.source, relation.target):
                self._linked.setdefault(end, {})[author, relation] = None
        for span_id in entry.edit.span_ids & self._linked.keys():
            self._suspects |= self._linked[span_id]

    def settle(self) -> None:
        """Drop the relations that have lost an end."""
        loose = [each for each in self._suspects if self._is_loose(*each)]
        for author, relation in loose:
            fold = self.folds[author]
            fold.drop(relation, self._entries[fold.relations[relation]])
        self._suspects.clear()

    def _is_loose(self, author: str, relation: Relation) -> bool:
        fold = self.folds[author]
        if relation not in fold.relations:
            return False
        device = self._entries[fold.relations[relation]].device
        for end in (relation.source, relation.target):
            span = fold.spans.get(end)
            if span is None:
                if not any(each.is_machine and end in each.spans for each in self.folds.values()):
                    return True
            elif span.state in _CLOSED and self._entries[fold.span_writers[end]].device != device:
                return True
        return False
