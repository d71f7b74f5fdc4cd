"""Pointing: clicks, double clicks, selections and drags, at the letters they are made on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.ui.reading.finding import position_at

LEFT = Qt.MouseButton.LeftButton


def place(page, position: int) -> QPoint:
    """Return the point of the view where a code point begins, in the middle of its line."""
    laid, line = page.paper.line_of(position)
    y = page.scrolling.y_of(laid.block) + line.baseline - 4
    return QPoint(round(page.left + line.x_at(position)), round(y))


def inside(page, position: int) -> QPoint:
    return place(page, position) + QPoint(3, 0)


def drag(page, start: QPoint, end: QPoint, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    view = page.viewport()
    QTest.mousePress(view, LEFT, modifier, start)
    QTest.mouseMove(view, start + QPoint(5, 0))
    for point in (start + QPoint(6, 0), end):
        move(view, point, modifier)
    QTest.mouseRelease(view, LEFT, modifier, end)


def move(view, point: QPoint, modifier) -> None:
    where = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, view.mapToGlobal(where), Qt.MouseButton.NoButton, LEFT, modifier
    )
    QApplication.sendEvent(view, event)


def test_that_every_letter_is_found_where_it_is_drawn(page, sample):
    for words in ("Hà Sơn", "Ngày 4/10", "1.860", "6.480", "Thu khác", "chữ ngoài", "😀"):
        position = sample.at(words)
        point = place(page, position)
        assert position_at(page, point.toPointF()) == position


def test_that_a_click_on_a_span_chooses_it(page, sample, qtbot):
    with qtbot.waitSignal(page.span_clicked) as clicked:
        qtbot.mouseClick(page.viewport(), LEFT, pos=inside(page, sample.at("Sùng Thị Mai")))
    assert clicked.args == ["Sùng Thị Mai"]
    assert page.selection is None


def test_that_clicks_on_nested_spans_go_from_the_shortest_outwards(page, sample, qtbot):
    point = inside(page, sample.at("Tỉnh ủy tỉnh"))
    seen = []
    page.span_clicked.connect(seen.append)
    page.span_clicked.connect(page.set_current)
    for _ in range(3):
        qtbot.mouseClick(page.viewport(), LEFT, pos=point)
        page.grab()
    assert seen == ["Tỉnh ủy tỉnh Hà Sơn", "Bí thư Tỉnh ủy tỉnh Hà Sơn", "Tỉnh ủy tỉnh Hà Sơn"]


def test_that_a_click_beside_every_span_puts_the_caret_there(page, sample, qtbot):
    position = sample.at("chủ trì")
    with qtbot.waitSignal(page.background_clicked) as clicked:
        qtbot.mouseClick(page.viewport(), LEFT, pos=place(page, position))
    assert clicked.args == [position]
    assert page.caret == position


def test_that_a_double_click_selects_the_syllable(page, sample, qtbot):
    at = sample.at("chủ trì")
    qtbot.mouseDClick(page.viewport(), LEFT, pos=inside(page, at))
    assert page.selection == (at, at + 3)


def test_that_dragging_over_text_selects_it(page, sample):
    start, end = sample.at("thu ngân sách"), sample.at("ước đạt")
    drag(page, place(page, start), place(page, end))
    assert page.selection == (start, end)


def test_that_shift_and_a_click_extend_the_selection(page, sample, qtbot):
    start, end = sample.at("chủ trì"), sample.at("ước đạt")
    page.set_caret(start)
    qtbot.mouseClick(page.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, place(page, end))
    assert page.selection == (start, end)


def test_that_an_end_of_the_current_span_is_dragged_by_syllable(page, sample, qtbot):
    span = sample.span("Sùng Thị Mai")
    page.set_current(span.id)
    with qtbot.waitSignal(page.border_dragged) as dragged:
        drag(page, place(page, span.end), place(page, span.start + 8) + QPoint(2, 0))
    assert dragged.args == [span.id, span.start, span.start + 8]
    assert page.preview is None


def test_that_with_ctrl_an_end_is_dragged_by_letter(page, sample, qtbot):
    span = sample.span("Sùng Thị Mai")
    page.set_current(span.id)
    with qtbot.waitSignal(page.border_dragged) as dragged:
        drag(
            page,
            place(page, span.start),
            place(page, span.start + 2),
            Qt.KeyboardModifier.ControlModifier,
        )
    assert dragged.args == [span.id, span.start + 2, span.end]


def test_that_an_end_dragged_past_the_other_leaves_a_letter(page, sample, qtbot):
    span = sample.span("năm 2025")
    page.set_current(span.id)
    with qtbot.waitSignal(page.border_dragged) as dragged:
        drag(page, place(page, span.start), place(page, span.end + 1))
    assert dragged.args == [span.id, span.end - 1, span.end]


def test_that_a_drag_that_ends_where_it_began_says_nothing(page, sample, qtbot):
    span = sample.span("Sùng Thị Mai")
    page.set_current(span.id)
    with qtbot.assertNotEmitted(page.border_dragged):
        drag(page, place(page, span.end), place(page, span.end) + QPoint(1, 0))


def test_that_a_click_on_the_chip_asks_for_its_span_another_label(page, sample, qtbot):
    page.set_current("Sùng Thị Mai")
    page.grab()
    chip = page.chip_rect
    assert chip is not None
    with qtbot.waitSignal(page.chip_clicked) as clicked:
        qtbot.mouseClick(page.viewport(), LEFT, pos=chip.center().toPoint())
    assert clicked.args == ["Sùng Thị Mai"]


def test_that_a_rejected_span_is_chosen_only_where_it_is_drawn(page, sample, qtbot):
    point = inside(page, sample.at("4,6%"))
    with qtbot.assertNotEmitted(page.span_clicked):
        qtbot.mouseClick(page.viewport(), LEFT, pos=point)
    page.show_rejected = True
    with qtbot.waitSignal(page.span_clicked) as clicked:
        qtbot.mouseClick(page.viewport(), LEFT, pos=point)
    assert clicked.args == ["4,6%"]


def wheel(page, turn: int, modifier: Qt.KeyboardModifier) -> None:
    middle = QPointF(page.viewport().rect().center())
    event = QWheelEvent(
        middle,
        page.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.viewport(), event)


@pytest.mark.parametrize(("turn", "zoom"), [(120, 110), (-120, 90)])
def test_that_ctrl_and_the_wheel_zoom(page, qtbot, turn, zoom):
    with qtbot.waitSignal(page.zoomed) as zoomed:
        wheel(page, turn, Qt.KeyboardModifier.ControlModifier)
    assert zoomed.args == [zoom]
    assert page.zoom == zoom


def test_that_the_wheel_scrolls_by_lines(page):
    page.resize(820, 200)
    QApplication.processEvents()
    wheel(page, -120, Qt.KeyboardModifier.NoModifier)
    assert page.verticalScrollBar().value() >= page.line_pitch
