"""Linking by keyboard: a span is held while Tab goes over what it may be linked to."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QObject

from annotator.domain.relations import MEASURES, Relation
from annotator.domain.schema import RelationRule
from annotator.domain.spans import Span
from annotator.domain.views import key_of
from annotator.ui.reading.hands import Hands
from annotator.ui.reading.modes import Modes
from annotator.ui.reading.sheet import Sheet
from annotator.workspace import editing

_MOST = 200
"""Targets offered, the nearest: what lies further away is linked from nearer by."""


class Linking(QObject):
    """While a source is held, Tab and Shift+Tab choose a target, Enter links, Delete unlinks, Esc lets go.

    An open candidate is answered by it, so that Enter and Delete then go on to the next one.
    """

    def __init__(self, sheet: Sheet, hands: Hands, modes: Modes) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._hands = hands
        self._modes = modes
        self._source: Span | None = None
        self._goes_on = False
        self._targets: list[tuple[str, Span]] = []
        self._at = 0
        self._drawn = False

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the link commands."""
        return {
            "span.link_indicator": lambda: self.begin([MEASURES]),
            "span.link_other": lambda: self.begin([]),
        }

    def begin(self, labels: Sequence[str]) -> None:
        """Hold the current span and offer what it may be linked to: the nearest it is not linked to first."""
        source = self._sheet.chosen()
        targets = list(islice(self._offered(source, labels), _MOST))
        if not targets:
            self._sheet.notices.say(self.tr("there is nothing in this report to link the span to"))
            return
        self._source, self._targets, self._goes_on = source, targets, self._sheet.is_fresh(source)
        linked = {(link.label, link.target) for link in self._links()}
        self._at = next((n for n, (label, span) in enumerate(targets) if (label, span.id) not in linked), 0)
        if not self._modes.is_on(self):
            self._drawn = self._sheet.page.show_relations
        self._modes.begin(self)
        self._show()

    def take(self) -> None:
        """Link the source to the target shown."""
        source = self._held()
        label, target = self._targets[self._at]
        if self._sheet.do(lambda desk: editing.link(desk, source.id, target.id, label)) and self._goes_on:
            self._hands.go_on(source)

    def drop(self) -> None:
        """Take away the link to the target shown, or the one link there is."""
        source, links = self._held(), self._links()
        shown = Relation(self._targets[self._at][0], source.id, self._targets[self._at][1].id)
        if shown not in links and len(links) != 1:
            self._sheet.notices.say(self.tr("these two are not linked"))
            return
        gone = shown if shown in links else links[0]
        if self._sheet.do(lambda desk: editing.unlink(desk, gone)) and self._goes_on:
            self._hands.go_on(source)

    def step(self, way: int) -> None:
        """Show the next target, or the one before."""
        self._at = (self._at + way) % len(self._targets)
        self._show()

    def leave(self) -> None:
        """Let go of the source and go back to it."""
        self._held()

    def _held(self) -> Span:
        """End the choice and return to the source."""
        source = self._source
        assert source is not None
        self._modes.end()
        self._sheet.page.show_relations = self._drawn
        self._sheet.set_current(source.id)
        return source

    def _links(self) -> list[Relation]:
        """Return the links the source has, of the kinds that are offered."""
        source = self._source
        offered = {label for label, _ in self._targets}
        links = self._sheet.report.view.relations_from(source.id) if source else []
        return [link for link in links if link.label in offered]

    def _offered(self, source: Span, labels: Sequence[str]) -> Iterator[tuple[str, Span]]:
        """Yield relations with their targets, the nearest first."""
        view = self._sheet.report.view
        rules = [rule for rule in self._sheet.report.project.schema.relations if source.label in rule.sources]
        wanted = [r for r in rules if r.name in labels or (not labels and r.name != MEASURES)]
        sides = (_open_to(side, wanted) for side in (view.before(key_of(source)), view.after(key_of(source))))
        text = self._sheet.report.report.text
        return heapq.merge(*sides, key=lambda pair: _distance(text, source, pair[1]))

    def _show(self) -> None:
        _, target = self._targets[self._at]
        self._sheet.page.show_relations = True
        self._sheet.set_current(target.id)
        line = self.tr("link %1 of %2: Enter takes it, Delete takes the link away, Tab goes on, Esc lets go")
        self._sheet.notices.say(line.replace("%1", str(self._at + 1)).replace("%2", str(len(self._targets))))


def _open_to(spans: Iterator[Span], rules: Sequence[RelationRule]) -> Iterator[tuple[str, Span]]:
    for span in spans:
        if span.is_standing or span.is_undecided:
            yield from ((rule.name, span) for rule in rules if span.label in rule.targets)


def _distance(text: str, source: Span, target: Span) -> tuple[bool, int, bool]:
    """Rank targets: those on the line of the source first, then by the gap, those before it first."""
    is_before = target.start <= source.start
    gap = (target.end, source.start) if is_before else (source.end, target.start)
    return "\n" in text[gap[0] : gap[1]], max(0, gap[1] - gap[0]), not is_before
