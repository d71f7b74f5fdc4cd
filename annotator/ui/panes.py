"""Panes: the parts of the window that F6 goes round, and Escape, which leads back to the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Panes(QObject):
    """Moves the focus between the parts of the window."""

    def __init__(self, window: QWidget, panes: Sequence[QWidget], *, page: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._panes = list(panes)
        self._page = page
        self._first = (self._panes, page)
        window.installEventFilter(self)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the commands that move the focus."""
        return {"go.next_pane": lambda: self.go(1), "go.previous_pane": lambda: self.go(-1)}

    def use(self, panes: Sequence[QWidget], *, page: QWidget) -> None:
        """Go round other parts from now on, as another view has them."""
        self._panes, self._page = list(panes), page

    def reset(self) -> None:
        """Go round the parts that the panes were made with."""
        self._panes, self._page = self._first

    def go(self, step: int) -> None:
        """Move the focus to the pane so many steps on; from outside the panes, as from the page."""
        held = self._window.focusWidget()
        at = next(
            (n for n, pane in enumerate(self._panes) if held is pane or pane.isAncestorOf(held)),
            self._panes.index(self._page),
        )
        self._panes[(at + step) % len(self._panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Escape that nothing in the window wanted as the wish to go back to the page."""
        escape = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        )
        if escape and self._page.isEnabled():
            self._page.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return False
