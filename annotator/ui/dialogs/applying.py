"""The dialog of applying to all: every other place of a span's words in its context, ticked or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.schema import Schema
from annotator.ui.lists.passages import LEFT, ContextDelegate, PassageModel
from annotator.ui.lists.tables import RowTable
from annotator.ui.sizes import open_at
from annotator.ui.theme import Theme
from annotator.ui.titles import attribute_title, label_title, value_title
from annotator.workspace.applying import Example, is_done
from annotator.workspace.concording import Passage

Index = QModelIndex | QPersistentModelIndex
_SIZE = (980, 460)
_TICK = Qt.ItemDataRole.CheckStateRole


class TickedPassages(PassageModel):
    """Passages with a tick each; those under a decided span come without one."""

    ticked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._ticks: list[bool] = []

    def clear(self) -> None:
        """Show nothing."""
        self._ticks.clear()
        super().clear()

    def append(self, passages: Sequence[Passage]) -> None:
        """Show further passages below."""
        self._ticks += [not is_done(passage) for passage in passages]
        super().append(passages)
        self.ticked.emit()

    @property
    def chosen(self) -> list[Passage]:
        """Return the ticked passages, in the order they were found."""
        return [passage for passage, tick in zip(self.passages, self._ticks, strict=True) if tick]

    def tick(self, rows: Sequence[int], *, on: bool) -> None:
        """Tick rows, or take their ticks away."""
        for row in rows:
            self._ticks[row] = on
        if rows:
            self.dataChanged.emit(self.index(min(rows), LEFT), self.index(max(rows), LEFT))
            self.ticked.emit()

    def is_ticked(self, row: int) -> bool:
        """Tell whether a row is ticked."""
        return self._ticks[row]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first column be ticked."""
        held = super().flags(index)
        return held | Qt.ItemFlag.ItemIsUserCheckable if index.column() == LEFT else held

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell, its tick among what it says."""
        if role == _TICK and index.column() == LEFT:
            return Qt.CheckState.Checked if self._ticks[index.row()] else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick that was clicked."""
        if role != _TICK or index.column() != LEFT:
            return False
        self.tick([index.row()], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class ApplyDialog(QDialog):
    """Lists places; Space ticks the selected rows, Enter applies, Escape changes nothing."""

    everywhere_asked = Signal(bool)
    """Whether the whole project is to be searched, or only the open report."""

    def __init__(self, parent: QWidget, example: Example, theme: Theme, schema: Schema) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Apply to all"))
        open_at(self, *_SIZE)
        self.model = TickedPassages(theme)
        self.model.set_schema(schema)
        self._schema = schema
        self.table = RowTable(self.model, [0, 200, 0, 90, 150], many=True)
        self.table.setItemDelegate(ContextDelegate(self.table))
        self.table.setAccessibleName(self.tr("Other places of these words"))
        self.table.installEventFilter(self)
        self.everywhere = QCheckBox(self.tr("In the whole &project"))
        self.everywhere.toggled.connect(self.everywhere_asked)
        self.count = QLabel()
        self.count.setObjectName("findCount")
        self._all, self._none = QPushButton(self.tr("Tick &all")), QPushButton(self.tr("Tick &none"))
        self._all.clicked.connect(lambda: self.model.tick(range(self.model.rowCount()), on=True))
        self._none.clicked.connect(lambda: self.model.tick(range(self.model.rowCount()), on=False))
        self._lay_out(example)
        self.model.ticked.connect(self._tell)
        self.is_searching = False

    def _lay_out(self, example: Example) -> None:
        said = self.tr("reject “%1” as %2") if example.is_rejection else self.tr("label “%1” as %2")
        lead = QLabel(said.replace("%2", self._told(example)).replace("%1", example.words))
        lead.setTextFormat(Qt.TextFormat.PlainText)
        lead.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.apply = buttons.button(kinds.Ok)
        self.apply.setDefault(True)
        buttons.button(kinds.Cancel).setText(self.tr("Cancel"))
        for button in (self._all, self._none):
            button.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        for part in (self.everywhere, self._all, self._none):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(lead)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)

    def show_places(self, passages: Sequence[Passage], *, more: bool = False) -> None:
        """Show further places; `more` says that others may still come."""
        self.is_searching = more
        self.model.append(passages)
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, LEFT))
        self._tell()

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
        said = self.tr("%1 of %2 places").replace("%1", str(chosen))
        searching = self.tr(" · searching…") if self.is_searching else ""
        self.count.setText(said.replace("%2", str(self.model.rowCount())) + searching)
        self.apply.setText(self.tr("Apply to %1").replace("%1", str(chosen)))
        self.apply.setEnabled(bool(chosen) and not self.is_searching)

    def _told(self, example: Example) -> str:
        schema, label = self._schema, label_title(self._schema, example.label)
        given = ", ".join(
            f"{attribute_title(schema, name)} {value_title(schema, name, value)}"
            for name, value in example.attributes.items()
        )
        return f"{label} ({given})" if given and not example.is_rejection else label
