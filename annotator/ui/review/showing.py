"""Showing the review: the view is made when it is first seen, and reads its queue behind the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from annotator.domain.disputes import Wanted
from annotator.domain.errors import UserError
from annotator.ui.appearance import Appearance
from annotator.ui.command import Place
from annotator.ui.jobs import Job, Jobs, Tell
from annotator.ui.projects import Projects
from annotator.ui.reading.physical import PhysicalKeys
from annotator.ui.refusals import in_words
from annotator.ui.review_commands import REVIEW_COMMANDS
from annotator.ui.views import Views

if TYPE_CHECKING:
    from annotator.ui.actions import Actions
    from annotator.ui.panes import Panes
    from annotator.ui.reading.sheet import Sheet
    from annotator.ui.review.answering import Answering
    from annotator.ui.review.drafting import Drafting
    from annotator.ui.review.panel import ReviewPanel
    from annotator.ui.review.queue_rows import Listed
    from annotator.workspace.projects import Project

NAME = "review"
EVERY = Wanted(settled=None)
_COMMON = ("edit.undo", "edit.redo")
"""Commands of the window that mean answers here and edits elsewhere."""

Handlers = dict[str, Callable[[], object]]


class ShowingReview(QObject):
    """Turns between annotating and reviewing above the same lists; `part` holds the view."""

    settled = Signal()
    """The view was left after something in it was answered."""

    def __init__(self, sheet: Sheet, projects: Projects, jobs: Jobs, appearance: Appearance) -> None:
        super().__init__(sheet.page)
        self.part = QWidget()
        self._stack = QStackedWidget()
        self._sheet = sheet
        self._projects = projects
        self._jobs = jobs
        self._appearance = appearance
        self._views: Views | None = None
        self._actions: Actions | None = None
        self._panes: Panes | None = None
        self._lists: QTabWidget | None = None
        self._of_report: Sequence[QWidget] = ()
        self._answering: Answering | None = None
        self._handlers: Handlers = {}
        self._job: Job | None = None
        self._drafting: Drafting | None = None
        self._is_settled = False
        projects.left.connect(self._leave)

    def beside(self, annotating: QWidget) -> QWidget:
        """Return what shows either this view or the one where reports are annotated."""
        self._stack.addWidget(annotating)
        self._stack.addWidget(self.part)
        return self._stack

    def join(self, views: Views, whole: QWidget, lists: QTabWidget, of_report: Sequence[QWidget]) -> None:
        """Be one of the views of the window, within the part that this one and annotating share.

        Of the lists below both, those `of_report` are about the report being annotated, not reviewed.
        """
        self._views = views
        self._lists, self._of_report = lists, of_report
        views.add(NAME, self.tr("Review"), whole)
        views.changed.connect(self._turned)

    def handlers(self, others: Handlers) -> Handlers:
        """Return the handlers of the review's commands, and of those that mean something else here.

        `others` are what the latter do in all other views.
        """
        made: Handlers = {}
        for command in REVIEW_COMMANDS:
            made[command.id] = partial(self._run, command.id.removeprefix("review."))
        for name in _COMMON:
            made[name] = partial(self._run_common, name, others[name])
        return made

    def take_actions(self, actions: Actions, panes: Panes) -> None:
        """Take the window's actions, those of this view to be given to its page, and its panes."""
        self._actions, self._panes = actions, panes

    @property
    def is_seen(self) -> bool:
        """Tell whether this view is the one that is shown."""
        return self._views is not None and self._views.current == NAME

    @property
    def is_read(self) -> bool:
        """Tell whether the queue that was asked for is shown."""
        return self._job is None

    @property
    def answering(self) -> Answering:
        """Return what answers disputes, made with the view's own parts on first use."""
        if self._answering is None:
            self._answering = self._make()
            self.show_keys()
        return self._answering

    @property
    def panel(self) -> ReviewPanel:
        """Return the view's own parts, made on first use."""
        return self.answering.panel

    def tell_count(self, count: int) -> None:
        """Show in the switch of the views how many disputes are open."""
        if self._views is not None:
            self._views.set_count(NAME, self.tr("Review"), count)

    def read(self) -> None:
        """Read the queue as it is now; what is listed stays until then."""
        from annotator.ui.review.queue_rows import listed
        from annotator.workspace.reviewing import queue

        machines = self.panel.queue.machines.isChecked()

        wanted = self.panel.queue.wanted

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> Listed:
            lines = queue(project, EVERY, machines=machines, progress=tell, cancelled=stopped)
            return listed(lines, wanted)

        if not self.panel.queue.model.every:
            self.panel.say(self.tr("looking for disputes…"))
        self._stop()
        job = self._projects.aside(self.tr("looking for disputes"), work)
        self._job = job
        job.done.connect(lambda found: self._show(found, wanted) if self._job is job else None)
        job.failed.connect(lambda error: self._fail(error) if self._job is job else None)
        self._jobs.read(job)

    def show_settings(self) -> None:
        """Open the review's settings; with others the queue is read anew."""
        from annotator.ui.review.settings import ReviewSettings
        from annotator.workspace.assigning import members

        project = self._projects.held
        persons = [each.name for each in members(project) if each.kind == "person"]
        dialog = ReviewSettings(self.part.window(), project, persons)
        dialog.kept.connect(lambda: self.read() if self.is_seen else None)
        dialog.open()

    def _make(self) -> Answering:
        from annotator.ui.review.answering import Answering
        from annotator.ui.review.looking_ahead import LookingAhead
        from annotator.ui.review.panel import ReviewPanel

        notices, look = self._sheet.notices, self._appearance
        panel = ReviewPanel(look.theme)
        made = Answering(self._projects, notices, panel, LookingAhead(self._projects, self._jobs, notices))
        look.theme_changed.connect(panel.queue.set_theme)
        look.follow(panel.page)
        panel.page.typed_ignored.connect(self._sheet.page.typed_ignored)
        made.settled.connect(lambda _: self._answered())
        panel.queue.machines_asked.connect(lambda _: self.read())
        panel.queue.settings_asked.connect(self.show_settings)
        column = QVBoxLayout(self.part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        self._handlers = made.handlers() | {"edit.undo": made.undo, "edit.redo": made.redo}
        if self._actions is not None:
            actions = self._actions
            self._add_handlers(made, actions)
            panel.page.addActions(self.part.actions())
            PhysicalKeys(panel.page, lambda chord: actions.on_page(chord, Place.REVIEW))
            actions.bindings.changed.connect(self.show_keys)
        return made

    def _add_handlers(self, made: Answering, actions: Actions) -> None:
        from annotator.ui.review.settling_rules import SettlingRules

        self.rules = SettlingRules(made, self._projects, self._sheet.notices, self._jobs)

        def drafting() -> Drafting:
            if self._drafting is None:
                self._drafting = self._made_drafting(made, actions)
            return self._drafting

        self._handlers |= {
            "settings": self.show_settings,
            "rule": self.rules.begin,
            "edit": lambda: drafting().begin(),
            "edit.undo": lambda: drafting().undo() if made.panel.is_drafting else made.undo(),
            "edit.redo": lambda: drafting().redo() if made.panel.is_drafting else made.redo(),
        }

    def _made_drafting(self, made: Answering, actions: Actions) -> Drafting:
        from annotator.ui.review.drafting import Drafting

        drafting = Drafting(made, actions, self._sheet.notices, self._jobs)
        drafting.page.typed_ignored.connect(self._sheet.page.typed_ignored)
        self._appearance.follow(drafting.page)
        return drafting

    def show_keys(self) -> None:
        """Show on the cards and below them the keys that the commands have now."""
        if self._actions is not None and self._answering is not None:
            self.panel.versions.show_keys(self._actions.keys("review."))

    def _run(self, name: str) -> None:
        made = self.answering
        self._handlers[name]()
        if name not in {"reason", "comment"} and not made.panel.is_drafting:
            made.panel.page.setFocus()

    def _run_common(self, name: str, elsewhere: Callable[[], object]) -> None:
        self._run(name) if self.is_seen else elsewhere()

    def _turned(self, name: str) -> None:
        self._stack.setCurrentIndex(int(name == NAME))
        self._arrange(is_review=name == NAME)
        if name == NAME and self._drafting is not None and self.panel.is_drafting:
            self._drafting.page.setFocus()
        elif name == NAME and self._projects.project is not None:
            self.read()
            self.panel.page.setFocus()
        elif self._is_settled:
            self._is_settled = False
            self.settled.emit()

    def _answered(self) -> None:
        self._is_settled = True
        self.tell_count(self.panel.queue.model.open)

    def _arrange(self, *, is_review: bool) -> None:
        """Show the lists that are about what is seen, and let F6 go round its parts."""
        if self._lists is not None:
            for part in self._of_report:
                self._lists.setTabVisible(self._lists.indexOf(part), not is_review)
        if self._panes is not None and self._lists is not None and is_review:
            panel = self.panel
            parts = (panel.queue.list, panel.page, panel.versions, self._lists)
            self._panes.use(parts, page=panel.page)
        elif self._panes is not None:
            self._panes.reset()

    def _show(self, found: Listed, wanted: Wanted) -> None:
        self._job = None
        self.panel.queue.show_lines(found, wanted, self._projects.held.schema)
        self.tell_count(found.open)
        self._sheet.notices.guarded(self.answering.begin)()

    def _fail(self, error: BaseException) -> None:
        self._job = None
        if isinstance(error, UserError):
            self.panel.say(in_words(error.message))
        else:
            self._sheet.notices.catch(type(error), error, error.__traceback__)

    def _leave(self) -> None:
        self._stop()
        if self._answering is not None:
            self._answering.forget()
            self.panel.queue.clear()
            self.panel.end_draft()
        self.tell_count(0)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
