"""Projects in the window: opened, filled, extracted and exported, long work behind the page."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.domain.errors import UserError
from annotator.resources import default_schema
from annotator.ui.adding import Adding
from annotator.ui.backups.acting import Backups
from annotator.ui.dialogs.asking import ask_author
from annotator.ui.dialogs.reading import show_text
from annotator.ui.jobs import Job, Jobs, Tell, Work
from annotator.ui.notices import Notices
from annotator.ui.numbers import one_as_one
from annotator.ui.onlooking import Onlooking
from annotator.ui.refusals import in_words, reason_in_words
from annotator.ui.settings import Settings
from annotator.ui.strangers import Strangers
from annotator.workspace.locating import share_warning
from annotator.workspace.outputs import is_same
from annotator.workspace.projects import SUFFIX, Project, default_author

if TYPE_CHECKING:
    from annotator.workspace.exporting import Exported, ExportRequest
    from annotator.workspace.extracting import Extracted


class Projects(QObject):
    """Holds the open project; says when it changes and when rows of its library do."""

    changed = Signal()
    rows_changed = Signal()
    filling = Signal()
    extracted = Signal(object)
    left = Signal()

    def __init__(
        self, window: QWidget, settings: Settings, notices: Notices, jobs: Jobs, *, author: str
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._notices = notices
        self._jobs = jobs
        self._author = author
        self.project: Project | None = None
        self.adding = Adding(window, self, notices)
        self.backups = Backups(window, self, notices, jobs)
        self.onlooking = Onlooking(self, notices)
        self.strangers = Strangers(window, self, notices, jobs)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(300)
        self._soon.timeout.connect(self.rows_changed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the project's commands by id."""
        return {
            "project.new": self.ask_new,
            "project.open": self.ask_open,
            "project.close": self.close,
            "project.export": self.ask_export,
            "project.import": self.ask_import,
            "report.extract": self.extract_new,
            **self.adding.handlers(),
            **self.backups.handlers(),
            **self.onlooking.handlers(),
        }

    @property
    def held(self) -> Project:
        """Return the open project; refuse when none is."""
        if self.project is None:
            raise UserError("no-project", self.tr("no project is open; make or open one first"))
        return self.project

    def author(self) -> str:
        """Return under whose name decisions are written, asked once and then remembered."""
        if not self._author:
            self._author = self._settings.text("author")
        if not self._author:
            self._author = ask_author(self._window, default_author()) or default_author()
            self._settings.remember("author", self._author)
        return self._author

    def set_author(self, name: str) -> None:
        """Write decisions under another name, in projects that are opened from now on."""
        self._author = name
        self._settings.remember("author", name)

    def open_path(self, path: Path) -> None:
        """Open a project in place of the one that is open; a refusal leaves that one as it is."""
        held = self.project
        if held is not None and not held.read_only and is_same(path, held.path):
            # Opened a second time it would find itself locked, by this very window.
            return
        refused = self.take(lambda: Project.open(path, author=self.author()))
        if refused is not None:
            self.backups.offer(path, refused)

    def create_path(self, path: Path) -> None:
        """Make a project and open it."""
        self.take(lambda: Project.create(path, schema=default_schema(), author=self.author()))

    def close(self, *, backed_up: bool = True) -> None:
        """Close the project; long work is stopped first, what it finished is kept.

        `backed_up` is whether a backup is made where something was done, as the user wishes.
        """
        self._jobs.stop()
        self.left.emit()
        if backed_up:
            self.backups.at_closing()
        if self.project is not None:
            self.project.close()
            self.project = None
            self.changed.emit()

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders, then find candidates in what is new."""
        self.adding.add(paths)

    def extract_new(self) -> None:
        """Find candidates in the reports that have none."""
        from annotator.workspace.extracting import unextracted, unfinished

        ids = unfinished(self.held, unextracted(self.held))
        if ids:
            self.extract(ids)
        else:
            self._notices.say(self.tr("every report has its candidates"))

    def extract(self, ids: Sequence[str]) -> None:
        """Find candidates in reports, several at once; the page stays usable."""
        from annotator.workspace.extracting import extract_reports

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> list[Extracted]:
            workers = max(1, min(4, (os.cpu_count() or 2) - 1, len(ids)))
            return extract_reports(project, ids, jobs=workers, progress=tell, cancelled=stopped)

        self.run(self.tr("finding candidates"), work, self._extracted)

    def export(self, request: ExportRequest) -> None:
        """Write the gold that is asked for."""
        from annotator.workspace.exporting import export

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Exported:
            return export(project, request, progress=tell, cancelled=stopped)

        self.run(self.tr("exporting"), work, self._exported)

    def run(self, title: str, work: ProjectWork, done: Callable[..., object]) -> None:
        """Run work behind the page over a second connection; refused while other work runs."""
        job = self.aside(title, work)
        job.done.connect(done)
        job.failed.connect(self.tell_failure)
        job.progressed.connect(lambda *_: self._soon.isActive() or self._soon.start())
        if not self._jobs.run(job):
            self._notices.say(self.tr("something else is running; wait for it or cancel it"))

    def tell_failure(self, error: BaseException) -> None:
        """Say why work could not be done, or report the bug in it."""
        self._notices.catch(type(error), error, error.__traceback__)

    def aside(self, title: str, work: ProjectWork) -> Job:
        """Return work as a job over a second connection, to be started beside whatever runs."""
        return Job(title, _with_own_connection(self.held, work))

    def run_apart(self, title: str, work: Work) -> None:
        """Make a project in the background and open it when it is there."""
        job = Job(title, work)
        job.done.connect(self.open_path)
        job.failed.connect(self.tell_failure)
        if not self._jobs.run(job):
            self._notices.say(self.tr("something else is running; wait for it or cancel it"))

    def ask_new(self) -> None:
        """Ask where a new project is to be."""
        title, kind = self.tr("New project"), self.tr("Projects (*%1)").replace("%1", SUFFIX)
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(Path.home()), kind)
        if chosen:
            self.create_path(Path(chosen))

    def ask_open(self) -> None:
        """Ask which project to open."""
        title, kind = self.tr("Open project"), self.tr("Projects (*%1)").replace("%1", SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), kind)
        if chosen:
            self.open_path(Path(chosen))

    def ask_import(self) -> None:
        """Ask which annotated files to take, and under whose name."""
        from annotator.ui.importing import Importing

        self.importing = Importing(self._window, self, self._jobs, self._settings)

    def ask_export(self, reports: Sequence[str] = ()) -> None:
        """Ask what to export, and where: the gold of these reports, of all where none are named."""
        from annotator.ui.dialogs.exporting import ExportDialog
        from annotator.ui.foreseeing import Foreseeing
        from annotator.workspace.exporting import formats

        project = self.held
        summary = self.tr("Only what a person decided is gold; undecided and rejected candidates stay out.")
        if reports:
            some = self.tr("Only the %1 selected reports are exported. %2").replace("%1", str(len(reports)))
            summary = some.replace("%2", summary)
        dialog = ExportDialog(
            self._window,
            name=project.name,
            folder=project.path.parent,
            formats=formats(),
            settings=self._settings,
            summary=summary,
        )
        Foreseeing(dialog, self, self._jobs, reports)
        dialog.accepted.connect(lambda: self.export(replace(dialog.request, reports=tuple(reports))))
        dialog.open()

    def take(self, opening: Callable[[], Project]) -> UserError | None:
        """Put the project that is opened in place of the one that is open; a refusal is said."""
        try:
            project = opening()
            try:
                if not project.read_only:
                    project.ensure_author()
            except UserError:
                project.close()
                raise
        except UserError as error:
            self._notices.refuse(error)
            return error
        self.close()
        self.project = project
        self._settings.opened(project.path)
        self.changed.emit()
        warning = share_warning(project)
        if warning:
            self._notices.refuse(UserError("on-a-share", warning))
        return None

    def _extracted(self, outcomes: list[Extracted]) -> None:
        self.rows_changed.emit()
        self.extracted.emit(outcomes)
        said = self.tr("%1 candidates in %2 reports").replace("%2", str(len(outcomes)))
        said = said.replace("%1", str(sum(outcome.candidates for outcome in outcomes)))
        said = one_as_one(said)
        self._notices.say(said)
        self._list(said, [in_words(outcome.message) for outcome in outcomes if outcome.message])

    def _exported(self, done: Exported) -> None:
        said = self.tr("%1 spans and %2 links of %3 reports written to %4").replace("%4", str(done.path))
        for number, count in enumerate((done.spans, done.relations, done.reports), 1):
            said = said.replace(f"%{number}", str(count))
        self._notices.say(said)
        left_out = [self.tr("left out: %1").replace("%1", reason_in_words(line)) for line in done.left_out]
        lines = (*left_out, *map(in_words, done.notes))
        show_text(self._window, self.tr("Export gold"), said, "\n".join(lines))

    def _list(self, lead: str, lines: list[str]) -> None:
        if lines:
            show_text(self._window, self.tr("Not everything went well"), lead, "\n".join(lines))


class ProjectWork(Protocol):
    """Long work on a project: tells how far it is and stops when asked."""

    def __call__(self, project: Project, tell: Tell, stopped: Callable[[], bool]) -> object:
        """Do the work; what it returns is handed to the window."""
        ...


def _with_own_connection(project: Project, work: ProjectWork) -> Work:
    """Give work a connection of its own, since one serves one thread."""

    def run(tell: Tell, stopped: Callable[[], bool]) -> object:
        beside = project.beside()
        try:
            return work(beside, tell, stopped)
        finally:
            beside.close()

    return run
