"""The plots of the agreement view: measures by label, and agreement week by week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.fonts import text_font
from annotator.ui.theme import SMALL, Theme
from annotator.workspace.agreeing import Measures

_ROW, _TOP, _BOTTOM, _RIGHT = 24, 32, 24, 24
_DOT = 4.0


@dataclass(frozen=True, slots=True)
class Dots:
    """One row of the plot by label: its name, its colour, and what is marked, None for nothing."""

    label: str
    colour: str
    strict: float | None
    overlap: float | None
    alpha: float | None


def dots_of(by_label: Mapping[str, Measures], theme: Theme) -> list[Dots]:
    """Return the rows of the plot, the label that agrees least first."""
    rows = []
    for label, measures in by_label.items():
        score = measures.score
        shares = [c.f1 if c.gold + c.predicted else None for c in (score.strict, score.overlapping)]
        rows.append(Dots(label, theme.colour(label), shares[0], shares[1], measures.alpha))
    return sorted(rows, key=lambda row: (row.strict is None, row.strict, row.label))


class _Plot(QWidget):
    """A plot on the page's ground, in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        self.update()

    def start(self) -> QPainter:
        """Return a painter over the cleared ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self.theme.page))
        painter.setFont(text_font(SMALL))
        return painter


class LabelPlot(_Plot):
    """A row a label: strict F1 as a disc, overlapping F1 as a ring, alpha as a diamond, from 0 to 1."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._rows: Sequence[Dots] = ()

    def show_rows(self, rows: Sequence[Dots]) -> None:
        """Draw these rows."""
        self._rows = rows
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room all rows take."""
        return QSize(420, _TOP + _ROW * len(self._rows) + _BOTTOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key, the scale and the rows."""
        painter = self.start()
        left = 24 + max((painter.fontMetrics().horizontalAdvance(row.label) for row in self._rows), default=0)
        area = QRectF(left, _TOP, max(40, self.width() - left - _RIGHT), _ROW * len(self._rows))
        self._draw_key(painter, left)
        _draw_scale(painter, area, self.theme)
        for number, row in enumerate(self._rows):
            middle = area.top() + _ROW * (number + 0.5)
            painter.setPen(QColor(self.theme.ink))
            box = QRectF(12, middle - _ROW / 2, left - 12, _ROW)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, row.label)
            colour = QColor(row.colour)
            marks = (("alpha", row.alpha), ("overlap", row.overlap), ("strict", row.strict))
            for shape, value in marks:
                if value is not None:
                    at = QPointF(area.left() + area.width() * min(1, max(0, value)), middle)
                    _draw_mark(painter, shape, at, colour, QColor(self.theme.page))
        painter.end()

    def _draw_key(self, painter: QPainter, left: float) -> None:
        said = (
            ("strict", QCoreApplication.translate("Agreement", "strict F1")),
            ("overlap", QCoreApplication.translate("Agreement", "overlap F1")),
            ("alpha", "α"),
        )
        x = left
        for shape, words in said:
            _draw_mark(painter, shape, QPointF(x, 14), QColor(self.theme.muted), QColor(self.theme.page))
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(QRectF(x + 10, 4, 140, 20), Qt.AlignmentFlag.AlignVCenter, words)
            x += 30 + painter.fontMetrics().horizontalAdvance(words)


class WeekPlot(_Plot):
    """Strict F1 of the reports finished in each week, a point a week, joined in order."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._weeks: Sequence[tuple[str, float, int]] = ()
        self.setMinimumHeight(180)

    def show_weeks(self, weeks: Sequence[tuple[str, float, int]]) -> None:
        """Draw these weeks: their Mondays (ISO), strict F1 and number of spans."""
        self._weeks = weeks
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scale, the line and as many dates as there is room for."""
        painter = self.start()
        area = QRectF(56, 20, max(40, self.width() - 96), max(40, self.height() - 64))
        muted, accent = QColor(self.theme.muted), QColor(self.theme.accent)
        for step in range(5):
            y = area.bottom() - area.height() * step / 4
            painter.setPen(QPen(QColor(self.theme.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(muted)
            box = QRectF(0, y - 10, area.left() - 8, 20)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, QLocale().toString(step / 4, "f", 2))
        gap = area.width() / max(1, len(self._weeks) - 1)
        points = [
            QPointF(area.left() + gap * number, area.bottom() - area.height() * value)
            for number, (_, value, _) in enumerate(self._weeks)
        ]
        painter.setPen(QPen(accent, 2))
        painter.drawPolyline(points)
        every = max(1, round(90 / gap)) if gap else 1
        for number, (point, (week, _, _)) in enumerate(zip(points, self._weeks, strict=True)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(point, _DOT, _DOT)
            if number % every == 0:
                painter.setPen(muted)
                day = QLocale().toString(QDate.fromString(week, "yyyy-MM-dd"), "dd/MM/yyyy")
                box = QRectF(point.x() - 45, area.bottom() + 8, 90, 20)
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, day)
        painter.end()


def _draw_scale(painter: QPainter, area: QRectF, theme: Theme) -> None:
    for step in range(5):
        x = area.left() + area.width() * step / 4
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(QColor(theme.muted))
        box = QRectF(x - 24, area.bottom() + 2, 48, 18)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, QLocale().toString(step / 4, "f", 2))


def _draw_mark(painter: QPainter, shape: str, at: QPointF, colour: QColor, ground: QColor) -> None:
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour if shape == "strict" else ground)
    if shape == "alpha":
        size = _DOT + 1.5
        corners = ((0, -size), (size, 0), (0, size), (-size, 0))
        painter.drawPolygon([QPointF(at.x() + x, at.y() + y) for x, y in corners])
    else:
        size = _DOT if shape == "strict" else _DOT + 2
        painter.drawEllipse(at, size, size)
