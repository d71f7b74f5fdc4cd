"""Strangers: a project from elsewhere is read at once, checked meanwhile, and then opened for writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from annotator.domain.errors import UserError
from annotator.ui.dialogs.reading import TextDialog, show_text
from annotator.ui.jobs import Job, Jobs, Tell
from annotator.ui.notices import Notices
from annotator.ui.refusals import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.projects import Projects
    from annotator.workspace.projects import Project


class Strangers(QObject):
    """Checks the open project in a thread of its own where it was neither made here nor checked before."""

    def __init__(self, window: QWidget, projects: Projects, notices: Notices, jobs: Jobs) -> None:
        super().__init__(projects)
        self._window = window
        self._projects = projects
        self._notices = notices
        self._jobs = jobs
        self.job: Job | None = None
        self.told: TextDialog | None = None
        # Queued: what the window says of any project that is opened comes first.
        projects.changed.connect(notices.guarded(self._begin), Qt.ConnectionType.QueuedConnection)
        projects.left.connect(self._leave)

    def _begin(self) -> None:
        project = self._projects.project
        if project is None or not project.is_strange or self.job is not None:
            return

        def work(tell: Tell, stopped: Callable[[], bool]) -> list[str]:
            from annotator.workspace.checking import faults_of

            with project.beside() as beside:
                return faults_of(beside, progress=tell, stopped=stopped)

        said = self.tr("%1 was not made here: it is being checked, and can only be read until then")
        self._notices.refuse(UserError("unchecked", said.replace("%1", project.path.name)))
        self._entitle(project, self.tr(" (read-only: being checked)"))
        self.job = job = Job(self.tr("checking the project"), work)
        job.done.connect(lambda faults: self._checked(job, project, faults))
        job.failed.connect(lambda error: self._failed(job, project, error))
        self._jobs.read(job)

    def _leave(self) -> None:
        """Stop the check before the project is closed, on which its own connection depends."""
        if self.job is not None:
            self.job.cancel()
            self.job.join()
            self.job = None

    def _checked(self, job: Job, project: Project, faults: list[str]) -> None:
        if job is not self.job:
            return
        self.job = None
        if faults:
            self._keep_out(project, faults)
            return
        from annotator.workspace.welcoming import let_in

        onlooking = self._projects.onlooking
        onlooking.taking.emit()
        if self._projects.take(lambda: let_in(project.path, author=project.author)) is not None:
            return
        onlooking.taken.emit()
        if not self._projects.held.read_only:
            said = self.tr("%1 is sound: it can be changed now").replace("%1", project.path.name)
            self._notices.say(said)

    def _keep_out(self, project: Project, faults: list[str]) -> None:
        """Leave a project as it is read, and say what is wrong with it and what to do."""
        from annotator.workspace.welcoming import unsound

        error = unsound(project.path, faults)
        self._entitle(project, self.tr(" (read-only: it has faults)"))
        self._notices.refuse(error)
        title, lines = self.tr("Faults of the project"), "\n".join(map(in_words, faults))
        self.told = show_text(self._window, title, in_words(error.message), lines, copying=True)

    def _failed(self, job: Job, project: Project, error: BaseException) -> None:
        if job is not self.job:
            return
        self.job = None
        self._entitle(project, self.tr(" (read-only: not checked)"))
        self._notices.catch(type(error), error, error.__traceback__)

    def _entitle(self, project: Project, state: str) -> None:
        self._window.setWindowTitle(project.name + state)
