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
    command = [sys.executable, "-m", "benchmarks.starting", *words]
    begun = time.monotonic()
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=True
    )
    return [float(station) - begun for station in done.stdout.split()]


def _bare() -> None:
    """Show a bare window until it has been painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

    class Ground(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            QTimer.singleShot(0, leave)

    def leave() -> None:
        _print_time()
        app.quit()

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(Ground())
    window.resize(1440, 900)
    window.show()
    app.exec()


def _ours(project: Path) -> None:
    """Start the program on a project as its command does, until the first report has been painted."""
    from annotator import app
    from annotator.workspace.displays import window_obstacle

    begin = app.begin

    def begun(window: object, chosen: Path | None) -> None:
        _print_time()
        begin(window, chosen)
        _watch(window)

    window_obstacle()  # what it finds is no matter where nothing is shown
    app.begin = begun
    app.run_window(project, author="an")


def _watch(window: object) -> None:
    """Leave once the page has been painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, leave)
            return False

    def leave() -> None:
        _print_time()
        os._exit(0)

    window.page.viewport().installEventFilter(Watch(window))


def _print_time() -> None:
    sys.stdout.write(f"{time.monotonic()}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        _bare()
    else:
        _ours(Path(sys.argv[2]))
