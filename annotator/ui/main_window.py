"""The main window: library, page, card and lists put together, and the commands that span them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedWidget, QToolBar, QWidget

from annotator.domain.errors import UserError
from annotator.ui.actions import Actions
from annotator.ui.card.panel import SpanCard
from annotator.ui.commands import COMMANDS, label_command
from annotator.ui.dialogs.asking import ask_leftovers, ask_score
from annotator.ui.dialogs.reading import ShortcutsDialog, about_text, show_text
from annotator.ui.jobs import Jobs
from annotator.ui.library.panel import LibraryPanel
from annotator.ui.lists.panel import ListsPanel
from annotator.ui.notices import Notices
from annotator.ui.projects import Projects
from annotator.ui.reading.hands import Hands
from annotator.ui.reading.linking import Linking
from annotator.ui.reading.page import Page
from annotator.ui.reading.sheet import Sheet
from annotator.ui.settings import Settings
from annotator.ui.start_page import StartPage
from annotator.ui.status import StatusLine
from annotator.ui.theme import ThemeName, apply, load_theme
from annotator.workspace import editing
from annotator.workspace.reading import OpenReport

_ZOOM_STEP = 10
_ZOOMS = (50, 200)


class MainWindow(QMainWindow):
    """One window, one project, one report on the page."""

    def __init__(self, app: QApplication, settings: Settings, *, author: str = "") -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._vietnamese = QLocale().language() == QLocale.Language.Vietnamese
        self.notices = Notices()
        self.jobs = Jobs()
        self.page = Page()
        self.sheet = Sheet(self.page, self.notices)
        self.hands = Hands(self.sheet)
        self.linking = Linking(self.sheet)
        self.projects = Projects(self, settings, self.notices, self.jobs, author=author)
        theme = load_theme(self._remembered_theme())
        self.library = LibraryPanel(theme)
        self.card = SpanCard(self.sheet, theme)
        self.lists = ListsPanel(self.sheet)
        self.start = StartPage()
        self.status = StatusLine(self.sheet, self.jobs)
        self._put_together()
        self.actions_table = Actions(self, self.page, self.notices)
        self.actions_table.add(COMMANDS, self._handlers())
        self._toolbar = self._make_toolbar()
        self._connect()
        self._set_theme(self._remembered_theme())
        self._restore()
        self._project_changed()

    def _put_together(self) -> None:
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._rows = QSplitter(Qt.Orientation.Vertical)
        for part in (self.library, self.page, self.card):
            self._columns.addWidget(part)
        self._rows.addWidget(self._columns)
        self._rows.addWidget(self.lists)
        for splitter, sizes in ((self._columns, [260, 800, 320]), (self._rows, [660, 170])):
            splitter.setSizes(sizes)
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(True)
        self._columns.setStretchFactor(1, 1)
        self._rows.setStretchFactor(0, 1)
        self._work = QStackedWidget()
        self._work.addWidget(self.start)
        self._work.addWidget(self._rows)
        self.setCentralWidget(self._work)
        self.setStatusBar(self.status)
        self.resize(1440, 900)

    def _make_toolbar(self) -> QToolBar:
        bar = QToolBar(self.tr("Toolbar"))
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        self.addToolBar(bar)
        return bar

    def _handlers(self) -> dict[str, Callable[[], object]]:
        own: dict[str, Callable[[], object]] = {
            "report.extract_again": self.extract_again,
            "report.finish": self.finish,
            "edit.undo": self.sheet.undo,
            "edit.redo": self.sheet.redo,
            "go.next_report": lambda: self._open_beside(1),
            "go.previous_report": lambda: self._open_beside(-1),
            "go.filter": lambda: self.library.filter.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "go.next_pane": lambda: self._move_focus(1),
            "go.previous_pane": lambda: self._move_focus(-1),
            "view.chips": lambda: self._show_chips(not self.page.show_chips),
            "view.zoom_in": lambda: self._zoom(self.page.zoom + _ZOOM_STEP),
            "view.zoom_out": lambda: self._zoom(self.page.zoom - _ZOOM_STEP),
            "view.zoom_reset": lambda: self._zoom(100),
            "view.theme_light": lambda: self._set_theme("light"),
            "view.theme_dark": lambda: self._set_theme("dark"),
            "view.theme_contrast": lambda: self._set_theme("contrast"),
            "help.shortcuts": lambda: ShortcutsDialog(self, self.actions_table.commands()).open(),
            "help.about": lambda: show_text(self, self.tr("About annotator"), about_text(), ""),
            "window.quit": self.close,
        }
        return {**own, **self.hands.handlers(), **self.linking.handlers(), **self.projects.handlers()}

    def _connect(self) -> None:
        self.notices.said.connect(self.status.say)
        self.notices.refused.connect(lambda text: self.status.say(text, refused=True))
        self.notices.bug.connect(self._show_bug)
        self.library.chosen.connect(self.open_report)
        self.library.dropped.connect(self._guard(self.projects.add))
        self.start.new_asked.connect(self.projects.ask_new)
        self.start.open_asked.connect(self.projects.ask_open)
        self.start.demo_asked.connect(self.open_demo)
        self.start.recent_chosen.connect(self.projects.open_path)
        self.projects.changed.connect(self._project_changed)
        self.projects.rows_changed.connect(self._rows_changed)
        self.sheet.edited.connect(self._edited)
        self.hands.card_asked.connect(self.card.focus)
        self.hands.accept_report_asked.connect(self._accept_report)
        self.card.label_chosen.connect(self._guard(self.hands.give))
        self.page.typed_ignored.connect(self._typing_ignored)
