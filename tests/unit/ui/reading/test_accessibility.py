"""Accessibility: a screen reader hears the current span and can read the text and move the caret."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from annotator.domain.spans import State
from annotator.ui.reading import accessibility
from annotator.ui.reading.accessibility import PageText, spoken
from annotator.ui.reading.page import Page
from annotator.ui.titles import STATES


@pytest.fixture
def listening():
    """Behave as if a screen reader were there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_that_the_page_is_a_document_with_a_name_and_the_current_span_as_its_value(page):
    told = QAccessible.queryAccessibleInterface(page)
    assert told.role() == QAccessible.Role.Document
    assert told.text(QAccessible.Text.Name) == "Report page"
    assert told.text(QAccessible.Text.Value) == ""
    page.set_current("Sùng Thị Mai")
    assert told.text(QAccessible.Text.Value) == "Person, Sùng Thị Mai, corrected, flagged"


def test_that_a_candidate_is_said_with_its_score_in_the_language_of_the_window(vietnamese, page, sample):
    assert spoken(page, sample.span("1.860 tỷ đồng")) == "Tiền, 1.860 tỷ đồng, ứng viên, 0,90"


def test_that_the_current_span_is_announced_where_someone_listens(page, listening, monkeypatch):
    said = []
    monkeypatch.setattr(
        accessibility.QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    page.set_current("năm 2025", scroll=False)
    page.set_current(None)
    assert said == ["Date, năm 2025, drawn"]


def test_that_moving_about_with_a_screen_reader_there_works(page, sample, listening):
    page.set_current("6.480")
    page.set_caret(sample.at("chữ ngoài"))
    QApplication.processEvents()
    assert page.caret == sample.at("chữ ngoài")


def test_that_the_text_is_read_in_utf_16_units(page, sample):
    reads = QAccessible.queryAccessibleInterface(page).textInterface()
    text = sample.report.text
    assert reads.characterCount() == len(text) + 1
    assert reads.text(0, 6) == "Hà Sơn"
    after = sample.at("với chữ")
    assert reads.text(after + 1, after + 4) == "với"


def test_that_the_caret_is_moved_and_text_selected_through_it(page, sample):
    reads = PageText(page)
    after = sample.at("với chữ")
    reads.setCursorPosition(after + 1)
    assert page.caret == after
    assert reads.cursorPosition() == after + 1
    reads.addSelection(0, 6)
    assert page.selection == (0, 6)
    reads.removeSelection(0)
    assert page.selection is None
    assert reads.selectionCount() == 0


def test_that_a_letter_is_found_again_where_it_is_said_to_be(page, sample):
    reads = PageText(page)
    unit = sample.at("chủ trì")
    place = reads.characterRect(unit)
    assert place.height() > 10
    assert reads.offsetAtPoint(place.center() - QPoint(2, 0)) == unit
    assert PageText(page).characterRect(sample.at("Đăng nhập")).isEmpty()


def test_that_text_far_away_is_scrolled_to(page, sample):
    page.resize(820, 200)
    PageText(page).scrollToSubstring(sample.at("năm 2025"), sample.at("năm 2025") + 8)
    start, end = page.visible_range()
    assert start <= sample.at("năm 2025") < end


def test_that_every_state_has_words_for_it():
    assert set(STATES) == set(State)


def test_that_pages_come_and_go_while_someone_listens(qapp, listening):
    for _ in range(30):
        page = Page()
        told = QAccessible.queryAccessibleInterface(page)
        assert told.textInterface().characterCount() == 0
        page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    assert QAccessible.queryAccessibleInterface(Page()).role() == QAccessible.Role.Document
