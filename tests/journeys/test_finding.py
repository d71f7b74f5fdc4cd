"""Words looked for in the open report: found with and without tones, gone through, labelled."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.spans import State
from annotator.ui.reading.seeking import PIECE
from annotator.workspace.adding import add_paths
from annotator.workspace.projects import Project

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def look_for(press):
    """Return a function that opens the find bar, sets whether tones count, and types words into it."""

    def looked(window, words, *, tones=False):
        press(window, "Ctrl+F")
        assert window.find_bar.isVisible()
        window.find_bar.tones.setChecked(tones)
        window.find_bar.field.clear()
        for letter in words:
            QTest.sendKeyEvent(QTest.KeyAction.Click, window.find_bar.field, Qt.Key.Key_unknown, letter, NONE)
        return found(window)

    return looked


def found(window):
    text = window.sheet.report.report.text
    return [text[start:end] for start, end in window.find_bar.hits]


def seen(window, span_id):
    return window.sheet.report.view.get(span_id)


def plain(text):
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def enter(window, modifier=NONE):
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Return, modifier)


def test_that_words_without_tones_find_words_with_them(open_window, sample_project, look_for) -> None:
    window = open_window(sample_project)
    hits = look_for(window, "dat")
    text = window.sheet.report.report.text
    assert "đạt" in hits
    assert len(hits) == plain(text).count("dat")
    assert list(window.page.hits) == list(window.find_bar.hits)
    assert look_for(window, "đạt", tones=True) == ["đạt"] * text.lower().count("đạt")


def test_that_minding_tones_is_remembered(open_window, sample_project, look_for) -> None:
    window = open_window(sample_project)
    look_for(window, "tinh", tones=True)
    window.close()
    assert open_window(sample_project).find_bar.tones.isChecked()


def test_that_enter_goes_through_the_hits_and_round_both_ends(open_window, sample_project, look_for) -> None:
    window = open_window(sample_project)
    window.page.set_caret(0)
    hits = look_for(window, "tinh")
    assert len(hits) > 3
    assert window.find_bar.count.text() == f"1 of {len(hits)}"
    places = [window.page.selection]
    for _ in hits[1:]:
        enter(window)
        places.append(window.page.selection)
    assert places == list(window.find_bar.hits)
    enter(window)
    assert window.page.selection == places[0]
    enter(window, SHIFT)
    assert window.page.selection == places[-1]
    QTest.keyClick(window, Qt.Key.Key_F3)
    QTest.keyClick(window, Qt.Key.Key_F3)
    QTest.keyClick(window, Qt.Key.Key_F3, SHIFT)
    assert window.page.selection == places[0]


def test_that_escape_leaves_the_hit_selected_and_a_label_key_labels_it(
    open_window, sample_project, look_for, press
) -> None:
    window = open_window(sample_project)
    look_for(window, "ngân sách", tones=True)
    start, end = window.page.selection
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible()
    assert window.page.hasFocus()
    assert not window.page.hits
    assert window.page.selection == (start, end)
    press(window, "3")
    drawn = window.sheet.current
    assert (drawn.start, drawn.end, drawn.label, drawn.state) == (start, end, "ORG", State.DRAWN)
    press(window, "7")
    assert window.sheet.current.label == "DOCUMENT"


def test_that_the_next_hit_is_gone_to_after_one_was_labelled(
    open_window, sample_project, look_for, press
) -> None:
    window = open_window(sample_project)
    window.page.set_caret(0)
    look_for(window, "đồng chí", tones=True)
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Escape)
    first = window.page.selection
    press(window, "1")
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert window.page.selection == window.find_bar.hits[1] != first


def test_that_a_hit_that_is_a_span_becomes_the_current_one(
    open_window, sample_project, look_for, press
) -> None:
    window = open_window(sample_project)
    span = next(s for s in window.sheet.report.view if s.label == "PERSON")
    name = window.sheet.report.report.text[span.start : span.end]
    window.page.set_caret(span.start)
    look_for(window, name, tones=True)
    assert window.sheet.current.id == span.id
    assert window.find_bar.count.text().startswith("1 of")
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Escape)
    press(window, "3")
    assert seen(window, span.id).label == "ORG"
    press(window, "6")
    assert seen(window, span.id).label == "EVENT"


def test_that_a_selection_is_what_is_looked_for(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    text = window.sheet.report.report.text
    at = text.index("ngân sách")
    window.page.select(at, at + len("ngân sách"))
    press(window, "Ctrl+F")
    assert window.find_bar.field.text() == "ngân sách"
    assert window.find_bar.field.selectedText() == "ngân sách"


def test_that_words_that_are_not_there_are_said_and_nothing_moves(
    open_window, sample_project, look_for
) -> None:
    window = open_window(sample_project)
    before = (window.sheet.current, window.page.caret)
    assert look_for(window, "zzzz") == []
    assert window.find_bar.count.text() == "no hit"
    assert (window.sheet.current, window.page.caret) == before
    enter(window)
    assert "zzzz" in window.status.notice.text()


def test_that_typing_into_the_bar_changes_no_span(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    before = list(window.sheet.report.view)
    press(window, "Ctrl+F")
    QTest.keyClicks(window.find_bar.field, "a1[?s")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Delete):
        QTest.keyClick(window.find_bar.field, key)
    assert list(window.sheet.report.view) == before
    assert window.find_bar.field.text() == "a1[?s"


def test_that_another_report_is_searched_for_the_same_words(open_window, sample_project, look_for) -> None:
    window = open_window(sample_project)
    look_for(window, "tỉnh", tones=True)
    other = window.library.beside(window.sheet.report.report_id, 1)
    window.open_report(other)
    text = window.sheet.report.report.text
    assert found(window) == [hit for hit in found(window) if hit.lower() == "tỉnh"]
    assert len(found(window)) == text.lower().count("tỉnh")
    assert list(window.page.hits) == list(window.find_bar.hits)


def test_that_white_space_of_any_kind_stands_for_a_blank(open_window, sample_project, look_for) -> None:
    window = open_window(sample_project)
    for row in window.library.model.rows():
        window.open_report(row.id)
        text = window.sheet.report.report.text
        if "\xa0" in text:
            break
    at = text.index("\xa0")
    around = text[at - 1 : at + 2].replace("\xa0", " ")
    assert text[at - 1 : at + 2] in look_for(window, around, tones=True)


def test_that_the_field_keeps_room_for_words_in_a_narrow_window(open_window, sample_project) -> None:
    window = open_window(sample_project)
    window.resize(900, 600)
    window.commands["find.open"].trigger()
    QApplication.processEvents()
    assert window.find_bar.field.width() >= 110
    assert window.card.geometry().right() < window.width()


@pytest.fixture
def large_project(extracted_samples, tmp_path, schema):
    """Return a project of one report of 2 MB, made of the sample reports."""
    with Project.open(extracted_samples) as samples:
        text = "\n".join(samples.report(row.id).text for row in samples.rows()) + "\n"
    (tmp_path / "large.txt").write_text(text * (1_500_000 // len(text)), encoding="utf-8")
    with Project.create(tmp_path / "large", schema=schema, author="an") as project:
        add_paths(project, [tmp_path / "large.txt"])
        return project.path


def test_that_a_large_report_is_looked_through_in_pieces(open_window, large_project, look_for, qtbot) -> None:
    window = open_window(large_project)
    text, bar = window.sheet.report.report.text, window.find_bar
    look_for(window, "đạt", tones=True)
    first = text.lower().index("đạt")
    assert window.page.selection == (first, first + 3)
    assert bar.count.text() == "…"
    assert bar.hits[-1][1] < 2 * PIECE < len(text)
    qtbot.waitUntil(lambda: bar.count.text() != "…")
    assert found(window) == ["đạt"] * text.lower().count("đạt")
    assert bar.count.text() == f"1 of {len(bar.hits)}"
    assert list(window.page.hits) == list(bar.hits)
    window.page.set_caret(len(text))
    look_for(window, "tinh")
    qtbot.waitUntil(lambda: bar.count.text() != "…")
    assert len(bar.hits) == plain(text).count("tinh")
    assert bar.hits == sorted(bar.hits)
    assert window.page.selection == bar.hits[0]
    bar.field.setText("tỉnh ủy")
    enter(window, SHIFT)
    qtbot.waitUntil(lambda: bar.count.text() != "…")
    assert window.page.selection == bar.hits[-1]


def test_that_typing_on_or_closing_ends_a_search(open_window, large_project, look_for, qtbot) -> None:
    window = open_window(large_project)
    text, bar = window.sheet.report.report.text, window.find_bar
    look_for(window, "t")
    assert bar.count.text() == "…"
    QTest.keyClicks(bar.field, "hu")
    qtbot.waitUntil(lambda: bar.count.text() != "…")
    assert len(bar.hits) == plain(text).count("thu")
    QTest.keyClicks(bar.field, "zzzz")
    qtbot.waitUntil(lambda: bar.count.text() == "no hit")
    bar.field.clear()
    QTest.keyClicks(bar.field, "t")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    known = len(bar.hits)
    for _ in range(20):
        QApplication.processEvents()
    assert len(bar.hits) == known < plain(text).count("t")
    assert not window.page.hits
