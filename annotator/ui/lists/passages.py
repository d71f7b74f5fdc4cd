"""The table model of the concordance: one row a place, its context on either side, what stands over it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain.schema import Schema
from annotator.ui.fonts import window_font
from annotator.ui.theme import NORMAL, Theme
from annotator.ui.titles import code_of
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace.concording import Order, Passage, arranged

Index = QModelIndex | QPersistentModelIndex
Told = Callable[[str, Sequence[Passage]], Sequence[Passage]]
"""Gives passages of a report with what stands over them now."""

LEFT, HIT, RIGHT, LABEL, REPORT = range(5)
HEADS = (
    QT_TRANSLATE_NOOP("Lists", "Left"),
    QT_TRANSLATE_NOOP("Lists", "Found"),
    QT_TRANSLATE_NOOP("Lists", "Right"),
    QT_TRANSLATE_NOOP("Lists", "Label"),
    QT_TRANSLATE_NOOP("Lists", "Report"),
)

UNLABELLED, OPEN = "-", "?"
"""Filters beside those by label: places under no span, and places under an open candidate."""

_SIGNS = {"decided": "●", "open": "○", "": ""}
_ELSEWHERE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PassageModel(QAbstractTableModel):
    """Passages in an order and through a filter; neither copies them nor makes anything a row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._codes: dict[str, str] = {}
        self._held: list[Passage] = []
        self._shown: list[int] = []
        self._arranged: list[int] = []
        self._filter = ""
        self._found = window_font(NORMAL, bold=True)

    def set_theme(self, theme: Theme) -> None:
        """Paint labels in the colours of another theme."""
        self._theme = theme
        self._repaint(LABEL)

    def set_schema(self, schema: Schema) -> None:
        """Write the codes of another schema's labels."""
        self._codes = {label.name: code_of(label) for label in schema.labels}

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._held, self._shown, self._arranged = [], [], []
        self.endResetModel()

    def append(self, passages: Sequence[Passage]) -> None:
        """Show further passages below, as they come; `arrange` puts them in their places."""
        first = len(self._held)
        self._held.extend(passages)
        self._arranged.extend(range(first, len(self._held)))
        shown = [first + number for number, each in enumerate(passages) if self._passes(each)]
        if shown:
            at = len(self._shown)
            self.beginInsertRows(QModelIndex(), at, at + len(shown) - 1)
            self._shown.extend(shown)
            self.endInsertRows()

    def arrange(self, order: Order) -> None:
        """Show the passages in an order."""
        self._arranged = arranged(self._held, order)
        self._show()

    def narrow(self, wanted: str) -> None:
        """Show only passages under a label, under none (`-`), under an open candidate (`?`), or all."""
        self._filter = wanted
        self._show()

    def change(self, report_ids: Container[str], told: Told) -> None:
        """Tell the passages of some reports anew; they stay in their rows, whatever the filter says."""
        places: dict[str, list[int]] = {}
        for place, each in enumerate(self._held):
            if each.report_id in report_ids:
                places.setdefault(each.report_id, []).append(place)
        for report_id, held in places.items():
            for place, passage in zip(held, told(report_id, [self._held[at] for at in held]), strict=True):
                self._held[place] = passage
        if places:
            self._repaint(LABEL)

    @property
    def passages(self) -> Sequence[Passage]:
        """Return every passage, in the order they were found."""
        return self._held

    def at(self, rows: Iterable[int]) -> list[Passage]:
        """Return the passages of rows."""
        return [self._held[self._shown[row]] for row in rows]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many passages are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many columns there are."""
        return len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Lists", HEADS[section])
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell, or what a screen reader says of it."""
        passage, column = self._held[self._shown[index.row()]], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(passage, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole and column == HIT:
            return self._found
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(passage, column)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{passage.left}{passage.hit}{passage.right}" if column < LABEL else passage.report
        return None

    def _cell(self, passage: Passage, column: int) -> str:
        if column == LABEL:
            code = self._codes.get(passage.label, passage.label)
            return f"{_SIGNS[passage.standing]} {code}".strip()
        return (passage.left.rstrip(), passage.hit, passage.right.lstrip(), "", passage.report)[column]

    def _colour(self, passage: Passage, column: int) -> QColor | None:
        if column == LABEL and passage.label:
            return QColor(self._theme.colour(passage.label))
        return None if column in {LEFT, HIT, RIGHT} else QColor(self._theme.muted)

    def _passes(self, passage: Passage) -> bool:
        if self._filter == UNLABELLED:
            return not passage.label
        if self._filter == OPEN:
            return passage.standing == "open"
        return self._filter in {"", passage.label}

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = [n for n in self._arranged if self._passes(self._held[n])]
        self.endResetModel()

    def _repaint(self, column: int) -> None:
        if self._shown:
            last = len(self._shown) - 1
            self.dataChanged.emit(self.index(0, column), self.index(last, column))


class ContextDelegate(QStyledItemDelegate):
    """Cuts what stands left of a hit at its far end, so that the words next to it are read."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set where the text of a cell is cut."""
        super().initStyleOption(option, index)
        if index.column() == LEFT:
            option.textElideMode = Qt.TextElideMode.ElideLeft


def _alignment(column: int) -> Qt.AlignmentFlag:
    if column == LEFT:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    return Qt.AlignmentFlag.AlignCenter if column == HIT else _ELSEWHERE
