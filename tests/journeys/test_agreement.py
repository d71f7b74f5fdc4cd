"""The agreement view of the real window: numbers, plots, and from a confused label to its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.domain.edits import Edit, Fragment
from annotator.domain.history import Draft
from annotator.workspace.importing import import_path
from annotator.workspace.projects import Project

GOLD = Path(__file__).parents[1] / "data" / "samples"


@pytest.fixture
def shared_project(sample_project: Path) -> Path:
    """Return the samples with two persons' sets, of which one calls the first place of a report a body."""
    with Project.for_writing(sample_project, author="binh") as project:
        for name in ("binh", "chi"):
            import_path(project, GOLD, format="markup", author=name)
        report_id, place = next(
            (report_id, span)
            for report_id in project.report_ids()
            for span in project.decisions(report_id, "chi").ordered()
            if span.label == "LOC"
        )
        other = replace(place, label="ORG")
        edit = Edit("relabel", Fragment((place,)), Fragment((other,)))
        project.commit([Draft(report_id, "chi", "chi", "b", edit)], {})
    return sample_project


def numbers(table, row):
    model = table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def shown(qtbot, window):
    window.views.show("agreement")
    qtbot.waitUntil(window.agreement.panel.pairs.isVisible)
    return window.agreement.panel


def test_that_pairs_labels_and_plots_tell_how_far_two_agree(open_window, shared_project, qtbot) -> None:
    window = open_window(shared_project)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    panel = window.agreement.panel
    qtbot.waitUntil(panel.pairs.isVisible)
    assert [numbers(panel.pairs, row)[:2] for row in range(2)] == [["all", "6"], ["binh – chi", "6"]]
    assert 0.9 < float(numbers(panel.pairs, 1)[2]) < 1
    named = {numbers(panel.labels, row)[0] for row in range(panel.labels.model().rowCount())}
    assert {"LOC", "MONEY", "INDICATOR"} <= named
    assert panel.label_plot.sizeHint().height() > 24 * len(named)


def test_that_a_confused_label_leads_to_its_place(open_window, shared_project, qtbot) -> None:
    window = open_window(shared_project)
    panel = shown(qtbot, window)
    cell = next(
        panel.matrix.index(row, column)
        for row in range(panel.matrix.rowCount())
        for column in range(panel.matrix.columnCount())
        if panel.matrix.cell(panel.matrix.index(row, column)) == ("LOC", "ORG")
    )
    assert cell.data() == "1"
    panel.tabs.setCurrentIndex(1)
    panel.matrix_table.asked.emit(cell)
    qtbot.waitUntil(lambda: panel.cases.model().rowCount() == 1)
    report, first, second, sentence = numbers(panel.cases, 0)
    assert first == second
    assert first in sentence
    panel.cases.activated.emit(panel.cases.model().index(0, 0))
    assert window.views.current == "annotate"
    assert window.sheet.report.report.name == report
    current = window.sheet.current
    assert window.sheet.report.report.text[current.start : current.end] == first


def test_that_extractors_are_compared_on_request(open_window, shared_project, qtbot) -> None:
    window = open_window(shared_project)
    panel = shown(qtbot, window)
    panel.with_extractors.click()
    qtbot.waitUntil(lambda: panel.pairs.model().rowCount() == 4)
    assert numbers(panel.pairs, 2)[0] == "binh – vn-rules"


def test_that_a_project_of_one_person_says_what_to_do(open_window, sample_project, qtbot) -> None:
    window = open_window(sample_project)
    window.views.show("agreement")
    panel = window.agreement.panel
    qtbot.waitUntil(lambda: "two persons" in panel.state.text())
    assert not panel.pairs.isVisible()


def test_that_another_theme_and_another_project_leave_nothing_old(
    open_window, shared_project, tmp_path, schema, qtbot
) -> None:
    window = open_window(shared_project)
    shown(qtbot, window)
    window.appearance.use("dark")
    assert window.agreement.panel.label_plot.theme.name == "dark"
    Project.create(tmp_path / "empty", schema=schema, author="an").close()
    window.projects.open_path(tmp_path / "empty.annotator")
    assert window.views.current == "annotate"
    window.views.show("agreement")
    qtbot.waitUntil(lambda: "two persons" in window.agreement.panel.state.text())
