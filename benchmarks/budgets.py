"""Budgets: one line of the tables that benchmarks print, and the few ways of timing they share."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

_BUSY = 0.8
"""Programs at work for each core, above which a measurement is disturbed; it is one of them itself."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: ours, the reference, their ratio, and whether the limit on it is kept.

    Times are in milliseconds, speeds in things a second. A budget without a reference has 0 there, and its
    limit is on `ours`.
    """

    budget: str
    size: str
    ours: float
    reference: float
    ratio: float
    limit: float
    passed: bool


def row(budget: str, size: str, ours: float, reference: float, limit: float) -> Row:
    """Return a line from two times in seconds; `limit` is how many times the reference ours may take."""
    ratio = ours / reference if reference else 0.0
    return Row(
        budget, size, round(ours * 1e3, 2), round(reference * 1e3, 2), round(ratio, 2), limit, ratio <= limit
    )


def absolute(budget: str, size: str, ours: float, limit: float) -> Row:
    """Return a line from a time in seconds that may take `limit` milliseconds, without a reference."""
    taken = round(ours * 1e3, 2)
    return Row(budget, size, taken, 0.0, 0.0, limit, taken <= limit)


def at_least(budget: str, size: str, ours: float, reference: float, limit: float) -> Row:
    """Return a line from two speeds; ours has to be `limit` times the reference, or, without one, `limit`."""
    ratio = ours / reference if reference else 0.0
    reached = ratio if reference else ours
    return Row(budget, size, round(ours, 1), round(reference, 1), round(ratio, 2), limit, reached >= limit)


def exactly(budget: str, size: str, ours: int, wanted: int) -> Row:
    """Return a line from a count that has to be the one that is wanted."""
    return Row(budget, size, ours, 0.0, 0.0, wanted, ours == wanted)


def amount(budget: str, size: str, ours: float, limit: float) -> Row:
    """Return a line from what is no time, in the unit its name says, that may be `limit` at most."""
    return Row(budget, size, round(ours, 2), 0.0, 0.0, limit, ours <= limit)


def timed(job: Callable[[], object]) -> float:
    """Return how many seconds a job takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def in_turn(
    ours: Callable[[], object],
    reference: Callable[[], object],
    *,
    rounds: int,
    between: Callable[[], object] = lambda: None,
) -> tuple[float, float]:
    """Return the median times in seconds of two jobs done in turn, `between` after each pair untimed."""
    times = []
    for _ in range(rounds):
        times.append((timed(ours), timed(reference)))
        between()
    return statistics.median(t[0] for t in times), statistics.median(t[1] for t in times)


def p95(times: Sequence[float]) -> float:
    """Return the time that 95 of 100 keep within."""
    return _within(times, 0.95)


def p99(times: Sequence[float]) -> float:
    """Return the time that 99 of 100 keep within."""
    return _within(times, 0.99)


def _within(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, round(len(times) * share))]


def print_rows(rows: Sequence[Row], *, as_json: bool) -> int:
    """Print a table, or one JSON value; return 1 when a budget is missed."""
    _tell_of_other_work()
    if as_json:
        print(json.dumps([asdict(one) for one in rows], indent=1))
    else:
        for one in rows:
            mark = "ok" if one.passed else "MISSED"
            reference = f"{one.reference:10.2f} {one.ratio:6.2f} x" if one.reference else " " * 19
            print(f"{one.budget:38} {one.size:3} {one.ours:10.2f} {reference} of {one.limit:5} {mark}")
    return 0 if all(one.passed for one in rows) else 1


def _tell_of_other_work() -> None:
    """Say on standard error that times mean little where more was at work than there are cores for it."""
    if hasattr(os, "getloadavg") and os.getloadavg()[0] > (os.cpu_count() or 1) * _BUSY:
        load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
        print(
            f"beside other work ({load}): ratios are rough, times without a reference are too long",
            file=sys.stderr,
        )


def parser(description: str | None) -> argparse.ArgumentParser:
    """Return the words every benchmark takes: `--json`."""
    made = argparse.ArgumentParser(description=description)
    made.add_argument("--json", action="store_true", help="print one JSON value and nothing else")
    return made
