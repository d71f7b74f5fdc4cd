"""Jobs: long work in a thread of its own, with progress, cancel, and results on the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

Tell = Callable[[int, int, str], None]
Work = Callable[[Tell, Callable[[], bool]], Any]
"""Gets a function to tell progress with, and one to ask whether to stop; returns its result."""


class Job(QObject):
    """One piece of long work; its signals arrive on the thread that made it."""

    progressed = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, title: str, work: Work) -> None:
        super().__init__()
        self.title = title
        self._work = work
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=title, daemon=True)
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin the work."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop; what it has finished stays."""
        self._stop.set()

    def join(self, seconds: float | None = None) -> bool:
        """Wait until the thread has ended, or some seconds went by; tell whether it has."""
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            result = self._work(self.progressed.emit, self._stop.is_set)
        except BaseException as error:  # handed to the window's thread, which says or reports it
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    def _deliver(self, result: object, error: object) -> None:
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)


class Jobs(QObject):
    """Runs one job at a time, since a project has one writer beside the window, and any number of readers."""

    began = Signal(object)
    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.running: Job | None = None
        self._readers: set[Job] = set()

    def run(self, job: Job) -> bool:
        """Start a job; return False when another one runs."""
        if self.running is not None:
            return False
        self.running = job
        job.done.connect(lambda _: self._end(job))
        job.failed.connect(lambda _: self._end(job))
        self.began.emit(job)
        job.start()
        return True

    def read(self, job: Job) -> None:
        """Start a job that nothing else has to wait for, whatever else runs."""
        self._readers.add(job)
        job.done.connect(lambda _: self._readers.discard(job))
        job.failed.connect(lambda _: self._readers.discard(job))
        job.start()

    def cancel(self) -> None:
        """Ask what runs to stop."""
        if self.running is not None:
            self.running.cancel()

    def stop(self) -> None:
        """Cancel what runs and wait for it."""
        for job in (*self._readers, *([self.running] if self.running else [])):
            job.cancel()
            job.join()

    def _end(self, job: Job) -> None:
        self.running = None
        self.ended.emit(job)
