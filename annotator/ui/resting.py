"""Resting: what is done behind the window, so that no key ever waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.ui.jobs import Job, Jobs
from annotator.ui.reading.sheet import Sheet
from annotator.workspace.warming import warm_up

if TYPE_CHECKING:
    from annotator.workspace.projects import Project

_PAUSE = 2000
"""Milliseconds without an edit that count as a rest."""
_SOON = 300
"""Milliseconds after the first report is open: it is painted by then."""


class Resting(QObject):
    """Loads what decisions need once the first report is open, and tidies the file while nobody types."""

    def __init__(self, sheet: Sheet, jobs: Jobs) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._jobs = jobs
        self._is_warm = False
        self._tidied: Project | None = None
        self._soon = self._timer(_SOON, self._begin)
        self._late = self._timer(_PAUSE, self._rest)
        sheet.opened.connect(self._opened)
        sheet.edited.connect(self._late.start)

    def _timer(self, pause: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(then)
        return timer

    def _opened(self) -> None:
        report = self._sheet.open_report
        if report is not None and report.project is not self._tidied:
            self._soon.start()

    def _begin(self) -> None:
        if not self._is_warm:
            self._is_warm = True
            # Not one of the window's jobs: closing a project waits for those.
            threading.Thread(target=warm_up, name="warming up", daemon=True).start()
        self._rest()

    def _rest(self) -> None:
        report = self._sheet.open_report
        if report is not None and not report.project.read_only:
            project = self._tidied = report.project
            self._jobs.read(Job(self.tr("tidying"), lambda tell, stopped: project.tidy()))
