"""Reading aside: a list's rows read behind the window, the latest reading alone being shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.ui.jobs import Job, Jobs
from annotator.ui.notices import Notices
from annotator.ui.projects import Projects, ProjectWork


class ReadingAside(QObject):
    """Runs one reading at a time; what an older one still brings is dropped."""

    def __init__(self, projects: Projects, jobs: Jobs, notices: Notices) -> None:
        super().__init__(projects)
        self._projects = projects
        self._jobs = jobs
        self._notices = notices
        self._job: Job | None = None
        projects.left.connect(self.stop)

    @property
    def is_over(self) -> bool:
        """Tell whether nothing is being read."""
        return self._job is None

    def start(self, title: str, work: ProjectWork, done: Callable[..., object]) -> None:
        """Read by a connection of its own, and hand what came to the window's thread."""
        self.stop()
        job = self._projects.aside(title, work)
        self._job = job
        job.done.connect(lambda found: self._end(job, found, done))
        job.failed.connect(lambda error: self._fail(job, error))
        self._jobs.read(job)

    def stop(self) -> None:
        """Drop what is being read."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _end(self, job: Job, found: object, done: Callable[..., object]) -> None:
        if self._job is job:
            self._job = None
            done(found)

    def _fail(self, job: Job, error: BaseException) -> None:
        if self._job is job:
            self._job = None
            self._notices.catch(type(error), error, error.__traceback__)
