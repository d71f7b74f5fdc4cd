"""The library tells how many disputes are open, counted behind the window."""

from __future__ import annotations

import pytest

from annotator.domain.progress import Stage
from annotator.domain.reports import Report
from annotator.store.reports import add_report
from annotator.ui.library.rows import ROW
from annotator.ui.library.telling import state_line, told_in_full
from annotator.workspace import editing
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport
from annotator.workspace.reviewing import review
from annotator.workspace.settling import take

TEXT = "Huyện Sơn Kha họp. Tỉnh Lào Kha dự."


def finish(project, report_id, author, *given):
    """Let an author draw spans and finish a report."""
    project.author = author
    project.ensure_author()
    opened = OpenReport(project, report_id)
    for surface, label in given:
        start = TEXT.index(surface)
        opened.commit(editing.draw(opened.desk, start, start + len(surface), label))
    opened.commit(editing.finish(opened.desk))


@pytest.fixture
def shared(tmp_path, schema):
    """Give a project in which two analysts differ about both places of its one report."""
    report = Report("r", TEXT)
    with Project.create(tmp_path / "work", schema=schema, author="an") as project:
        add_report(project.store, report)
        finish(project, report.id, "binh", ("Huyện Sơn Kha", "LOC"), ("Tỉnh Lào Kha", "LOC"))
        finish(project, report.id, "chi", ("Huyện Sơn Kha", "ORG"))
    return tmp_path / "work.annotator"


def shown(window):
    model = window.library.model
    return model.data(model.index(0, 0), ROW)


def test_that_open_disputes_are_counted_when_a_project_opens_and_fewer_once_settled(
    open_window, shared, qtbot
):
    with Project.open(shared, author="an") as project:
        assert project.rows()[0].disputes == 0
    window = open_window(shared)
    qtbot.waitUntil(lambda: shown(window).disputes == 2)
    row = shown(window)
    assert row.stage is Stage.DISPUTED
    assert "2 disputes" in state_line(row)
    assert "2 disputes" in told_in_full(row)
    window.close()
    with Project.open(shared, author="an") as project:
        dispute = review(project, row.id).open[0]
        take(project, dispute, dispute.versions[0])
    window = open_window(shared)
    qtbot.waitUntil(lambda: shown(window).disputes == 1)
