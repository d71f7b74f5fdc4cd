"""From candidates to gold in the real window, by keyboard only."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.spans import State
from annotator.ui.dialogs.exporting import ExportDialog
from annotator.ui.dialogs.reading import TextDialog
from annotator.workspace import editing

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def seen(window, span_id):
    return window.sheet.report.view.get(span_id)


def stored(window, span_id):
    """Read the decision from the file, not from the window."""
    return window.projects.project.decisions(window.sheet.report.report_id).spans.get(span_id)


def test_that_enter_accepts_and_goes_to_the_next_candidate(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    first = window.sheet.current
    press(window, "Enter")
    assert stored(window, first.id).state is State.ACCEPTED
    assert window.sheet.current.start >= first.start
    assert window.sheet.current.state is State.CANDIDATE


def test_that_delete_rejects_and_keeps_the_evidence(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    first = window.sheet.current
    press(window, "Delete")
    assert stored(window, first.id) == replace(first, state=State.REJECTED)


def test_that_tab_passes_candidates_without_deciding_them(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    first = window.sheet.current
    press(window, "Tab")
    second = window.sheet.current
    press(window, "Shift+Backtab")
    assert (window.sheet.current.id, second.is_undecided) == (first.id, True)
    assert window.sheet.report.view.counts.decided == 0


def test_that_a_digit_relabels_and_a_shifted_digit_makes_a_figure(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    first = window.sheet.current
    press(window, "6")
    assert (seen(window, first.id).label, seen(window, first.id).state) == ("EVENT", State.CORRECTED)
    press(window, "Shift+3")
    assert (stored(window, first.id).label, stored(window, first.id).layer) == ("COUNT", "figure")


def test_that_brackets_move_either_end_by_syllable_and_by_character(
    open_window, sample_project, press
) -> None:
    window = open_window(sample_project)
    report = window.sheet.report
    span = next(s for s in report.view if s.is_undecided and " " in report.report.text[s.start : s.end])
    window.sheet.set_current(span.id)
    press(window, "]")
    shorter = seen(window, span.id)
    assert shorter.start > span.start
    press(window, "[")
    assert seen(window, span.id).start == span.start
    press(window, "{")
    assert seen(window, span.id).end < span.end
    press(window, "}")
    assert seen(window, span.id).end == span.end
    press(window, "Ctrl+]")
    assert stored(window, span.id).start == span.start + 1


def test_that_a_selection_made_by_keys_becomes_a_span(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    report = window.sheet.report
    free = next(
        place
        for place in range(len(report.report.text))
        if report.report.text[place : place + 4].isalpha()
        and not report.view.standing_overlap(place, place + 4, "entity")
        and not any(s.start < place + 4 and place < s.end for s in report.view)
        and not any(c.start <= place < c.end for c in report.report.chrome)
    )
    window.page.set_caret(free)
    press(window, "Shift+Right", "Shift+Right", "Shift+Right", "3")
    drawn = window.sheet.current
    assert (drawn.start, drawn.end, drawn.label, drawn.state) == (free, free + 3, "ORG", State.DRAWN)
    assert stored(window, drawn.id) == drawn


def test_that_the_rest_of_a_paragraph_is_one_step_to_undo(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    start = window.sheet.report.view.counts
    text = window.sheet.report.report.text
    spans = list(window.sheet.report.view)
    first = next(a for a, b in pairwise(spans) if "\n" not in text[a.start : b.end])
    rest = [s for s in spans if first.start <= s.start < text.index("\n", first.start)]
    window.sheet.set_current(first.id)
    press(window, "A")
    assert window.sheet.report.view.counts.decided == len(rest) > 1
    press(window, "Ctrl+Z")
    assert window.sheet.report.view.counts == start


def test_that_undo_and_redo_survive_a_restart(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    report_id = window.sheet.report.report_id
    first = window.sheet.current
    press(window, "Enter", "Delete")
    second = next(s for s in window.sheet.report.view if s.state is State.REJECTED)
    window.close()

    window = open_window(sample_project)
    window.open_report(report_id)
    assert (seen(window, first.id).state, seen(window, second.id).state) == (State.ACCEPTED, State.REJECTED)
    press(window, "Ctrl+Z")
    assert seen(window, second.id).state is State.CANDIDATE
    press(window, "Ctrl+Z")
    assert window.sheet.report.view.counts.decided == 0
    press(window, "Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert (seen(window, first.id).state, seen(window, second.id).state) == (State.ACCEPTED, State.REJECTED)


def test_that_a_decision_that_cannot_be_kept_is_not_shown(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    first = window.sheet.current
    connection = window.projects.project.store.db.conn
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    filled = 0
    while window.sheet.report.view.counts.left and filled < 400 and "disk" not in window.status.notice.text():
        press(window, "Enter")
        filled += 1
    assert "disk is full" in window.status.notice.text()
    assert window.sheet.current.state is State.CANDIDATE
    assert stored(window, window.sheet.current.id) is None
    assert seen(window, first.id).state is State.ACCEPTED


def finish_all(window, press) -> int:
    finished = 0
    while window.sheet.report.view.counts.left or not window.sheet.report.view.finished:
        while window.sheet.report.view.counts.left:
            press(window, "Enter")
        press(window, "Ctrl+Enter")
        finished += 1
    return finished


def test_that_a_whole_project_goes_to_gold_by_keys_and_is_read_back_with_sqlite(
    open_window, sample_project, press, qtbot, tmp_path
) -> None:
    window = open_window(sample_project)
    assert finish_all(window, press) == len(window.projects.project.report_ids()) == 6
    assert all(row.stage.value == "done" for row in window.library.model.rows())

    window.commands["project.export"].trigger()
    dialog = window.findChild(ExportDialog)
    gold = tmp_path / "gold.db"
    dialog.path.setText(str(gold))
    with qtbot.waitSignal(window.jobs.ended, timeout=30_000):
        dialog.accept()
    qtbot.waitUntil(lambda: window.findChild(TextDialog) is not None)

    with sqlite3.connect(gold) as connection:
        reports, spans = (
            connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("reports", "spans")
        )
        measured = connection.execute(
            "SELECT count(*) FROM gold_figures WHERE indicator IS NOT NULL AND indicator <> ''"
        ).fetchone()[0]
        people = connection.execute("SELECT text FROM gold_entities WHERE label = 'PERSON'").fetchall()
        authors = connection.execute("SELECT DISTINCT author FROM spans").fetchall()
    assert reports == 6
    assert spans == sum(len(s) for s in standing_sets(window))
    assert measured > 10
    assert len(people) > 3
    assert authors == [("an",)]


def standing_sets(window):
    project = window.projects.project
    for report_id in project.report_ids():
        yield [span for span in project.decisions(report_id).spans.values() if span.is_standing]


def test_that_a_finished_report_reopens_on_the_first_change(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    report_id = window.sheet.report.report_id
    while window.sheet.report.view.counts.left:
        press(window, "Enter")
    press(window, "Ctrl+Enter")
    window.open_report(report_id)
    assert window.sheet.report.view.finished
    window.sheet.set_current(next(s.id for s in window.sheet.report.view if s.is_standing))
    press(window, "Delete")
    assert not window.sheet.report.view.finished
    press(window, "Ctrl+Z")
    assert window.sheet.report.view.finished


def test_that_vietnamese_typing_on_the_page_changes_nothing(
    open_window, sample_project, press, qtbot
) -> None:
    window = open_window(sample_project)
    before = (list(window.sheet.report.view), window.sheet.current)
    press(window, "Backspace")
    for text in ("ơ", "ư", "á", "ớ"):
        QTest.sendKeyEvent(QTest.KeyAction.Click, window.page, Qt.Key.Key_unknown, text, NO_MODIFIER)
    assert (list(window.sheet.report.view), window.sheet.current) == before
    assert "Vietnamese typing" in window.status.notice.text()


def test_that_no_page_key_acts_while_a_text_field_has_the_focus(open_window, sample_project, qtbot) -> None:
    window = open_window(sample_project)
    before = window.sheet.report.view.counts
    window.library.filter.setFocus()
    qtbot.keyClicks(window.library.filter, "a1[?s")
    assert window.library.filter.text() == "a1[?s"
    assert window.sheet.report.view.counts == before


def test_that_a_link_is_made_by_keys(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    report = window.sheet.report
    for report_id in window.projects.project.report_ids():
        window.open_report(report_id)
        report = window.sheet.report
        figure = next((s for s in report.view if s.label == "PERCENT" and s.is_undecided), None)
        if figure is not None and sum(s.label == "INDICATOR" for s in report.view) > 1:
            break
    window.sheet.set_current(figure.id)
    press(window, "I", "Tab")
    target = window.sheet.current
    press(window, "Enter")
    assert target.label == "INDICATOR"
    assert window.sheet.current.is_undecided
    assert window.sheet.current.start >= figure.start
    links = [
        r for r in window.projects.project.decisions(report.report_id).relations if r.label == "measures"
    ]
    assert [(r.source, r.target) for r in links if r.source == figure.id] == [(figure.id, target.id)]
    assert QApplication.activeModalWidget() is None


def test_that_finishing_a_finished_report_writes_nothing_and_goes_to_the_next(
    open_window, sample_project, press
) -> None:
    window = open_window(sample_project)
    report = window.sheet.report
    window.sheet.do(lambda desk: editing.finish(desk, leftovers="accept"))
    press(window, "Ctrl+Enter")
    assert window.sheet.report.report_id == window.library.next_unfinished(report.report_id)
    assert [entry.edit.label for entry in report.history()] == ["finish"]
