"""Working: an extractor at work in processes of its own, which may fail, die, hang, swell or be stopped."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Lock, Thread
from time import monotonic

from annotator import plugins
from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.domain.schema import Schema
from annotator.extract.base import Extraction
from annotator.workspace.consenting import refuse_without_consent
from annotator.workspace.serving import Failure, Recipe, Unusable, end_group, serve

DEFAULT_EXTRACTOR = "vn-rules"
_POLL = 0.2
"""Seconds after which a wait looks whether it was cancelled, and whether a worker takes too long."""
_LOSSES = 3
"""Reports lost one after the other, with none answered before, after which an extractor is given up."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may take: seconds for any report and for each 1,000 code points of it, and memory.

    The slowest extractor we know reads some 4,000 code points a second; the first report waits for what the
    extractor loads, too. `megabytes` is what all workers together may take, 0 for what the machine can spare.
    """

    seconds: float = 120.0
    seconds_per_thousand: float = 2.0
    megabytes: int = 0

    def time_for(self, report: Report) -> float:
        """Return how many seconds a report may take."""
        return self.seconds + self.seconds_per_thousand * len(report.text) / 1000

    def memory_of(self, jobs: int) -> int:
        """Return how many megabytes one of `jobs` workers may take: a gigabyte at least, four at most."""
        if self.megabytes:
            return self.megabytes // jobs
        return max(1024, min(4096, int(_machine_memory() * 0.6) // jobs))


LIMITS = Limits()


def _machine_memory() -> int:
    """Return the memory of this machine in megabytes, much where it does not say."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") >> 20
    except (AttributeError, OSError, ValueError):
        return 1 << 20


def extractions(
    reports: Iterator[Report],
    *,
    extractor: str = DEFAULT_EXTRACTOR,
    lexicons: tuple[Path, ...] = (),
    schema: Schema | None = None,
    jobs: int = 1,
    cancelled: Callable[[], bool] | None = None,
) -> Generator[tuple[Report, Extraction | str]]:
    """Yield each report with its extraction, or with one line where it failed, in the order they finish.

    A report is taken from the iterator when one of the `jobs` workers is free for it. A cancel ends the
    workers at once, whatever they do. `lexicons` are folders of a project's own tables,
    `schema` is its own where an extractor asks for one. A worker that dies, or takes more time or memory than
    `LIMITS` gives it, loses its report and is replaced. Raises UserError `unknown-plugin`, `broken-plugin`,
    which is also said of one that loses every report, `needs-consent` or `bad-lexicon`.
    """
    plugins.check("extractors", extractor)
    refuse_without_consent(extractor)
    jobs = max(1, jobs)
    recipe = Recipe(extractor, lexicons, schema, LIMITS.memory_of(jobs))
    workers: list[_Worker] = []
    losses: int | None = 0  # None once a report was answered
    try:
        while True:
            stopped = cancelled is not None and cancelled()
            if not stopped:
                _hand_out(reports, workers, jobs, recipe)
            busy = {worker.pipe: worker for worker in workers if worker.report is not None}
            if not busy:
                return
            ready = wait(list(busy), timeout=0 if stopped else _POLL)
            for worker in [each for pipe, each in busy.items() if pipe in ready or each.is_late]:
                report, found = worker.answer()
                if worker.is_dead:
                    workers.remove(worker)
                    losses = _counted(losses, found, extractor)
                elif not stopped:
                    # The worker goes on while the answer is put away.
                    losses = None
                    worker.take(next(reports, None))
                yield report, found
            if stopped:
                return
    finally:
        for worker in workers:
            worker.end()


