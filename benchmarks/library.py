"""The budgets of a large project: opened, its library listed, searched, within so much memory."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.store.passages import texts_with
from annotator.workspace.projects import Project
from benchmarks.blocking import Heart
from benchmarks.budgets import Row, absolute, amount, p95, parser, print_rows, timed
from benchmarks.desks import AUTHOR, Desk, unseen

SIZE, FULL = 20_000, 100_000
_QUERIES = (
    "tỉnh",
    "bao cao",
    "mục tiêu",
    "dong thoi cham lo",
    "Mường Giôn",
    "Hua Bum",
    "xa",
    "0012345",
    "chưa có",
)
"""From words that every report holds to one that a single report does."""
_ROUNDS = 5


def measure(reports: int) -> list[Row]:
    """Return the table for a project of so many reports, which is made for this and gone afterwards."""
    size = f"{reports // 1000}k"
    with TemporaryDirectory() as held:
        folder = Path(held)
        unseen(folder / "settings")
        path = folder / "large.annotator"
        # In a process of its own, so that the memory it takes is not taken for the window's.
        subprocess.run([sys.executable, "-m", "benchmarks.large", str(path), str(reports)], check=True)
        return [*_window(path, size, reports), _search(path, size)]


def _window(path: Path, size: str, reports: int) -> list[Row]:
    """Open the project in the real window, and wait until its whole library is listed."""
    desk = Desk()
    window = desk.window
    begun = time.perf_counter()
    window.projects.open_path(path)
    desk.paint()
    shown = time.perf_counter() - begun
    block = Heart().during(lambda: None, lambda: len(window.library.model.rows()) == reports)
    desk.settle()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    desk.close()
    return [
        absolute("project open, report painted", size, shown, 1000),
        absolute("longest block while it is read", size, block, 50),
        amount("memory of the window, MB", size, memory, 500),
    ]


def _search(path: Path, size: str) -> Row:
    """Search the texts for words common and rare, until the first are there, which the window then lists."""
    with Project.open(path, author=AUTHOR) as project:
        times = [timed(_asking(project, words)) for _ in range(_ROUNDS) for words in _QUERIES]
    return absolute("full-text search, p95", size, p95(times), 50)


def _asking(project: Project, words: str) -> Callable[[], object]:
    return lambda: next(texts_with(project.store, words), None)


def main() -> int:
    """Print the table; `--full` measures a hundred thousand reports and five million spans."""
    asked = parser(__doc__)
    asked.add_argument("--full", action="store_true", help=f"{FULL} reports rather than {SIZE}")
    options = asked.parse_args()
    return print_rows(measure(FULL if options.full else SIZE), as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
