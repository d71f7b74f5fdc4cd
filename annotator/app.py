"""The program's window: made, themed, shown, and drawn into a picture where there is no display."""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from annotator.ui.main_window import MainWindow


_OBJECTS = 20_000
"""New objects after which the youngest are looked through for garbage, more than a report has."""


def run_window(project: Path | None, *, author: str = "") -> int:
    """Open the window on a project, else on the last one, else on the start page; return the exit code.

    A project that cannot be opened is said in the window, which then shows the start page.
    """
    from PySide6.QtCore import Qt

    # What is imported and made from here on lives as long as the program: to look it through is in vain.
    gc.disable()
    app = _application()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window = make_frame(app, author=author)

    def started() -> None:
        try:
            begin(window, project)
        except Exception:
            app.exit(3)  # a frame without parts is of no use to anybody
            raise

    window.front.painted.connect(started, Qt.ConnectionType.QueuedConnection)
    window.show()
    return app.exec()


def begin(window: MainWindow, project: Path | None) -> None:
    """Make the parts of a window that has been painted, and open a project in it, else the last one."""
    from annotator.ui.settings import Settings

    furnish(window)
    # A collection that looked all the parts through would take longer than a key may.
    gc.freeze()
    gc.set_threshold(_OBJECTS, 10, 10)
    gc.enable()
    chosen = project or next(iter(Settings().recent), None)
    if chosen is not None:
        window.projects.open_path(chosen)


def make_window(app: QApplication, *, author: str = "") -> MainWindow:
    """Return a main window with all its parts, in the remembered theme and language."""
    window = make_frame(app, author=author)
    furnish(window)
    return window


def furnish(window: MainWindow) -> None:
    """Make the parts of a window in the chosen language; exceptions nobody catches become notices in it."""
    from annotator.ui.languages import use_language
    from annotator.ui.settings import Settings

    use_language(Settings())
    window.furnish()
    sys.excepthook = window.notices.catch


def save_picture(project: Path, picture: Path, *, author: str = "") -> Path:
    """Draw the window with the first report of a project into a PNG, without a display."""
    from tempfile import TemporaryDirectory

    from annotator.ui.settings import Settings

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Drawing unseen, Qt warns of every size hint it has no use for.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    with TemporaryDirectory() as folder:
        # What the user's own window remembers is neither drawn nor changed.
        os.environ["ANNOTATOR_CONFIG"] = folder
        app = _application()
        window = make_window(app, author=author or "demo")
        window.resize(1440, 900)
        window.show()
        window.projects.open_path(project)
        window.settle()
        if not window.grab().save(str(picture)):
            raise UserError("cannot-write", f"{picture} cannot be written; choose another folder")
        window.close()
        Settings().flush()
    return picture


def make_frame(app: QApplication, *, author: str = "") -> MainWindow:
    """Return a window that can be painted at once, its parts yet to be made."""
    from annotator.ui.main_window import MainWindow
    from annotator.ui.settings import Settings

    return MainWindow(app, Settings(), author=author)


def _application() -> QApplication:
    try:
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        message = f"Qt cannot be loaded ({error}); annotator doctor says what to install"
        raise UserError("no-qt", message) from error
    held = QApplication.instance()
    if isinstance(held, QApplication):
        return held
    app = QApplication(["annotator"])
    app.setApplicationName("annotator")
    app.setApplicationDisplayName("annotator")
    return app
