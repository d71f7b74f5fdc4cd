"""Spotting by keyboard: the number or name nearby that no span covers is selected, to be labelled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.ui.reading.sheet import Sheet
from annotator.workspace.spotting import next_left_out, previous_left_out


class Spotting(QObject):
    """Goes back over what was passed, or on to what comes; each key press goes one place further."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the commands that find what was left out by id."""
        return {"go.left_out_before": lambda: self._go(-1), "go.left_out_behind": lambda: self._go(1)}

    def _go(self, way: int) -> None:
        report, page, current = self._sheet.report, self._sheet.page, self._sheet.current
        place = page.selection or ((current.start, current.end) if current else (page.caret, page.caret))
        if way < 0:
            found = previous_left_out(report.report, report.view, place[0])
        else:
            found = next_left_out(report.report, report.view, place[1] - 1)
        if found is None:
            self._sheet.notices.say(self.tr("no number or name is left out there"))
        else:
            page.select(*found)
