"""The longest block of the window: how long it answers nothing while long work runs behind it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from benchmarks.budgets import Row, absolute
from benchmarks.desks import Desk
from benchmarks.reports import SIZES

_ROUNDS = 3
_LIMIT = 50
_EVERY = 2
"""Milliseconds between two beats of the heart."""
_PATIENCE = 90
"""Seconds that one piece of work may take."""


class Heart(QObject):
    """Beats in the window's event loop; the longest time between two beats is its longest block."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._beat)
        self._loop = QEventLoop(self)
        self._over: Callable[[], bool] = lambda: True
        self._first = self._last = self._longest = 0.0

    def during(self, begin: Callable[[], object], over: Callable[[], bool]) -> float:
        """Return the longest block in seconds from the beginning of some work until it is over."""
        self._over, self._longest = over, 0.0
        self._first = self._last = time.perf_counter()
        begin()
        self._timer.start()
        self._loop.exec()
        self._timer.stop()
        return self._longest

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now
        if self._over() or now - self._first > _PATIENCE:
            self._loop.quit()


def blocking(desk: Desk) -> list[Row]:
    """Return the lines of the longest block: while extracting, and while the whole of L is accepted."""
    heart = Heart()
    works = {
        ("longest block while accepting all", "L"): _acceptance,
        ("longest block while extracting", "SML"): _extraction,
    }
    lines = []
    for (budget, size), work in works.items():
        blocks = [heart.during(*work(desk)) for _ in range(_ROUNDS)]
        lines.append(absolute(budget, size, statistics.median(blocks), _LIMIT))
    return lines


def _extraction(desk: Desk) -> tuple[Callable[[], object], Callable[[], bool]]:
    """Open M and find candidates in every report again, in worker processes."""
    desk.open(desk.report_ids[list(SIZES).index("M")])
    desk.settle()
    jobs = desk.window.jobs
    return lambda: desk.window.projects.extract(desk.report_ids), lambda: jobs.running is None


def _acceptance(desk: Desk) -> tuple[Callable[[], object], Callable[[], bool]]:
    """Open L and accept thousands of candidates by one step, which is taken back untimed the next time."""
    sheet = desk.window.sheet
    desk.open(desk.report_ids[list(SIZES).index("L")])
    while sheet.report.undo_label() == "accept" and not sheet.report.view.counts.left:
        sheet.undo()
        while sheet.behind.is_busy:
            desk.settle()
    desk.settle()
    return lambda: desk.window.keyboard.sweeping.accept_above(0.0), lambda: not sheet.behind.is_busy
