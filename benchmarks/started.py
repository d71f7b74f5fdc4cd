"""What `starting` starts: a bare window or the program, each telling when it reached its stations."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path


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
