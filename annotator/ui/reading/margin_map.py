"""The margin map: where undecided candidates and flagged spans lie in the report; a click goes there."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.domain.progress import is_shown
from annotator.domain.spans import Span, State
from annotator.ui.colours import mixed
from annotator.ui.theme import Theme

WIDTH = 16
_TRACK = 8
_EDGE = 8
_TICK = 3
_SMALLEST_VIEW = 24


class MarginMap(QWidget):
    """A slim strip as long as the report: one tick a candidate in its label's colour, a wide one a flag."""

    jumped = Signal(int)
    """A code point to go to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # It fills all of itself, so nothing beneath it has to be painted first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme: Theme | None = None
        self._spans: Iterable[Span] = ()
        self._length = 1
        self._threshold = 0.0
        self._view = (0, 0)
        self._open: Counter[tuple[int, str]] = Counter()
        self._flags: Counter[int] = Counter()
        self._hits: Sequence[tuple[int, int]] = ()
        self._ticks: QImage | None = None
        self._waiting: list[tuple[Span, int]] = []
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._catch_up)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._forget()

    def set_spans(self, spans: Iterable[Span], *, length: int, threshold: float) -> None:
        """Show the spans of a report of so many code points.

        `spans` is a live view: it is counted when the map is drawn, and again at another size.
        """
        self._spans, self._length, self._threshold = spans, max(1, length), threshold
        self._forget()

    def set_hits(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Show where something looked for was found, in order, as marks beside the track."""
        if ranges or self._hits:
            self._hits = ranges
            self.update()

    def change(self, removed: Iterable[Span], added: Iterable[Span]) -> None:
        """Show that spans went and came, once the page has painted them; only their ticks are drawn again."""
        self._waiting += [(span, -1) for span in removed]
        self._waiting += [(span, 1) for span in added]
        self._late.start()

    def set_view(self, start: int, end: int) -> None:
        """Show which code points the page shows now."""
        if (start, end) != self._view:
            self._view = (start, end)
            self.update()

    def position_at(self, y: float) -> int:
        """Return the code point a y of the map stands for."""
        share = (y - _EDGE) / max(1, self._rows() - 1)
        return round(max(0.0, min(1.0, share)) * self._length)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, the view on it, the ticks and the flags."""
        if self._theme is None:
            return
        if event.rect().contains(self.rect()):
            self._take_in()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = (self.width() - _TRACK) / 2
        for row in self._rows_hit():
            painter.fillRect(QRectF(0, _EDGE + row - 1, self.width(), 2), QColor(self._theme.ink))
        painter.setBrush(QColor(mixed(self._theme.ink, self._theme.window, 0.1)))
        painter.drawRoundedRect(QRectF(left, _EDGE, _TRACK, self._rows()), 4, 4)
        top, bottom = (self._row(position) for position in self._view)
        painter.setBrush(QColor(mixed(self._theme.ink, self._theme.window, 0.24)))
        height = max(bottom - top, _SMALLEST_VIEW)
        painter.drawRoundedRect(QRectF(left - 2, _EDGE + top, _TRACK + 4, height), 4, 4)
        painter.drawImage(QRect(round(left), _EDGE, _TRACK, self._rows()), self._drawn_ticks())
        painter.setBrush(QColor(self._theme.warning))
        for row in sorted(row for row, count in self._flags.items() if count > 0):
            middle = QPointF(self.width() / 2, _EDGE + row)
            painter.drawConvexPolygon([middle + QPointF(*at) for at in ((0, -4), (6, 0), (0, 4), (-6, 0))])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count again for another height."""
        self._ticks = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that was pressed."""
        self.jumped.emit(self.position_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a drag."""
        self.jumped.emit(self.position_at(event.position().y()))

    def _rows(self) -> int:
        return max(1, self.height() - 2 * _EDGE)

    def _row(self, position: int) -> int:
        return min(self._rows() - 1, position * self._rows() // self._length)

    def _rows_hit(self) -> Iterator[int]:
        """Give every row that has a hit, going from row to row, since hits may be very many."""
        at = 0
        while at < len(self._hits):
            row = self._row(self._hits[at][0])
            yield row
            behind = -(-(row + 1) * self._length // self._rows())
            at = bisect_left(self._hits, (behind,), at + 1)

    def _forget(self) -> None:
        self._ticks = None
        self.update()

    def _catch_up(self) -> None:
        for row in self._take_in():
            self.update(0, _EDGE + row - _TICK, self.width(), 3 * _TICK)

    def _take_in(self) -> set[int]:
        """Count what went and came since, and draw its ticks; return their rows."""
        waiting, self._waiting = self._waiting, []
        if self._ticks is None:
            return set()
        rows = {self._count(span, by) for span, by in waiting}
        for row in rows:
            self._paint_ticks(self._ticks, row)
        return rows

    def _drawn_ticks(self) -> QImage:
        if self._ticks is None:
            self._ticks = self._draw_ticks()
        return self._ticks

    def _draw_ticks(self) -> QImage:
        """Count every span once and draw a picture one pixel wide, a row of it a row of the map."""
        self._waiting.clear()
        spans, rows, length = list(self._spans), self._rows(), self._length
        threshold, candidate = self._threshold, State.CANDIDATE
        self._flags = Counter([self._row(span.start) for span in spans if span.flagged and _is_flag(span)])
        self._open = Counter(
            [
                (span.start * rows // length, span.label)
                for span in spans
                if span.state is candidate and (span.score is None or span.score >= threshold)
            ]
        )
        best: dict[int, tuple[int, str]] = {}
        for (row, label), count in self._open.items():
            best[row] = max(best.get(row, (0, "")), (count, label))
        pixels = [0] * (rows + _TICK)
        for row in sorted(best):
            pixels[row : row + _TICK] = [self._rgb(best[row][1])] * _TICK
        data = array("I", pixels[:rows]).tobytes()
        # The copy owns its pixels; the first picture only borrows those of `data`.
        return QImage(data, 1, rows, 4, QImage.Format.Format_ARGB32_Premultiplied).copy()

    def _count(self, span: Span, by: int) -> int:
        """Count a span in or out; return its row."""
        row = self._row(span.start)
        if span.state is State.CANDIDATE and is_shown(span.score, self._threshold):
            self._open[row, span.label] += by
        if _is_flag(span):
            self._flags[row] += by
        return row

    def _paint_ticks(self, image: QImage, row: int) -> None:
        """Draw the rows around one again, so that ticks that overlap it stay whole."""
        for at in range(max(0, row - _TICK + 1), min(image.height(), row + _TICK)):
            label = next((best for tick in range(at, at - _TICK, -1) if (best := self._best(tick))), None)
            image.setPixel(0, at, self._rgb(label) if label else 0)

    def _best(self, row: int) -> str | None:
        """Return the label most candidates of a row have."""
        labels = self._theme.labels if self._theme else ()
        count, label = max(((self._open[row, label], label) for label in labels), default=(0, ""))
        return label if count > 0 else None

    def _rgb(self, label: str) -> int:
        return QColor(self._theme.colour(label)).rgba() if self._theme else 0


def _is_flag(span: Span) -> bool:
    return span.flagged and span.state is not State.NOT_SHOWN
