"""Words looked for in the whole project: read in context, arranged, filtered, opened, labelled in bulk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.domain.reports import Report
from annotator.domain.spans import State
from annotator.ui.dialogs.reading import TextDialog
from annotator.ui.lists.passages import HIT, LABEL, LEFT, RIGHT
from annotator.workspace import editing
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def look_for(qtbot, press):
    """Return a function that opens the concordance by keys, types words, and waits for what is found."""

    def looked(window, words, *, tones=True):
        window.page.clear_selection()
        window.sheet.set_current(None)
        press(window, "Ctrl+Shift+F")
        panel = window.concordance
        assert panel.isVisible()
        panel.tones.setChecked(tones)
        panel.field.clear()
        for letter in words:
            QTest.sendKeyEvent(QTest.KeyAction.Click, panel.field, Qt.Key.Key_unknown, letter, NONE)
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
        done(qtbot, window)
        return list(panel.model.passages)

    return looked


def done(qtbot, window):
    qtbot.waitUntil(lambda: "…" not in window.concordance.count.text(), timeout=20_000)


def column(window, number):
    model = window.concordance.model
    return [model.index(row, number).data() for row in range(model.rowCount())]


def counted(window, words):
    project = window.projects.project
    return sum(project.report(r).text.lower().count(words) for r in project.report_ids())


def on_table(window, *keys, modifier=NONE):
    for key in keys:
        QTest.keyClick(window.concordance.table, key, modifier)


def choose(window, value):
    box = window.concordance.filter
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def order(window, value):
    box = window.concordance.order
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_that_every_report_is_searched_and_hits_stand_in_their_context(
    open_window, sample_project, look_for
) -> None:
    window = open_window(sample_project)
    found = look_for(window, "kế hoạch")
    assert len(found) == counted(window, "kế hoạch") > 3
    assert len({passage.report_id for passage in found}) > 1
    assert set(map(str.lower, column(window, HIT))) == {"kế hoạch"}
    assert window.concordance.table.hasFocus()
    for passage in found:
        text = window.projects.project.report(passage.report_id).text
        assert passage.hit == text[passage.start : passage.end]


def test_that_words_without_tones_find_words_with_them(open_window, sample_project, look_for) -> None:
    window = open_window(sample_project)
    look_for(window, "dat", tones=False)
    assert "đạt" in column(window, HIT)
    assert "đất" in column(window, HIT)
    assert look_for(window, "dat") == []
    assert "no report holds" in window.concordance.count.text()


def test_that_the_selection_is_looked_for_at_once(open_window, sample_project, press, qtbot) -> None:
    window = open_window(sample_project)
    text = window.sheet.report.report.text
    at = text.index("ngân sách")
    window.page.select(at, at + len("ngân sách"))
    window.concordance.tones.setChecked(True)
    press(window, "Ctrl+Shift+F")
    done(qtbot, window)
    assert window.concordance.field.text() == "ngân sách"
    assert len(column(window, HIT)) == counted(window, "ngân sách")


def test_that_places_are_arranged_by_either_context(open_window, sample_project, look_for) -> None:
    window = open_window(sample_project)
    look_for(window, "tinh", tones=False)
    order(window, "right")
    right = [text.lower() for text in column(window, RIGHT)]
    assert [plain(text) for text in right] == sorted(plain(text) for text in right)
    order(window, "left")
    left = [" ".join(reversed(text.lower().split())) for text in column(window, LEFT)]
    assert [plain(text) for text in left] == sorted(plain(text) for text in left)
    order(window, "reports")
    assert column(window, LEFT) == [passage.left.rstrip() for passage in window.concordance.model.passages]


def plain(text):
    from annotator.text.words import folded_for_search

    return folded_for_search(text).strip()


def test_that_places_are_filtered_by_what_stands_over_them(open_window, sample_project, look_for) -> None:
    window = open_window(sample_project)
    found = look_for(window, "ngân sách")
    labels = [passage.label for passage in found]
    assert {"", "INDICATOR"} <= set(labels)
    choose(window, "-")
    assert set(column(window, LABEL)) == {""}
    assert window.concordance.model.rowCount() == labels.count("")
    choose(window, "INDICATOR")
    assert set(column(window, LABEL)) == {"○ IND"}
    choose(window, "?")
    assert window.concordance.model.rowCount() == sum(p.standing == "open" for p in found)


def test_that_enter_opens_the_place_ready_for_a_label(open_window, sample_project, look_for, press) -> None:
    window = open_window(sample_project)
    look_for(window, "kế hoạch")
    choose(window, "-")
    rows = window.concordance.model.rowCount()
    on_table(window, *[Qt.Key.Key_Down] * (rows - 1), Qt.Key.Key_Return)
    (passage,) = window.concordance.chosen
    assert window.sheet.report.report_id == passage.report_id
    assert window.page.selection == (passage.start, passage.end)
    assert window.page.hasFocus()
    press(window, "7")
    assert window.sheet.current.label == "DOCUMENT"


def test_that_a_label_key_labels_every_chosen_place_in_one_step(
    open_window, sample_project, look_for, press, qtbot
) -> None:
    window = open_window(sample_project)
    look_for(window, "kế hoạch")
    choose(window, "-")
    places = window.concordance.model.at(range(window.concordance.model.rowCount()))
    assert len({passage.report_id for passage in places}) > 1
    on_table(window, Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    on_table(window, Qt.Key.Key_7)
    held = {(p.report_id, p.start, p.end) for p in places}
    assert drawn(window) == {(*place, "DOCUMENT") for place in held}
    assert set(column(window, LABEL)) == {"● DOC"}
    assert f"{len(places)} spans in" in window.status.notice.text()
    touched = {passage.report_id for passage in places}
    rows = window.library.model.rows
    qtbot.waitUntil(lambda: all(row.counts.decided for row in rows() if row.id in touched))

    window.open_report(places[-1].report_id)
    press(window, "Ctrl+Z")
    assert drawn(window) == set()
    press(window, "Ctrl+Shift+Z")
    assert drawn(window) == {(*place, "DOCUMENT") for place in held}


def drawn(window):
    project = window.projects.project
    return {
        (report_id, span.start, span.end, span.label)
        for report_id in project.report_ids()
        for span in project.decisions(report_id).spans.values()
        if span.state is State.DRAWN
    }


def test_that_places_over_decided_spans_are_refused_and_listed(
    open_window, sample_project, look_for, qtbot
) -> None:
    window = open_window(sample_project)
    found = look_for(window, "kế hoạch")
    choose(window, "-")
    first = window.concordance.model.at([0])[0]
    project = window.projects.project
    window.open_report(next(r for r in project.report_ids() if r != first.report_id))
    other = OpenReport(project, first.report_id)
    other.commit(editing.draw(other.desk, first.start, first.end + 1, "EVENT"))
    window.concordance.table.setFocus()
    window.concordance.table.selectAll()
    on_table(window, Qt.Key.Key_7)
    said = window.findChild(TextDialog).text.toPlainText()
    assert first.hit in said
    assert "is there already" in said
    assert len(drawn(window)) == sum(not p.label for p in found)


def test_that_a_shifted_digit_relabels_what_stands_there(open_window, sample_project, look_for) -> None:
    window = open_window(sample_project)
    look_for(window, "ngân sách")
    choose(window, "-")
    on_table(window, Qt.Key.Key_3)
    on_table(window, Qt.Key.Key_6)
    assert {label for *_, label in drawn(window)} == {"EVENT"}
    assert window.concordance.model.index(0, LABEL).data() == "● EVT"


def test_that_typing_words_labels_nothing(open_window, sample_project, press) -> None:
    window = open_window(sample_project)
    before = window.sheet.report.view.counts
    press(window, "Ctrl+Shift+F")
    QTest.keyClicks(window.concordance.field, "1a7")
    assert window.concordance.field.text() == "1a7"
    assert window.sheet.report.view.counts == before


def test_that_places_follow_what_is_done_on_the_page(
    open_window, sample_project, look_for, press, qtbot
) -> None:
    window = open_window(sample_project)
    look_for(window, "ngân sách")
    choose(window, "INDICATOR")
    on_table(window, Qt.Key.Key_Return)
    window.sheet.set_current(window.concordance.chosen[0].span_id)
    press(window, "Enter")
    qtbot.waitUntil(lambda: window.concordance.model.index(0, LABEL).data() == "● IND")
    press(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: window.concordance.model.index(0, LABEL).data() == "○ IND")


@pytest.fixture
def many_reports(tmp_path, schema):
    """Return a project of 900 reports with 12 hits each."""
    path = tmp_path / "many.annotator"
    with Project.create(path, schema=schema, author="an") as project, project.store.writing():
        from annotator.store.reports import add_report

        for number in range(900):
            lines = "\n".join(f"Dòng {line} nói về ngân sách của xã." for line in range(12))
            add_report(project.store, Report(f"r{number}", f"Báo cáo số {number}\n{lines}"))
    return path


def test_that_thousands_of_places_are_listed_and_labelled_behind_the_window(
    open_window, many_reports, look_for, qtbot, press
) -> None:
    window = open_window(many_reports)
    found = look_for(window, "ngân sách")
    assert len(found) == 10_800
    assert "10800 places in 900 reports" in window.concordance.count.text().replace(",", "")
    on_table(window, Qt.Key.Key_End)
    assert window.concordance.chosen[0] == found[-1]
    window.concordance.table.selectAll()
    with qtbot.waitSignal(window.jobs.ended, timeout=60_000):
        on_table(window, Qt.Key.Key_7)
    qtbot.waitUntil(lambda: window.concordance.model.index(0, LABEL).data() == "● DOC", timeout=20_000)
    assert "10800 spans in 900 reports" in window.status.notice.text()
    assert window.sheet.report.view.counts.decided == 12
    window.page.setFocus()
    with qtbot.waitSignal(window.jobs.ended, timeout=60_000):
        press(window, "Ctrl+Z")
    assert drawn(window) == set()
    qtbot.waitUntil(lambda: window.concordance.model.index(0, LABEL).data() == "")
    assert window.sheet.report.view.counts.decided == 0
    with qtbot.waitSignal(window.jobs.ended, timeout=60_000):
        press(window, "Ctrl+Shift+Z")
    assert len(drawn(window)) == 10_800
    assert window.sheet.report.view.counts.decided == 12


def test_that_closing_the_project_ends_the_search(open_window, many_reports, press, qtbot) -> None:
    window = open_window(many_reports)
    press(window, "Ctrl+Shift+F")
    window.concordance.field.setText("xã")
    window.concordance.ask()
    window.projects.close()
    assert window.concordance.model.rowCount() == 0
    assert not many_reports.with_name(f"{many_reports.name}-wal").exists()
