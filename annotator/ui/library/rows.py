"""The library's model: one row a report, in an order and through a filter, for a hundred thousand too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.domain.progress import ReportRow, Stage
from annotator.ui.library.telling import state_line, title_of, told_in_full
from annotator.workspace.shelving import Order, Shelf, Totals

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
Asked = tuple[Order, str, Stage | None, str]
"""An order and a filter: the words, the stage and the assignee that are asked for."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Rows got ready to be shown: their shelf, and the places of those shown, in an order."""

    shelf: Shelf
    asked: Asked
    arranged: list[int]
    shown: list[int]
    at: dict[int, int]


class LibraryModel(QAbstractListModel):
    """Shows the rows of a shelf that pass the filter; what is changed stays where it is until it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self._shelf = Shelf()
        self._order: Order = "added"
        self._words = ""
        self._stage: Stage | None = None
        self._assignee = ""
        self._arranged: list[int] = []
        self._shown: list[int] = []
        self._at: dict[int, int] | None = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many reports are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, its title, or the sentence a screen reader says."""
        row = self._shelf[self._shown[index.row()]]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title_of(row)} ({row.name}), {state_line(row)}"
        return told_in_full(row) if role == Qt.ItemDataRole.ToolTipRole else None

    def show(self, rows: Sequence[ReportRow]) -> None:
        """Show other rows."""
        self.take(self.get_ready(rows))

    def get_ready(self, rows: Sequence[ReportRow]) -> Listed:
        """Return rows as they would be shown now, in order and filtered; any thread may call this."""
        shelf, asked = Shelf(rows), self._asked()
        arranged = shelf.arranged(self._order)
        shown = shelf.matching(arranged, self._words, self._stage, assignee=self._assignee)
        return Listed(shelf, asked, arranged, shown, _numbered(shown))

    def take(self, listed: Listed) -> None:
        """Show rows that were got ready in place of all others."""
        self.beginResetModel()
        self._shelf = listed.shelf
        if listed.asked == self._asked():
            self._arranged, self._shown, self._at = listed.arranged, listed.shown, listed.at
        else:
            self._arrange()
        self.endResetModel()

    def put(self, rows: Iterable[ReportRow]) -> None:
        """Show some rows anew and new ones below, all others left alone."""
        whole = len(self._shelf)
        places = [self._shelf.put(row) for row in rows]
        new = [place for place in places if place >= whole]
        self._arranged += new
        shown = self._shelf.matching(new, self._words, self._stage, assignee=self._assignee)
        if shown:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(shown) - 1)
            self._shown += shown
            self._at = None
            self.endInsertRows()
        for place in places:
            self._repaint(place)

    def change(self, row: ReportRow) -> None:
        """Show one row anew."""
        place = self._shelf.place(row.id)
        if place is not None and self._shelf[place] != row:
            self._shelf.put(row)
            self._repaint(place)

    def arrange(self, order: Order) -> None:
        """Show the rows in an order."""
        self._order = order
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def narrow(self, words: str, stage: Stage | None = None, *, assignee: str = "") -> None:
        """Show only the rows that hold every word, at a stage and of an assignee where these are given."""
        if (words, stage, assignee) != (self._words, self._stage, self._assignee):
            self.beginResetModel()
            self._words, self._stage, self._assignee = words, stage, assignee
            self._filter()
            self.endResetModel()

    def prepare(self, most: int) -> bool:
        """Get so many more rows ready to be filtered; tell whether any are left to do."""
        return self._shelf.prepare(most)

    @property
    def totals(self) -> Totals:
        """Return what all rows come to, those filtered out too."""
        return self._shelf.totals

    def rows(self) -> Sequence[ReportRow]:
        """Return all rows in the order of adding, those filtered out too."""
        return self._shelf.rows

    def at(self, rows: Iterable[int]) -> list[ReportRow]:
        """Return the reports of rows that are shown."""
        return [self._shelf[self._shown[row]] for row in rows]

    def shown(self) -> Iterable[ReportRow]:
        """Yield the rows that are shown, from above."""
        return (self._shelf[place] for place in self._shown)

    def row_of(self, report_id: str) -> int:
        """Return the number of the row a report is shown in, -1 when it is filtered out."""
        place = self._shelf.place(report_id)
        return -1 if place is None else self._numbers().get(place, -1)

    def _numbers(self) -> dict[int, int]:
        """Return the row number of each place; made when it is asked for first."""
        if self._at is None:
            self._at = _numbered(self._shown)
        return self._at

    def _asked(self) -> Asked:
        return self._order, self._words, self._stage, self._assignee

    def _arrange(self) -> None:
        self._arranged = self._shelf.arranged(self._order)
        self._filter()

    def _filter(self) -> None:
        self._shown = self._shelf.matching(self._arranged, self._words, self._stage, assignee=self._assignee)
        self._at = None

    def _repaint(self, place: int) -> None:
        number = self._numbers().get(place)
        if number is not None:
            index = self.index(number)
            self.dataChanged.emit(index, index)


def _numbered(shown: Sequence[int]) -> dict[int, int]:
    """Return the row number of each place that is shown."""
    return {place: number for number, place in enumerate(shown)}
