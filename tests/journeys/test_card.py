"""The span card: readings to choose, numbers typed, doubts, figures of one indicator, links by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from annotator.domain.edits import Edit, Fragment
from annotator.domain.history import Draft
from annotator.domain.relations import DURING, MEASURES, Relation
from annotator.domain.reports import Report
from annotator.domain.sets import set_of
from annotator.domain.spans import Evidence as Why
from annotator.domain.spans import Piece, Span, State
from annotator.domain.views import View
from annotator.resources import default_schema
from annotator.store.authors import ensure_author
from annotator.store.reports import add_report
from annotator.workspace.projects import Project

TEXT = (
    "Năm 2023, thu ngân sách đạt 1.860 tỷ đồng, bằng 68,2% kế hoạch, tăng 4,6% so với cùng kỳ.\n"
    "Sản lượng chè đạt 2.350 tấn; thu hồi 2.236 đồng; 12 xã đạt chuẩn.\n"
)


def span(name, words, label, *, pieces=(), **attributes):
    start = TEXT.index(words)
    layer = "entity" if label == "DATE" else "figure"
    why = Why("rule", "", tuple(Piece(a, start + i, start + j) for a, i, j in pieces))
    return Span(name, start, start + len(words), layer, label, State.CANDIDATE, attributes, 0.9, "rules", why)


def proposed():
    spans = [
        span("year", "Năm 2023", "DATE"),
        span("thu", "thu ngân sách", "INDICATOR"),
        span(
            "level",
            "1.860 tỷ đồng",
            "MONEY",
            pieces=[("value", 0, 8), ("unit", 9, 13)],
            value="1860000000000",
            unit="VND",
        ),
        span("share", "68,2%", "PERCENT", value="68.2", unit="%", basis="plan"),
        span("change", "4,6%", "PERCENT", value="4.6", unit="%", direction="up", basis="same_period"),
        span("tea", "2.350 tấn", "MEASURE", value="2350", unit="t", ambiguous="yes"),
        span("small", "2.236 đồng", "MONEY", value="2236", unit="VND"),
        span("communes", "12 xã", "COUNT", value="12", unit="xã"),
    ]
    links = {Relation(MEASURES, name, "thu") for name in ("level", "share", "change")}
    return spans, links | {Relation(DURING, "level", "year")}


@pytest.fixture
def window(open_window, tmp_path):
    """Return a window on a project of one report with candidates."""
    path = tmp_path / "card.annotator"
    with Project.create(path, schema=default_schema(), author="an") as project:
        ensure_author(project.store, "rules", kind="extractor")
        report = Report("a", TEXT)
        add_report(project.store, report)
        spans, links = proposed()
        edit = Edit("extract", Fragment(), Fragment(tuple(spans), frozenset(links)))
        fresh = View(set_of(report.id, "rules", spans, links), set_of(report.id, "", ()), threshold=0.5)
        project.commit([Draft(report.id, "rules", "rules", "b", edit)], {(report.id, ""): fresh.counts})
    return open_window(path)


def seen(window, span_id):
    return window.sheet.report.view.get(span_id)


def go(window, span_id):
    window.page.setFocus()
    window.sheet.set_current(span_id)
    window.settle()


def type_on(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def lines(window, name):
    return [label.text() for label in window.card.findChildren(QLabel, name) if label.isVisible()]


@pytest.mark.parametrize(("key", "value"), [("K", "2350"), ("P", "2.35")])
def test_that_one_key_on_the_page_chooses_a_reading_and_goes_on(window, press, key, value):
    go(window, "tea")
    press(window, key)
    tea = seen(window, "tea")
    assert (tea.attributes["value"], tea.attributes.get("ambiguous")) == (value, None)
    assert tea.is_standing
    assert window.page.current == "small"
    press(window, "Ctrl+Z")
    assert seen(window, "tea").attributes["ambiguous"] == "yes"


def test_that_the_card_shows_both_readings_and_takes_the_one_that_is_pressed(window, qtbot):
    go(window, "tea")
    readings = window.card.readings
    assert readings.isVisible()
    assert [button.text().split("   ")[:2] for button in readings.buttons] == [
        ["K", "2.350 t"],
        ["P", "2,35 t"],
    ]
    qtbot.mouseClick(readings.buttons[1], Qt.MouseButton.LeftButton)
    assert seen(window, "tea").attributes["value"] == "2.35"
    go(window, "tea")
    assert not readings.isVisible()


def test_that_a_number_with_one_reading_refuses_the_choice_and_says_why(window, press):
    go(window, "communes")
    press(window, "K")
    assert "V" in window.status.notice.text()
    assert seen(window, "communes").is_undecided


@pytest.mark.parametrize(("key", "value"), [(Qt.Key.Key_K, "2350"), (Qt.Key.Key_P, "2.35")])
def test_that_a_typed_number_that_can_be_two_is_asked_about(window, press, qtbot, key, value):
    go(window, "communes")
    press(window, "V")
    qtbot.keyClicks(QApplication.focusWidget(), "2.350")
    type_on(Qt.Key.Key_Return)
    assert seen(window, "communes").attributes["value"] == "12"
    assert window.card.readings.isAncestorOf(QApplication.focusWidget())
    type_on(key)
    assert seen(window, "communes").attributes["value"] == value
    assert window.page.hasFocus()


def test_that_a_number_is_typed_as_vietnamese_write_it(window, press, qtbot):
    go(window, "share")
    press(window, "V")
    qtbot.keyClicks(QApplication.focusWidget(), "68,25")
    type_on(Qt.Key.Key_Return)
    assert seen(window, "share").attributes["value"] == "68.25"


def test_that_escape_leaves_a_question_and_the_number_as_they_were(window, press, qtbot):
    go(window, "communes")
    press(window, "V")
    qtbot.keyClicks(QApplication.focusWidget(), "2.350")
    type_on(Qt.Key.Key_Return)
    type_on(Qt.Key.Key_Escape)
    assert window.page.hasFocus()
    assert seen(window, "communes").is_undecided


def test_that_a_value_written_over_an_open_one_is_open_no_longer(window, press, qtbot):
    go(window, "tea")
    press(window, "V")
    qtbot.keyClicks(QApplication.focusWidget(), "2350,5")
    type_on(Qt.Key.Key_Return)
    assert dict(seen(window, "tea").attributes) == {"value": "2350.5", "unit": "t"}


def test_that_the_card_warns_by_sign_and_words_and_no_longer_once_it_is_mended(window, press, qtbot):
    go(window, "small")
    assert lines(window, "doubt") == ["⚠ under 10.000 dong: is a scale word such as tỷ or triệu left out?"]
    press(window, "V")
    qtbot.keyClicks(QApplication.focusWidget(), "2236000000")
    type_on(Qt.Key.Key_Return)
    go(window, "small")
    assert lines(window, "doubt") == []


def test_that_enter_in_the_list_of_problems_goes_to_the_figure(window, press):
    press(window, "Ctrl+Shift+P")
    window.settle()
    table = window.problems.table
    assert table.hasFocus()
    rows = [window.problems.model.index(row, 1).data() for row in range(window.problems.model.rowCount())]
    assert rows == ["2.350 tấn", "2.236 đồng"]
    assert "2" in window.lists.tabText(window.lists.indexOf(window.problems))
    table.selectRow(1)
    type_on(Qt.Key.Key_Return)
    assert window.page.current == "small"
    assert window.page.hasFocus()


def test_that_the_list_of_problems_follows_what_is_decided(window, press, qtbot):
    press(window, "Ctrl+Shift+P")
    window.settle()
    go(window, "small")
    press(window, "Delete")
    qtbot.waitUntil(lambda: window.problems.model.rowCount() == 1)
    go(window, "tea")
    press(window, "K")
    qtbot.waitUntil(lambda: window.problems.model.rowCount() == 0)
    assert window.problems.empty.isVisible()


def test_that_figures_of_an_indicator_are_seen_together_with_what_follows(window):
    go(window, "share")
    table = window.card.statement
    assert table.rows() == [
        ("1.860 tỷ đồng", ""),
        ("68,2%", "plan"),
        ("plan ≈ 2.727 billion VND\n1.860 billion VND ÷ 68,2 %",),
        ("4,6%", "up, same period"),
        ("same period before ≈ 1.778 billion VND\n1.860 billion VND ÷ (100 % + 4,6 %)",),
    ]
    table.setFocus()
    type_on(Qt.Key.Key_Up)
    type_on(Qt.Key.Key_Return)
    assert window.page.current == "level"
    assert window.page.hasFocus()
    go(window, "thu")
    assert len(table.rows()) == 5
    go(window, "communes")
    assert not table.isVisible()


def test_that_what_follows_is_never_stored(window, press):
    go(window, "level")
    press(window, "T")
    values = {each.attributes.get("value", "") for each in window.sheet.report.view if each.is_standing}
    assert values == {"", "1860000000000", "68.2", "4.6"}


def test_that_links_of_the_card_are_followed_by_keys(window):
    go(window, "level")
    (links,) = [
        label for label in window.card.findChildren(QLabel) if "href" in label.text() and label.isVisible()
    ]
    links.setFocus(Qt.FocusReason.TabFocusReason)
    type_on(Qt.Key.Key_Tab)
    type_on(Qt.Key.Key_Return)
    assert window.page.current == "year"
    assert window.page.hasFocus()


def test_that_the_characters_that_gave_a_value_are_shown_until_it_is_changed(window, press, qtbot):
    go(window, "level")
    shown = [label.text() for label in window.card.findChildren(QLabel) if "→ Value" in label.text()]
    assert shown == ["1.860 tỷ → Value<br>đồng → Unit"]
    press(window, "V")
    qtbot.keyClicks(QApplication.focusWidget(), "1861000000000")
    type_on(Qt.Key.Key_Return)
    go(window, "level")
    assert not [label for label in window.card.findChildren(QLabel) if "→ Value" in label.text()]
    assert [label for label in window.card.findChildren(QLabel) if label.text() == "đồng → Unit"]


def test_that_the_history_says_when_in_a_form_people_write(window, press):
    import re

    go(window, "communes")
    press(window, "Enter")
    go(window, "communes")
    (history,) = [label.text() for label in window.card.findChildren(QLabel) if "accepted" in label.text()]
    assert re.fullmatch(r"accepted · an · \d{1,2} [A-Z][a-z]{2} \d{4}, \d\d:\d\d", history)
