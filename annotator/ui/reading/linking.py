"""Linking by keyboard: a figure is held while Tab goes over what it may be linked to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from annotator.domain.relations import MEASURES, Relation
from annotator.domain.spans import Span
from annotator.ui.reading.hands import Hands
from annotator.ui.reading.sheet import Sheet
from annotator.workspace import editing


class Linking(QObject):
    """While a source is held, Tab and Shift+Tab choose a target, Enter links, Delete unlinks, Esc lets go."""

    def __init__(self, sheet: Sheet, hands: Hands) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._hands = hands
        self._source: Span | None = None
        self._targets: list[tuple[str, Span]] = []
        self._at = 0
        sheet.opened.connect(self.leave)
        sheet.page.installEventFilter(self)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the link commands, and of the keys that mean something else meanwhile."""
        return {
            "span.link_indicator": lambda: self.begin([MEASURES]),
            "span.link_other": lambda: self.begin([]),
            "go.next_candidate": lambda: self._step(1) if self._source else self._hands.go_next(),
            "go.previous_candidate": lambda: self._step(-1) if self._source else self._hands.go_previous(),
            "span.accept": lambda: self._take() if self._source else self._hands.accept(),
            "span.reject": lambda: self._drop() if self._source else self._hands.reject(),
        }

    def begin(self, labels: Sequence[str]) -> None:
        """Hold the current span and offer what it may be linked to, the nearest first."""
        source = self._sheet.chosen()
        targets = self._offered(source, labels)
        if not targets:
            self._sheet.notices.say(self.tr("there is nothing in this report to link the span to"))
            return
        self._source, self._targets = source, targets
        self._at = self._first(source)
        self._show()

    def leave(self) -> None:
        """Let go of the source and go back to it."""
        source, self._source = self._source, None
        if source is not None and self._sheet.open_report is not None:
            self._sheet.page.show_relations = False
            self._sheet.set_current(source.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape end the choice."""
        if self._source is not None and isinstance(event, QKeyEvent) and _is_escape(event):
            self.leave()
            return True
        return super().eventFilter(watched, event)

    def _offered(self, source: Span, labels: Sequence[str]) -> list[tuple[str, Span]]:
        schema = self._sheet.report.project.schema
        rules = [rule for rule in schema.relations if source.label in rule.sources]
        wanted = [r for r in rules if r.name in labels or (not labels and r.name != MEASURES)]
        spans = [s for s in self._sheet.report.view if s.is_standing or s.is_undecided]
        found = [(rule.name, span) for span in spans for rule in wanted if span.label in rule.targets]
        return sorted(found, key=lambda pair: _distance(source, pair[1]))

    def _first(self, source: Span) -> int:
        """Begin at what the source is linked to already, that Enter keeps it and Tab goes on."""
        linked = {relation.target for relation in self._sheet.report.view.relations_from(source.id)}
        return next((n for n, (_, span) in enumerate(self._targets) if span.id in linked), 0)

    def _step(self, way: int) -> None:
        self._at = (self._at + way) % len(self._targets)
        self._show()

    def _show(self) -> None:
        _, target = self._targets[self._at]
        self._sheet.page.show_relations = True
        self._sheet.set_current(target.id)
        line = self.tr("link %1 of %2: Enter takes it, Delete takes the link away, Tab goes on, Esc lets go")
        self._sheet.notices.say(line.replace("%1", str(self._at + 1)).replace("%2", str(len(self._targets))))

    def _take(self) -> None:
        source = self._source
        if source is not None:
            label, target = self._targets[self._at]
            self.leave()
            self._sheet.do(lambda desk: editing.link(desk, source.id, target.id, label))

    def _drop(self) -> None:
        source = self._source
        if source is None:
            return
        label, target = self._targets[self._at]
        self.leave()
        relation = Relation(label, source.id, target.id)
        if relation in self._sheet.report.view.relations_from(source.id):
            self._sheet.do(lambda desk: editing.unlink(desk, relation))
        else:
            self._sheet.notices.say(self.tr("these two are not linked"))


def _distance(source: Span, target: Span) -> tuple[int, int]:
    """Rank targets: those before the source are nearer than those behind at the same distance."""
    if target.start <= source.start:
        return (source.start - target.start, 0)
    return (target.start - source.end + 1, 1)


def _is_escape(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
