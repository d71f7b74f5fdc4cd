"""Desks: the real window on a real project file that holds the reports of every size."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import begin, make_frame
from annotator.domain.edits import Edit, Fragment
from annotator.domain.history import Draft
from annotator.domain.spans import State
from annotator.resources import default_schema
from annotator.store.authors import ensure_author
from annotator.store.reports import add_report
from annotator.workspace.projects import Project
from benchmarks.reports import SIZES, Made, make

AUTHOR, EXTRACTOR = "an", "made"
_SCREEN = 1920, 1080
"""The window fills a screen of the usual size."""

_PATIENCE = 1000
_BETWEEN_KEYS = 30
"""Milliseconds."""


def make_project(folder: Path) -> Path:
    """Make a project with a report of every size, its candidates an extractor's, some of them decided."""
    path = folder / "made.annotator"
    with Project.create(path, schema=default_schema(), author=AUTHOR) as project:
        ensure_author(project.store, EXTRACTOR, kind="extractor")
        for size in SIZES:
            put(project, make(size))
    return path


def put(project: Project, made: Made) -> None:
    """Add a report, its candidates and its decisions."""
    add_report(project.store, made.report)
    candidates = tuple(span.decided(State.CANDIDATE) for span in made.spans)
    decisions = tuple(span for span in made.spans if span.is_standing)
    found = Edit("extract", Fragment(), Fragment(candidates, frozenset(made.relations)))
    decided = Edit("accept", Fragment(), Fragment(decisions))
    for author, edit in ((EXTRACTOR, found), (AUTHOR, decided)):
        project.commit([Draft(made.report.id, author, author, uuid4().hex, edit)], {})


class Desk:
    """A window of the program, its page a known size; its keys go to the page."""

    def __init__(self, project: Path | None = None) -> None:
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        self.window = make_frame(app, author=AUTHOR)
        self.window.resize(*_SCREEN)
        self.window.show()
        begin(self.window, project)
        # The window says what goes wrong in a line of its own; a benchmark has to fail.
        sys.excepthook = sys.__excepthook__
        self.window.notices.bug.connect(_fail)
        self.page = self.window.page
        self._painted = _Painted()
        self.page.viewport().installEventFilter(self._painted)
        self.settle()

    @property
    def report_ids(self) -> list[str]:
        """Return the ids of the reports, in the order of their sizes."""
        return self.window.projects.held.report_ids()

    def open(self, report_id: str) -> None:
        """Open a report and paint its first page."""
        self.window.open_report(report_id)
        self.paint()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on the page and paint what it changed; what can wait is not waited for."""
        QTest.keyClick(self.page, key, held)
        self.paint()

    def rest(self) -> None:
        """Let as much time pass as between two keys of one that is held down: what waits has to fit in."""
        QTest.qWait(_BETWEEN_KEYS)

    def scroll(self, value: int) -> None:
        """Scroll to a pixel and paint."""
        bar = self.page.verticalScrollBar()
        if bar.value() != value:
            bar.setValue(value)
            self.paint()

    def paint(self) -> None:
        """Paint the page now; fail when nothing of it was due."""
        self._painted.seen = False
        QCoreApplication.sendPostedEvents()
        for _ in range(_PATIENCE):
            if self._painted.seen:
                return
            QCoreApplication.processEvents()
        raise AssertionError("nothing was painted")

    def take_keys(self) -> None:
        """Make the window the active one again, its page with the focus."""
        self.window.activateWindow()
        self.page.setFocus()
        self.settle()

    def settle(self) -> None:
        """Let everything that waits for a quiet moment have its moment."""
        QTest.qWait(200)

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()
        QTest.qWait(0)


def _fail(report: str) -> None:
    raise AssertionError(report)


class _Painted(QObject):
    """Notes that a viewport was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen |= event.type() == QEvent.Type.Paint
        return False


def unseen(folder: Path) -> None:
    """Draw without a display, and keep the settings of the window in a folder; call before Qt is used."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["ANNOTATOR_CONFIG"] = str(folder)
