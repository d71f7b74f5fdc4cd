"""The catcher of keys: takes the next chord that is pressed, whatever it does elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from annotator.ui.chords import pressed
from annotator.ui.reading.physical import chord_by_place, codes_of


class KeyCatcher(QLabel):
    """While it has the focus a key is told and does nothing else; Escape gives up."""

    caught = Signal(str)
    """The chord as `chords.normal` writes it; empty for a key without a name."""
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = codes_of(QGuiApplication.platformName())
        self.setObjectName("catcher")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWordWrap(True)

    def event(self, event: QEvent) -> bool:
        """Take keys before shortcuts, Tab and buttons do."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        chord = chord_by_place(event, self._codes) or pressed(event)
        if chord or event.text():
            self.caught.emit(chord)
