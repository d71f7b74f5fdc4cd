"""Touring: the stops of the tour, shown once in the sample project and whenever it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from annotator.ui.help.tour import Stop, Tour
from annotator.ui.settings import Settings
from annotator.ui.translating import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

SEEN = "tour/seen"
"""Under which name it is remembered that the tour was shown."""
_PAUSE = 400
"""Milliseconds after the sample project is open: it is painted by then."""


STOPS = (
    (
        "library",
        QT_TRANSLATE_NOOP("Tour", "The library"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "The reports of the project, with what is left to do in each. Enter opens one; "
            "Ctrl+Shift+O adds more, files and folders can be dropped here.",
        ),
    ),
    (
        "page",
        QT_TRANSLATE_NOOP("Tour", "The report"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Dashed marks are candidates that wait for you, solid ones are decided. Tab goes to "
            "the next candidate, Enter accepts it and goes on, Delete rejects it.",
        ),
    ),
    (
        "page",
        QT_TRANSLATE_NOOP("Tour", "Correct by keyboard"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "1 to 7 and Shift+1 to Shift+7 give another label; [ ] move the start, { } the end. "
            "Select text with Shift and the arrows and press a label's key to add a span. Ctrl+Z "
            "takes back whatever you did.",
        ),
    ),
    (
        "card",
        QT_TRANSLATE_NOOP("Tour", "The span card"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "All about the current span: its label, its value and which words gave it, links, "
            "history. V edits the value, I links a figure to what it measures, T accepts a whole "
            "statement.",
        ),
    ),
    (
        "lists",
        QT_TRANSLATE_NOOP("Tour", "The lists"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Figures, spans, doubtful places and every step so far. Enter in a row goes there; "
            "F6 goes from part to part of the window.",
        ),
    ),
    (
        "status",
        QT_TRANSLATE_NOOP("Tour", "What happens"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Here stands what was just done and how much is left. Everything is saved at once. "
            "Ctrl+Enter finishes the report and opens the next; Ctrl+Shift+E exports the gold.",
        ),
    ),
    (
        "menuBar",
        QT_TRANSLATE_NOOP("Tour", "When you are stuck"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "F1 shows what the guideline says of the label at hand, Ctrl+K finds any command by "
            "a few letters. This tour is in the menu Help.",
        ),
    ),
)
"""What the tour points at, its title, and what is said of it."""


class Touring(QObject):
    """Begins the tour; it is remembered as seen however it ends."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.tour: Tour | None = None
        self._late = QTimer(self, singleShot=True, interval=_PAUSE)
        self._late.timeout.connect(self.begin)
        window.projects.changed.connect(self._opened)

    @property
    def is_coming(self) -> bool:
        """Tell whether the tour begins by itself in a moment."""
        return self._late.isActive()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handler of the tour's command by id."""
        return {"help.tour": self.begin}

    def begin(self) -> None:
        """Show the first stop of the tour, in place of one that is under way."""
        if self.tour is not None:
            self.tour.end()
        self._settings.remember(SEEN, True)
        self._window.views.show("annotate")
        self.tour = Tour(self._window, self._stops())
        self.tour.ended.connect(self._ended)
        self.tour.begin()

    def _opened(self) -> None:
        project = self._window.projects.project
        if project is not None and not self._settings.flag(SEEN) and _is_sample(project.path):
            self._late.start()
        else:
            self._late.stop()

    def _ended(self) -> None:
        self.tour = None
        if self._window.page.isEnabled():
            self._window.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stops(self) -> list[Stop]:
        window = self._window
        parts: dict[str, QWidget] = {
            "library": window.library,
            "page": window.page,
            "card": window.card,
            "lists": window.lists,
            "status": window.status,
            "menuBar": window.menuBar(),
        }
        said = QCoreApplication.translate
        return [Stop(parts[name], said("Tour", title), said("Tour", text)) for name, title, text in STOPS]


def _is_sample(path: Path) -> bool:
    """Tell whether a file is the sample project; what makes one is loaded by those who never saw the tour."""
    from annotator.workspace.demonstrating import NAME

    return path.name == NAME
