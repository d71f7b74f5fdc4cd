"""Naming by keyboard: the words that name what a figure measures are proposed, fitted and taken."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.domain.spans import Span
from annotator.ui.reading.hands import Hands
from annotator.ui.reading.modes import Modes
from annotator.ui.reading.sheet import Sheet
from annotator.workspace import naming


class Naming(QObject):
    """Selects proposals: the key or Tab goes on, border keys fit the selection, Enter takes it."""

    def __init__(self, sheet: Sheet, hands: Hands, modes: Modes) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._hands = hands
        self._modes = modes
        self._figure: Span | None = None
        self._goes_on = False
        self._ranges: list[naming.Range] = []
        self._at = 0

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handler of the command."""
        return {"span.name_indicator": self.begin}

    def begin(self) -> None:
        """Propose a name for what the current figure measures; a selection made before comes first."""
        if self._modes.is_on(self):
            self.step(1)
            return
        figure, page = self._sheet.chosen(), self._sheet.page
        ranges = naming.measured_ranges(self._sheet.report.report, self._sheet.report.view, figure)
        self._ranges = [*([page.selection] if page.selection else []), *ranges]
        if not self._sheet.report.project.schema.relation_rules(figure.label, naming.INDICATOR):
            self._sheet.notices.say(self.tr("this label measures nothing"))
        elif not self._ranges:
            self._sheet.notices.say(self.tr("no words before or behind it can be a name; select them first"))
        else:
            self._figure, self._at, self._goes_on = figure, 0, self._sheet.is_fresh(figure)
            self._modes.begin(self)
            self._show()

    def take(self) -> None:
        """Name the figure by the words selected, and go on."""
        figure, selection = self._figure, self._sheet.page.selection
        self.leave()
        if figure is None or selection is None:
            return
        done = self._sheet.do(lambda desk: naming.name(desk, figure.id, *selection))
        if done is not None and self._goes_on:
            self._hands.go_on(figure)

    def drop(self) -> None:
        """Name nothing."""
        self.leave()

    def step(self, way: int) -> None:
        """Select the next proposal, or the one before."""
        self._at = (self._at + way) % len(self._ranges)
        self._show()

    def leave(self) -> None:
        """Drop the selection and go back to the figure."""
        self._modes.end()
        self._sheet.page.clear_selection()
        self._sheet.set_current(self._sheet.page.current)

    def _show(self) -> None:
        self._sheet.page.select(*self._ranges[self._at])
        line = self.tr("name %1 of %2: Enter takes it, Tab goes on, [ ] { } fit it, Esc lets go")
        self._sheet.notices.say(line.replace("%1", str(self._at + 1)).replace("%2", str(len(self._ranges))))
