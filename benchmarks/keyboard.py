"""A keyboard that presses real keys in a window and counts every one of them."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_MODIFIERS = {
    "Shift": _Modifier.ShiftModifier,
    "Ctrl": _Modifier.ControlModifier,
    "Alt": _Modifier.AltModifier,
}
_NAMED = {
    "Tab": _Key.Key_Tab,
    "Backtab": _Key.Key_Backtab,
    "Enter": _Key.Key_Return,
    "Delete": _Key.Key_Delete,
    "Esc": _Key.Key_Escape,
    "Space": _Key.Key_Space,
    "Down": _Key.Key_Down,
    "Up": _Key.Key_Up,
    "Left": _Key.Key_Left,
    "Right": _Key.Key_Right,
    "Home": _Key.Key_Home,
    "End": _Key.Key_End,
    "PgDown": _Key.Key_PageDown,
    "PgUp": _Key.Key_PageUp,
}
_SHIFTED = '{}?+_:"<>|~!@#$%^&*()'
"""Signs that take Shift on a US keyboard."""


class Keyboard:
    """Sends keys to whatever has the focus; `keys` is how many were pressed, modifiers counted too."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.keys = 0

    def press(self, chord: str, times: int = 1) -> None:
        """Press a chord such as `Enter`, `Shift+3`, `Ctrl+Z` or `}` so many times."""
        *held, name = chord.split("+") if chord != "+" else ["+"]
        modifiers = _Modifier.NoModifier
        for modifier in held:
            modifiers |= _MODIFIERS[modifier]
        code = _NAMED.get(name) or Qt.Key(ord(name.upper()))
        for _ in range(times):
            self.keys += 1 + len(held) + (name in _SHIFTED)
            QTest.keyClick(self._focus(), code, modifiers)
            # What the window does when it has time is done before a person presses the next key.
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type text into a field; a Vietnamese letter costs what Telex takes for it."""
        for letter in text:
            self.keys += strokes(letter)
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, self._focus(), _Key.Key_unknown, letter, _Modifier.NoModifier
            )

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._window


def strokes(letter: str) -> int:
    """Return how many keys a letter takes: one, one more for Shift and for every mark Telex adds."""
    marks = sum(unicodedata.combining(part) != 0 for part in unicodedata.normalize("NFD", letter))
    marks += letter in "đĐ"
    return 1 + marks + (letter.isupper() or letter in _SHIFTED)
