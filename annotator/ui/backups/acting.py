"""Acting on backups: made now, made by themselves while one works and at closing, listed and restored."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.domain.backups import Backup, Restored, Why
from annotator.domain.errors import UserError
from annotator.ui.backups.waiting import ask_foreign, wait_for, waiting_for
from annotator.ui.jobs import Job, Jobs, Tell
from annotator.ui.notices import Notices
from annotator.ui.refusals import in_words
from annotator.workspace.backing_up import (
    back_up,
    back_up_changes,
    backups_of,
    is_rescued,
    look_through,
    restore,
    state_of,
)
from annotator.workspace.outputs import is_same
from annotator.workspace.projects import SUFFIX, Project
from annotator.workspace.safeguarding import Schedule, wishes

if TYPE_CHECKING:
    from annotator.ui.projects import Projects, ProjectWork

_LOOK = 60_000
"""Milliseconds between two looks at the clock."""
_DAMAGE = frozenset({"damaged-project", "not-a-project", "missing-project", "lost-log"})
"""Why a project may not open that a backup of it would help against."""


class Backups(QObject):
    """Makes backups of the open project behind the window, and puts one in its place when asked to."""

    made = Signal(object)
    """A backup that was made by itself or when asked for; None where nothing had been done since the last."""
    _looked = Signal(object)

    def __init__(self, window: QWidget, projects: Projects, notices: Notices, jobs: Jobs) -> None:
        super().__init__(projects)
        self._window = window
        self._projects = projects
        self._notices = notices
        self._jobs = jobs
        self._opened = ""
        self._closing: Job | None = None
        self.clock: Callable[[], float] = time.monotonic
        self._schedule = Schedule(self._now)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(notices.guarded(self.tick))
        projects.changed.connect(self._begin)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the commands of backups by id."""
        return {"project.back_up": self.back_up, "project.restore": self.ask}

    def back_up(self) -> None:
        """Make a backup of the open project now."""

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Backup:
            return back_up(project, Why.ASKED, stopped=stopped)

        self._run(work).done.connect(self._say_made)

    def tick(self) -> None:
        """Make a backup where it is time for one and something was done since the last."""
        project = self._projects.project
        if project is None or project.read_only or not self._schedule.is_due(wishes().minutes):
            return
        opened = self._opened

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Backup | None:
            return back_up_changes(project, Why.SCHEDULED, opened=opened, stopped=stopped)

        self._run(work)

    def at_closing(self) -> None:
        """Make a backup of a project that is about to be closed, where something was done since the last."""
        project = self._projects.project
        if project is None or project.read_only or is_rescued(project) or not wishes().closing:
            # What was rescued is copied already, and where it lies was said.
            return
        opened = self._opened

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Backup | None:
            return back_up_changes(project, Why.CLOSING, opened=opened, stopped=stopped)

        job = self._closing = self._projects.aside(self.tr("backing up"), work)
        job.failed.connect(self._tell_failure)
        said = self.tr("A backup of the project is being made…")
        wait_for(job, self._window, said, self.tr("Close without"))

    def ask(self) -> None:
        """List the backups of the open project; where none is open, of one that is asked for."""
        if self._projects.project is not None:
            self.show_backups(self._projects.project.path)
            return
        kind = self.tr("Projects (*%1)").replace("%1", SUFFIX)
        title = self.tr("Which project is to be restored?")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), kind)
        if chosen:
            self.show_backups(Path(chosen))

    def offer(self, path: Path, error: UserError) -> None:
        """List the backups of a project that cannot be opened, where one of them may help."""
        if error.code in _DAMAGE and backups_of(path):
            self.show_backups(path, lead=in_words(error.message))

    def show_backups(self, path: Path, *, lead: str = "") -> None:
        """List the backups of a project; each is looked into behind the window."""
        from annotator.ui.backups.dialog import BackupsDialog

        name = path.name.removesuffix(SUFFIX)
        dialog = BackupsDialog(self._window, name, backups_of(path), lead=lead)

        def work(tell: Tell, stopped: Callable[[], bool]) -> None:
            for looked in look_through(path, stopped=stopped):
                self._looked.emit(looked)

        job = Job(self.tr("reading backups"), work)
        job.failed.connect(self._tell_failure)
        self._looked.connect(dialog.show_looked)
        dialog.finished.connect(job.cancel)
        dialog.restore_asked.connect(self._notices.guarded(lambda chosen: self.restore(path, chosen)))
        self._jobs.read(job)
        dialog.open()

    def restore(self, path: Path, chosen: Path, *, foreign: bool = False, reopen: bool = False) -> None:
        """Put a backup in the place of a project, closed meanwhile, and open what it is then."""
        if self._jobs.running is not None:
            raise UserError("busy", self.tr("something else is running; wait for it or cancel it"))
        held = self._projects.project
        is_open = reopen or (held is not None and is_same(held.path, path))
        if is_open:
            self._projects.close(backed_up=False)

        def work(tell: Tell, stopped: Callable[[], bool]) -> Restored:
            return restore(path, chosen, foreign=foreign, stopped=stopped)

        job = Job(self.tr("restoring"), work)
        # What listens first is told first: the next job must find that this one has ended.
        self._jobs.run(job)
        waiting = waiting_for(
            self._window, self.tr("The backup is being checked and restored…"), self.tr("Cancel")
        )
        waiting.canceled.connect(job.cancel)
        for ended in (job.done, job.failed):
            ended.connect(waiting.deleteLater)
        job.done.connect(lambda done: self._restored(path, done))
        job.failed.connect(lambda error: self._not_restored(path, chosen, error, is_open=is_open))

    def _restored(self, path: Path, done: Restored) -> None:
        self._projects.open_path(path)
        kept = done.before or done.aside
        said = self.tr("restored with %1 decisions").replace("%1", str(done.held.decisions))
        if kept is not None:
            where = self.tr("as it was it is kept as %1").replace("%1", kept.name)
            said = f"{said}; {where}"
        self._notices.say(said)

    def _not_restored(self, path: Path, chosen: Path, error: BaseException, *, is_open: bool) -> None:
        is_other = isinstance(error, UserError) and error.code == "other-project"
        if is_other and ask_foreign(self._window, path, chosen):
            self.restore(path, chosen, foreign=True, reopen=is_open)
            return
        if is_open:
            self._projects.open_path(path)
        self._tell_failure(error)

    def _run(self, work: ProjectWork) -> Job:
        """Make a backup behind the window, whatever else runs; the schedule counts from now."""
        self._schedule.done()
        job = self._projects.aside(self.tr("backing up"), work)
        job.done.connect(self.made)
        job.failed.connect(self._tell_failure)
        self._jobs.read(job)
        return job

    def _begin(self) -> None:
        """Begin to count when a project is opened, and note how it was."""
        project = self._projects.project
        if project is None:
            self._timer.stop()
            return
        self._schedule.done()
        self._timer.start()
        self._opened = ""

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> None:
            self._opened = state_of(project)

        self._jobs.read(self._projects.aside(self.tr("backing up"), work))

    def _say_made(self, made: Backup) -> None:
        self._notices.say(self.tr("backed up to %1").replace("%1", str(made.path)))

    def _tell_failure(self, error: BaseException) -> None:
        if not (isinstance(error, UserError) and error.code == "cancelled"):
            self._projects.tell_failure(error)

    def _now(self) -> float:
        return self.clock()
