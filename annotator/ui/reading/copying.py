"""Copying: text of the report put on the clipboard, as the report has it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from annotator.ui.reading.sheet import Sheet


class Copying(QObject):
    """Copies the selection, or the current span when nothing is selected."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handler of the copy command by its id."""
        return {"edit.copy": self.copy}

    def copy(self) -> None:
        """Copy; refuse when nothing is selected and no span is current."""
        selected = self._sheet.page.selection
        if selected is None:
            span = self._sheet.chosen()
            selected = span.start, span.end
        start, end = selected
        QGuiApplication.clipboard().setText(self._sheet.report.report.text[start:end])
        self._sheet.notices.say(self.tr("copied"))
