"""The tour's overlay: the window dimmed but for one control, and a card beside it that says what it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.fonts import scaled, window_font
from annotator.ui.theme import LARGE

_WIDTH, _GAP, _EDGE = 340, 12, 12
_DIM = QColor(0, 0, 0, 120)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ONWARD = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown})
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp})


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of a tour: what is pointed at, and what is said of it."""

    target: QWidget
    title: str
    text: str


class Tour(QWidget):
    """Goes from stop to stop by Enter, Right and Left; Esc leaves."""

    ended = Signal()

    def __init__(self, window: QWidget, stops: Sequence[Stop]) -> None:
        super().__init__(window)
        self._window = window
        self._stops = tuple(stops)
        self.at = 0
        self.setAccessibleName(self.tr("Tour"))
        self.card = QFrame(self)
        self.card.setObjectName("palette")
        self.title, self.text, self.count = QLabel(), QLabel(), QLabel()
        self.leave, self.back, self.onward = QPushButton(self.tr("Leave")), QPushButton(), QPushButton()
        self.back.setText(self.tr("Back"))
        self._lay_out()
        self.leave.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self.go(self.at - 1))
        self.onward.clicked.connect(lambda: self.go(self.at + 1))
        for part in (window, self.leave, self.back, self.onward):
            part.installEventFilter(self)

    def _lay_out(self) -> None:
        self.title.setFont(window_font(LARGE, bold=True))
        self.count.setObjectName("hint")
        for label in (self.title, self.text):
            label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.leave, self.back, self.onward):
            row.addWidget(button)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for part in (self.title, self.text):
            column.addWidget(part)
        column.addLayout(row)

    @property
    def target(self) -> QRect:
        """Return where the control that is pointed at lies in the window."""
        part = self._stops[self.at].target
        corner = part.mapTo(self._window, QPoint())
        return QRect(corner, part.size()).intersected(self.rect())

    def begin(self) -> None:
        """Show the first stop."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.go(0)

    def go(self, number: int) -> None:
        """Show a stop; behind the last one the tour is over."""
        if number >= len(self._stops):
            self.end()
            return
        self.at = max(0, number)
        stop = self._stops[self.at]
        self.title.setText(stop.title)
        self.text.setText(stop.text)
        said = self.tr("%1 of %2").replace("%1", str(self.at + 1)).replace("%2", str(len(self._stops)))
        self.count.setText(said)
        is_last = self.at == len(self._stops) - 1
        self.onward.setText(self.tr("Begin to work") if is_last else self.tr("Next"))
        self.back.setEnabled(self.at > 0)
        self.card.setAccessibleName(f"{stop.title}. {stop.text}")
        self.onward.setAccessibleDescription(self.card.accessibleName())
        self._place()
        self.onward.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def end(self) -> None:
        """Go away."""
        self._window.removeEventFilter(self)
        self.hide()
        self.ended.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back, or leave."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in _ENTER | _ONWARD:
            self.go(self.at + 1)
        elif event.key() in _BACK:
            self.go(self.at - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window; take the keys of a button that go from stop to stop."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        if isinstance(watched, QPushButton) and isinstance(event, QKeyEvent) and _is_press(event):
            if event.key() in _ENTER:
                watched.click()
                return True
            if event.key() in _ONWARD | _BACK:
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Keep Tab among the buttons: nothing behind the tour is reached."""
        buttons = [each for each in (self.leave, self.back, self.onward) if each.isEnabled()]
        held = next((at for at, each in enumerate(buttons) if each.hasFocus()), 0)
        buttons[(held + (1 if onward else -1)) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window but for what is pointed at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, hole = QPainterPath(), QPainterPath()
        whole.addRect(self.rect())
        hole.addRoundedRect(self.target.adjusted(2, 2, -2, -2), 6, 6)
        painter.fillPath(whole.subtracted(hole), _DIM)
        painter.setPen(QPen(self.palette().link().color(), 3))
        painter.drawPath(hole)
        painter.end()

    def _place(self) -> None:
        """Put the card where it has room: right or left of what is pointed at, below, above, else over it."""
        width = min(scaled(_WIDTH), self.width() - 2 * _EDGE)
        self.card.setFixedWidth(width)
        layout = self.card.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        self.card.resize(width, height)
        self.card.move(self._corner(QSize(width, height)))

    def _corner(self, size: QSize) -> QPoint:
        hole, room = self.target, self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        top, left = hole.top() + _GAP, hole.left() + _GAP
        wished = (
            QPoint(hole.right() + _GAP, top),
            QPoint(hole.left() - _GAP - size.width(), top),
            QPoint(left, hole.bottom() + _GAP),
            QPoint(left, hole.top() - _GAP - size.height()),
        )
        for corner in wished:
            if room.contains(QRect(corner, size)):
                return corner
        over = QRect(QPoint(), size)
        over.moveCenter(hole.center())
        return QPoint(
            max(room.left(), min(over.left(), room.right() - size.width())),
            max(room.top(), min(over.top(), room.bottom() - size.height())),
        )


def _is_press(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress
