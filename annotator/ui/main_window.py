"""The main window: a frame that paints at once, then library, page, card and lists, and what spans them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from annotator.ui.front import CARD, LIBRARY, LISTS, Front, remembered_theme

if TYPE_CHECKING:
    from annotator.ui.settings import Settings
    from annotator.workspace.extracting import Extracted


class MainWindow(QMainWindow):
    """One window, one project, one report on the page; its parts are there once it is furnished."""

    def __init__(self, app: QApplication, settings: Settings, *, author: str = "") -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._author = author
        self._is_furnished = False
        self.front = Front(remembered_theme(app, settings))
        self.setCentralWidget(self.front)
        self.setWindowTitle("annotator")
        self.resize(1440, 900)
        self.restoreGeometry(settings.state("window/geometry"))

    def furnish(self) -> None:
        """Make the parts of the window and put them together.

        Their modules are imported here, not at the top: all that takes several times as long as the first
        paint, which goes before it.
        """
        self._make_page()
        self._make_sides()
        self._make_lists()
        self._put_together()
        self._make_commands()
        self._connect()
        self.appearance.restore_sizes(self._splitters)
        self._is_furnished = True
        self._project_changed()

    def _make_page(self) -> None:
        from annotator.ui.appearance import Appearance
        from annotator.ui.jobs import Jobs
        from annotator.ui.notices import Notices
        from annotator.ui.projects import Projects
        from annotator.ui.reading.find_bar import FindBar
        from annotator.ui.reading.keyboard import PageKeyboard
        from annotator.ui.reading.page import Page
        from annotator.ui.reading.sheet import Sheet
        from annotator.ui.resting import Resting
        from annotator.ui.waiting import Waiting

        self.notices = Notices()
        self.jobs = Jobs()
        self.page = Page()
        self.appearance = Appearance(self._app, self.page, self._settings)
        self.appearance.begin()
        self.sheet = Sheet(self.page, self.notices, self.jobs)
        self.keyboard = PageKeyboard(self.sheet)
        self.hands = self.keyboard.hands
        self.find_bar = FindBar(self.sheet, self._settings)
        self.projects = Projects(self, self._settings, self.notices, self.jobs, author=self._author)
        Resting(self.sheet, self.jobs)
        Waiting(self.sheet, self.projects, self.jobs, self.notices)

    def _make_sides(self) -> None:
        from annotator.ui.bulk import Bulk
        from annotator.ui.card.panel import SpanCard
        from annotator.ui.library.acting import Acting
        from annotator.ui.library.following import Following
        from annotator.ui.library.panel import LibraryPanel
        from annotator.ui.start_page import StartPage
        from annotator.ui.status import StatusLine
        from annotator.ui.team.acting import Team

        self.library = LibraryPanel(self.appearance.theme, self._settings)
        self.following = Following(self.sheet, self.projects, self.library, self.jobs)
        self.bulk = Bulk(self.sheet, self.projects)
        self.acting = Acting(self.library, self.projects, self.bulk)
        self.team = Team(self, self.sheet, self.projects, self.library, self.following, self.jobs)
        self.card = SpanCard(self.sheet)
        self.start = StartPage()
        self.status = StatusLine(self.sheet, self.jobs)

    def _make_lists(self) -> None:
        from annotator.ui.agreement.showing import ShowingAgreement
        from annotator.ui.applying import Applying
        from annotator.ui.going import Going
        from annotator.ui.lists.concordance import Concordance
        from annotator.ui.lists.history import History
        from annotator.ui.lists.looking import Looking
        from annotator.ui.lists.own_work import OwnWork
        from annotator.ui.lists.panel import ListsPanel
        from annotator.ui.lists.problems import Problems
        from annotator.ui.review.showing import ShowingReview
        from annotator.ui.schema.acting import Defining
        from annotator.ui.travelling import Travelling

        self.going = Going(self.sheet, self.open_report)
        self.lists = ListsPanel(self.sheet)
        self.problems = Problems(self.sheet)
        self.lists.add(self.problems, self.tr("Problems"))
        self.problems.counted.connect(lambda count: self.lists.tell_count(self.problems, count))
        self.concordance = Concordance(self.appearance.theme, self._settings)
        self.lists.add(self.concordance, self.tr("Concordance"))
        self.travelling = Travelling(self.sheet, self.bulk)
        self.history = History(self.sheet, self.travelling, self.appearance.theme)
        self.lists.add(self.history, self.tr("History"))
        self.looking = Looking(
            self.concordance, self.sheet, self.projects, self.jobs, self.bulk, self.open_report
        )
        self.agreement = ShowingAgreement(
            self.sheet, self.projects, self.jobs, self.appearance, self.open_report
        )
        self.review = ShowingReview(self.sheet, self.projects, self.jobs, self.appearance)
        self.own_work = OwnWork(self.lists, self.sheet, self.projects, self.jobs, self.bulk, self.going)
        self.concordance.opened.connect(self.going.back)
        self.applying = Applying(self.sheet, self.projects, self.jobs, self.bulk, self.appearance)
        self.defining = Defining(self.projects, self.jobs, self.appearance)

    def _make_commands(self) -> None:
        from annotator.ui.actions import Actions
        from annotator.ui.bindings import Bindings
        from annotator.ui.commands import COMMANDS
        from annotator.ui.help.helping import Helping
        from annotator.ui.library_commands import LIBRARY_COMMANDS
        from annotator.ui.palette import Palette
        from annotator.ui.panes import Panes
        from annotator.ui.reading.physical import PhysicalKeys
        from annotator.ui.schema.taking import TakingSchema
        from annotator.ui.text_fields import TextFields

        self.panes = Panes(self, [self.library.list, self.page, self.card, self.lists], page=self.page)
        self.commands = Actions(
            self, self.page, self.notices, Bindings(self._settings), review=self.review.part
        )
        self.review.take_actions(self.commands, self.panes)
        self.command_palette = Palette(self, self.commands, self.page, self.notices, self.appearance.theme)
        self.helping = Helping(self, self._settings)
        self.commands.add(COMMANDS, self._handlers())
        self.acting.set_actions([self.commands[command.id] for command in LIBRARY_COMMANDS])
        self.taking = TakingSchema(self.commands, self.hands, self.card, self.looking, self.concordance)
        PhysicalKeys(self.page, self.commands.on_page, refuse=self.commands.refuse_on_page)
        TextFields(self._app, self, self.commands)

    def _put_together(self) -> None:
        from PySide6.QtWidgets import QSplitter, QToolBar

        from annotator.ui.fonts import scaled
        from annotator.ui.views import ANNOTATE, Views

        self._toolbar = QToolBar(self.tr("Toolbar"))
        self._toolbar.setObjectName("toolbar")
        self._toolbar.setMovable(False)
        self.addToolBar(self._toolbar)
        columns, rows = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
        for part in (self.library, self.find_bar.beneath(self.page), self.card):
            columns.addWidget(part)
        rows.addWidget(self.review.beside(columns))
        rows.addWidget(self.lists)
        self._splitters = {"columns": columns, "rows": rows}
        # Larger text takes room from the page, but not as much as it would like.
        library, card, lists = (round((size + scaled(size)) / 2) for size in (LIBRARY, CARD, LISTS))
        for splitter, sizes, main in ((columns, [library, 860, card], 1), (rows, [640, lists], 0)):
            splitter.setSizes(sizes)
            splitter.setHandleWidth(1)
            splitter.setStretchFactor(main, 1)
        self.views = Views(self.start, self.menuBar())
        self.views.add(ANNOTATE, self.tr("Annotate"), rows)
        of_report = (self.lists.figures, self.lists.spans, self.problems, self.history)
        self.review.join(self.views, rows, self.lists, of_report)
        self.going.join(self.views)
        self.agreement.join(self.views)
        self.setCentralWidget(self.views.stack)
        self.setStatusBar(self.status)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        from annotator.ui.details import show_details
        from annotator.ui.dialogs.reading import ShortcutsDialog, about_text, show_text
        from annotator.ui.reading.copying import Copying

        own: dict[str, Callable[[], object]] = {
            "report.details": lambda: show_details(self, self.sheet.report.report),
            "report.extract_again": lambda: self.projects.extract([self.sheet.report.report_id]),
            "report.finish": self.finish,
            "go.next_report": lambda: self._open_beside(1),
            "go.previous_report": lambda: self._open_beside(-1),
            "go.filter": lambda: self.library.filter.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "help.shortcuts": lambda: ShortcutsDialog(self, self.commands.commands()).open(),
            "help.about": lambda: show_text(self, self.tr("About annotator"), about_text(), ""),
            "window.palette": self.command_palette.open,
            "window.settings": self.show_settings,
            "project.schema": lambda: self.defining.open(self, self.commands),
            "window.quit": self.close,
        }
        parts = (
            self.keyboard,
            self.applying,
            self.card,
            self.find_bar,
            self.looking,
            self.history,
            self.problems,
            self.travelling,
            self.acting,
            self.team,
            self.projects,
            self.appearance,
            self.panes,
            self.helping,
            self.views,
            Copying(self.sheet),
        )
        held = {name: handler for part in parts for name, handler in part.handlers().items()}
        return {**own, **held, **self.review.handlers(held)}

    def _connect(self) -> None:
        from annotator.ui.alerts import Alerts

        self.notices.said.connect(self.status.say)
        self.notices.refused.connect(lambda text: self.status.say(text, refused=True))
        Alerts(self, self.notices, self.page)
        self.library.chosen.connect(self.open_report)
        self.library.dropped.connect(self.notices.guarded(self.projects.add))
        self.start.new_asked.connect(self.projects.ask_new)
        self.start.open_asked.connect(self.projects.ask_open)
        self.start.demo_asked.connect(self.open_demo)
        self.start.recent_chosen.connect(self.projects.open_path)
        self.projects.changed.connect(self._project_changed)
        self.defining.changed.connect(self._schema_changed)
        self.defining.said.connect(self.notices.say)
        self.views.changed.connect(self._enable)
        self.following.counted.connect(self.review.tell_count)
        self.review.settled.connect(self.following.count_disputes)
        self.projects.rows_changed.connect(self._open_first)
        self.projects.extracted.connect(self._extracted)
        self.hands.card_asked.connect(self.notices.guarded(self.card.focus_on))
        self.card.answered.connect(self.notices.guarded(self.hands.accept))
        self.card.label_chosen.connect(self.notices.guarded(self.hands.give))
        self.page.chip_clicked.connect(self._offer_labels)
        self.commands.bindings.changed.connect(self.taking.show_keys)
        self.appearance.theme_changed.connect(self.library.set_theme)
        self.appearance.theme_changed.connect(self.command_palette.set_theme)
        for model in (self.concordance.model, self.history.model):
            self.appearance.theme_changed.connect(model.set_theme)

    def open_report(self, report_id: str) -> None:
        """Put a report on the page, its first candidate current."""
        from annotator.workspace.reading import OpenReport

        if self.projects.project is None or not report_id:
            return
        opened = OpenReport(self.projects.project, report_id)
        self.sheet.open(opened)
        self.library.select(report_id)
        first = self.sheet.next_open(after=0)
        self.sheet.set_current(None if first is None else first.id)
        self._enable()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Finish the report, asking once about candidates left, and open the next one."""
        from annotator.ui.dialogs.asking import ask_leftovers
        from annotator.workspace import editing

        report = self.sheet.report
        left = report.view.counts.left
        is_done = report.view.finished and not left
        answer = ask_leftovers(self, left) if left else "accept"
        if answer == "first":
            first = self.sheet.next_open(after=0)
            self.sheet.set_current(None if first is None else first.id)
        elif answer and is_done:
            self._open_next(report.report_id)
        elif answer:
            self.sheet.put_large(
                lambda held: held.commit(editing.finish(held.desk, leftovers=answer)),
                sum(span.is_undecided for span in report.view),
                lambda done: self._open_next(report.report_id) if done else None,
            )

    def _open_next(self, finished: str) -> None:
        """Open the next report that is not finished; say so when none is left."""
        self.following.now()
        unfinished = self.library.next_unfinished(finished)
        if unfinished:
            self.open_report(unfinished)
        else:
            self.notices.say(self.tr("every report is finished; Ctrl+Shift+E exports the gold"))

    def open_demo(self) -> None:
        """Make the sample project in the user's home folder and open it."""
        from annotator.workspace.demonstrating import FOLDER, make_demo

        folder = Path.home() / FOLDER
        self.notices.say(self.tr("making the sample project…"))
        self.projects.run_apart(
            self.tr("making the sample project"),
            lambda tell, stopped: make_demo(folder, progress=tell, cancelled=stopped),
        )

    def show_settings(self) -> None:
        """Open the settings; what is chosen there is done at once."""
        from annotator.ui.dialogs.settings import SettingsDialog

        SettingsDialog(self, self.commands, self.appearance, self.projects, self._settings).open()

    def settle(self) -> None:
        """Bring all that follows the page up to date now rather than when there is time, as for a picture."""
        late = (self.following.now, self.status.refresh, self.card.refresh, self.lists.refresh)
        for each in (*late, self.problems.refresh):
            each()
        QCoreApplication.sendPostedEvents()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop long work, keep the layout, let go of the project."""
        if self._is_furnished:
            self.appearance.keep_layout(self, self._splitters)
            self.projects.close()
        event.accept()

    def _project_changed(self) -> None:
        from annotator.ui.refusals import in_words

        project = self.projects.project
        self.sheet.open(None)
        self.following.read()
        self.taking.take(project.schema if project is not None else None)
        if project is None:
            self.setWindowTitle("annotator")
            self.views.show_start()
            self.start.show_recent(self._settings.recent)
        else:
            held = (
                self.tr(" (read-only: in use by %1)").replace("%1", in_words(str(project.holder)))
                if project.holder
                else ""
            )
            self.views.show("annotate")
            self.setWindowTitle(project.name + held)
            if held:
                self.status.say(project.name + held, refused=True)
            rows = self.library.model.rows()
            self.status.author.setText(project.author)
            self.open_report(self.library.next_unfinished("") or (rows[0].id if rows else ""))
        self.commands.fill_menus(self.menuBar())
        self.commands.fill_toolbar(self._toolbar)
        self._enable()

    def _enable(self, _: str = "") -> None:
        project = self.projects.project
        self.commands.enable(
            project=project is not None,
            report=self.sheet.open_report is not None,
            writable=project is not None and not project.read_only,
            reviewing=self.review.is_seen,
        )

    def _schema_changed(self) -> None:
        """Show the same report under the labels of today."""
        self.taking.take(self.projects.held.schema)
        self.commands.fill_menus(self.menuBar())
        report = self.sheet.open_report
        if report is not None:
            self.open_report(report.report_id)
        self._enable()

    def _offer_labels(self, _: str) -> None:
        """Offer every label for the current span, below its chip, which was clicked."""
        corner = self.page.chip_rect.bottomLeft().toPoint() if self.page.chip_rect else QPoint()
        self.commands.popup("label", self).popup(self.page.viewport().mapToGlobal(corner))

    def _open_first(self) -> None:
        """Open the first report that has come when none is open."""
        if self.sheet.open_report is None:
            self.open_report(self.library.next_unfinished(""))

    def _extracted(self, outcomes: list[Extracted]) -> None:
        """Show the new candidates of the open report."""
        report = self.sheet.open_report
        if report is not None and any(outcome.report_id == report.report_id for outcome in outcomes):
            self.sheet.reload()

    def _open_beside(self, step: int) -> None:
        report = self.sheet.open_report
        self.open_report(self.library.beside(report.report_id if report else "", step))
