"""Chords: how a key with its modifiers is written, recognised and shown, the same on every keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_Modifier = Qt.KeyboardModifier
_REACH = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText

_MODIFIER_KEYS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)

_UNSHIFTED = "`-=[]\\;',./"
_SHIFTED = '~_+{}|:"<>?'
_SHIFTED_DIGITS = ")!@#$%^&*("
_SAME = {Qt.Key.Key_Enter: Qt.Key.Key_Return, Qt.Key.Key_Backtab: Qt.Key.Key_Tab}


@cache
def normal(key: str) -> str:
    """Return a chord in the one way it is written here; empty when the text is no single chord.

    A shifted sign is named by itself, `{` and not `Shift+[`, since X11 offers both and one has to be right;
    a shifted digit by its digit, `Shift+2`, since what stands above the digits differs between keyboards.
    """
    chord = _chord(key)
    return written(chord.key(), chord.keyboardModifiers()) if chord else ""


def pressed(event: QKeyEvent) -> str:
    """Return the chord of a key event as `normal` writes it; empty for a modifier alone or no known key."""
    return written(Qt.Key(event.key()), event.modifiers())


def sequences(keys: tuple[str, ...]) -> list[QKeySequence]:
    """Return what Qt has to listen to for these chords; Return stands for Enter of the keypad too."""
    return [QKeySequence(each) for key in keys for each in (key, _keypad(key)) if each]


def shown(key: str) -> str:
    """Write a chord as this system does."""
    text = QKeySequence(key).toString(_NATIVE)
    return text.replace("Return", "Enter")


def is_single(key: str) -> bool:
    """Tell whether a chord is one key, alone or with Shift: what an input method may rewrite."""
    chord = _chord(key)
    return chord is not None and not chord.keyboardModifiers() & _REACH


def is_function_key(key: str) -> bool:
    """Tell whether a chord's key is one of F1 to F35, which type nothing."""
    chord = _chord(key)
    return chord is not None and Qt.Key.Key_F1 <= chord.key() <= Qt.Key.Key_F35


def written(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> str:
    """Return the chord of a key with modifiers as `normal` writes it; empty for a key that is none."""
    modifiers &= ~(_Modifier.KeypadModifier | _Modifier.GroupSwitchModifier)
    if key == Qt.Key.Key_Backtab:
        modifiers |= _Modifier.ShiftModifier
    key = _SAME.get(key, key)
    letter = chr(key) if key < 0x80 else ""
    if letter and letter in _SHIFTED_DIGITS:
        key, modifiers = Qt.Key(ord("0") + _SHIFTED_DIGITS.index(letter)), modifiers | _Modifier.ShiftModifier
    elif letter and letter in _SHIFTED:
        modifiers &= ~_Modifier.ShiftModifier
    elif letter and letter in _UNSHIFTED and modifiers & _Modifier.ShiftModifier:
        key = Qt.Key(ord(_SHIFTED[_UNSHIFTED.index(letter)]))
        modifiers &= ~_Modifier.ShiftModifier
    if key in {Qt.Key.Key_unknown, 0} or key in _MODIFIER_KEYS:
        return ""
    return QKeySequence(QKeyCombination(modifiers, key)).toString(_PORTABLE)


def _chord(key: str) -> QKeyCombination | None:
    """Return the one chord that a text names; None when it names none or several."""
    sequence = QKeySequence(key, _PORTABLE)
    # PySide6's types leave out that a sequence can be indexed.
    return cast("Sequence[QKeyCombination]", sequence)[0] if sequence.count() == 1 else None


def _keypad(key: str) -> str:
    return key.replace("Return", "Enter") if key.endswith("Return") else ""
