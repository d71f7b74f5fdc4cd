"""The page: what is current, selected and in view, and that it repaints exactly what changed."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.domain.relations import MEASURES, Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.text.words import WordBorders
from annotator.ui.reading.page import Page
from annotator.ui.theme import load_theme


def picture(page: Page) -> QImage:
    """Return what stands on the screen, painted piece by piece as it came."""
    QApplication.processEvents()
    return page.grab().toImage()


def on_screen(page: Page) -> QImage:
    """Return the window's own buffer: what was painted piece by piece, not drawn anew for the picture."""
    QApplication.processEvents()
    # What waited for the page to be painted, as the ticks of the map do, is painted by now.
    QApplication.processEvents()
    return page.screen().grabWindow(page.winId()).toImage()


def press(page: Page, letter: str) -> None:
    """Send a letter as an input method does: text without a key."""
    QApplication.sendEvent(page, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def count(image: QImage, colour: str) -> int:
    """Return how many pixels of every second row and column of the text have a colour."""
    places = product(range(120, image.width(), 2), range(0, image.height(), 2))
    return sum(image.pixelColor(x, y).name() == colour for x, y in places)


def test_that_showing_a_report_starts_at_its_top_without_a_span(page, sample):
    page.set_current(sample.spans[0].id)
    page.show_report(sample.report, None)
    assert page.current is None
    assert page.caret == 0
    assert page.selection is None
    assert page.visible_range()[0] == 0


def test_that_the_current_span_is_ringed_in_the_accent(page, sample):
    accent = load_theme("light").accent
    before = picture(page)
    page.set_current("Sùng Thị Mai")
    after = picture(page)
    assert count(before, accent) < 10
    assert count(after, accent) > 50
    page.set_current(None)
    assert picture(page) == before


def test_that_the_edge_of_the_paper_shows_where_the_focus_is(page):
    theme = load_theme("light")
    edge = page.focus_mark().center()
    page.clearFocus()
    assert picture(page).pixelColor(page.focus_mark().center()).name() == theme.line
    page.setFocus()
    assert on_screen(page).pixelColor(edge).name() == theme.accent


def test_that_replacing_spans_repaints_what_a_fresh_page_would_show(page, sample, qtbot):
    fresh = Page()
    qtbot.addWidget(fresh)
    fresh.resize(page.size())
    fresh.threshold = page.threshold
    accepted = sample.span("1.860 tỷ đồng").decided(State.ACCEPTED)
    moved = replace(sample.span("Ngày 4/10"), start=sample.at("4/10"))
    changed = [span for span in sample.spans if span.id not in (accepted.id, moved.id, "năm 2023")]
    fresh.show_report(sample.report, None)
    fresh.set_spans([*changed, accepted, moved], sample.relations)
    fresh.show()
    page.set_current(moved.id)
    on_screen(page)
    page.replace_spans(["năm 2023"], [accepted, moved])
    page.set_current(accepted.id)
    fresh.set_current(accepted.id)
    assert on_screen(page) == picture(fresh)


def test_that_a_decision_repaints_only_its_lines(page, sample, monkeypatch):
    QApplication.processEvents()
    painted = []
    draw = page.painting.draw
    monkeypatch.setattr(
        page.painting, "draw", lambda p, b, clip, s: (painted.append(clip.height()), draw(p, b, clip, s))[1]
    )
    page.replace_spans([], [sample.span("6.480").decided(State.ACCEPTED)])
    QApplication.processEvents()
    assert painted
    assert max(painted) < 120


def test_that_a_span_that_needs_a_new_lane_moves_the_lines_below(page, sample):
    block = page.paper.blocks.at(sample.at("Sùng Thị Mai"))
    before = page.paper.laid(block).height
    start = sample.at("Sùng Thị Mai")
    page.replace_spans([], [Span(f"x{n}", start, start + 6 + n, "entity", "ORG") for n in range(5)])
    assert page.paper.laid(block).height > before
    page.replace_spans([f"x{n}" for n in range(5)], [])
    assert page.paper.laid(block).height == before


def test_that_a_removed_current_span_is_current_no_more_on_the_page(page, sample):
    page.set_current("6.480")
    page.replace_spans(["6.480"], [])
    assert page.current_span is None


def test_that_relations_join_the_current_span_with_its_partners(page, sample):
    page.set_current("1.860 tỷ đồng")
    assert page.scene().linked == {"thu ngân sách trên địa bàn"}
    page.replace_relations(sample.relations, [Relation(MEASURES, "6.480", "1.860 tỷ đồng")])
    assert page.scene().linked == {"6.480"}


def test_that_relations_are_drawn_on_demand_and_only_for_the_current_span(page):
    page.set_current("1.860 tỷ đồng")
    without = picture(page)
    page.show_relations = True
    assert picture(page) != without
    page.set_current("Sùng Thị Mai")
    with_relations = picture(page)
    page.show_relations = False
    assert picture(page) == with_relations


def test_that_a_relation_to_a_span_out_of_view_is_hinted_at(page, sample):
    page.resize(820, 260)
    page.replace_relations([], [Relation(MEASURES, "Ngày 4/10", "năm 2025")])
    page.set_current("Ngày 4/10")
    without = on_screen(page)
    page.show_relations = True
    assert on_screen(page) != without


def test_that_a_candidate_in_view_is_found_and_faint_ones_are_not(page, sample):
    assert page.first_candidate_visible() == "Tỉnh ủy"
    page.replace_spans([], [sample.span("Tỉnh ủy").decided(State.ACCEPTED)])
    assert page.first_candidate_visible() == "1.860 tỷ đồng"


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_that_every_theme_draws_the_page_in_its_colours(page, name):
    theme = load_theme(name)
    page.set_theme(theme)
    shown = picture(page)
    assert shown.pixelColor(400, 4).name() == theme.page
    assert page.scene().show_codes == (name == "contrast")


def test_that_codes_are_drawn_when_chips_are_on(page):
    without = picture(page)
    page.show_chips = True
    assert picture(page) != without
    page.show_chips = False
    assert picture(page) == without


def test_that_a_rejected_span_is_struck_through_only_on_demand(page):
    without = picture(page)
    page.show_rejected = True
    assert picture(page) != without


def test_that_zoom_and_line_width_keep_the_first_line_in_view(qtbot, sample):
    long = Page()
    qtbot.addWidget(long)
    long.resize(820, 400)
    long.show_report(Report("long", "\n".join([sample.report.text] * 20)), None)
    long.show()
    long.scroll_to(len(sample.report.text) * 10, always=True)
    first = long.visible_range()[0]
    for zoom in (150, 80, 200, 100):
        long.zoom = zoom
        shown = long.visible_range()[0]
        assert long.paper.line_of(first)[1].start == shown
    assert long.visible_range()[0] == first
    long.line_width = 60
    assert long.visible_range()[0] == long.paper.line_of(first)[1].start


def test_that_the_narrowest_window_still_shows_text(page):
    page.resize(160, 300)
    QApplication.processEvents()
    assert page.visible_range()[1] > 0


def test_that_an_empty_report_can_be_shown(page):
    page.show_report(Report("empty", ""), WordBorders(""))
    page.set_caret(5)
    QApplication.processEvents()
    assert page.caret == 0
    assert page.visible_range() == (0, 0)


def test_that_text_of_an_input_method_is_ignored_and_said(page, qtbot):
    said = []
    page.typed_ignored.connect(said.append)
    before = picture(page)
    for letter in "ơưá":
        press(page, letter)
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    event = QInputMethodEvent("", [])
    event.setCommitString("ế")
    QApplication.sendEvent(page, event)
    assert said == ["ơ", "ư", "á", "ế"]
    assert picture(page) == before
    assert page.caret == 0


def test_that_the_input_method_is_off(page):
    assert not page.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not page.viewport().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_that_a_key_the_page_does_not_know_is_left_to_the_window(page, qtbot):
    said = []
    page.typed_ignored.connect(said.append)
    qtbot.keyClick(page, Qt.Key.Key_Q)
    assert said == []
