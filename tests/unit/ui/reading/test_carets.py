"""Carets: arrows, words, lines and pages, with and without a selection."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from annotator.ui.reading.carets import letter_after, letter_before

KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TEXTS = st.text(st.sampled_from("aă\u0301\u0323e\u200d😀\ufe0f \n"), min_size=1, max_size=20)


@given(TEXTS, st.data())
def test_that_going_over_a_letter_and_back_ends_where_it_began(text, data):
    start = letter_before(text, data.draw(st.integers(0, len(text))))
    assert letter_before(text, letter_after(text, start)) == start


@given(TEXTS)
def test_that_going_letter_by_letter_reaches_the_end(text):
    at = 0
    for _ in range(len(text)):
        at = letter_after(text, at)
    assert at == len(text)


def test_that_a_letter_with_loose_marks_is_one_step():
    assert letter_after("e\u0302\u0301x", 0) == 3
    assert letter_before("e\u0302\u0301x", 3) == 0


def test_that_arrows_move_the_caret_and_say_so(page, qtbot):
    moved = []
    page.caret_moved.connect(moved.append)
    qtbot.keyClick(page, KEY.Key_Right)
    qtbot.keyClick(page, KEY.Key_Right)
    qtbot.keyClick(page, KEY.Key_Left)
    assert moved == [1, 2, 1]
    assert page.caret == 1


def test_that_ctrl_arrows_move_by_syllable(page, sample, qtbot):
    page.set_caret(sample.at("Tỉnh ủy họp"))
    qtbot.keyClick(page, KEY.Key_Right, CTRL)
    assert page.caret == sample.at("Tỉnh ủy họp") + 4
    qtbot.keyClick(page, KEY.Key_Right, CTRL)
    assert page.caret == sample.at("Tỉnh ủy họp") + 7
    qtbot.keyClick(page, KEY.Key_Left, CTRL)
    assert page.caret == sample.at("ủy họp")


def test_that_shift_selects_and_escape_drops_the_selection(page, sample, qtbot):
    start = sample.at("1.860")
    page.set_caret(start)
    changes = []
    page.selection_changed.connect(lambda: changes.append(page.selection))
    qtbot.keyClick(page, KEY.Key_Right, SHIFT)
    qtbot.keyClick(page, KEY.Key_Right, CTRL | SHIFT)
    assert page.selection == (start, start + 5)
    qtbot.keyClick(page, KEY.Key_Escape)
    assert page.selection is None
    assert changes == [(start, start + 1), (start, start + 5), None]


def test_that_a_selection_can_be_made_backwards(page, sample, qtbot):
    start = sample.at("họp")
    page.set_caret(start + 3)
    for _ in range(3):
        qtbot.keyClick(page, KEY.Key_Left, SHIFT)
    assert page.selection == (start, start + 3)
    assert page.caret == start


def test_that_down_and_up_keep_the_column(page, sample, qtbot):
    start = sample.at("Bí thư Tỉnh ủy tỉnh") + 3
    page.set_caret(start)
    qtbot.keyClick(page, KEY.Key_Down)
    below = page.caret
    assert below > start + 20
    qtbot.keyClick(page, KEY.Key_Down)
    qtbot.keyClick(page, KEY.Key_Down)
    for _ in range(3):
        qtbot.keyClick(page, KEY.Key_Up)
    assert abs(page.caret - start) <= 1


def test_that_down_goes_through_every_kind_of_line_to_the_end(page, sample, qtbot):
    page.set_caret(0)
    seen = set()
    for _ in range(40):
        qtbot.keyClick(page, KEY.Key_Down)
        seen.add(page.paper.blocks.at(page.caret))
    assert seen == {3, 4, 5, 6, 7, 8, 9, 10}, "folded furniture is passed over, all else is not"


def test_that_home_and_end_go_to_the_ends_of_the_line_and_with_ctrl_of_the_report(page, sample, qtbot):
    page.set_caret(5)
    qtbot.keyClick(page, KEY.Key_End)
    assert page.caret == sample.report.text.index("\n")
    qtbot.keyClick(page, KEY.Key_Home)
    assert page.caret == 0
    qtbot.keyClick(page, KEY.Key_End, CTRL | SHIFT)
    assert page.selection == (0, len(sample.report.text))
    qtbot.keyClick(page, KEY.Key_Home, CTRL)
    assert page.caret == 0
    assert page.selection is None


def test_that_page_keys_move_by_a_view(page, sample, qtbot):
    qtbot.keyClick(page, KEY.Key_PageDown)
    down = page.caret
    assert down > 200
    qtbot.keyClick(page, KEY.Key_PageUp)
    assert page.caret < down


@pytest.mark.parametrize("key", [KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down])
def test_that_alt_with_an_arrow_is_not_the_carets(page, qtbot, key):
    page.set_caret(50)
    qtbot.keyClick(page, key, Qt.KeyboardModifier.AltModifier)
    assert page.caret == 50


def test_that_the_caret_passes_a_letter_beyond_the_basic_plane_in_one_step(page, sample, qtbot):
    at = sample.at("😀")
    page.set_caret(at)
    qtbot.keyClick(page, KEY.Key_Right)
    assert page.caret == at + 1
    assert sample.report.text[page.caret] == " "
