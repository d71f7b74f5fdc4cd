"""Tables of whole rows: quiet, of one row height, gone through by keys, none of their rows a widget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from annotator.ui.fonts import scaled

_ROW = 24


class RowTable(QTableView):
    """A table in which a row is chosen whole.

    `widths` and `height` are those its columns and rows begin with, in pixels at 100 %. Columns of
    width 0 share the room that is left. A list is a table of one column: `QListView` asks its model for
    every row when it is made anew, a table only for those it shows.
    """

    def __init__(
        self, model: QAbstractItemModel, widths: Sequence[int], *, many: bool = False, height: int = _ROW
    ) -> None:
        super().__init__()
        modes = QAbstractItemView.SelectionMode
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(height))
        self.horizontalHeader().setHighlightSections(False)
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, scaled(width))
            else:
                self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let Home and End lead to the first and the last row."""
        ends = {QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd}
        held = modifiers | Qt.KeyboardModifier.ControlModifier if action in ends else modifiers
        return super().moveCursor(action, held)

    def keyboardSearch(self, search: str) -> None:
        """Go nowhere for letters: they are the keys of labels."""
