"""Behind the page: a step over very many spans, worked out and written in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from annotator.domain.errors import UserError
from annotator.ui.jobs import Job, Jobs, Tell
from annotator.workspace.reading import Done, OpenReport

LARGE = 300
"""Spans from which on a step is worked out behind the page: fewer take less than 50 ms."""

FEW = 3
"""Reports that are changed while the window waits: each has to be opened for it."""

Step = Callable[[OpenReport], Done | None]


@dataclass(frozen=True, slots=True)
class Landed:
    """What came of a step once it is on disk: the report it was asked of, and what it did there."""

    report: OpenReport
    done: Done | None


class Behind(QObject):
    """Does one step at a time; until it has landed the report takes no other, which is said of every key.

    The step works on a twin of the report, so that the page can be read and scrolled meanwhile.
    """

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._running: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Tell whether a step is on its way to the disk."""
        return self._running is not None

    def refuse_while_busy(self) -> None:
        """Raise UserError `writing` while a step is on its way to the disk."""
        if self.is_busy:
            raise UserError("writing", self.tr("the last step is still being written; press the key again"))

    def run(
        self,
        report: OpenReport,
        step: Step,
        *,
        landed: Callable[[Landed], object],
        failed: Callable[[BaseException], object],
    ) -> None:
        """Start a step; `landed` gets what came of it, on this thread and with the report brought up to date.

        `failed` gets what the step raised; the report is then as it was.
        """

        def work(_: Tell, stopped: Callable[[], bool]) -> tuple[OpenReport, Done | None]:
            with report.project.beside() as project:
                twin = report.twin(project)
                return twin, step(twin)

        def come(outcome: tuple[OpenReport, Done | None]) -> None:
            self._running = None
            report.become(outcome[0])
            landed(Landed(report, outcome[1]))

        def refused(error: BaseException) -> None:
            self._running = None
            failed(error)

        self._running = Job(self.tr("writing a large step"), work)
        self._running.done.connect(come)
        self._running.failed.connect(refused)
        self._jobs.read(self._running)


def size_of(*, spans: int, reports: int) -> int:
    """Return how many spans a step counts for, by which it is worked out behind the page or at once."""
    return spans if reports <= FEW else max(spans, LARGE)
