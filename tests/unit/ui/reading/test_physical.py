"""Keys by their place: scan codes of layouts that write other signs, and text that no key has sent."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.ui.reading.physical import PhysicalKeys, chord_by_place, codes_of

NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
EVDEV, WINDOWS = codes_of("xcb"), codes_of("windows")


def event(
    kind: QEvent.Type, text: str, scan: int, modifiers=NONE, *, key: int | None = None, virtual: int = 0
):
    """Return a key event as a platform makes it: the key is the sign's, unless another is given."""
    code = ord(text.upper()[0]) if key is None else key
    return QKeyEvent(kind, code, modifiers, scan, virtual, 0, text)


def press(page, *given, **named) -> bool:
    """Ask for shortcuts and press the key, as Qt does; tell whether the page claimed it."""
    asked = event(QEvent.Type.ShortcutOverride, *given, **named)
    asked.ignore()
    QApplication.sendEvent(page, asked)
    QApplication.sendEvent(page, event(QEvent.Type.KeyPress, *given, **named))
    return asked.isAccepted()


@pytest.fixture
def ran(page) -> list[str]:
    """Give the chords that were run on the page, whose every chord runs."""
    held: list[str] = []
    actions: dict[str, QAction] = {}

    def find(chord: str) -> QAction | None:
        if chord not in {"1", "Shift+2", "Alt+3", "[", "}", "Ctrl+[", "Ctrl+0"}:
            return None
        if chord not in actions:
            actions[chord] = QAction(page)
            actions[chord].triggered.connect(lambda: held.append(chord))
        return actions[chord]

    PhysicalKeys(page, find, EVDEV)
    return held


def test_that_brackets_and_digits_of_a_vietnamese_layout_act_by_their_place(page, ran):
    press(page, "ư", 34)
    press(page, "Ơ", 35, SHIFT)
    press(page, "ă", 10)
    press(page, "Â", 11, SHIFT)
    press(page, "ê", 12, ALT)
    press(page, "đ", 19, CTRL)
    assert ran == ["[", "}", "1", "Shift+2", "Alt+3", "Ctrl+0"]


def test_that_a_dead_key_in_the_row_of_digits_acts_by_its_place(page, ran):
    press(page, "", 10, key=Qt.Key.Key_Dead_Acute)
    assert ran == ["1"]


def test_that_a_digit_is_claimed_before_shortcuts_and_a_bracket_is_not(page, ran):
    assert press(page, "2", 11, SHIFT)
    assert not press(page, "[", 34)
    assert not press(page, "9", 18)
    assert ran == ["Shift+2", "["]


def test_that_windows_codes_are_those_of_the_first_set():
    kind = QEvent.Type.KeyPress
    assert chord_by_place(event(kind, "ư", 0x1A), WINDOWS) == "["
    assert chord_by_place(event(kind, "Ă", 2, SHIFT), WINDOWS) == "Shift+1"
    assert chord_by_place(event(kind, "đ", 11), WINDOWS) == "0"
    assert chord_by_place(event(kind, "a", 30), WINDOWS) == ""


def test_that_where_a_platform_gives_no_codes_no_place_is_known():
    assert chord_by_place(event(QEvent.Type.KeyPress, "ư", 0), EVDEV) == ""
    assert codes_of("cocoa") == {}
    assert codes_of("wayland") == codes_of("xcb")


@pytest.mark.parametrize("key", [0, int(Qt.Key.Key_unknown)])
@pytest.mark.parametrize("text", ["ơ", "á", "a", "aw", "s"])
def test_that_text_without_a_key_is_ignored_and_said(page, ran, qtbot, text, key):
    with qtbot.waitSignal(page.typed_ignored) as said:
        assert not press(page, text, 0, key=key)
    assert said.args == [text]
    assert ran == []


def test_that_a_packet_of_text_on_windows_is_no_key(page, qtbot):
    PhysicalKeys(page, pytest.fail, WINDOWS)
    with qtbot.waitSignal(page.typed_ignored) as said:
        press(page, "ư", 0x1A, virtual=0xE7, key=0)
    assert said.args == ["ư"]


def test_that_other_keys_are_left_alone(page, ran, qtbot):
    page.set_caret(5)
    press(page, "", 114, key=Qt.Key.Key_Right)
    assert page.caret == 6
    assert ran == []
