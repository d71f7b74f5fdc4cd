"""Qt actions made from the command table: shortcuts, menus and toolbar in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QToolBar, QWidget

from annotator.ui.command import CONTEXT, Command, Place
from annotator.ui.commands import MENUS
from annotator.ui.notices import Notices

Handler = Callable[[], object]


class Actions(QObject):
    """One action a command; page commands act only while the page has the focus."""

    def __init__(self, window: QWidget, page: QWidget, notices: Notices) -> None:
        super().__init__(window)
        self._homes = {Place.WINDOW: window, Place.PAGE: page}
        self._notices = notices
        self._made: dict[str, tuple[Command, QAction]] = {}

    def add(self, commands: Iterable[Command], handlers: Mapping[str, Handler]) -> None:
        """Make the actions of commands; raise KeyError when one has no handler."""
        for command in commands:
            home = self._homes[command.place]
            action = QAction(command.title, home)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            page = command.place is Place.PAGE
            context = Qt.ShortcutContext.WidgetShortcut if page else Qt.ShortcutContext.WindowShortcut
            action.setShortcutContext(context)
            action.setStatusTip(command.hint)
            action.setToolTip(_tip(command))
            action.triggered.connect(_called(self._notices.guarded(handlers[command.id])))
            home.addAction(action)
            self._made[command.id] = (command, action)

    def remove(self, prefix: str) -> None:
        """Take away the actions whose id begins so, as when another schema has other labels."""
        for name in [name for name in self._made if name.startswith(prefix)]:
            command, action = self._made.pop(name)
            self._homes[command.place].removeAction(action)
            action.deleteLater()

    def __getitem__(self, name: str) -> QAction:
        return self._made[name][1]

    def commands(self) -> list[Command]:
        """Return every command that has an action, in order."""
        return [command for command, _ in self._made.values()]

    def fill_menus(self, bar: QMenuBar) -> None:
        """Make the menus of the bar anew."""
        bar.clear()
        for menu, title in MENUS.items():
            held = [action for command, action in self._made.values() if command.menu == menu]
            if held:
                made = bar.addMenu(QCoreApplication.translate(CONTEXT, title))
                made.addActions(held)

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Make the buttons of the toolbar anew."""
        bar.clear()
        bar.addActions([action for command, action in self._made.values() if command.toolbar])

    def enable(self, *, project: bool, report: bool, writable: bool) -> None:
        """Enable what can be done: with a project, with an open report, with leave to write."""
        for command, action in self._made.values():
            needs_report = command.place is Place.PAGE or command.id in _NEED_REPORT
            able = (project or command.id in _ALWAYS or command.menu in {"view", "help"}) and (
                report or not needs_report
            )
            action.setEnabled(able and (writable or not command.writes))


_ALWAYS = frozenset({"project.new", "project.open", "window.quit"})
_NEED_REPORT = frozenset({"edit.undo", "edit.redo", "report.finish", "report.extract_again"})


def _tip(command: Command) -> str:
    if not command.keys:
        return command.hint
    keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{command.hint} ({keys})"


def _called(run: Callable[[], None]) -> Callable[[bool], None]:
    """Leave out what Qt says about the action being checked."""

    def called(_: bool = False) -> None:
        run()

    return called
