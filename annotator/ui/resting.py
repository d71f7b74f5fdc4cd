"""Resting: what is done for a project once nobody has typed for a while."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from annotator.ui.jobs import Job, Jobs
from annotator.ui.reading.sheet import Sheet

_PAUSE = 2000
"""Milliseconds without an edit that count as a rest."""


class Resting(QObject):
    """Tidies the project file behind the window, so that no key ever waits for it."""

    def __init__(self, sheet: Sheet, jobs: Jobs) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._jobs = jobs
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PAUSE)
        self._late.timeout.connect(self._rest)
        sheet.edited.connect(self._late.start)

    def _rest(self) -> None:
        report = self._sheet.open_report
        if report is not None and not report.project.read_only:
            project = report.project
            self._jobs.read(Job(self.tr("tidying"), lambda tell, stopped: project.tidy()))
