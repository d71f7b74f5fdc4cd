"""Physical keys: digits and brackets act by where they lie, whatever a keyboard layout writes with them.

Vietnamese layouts write ă â ê ô with the digits and ư ơ with the brackets; French ones ask Shift for digits.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent

from annotator.ui.chords import pressed, written
from annotator.ui.reading.page import Page

_DIGITS = "1234567890"
_BRACKETS = "[]"

# Codes of the row of digits and of the two keys right of P: those of Linux's evdev plus 8, as X11 and Wayland
# report them, and those of the first set of PC keyboards, as Windows does.
_EVDEV = {**{10 + at: digit for at, digit in enumerate(_DIGITS)}, 34: "[", 35: "]"}
_WINDOWS = {**{2 + at: digit for at, digit in enumerate(_DIGITS)}, 0x1A: "[", 0x1B: "]"}
_NO_KEY = frozenset({0, int(Qt.Key.Key_unknown)})
_PACKET = 0xE7
"""The virtual key by which programs send text on Windows; its scan code is no place."""

Find = Callable[[str], QAction | None]
"""Gets a chord as `chords.normal` writes it; returns what it does while the page has the focus."""


def codes_of(platform: str) -> Mapping[int, str]:
    """Return the scan codes of digits and brackets on a platform of Qt; none where it gives no scan codes."""
    if platform == "windows" or (platform == "offscreen" and sys.platform == "win32"):
        return _WINDOWS
    return {} if platform == "cocoa" else _EVDEV


def chord_by_place(event: QKeyEvent, codes: Mapping[int, str]) -> str:
    """Return the chord that a key event's place on the keyboard means; empty for all other keys."""
    if codes is _WINDOWS and event.nativeVirtualKey() == _PACKET:
        return ""
    sign = codes.get(event.nativeScanCode(), "")
    return written(Qt.Key(ord(sign)), event.modifiers()) if sign else ""


class PhysicalKeys(QObject):
    """Runs the page's commands by the place of the key, and ignores text that no key has sent.

    `refuse` says why the command of a chord cannot be run now, and tells whether it did.
    """

    def __init__(
        self,
        page: Page,
        find: Find,
        codes: Mapping[int, str] | None = None,
        *,
        refuse: Callable[[str], bool] = lambda chord: False,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._find = find
        self._refuse = refuse
        self._codes = codes_of(QGuiApplication.platformName()) if codes is None else codes
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take digits before Qt's shortcuts see them, and brackets that no shortcut knew."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._claim(event)
        return event.type() == QEvent.Type.KeyPress and (
            self._run(event) or self._refuse(pressed(event)) or self._ignore(event)
        )

    def _claim(self, event: QKeyEvent) -> bool:
        """Claim a digit's place, since a layout may write another digit command's key with it."""
        chord = chord_by_place(event, self._codes)
        if chord and chord[-1] in _DIGITS and self._find(chord) is not None:
            event.accept()
            return True
        return False

    def _run(self, event: QKeyEvent) -> bool:
        chord = chord_by_place(event, self._codes)
        action = self._find(chord) if chord else None
        if action is None:
            return False
        event.accept()
        action.trigger()
        return True

    def _ignore(self, event: QKeyEvent) -> bool:
        """Ignore and say text that came without a key: an input method has written it."""
        text = event.text()
        if event.key() not in _NO_KEY or not text.isprintable() or not text:
            return False
        event.accept()
        self._page.typed_ignored.emit(text)
        return True
