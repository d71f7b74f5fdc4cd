"""Projects in the window: begun, filled, extracted, held by another, remembered."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMessageBox, QPushButton

from annotator.app import run_window
from annotator.domain.spans import State
from annotator.store.authors import ensure_author
from annotator.ui.dialogs.reading import ShortcutsDialog, TextDialog
from annotator.ui.fixed_keys import FIXED_KEYS
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.workspace.projects import Project


def ended(qtbot, window):
    """Wait until no job runs any more, the one after the adding of reports included."""
    qtbot.waitUntil(lambda: window.jobs.running is None, timeout=60_000)


def test_that_the_start_page_is_shown_and_lists_recent_projects(open_window, sample_project) -> None:
    window = open_window(sample_project)
    window.projects.close()
    assert window.start.isVisible()
    window.start.show_recent(Settings().recent)
    names = [button.text() for button in window.start.findChildren(QPushButton)]
    assert "samples" in names


def test_that_files_dropped_on_the_library_are_added_and_extracted(
    open_window, qtbot, samples, tmp_path
) -> None:
    window = open_window()
    window.projects.create_path(tmp_path / "new")
    assert "No reports yet" in window.library.empty.text()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in samples])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.library.dropEvent(drop)
    with qtbot.waitSignal(window.projects.extracted, timeout=60_000):
        pass
    ended(qtbot, window)
    rows = window.library.model.rows()
    assert len(rows) == len(samples)
    assert all(row.counts.left > 10 for row in rows)
    assert window.sheet.current.state is State.CANDIDATE


def test_that_bad_files_are_listed_and_the_good_ones_added(open_window, qtbot, samples, tmp_path) -> None:
    window = open_window()
    window.projects.create_path(tmp_path / "new")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with qtbot.waitSignal(window.jobs.ended, timeout=30_000):
        window.projects.add([empty, samples[0], samples[0]])
    qtbot.waitUntil(lambda: window.findChild(TextDialog) is not None)
    said = window.findChild(TextDialog).text.toPlainText()
    assert "empty.txt" in said
    assert "is in the project already" in said
    assert len(window.library.model.rows()) == 1
    ended(qtbot, window)


def test_that_extracting_can_be_cancelled_and_what_was_done_is_kept(
    open_window, qtbot, samples, tmp_path
) -> None:
    window = open_window()
    window.projects.create_path(tmp_path / "new")
    many = tmp_path / "many"
    many.mkdir()
    text = samples[1].read_text(encoding="utf-8")
    for number in range(60):
        (many / f"{number}.txt").write_text(f"Báo cáo số {number}\n{text}", encoding="utf-8")
    window.projects.add([many])
    qtbot.waitUntil(
        lambda: window.jobs.running is not None and window.jobs.running.title == "finding candidates",
        timeout=30_000,
    )
    qtbot.waitUntil(lambda: window.status.bar.value() >= 3, timeout=30_000)
    assert window.status.bar.isVisible()
    window.status.cancel.click()
    ended(qtbot, window)
    done = [row for row in window.projects.project.rows() if row.counts.left]
    assert 3 <= len(done) < 60
    window.projects.extract_new()
    ended(qtbot, window)
    assert all(row.counts.left for row in window.projects.project.rows())


def test_that_extracting_again_leaves_decisions_and_can_be_undone(
    open_window, qtbot, sample_project, press
) -> None:
    window = open_window(sample_project)
    first = window.sheet.current
    press(window, "Enter", "Delete")
    decided = {s.id: s.state for s in window.sheet.report.view if not s.is_undecided}
    with qtbot.waitSignal(window.projects.extracted, timeout=60_000):
        window.commands["report.extract_again"].trigger()
    ended(qtbot, window)
    assert {s.id: s.state for s in window.sheet.report.view if not s.is_undecided} == decided
    assert first.id in decided


def test_that_a_second_window_reads_only_and_says_who_holds_the_project(
    open_window, sample_project, press, qtbot
) -> None:
    first = open_window(sample_project)
    second = open_window(sample_project)
    assert "read-only" in second.windowTitle()
    assert str(first.projects.project.path.stem) in second.windowTitle()
    before = second.sheet.report.view.counts
    said = []
    second.notices.refused.connect(said.append)
    press(second, "Enter")
    assert said == ["the project is read-only"]
    assert second.sheet.report.view.counts == before
    assert not second.commands["span.accept"].isEnabled()


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"no database at all, just text " * 50, "not a project"), (None, "there is no project")],
)
def test_that_a_file_that_is_no_project_leaves_the_open_one_on_screen(
    open_window, sample_project, tmp_path, content, said
) -> None:
    window = open_window(sample_project)
    other = tmp_path / "other.annotator"
    if content is not None:
        other.write_bytes(content)
    window.projects.open_path(other)
    assert said in window.status.notice.text()
    assert window.projects.project.path == sample_project
    assert window.sheet.current is not None


def answer(monkeypatch, text: str) -> list[str]:
    """Answer the next question with the button of that text."""
    asked: list[str] = []

    def pressed(box: QMessageBox) -> int:
        asked.append(box.text())
        next(button for button in box.buttons() if button.text() == text).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", pressed)
    return asked


@pytest.mark.parametrize(
    ("button", "state"), [("Accept them", State.ACCEPTED), ("Reject them", State.REJECTED)]
)
def test_that_finishing_asks_once_about_candidates_left(
    open_window, sample_project, press, monkeypatch, button, state
) -> None:
    window = open_window(sample_project)
    report_id = window.sheet.report.report_id
    left = window.sheet.report.view.counts.left
    asked = answer(monkeypatch, button)
    press(window, "Ctrl+Enter")
    assert asked == [f"{left} candidates are undecided."]
    assert window.sheet.report.report_id != report_id
    held = window.projects.project.decisions(report_id)
    assert held.finished
    assert sum(span.state is state for span in held.spans.values()) == left
    window.open_report(report_id)
    press(window, "Ctrl+Z")
    assert not window.sheet.report.view.finished
    assert window.sheet.report.view.counts.left == left


def test_that_going_to_the_first_or_staying_finishes_nothing(
    open_window, sample_project, press, monkeypatch
) -> None:
    window = open_window(sample_project)
    first = window.sheet.current
    press(window, "Tab", "Tab")
    answer(monkeypatch, "Go to the first")
    press(window, "Ctrl+Enter")
    assert window.sheet.current.id == first.id
    answer(monkeypatch, "Cancel")
    press(window, "Ctrl+Enter")
    assert not window.sheet.report.view.finished


def test_that_geometry_theme_zoom_and_codes_are_remembered(open_window, sample_project) -> None:
    window = open_window(sample_project)
    window.resize(700, 640)
    names = (
        "view.theme_dark",
        "view.zoom_in",
        "view.zoom_in",
        "view.chips",
        "view.relations",
        "view.rejected",
    )
    for name in names:
        window.commands[name].trigger()
    window.close()
    again = open_window(sample_project)
    assert (again.width(), again.height()) == (700, 640)
    assert again.appearance.theme.name == "dark"
    assert again.page.zoom == 120
    assert again.page.show_chips
    assert again.page.show_relations
    assert again.page.show_rejected


def test_that_the_keys_dialog_lists_every_command_and_filters(open_window, sample_project, qtbot) -> None:
    window = open_window(sample_project)
    window.commands["help.shortcuts"].trigger()
    dialog = window.findChild(ShortcutsDialog)
    assert dialog.table.rowCount() == len(window.commands.commands()) + len(FIXED_KEYS)
    dialog.filter.setText("reject go on")
    shown = [row for row in range(dialog.table.rowCount()) if not dialog.table.isRowHidden(row)]
    assert [dialog.table.item(row, 1).text() for row in shown] == ["Reject and go on"]


def test_that_a_bug_opens_a_report_without_report_text_and_the_window_lives(
    open_window, sample_project, press, monkeypatch
) -> None:
    window = open_window(sample_project)
    secret = window.sheet.report.report.text

    def broken(*_: object) -> None:
        raise ValueError(secret)

    monkeypatch.setattr(window.sheet.report, "commit", broken)
    press(window, "Enter")
    report = window.findChild(TextDialog).text.toPlainText()
    assert "ValueError" in report
    assert not any(line and line in report for line in secret.splitlines())
    monkeypatch.undo()
    window.findChild(TextDialog).close()
    press(window, "Enter")
    assert window.sheet.report.view.counts.decided == 1


def test_that_the_library_shows_the_counts_of_the_store_after_every_key(
    open_window, sample_project, press
) -> None:
    window = open_window(sample_project)
    report_id = window.sheet.report.report_id
    for key in ("Enter", "Delete", "6", "Shift+2", "Ctrl+Z", "A", "?"):
        press(window, key)
        window.settle()
        row = next(row for row in window.library.model.rows() if row.id == report_id)
        assert row == window.projects.project.row(report_id)
        assert row.counts == window.sheet.report.view.counts
        assert str(row.counts.left) in window.status.counts.text()


def test_that_a_project_can_be_opened_again_after_the_window_closed(open_window, sample_project) -> None:
    open_window(sample_project).close()
    with Project.open(sample_project, author="an") as project:
        assert not project.read_only
    assert not Path(f"{sample_project}-wal").exists()


@pytest.mark.parametrize("named", [True, False])
def test_that_the_window_opens_the_project_named_and_else_the_last_one(
    open_window, sample_project, tmp_path, qapp, schema, named
) -> None:
    other = tmp_path / "other.annotator"
    Project.create(other, schema=schema, author="an").close()
    open_window(sample_project).close()
    titles: list[str] = []

    def look() -> None:
        for window in qapp.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible() and window.windowTitle() != "annotator":
                titles.append(window.windowTitle())
                window.close()
                qapp.exit()

    looking = QTimer()
    looking.timeout.connect(look)
    looking.start(20)
    before = signal.getsignal(signal.SIGINT)
    # The closing of the last window asks to quit once more, which would end the waiting of later tests.
    qapp.setQuitOnLastWindowClosed(False)
    try:
        assert run_window(other if named else None, author="an") == 0
    finally:
        signal.signal(signal.SIGINT, before)
        qapp.setQuitOnLastWindowClosed(True)
        looking.stop()
    assert titles == ["other" if named else "samples"]


def test_that_the_open_project_opened_again_stays_open_for_writing(
    open_window, sample_project, press
) -> None:
    window = open_window(sample_project)
    window.projects.open_path(sample_project.parent / "." / sample_project.name)
    assert not window.projects.project.read_only
    press(window, "Enter")
    assert window.sheet.report.view.counts.decided == 1


def test_that_a_project_its_author_cannot_work_in_is_refused_and_let_go(
    open_window, sample_project, tmp_path, schema
) -> None:
    window = open_window(sample_project)
    other = tmp_path / "other.annotator"
    with Project.create(other, schema=schema, author="an") as project:
        ensure_author(project.store, "vn-rules", kind="extractor")
    window.projects.set_author("vn-rules")
    window.projects.open_path(other)
    assert window.projects.project.path == sample_project
    assert "vn-rules" in window.status.notice.text()
    with Project.open(other, author="an") as project:
        assert not project.read_only
