"""Onlooking: a window on a project another holds shows what is written there, and takes over on request."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.ui.notices import Notices
from annotator.workspace.locating import share

if TYPE_CHECKING:
    from annotator.ui.projects import Projects
    from annotator.workspace.onlooking import Onlooker

PAUSE = 1000
"""Milliseconds between two looks at what the other has written."""


class Onlooking(QObject):
    """Looks once a second while a project is open for reading, and says once when it is free."""

    written = Signal()
    """Somebody else wrote."""
    taking = Signal()
    taken = Signal()
    """The project is about to be opened for writing; it is."""

    def __init__(self, projects: Projects, notices: Notices) -> None:
        super().__init__(projects)
        self._projects = projects
        self._notices = notices
        self._onlooker: Onlooker | None = None
        self._was_free = False
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(notices.guarded(self.look))
        projects.changed.connect(self._begin)
        projects.left.connect(self._timer.stop)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handler of the command that asks for writing."""
        return {"project.take": self.take}

    def look(self) -> None:
        """Show what somebody else has written since the last look."""
        if self._onlooker is None:
            return
        seen = self._onlooker.look()
        if seen.replaced:
            self._show_anew()
            return
        if seen.schema:
            self._projects.held.forget_schema()
            self._projects.changed.emit()
        elif seen.written:
            self.written.emit()
        if seen.free and not self._was_free:
            said = self.tr("%1 is free now: File, Open for writing, lets you change it")
            self._notices.say(said.replace("%1", self._projects.held.name))
        self._was_free = seen.free

    def has_news_of(self, report_id: str) -> bool:
        """Tell whether somebody else has worked on a report since this was asked of it last."""
        return self._onlooker is not None and self._onlooker.has_news_of(report_id)

    def take(self) -> None:
        """Open the project for writing, the report on the page kept, or say who still holds it."""
        from annotator.workspace.onlooking import take_over

        project = self._projects.held
        if not project.read_only:
            self._notices.say(self.tr("the project is open for writing already"))
            return
        opening = take_over(project)
        self.taking.emit()
        if share(project):
            # On a share a project changes hands only when nobody reads it, this window included.
            self._projects.close()
        if self._projects.take(opening) is None:
            self.taken.emit()
            self._notices.say(self.tr("%1 is open for writing").replace("%1", self._projects.held.name))

    def _show_anew(self) -> None:
        """Show what was put in the place of the project, the report on the page kept where it is there."""
        from annotator.workspace.onlooking import open_anew

        held = self._projects.held
        self._timer.stop()  # what cannot be opened is said once
        self.taking.emit()
        if self._projects.take(lambda: open_anew(held)) is None:
            self.taken.emit()
            said = self.tr("%1 was replaced, as by a restore; this is what it is now")
            self._notices.say(said.replace("%1", self._projects.held.name))

    def _begin(self) -> None:
        from annotator.workspace.onlooking import Onlooker

        project = self._projects.project
        self._timer.stop()
        self._onlooker, self._was_free = None, False
        if project is not None and project.read_only and project.holder is not None:
            self._onlooker = Onlooker(project)
            self._timer.start()
