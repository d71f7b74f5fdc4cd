"""Modes: while something is being chosen, the keys that answer candidates answer that choice instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.reading.hands import Hands
from annotator.ui.reading.sheet import Sheet


class Mode(Protocol):
    """A choice that is being made."""

    def take(self) -> None:
        """Do what is chosen."""

    def drop(self) -> None:
        """Take away what is there, or choose nothing."""

    def step(self, way: int) -> None:
        """Go to the next thing to choose (1) or the one before (-1)."""

    def leave(self) -> None:
        """Put everything back as it was before the choice."""


class Modes(QObject):
    """Holds the choice being made: Tab and Shift+Tab step, Enter takes, Delete drops, Esc leaves it."""

    def __init__(self, sheet: Sheet, hands: Hands) -> None:
        super().__init__(sheet)
        self._hands = hands
        self._mode: Mode | None = None
        sheet.opened.connect(self.end)
        sheet.edited.connect(self.end)
        sheet.page.installEventFilter(self)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the keys that mean something else while a choice is made."""
        hands = self._hands
        return {
            "go.next_candidate": lambda: self._mode.step(1) if self._mode else hands.go_next(),
            "go.previous_candidate": lambda: self._mode.step(-1) if self._mode else hands.go_previous(),
            "span.accept": lambda: self._mode.take() if self._mode else hands.accept(),
            "span.reject": lambda: self._mode.drop() if self._mode else hands.reject(),
        }

    def begin(self, mode: Mode) -> None:
        """Let a choice be made, in place of one that is under way."""
        self._mode = mode

    def end(self) -> None:
        """Give the keys their own meaning again."""
        self._mode = None

    @property
    def is_choosing(self) -> bool:
        """Tell whether a choice is being made."""
        return self._mode is not None

    def is_on(self, mode: Mode) -> bool:
        """Tell whether it is this choice that is being made."""
        return self._mode is mode

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape leave the choice."""
        if self._mode is not None and isinstance(event, QKeyEvent) and _is_escape(event):
            mode, self._mode = self._mode, None
            mode.leave()
            return True
        return super().eventFilter(watched, event)


def _is_escape(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
