"""Text fields: while one has the focus, no key of the window changes the report."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from annotator.ui.actions import Actions
from annotator.ui.chords import pressed


class TextFields(QObject):
    """Watches the text field that has the focus, and no other widget: a filter on all would cost time."""

    def __init__(self, app: QApplication, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        app.focusChanged.connect(self._move)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave to the field a chord that would change the report; Qt then asks no action."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        if self._actions.changes_report(pressed(event)):
            event.accept()
            return True
        return False

    def _move(self, left: QWidget | None, entered: QWidget | None) -> None:
        if left is not None:
            left.removeEventFilter(self)
        if entered is not None and takes_text(entered) and self._window.isAncestorOf(entered):
            entered.installEventFilter(self)


def takes_text(widget: QWidget) -> bool:
    """Tell whether a widget is one that people write into."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QLineEdit | QAbstractSpinBox)
