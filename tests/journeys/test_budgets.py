"""The tables of the benchmarks hold what is asked of them, and their heart notices a window that hangs."""

from __future__ import annotations

import json
from time import perf_counter

from PySide6.QtCore import QTimer

from benchmarks.blocking import Heart
from benchmarks.budgets import absolute, print_rows, row


def test_that_a_table_says_what_was_measured_and_what_was_missed(capsys) -> None:
    rows = [row("key to painted", "L", 0.004, 0.005, 1.0), absolute("start", "", 1.6, 1500)]
    assert print_rows(rows, as_json=True) == 1
    first, second = json.loads(capsys.readouterr().out)
    assert first == {
        "budget": "key to painted",
        "size": "L",
        "ours": 4.0,
        "reference": 5.0,
        "ratio": 0.8,
        "limit": 1.0,
        "passed": True,
    }
    assert not second["passed"]
    assert print_rows(rows[:1], as_json=False) == 0


def test_that_the_heart_notices_how_long_the_window_hangs(qapp) -> None:
    woken = []

    def hang() -> None:
        begun = perf_counter()
        while perf_counter() < begun + 0.08:
            pass
        woken.append(True)

    longest = Heart().during(lambda: QTimer.singleShot(10, hang), lambda: bool(woken))
    assert longest >= 0.08
