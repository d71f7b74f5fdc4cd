"""The tables of the agreement view: rows of words and numbers, these set in the reader's locale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace.agreeing import Measures

Index = QModelIndex | QPersistentModelIndex

MEASURES = (
    QT_TRANSLATE_NOOP("Agreement", "Reports"),
    QT_TRANSLATE_NOOP("Agreement", "Strict F1"),
    QT_TRANSLATE_NOOP("Agreement", "Overlap F1"),
    "κ",
    "α",
    "αᵤ",
    QT_TRANSLATE_NOOP("Agreement", "Found"),
    QT_TRANSLATE_NOOP("Agreement", "Bounded"),
    QT_TRANSLATE_NOOP("Agreement", "Labelled"),
    QT_TRANSLATE_NOOP("Agreement", "Valued"),
)
"""The columns of measures, as `numbers_of` gives them."""

Cell = str | float | int | None


def numbers_of(measures: Measures) -> list[Cell]:
    """Return the cells of measures, in the order of their columns."""
    strict, overlap = measures.score.strict, measures.score.overlapping
    scores = [counts.f1 if counts.gold + counts.predicted else None for counts in (strict, overlap)]
    return [
        measures.reports,
        *scores,
        measures.kappa,
        measures.alpha,
        measures.alpha_u,
        measures.found,
        measures.bounded,
        measures.labelled,
        measures.valued,
    ]


class Cells(QAbstractTableModel):
    """Rows whose first cells are words and whose numbers stand to the right, three places to a share."""

    def __init__(self, heads: Sequence[str], *, words: int = 1) -> None:
        super().__init__()
        self._heads = list(heads)
        self._words = words
        self._rows: list[Sequence[Cell]] = []

    def show(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show these rows in place of all others."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

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
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Agreement", self._heads[section])
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell as it is written here."""
        if role == Qt.ItemDataRole.DisplayRole:
            return written(self._rows[index.row()][index.column()])
        return self._alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignLeft if column < self._words else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter


def written(cell: Cell) -> str:
    """Write a cell: words as they are, counts whole, shares with three places, nothing as a dash."""
    if cell is None:
        return "–"
    if isinstance(cell, str):
        return cell
    return QLocale().toString(cell) if isinstance(cell, int) else QLocale().toString(cell, "f", 3)
