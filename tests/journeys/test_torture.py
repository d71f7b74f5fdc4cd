"""What was acknowledged is there after a process was killed at any moment, or the power was cut."""

from __future__ import annotations

import json
import subprocess
import sys


def test_that_fifty_killed_processes_and_ten_power_cuts_lose_nothing_that_was_acknowledged() -> None:
    words = ["-m", "benchmarks.torture", "--rounds", "50", "--cuts", "10", "--seed", "7", "--json"]
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    found = json.loads(done.stdout)
    assert found["wrong"] == []
    assert sum(found["kills"].values()) == 50
    assert min(found["kills"][kind] for kind in ("desk", "keeper", "window", "shell")) >= 4
    assert found["acknowledged"] > 250
    opened = {kind for kind in found["cuts"] if kind.endswith("opened")}
    assert opened == {"between commits, with the log: opened", "in a checkpoint, with the log: opened"}
