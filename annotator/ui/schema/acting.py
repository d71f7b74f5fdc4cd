"""The schema dialog joined with the project: what a draft touches, applying it, taking it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.errors import UserError
from annotator.ui.actions import Actions
from annotator.ui.appearance import Appearance
from annotator.ui.jobs import Jobs, Tell
from annotator.ui.projects import Projects
from annotator.ui.schema.dialog import SchemaDialog
from annotator.workspace.defining import (
    Defined,
    Plan,
    define,
    plan,
    redo_definition,
    redoable,
    undo_definition,
    undoable,
)
from annotator.workspace.projects import Project


class Defining(QObject):
    """Opens the dialog over the window; says when the project's schema has changed."""

    changed = Signal()
    said = Signal(str)

    def __init__(self, projects: Projects, jobs: Jobs, appearance: Appearance) -> None:
        super().__init__(projects)
        self._projects = projects
        self._jobs = jobs
        self._appearance = appearance
        self._dialog: SchemaDialog | None = None
        self._plan: Plan | None = None
        self._asked = 0

    def open(self, window: QWidget, actions: Actions) -> None:
        """Open the dialog on the project's schema as it is now."""
        project = self._projects.held
        dialog = SchemaDialog(window, project.schema, self._appearance.theme, actions.commands)
        dialog.counting.connect(self._count)
        dialog.apply_asked.connect(self._apply)
        dialog.undo_asked.connect(lambda: self._write(undo_definition))
        dialog.redo_asked.connect(lambda: self._write(redo_definition))
        dialog.finished.connect(self._close)
        self._dialog = dialog
        self._offer()
        dialog.open()
        dialog.labels.list.setFocus()

    def _close(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            window = dialog.parentWidget()
            if window is not None:
                window.activateWindow()
            dialog.deleteLater()

    def _offer(self) -> None:
        if self._dialog is not None:
            project = self._projects.held
            self._dialog.offer(undoable(project), redoable(project))

    def _count(self) -> None:
        """Count behind the dialog what its draft touches; only the latest answer is shown."""
        if self._dialog is None:
            return
        draft = self._dialog.draft
        wanted, labels, values = draft.schema(), draft.labels, draft.values
        self._asked += 1
        asked = self._asked

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Plan:
            return plan(project, wanted, labels=labels, values=values)

        job = self._projects.aside(self.tr("counting spans"), work)
        job.done.connect(lambda found: self._counted(asked, found))
        job.failed.connect(self._refuse)
        self._jobs.read(job)

    def _counted(self, asked: int, found: Plan) -> None:
        if self._dialog is not None and asked == self._asked:
            self._plan = found
            self._dialog.show_plan(found)

    def _refuse(self, error: BaseException) -> None:
        if self._dialog is not None and isinstance(error, UserError):
            self._dialog.refuse(error.message)

    def _apply(self) -> None:
        planned = self._plan
        if planned is not None:
            self._write(lambda project: define(project, planned))

    def _write(self, change: Callable[[Project], Defined | None]) -> None:
        """Change the schema over a connection of its own; the dialog waits for it."""
        if self._jobs.running is not None:
            busy = self.tr("something else is running; wait for it or cancel it")
            self._refuse(UserError("busy", busy))
            return
        if self._dialog is not None:
            self._dialog.setEnabled(False)

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Defined | BaseException | None:
            try:
                return change(project)
            except UserError as error:
                return error

        self._projects.run(self.tr("changing the labels"), work, self._written)

    def _written(self, outcome: Defined | BaseException | None) -> None:
        dialog = self._dialog
        if dialog is not None:
            dialog.setEnabled(True)
        if isinstance(outcome, BaseException):
            self._refuse(outcome)
            return
        self._plan = None
        self._projects.held.forget_schema()
        self.changed.emit()
        if dialog is not None:
            dialog.restart(self._projects.held.schema)
            self._offer()
        if outcome is not None:
            said = self.tr("the labels were changed; %1 spans with them").replace("%1", str(outcome.spans))
            if outcome.left_out:
                more = self.tr("%1 were changed since and stay as they are")
                said += " · " + more.replace("%1", str(outcome.left_out))
            self.said.emit(said)