class Standby:
    """One worker that is kept, for the report somebody waits for; one extraction at a time."""

    def __init__(
        self,
        *,
        extractor: str = DEFAULT_EXTRACTOR,
        lexicons: tuple[Path, ...] = (),
        schema: Schema | None = None,
    ) -> None:
        self._recipe = Recipe(extractor, lexicons, schema, LIMITS.memory_of(1))
        self._worker: _Worker | None = None
        self._turn = Lock()

    def get_ready(self) -> None:
        """Start the process and let it load its extractor, without waiting; any thread may call this."""
        with self._turn:
            if self._worker is None or self._worker.is_dead:
                self._worker = _Worker(self._recipe)
                self._worker.load()

    def extraction(self, report: Report, *, cancelled: Callable[[], bool]) -> Extraction | str | None:
        """Return a report's extraction, or one line where it failed, or None after a cancel.

        A cancel ends the worker; the next extraction starts another. Raises UserError `unknown-plugin`,
        `broken-plugin` or `bad-lexicon`.
        """
        self.get_ready()
        worker = self._worker
        assert worker is not None
        worker.take(report)
        while not worker.is_late and not wait([worker.pipe], timeout=_POLL):
            if cancelled():
                self.end()
                return None
        return worker.answer()[1]

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None


class _Worker:
    """A process with an extractor in it, and the report it works on."""

    def __init__(self, recipe: Recipe) -> None:
        context = get_context("spawn")
        self.pipe, other = context.Pipe()
        self.report: Report | None = None
        self.is_dead = False
        self._due = 0.0
        self._process: SpawnProcess = context.Process(target=serve, args=(recipe, other), daemon=True)
        self._process.start()
        other.close()

    @property
    def is_late(self) -> bool:
        """Tell whether its report has had all the time it may have."""
        return self.report is not None and monotonic() > self._due

    def load(self) -> None:
        """Let the worker load its extractor before there is a report for it; nothing is answered."""
        self._send(None)

    def take(self, report: Report | None) -> None:
        """Give the worker a report to work on, or none."""
        self.report = report
        if report is not None:
            self._due = monotonic() + LIMITS.time_for(report)
            # A worker that hangs while it loads reads nothing, and a long report is more than a pipe holds.
            Thread(target=self._send, args=(report,), daemon=True).start()

    def answer(self) -> tuple[Report, Extraction | str]:
        """Return the report it had and what became of it; raise UserError when no report can be extracted.

        A worker that does not answer is dead after that.
        """
        report, self.report = self.report, None
        assert report is not None
        found = self._answer(report)
        if isinstance(found, Unusable):
            raise UserError(found.code, found.message)
        if isinstance(found, Failure):
            if found.is_spent:
                self.end()
            return report, f"{report.name}: {found.reason}; skipped"
        return report, found

    def _answer(self, report: Report) -> Extraction | Failure | Unusable:
        try:
            if self.pipe.poll():
                found: Extraction | Failure | Unusable = self.pipe.recv()
                return found
        except Exception:  # it died, or what it sent cannot be read
            self.end()
            return Failure(f"the worker process ended ({self._process.exitcode}) while extracting")
        self.end()
        return Failure(f"the extractor took more than {LIMITS.time_for(report):.0f} seconds")

    def end(self) -> None:
        """End the process, whatever it does."""
        self.is_dead = True
        if self._process.pid is not None:
            end_group(self._process.pid)
        self._process.kill()
        self._process.join()
        self.pipe.close()

    def _send(self, report: Report | None) -> None:
        try:
            self.pipe.send(report)
        except (OSError, TypeError):
            # It is dead, which waiting for its answer will tell. A pipe that is closed under a write in
            # another thread has no number left, which Python tells as a wrong type.
            return


def _hand_out(reports: Iterator[Report], workers: list[_Worker], jobs: int, recipe: Recipe) -> None:
    """Give a report to every idle worker, and to new ones up to `jobs`, as long as there are any."""
    idle = [worker for worker in workers if worker.report is None]
    while idle or len(workers) < jobs:
        report = next(reports, None)
        if report is None:
            return
        if not idle:
            idle.append(_Worker(recipe))
            workers += idle
        idle.pop().take(report)


def _counted(losses: int | None, line: object, extractor: str) -> int | None:
    """Count one more lost report; raise UserError `broken-plugin` where no other ever was answered."""
    if losses is None:
        return None
    if losses + 1 == _LOSSES:
        raise UserError(
            "broken-plugin",
            f"the extractor {extractor} answered none of {_LOSSES} reports; the last: {line}; "
            "choose another extractor, or have this one mended",
        )
    return losses + 1
