"""Showing agreement: the view is made when it is first seen, and compares behind the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.errors import UserError
from annotator.ui.appearance import Appearance
from annotator.ui.jobs import Job, Jobs, Tell
from annotator.ui.projects import Projects
from annotator.ui.refusals import in_words
from annotator.ui.views import ANNOTATE, Views

if TYPE_CHECKING:
    from annotator.ui.agreement.panel import AgreementPanel
    from annotator.ui.reading.sheet import Sheet
    from annotator.workspace.agreeing import Case, Comparison
    from annotator.workspace.projects import Project

NAME = "agreement"
MOST = 500
"""Cases listed of a cell."""


class ShowingAgreement(QObject):
    """Compares whenever the view is turned to, and leads from a case to its report."""

    def __init__(
        self,
        sheet: Sheet,
        projects: Projects,
        jobs: Jobs,
        appearance: Appearance,
        open_report: Callable[[str], None],
    ) -> None:
        super().__init__(sheet.page)
        self.part = QWidget()
        self._sheet = sheet
        self._projects = projects
        self._jobs = jobs
        self._appearance = appearance
        self._open_report = open_report
        self._views: Views | None = None
        self._panel: AgreementPanel | None = None
        self._job: Job | None = None
        projects.left.connect(self._stop)

    def join(self, views: Views) -> None:
        """Be one of the views of the window."""
        self._views = views
        views.add(NAME, self.tr("Agreement"), self.part)
        views.changed.connect(self._turned)

    @property
    def panel(self) -> AgreementPanel:
        """Return the view's own part, made on first use."""
        if self._panel is None:
            from annotator.ui.agreement.panel import AgreementPanel

            self._panel = AgreementPanel(self._appearance.theme)
            self._appearance.theme_changed.connect(self._panel.set_theme)
            self._panel.asked.connect(lambda _: self.compare())
            self._panel.cases_asked.connect(self._find_cases)
            self._panel.opened.connect(self._sheet.notices.guarded(self.go_to))
            column = QVBoxLayout(self.part)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self._panel)
        return self._panel

    def compare(self) -> None:
        """Compare all sets as they are now; what was shown stays until the new numbers are there."""
        from annotator.workspace.agreeing import agreement, comparisons

        machines = self.panel.with_extractors.isChecked()

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> list[Comparison]:
            return comparisons(agreement(project, with_extractors=machines, cancelled=stopped))

        if not self.panel.pairs.isVisible():
            self.panel.say(self.tr("comparing…"))
        self._read(self._projects.aside(self.tr("comparing"), work), self._show)

    def go_to(self, case: Case) -> None:
        """Open the report of a case and select its place there."""
        place = case.first or case.second
        held = self._sheet.open_report
        if held is None or held.report_id != case.report_id:
            self._open_report(case.report_id)
        if self._views is not None:
            self._views.show(ANNOTATE)
        if place is not None:
            self._sheet.go_to(*place)
        self._sheet.page.setFocus()

    def _turned(self, name: str) -> None:
        if name == NAME and self._projects.project is not None:
            self.compare()
            self.panel.pairs.setFocus()

    def _show(self, told: Sequence[Comparison]) -> None:
        labels = self._projects.held.schema.labels
        codes = {label.name: label.code for label in labels}
        self.panel.show_told(told, [label.name for label in labels], codes)

    def _find_cases(self, cases: Sequence[Case]) -> None:
        from annotator.workspace.agreeing import passages_of

        some = cases[:MOST]
        title = self.tr("listing cases")
        job = self._projects.aside(
            title, lambda project, _, stopped: passages_of(project, some, cancelled=stopped)
        )
        self._read(job, self.panel.show_cases)

    def _read(self, job: Job, done: Callable[..., object]) -> None:
        """Run a job for the view; what an older one still brings is dropped."""
        self._stop()
        self._job = job
        job.done.connect(lambda result: done(result) if self._job is job else None)
        job.failed.connect(lambda error: self._fail(error) if self._job is job else None)
        self._jobs.read(job)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.panel.say(in_words(error.message))
        else:
            self._sheet.notices.catch(type(error), error, error.__traceback__)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
