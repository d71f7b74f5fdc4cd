"""A table of commands: rows of texts, narrowed by the words somebody types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem

from annotator.ui.fonts import scaled
from annotator.workspace.filtering import folded

NAME = Qt.ItemDataRole.UserRole

_WIDEST = 180
"""Pixels that any column but the last takes at most, at 100 %."""


class CommandTable(QTableWidget):
    """One row a command; the last column takes the room that is left."""

    enter_pressed = Signal()

    def __init__(self, columns: int) -> None:
        super().__init__(0, columns)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setHighlightSections(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)

    def fill(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show rows, each a command's id and its texts."""
        self.setRowCount(len(rows))
        for row, (name, texts) in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setData(NAME, name)
                item.setToolTip(text)
                self.setItem(row, column, item)
        self.resizeColumnsToContents()
        last = self.columnCount() - 1
        for column in range(last):
            # Long titles are cut, and told by their tips, so that the last column can be read.
            self.setColumnWidth(column, min(self.columnWidth(column), scaled(_WIDEST)))
        self.horizontalHeader().setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)

    def name(self) -> str:
        """Return the id of the current row's command, empty when there is no row."""
        item = self.item(self.currentRow(), 0)
        return "" if item is None else str(item.data(NAME))

    def narrow(self, words: str) -> None:
        """Hide the rows that do not hold every word, tones and case aside."""
        wanted = folded(words).split()
        for row in range(self.rowCount()):
            cells = (self.item(row, column) for column in range(self.columnCount()))
            held = folded(" ".join(cell.text() for cell in cells if cell is not None))
            self.setRowHidden(row, not all(word in held for word in wanted))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter; all other keys are the table's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)


def filter_of(table: CommandTable) -> QLineEdit:
    """Return a line that narrows a table to the commands that hold its words."""
    line = QLineEdit()
    line.textChanged.connect(table.narrow)
    return line
