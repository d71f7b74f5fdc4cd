"""Spotting by keyboard: the number or name nearby that no span covers is selected, to be labelled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.ui.reading.hands import Hands
from annotator.ui.reading.modes import Modes
from annotator.ui.reading.sheet import Sheet
from annotator.workspace.figuring import label_of
from annotator.workspace.spotting import next_left_out, previous_left_out


class Spotting(QObject):
    """Goes back over what was passed, or on to what comes; a label's key draws what is selected.

    Each press goes one place further, as Tab and Shift+Tab do; Enter draws a number under the label the rules
    read; Esc goes back to the current span.
    """

    def __init__(self, sheet: Sheet, hands: Hands, modes: Modes) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._hands = hands
        self._modes = modes

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the commands that find what was left out by id."""
        return {"go.left_out_before": lambda: self.step(-1), "go.left_out_behind": lambda: self.step(1)}

    def step(self, way: int) -> None:
        """Select the next place left out (1) or the one before (-1)."""
        report, page, current = self._sheet.report, self._sheet.page, self._sheet.current
        place = page.selection or ((current.start, current.end) if current else (page.caret, page.caret))
        if way < 0:
            found = previous_left_out(report.report, report.view, place[0])
        else:
            found = next_left_out(report.report, report.view, place[1] - 1)
        if found is None:
            self._sheet.notices.say(self.tr("no number or name is left out there"))
            return
        self._modes.begin(self)
        page.select(*found)
        self._sheet.notices.say(
            self.tr(
                "a label's key draws it, Enter draws a number, Tab goes on, [ ] { } fit it, Esc goes back"
            )
        )

    def take(self) -> None:
        """Draw what is selected under the label the rules read there."""
        selection, report = self._sheet.page.selection, self._sheet.report
        label = label_of(report.report, *selection) if selection else ""
        if label:
            self._hands.give(label)
        else:
            self._sheet.notices.say(self.tr("no number is read there; press the key of a label"))

    def drop(self) -> None:
        """Draw nothing."""
        self.leave()

    def leave(self) -> None:
        """Go back to the current span."""
        self._modes.end()
        self._sheet.page.clear_selection()
        self._sheet.set_current(self._sheet.page.current)
