"""Waiting: a report that is opened without candidates gets them at once, whatever else is going on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.domain.errors import UserError
from annotator.ui.jobs import Job, Jobs, Tell
from annotator.ui.notices import Notices
from annotator.ui.projects import Projects
from annotator.ui.reading.sheet import Sheet

if TYPE_CHECKING:
    from annotator.workspace.extracting import Extracted
    from annotator.workspace.projects import Project
    from annotator.workspace.working import Standby


class Waiting(QObject):
    """Finds the candidates of the report on the page before those of all others, in a worker kept for it."""

    def __init__(self, sheet: Sheet, projects: Projects, jobs: Jobs, notices: Notices) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._projects = projects
        self._jobs = jobs
        self._notices = notices
        self._worker: Standby | None = None
        self._busy = False
        self._failed: set[str] = set()
        sheet.opened.connect(self._look)
        projects.left.connect(self._leave)
        projects.filling.connect(self._get_ready)

    def _look(self) -> None:
        """Begin when the report on the page has no candidates; one report at a time, the one on the page."""
        from annotator.workspace.extracting import awaits_candidates

        report = self._sheet.open_report
        if report is None or self._busy or report.report_id in self._failed:
            return
        if awaits_candidates(report.project, report.report_id):
            self._begin(report.project, report.report_id)

    def _begin(self, project: Project, report_id: str) -> None:
        from annotator.workspace.extracting import extract_at_once

        worker = self._ready(project)

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Extracted | None:
            return extract_at_once(project, report_id, worker, cancelled=stopped)

        self._busy = True
        self._notices.say(self.tr("finding candidates…"))
        job = self._projects.aside(self.tr("finding candidates"), work)
        job.done.connect(lambda outcome: self._arrived(project, report_id, outcome))
        job.failed.connect(lambda error: self._gave_up(project, report_id, error))
        self._jobs.read(job)

    def _arrived(self, project: Project, report_id: str, outcome: Extracted | None) -> None:
        """Show what was found, the first candidate current where nothing was chosen meanwhile."""
        if project is not self._projects.project:
            return
        self._busy = False
        if outcome is None:
            return
        report = self._sheet.open_report
        if outcome.message:
            self._failed.add(report_id)
            self._notices.refuse(UserError("not-extracted", outcome.message))
        elif report is not None and report.report_id == report_id:
            self._show()
            found = self.tr("%1 candidates found").replace("%1", str(outcome.candidates))
            self._notices.say(found)
        else:
            self._look()
        self._projects.rows_changed.emit()

    def _show(self) -> None:
        sheet = self._sheet
        is_free = sheet.current is None and sheet.page.selection is None
        sheet.reload()
        first = sheet.next_open(after=0) if is_free else None
        if first is not None:
            sheet.set_current(first.id)

    def _gave_up(self, project: Project, report_id: str, error: BaseException) -> None:
        if project is self._projects.project:
            self._busy = False
            self._failed.add(report_id)
        self._notices.catch(type(error), error, error.__traceback__)

    def _ready(self, project: Project) -> Standby:
        from annotator.workspace.extracting import standby

        if self._worker is None:
            self._worker = standby(project)
        return self._worker

    def _get_ready(self) -> None:
        """Start the worker before it is needed: reports are coming in, and one of them will be opened."""
        worker = self._ready(self._projects.held)
        self._jobs.read(Job(self.tr("finding candidates"), lambda tell, stopped: worker.get_ready()))

    def _leave(self) -> None:
        """Let the worker go with its project."""
        self._busy = False
        self._failed.clear()
        if self._worker is not None:
            self._worker.end()
            self._worker = None
