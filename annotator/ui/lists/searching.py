"""Searching the project in a thread of its own, its passages coming in as they are found."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Signal

from annotator.ui.jobs import Job, Jobs, Tell
from annotator.workspace.concording import Passage, passages
from annotator.workspace.projects import Project
from annotator.workspace.searching import Wanted

_AT_ONCE, _PAUSE = 400, 0.1
"""Passages that are sent to the window together, and seconds after which fewer are sent too."""


class Search(QObject):
    """One search at a time: what an older one still finds is dropped."""

    found = Signal(object)
    """Further passages, a list."""
    ended = Signal()
    failed = Signal(object)
    _sent = Signal(int, object)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._number = 0
        self._sent.connect(self._arrived)

    @property
    def is_running(self) -> bool:
        """Tell whether passages may still come."""
        return self._job is not None

    def start(self, project: Project, wanted: Wanted) -> None:
        """Look for words in every report, over a second connection; the search before is given up."""
        self.stop()
        number = self._number
        beside = project.beside

        def work(_: Tell, stopped: Callable[[], bool]) -> None:
            with beside() as own:
                self._send(number, own, wanted, stopped)

        job = Job(self.tr("searching"), work)
        job.done.connect(lambda _: self._end(number))
        job.failed.connect(lambda error: self._fail(number, error))
        self._job = job
        self._jobs.read(job)

    def stop(self) -> None:
        """Give up the search that runs; nothing more comes of it."""
        self._number += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _send(self, number: int, project: Project, wanted: Wanted, stopped: Callable[[], bool]) -> None:
        """Run in the thread: send passages in portions, the first at once."""
        portion: list[Passage] = []
        due = 0.0
        for some in passages(project, wanted, cancelled=stopped):
            portion += some
            if len(portion) >= _AT_ONCE or monotonic() >= due:
                self._sent.emit(number, portion)
                portion, due = [], monotonic() + _PAUSE
        self._sent.emit(number, portion)

    def _arrived(self, number: int, portion: list[Passage]) -> None:
        if number == self._number and portion:
            self.found.emit(portion)

    def _end(self, number: int) -> None:
        if number == self._number:
            self._job = None
            self.ended.emit()

    def _fail(self, number: int, error: BaseException) -> None:
        if number == self._number:
            self._job = None
            self.failed.emit(error)
