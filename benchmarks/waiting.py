"""Waiting: how long a report that is opened without candidates shows its first one, in the real window."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest

from annotator.workspace.projects import Project
from benchmarks.budgets import Row, absolute
from benchmarks.desks import AUTHOR, Desk, unseen
from benchmarks.texts import LENGTHS, filled, texts

_LIMIT = 1000
"""Milliseconds."""
_ROUNDS = 3
_PATIENCE = 20.0
"""Seconds."""


def waiting(folder: Path) -> list[Row]:
    """Measure from opening to the first candidate painted: no worker yet, one in reserve, others at work."""
    unseen(folder / "settings")
    filled(folder / "none", []).close()
    rows = []
    for size, length in LENGTHS.items():
        cold, kept = [], []
        for number in range(_ROUNDS):
            given = [text[:length] for text in texts(2, length)]
            with filled(folder / f"wait-{size}-{number}", given) as project:
                path = project.path
            first, second = _cold_and_kept(folder / "none" / path.name, path)
            cold.append(first)
            kept.append(second)
        rows.append(absolute("first candidate, no worker started yet", size, statistics.median(cold), _LIMIT))
        rows.append(absolute("first candidate, worker in reserve", size, statistics.median(kept), _LIMIT))
    with filled(folder / "busy", texts(80, LENGTHS["S"])) as project:
        path = project.path
    rows.append(absolute("first candidate, others being extracted", "S", _while_busy(path), _LIMIT))
    return rows


def _cold_and_kept(empty: Path, path: Path) -> tuple[float, float]:
    """Measure the first report of a project that is opened, and the second, in a window that stands."""
    with Project.open(path, author=AUTHOR) as project:
        first, second = project.report_ids()
    desk = Desk(empty)
    began = time.perf_counter()
    desk.window.projects.open_path(path)
    assert desk.window.sheet.report.report_id == first
    cold = _until_painted(desk, began)
    began = time.perf_counter()
    desk.window.open_report(second)
    kept = _until_painted(desk, began)
    desk.close()
    return cold, kept


def _while_busy(path: Path) -> float:
    desk = Desk(path)
    _until(lambda: _shown(desk))
    desk.window.projects.extract_new()
    last = desk.window.projects.held.report_ids()[-1]
    began = time.perf_counter()
    desk.window.open_report(last)
    taken = _until_painted(desk, began)
    assert desk.window.jobs.running is not None, "the others were done before it"
    desk.close()
    return taken


def _until_painted(desk: Desk, began: float) -> float:
    """Return the seconds since a report was asked for, its first candidate now on the page, painted."""
    _until(lambda: _shown(desk))
    desk.paint()
    return time.perf_counter() - began


def _shown(desk: Desk) -> bool:
    span = desk.window.sheet.current
    return span is not None and span.is_undecided


def _until(there: Callable[[], bool]) -> None:
    end = time.perf_counter() + _PATIENCE
    while not there():
        assert time.perf_counter() < end, "no candidate came"
        QTest.qWait(1)
