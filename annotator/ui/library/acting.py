"""Acting on the reports selected in the library: found in again, finished, exported."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from annotator.domain.errors import UserError
from annotator.domain.progress import ReportRow, Stage
from annotator.ui.bulk import Bulk
from annotator.ui.dialogs.finishing import ask_finish_all
from annotator.ui.jobs import Tell
from annotator.ui.library.panel import LibraryPanel
from annotator.ui.projects import Projects
from annotator.workspace.finishing import finish_all
from annotator.workspace.projects import Project
from annotator.workspace.reading import Done, OpenReport


class Acting(QObject):
    """What the menu of the library does to every report that is selected."""

    def __init__(self, panel: LibraryPanel, projects: Projects, bulk: Bulk) -> None:
        super().__init__(panel)
        self._panel = panel
        self._projects = projects
        self._bulk = bulk
        self._actions: list[QAction] = []
        panel.menu_asked.connect(self.show_menu)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the library's commands by id."""
        return {
            "selected.extract": lambda: self._projects.extract([row.id for row in self._selected()]),
            "selected.finish": self.finish,
            "selected.export": lambda: self._projects.ask_export([row.id for row in self._selected()]),
        }

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Take the actions the menu offers."""
        self._actions = list(actions)

    def show_menu(self, place: QPoint) -> QMenu:
        """Show the menu of the selected reports at a place of the screen."""
        menu = QMenu(self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions)
        menu.popup(place)
        return menu

    def finish(self) -> None:
        """Finish the selected reports that are not finished yet, in one step, after a question."""
        rows = [row for row in self._selected() if row.stage is not Stage.DONE]
        if not rows:
            raise UserError("all-finished", self.tr("every selected report is finished already"))
        answer = ask_finish_all(self._panel.window(), len(rows), sum(row.counts.left for row in rows))
        if answer is None:
            return

        def work(
            project: Project, opened: OpenReport | None, tell: Tell, stopped: Callable[[], bool]
        ) -> Done | None:
            ids = [row.id for row in rows]
            return finish_all(project, ids, leftovers=answer, opened=opened, progress=tell, cancelled=stopped)

        self._bulk.run(self.tr("finishing"), len(rows), work, lambda: None)

    def _selected(self) -> list[ReportRow]:
        rows = self._panel.selected
        if not rows:
            message = self.tr("no report is selected; choose some in the library with Shift or Ctrl")
            raise UserError("nothing-selected", message)
        return rows
