"""Following: the library's rows read when a project opens, and kept in step with work on it after that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.domain.progress import Mark
from annotator.ui.library.panel import LibraryPanel
from annotator.ui.projects import Projects
from annotator.ui.reading.sheet import Sheet

if TYPE_CHECKING:
    from annotator.workspace.reading import Done


class Following(QObject):
    """Reads only the rows that were worked on, and those when there is time, so that no key waits for it."""

    def __init__(self, sheet: Sheet, projects: Projects, panel: LibraryPanel) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._projects = projects
        self._panel = panel
        self._edited: set[str] = set()
        self._mark = self._before = Mark()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.now)
        sheet.edited.connect(self._note)
        projects.rows_changed.connect(self.catch_up)

    def read(self) -> None:
        """Show every row of the open project, none where none is open."""
        self._edited.clear()
        project = self._projects.project
        if project is None:
            self._panel.show_rows([])
        else:
            rows, self._mark = project.rows_since(Mark())
            self._before = self._mark
            self._panel.show_rows(rows)

    def now(self) -> None:
        """Show the rows of the reports that were edited as they stand in the project."""
        self._late.stop()
        project, edited = self._projects.project, self._edited
        self._edited = set()
        for report_id in edited if project is not None else ():
            self._panel.model.change(self._sheet.report.project.row(report_id))

    def catch_up(self) -> None:
        """Show the rows that were added or worked on since, by whatever runs behind the window too.

        Goes back to the reading before the last: counts are written a moment after what they count.
        """
        project = self._projects.project
        if project is None:
            return
        rows, following = project.rows_since(self._before)
        self._before, self._mark = self._mark, following
        self._panel.put_rows(rows)

    def _note(self, done: Done) -> None:
        self._edited.update(done.report_ids or (self._sheet.report.report_id,))
        self._late.start()
