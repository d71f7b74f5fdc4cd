"""Change the code of domain and text in small ways, one at a time, and count how many ways the tests notice.

`make mutation` runs it in an environment of its own; `SAMPLE=500 SEED=7` say how many of all changes are
tried and which. The work happens in a copy of the tree, which stays, to look at a survivor there:
`cd build/mutation && ../../.venv/mutation/bin/mutmut show NAME`.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent
PARTS = ("annotator", "resources", "benchmarks", "docs", "requirements", "tests")
FILES = ("README.md", "CHANGELOG.md", "Makefile", "pyproject.toml")
DETECTED = ("killed", "timeout", "suspicious", "segfault", "caught by type check")
PACKAGES = ("annotator.domain", "annotator.text")


def copied(place: Path) -> Path:
    """Make a fresh copy of what the run needs, and return it."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for part in PARTS:
        shutil.copytree(TREE / part, place / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(TREE / name, place / name)
    # mutmut counts lines in a way of its own, without processes and plugins.
    settings = place / "pyproject.toml"
    before, _, after = settings.read_text(encoding="utf-8").partition("[tool.coverage.run]")
    settings.write_text(before + after[after.index("[tool.mutmut]") :], encoding="utf-8")
    return place


def mutmut(place: Path, *words: str, log: str) -> str:
    """Run mutmut in a copy and return what it wrote; its spinners fill megabytes, so they go to a file."""
    said = place / log
    with said.open("w", encoding="utf-8") as file:
        environment = {**os.environ, "PYTHONPATH": str(place)}
        subprocess.run(
            [sys.executable, "-m", "mutmut", *words],
            cwd=place, stdout=file, stderr=subprocess.STDOUT, env=environment, check=False,
        )  # fmt: skip
    return said.read_text(encoding="utf-8", errors="replace")


def results(place: Path) -> dict[str, str]:
    """Return what became of each mutant, by its name."""
    lines = mutmut(place, "results", "--all", "true", log="results.txt").splitlines()
    pairs = [line.strip().rpartition(": ") for line in lines if "__mutmut_" in line]
    return {name: status for name, _, status in pairs}


def sampled(names: list[str], size: int, seed: int) -> list[str]:
    """Return as many names as asked for, the same for the same seed."""
    ordered = sorted(names)
    return ordered if size >= len(ordered) else sorted(random.Random(seed).sample(ordered, size))


def table(found: dict[str, str]) -> str:
    """Return a line a package: how many were tried, noticed, and how."""
    lines = [
        "| package | tried | killed | timeout | survived | no test | score |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for package in PACKAGES:
        count = Counter(status for name, status in found.items() if name.startswith(package + "."))
        tried, noticed = sum(count.values()), sum(count[status] for status in DETECTED)
        score = f"{noticed / tried:.1%}" if tried else "-"
        cells = (count["killed"], count["timeout"], count["survived"], count["no tests"], score)
        lines.append(f"| `{package}` | {tried} | " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines)


def main() -> int:
    """Try a sample of mutants and print what became of them; 1 where nothing could be tried."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--sample", type=int, default=500)
    words.add_argument("--seed", type=int, default=7)
    words.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    words.add_argument("--again", action="store_true", help="only run the survivors of the last run again")
    words.add_argument("--place", type=Path, default=TREE / "build" / "mutation")
    asked = words.parse_args()
    place = asked.place.resolve()
    survivors = (
        [name for name, status in results(place).items() if status == "survived"] if asked.again else []
    )
    place = copied(place)
    # The first run only writes the mutants and finds out which tests reach which function.
    first = mutmut(place, "run", "--max-children", "1", *FIRST, log="first.txt")
    chosen = survivors or sampled(list(results(place)), asked.sample, asked.seed)
    second = (
        mutmut(place, "run", "--max-children", str(asked.jobs), *chosen, log="run.txt") if chosen else first
    )
    found = {name: status for name, status in results(place).items() if name in set(chosen)}
    if not chosen or "not checked" in found.values():
        print(second[-2000:], file=sys.stderr)
        return 1
    print(f"seed {asked.seed}, {len(chosen)} of {len(results(place))} mutants\n\n{table(found)}\n")
    print("\n".join(sorted(name for name, status in found.items() if status not in DETECTED)))
    return 0


FIRST = ("annotator.domain.ranges.*",)
"""A pattern that names few mutants, to begin with."""


if __name__ == "__main__":
    sys.exit(main())
