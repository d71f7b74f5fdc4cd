"""Importing in the window: files looked at behind their dialog, then taken behind the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.domain.errors import UserError
from annotator.ui.dialogs.importing import ImportDialog
from annotator.ui.dialogs.reading import show_text
from annotator.ui.jobs import Job, Jobs, Tell
from annotator.ui.refusals import reason_in_words
from annotator.ui.settings import Settings
from annotator.workspace.importing import Imported, import_path
from annotator.workspace.surveying import Survey, readable, survey

if TYPE_CHECKING:
    from annotator.ui.projects import Projects
    from annotator.workspace.projects import Project

_REST = 150
"""Milliseconds without a change after which the files are looked at."""


class Importing(QObject):
    """One import: its dialog, what is told in it, and the work itself."""

    def __init__(self, window: QWidget, projects: Projects, jobs: Jobs, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._projects = projects
        self._jobs = jobs
        self._job: Job | None = None
        held = projects.held
        self.dialog = ImportDialog(
            window,
            formats=readable(),
            schema=held.schema,
            author=held.author,
            settings=settings,
        )
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._look)
        self.dialog.changed.connect(self._changed)
        self.dialog.accepted.connect(self._take)
        self.dialog.finished.connect(self._stop)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.rejected.connect(self.deleteLater)
        self.dialog.open()

    def _changed(self) -> None:
        self._stop()
        if self.dialog.path.text().strip():
            self.dialog.wait()
            self._rest.start()
        else:
            self.dialog.forget()

    def _stop(self) -> None:
        self._rest.stop()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _look(self) -> None:
        path, kind, _ = self.dialog.chosen
        labels = self.dialog.labels

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Survey:
            return survey(project, path, format=kind, labels=labels, cancelled=stopped)

        job = self._projects.aside(self.tr("looking at the files"), work)
        self._job = job
        job.done.connect(lambda found: self.dialog.show_survey(found) if job is self._job else None)
        job.failed.connect(lambda error: self._refuse(job, error))
        self._jobs.read(job)

    def _refuse(self, job: Job, error: BaseException) -> None:
        if job is not self._job:
            return
        if isinstance(error, UserError):
            self.dialog.refuse(error.message)
        else:
            self._projects.tell_failure(error)

    def _take(self) -> None:
        path, kind, author = self.dialog.chosen
        labels, name = self.dialog.labels, author or self._projects.held.author

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Imported:
            return import_path(
                project, path, format=kind, author=name, labels=labels, progress=tell, cancelled=stopped
            )

        self._projects.run(self.tr("importing"), work, self._done)

    def _done(self, found: Imported) -> None:
        self._projects.rows_changed.emit()
        said = self.tr("%1 spans and %2 links in %3 reports imported")
        for number, count in enumerate((found.spans, found.relations, found.reports), 1):
            said = said.replace(f"%{number}", str(count))
        lines = [reason_in_words(line) for line in (*found.problems, *found.notes)]
        show_text(self._window, self.tr("Import annotated files"), said, "\n".join(lines))
