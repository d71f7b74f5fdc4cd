"""Following: the library's rows kept in step with edits, once the page has painted them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from annotator.ui.library.rows import LibraryModel
from annotator.ui.reading.sheet import Sheet


class Following(QObject):
    """Reads the row of an edited report anew when there is time, so that no key waits for it."""

    def __init__(self, sheet: Sheet, model: LibraryModel) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._model = model
        self._edited: set[str] = set()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.now)
        sheet.edited.connect(self._note)
        sheet.opened.connect(self._forget)

    def now(self) -> None:
        """Show the rows of the reports that were edited as they stand in the project."""
        self._late.stop()
        for report_id in self._edited:
            self._model.change(self._sheet.report.project.row(report_id))
        self._edited.clear()

    def _note(self) -> None:
        self._edited.add(self._sheet.report.report_id)
        self._late.start()

    def _forget(self) -> None:
        """Drop what is waiting when nothing is open: the project was closed, its rows will be read whole."""
        if self._sheet.open_report is None:
            self._edited.clear()
