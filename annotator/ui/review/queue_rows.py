"""The rows of the queue of disputes: what is listed, how a filter narrows it, and how a row is painted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain.disputes import Line, Wanted
from annotator.ui.fonts import scaled, window_font
from annotator.ui.review.telling import kind_title, rule_title, sides
from annotator.ui.theme import NORMAL, SMALLEST, Theme

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 48
_KIND = 70


@dataclass(frozen=True)
class Listed:
    """The lines of a queue with what its filters offer, made where nobody waits for it."""

    lines: dict[str, Line]
    shown: list[Line]
    labels: tuple[str, ...]
    names: tuple[str, ...]
    reports: dict[str, str]
    """Titles by report id, in the order of the titles."""
    open: int


def listed(lines: Sequence[Line], wanted: Wanted) -> Listed:
    """Get lines ready to be shown, as far as they are wanted."""
    titles = {line.report_id: line.report for line in lines}
    return Listed(
        lines={line.id: line for line in lines},
        shown=[line for line in lines if wanted.takes(line)],
        labels=tuple(sorted({label for line in lines for label in line.labels})),
        names=tuple(sorted({name for line in lines for names in line.authors for name in names})),
        reports=dict(sorted(titles.items(), key=lambda held: held[1])),
        open=sum(not line.is_settled for line in lines),
    )


class QueueModel(QAbstractTableModel):
    """The lines asked for, the worst first; the rows painted are the only ones it is asked about."""

    def __init__(self) -> None:
        super().__init__()
        self._all: dict[str, Line] = {}
        self._shown: list[Line] = []
        self.wanted = Wanted()
        self.open = 0
        """How many lines of the project are open, whatever is asked for."""

    @property
    def lines(self) -> Sequence[Line]:
        """Return the lines listed, in order."""
        return self._shown

    @property
    def every(self) -> Mapping[str, Line]:
        """Return all lines of the project by id, settled ones too, whatever is asked for."""
        return self._all

    def show(self, found: Listed, wanted: Wanted) -> None:
        """List these from now on, which were made for what is wanted."""
        self.beginResetModel()
        self._all, self._shown, self.wanted, self.open = found.lines, found.shown, wanted, found.open
        self.endResetModel()

    def narrow(self, wanted: Wanted) -> None:
        """List what is asked for."""
        self.beginResetModel()
        self.wanted = wanted
        self._shown = [line for line in self._all.values() if wanted.takes(line)]
        self.endResetModel()

    def put(self, fresh: Sequence[Line]) -> None:
        """Take lines in place of those of the same ids; only their rows come, go or change."""
        for line in fresh:
            before = self._all.get(line.id)
            self._all[line.id] = line
            if before == line:
                continue
            self.open += (not line.is_settled) - (before is not None and not before.is_settled)
            row = self.row_of(before) if before is not None else -1
            if row >= 0 and self.wanted.takes(line):
                self._shown[row] = line
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
            elif row >= 0:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._shown[row]
                self.endRemoveRows()
            elif self.wanted.takes(line):
                place = bisect_left(self._shown, _rank(line), key=_rank)
                self.beginInsertRows(QModelIndex(), place, place)
                self._shown.insert(place, line)
                self.endInsertRows()

    def row_of(self, line: Line) -> int:
        """Return the row of a line, -1 when it is not listed."""
        place = bisect_left(self._shown, _rank(line), key=_rank)
        return place if place < len(self._shown) and self._shown[place].id == line.id else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many lines are listed."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return the one column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line, or what a screen reader says of it."""
        line = self._shown[index.row()]
        if role == ROW:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{kind_title(line.kind)}: {line.surface} · {below(line)}"
        return line.report if role == Qt.ItemDataRole.ToolTipRole else None


class QueueDelegate(QStyledItemDelegate):
    """Paints a line in two rows: its kind, its words and its number; below, where it is and who differs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a fixed height, so that a queue of any length scrolls at once."""
        return QSize(200, scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line: Line = index.data(ROW)
        area = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self.theme.selection))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(self.theme.accent))
        area.adjust(12, 0, -12, 0)
        top = QRectF(area.left(), area.top() + scaled(5), area.width(), scaled(19))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(window_font(NORMAL))
        painter.setPen(QColor(self.theme.muted))
        number = str(index.row() + 1)
        painter.drawText(top, middle | Qt.AlignmentFlag.AlignRight, number)
        top.setRight(top.right() - painter.fontMetrics().horizontalAdvance(number) - 8)
        kind = scaled(_KIND)
        painter.setPen(QColor(self.theme.ink))
        words = top.adjusted(kind, 0, 0, 0)
        painter.drawText(words, middle, _cut(painter, line.surface.replace("\n", " "), words.width()))
        painter.setFont(window_font(SMALLEST))
        painter.setPen(QColor(self.theme.good if line.is_settled else self.theme.warning))
        title = f"✓ {kind_title(line.kind)}" if line.is_settled else kind_title(line.kind)
        painter.drawText(top, middle, _cut(painter, title, kind - 6))
        painter.setPen(QColor(self.theme.muted))
        under = QRectF(area.left(), area.top() + scaled(27), area.width(), scaled(15))
        painter.drawText(under, middle, _cut(painter, below(line), under.width()))
        painter.setPen(QColor(self.theme.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


def below(line: Line) -> str:
    """Say where a dispute is, who differs, and by which rule where there is one."""
    return " · ".join(filter(None, (line.report, sides(line), line.rule and rule_title(line.rule))))


def _rank(line: Line) -> tuple[int, str, str, int, str]:
    """Return a line's place in the queue, as `worst_first` sorts."""
    return -line.severity, line.report, line.report_id, line.start, line.id


def _cut(painter: QPainter, text: str, width: float) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))
