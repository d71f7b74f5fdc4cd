"""The settings in the real window: keys bound anew, looks, language and name, and files that are broken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from annotator.domain.spans import State
from annotator.ui.dialogs.reading import ShortcutsDialog
from annotator.ui.dialogs.settings import SettingsDialog
from annotator.ui.reading.physical import codes_of

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


def seen(window, span_id):
    return window.sheet.report.view.get(span_id)


@pytest.fixture
def settings_of(qtbot):
    """Return a function that opens the settings of a window."""

    def opened(window) -> SettingsDialog:
        window.commands["window.settings"].trigger()
        dialog = window.findChild(SettingsDialog)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog

    return opened


def rebind(dialog, command_id: str, key, modifiers=NONE) -> str:
    """Choose a command, press Enter and the new key; return what is said."""
    dialog.keys.choose(command_id)
    QTest.keyClick(dialog.keys.table, Qt.Key.Key_Return)
    QTest.keyClick(dialog.keys.catcher, key, modifiers)
    return dialog.keys.said.text()


def test_that_a_key_bound_in_the_settings_acts_is_shown_and_survives_a_restart(
    open_window, sample_project, press, settings_of
) -> None:
    window = open_window(sample_project)
    dialog = settings_of(window)
    assert "X now runs" in rebind(dialog, "span.reject", Qt.Key.Key_X)
    assert "F12 now runs" in rebind(dialog, "label.PERSON", Qt.Key.Key_F12)
    dialog.close()
    window.close()

    window = open_window(sample_project)
    first = window.sheet.current
    press(window, "X")
    assert seen(window, first.id).state is State.REJECTED
    action = window.commands["span.reject"]
    assert [each.toString() for each in action.shortcuts()] == ["X", "Alt+Del"]
    assert action.toolTip().endswith("(X)")
    assert "F12" in next(chip.toolTip() for chip in window.card.findChildren(QToolButton))
    press(window, "Ctrl+K")
    rows = {row.command.id: row.keys for row in window.command_palette.rows.rows}
    assert rows["span.reject"] == "X   Alt+Del"
    window.commands["help.shortcuts"].trigger()
    table = window.findChild(ShortcutsDialog).table
    keys = {table.item(row, 1).text(): table.item(row, 2).text() for row in range(table.rowCount())}
    assert keys["Reject and go on"] == "X   Alt+Del"


def test_that_a_clash_is_refused_naming_the_other_command_and_escape_leaves_all_as_it_is(
    open_window, sample_project, settings_of
) -> None:
    window = open_window(sample_project)
    dialog = settings_of(window)
    assert "“Join with the next”" in rebind(dialog, "span.split", Qt.Key.Key_J)
    assert "“Person”" in rebind(dialog, "span.split", Qt.Key.Key_1)
    assert "Move the caret" in rebind(dialog, "span.split", Qt.Key.Key_Left)
    QTest.keyClick(dialog.keys.catcher, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert QApplication.focusWidget() is dialog.keys.table
    assert window.commands["span.split"].shortcut().toString() == "S"


def test_that_tab_and_the_place_of_a_key_can_be_bound_and_reset(
    open_window, sample_project, settings_of
) -> None:
    window = open_window(sample_project)
    dialog = settings_of(window)
    assert "“Next candidate”" in rebind(dialog, "span.split", Qt.Key.Key_Tab)
    dialog.keys.choose("span.split")
    dialog.keys.ask(0)
    eight = next(code for code, sign in codes_of("offscreen").items() if sign == "8")
    QApplication.sendEvent(
        dialog.keys.catcher,
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Dead_Hook, NONE, eight, 0, 0, ""),
    )
    assert window.commands["span.split"].shortcut().toString() == "8"
    rebind(dialog, "span.join", Qt.Key.Key_S)
    dialog.keys.choose("span.split")
    dialog.keys.reset.click()
    assert "“Join with the next”" in dialog.keys.said.text()
    dialog.keys.choose("span.join")
    dialog.keys.reset.click()
    dialog.keys.choose("span.split")
    dialog.keys.change_second.click()
    QTest.keyClick(dialog.keys.catcher, Qt.Key.Key_Q, ALT)
    assert [s.toString() for s in window.commands["span.split"].shortcuts()] == ["8", "Alt+Q"]
    dialog.keys.reset_all.click()
    assert [s.toString() for s in window.commands["span.split"].shortcuts()] == ["S", "Alt+S"]
    assert [s.toString() for s in window.commands["span.join"].shortcuts()] == ["J", "Alt+J"]


def test_that_a_broken_settings_file_does_no_harm(open_window, sample_project, own_settings, press) -> None:
    broken = (
        b'[keys]\nspan.reject="\xc3(Ctrl+"\n[page\nzoom=\xff\x00huge\nline_width=,\n[%General]\nlanguage=xx\n'
    )
    (own_settings / "window.ini").write_bytes(broken)
    window = open_window(sample_project)
    first = window.sheet.current
    assert (window.page.zoom, window.page.line_width) == (100, 76)
    press(window, "Delete")
    assert seen(window, first.id).state is State.REJECTED


def test_that_looks_language_and_name_are_done_at_once_or_remembered(
    open_window, sample_project, settings_of
) -> None:
    window = open_window(sample_project)
    dialog = settings_of(window)
    dialog.looks.theme.setCurrentIndex(dialog.looks.theme.findData("contrast"))
    dialog.looks.zoom.setValue(140)
    dialog.looks.line_width.setValue(64)
    dialog.looks.chips.setChecked(True)
    dialog.language.language.setCurrentIndex(dialog.language.language.findData("vi"))
    dialog.author.name.setText("  lan   anh ")
    dialog.author.name.editingFinished.emit()
    shown = (window.page.theme.name, window.page.zoom, window.page.line_width, window.page.show_chips)
    assert shown == ("contrast", 140, 64, True)
    window.projects.close()
    window.projects.open_path(sample_project)
    assert window.projects.project.author == "lan anh"
    window.close()

    again = open_window(sample_project)
    assert again.commands["edit.undo"].text() == "Hoàn tác"
    shown = (again.page.theme.name, again.page.zoom, again.page.line_width, again.page.show_chips)
    assert shown == ("contrast", 140, 64, True)
