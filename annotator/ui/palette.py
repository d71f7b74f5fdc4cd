"""The command palette: every command by a few letters of its name, with its keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from annotator.domain.errors import UserError
from annotator.ui.actions import Actions
from annotator.ui.fonts import scaled
from annotator.ui.notices import Notices
from annotator.ui.palette_rows import HEIGHT, PaletteRows, Row, RowPainter
from annotator.ui.theme import Theme

_WIDTH, _MOST_ROWS = 640, 11
_TOP = 56
_MOST = 5
"""So many commands that were run last stand first."""

_STAYS = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class Palette(QFrame):
    """Lies over the window while it is open; the focus goes back to the page when it closes."""

    def __init__(
        self, window: QWidget, actions: Actions, page: QWidget, notices: Notices, theme: Theme
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._page = page
        self._notices = notices
        self._recent: list[str] = []
        self.setObjectName("palette")
        self.rows = PaletteRows()
        self._painter = RowPainter(theme)
        self.line = QLineEdit()
        self.list = QListView()
        self._none = QLabel()
        self._lay_out()
        self.retranslate()
        self.line.textChanged.connect(self._narrow)
        self.line.returnPressed.connect(self._run)
        self.list.clicked.connect(self._run)
        self.line.installEventFilter(self)
        self._none.hide()
        self.hide()

    def _lay_out(self) -> None:
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self._painter)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self._none.setObjectName("empty")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for part in (self.line, self.list, self._none):
            column.addWidget(part)

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self.setAccessibleName(self.tr("Command palette"))
        self.line.setPlaceholderText(self.tr("What do you want to do?"))
        self.line.setAccessibleName(self.tr("Letters of a command's name"))
        self.list.setAccessibleName(self.tr("Commands"))
        self._none.setText(self.tr("no command is called that"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._painter.theme = theme

    def open(self) -> None:
        """Show every command, those run last first, the line empty and ready to be typed into."""
        actions = self._actions
        commands = [command for command in actions.commands() if command.id != "window.palette"]
        commands.sort(
            key=lambda command: self._recent.index(command.id) if command.id in self._recent else _MOST
        )
        self.rows.show([Row(command, actions.reason(command)) for command in commands])
        self.line.clear()
        self._place()
        self._choose(0)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Go away and give the focus back to the page."""
        self.hide()
        if self._page.isEnabled():
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> Row | None:
        """Return the row that Enter runs."""
        index = self.list.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice, which the line leaves to us; close on Escape."""
        page = self.list.height() // scaled(HEIGHT)
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._choose(self.list.currentIndex().row() + step)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go away when the focus goes elsewhere in the window; another window may come and go."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            self.hide()
        return False

    def _narrow(self, query: str) -> None:
        self.rows.narrow(query)
        self.list.setVisible(bool(self.rows.rows))
        self._none.setVisible(not self.rows.rows)
        self._place()
        self._choose(0)

    def _choose(self, row: int) -> None:
        last = self.rows.rowCount() - 1
        self.list.setCurrentIndex(self.rows.index(max(0, min(row, last)), 0))

    def _run(self, _: QModelIndex | None = None) -> None:
        row = self.chosen
        if row is None:
            return
        if row.reason:
            self._notices.refuse(UserError("not-now", f"{row.command.title}: {row.reason}"))
            return
        name = row.command.id
        self._recent = [name, *(other for other in self._recent if other != name)][:_MOST]
        self.close_palette()
        self._actions[name].trigger()

    def _place(self) -> None:
        window = self._window
        width = min(_WIDTH, window.width() - 32)
        rows = max(1, min(_MOST_ROWS, self.rows.rowCount()))
        height = min(scaled(HEIGHT) * rows + self.line.sizeHint().height() + 26, window.height() - 2 * _TOP)
        self.setGeometry((window.width() - width) // 2, _TOP, width, height)
