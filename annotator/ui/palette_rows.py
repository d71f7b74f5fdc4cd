"""The rows of the command palette: what each says and how it is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.chords import shown
from annotator.ui.command import Command
from annotator.ui.commands import menu_title
from annotator.ui.fonts import scaled, window_font
from annotator.ui.matching import ranked
from annotator.ui.theme import NORMAL, SMALL, Theme

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
HEIGHT = 32
_SIDE = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One command as the palette lists it; `reason` says why it cannot be run now."""

    command: Command
    reason: str

    @property
    def menu(self) -> str:
        """Return the title of the command's menu."""
        return menu_title(self.command)

    @property
    def keys(self) -> str:
        """Return the command's keys as this system writes them."""
        return "   ".join(map(shown, self.command.keys))

    @property
    def known_by(self) -> tuple[str, ...]:
        """Return every text the row can be found by, its title first."""
        command = self.command
        words = command.id.replace(".", " ").replace("_", " ")
        return (
            command.title,
            f"{self.menu} {command.title}",
            command.text,
            words,
            command.hint,
            *command.keys,
        )


class PaletteRows(QAbstractListModel):
    """The commands that match what is typed."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Row] = []
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """List these rows from now on."""
        self._all = rows
        self.narrow("")

    def narrow(self, query: str) -> None:
        """List what a query may mean, what can be run before what cannot."""
        found = ranked(query, [row.known_by for row in self._all])
        self.beginResetModel()
        self.rows = [self._all[at] for at in found]
        if query.strip():
            self.rows.sort(key=lambda row: bool(row.reason))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many rows are listed."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, its title, its help, or all it says for screen readers."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        said = {
            ROW: row,
            Qt.ItemDataRole.DisplayRole: row.command.title,
            Qt.ItemDataRole.ToolTipRole: row.command.hint,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(
                part for part in (row.command.title, row.menu, row.keys, row.reason) if part
            ),
        }
        return said.get(Qt.ItemDataRole(role))


class RowPainter(QStyledItemDelegate):
    """Paints a row: title, menu or what hinders it, and at the right its keys."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a fixed height."""
        return QSize(200, scaled(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one command."""
        row: Row = index.data(ROW)
        area = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self.theme.selection))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(self.theme.accent))
        area.adjust(_SIDE, 0, -_SIDE, 0)
        quiet, ink = QColor(self.theme.muted), QColor(self.theme.ink)
        keys = _draw(painter, area, window_font(SMALL), quiet, row.keys, right=True)
        area.setRight(area.right() - keys - (_SIDE if keys else 0))
        title = _draw(painter, area, window_font(NORMAL), quiet if row.reason else ink, row.command.title)
        area.setLeft(area.left() + title + _SIDE)
        _draw(
            painter, area, window_font(SMALL), quiet, f"{row.menu} · {row.reason}" if row.reason else row.menu
        )
        painter.restore()


def _draw(
    painter: QPainter, area: QRectF, font: QFont, colour: QColor, text: str, *, right: bool = False
) -> float:
    """Draw a text into an area, shortened where it is too long; return its width."""
    painter.setFont(font)
    painter.setPen(colour)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, round(area.width())))
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, fitting)
    return painter.fontMetrics().horizontalAdvance(fitting)
