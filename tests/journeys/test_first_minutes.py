"""First minutes: the tour, help on labels, and what empty places say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from annotator.domain.reports import Report
from annotator.resources import default_schema
from annotator.store.reports import add_report
from annotator.ui.empty_lines import EmptyLine
from annotator.ui.help.touring import SEEN, STOPS
from annotator.ui.settings import Settings
from annotator.workspace.projects import Project


@pytest.fixture
def unseen():
    """Let the tour be one that nobody has seen."""
    settings = Settings()
    settings.forget(SEEN)
    settings.flush()


def key(pressed, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), pressed, modifiers)


def test_that_the_sample_project_begins_with_a_tour_once(unseen, open_window, sample_project, qtbot):
    window = open_window()
    window.projects.open_path(sample_project)
    assert window.helping.touring.is_coming
    qtbot.waitUntil(lambda: window.helping.touring.tour is not None)
    tour = window.helping.touring.tour
    assert tour.isVisible()
    assert tour.isAncestorOf(QApplication.focusWidget())
    key(Qt.Key.Key_Escape)
    assert window.helping.touring.tour is None
    assert window.page.hasFocus()
    window.projects.close()
    window.projects.open_path(sample_project)
    assert not window.helping.touring.is_coming
    assert window.helping.touring.tour is None


def test_that_every_stop_of_the_tour_points_at_a_part_of_the_window(open_window, sample_project):
    window = open_window(sample_project)
    window.commands["help.tour"].trigger()
    tour, titles = window.helping.touring.tour, []
    for _ in STOPS:
        target = tour.target
        assert target.width() > 20
        assert target.height() > 10
        assert tour.rect().contains(tour.card.geometry())
        assert tour.card.height() >= tour.text.heightForWidth(tour.text.width())
        titles.append(tour.title.text())
        key(Qt.Key.Key_Right)
    assert titles == [title for _, title, _ in STOPS]
    assert window.helping.touring.tour is None


def test_that_the_tour_is_gone_through_by_keys_alone_and_holds_the_focus(open_window, sample_project):
    window = open_window(sample_project)
    window.commands["help.tour"].trigger()
    tour = window.helping.touring.tour
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Right)
    assert tour.at == 2
    key(Qt.Key.Key_Left)
    assert tour.at == 1
    for _ in range(5):
        key(Qt.Key.Key_Tab)
        assert tour.isAncestorOf(QApplication.focusWidget())
    before = window.page.current
    key(Qt.Key.Key_Delete)
    assert window.page.current == before
    assert window.sheet.report.view.get(before).is_undecided


def test_that_the_tour_stays_as_large_as_the_window(open_window, sample_project):
    window = open_window(sample_project)
    window.commands["help.tour"].trigger()
    window.resize(900, 620)
    QApplication.processEvents()
    tour = window.helping.touring.tour
    assert tour.size() == window.size()
    assert tour.rect().contains(tour.card.geometry())


def test_that_f1_shows_the_guideline_of_the_label_at_hand_and_follows_it(open_window, sample_project, press):
    window = open_window(sample_project)
    view = window.sheet.report.view
    place, money = (next(span for span in view if span.label == label) for label in ("LOC", "MONEY"))
    window.sheet.set_current(place.id)
    press(window, "F1")
    dialog = window.helping.guidelines.dialog
    assert dialog.isVisible()
    assert dialog.labels.currentData() == "LOC"
    shown = dialog.text.toPlainText()
    assert "place" in shown
    window.sheet.set_current(money.id)
    assert dialog.labels.currentData() == "MONEY"
    assert dialog.text.toPlainText() not in {"", shown}
    dialog.labels.setCurrentIndex(dialog.labels.findData("DATE"))
    assert "year" in dialog.text.toPlainText()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_the_guideline_speaks_vietnamese(vietnamese, open_window, sample_project):
    window = open_window(sample_project)
    window.commands["help.guideline"].trigger()
    dialog = window.helping.guidelines.dialog
    dialog.choose("MONEY")
    assert "tiền" in dialog.text.toPlainText()


@pytest.fixture
def bare(open_window, tmp_path):
    """Return a window on a project without reports."""
    path = tmp_path / "bare.annotator"
    Project.create(path, schema=default_schema(), author="an").close()
    window = open_window(path)
    window.settle()
    return window


def said(window):
    return [line.text() for line in window.findChildren(EmptyLine) if line.isVisible()]


def test_that_every_part_of_an_empty_project_says_what_to_do(bare):
    assert "Ctrl+Shift+O" in bare.library.empty.text()
    assert any("Ctrl+Shift+O" in words for words in said(bare))
    assert any("Ctrl+E" in words for words in said(bare))
    bare.lists.setCurrentWidget(bare.concordance)
    assert any("Enter looks for them" in words for words in said(bare))
    bare.lists.setCurrentWidget(bare.problems)
    assert bare.problems.empty.isVisible()


def test_that_the_page_of_a_closed_project_is_not_left_on_the_next_one(open_window, sample_project, tmp_path):
    window = open_window(sample_project)
    path = tmp_path / "bare.annotator"
    Project.create(path, schema=default_schema(), author="an").close()
    window.projects.open_path(path)
    assert window.page.report.text == ""
    assert window.page.current is None


def test_that_a_report_without_candidates_says_how_to_get_them(open_window, tmp_path):
    path = tmp_path / "one.annotator"
    with Project.create(path, schema=default_schema(), author="an") as project:
        add_report(project.store, Report("a", "Họp.\n"))
    window = open_window(path)
    window.settle()
    assert any("Ctrl+E" in words for words in said(window))
    assert any("Ctrl+E" in label.text() for label in window.card.findChildren(QLabel) if label.isVisible())
    assert not window.page.viewport().findChild(EmptyLine).isVisible()
