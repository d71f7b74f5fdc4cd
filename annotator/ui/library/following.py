"""Following: the library's rows read when a project opens, and kept in step with work on it after that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain.progress import Mark
from annotator.ui.jobs import Job, Jobs, Tell
from annotator.ui.library.panel import LibraryPanel
from annotator.ui.library.rows import Listed
from annotator.ui.projects import Projects
from annotator.ui.reading.sheet import Sheet
from annotator.workspace.listing import rows_since

if TYPE_CHECKING:
    from annotator.workspace.projects import Project
    from annotator.workspace.reading import Done

_AT_ONCE, _SINGLY = 2000, 20
"""Rows read while the window waits, a library that has more is read behind it; and rows read one by one."""


class Following(QObject):
    """Reads only the rows that were worked on, and those when there is time, so that no key waits for it."""

    counted = Signal(int)
    """How many disputes are open in the project."""

    def __init__(self, sheet: Sheet, projects: Projects, panel: LibraryPanel, jobs: Jobs) -> None:
        super().__init__(sheet)
        self._jobs = jobs
        self._sheet = sheet
        self._projects = projects
        self._panel = panel
        self._edited: set[str] = set()
        self._kept = ""
        self._mark = self._before = Mark()
        self._counting: Job | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.now)
        sheet.edited.connect(self._note)
        projects.rows_changed.connect(self.catch_up)
        projects.onlooking.written.connect(self._show_written)
        projects.onlooking.taking.connect(self._keep_report)
        projects.onlooking.taken.connect(self._show_kept)
        jobs.ended.connect(self.count_disputes)

    def read(self) -> None:
        """Show every row of the open project, none where none is open."""
        self._edited.clear()
        project = self._projects.project
        if project is None:
            self._panel.show_rows([])
        else:
            self._panel.author = project.author
            rows, self._mark = rows_since(project, Mark(), most=_AT_ONCE)
            self._before = self._mark
            self._panel.show_rows(rows)
            if len(rows) == _AT_ONCE:
                self._read_all(project)
            self.count_disputes()

    def now(self) -> None:
        """Show the rows of the reports that were edited as they stand in the project."""
        self._late.stop()
        project, edited = self._projects.project, self._edited
        self._edited = set()
        if project is not None:
            for report_id in edited:
                self._panel.model.change(project.row(report_id))

    def catch_up(self) -> None:
        """Show the rows that were added or worked on since, by whatever runs behind the window too.

        Goes back to the reading before the last: counts are written a moment after what they count.
        """
        project = self._projects.project
        if project is None:
            return
        rows, following = rows_since(project, self._before)
        self._before, self._mark = self._mark, following
        self._panel.put_rows(rows)

    def _show_written(self) -> None:
        """Show what somebody else wrote: in the library, and on the page where it was in that report."""
        self.catch_up()
        report = self._sheet.open_report
        if report is not None and self._projects.onlooking.has_news_of(report.report_id):
            self._sheet.reload()

    def _keep_report(self) -> None:
        report = self._sheet.open_report
        self._kept = "" if report is None else report.report_id

    def _show_kept(self) -> None:
        # A restore may have brought a project that does not have it yet.
        if self._kept in self._projects.held.report_ids():
            self._panel.chosen.emit(self._kept)

    def count_disputes(self) -> None:
        """Count behind the window what those who finished a report differ in, then show it."""
        project = self._projects.project
        if project is None or self._counting is not None:
            return

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> list[str]:
            from annotator.workspace.reviewing import recount

            return recount(project, progress=tell, cancelled=stopped)

        def done(changed: list[str] | None) -> None:
            self._counting = None
            if self._projects.project is project:
                self._show_counts(changed or [])

        job = self._counting = self._projects.aside(self.tr("counting disputes"), work)
        job.done.connect(done)
        # A count that fails is made at the next opening; the library shows the last one.
        job.failed.connect(lambda _: done(None))
        self._jobs.read(job)

    def _show_counts(self, report_ids: list[str]) -> None:
        """Show the rows of reports whose disputes were counted anew, and say how many are open in all."""
        project = self._projects.held
        if len(report_ids) > _SINGLY:
            # What was counted anew is no work on a report, which catching up would go by.
            rows, self._mark = rows_since(project, Mark())
            self._before = self._mark
            self._panel.put_rows([row for row in rows if row.disputes])
        for report_id in report_ids if len(report_ids) <= _SINGLY else ():
            self._panel.model.change(project.row(report_id))
        self.counted.emit(sum(row.disputes for row in self._panel.model.rows()))

    def _read_all(self, project: Project) -> None:
        """Read a large library behind the window, and what was worked on in the meantime after it."""

        def work(_: Tell, stopped: Callable[[], bool]) -> Listed:
            with project.beside() as own:
                return self._panel.model.get_ready(rows_since(own, Mark())[0])

        def done(listed: Listed) -> None:
            if self._projects.project is project:
                self._panel.show_listed(listed)
                self.catch_up()

        job = Job(self.tr("reading the library"), work)
        job.done.connect(done)
        self._jobs.read(job)

    def _note(self, done: Done) -> None:
        """Remember what to read; a step over many reports is read as what was done since."""
        if len(done.report_ids) > _SINGLY:
            self.catch_up()
        else:
            self._edited.update(done.report_ids or (self._sheet.report.report_id,))
            self._late.start()
