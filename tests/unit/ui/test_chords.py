"""Chords are written one way, whatever spelling they come in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.chords import is_function_key, is_single, normal, pressed, sequences, shown

SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("Shift+[", "{"),
        ("Ctrl+Shift+]", "Ctrl+}"),
        ("Alt+Shift+/", "Alt+?"),
        ("@", "Shift+2"),
        ("Enter", "Return"),
        ("Ctrl+Enter", "Ctrl+Return"),
        ("Backtab", "Shift+Tab"),
        ("Ctrl++", "Ctrl++"),
        ("Ctrl+Shift+=", "Ctrl++"),
        ("Num+1", "1"),
        ("ctrl+shift+a", "Ctrl+Shift+A"),
    ],
)
def test_that_every_spelling_of_a_chord_becomes_the_same(given, written):
    assert normal(given) == written
    assert normal(written) == written


@pytest.mark.parametrize("text", ["", "garbage", "Ctrl+", "Ctrl+K, Ctrl+S", "Shift", "\x00\x01", "Ctrl+Ctrl"])
def test_that_what_is_no_single_chord_is_none(text):
    assert normal(text) == ""


def event(key: int, modifiers=Qt.KeyboardModifier.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


def test_that_a_key_event_is_written_as_the_table_writes_it():
    assert pressed(event(Qt.Key.Key_BraceLeft, SHIFT)) == "{"
    assert pressed(event(Qt.Key.Key_Question, SHIFT | ALT)) == "Alt+?"
    assert pressed(event(Qt.Key.Key_At, SHIFT)) == "Shift+2"
    assert pressed(event(Qt.Key.Key_Backtab, SHIFT)) == "Shift+Tab"
    assert pressed(event(Qt.Key.Key_A, SHIFT | CTRL)) == "Ctrl+Shift+A"


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_AltGr, 0, Qt.Key.Key_unknown]
)
def test_that_a_modifier_or_no_key_is_no_chord(key):
    assert pressed(event(key)) == ""


def test_that_enter_of_the_keypad_is_listened_to_as_well():
    assert [each.toString() for each in sequences(("Return", "A"))] == ["Return", "Enter", "A"]


def test_that_keys_are_shown_with_the_name_on_the_key():
    assert shown("Alt+Return") == "Alt+Enter"


def test_that_single_keys_are_told_from_chords():
    singles = {key for key in ("A", "Shift+A", "F6", "Alt+A", "Ctrl+Shift+A", "Return") if is_single(key)}
    assert singles == {"A", "Shift+A", "F6", "Return"}
    assert [key for key in ("F6", "Shift+F12", "F", "6") if is_function_key(key)] == ["F6", "Shift+F12"]
