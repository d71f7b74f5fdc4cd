"""Keys in the real window: the palette, other keyboard layouts, text fields and panes."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.domain.spans import State
from annotator.ui.card.panel import SpanCard
from annotator.ui.reading.physical import codes_of
from annotator.workspace.projects import Project

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


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
        began = time.process_time()
        press(window, "Ctrl+K")
        QApplication.processEvents()
        taken.append(time.process_time() - began)
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
    text = window.sheet.report.report.text
    span = next(
        s for s in window.sheet.report.view if s.is_undecided and text[s.start : s.end].count(" ") >= 2
    )
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
    for key, held in (("A", NONE), ("1", NONE), ("Z", CTRL)):
        QTest.keyClick(note, Qt.Key(ord(key)), held)
    QTest.keyClick(window.library.filter, Qt.Key.Key_Delete)
    window.library.filter.setFocus()
    QTest.keyClick(window.library.filter, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(window.library.filter, Qt.Key.Key_Y, CTRL)
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


def test_that_links_shown_on_demand_stay_shown_after_a_choice_of_links(
    open_window, sample_project, press
) -> None:
    window = open_window(sample_project)
    figure = next(s for s in window.sheet.report.view if s.label == "PERCENT")
    for shown in (False, True):
        window.page.show_relations = shown
        window.sheet.set_current(figure.id)
        press(window, "I", "Tab")
        assert window.page.show_relations
        press(window, "Esc")
        assert window.page.show_relations is shown
