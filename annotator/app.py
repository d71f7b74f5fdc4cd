"""The program's window: made, themed, shown, and drawn into a picture where there is no display."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from annotator.ui.main_window import MainWindow


def run_window(project: Path | None, *, author: str = "") -> int:
    """Open the window on a project, else on the last one, else on the start page; return the exit code.

    A project that cannot be opened is said in the window, which then shows the start page.
    """
    from annotator.ui.settings import Settings

    app = _application()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window = make_window(app, author=author)
    window.show()
    chosen = project or next(iter(Settings().recent), None)
    if chosen is not None:
        window.projects.open_path(chosen)
    return app.exec()


def make_window(app: QApplication, *, author: str = "") -> MainWindow:
    """Return a main window with the remembered theme; exceptions nobody catches become notices."""
    from annotator.ui.languages import use_language
    from annotator.ui.main_window import MainWindow
    from annotator.ui.settings import Settings

    settings = Settings()
    use_language(settings)
    window = MainWindow(app, settings, author=author)
    sys.excepthook = window.notices.catch
    return window


def save_picture(project: Path, picture: Path, *, author: str = "") -> Path:
    """Draw the window with the first report of a project into a PNG, without a display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Drawing unseen, Qt warns of every size hint it has no use for.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    app = _application()
    window = make_window(app, author=author or "demo")
    window.resize(1440, 900)
    window.show()
    window.projects.open_path(project)
    window.settle()
    if not window.grab().save(str(picture)):
        raise UserError("cannot-write", f"{picture} cannot be written; choose another folder")
    window.close()
    return picture


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
