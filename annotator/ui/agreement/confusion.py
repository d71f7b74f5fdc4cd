"""The confusion matrix: how often one author's label met another's, each cell leading to its cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QLocale, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from annotator.ui.agreement.tables import Index
from annotator.ui.colours import mixed
from annotator.ui.theme import Theme
from annotator.workspace.agreeing import Case


class Matrix(QAbstractTableModel):
    """Labels of the first author down, of the second across; what only one has stands under «nothing»."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._names: list[str] = []
        self._codes: Mapping[str, str] = {}
        self._cells: Mapping[tuple[str, str], Sequence[Case]] = {}
        self._most = 1

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme

    def show(
        self,
        cells: Mapping[tuple[str, str], Sequence[Case]],
        labels: Sequence[str],
        codes: Mapping[str, str],
    ) -> None:
        """Show the cases of every cell; labels that nobody used are left out."""
        self.beginResetModel()
        used = {name for cell in cells for name in cell}
        self._names = [*(label for label in labels if label in used), ""]
        self._codes = codes
        self._cells = cells
        self._most = max((len(cases) for (a, b), cases in cells.items() if a != b), default=1)
        self.endResetModel()

    def cell(self, index: Index) -> tuple[str, str]:
        """Return the labels of a cell, empty for nothing."""
        return self._names[index.row()], self._names[index.column()]

    def cases(self, index: Index) -> Sequence[Case]:
        """Return what was counted in a cell."""
        return self._cells.get(self.cell(index), ())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many labels there are, and one for nothing."""
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return as many columns as rows."""
        return self.rowCount(parent)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a label, above in its short code."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return named(self._names[section])
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        name = self._names[section]
        short = self._codes.get(name, "–")
        return short if orientation is Qt.Orientation.Horizontal else named(name)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a count, its ground the darker the more often labels differ so."""
        first, second = self.cell(index)
        count = len(self.cases(index))
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().toString(count) if count else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole and first == second:
            return QColor(self._theme.muted)
        if role == Qt.ItemDataRole.BackgroundRole and count and first != second:
            share = 0.12 + 0.28 * count / self._most
            return QColor(mixed(self._theme.warning, self._theme.panel, share))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{named(first)}, {named(second)}: {count}"
        return None


def named(label: str) -> str:
    """Return a label's name, or what stands for none."""
    return label or QCoreApplication.translate("Agreement", "nothing")


class _Shaded(QStyledItemDelegate):
    """Paints the ground of a cell itself: a style sheet on items leaves the model's ground out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)


class MatrixTable(QTableView):
    """The matrix as a table of small cells; one clicked or entered asks for its cases."""

    asked = Signal(QModelIndex)

    def __init__(self, model: Matrix) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_Shaded(self))
        self.setAccessibleName(self.tr("Confusion of labels"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultSectionSize(52)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setDefaultSectionSize(26)
        self.clicked.connect(self.asked)
        self.activated.connect(self.asked)
