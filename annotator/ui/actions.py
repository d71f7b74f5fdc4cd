"""Qt actions made from the command table: shortcuts, menus and toolbar in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from annotator.domain.errors import UserError
from annotator.ui.bindings import Bindings
from annotator.ui.chords import sequences, shown
from annotator.ui.command import CONTEXT, Command, Place
from annotator.ui.commands import MENUS
from annotator.ui.notices import Notices

Handler = Callable[[], object]


@dataclass(frozen=True, slots=True)
class _Made:
    default: Command
    bound: Command
    action: QAction


class Actions(QObject):
    """One action a command; those of a page act only while that page has the focus.

    `review` is what holds the actions of the review view until its page takes them over.
    """

    def __init__(
        self,
        window: QWidget,
        page: QWidget,
        notices: Notices,
        bindings: Bindings,
        *,
        review: QWidget | None = None,
    ) -> None:
        super().__init__(window)
        self._homes = {Place.WINDOW: window, Place.PAGE: page, Place.REVIEW: review or QWidget(window)}
        self._notices = notices
        self.bindings = bindings
        self._made: dict[str, _Made] = {}
        self._project = self._report = self._writable = self._reviewing = False
        bindings.changed.connect(self._bind)

    def add(self, commands: Iterable[Command], handlers: Mapping[str, Handler]) -> None:
        """Make the actions of commands; raise KeyError when one has no handler."""
        for command in commands:
            home = self._homes[command.place]
            action = QAction(command.title, home)
            everywhere = command.place is Place.WINDOW
            context = Qt.ShortcutContext.WindowShortcut if everywhere else Qt.ShortcutContext.WidgetShortcut
            action.setShortcutContext(context)
            action.setStatusTip(command.hint)
            action.triggered.connect(_called(self._notices.guarded(handlers[command.id])))
            home.addAction(action)
            self._made[command.id] = _Made(command, command, action)
        self._bind()

    def remove(self, prefix: str) -> None:
        """Take away the actions whose id begins so, as when another schema has other labels."""
        for name in [name for name in self._made if name.startswith(prefix)]:
            made = self._made.pop(name)
            self._homes[made.default.place].removeAction(made.action)
            made.action.deleteLater()

    def __getitem__(self, name: str) -> QAction:
        return self._made[name].action

    def commands(self) -> list[Command]:
        """Return every command that has an action, in order, with the keys it has now."""
        return [made.bound for made in self._made.values()]

    def keys(self, prefix: str) -> dict[str, str]:
        """Return the first keys of the commands whose ids begin so, shown as here, by the rest of the ids."""
        return {
            name.removeprefix(prefix): shown(made.bound.keys[0])
            for name, made in self._made.items()
            if name.startswith(prefix) and made.bound.keys
        }

    def default(self, name: str) -> Command:
        """Return a command with the keys of the table."""
        return self._made[name].default

    def reason(self, command: Command) -> str:
        """Say why a command cannot be run now; empty when it can."""
        needs_report = command.place is Place.PAGE or (command.id in _NEED_REPORT and not self._reviewing)
        if not self._project and command.id not in _ALWAYS and command.menu not in {"view", "help"}:
            return self.tr("no project is open")
        if command.place is Place.REVIEW and not self._reviewing:
            return self.tr("only in the review view; Ctrl+2 shows it")
        if self._reviewing and (command.place is Place.PAGE or command.id in _OF_ANNOTATE):
            return self.tr("only where a report is annotated; Ctrl+1 goes there")
        if needs_report and not self._report:
            return self.tr("no report is open")
        if command.writes and not self._writable:
            return self.tr("the project is read-only")
        return ""

    def on_page(self, chord: str, place: Place = Place.PAGE) -> QAction | None:
        """Return what a chord, written as `chords.normal` does, runs while a page has the focus."""
        name = self.id_on_page(chord, place)
        return self._made[name].action if name else None

    def id_on_page(self, chord: str, place: Place = Place.PAGE) -> str:
        """Return the id of the command that a chord runs while a page has the focus; empty for none."""
        places = {place, Place.WINDOW}
        held = (
            n for n, made in self._made.items() if made.default.place in places and chord in made.bound.keys
        )
        return next(held, "")

    def refuse_on_page(self, chord: str) -> bool:
        """Say why the page's command of a chord cannot be run now; tell whether there was such a reason."""
        name = self.id_on_page(chord)
        why = self.reason(self._made[name].default) if name else ""
        if why:
            self._notices.refuse(UserError("not-now", why))
        return bool(why)

    def changes_report(self, chord: str) -> bool:
        """Tell whether a chord, written so too, changes the report wherever the focus is."""
        return any(
            made.bound.writes and made.bound.place is Place.WINDOW and chord in made.bound.keys
            for made in self._made.values()
        )

    def fill_menus(self, bar: QMenuBar) -> None:
        """Make the menus of the bar anew."""
        bar.clear()
        for menu, title in MENUS.items():
            held = self._of_menu(menu)
            if held:
                bar.addMenu(QCoreApplication.translate(CONTEXT, title)).addActions(held)

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Make the buttons of the toolbar anew."""
        bar.clear()
        bar.addActions([made.action for made in self._made.values() if made.default.toolbar])

    def popup(self, menu: str, parent: QWidget) -> QMenu:
        """Return a menu of the bar to be shown by itself; it is gone once it is closed."""
        made = QMenu(parent)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.addActions(self._of_menu(menu))
        return made

    def enable(self, *, project: bool, report: bool, writable: bool, reviewing: bool = False) -> None:
        """Enable what can be done: with a project, with an open report, with leave to write, in a view."""
        self._project, self._report, self._writable = project, report, writable
        self._reviewing = reviewing
        for made in self._made.values():
            made.action.setEnabled(not self.reason(made.default))

    def _of_menu(self, menu: str) -> list[QAction]:
        return [made.action for made in self._made.values() if made.default.menu == menu]

    def _bind(self) -> None:
        """Give every action the keys its command has now; menus and tooltips follow."""
        bound = self.bindings.bound(made.default for made in self._made.values())
        for command in bound:
            made = self._made[command.id]
            self._made[command.id] = _Made(made.default, command, made.action)
            made.action.setShortcuts(sequences(command.keys))
            made.action.setToolTip(_tip(command))


_ALWAYS = frozenset({"project.new", "project.open", "project.restore", "window.quit", "window.settings"})
_NEED_REPORT = frozenset(
    {
        "edit.undo",
        "edit.redo",
        "report.finish",
        "report.extract_again",
        "edit.history",
        "view.problems",
        "help.guideline",
        "help.tour",
        "find.open",
        "find.next",
        "find.previous",
    }
)
_OF_ANNOTATE = frozenset({"report.finish", "report.extract_again", "go.next_report", "go.previous_report"})
"""Commands of the window that are about the report being annotated."""


def _tip(command: Command) -> str:
    if not command.keys:
        return command.hint
    return f"{command.hint} ({shown(command.keys[0])})"


def _called(run: Callable[[], None]) -> Callable[[bool], None]:
    """Leave out what Qt says about the action being checked."""

    def called(_: bool = False) -> None:
        run()

    return called
