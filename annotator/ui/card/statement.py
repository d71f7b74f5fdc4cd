"""The figures of one indicator as a small table, with what follows from them; a row goes to its figure."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from annotator.domain.derivations import Derived
from annotator.domain.schema import Schema
from annotator.domain.spans import Span
from annotator.ui.doubt_titles import derived_title
from annotator.ui.fonts import window_font
from annotator.ui.theme import SMALLEST
from annotator.ui.titles import value_title
from annotator.workspace.doubting import Statement

_FACTS = ("direction", "basis", "status")
_ID = Qt.ItemDataRole.UserRole


class StatementTable(QTableWidget):
    """Text and meaning of each figure; derived lines stand faint below the figure they follow from."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(0, 2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setFont(window_font(SMALLEST + 1))
        self.clicked.connect(lambda index: self._go(index.row()))

    def show_statement(self, held: Statement, current: str, text: str, schema: Schema) -> None:
        """Show the figures of a statement, the current one bold; `text` is the report's."""
        self.clearSpans()
        self.setRowCount(0)
        for figure in held.figures:
            self._add_figure(figure, current, text, schema)
            for found in (each for each in held.derived if each.source.id == figure.id):
                self._add_derived(found)
        self._fit()

    def rows(self) -> list[tuple[str, ...]]:
        """Return what each row says, cell by cell."""
        cells = [[self.item(row, column) for column in range(2)] for row in range(self.rowCount())]
        return [tuple(cell.text() for cell in row if cell is not None) for row in cells]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a figure on Return, back to the page on Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go(self.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines anew, as high as they are then."""
        super().resizeEvent(event)
        self._fit()

    def _go(self, row: int) -> None:
        item = self.item(row, 0)
        if item is not None and item.data(_ID):
            self.chosen.emit(item.data(_ID))

    def _add_figure(self, figure: Span, current: str, text: str, schema: Schema) -> None:
        given = figure.attributes
        facts = [value_title(schema, name, given.get(name, "")) for name in _FACTS]
        for item in self._add(text[figure.start : figure.end], ", ".join(filter(None, facts))):
            item.setData(_ID, figure.id)
            if figure.id == current:
                item.setFont(window_font(SMALLEST + 1, bold=True))
        if figure.id == current:
            self.setCurrentCell(self.rowCount() - 1, 0)

    def _add_derived(self, found: Derived) -> None:
        (item,) = self._add(derived_title(found))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = window_font(SMALLEST + 1)
        font.setItalic(True)
        item.setFont(font)
        item.setForeground(QColor(self.palette().placeholderText().color()))
        self.setSpan(self.rowCount() - 1, 0, 1, 2)

    def _add(self, *cells: str) -> list[QTableWidgetItem]:
        row, items = self.rowCount(), [QTableWidgetItem(said) for said in cells]
        self.insertRow(row)
        for column, item in enumerate(items):
            item.setToolTip(item.text())
            self.setItem(row, column, item)
        return items

    def _fit(self) -> None:
        """Be as high as the rows are: the card scrolls, the table in it does not."""
        self.resizeRowsToContents()
        height = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(height + 2 * self.frameWidth() + 2)
