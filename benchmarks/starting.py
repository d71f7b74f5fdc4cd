"""Starting: from the command to a painted window and to a usable project, against a bare PySide6 window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.budgets import Row, absolute, row

_ROUNDS = 9
_PATIENCE = 60


def starting(project: Path, settings: Path) -> list[Row]:
    """Return the lines of starting; ours and the bare window start in turn, each in a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(settings)}
    environment.pop("ANNOTATOR_CONFIG", None)
    for words in (["bare"], ["ours", str(project)]):
        _started(words, environment)  # the first run of all reads the disk and compiles
    painted, usable, bare = [], [], []
    for _ in range(_ROUNDS):
        times = _started(["ours", str(project)], environment)
        painted.append(times[0])
        usable.append(times[1])
        bare.append(_started(["bare"], environment)[0])
    return [
        row("start to painted window", "", statistics.median(painted), statistics.median(bare), 1.5),
        absolute("start to usable project", "", statistics.median(usable), 1500),
    ]


def _started(words: list[str], environment: dict[str, str]) -> list[float]:
    """Start a process and return how many seconds after it was asked for it reached each of its stations."""
    command = [sys.executable, "-m", "benchmarks.started", *words]
    begun = time.monotonic()
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=True
    )
    return [float(station) - begun for station in done.stdout.split()]
