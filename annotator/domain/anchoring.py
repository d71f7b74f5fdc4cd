"""Anchoring: a report's entries carried over to another text that is nearly the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.domain.bundles import BundleReport
from annotator.domain.edits import Edit, Fragment
from annotator.domain.history import Entry
from annotator.domain.memory import original
from annotator.domain.relations import Relation
from annotator.domain.spans import Evidence, Piece, Span, candidate_id

Place = Callable[[int, int], tuple[int, int] | None]
"""Gives where `[start, end)` of the old text stands in the new one (code points), None where not sure."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A span of an author's set that has no sure place in the new text; its range is that in the old one."""

    author: str
    span: Span


@dataclass(frozen=True, slots=True)
class Carried:
    """A report as it stands under another text, and what could not be carried over."""

    report: BundleReport
    lost: tuple[Lost, ...]


def carried(report: BundleReport, target: BundleReport, place: Place, *, machines: frozenset[str]) -> Carried:
    """Return a report's journal under another text, `target`, each span at its place there.

    An entry keeps its id. From one that touches a span without a sure place, that span is left out on both
    sides: what follows from it does not fit, and is named when the set is folded. A candidate gets the id the
    extractor of that name would give it there, so that decisions answer the candidates of the new text too.
    """
    carrying = _Carrying(place, _candidates(report.entries, place, machines))
    entries = tuple(carrying.entry(entry, target.id) for entry in report.entries)
    made = replace(target, entries=entries, resolutions=(), assignees=report.assignees)
    return Carried(made, tuple(carrying.lost.values()))


def _candidates(entries: Iterable[Entry], place: Place, machines: frozenset[str]) -> dict[str, str]:
    """Return the new ids of candidates that are named after their place."""
    names: dict[str, str] = {}
    for entry in entries:
        if entry.set_author in machines:
            for span in (*entry.edit.before.spans, *entry.edit.after.spans):
                first = original(span)
                what = (entry.set_author, first.layer, first.label)
                there = place(first.start, first.end)
                if there is not None and span.id == candidate_id(*what, first.start, first.end):
                    names[span.id] = candidate_id(*what, *there)
    return names


class _Carrying:
    """Entries on their way to another text."""

    def __init__(self, place: Place, names: Mapping[str, str]) -> None:
        self._place = place
        self._names = names
        self.lost: dict[tuple[str, str, int, int], Lost] = {}

    def entry(self, entry: Entry, report_id: str) -> Entry:
        """Return an entry as it stands in the new text."""
        edit = entry.edit
        here = (*edit.before.spans, *edit.after.spans)
        there = {(span.start, span.end): self._place(span.start, span.end) for span in here}
        gone = [span for span in here if there[span.start, span.end] is None]
        for span in gone:
            key = (entry.set_author, span.id, span.start, span.end)
            self.lost.setdefault(key, Lost(entry.set_author, span))
        left_out = frozenset(span.id for span in gone)
        made = Edit(
            edit.label,
            self._fragment(edit.before, there, left_out),
            self._fragment(edit.after, there, left_out),
        )
        answers = tuple(self._names.get(name, name) for name in entry.answers)
        return replace(entry, report_id=report_id, edit=made, answers=answers)

    def _fragment(
        self,
        side: Fragment,
        there: Mapping[tuple[int, int], tuple[int, int] | None],
        left_out: frozenset[str],
    ) -> Fragment:
        spans = []
        for span in side.spans:
            place = there[span.start, span.end]
            if span.id not in left_out and place is not None:
                spans.append(self._span(span, place))
        links = frozenset(
            Relation(r.label, self._names.get(r.source, r.source), self._names.get(r.target, r.target))
            for r in side.relations
            if r.source not in left_out and r.target not in left_out
        )
        return Fragment(tuple(spans), links, side.finished)

    def _span(self, span: Span, place: tuple[int, int]) -> Span:
        name = self._names.get(span.id, span.id)
        return replace(span, id=name, start=place[0], end=place[1], evidence=self._evidence(span.evidence))

    def _evidence(self, evidence: Evidence) -> Evidence:
        """Return evidence in the new text; what of it has no place there is left out, it decides nothing."""
        pieces = tuple(
            Piece(piece.attribute, *place)
            for piece in evidence.pieces
            if (place := self._place(piece.start, piece.end)) is not None
        )
        first = evidence.recalled_from
        there = None if first is None else self._place(first.start, first.end)
        recalled = None if first is None or there is None else replace(first, start=there[0], end=there[1])
        return replace(evidence, pieces=pieces, recalled_from=recalled)


def told(lost: Sequence[Lost], *, machines: frozenset[str]) -> tuple[list[str], int]:
    """Return a line for each span of a person that was lost, and how many candidates were."""
    persons = [each for each in lost if each.author not in machines]
    lines = [
        f"{each.span.label} of {each.author} at {each.span.start} to {each.span.end} there has no sure place"
        for each in persons
    ]
    return lines, len(lost) - len(persons)
