"""The mouse in the real window: ends that are dragged, words that are doubly clicked, chips."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from annotator.domain.spans import State

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def seen(window, span_id):
    return window.sheet.report.view.get(span_id)


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


def test_that_zooming_by_the_wheel_is_remembered(open_window, sample_project) -> None:
    window = open_window(sample_project)
    view = window.page.viewport()
    where = QPointF(view.rect().center())
    event = QWheelEvent(
        where,
        view.mapToGlobal(where),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    window.close()
    assert open_window(sample_project).page.zoom == 110
