"""Scrolling: nothing on the screen jumps while heights become known, and every place can be gone to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.spans import Span
from annotator.ui.reading.page import Page

PARAGRAPHS = [
    f"Đoạn {n}: " + "tỉnh tiếp tục triển khai các giải pháp trọng tâm " * (n % 7) for n in range(400)
]


@pytest.fixture
def long(qtbot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show_report(Report("long", "\n".join(PARAGRAPHS)), None)
    page.show()
    qtbot.waitExposed(page)
    return page


def y_of(page: Page, position: int) -> float:
    laid, line = page.paper.line_of(position)
    return page.scrolling.y_of(laid.block) + line.top


def test_that_scrolling_moves_what_is_seen_by_exactly_as_much(long):
    bar = long.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for step in (60, 60, -90, -200, 35, -400, 120):
        position = long.visible_range()[0]
        before = y_of(long, position)
        bar.setValue(bar.value() + step)
        assert y_of(long, position) == before - step


def test_that_scrolling_up_from_the_end_line_by_line_reaches_the_top(long):
    bar = long.verticalScrollBar()
    bar.setValue(bar.maximum())
    for _ in range(10_000):
        if bar.value() == 0:
            break
        bar.setValue(bar.value() - 250)
    assert long.visible_range()[0] == 0
    assert y_of(long, 0) == 32


def test_that_the_end_can_be_reached_and_not_passed(long):
    bar = long.verticalScrollBar()
    for _ in range(3):
        bar.setValue(bar.maximum())
    end = len(long.report.text)
    assert long.visible_range()[1] == end
    assert y_of(long, end) < 500


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.77, 1.0])
def test_that_a_jump_brings_the_line_into_view(long, share):
    position = round(len(long.report.text) * share)
    long.scroll_to(position)
    line = long.paper.line_of(position)[1]
    assert 0 <= y_of(long, position) <= 500 - line.height


def test_that_going_to_a_line_in_view_moves_nothing(long):
    long.scroll_to(8000)
    first = long.visible_range()
    long.scroll_to(8010)
    assert long.visible_range() == first


def test_that_a_place_asked_for_before_the_window_is_shown_is_gone_to(qtbot):
    page = Page()
    qtbot.addWidget(page)
    text = "\n".join(PARAGRAPHS)
    page.show_report(Report("long", text), None)
    page.set_spans([Span("a", 20_000, 20_010, "entity", "ORG")])
    page.set_current("a")
    page.resize(700, 500)
    page.show()
    QApplication.processEvents()
    start, end = page.visible_range()
    assert start < 20_000 < end


def test_that_a_click_on_the_margin_map_goes_there(long):
    middle = long.map.height() / 2
    long.map.jumped.emit(long.map.position_at(middle))
    start, end = long.visible_range()
    assert start <= len(long.report.text) / 2 <= end


def test_that_the_block_cache_forgets_far_blocks_only(long):
    for block in range(len(long.paper.blocks)):
        long.paper.laid(block)
    long.scroll_to(0, always=True)
    long.scroll_to(len(long.report.text), always=True)
    assert y_of(long, len(long.report.text)) < 500


def furniture(qtbot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.resize(700, 500)
    text = "Đăng nhập\nTrang chủ\nLiên hệ\nTin chính của ngày"
    page.show_report(Report("r", text, sections=(Section(SectionKind.CHROME, 0, 27),)), None)
    page.show()
    QApplication.processEvents()
    return page


def test_that_page_furniture_comes_folded_and_a_click_unfolds_it(qtbot):
    page = furniture(qtbot)
    text = page.report.text

    def click(y: int) -> None:
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(page.left) + 30, y))

    folded = y_of(page, text.index("Tin chính"))
    assert folded < 80
    click(32 + 12)
    assert y_of(page, text.index("Tin chính")) > 90
    click(32 + 12)
    assert y_of(page, text.index("Tin chính")) == folded
    click(400)
    assert y_of(page, text.index("Tin chính")) == folded


def test_that_going_to_folded_furniture_unfolds_it(qtbot):
    page = furniture(qtbot)
    page.scroll_to(page.report.text.index("Liên hệ"))
    assert page.paper.line_of(page.report.text.index("Liên hệ"))[1] is not None


def test_that_all_page_furniture_is_unfolded_and_folded_on_demand(qtbot):
    page = furniture(qtbot)
    place = page.report.text.index("Tin chính")
    folded = y_of(page, place)
    page.fold_furniture = False
    assert y_of(page, place) > folded
    page.fold_furniture = True
    assert y_of(page, place) == folded
