"""Foreseeing an export: what it would write and leave out, worked out behind its dialog as that changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.domain.errors import UserError
from annotator.ui.dialogs.exporting import ExportDialog
from annotator.ui.jobs import Job, Jobs, Tell
from annotator.ui.titles import label_title
from annotator.workspace.assigning import members
from annotator.workspace.exporting import Foreseen, foresee
from annotator.workspace.limiting import SPLITS

if TYPE_CHECKING:
    from annotator.ui.projects import Projects
    from annotator.workspace.projects import Project

_REST = 150
"""Milliseconds without a change after which the reports are looked through."""


class Foreseeing(QObject):
    """Fills the dialog with the project's people, and tells it what each choice comes to."""

    def __init__(self, dialog: ExportDialog, projects: Projects, jobs: Jobs, reports: Sequence[str]) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._projects = projects
        self._jobs = jobs
        self._reports = tuple(reports)
        self._job: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._start)
        people = [each.name for each in members(projects.held) if each.kind == "person"]
        schema = projects.held.schema
        dialog.offer(people, {name: label_title(schema, name) for name in schema.by_name}, SPLITS)
        dialog.changed.connect(self._change)
        # Another format takes and leaves out the same: what was told stands until it is told anew.
        dialog.format.currentIndexChanged.connect(self._look_again)
        # A folder may hold what an export would not take the place of.
        dialog.path.textChanged.connect(self._look_again)
        dialog.finished.connect(self._stop)
        self._change()

    def _change(self) -> None:
        self._stop()
        self._dialog.wait()
        self._rest.start()

    def _look_again(self) -> None:
        self._stop()
        self._rest.start()

    def _stop(self) -> None:
        self._rest.stop()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _start(self) -> None:
        request = replace(self._dialog.request, reports=self._reports)

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Foreseen:
            return foresee(project, request, cancelled=stopped)

        job = self._projects.aside(self.tr("looking what is exported"), work)
        self._job = job
        job.done.connect(lambda found: self._show(job, found))
        job.failed.connect(lambda error: self._refuse(job, error))
        self._jobs.read(job)

    def _show(self, job: Job, found: Foreseen) -> None:
        if job is self._job:
            self._dialog.show_foreseen(found)

    def _refuse(self, job: Job, error: BaseException) -> None:
        if job is not self._job:
            return
        if isinstance(error, UserError):
            self._dialog.refuse(error.message)
        else:
            self._projects.tell_failure(error)
