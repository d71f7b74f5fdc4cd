"""How one report of the library is painted: state by shape and colour, title, counts, progress."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.domain.progress import ReportRow, Stage
from annotator.ui.colours import mixed
from annotator.ui.fonts import scaled, window_font
from annotator.ui.library.rows import ROW
from annotator.ui.library.telling import number_line, state_line, title_of
from annotator.ui.theme import NORMAL, SMALLEST, Theme

ROW_HEIGHT = 48
_LEFT = 34
_RIGHT = 12


class RowDelegate(QStyledItemDelegate):
    """Paints a row in two lines; the stage is told by a sign as well as by its colour.

    `opened` is the id of the report on the page, which has a bar at its left.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.opened = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a fixed height, so that a library of any length scrolls at once."""
        return QSize(200, scaled(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one report."""
        row: ReportRow = index.data(ROW)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self.theme.selection))
        if row.id == self.opened:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(self.theme.accent))
        self._sign(painter, QPointF(area.left() + 17, area.top() + scaled(16)), row.stage)
        self._texts(painter, area, row)
        if row.stage in {Stage.IN_WORK, Stage.DISPUTED}:
            self._bar(painter, area, row)
        painter.restore()

    def _texts(self, painter: QPainter, area: QRectF, row: ReportRow) -> None:
        number = number_line(row)
        painter.setFont(window_font(NORMAL))
        painter.setPen(QColor(self.theme.muted))
        width = painter.fontMetrics().horizontalAdvance(number)
        top = QRectF(area.left() + _LEFT, area.top() + scaled(6), area.width() - _LEFT - _RIGHT, scaled(18))
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
        top.setRight(top.right() - width - 8)
        painter.setPen(QColor(self.theme.ink))
        title = painter.fontMetrics().elidedText(
            title_of(row), Qt.TextElideMode.ElideRight, round(top.width())
        )
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(window_font(SMALLEST))
        painter.setPen(QColor(self.theme.muted))
        below = QRectF(
            area.left() + _LEFT, area.top() + scaled(28), area.width() - _LEFT - _RIGHT, scaled(15)
        )
        line = painter.fontMetrics().elidedText(
            state_line(row), Qt.TextElideMode.ElideRight, round(below.width())
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)

    def _bar(self, painter: QPainter, area: QRectF, row: ReportRow) -> None:
        whole = row.counts.left + row.counts.decided
        if not whole:
            return
        track = QRectF(area.left() + _LEFT, area.top() + scaled(25), area.width() - _LEFT - _RIGHT, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mixed(self.theme.ink, self.theme.panel, 0.12)))
        painter.drawRoundedRect(track, 1.5, 1.5)
        track.setWidth(track.width() * row.counts.decided / whole)
        painter.setBrush(QColor(self.theme.good))
        painter.drawRoundedRect(track, 1.5, 1.5)

    def _sign(self, painter: QPainter, at: QPointF, stage: Stage) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if stage is Stage.DONE:
            painter.setPen(QPen(QColor(self.theme.good), 2))
            painter.drawPolyline(QPolygonF([at + QPointF(-4, 0), at + QPointF(-1, 3.5), at + QPointF(5, -4)]))
        elif stage is Stage.DISPUTED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.warning))
            ends = [QPointF(0, -5), QPointF(5, 0), QPointF(0, 5), QPointF(-5, 0)]
            painter.drawPolygon(QPolygonF([at + end for end in ends]))
        elif stage is Stage.IN_WORK:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.accent))
            painter.drawEllipse(at, 4.5, 4.5)
        else:
            painter.setPen(QPen(QColor(self.theme.muted), 1.5))
            painter.drawEllipse(at, 4, 4)
