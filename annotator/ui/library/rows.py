"""The library's model: one row a report, filtered by what the user types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from annotator.domain.progress import ReportRow, Stage
from annotator.workspace.filtering import RowFilter

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class LibraryModel(QAbstractListModel):
    """The rows of the library in the order reports were added."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ReportRow] = []
        self._places: dict[str, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many reports there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, its title, or the sentence a screen reader says."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(row)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{title_of(row)} ({row.name}), {state_line(row)}"
        return None

    def show(self, rows: Sequence[ReportRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._places = {row.id: place for place, row in enumerate(self._rows)}
        self.endResetModel()

    def change(self, row: ReportRow) -> None:
        """Show one row anew."""
        place = self._places.get(row.id)
        if place is not None and self._rows[place] != row:
            self._rows[place] = row
            index = self.index(place)
            self.dataChanged.emit(index, index)

    def rows(self) -> Sequence[ReportRow]:
        """Return all rows."""
        return self._rows

    def place(self, report_id: str) -> int | None:
        """Return the row number of a report."""
        return self._places.get(report_id)


class LibraryFilter(QSortFilterProxyModel):
    """Lets through the reports whose title or name holds the words typed, tones and case aside."""

    def __init__(self, source: LibraryModel) -> None:
        super().__init__()
        self._filter = RowFilter()
        self.setSourceModel(source)

    def set_words(self, text: str) -> None:
        """Filter by other words."""
        self.beginFilterChange()
        self._filter = RowFilter(text)
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Tell whether a report holds every word."""
        return self._filter.passes(self.sourceModel().index(source_row, 0, source_parent).data(ROW))


def title_of(row: ReportRow) -> str:
    """Return the title of a report, its file name where it has none."""
    return row.title or row.name


def state_line(row: ReportRow) -> str:
    """Say in a few words how far a report is."""
    translate = QCoreApplication.translate
    left, decided = row.counts.left, row.counts.decided
    if row.stage is Stage.DONE:
        return translate("Library", "done · %1 spans").replace("%1", str(decided))
    if row.stage is Stage.UNTOUCHED:
        if not left:
            return translate("Library", "no candidates yet")
        return translate("Library", "%1 candidates").replace("%1", str(left))
    line = translate("Library", "%1 candidates left").replace("%1", str(left))
    flagged = row.counts.flagged
    if flagged:
        line += translate("Library", " · %1 flagged").replace("%1", str(flagged))
    return line
