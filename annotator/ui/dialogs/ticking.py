"""A preview of one step over many places: a row a place with a tick, done together or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.fonts import scaled
from annotator.ui.lists.tables import RowTable

Index = QModelIndex | QPersistentModelIndex
_TICK = Qt.ItemDataRole.CheckStateRole
_SIZE = (980, 460)


@dataclass(frozen=True, slots=True)
class TickRow:
    """The cells of a row; one that cannot be done says why and takes no tick."""

    cells: tuple[str, ...]
    refused: str = ""


class TickedRows(QAbstractTableModel):
    """Rows with a tick in the first column, ticked at first where they can be done."""

    ticked = Signal()

    def __init__(self, heads: Sequence[str], rows: Sequence[TickRow]) -> None:
        super().__init__()
        self._heads = list(heads)
        self._rows = list(rows)
        self._ticks = [not row.refused for row in rows]

    @property
    def chosen(self) -> list[int]:
        """Return the numbers of the ticked rows."""
        return [number for number, tick in enumerate(self._ticks) if tick]

    def tick(self, rows: Sequence[int], *, on: bool) -> None:
        """Tick rows that can be done, or take their ticks away."""
        for row in rows:
            self._ticks[row] = on and not self._rows[row].refused
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))
            self.ticked.emit()

    def is_ticked(self, row: int) -> bool:
        """Tell whether a row is ticked."""
        return self._ticks[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many columns there are."""
        return len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first column be ticked where the row can be done."""
        held = super().flags(index)
        can = index.column() == 0 and not self._rows[index.row()].refused
        return held | Qt.ItemFlag.ItemIsUserCheckable if can else held

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell, its tick among what it says."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.refused or row.cells[index.column()]
        if role == _TICK and index.column() == 0 and not row.refused:
            return Qt.CheckState.Checked if self._ticks[index.row()] else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick that was clicked."""
        if role != _TICK or index.column():
            return False
        self.tick([index.row()], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class TickDialog(QDialog):
    """Lists places; Space ticks the selected rows, Enter does them together, Escape changes nothing."""

    def __init__(self, parent: QWidget, title: str, lead: str, apply: str, model: TickedRows) -> None:
        """`apply` is what the button says, `%1` in it how many rows are ticked."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = parent.size()
        self.resize(min(scaled(_SIZE[0]), room.width() - 40), min(scaled(_SIZE[1]), room.height() - 40))
        self.model = model
        self._apply_text = apply
        self.table = RowTable(model, [0] * model.columnCount(), many=True)
        self.table.setAccessibleName(title)
        self.table.installEventFilter(self)
        self._count = QLabel()
        self._count.setObjectName("hint")
        self._all, self._none = QPushButton(self.tr("Tick &all")), QPushButton(self.tr("Tick &none"))
        self._all.clicked.connect(lambda: model.tick(range(model.rowCount()), on=True))
        self._none.clicked.connect(lambda: model.tick(range(model.rowCount()), on=False))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.apply = buttons.button(kinds.Ok)
        self.apply.setDefault(True)
        buttons.button(kinds.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(lead, buttons)
        model.ticked.connect(self._tell)
        self._tell()
        if model.rowCount():
            self.table.selectRow(0)
        self.table.setFocus()

    def _lay_out(self, lead: str, buttons: QDialogButtonBox) -> None:
        said = QLabel(lead)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        row = QHBoxLayout()
        for button in (self._all, self._none):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(said)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Space tick every selected row, as the current one is or is not."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() != Qt.Key.Key_Space:
            return False
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        if rows:
            self.model.tick(rows, on=not self.model.is_ticked(self.table.currentIndex().row()))
        return True

    def _tell(self) -> None:
        chosen = len(self.model.chosen)
        said = self.tr("%1 of %2 ticked").replace("%2", str(self.model.rowCount()))
        self._count.setText(said.replace("%1", str(chosen)))
        self.apply.setText(self._apply_text.replace("%1", str(chosen)))
        self.apply.setEnabled(bool(chosen))
