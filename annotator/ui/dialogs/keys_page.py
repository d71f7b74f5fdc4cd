"""The keys page of the settings: every command with its two chords, bound anew by pressing them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.domain.errors import UserError
from annotator.ui.actions import Actions
from annotator.ui.chords import shown
from annotator.ui.command import Command
from annotator.ui.commands import menu_title
from annotator.ui.dialogs.command_table import CommandTable, filter_of
from annotator.ui.dialogs.key_catcher import KeyCatcher

_SECOND = 3
"""The column of the second chord."""


class KeysPage(QWidget):
    """Shows the keys commands have now; a new one is refused where another command has it."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._asked: tuple[str, int] | None = None
        self.table = CommandTable(4)
        self.filter = filter_of(self.table)
        self.catcher = KeyCatcher()
        self.said = QLabel()
        self.said.setObjectName("notice")
        self.said.setWordWrap(True)
        self.change, self.change_second = QPushButton(), QPushButton()
        self.reset, self.reset_all = QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.refresh()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.change, self.change_second, self.reset, self.reset_all):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.insertStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.filter, self.table, self.catcher, self.said):
            column.addWidget(part)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.table.enter_pressed.connect(lambda: self.ask(0))
        self.table.cellDoubleClicked.connect(lambda _, column: self.ask(int(column == _SECOND)))
        self.table.currentCellChanged.connect(lambda *_: self._rest())
        self.catcher.caught.connect(self._bind)
        self.catcher.given_up.connect(self._give_up)
        self.change.clicked.connect(lambda: self.ask(0))
        self.change_second.clicked.connect(lambda: self.ask(1))
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self.filter.setPlaceholderText(self.tr("Filter commands…"))
        self.filter.setAccessibleName(self.tr("Filter of the commands"))
        self.table.setAccessibleName(self.tr("Commands and their keys"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Command"), self.tr("Menu"), self.tr("Key"), self.tr("With Ctrl or Alt")]
        )
        self.change.setText(self.tr("New key"))
        self.change_second.setText(self.tr("New second key"))
        self.reset.setText(self.tr("Reset"))
        self.reset_all.setText(self.tr("Reset all"))
        self._rest()

    def refresh(self) -> None:
        """Show the keys as they are now; those the user has bound carry a mark."""
        at = max(0, self.table.currentRow())
        self.table.fill([(command.id, self._texts(command)) for command in self._actions.commands()])
        self.table.narrow(self.filter.text())
        self.table.setCurrentCell(at, 0)

    def choose(self, command_id: str) -> None:
        """Make a command the current row."""
        ids = [command.id for command in self._actions.commands()]
        self.table.setCurrentCell(ids.index(command_id), 0)

    def ask(self, slot: int) -> None:
        """Wait for the new chord of the current command: 0 its key, 1 the one with Ctrl or Alt."""
        command = self._current()
        self._asked = command.id, slot
        line = (
            self.tr("Press the new second key of “%1”, with Ctrl or Alt. Esc leaves it as it is.")
            if slot
            else self.tr("Press the new key of “%1”. Esc leaves it as it is.")
        )
        self.catcher.setText(line.replace("%1", command.title))
        self._say("")
        self.catcher.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bind(self, chord: str) -> None:
        if self._asked is None:
            return
        name, slot = self._asked
        command = self._actions.default(name)
        try:
            self._actions.bindings.bind(command, slot, chord, among=self._actions.commands())
        except UserError as error:
            self._say(error.message, refused=True)
            return
        self._done(self.tr("%1 now runs “%2”").replace("%1", shown(chord)).replace("%2", command.title))

    def _reset(self) -> None:
        command = self._actions.default(self._current().id)
        try:
            self._actions.bindings.reset(command, among=self._actions.commands())
        except UserError as error:
            self._say(error.message, refused=True)
            return
        self._done(self.tr("“%1” has its own keys again").replace("%1", command.title))

    def _reset_all(self) -> None:
        self._actions.bindings.reset_all()
        self._done(self.tr("every command has its own keys again"))

    def _done(self, said: str) -> None:
        self.refresh()
        self._give_up()
        self._say(said)

    def _give_up(self) -> None:
        self._rest()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest(self) -> None:
        self._asked = None
        self._say("")
        self.catcher.setText(
            self.tr("Choose a command and press Enter, then its new key. • marks keys of your own.")
        )

    def _say(self, text: str, *, refused: bool = False) -> None:
        self.said.setProperty("refused", refused)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(f"! {text}" if refused else text)

    def _texts(self, command: Command) -> list[str]:
        first, second, *_ = (*map(shown, command.keys), "", "")
        mark = " •" if self._actions.bindings.is_bound(command) else ""
        return [command.title + mark, menu_title(command), first, second]

    def _current(self) -> Command:
        return next(command for command in self._actions.commands() if command.id == self.table.name())
