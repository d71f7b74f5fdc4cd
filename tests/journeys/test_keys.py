"""Keys in the real window: the palette, the settings, other keyboard layouts, and the mouse beside them."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton

from annotator.domain.spans import State
from annotator.ui.card.panel import SpanCard
from annotator.ui.dialogs.reading import ShortcutsDialog
from annotator.ui.dialogs.settings import SettingsDialog
from annotator.ui.reading.physical import codes_of
from annotator.workspace.projects import Project

NONE, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton


def seen(window, span_id):
    return window.sheet.report.view.get(span_id)


# The palette


def type_into_palette(window, press, words: str) -> None:
    press(window, "Ctrl+K")
    QTest.keyClicks(window.command_palette.line, words)


def test_that_the_palette_runs_a_command_by_a_few_letters_and_gives_the_focus_back(
    open_window, sample_project, press
) -> None:
    window = open_window(sample_project)
    first = window.sheet.current
    type_into_palette(window, press, "rejct")
    assert window.command_palette.isVisible()
    assert window.command_palette.chosen.command.id == "span.reject"
    QTest.keyClick(window.command_palette.line, Qt.Key.Key_Return)
    assert not window.command_palette.isVisible()
    assert QApplication.focusWidget() is window.page
    assert seen(window, first.id).state is State.REJECTED


def test_that_the_palette_opens_at_once(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        press(window, "Ctrl+K")
        QApplication.processEvents()
        taken.append(time.perf_counter() - began)
        assert window.command_palette.isVisible()
        QTest.keyClick(window.command_palette.line, Qt.Key.Key_Escape)
    assert min(taken) < 0.05


def test_that_the_palette_lists_titles_menus_and_the_keys_that_are_bound(
    open_window, sample_project, press
) -> None:
    window = open_window(sample_project)
    press(window, "Ctrl+K")
    rows = {row.command.id: row for row in window.command_palette.rows.rows}
    assert set(rows) == {c.id for c in window.commands.commands()} - {"window.palette"}
    accept, label = rows["span.accept"], rows["label.PERSON"]
    assert (accept.command.title, accept.menu, accept.keys) == (
        "Accept and go on",
        "Span",
        "Enter   Alt+Enter",
    )
    assert (label.menu, label.keys) == ("Label", "1   Alt+1")


def test_that_escape_and_a_click_elsewhere_close_the_palette(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    before = window.sheet.report.view.counts
    type_into_palette(window, press, "accept")
    QTest.keyClick(window.command_palette.line, Qt.Key.Key_Escape)
    assert not window.command_palette.isVisible()
    assert QApplication.focusWidget() is window.page
    press(window, "Ctrl+K")
    assert window.command_palette.line.text() == ""
    window.library.filter.setFocus()
    assert not window.command_palette.isVisible()
    assert QApplication.focusWidget() is window.library.filter
    assert window.sheet.report.view.counts == before


def test_that_the_arrows_choose_and_what_was_run_last_stands_first(
    open_window, sample_project, press
) -> None:
    window = open_window(sample_project)
    palette = window.command_palette
    type_into_palette(window, press, "text")
    titles = [row.command.title for row in palette.rows.rows]
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    chosen = palette.chosen.command
    assert chosen.title == titles[1]
    QTest.keyClick(palette.line, Qt.Key.Key_Up)
    QTest.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.chosen.command.title == titles[0]
    QTest.keyClicks(palette.line, " larger")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.page.zoom == 110
    press(window, "Ctrl+K")
    assert palette.chosen.command.id == "view.zoom_in"


def test_that_a_command_that_cannot_be_run_is_greyed_with_the_reason(
    open_window, sample_project, press
) -> None:
    holder = Project.open(sample_project, author="binh")
    window = open_window(sample_project)
    before = window.sheet.report.view.counts
    type_into_palette(window, press, "accept and go on")
    chosen = window.command_palette.chosen
    assert chosen.reason == "the project is read-only"
    QTest.keyClick(window.command_palette.line, Qt.Key.Key_Return)
    assert window.command_palette.isVisible()
    assert "read-only" in window.status.notice.text()
    assert window.sheet.report.view.counts == before
    holder.close()


# The settings


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
    assert "F9 now runs" in rebind(dialog, "label.PERSON", Qt.Key.Key_F9)
    dialog.close()
    window.close()

    window = open_window(sample_project)
    first = window.sheet.current
    press(window, "X")
    assert seen(window, first.id).state is State.REJECTED
    action = window.commands["span.reject"]
    assert [each.toString() for each in action.shortcuts()] == ["X", "Alt+Del"]
    assert action.toolTip().endswith("(X)")
    assert "F9" in next(chip.toolTip() for chip in window.card.findChildren(QToolButton))
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
    window.projects.open_path(sample_project)
    assert window.projects.project.author == "lan anh"
    window.close()

    again = open_window(sample_project)
    assert again.vietnamese
    shown = (again.page.theme.name, again.page.zoom, again.page.line_width, again.page.show_chips)
    assert shown == ("contrast", 140, 64, True)


# Other layouts and text fields


def strike(window, sign: str, text: str, modifiers=NONE) -> None:
    """Press the key that lies where a sign does on an English keyboard and writes another text."""
    code = next(code for code, held in codes_of("offscreen").items() if held == sign)
    key = ord(text.upper())
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(window.page, QKeyEvent(kind, key, modifiers, code, 0, 0, text))


def test_that_a_vietnamese_layout_moves_borders_and_labels(open_window, sample_project) -> None:
    window = open_window(sample_project)
    report = window.sheet.report
    span = next(s for s in report.view if s.is_undecided and " " in report.report.text[s.start : s.end])
    window.sheet.set_current(span.id)
    strike(window, "]", "ơ")
    assert seen(window, span.id).start > span.start
    strike(window, "[", "ư")
    assert seen(window, span.id).start == span.start
    strike(window, "[", "Ư", SHIFT)
    assert seen(window, span.id).end < span.end
    strike(window, "6", "ể")
    assert seen(window, span.id).label == "EVENT"
    strike(window, "3", "Ê", SHIFT)
    assert seen(window, span.id).label == "COUNT"
    assert "typing" not in window.status.notice.text()


def test_that_second_chords_correct_a_report_as_well(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    first = window.sheet.current
    press(window, "Alt+Right")
    second = window.sheet.current
    press(window, "Alt+Left", "Alt+6", "Alt+Enter")
    assert (seen(window, first.id).label, seen(window, first.id).state) == ("EVENT", State.CORRECTED)
    assert window.sheet.current.id == second.id
    press(window, "Alt+Delete")
    assert seen(window, second.id).state is State.REJECTED
    span = two_words(window)
    window.sheet.set_current(span.id)
    press(window, "Alt+]", "Alt+{")
    moved = seen(window, span.id)
    assert span.start < moved.start < moved.end < span.end
    left = window.sheet.report.view.counts.left
    press(window, "Alt+Right", "Alt+A")
    assert window.sheet.report.view.counts.left < left


def test_that_no_key_changes_the_report_while_a_text_field_has_the_focus(
    open_window, sample_project, press
) -> None:
    window = open_window(sample_project)
    press(window, "Enter")
    window.settle()
    before = (list(window.sheet.report.view), window.sheet.report.view.finished)
    note = window.card.findChildren(QLineEdit)[-1]
    press(window, "N")
    assert QApplication.focusWidget() is note
    for key, held in (("A", NONE), ("1", NONE), ("Z", Qt.KeyboardModifier.ControlModifier)):
        QTest.keyClick(note, Qt.Key(ord(key)), held)
    QTest.keyClick(window.library.filter, Qt.Key.Key_Delete)
    window.library.filter.setFocus()
    QTest.keyClick(window.library.filter, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.library.filter, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert (list(window.sheet.report.view), window.sheet.report.view.finished) == before


def test_that_escape_leads_from_every_pane_back_to_the_page(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    for pane in (window.library.filter, window.library.list, window.lists, window.card):
        pane.setFocus()
        held = QApplication.focusWidget()
        assert held is not window.page
        QTest.keyClick(held, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is window.page


def test_that_f6_goes_round_the_panes(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    held = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        held.append(QApplication.focusWidget())
    assert held[-1] is window.page
    assert held[2] is window.library.list
    assert isinstance(held[0], SpanCard) or window.card.isAncestorOf(held[0])
    assert window.lists.isAncestorOf(held[1])


def test_that_copying_takes_the_selection_else_the_current_span(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    text, span = window.sheet.report.report.text, window.sheet.current
    press(window, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == text[span.start : span.end]
    press(window, "Shift+Right", "Shift+Right", "Ctrl+C")
    assert QGuiApplication.clipboard().text() == text[span.start : span.start + 2]


# The mouse


def place(page, position: int) -> QPoint:
    """Return the point of the view where a position begins, in the middle of its line."""
    laid, line = page.paper.line_of(position)
    y = page.scrolling.y_of(laid.block) + line.baseline - 4
    return QPoint(round(page.left + line.x_at(position)), round(y))


def drag(page, start: QPoint, end: QPoint) -> None:
    view = page.viewport()
    QTest.mousePress(view, LEFT, NONE, start)
    for point in (start + QPoint(6, 0), end):
        where = QPointF(point)
        kind = QEvent.Type.MouseMove
        event = QMouseEvent(kind, where, view.mapToGlobal(where), Qt.MouseButton.NoButton, LEFT, NONE)
        QApplication.sendEvent(view, event)
    QTest.mouseRelease(view, LEFT, NONE, end)


def two_words(window):
    """Return an undecided span of at least three syllables on one line in view, with none beside it."""
    text, page = window.sheet.report.report.text, window.page
    for span in window.sheet.report.view:
        alone = not any(
            other.id != span.id and other.start <= span.end and span.start <= other.end
            for other in window.sheet.report.view
        )
        if span.is_undecided and alone and text[span.start : span.end].count(" ") >= 2:
            _, first = page.paper.line_of(span.start)
            _, last = page.paper.line_of(span.end)
            if first and last and first.start == last.start:
                return span
    raise AssertionError("the samples have such a span")


def test_that_either_end_is_dragged_to_a_border_of_a_syllable(open_window, sample_project) -> None:
    window = open_window(sample_project)
    page, text = window.page, window.sheet.report.report.text
    span = two_words(window)
    window.sheet.set_current(span.id)
    QApplication.processEvents()
    second = text.index(" ", span.start) + 1
    drag(page, place(page, span.start), place(page, second) + QPoint(1, 0))
    assert (seen(window, span.id).start, seen(window, span.id).end) == (second, span.end)
    last = text.rindex(" ", span.start, span.end)
    drag(page, place(page, span.end), place(page, last) + QPoint(1, 0))
    assert (seen(window, span.id).start, seen(window, span.id).end) == (second, last)
    assert seen(window, span.id).state is State.CORRECTED


def test_that_a_double_clicked_word_becomes_a_span_by_a_click_on_a_chip_of_the_card(
    open_window, sample_project
) -> None:
    window = open_window(sample_project)
    page, report = window.page, window.sheet.report
    window.sheet.set_current(None)
    start, end = next(
        word
        for at in range(len(report.report.text))
        if (word := report.borders.word_at(at)) is not None
        and report.report.text[slice(*word)].isalpha()
        and not any(s.start <= word[1] and word[0] <= s.end for s in report.view)
        and not any(c.start <= word[1] and word[0] <= c.end for c in report.report.chrome)
    )
    page.scroll_to(start)
    QApplication.processEvents()
    QTest.mouseDClick(page.viewport(), LEFT, NONE, place(page, start) + QPoint(3, 0))
    assert page.selection == (start, end)
    window.settle()
    chip = next(c for c in window.card.findChildren(QToolButton) if c.text() == "LOC")
    assert chip.isVisible()
    QTest.mouseClick(chip, LEFT)
    drawn = window.sheet.current
    assert (drawn.start, drawn.end, drawn.label, drawn.state) == (start, end, "LOC", State.DRAWN)
    assert page.selection is None


def test_that_a_chip_of_the_card_relabels_and_shows_the_label_it_has(open_window, sample_project) -> None:
    window = open_window(sample_project)
    span = two_words(window)
    window.sheet.set_current(span.id)
    window.settle()
    chips = {chip.text(): chip for chip in window.card.findChildren(QToolButton)}
    QTest.mouseClick(chips["EVT" if span.label != "EVENT" else "DOC"], LEFT)
    window.settle()
    label = seen(window, span.id).label
    assert label in {"EVENT", "DOCUMENT"} - {span.label}
    code = window.sheet.report.project.schema.label(label).code
    assert [text for text, chip in chips.items() if chip.isChecked()] == [code]
    assert QApplication.focusWidget() is window.page


def test_that_the_chip_on_the_page_offers_every_label(open_window, sample_project) -> None:
    window = open_window(sample_project)
    span = two_words(window)
    window.sheet.set_current(span.id)
    window.page.grab()
    QTest.mouseClick(window.page.viewport(), LEFT, NONE, window.page.chip_rect.center().toPoint())
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    titles = [action.text() for action in menu.actions()]
    assert titles == [label.title for label in window.projects.project.schema.labels]
    wanted = "Event" if span.label != "EVENT" else "Document"
    menu.actions()[titles.index(wanted)].trigger()
    menu.close()
    assert seen(window, span.id).label == wanted.upper()
