"""Working: an extractor at work in processes of its own, which may fail, die, hang or be stopped."""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Lock

from annotator import plugins
from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.domain.schema import Schema
from annotator.extract.base import Extraction, TakesLexicons, TakesSchema

DEFAULT_EXTRACTOR = "vn-rules"
_ANY_TEXT = "Năm 2020, Sở Y tế tỉnh Sơn La khám 3 ca, tăng 5%."
_POLL = 0.2
"""Seconds after which a wait looks whether it was cancelled."""


@dataclass(frozen=True, slots=True)
class _Recipe:
    """What a worker makes its extractor of."""

    extractor: str
    lexicons: tuple[Path, ...]
    schema: Schema | None


@dataclass(frozen=True, slots=True)
class _Unusable:
    """Says that the extractor itself cannot be started, whatever the report."""

    code: str
    message: str


Answer = Extraction | str | _Unusable


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
    `schema` is its own where an extractor asks for one. Raises UserError
    `unknown-plugin`, `broken-plugin` or `bad-lexicon`.
    """
    plugins.check("extractors", extractor)
    recipe = _Recipe(extractor, lexicons, schema)
    workers: list[_Worker] = []
    try:
        while True:
            stopped = cancelled is not None and cancelled()
            if not stopped:
                _hand_out(reports, workers, max(1, jobs), recipe)
            busy = {worker.pipe: worker for worker in workers if worker.report is not None}
            if not busy:
                return
            for pipe in wait(list(busy), timeout=0 if stopped else _POLL):
                worker = busy[pipe]  # type: ignore[index]  # wait gives back what it was given
                report, found = worker.answer()
                if worker.is_dead:
                    workers.remove(worker)
                elif not stopped:
                    # The worker goes on while the answer is put away.
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
        self._recipe = _Recipe(extractor, lexicons, schema)
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
        while not wait([worker.pipe], timeout=_POLL):
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

    def __init__(self, recipe: _Recipe) -> None:
        context = get_context("spawn")
        self.pipe, other = context.Pipe()
        self.report: Report | None = None
        self.is_dead = False
        self._process: SpawnProcess = context.Process(target=_serve, args=(recipe, other), daemon=True)
        self._process.start()
        other.close()

    def load(self) -> None:
        """Let the worker load its extractor before there is a report for it; nothing is answered."""
        self._send(None)

    def take(self, report: Report | None) -> None:
        """Give the worker a report to work on, or none."""
        self.report = report
        if report is not None:
            self._send(report)

    def answer(self) -> tuple[Report, Extraction | str]:
        """Return the report it had and what became of it; raise UserError when no report can be extracted."""
        report, self.report = self.report, None
        assert report is not None
        try:
            found: Answer = self.pipe.recv()
        except (EOFError, OSError):
            self.end()
            ended = f"the worker process ended ({self._process.exitcode}) while extracting"
            return report, f"{report.name}: {ended}; skipped"
        if isinstance(found, _Unusable):
            raise UserError(found.code, found.message)
        return report, f"{report.name}: {found}; skipped" if isinstance(found, str) else found

    def end(self) -> None:
        """End the process, whatever it does."""
        self.is_dead = True
        self._process.kill()
        self._process.join()
        self.pipe.close()

    def _send(self, report: Report | None) -> None:
        try:
            self.pipe.send(report)
        except OSError:
            # It is dead, which waiting for its answer will tell.
            return


def _hand_out(reports: Iterator[Report], workers: list[_Worker], jobs: int, recipe: _Recipe) -> None:
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


def _serve(recipe: _Recipe, pipe: Connection) -> None:
    """Run in a worker: answer reports until the other end is gone."""
    # Ctrl-C reaches the whole group of processes; what it means is for the one with the project to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    built: plugins.Extracts | _Unusable | None = None
    while True:
        try:
            report: Report | None = pipe.recv()
            if built is None:
                built = _built(recipe)
            if report is None:
                # Much is loaded only when a report asks for it.
                if not isinstance(built, _Unusable):
                    _extracted(built, Report("", _ANY_TEXT))
                continue
            _send(pipe, built if isinstance(built, _Unusable) else _extracted(built, report))
        except (EOFError, OSError):
            return


def _built(recipe: _Recipe) -> plugins.Extracts | _Unusable:
    try:
        made: plugins.Extracts = plugins.load("extractors", recipe.extractor)()
        if recipe.lexicons and isinstance(made, TakesLexicons):
            made = made.with_lexicons(recipe.lexicons)
        if recipe.schema is not None and isinstance(made, TakesSchema):
            made = made.with_schema(recipe.schema)
    except UserError as error:
        return _Unusable(error.code, error.message)
    except Exception as error:  # a plugin may raise anything
        reason = f"the extractor {recipe.extractor} cannot be started ({type(error).__name__})"
        return _Unusable("broken-plugin", f"{reason}; install its package again or choose another")
    return made


def _extracted(extractor: plugins.Extracts, report: Report) -> Extraction | str:
    """Return the extraction, or the name of what it raised; never report text."""
    try:
        found = extractor.extract(report)
    except Exception as error:  # a plugin may raise anything; the report is named and skipped
        return f"the extractor failed with {type(error).__name__}"
    if not isinstance(found, Extraction):
        return "the extractor gave no extraction"
    if any(span.end > len(report.text) for span in found.spans):
        return "the extractor gave a span that is not in the report"
    return found


def _send(pipe: Connection, answer: Answer) -> None:
    try:
        pipe.send(answer)
    except OSError:
        raise
    except Exception as error:  # what a plugin put into its candidates cannot be sent
        pipe.send(f"what the extractor gave cannot be sent ({type(error).__name__})")
