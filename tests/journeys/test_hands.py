"""Few keys for much: statements, names, places left out, values, links, repetition, memory, all places."""

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
from annotator.domain.spans import Span, State
from annotator.domain.views import View
from annotator.resources import default_schema
from annotator.store.authors import ensure_author
from annotator.store.integrity import check
from annotator.store.reports import add_report
from annotator.ui.dialogs.applying import ApplyDialog
from annotator.workspace.projects import Project

TEXT = (
    "Năm 2023, thu ngân sách đạt 2.236 tỷ đồng, bằng 102% dự toán, tăng 6,4% so với cùng kỳ.\n"
    "- Sản lượng lúa tăng 1,5%; sản lượng ngô tăng 2,5%; sản lượng sắn tăng 3,5%.\n"
    "Sở Tài chính báo cáo; sau đó Sở Tài chính cùng SỞ TÀI CHÍNH tỉnh bạn họp với 12 xã.\n"
)
OTHER = "Sở Tài chính giao việc cho Sở Tài chính thành phố.\n"
FIGURES = {
    "2.236 tỷ đồng": "2236000000000",
    "102%": "102",
    "6,4%": "6.4",
    "1,5%": "1.5",
    "2,5%": "2.5",
    "3,5%": "3.5",
}


def place(words, start=0):
    at = TEXT.index(words, start)
    return at, at + len(words)


def span(name, words, label, *, start=0, **attributes):
    layer = "entity" if label in {"DATE", "ORG"} else "figure"
    return Span(name, *place(words, start), layer, label, State.CANDIDATE, attributes, 0.9, "rules")


def proposed():
    spans = [span("year", "Năm 2023", "DATE"), span("thu", "thu ngân sách", "INDICATOR")]
    for number, (words, value) in enumerate(FIGURES.items()):
        unit = "VND" if "đồng" in words else "%"
        spans.append(
            span(f"f{number}", words, "MONEY" if unit == "VND" else "PERCENT", value=value, unit=unit)
        )
    spans += [
        span("s1", "Sở Tài chính", "ORG"),
        span("s2", "Sở Tài chính", "ORG", start=TEXT.index("sau đó")),
        span("s3", "SỞ TÀI CHÍNH", "ORG"),
    ]
    links = {Relation(MEASURES, f"f{number}", "thu") for number in range(3)}
    return spans, links | {Relation(DURING, "f0", "year")}


@pytest.fixture
def window(open_window, tmp_path):
    """Return a window on a project of two reports, the first with candidates."""
    path = tmp_path / "hands.annotator"
    with Project.create(path, schema=default_schema(), author="an") as project:
        ensure_author(project.store, "rules", kind="extractor")
        report = Report("a", TEXT)
        for each in (report, Report("b", OTHER)):
            add_report(project.store, each)
        spans, links = proposed()
        edit = Edit("extract", Fragment(), Fragment(tuple(spans), frozenset(links)))
        fresh = View(set_of(report.id, "rules", spans, links), set_of(report.id, "", ()), threshold=0.5)
        project.commit([Draft(report.id, "rules", "rules", "b", edit)], {(report.id, ""): fresh.counts})
    return open_window(path)


def seen(window, span_id):
    return window.sheet.report.view.get(span_id)


def text_of(window, held):
    return window.sheet.report.report.text[held.start : held.end]


def go(window, span_id):
    window.sheet.set_current(span_id)


def type_on(keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def test_that_t_accepts_a_statement_as_one_step_and_goes_on(window, press):
    go(window, "f1")
    press(window, "T")
    states = {name: seen(window, name).state for name in ("thu", "f0", "f1", "f2", "year")}
    assert set(states.values()) == {State.ACCEPTED}
    assert "5 spans" in window.status.notice.text()
    assert window.sheet.current.id == "f3"
    press(window, "Ctrl+Z")
    assert window.sheet.report.view.counts.decided == 0


def test_that_the_sentence_the_paragraph_and_the_report_are_one_step_each_with_the_number(window, press):
    for keys, number in ((("Shift+A",), 5), (("A",), 5)):
        go(window, "year")
        press(window, *keys)
        assert f"{number} spans" in window.status.notice.text()
        press(window, "Ctrl+Z")
        assert window.sheet.report.view.counts.decided == 0


def test_that_m_names_what_a_figure_measures_fits_it_and_goes_on(window, press):
    go(window, "f3")
    press(window, "M")
    assert TEXT[slice(*window.page.selection)] == "Sản lượng lúa"
    press(window, "]", "[", "Enter")
    named = next(s for s in window.sheet.report.view if s.state is State.DRAWN)
    assert (named.label, text_of(window, named)) == ("INDICATOR", "Sản lượng lúa")
    assert window.sheet.report.view.relations_from("f3") == [Relation(MEASURES, "f3", named.id)]
    assert (seen(window, "f3").state, window.sheet.current.id) == (State.ACCEPTED, "f4")
    press(window, "Ctrl+Z")
    assert seen(window, "f3").state is State.CANDIDATE
    assert not any(s.state is State.DRAWN for s in window.sheet.report.view)


def test_that_escape_leaves_naming_and_linking_without_a_change(window, press):
    go(window, "f3")
    for key in ("M", "I", "L"):
        press(window, key, "Esc")
        assert (window.sheet.current.id, window.page.selection) == ("f3", None)
    press(window, "Enter")
    assert (seen(window, "f3").state, window.sheet.current.id) == (State.ACCEPTED, "f4")
    assert window.sheet.report.view.relations_from("f3") == []


def test_that_a_link_begins_with_the_nearest_and_goes_on_and_is_repeated(window, press):
    go(window, "f3")
    press(window, "I")
    assert window.sheet.current.id == "thu"
    press(window, "Enter")
    assert window.sheet.current.id == "f4"
    press(window, ".")
    for figure in ("f3", "f4"):
        assert window.sheet.report.view.relations_from(figure) == [Relation(MEASURES, figure, "thu")]
    press(window, "I", "Delete")
    assert seen(window, "f5").state is State.CANDIDATE
    assert "not linked" in window.status.notice.text()


def test_that_delete_takes_the_link_of_an_open_figure_away_and_goes_on(window, press):
    go(window, "f1")
    press(window, "I", "Delete")
    assert window.sheet.report.view.relations_from("f1") == []
    assert (seen(window, "f1").state, window.sheet.current.id) == (State.ACCEPTED, "f2")


def test_that_l_selects_what_was_left_out_and_enter_draws_a_number(window, press):
    go(window, "s2")
    press(window, "Shift+L")
    assert TEXT[slice(*window.page.selection)] == "12 xã"
    press(window, "Esc", "L")
    assert "left out" in window.status.notice.text()
    press(window, "Shift+L", "Enter")
    drawn = window.sheet.current
    assert (drawn.label, drawn.attributes["value"], drawn.attributes["unit"]) == ("COUNT", "12", "xã")


def test_that_letters_over_words_select_and_a_label_key_draws(window, press):
    go(window, "s2")
    press(window, "F")
    start, end = place("tỉnh bạn")
    for letter in window.page.hints[start]:
        press(window, letter.upper())
    for letter in window.page.hints[end]:
        press(window, letter.upper())
    assert (window.page.selection, dict(window.page.hints)) == ((start, end), {})
    press(window, "4")
    assert (text_of(window, window.sheet.current), window.sheet.current.label) == ("tỉnh bạn", "LOC")


def test_that_any_other_key_takes_the_letters_away_and_acts(window, press):
    go(window, "s1")
    press(window, "F", "Enter")
    assert (dict(window.page.hints), seen(window, "s1").state) == ({}, State.ACCEPTED)


def test_that_values_step_by_letters_and_enter_goes_on(window, press):
    go(window, "f2")
    press(window, "V")
    type_on([Qt.Key.Key_D, Qt.Key.Key_D, Qt.Key.Key_U, Qt.Key.Key_Return])
    given = seen(window, "f2").attributes
    assert (given["direction"], given["status"], given["value"]) == ("down", "actual", "6.4")
    assert window.sheet.current.id == "f3"
    assert window.page.hasFocus()


def test_that_ctrl_enter_gives_what_was_stepped_to_the_rest_of_the_list(window, press):
    go(window, "f3")
    press(window, "V")
    type_on([Qt.Key.Key_D])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [seen(window, name).attributes.get("direction") for name in ("f3", "f4", "f5", "f2")] == [
        "up",
        "up",
        "up",
        None,
    ]
    assert "2 spans" in window.status.notice.text()
    press(window, "Ctrl+Z")
    assert [seen(window, name).attributes.get("direction") for name in ("f3", "f4", "f5")] == [
        "up",
        None,
        None,
    ]
    assert not window.sheet.report.view.finished


def test_that_a_range_is_written_into_the_value_and_nonsense_is_refused(window, press, qtbot):
    go(window, "f2")
    press(window, "V")
    qtbot.keyClicks(QApplication.focusWidget(), "6-7")
    type_on([Qt.Key.Key_Return])
    assert (seen(window, "f2").attributes["value"], seen(window, "f2").attributes["value_max"]) == ("6", "7")
    go(window, "f1")
    press(window, "V")
    qtbot.keyClicks(QApplication.focusWidget(), "1.2.3")
    type_on([Qt.Key.Key_Return])
    assert seen(window, "f1").state is State.CANDIDATE
    assert "!" in window.status.notice.text()
    assert not window.page.hasFocus()


def settle(qtbot, window, span_id, state):
    qtbot.waitUntil(lambda: seen(window, span_id).state is state)


def test_that_a_rejected_string_is_suppressed_at_once_passed_by_tab_and_told_in_the_card(
    window, press, qtbot
):
    go(window, "s1")
    press(window, "Delete")
    settle(qtbot, window, "s3", State.SUPPRESSED)
    assert seen(window, "s2").state is State.CANDIDATE, "what is looked at stays"
    assert "remembered" in window.status.notice.text()
    press(window, "Tab")
    assert window.sheet.current.id == "s2"
    press(window, "Alt+Down")
    assert window.sheet.current.id == "s3"
    window.settle()
    assert "rejected 1 times · an 1" in window.card.findChild(QLabel, "memory").text()


def test_that_a_suppressed_candidate_is_revived_by_accepting_it(window, press, qtbot):
    go(window, "s1")
    press(window, "Delete")
    settle(qtbot, window, "s3", State.SUPPRESSED)
    press(window, "Alt+Down", "Enter")
    assert seen(window, "s3").state is State.ACCEPTED
    press(window, "Ctrl+Z", "Ctrl+Z")
    settle(qtbot, window, "s3", State.CANDIDATE)
    assert seen(window, "s1").state is State.CANDIDATE
    assert check(window.projects.project.store) == []


def test_that_a_relabelled_string_comes_relabelled_in_this_report(window, press, qtbot):
    go(window, "s1")
    press(window, "6", "Tab")
    qtbot.waitUntil(lambda: seen(window, "s3").label == "EVENT")
    assert seen(window, "s3").state is State.CANDIDATE


def dialog_of(window, qtbot):
    dialog = window.findChild(ApplyDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_that_g_lists_the_other_places_and_applies_where_ticked_in_one_step(window, press, qtbot):
    go(window, "s1")
    press(window, "6", "G")
    dialog = dialog_of(window, qtbot)
    assert hits(dialog) == ["Sở Tài chính", "SỞ TÀI CHÍNH"]
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert (dialog.count.text(), dialog.apply.text()) == ("1 of 2 places", "Apply to 1")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert (seen(window, "s2").label, seen(window, "s2").is_standing) == ("EVENT", True)
    assert seen(window, "s3").is_undecided
    qtbot.waitUntil(window.page.hasFocus)
    press(window, "Ctrl+Z")
    assert seen(window, "s2").is_undecided
    assert seen(window, "s1").label == "EVENT"


def hits(dialog):
    model = dialog.model
    return [model.data(model.index(row, 1)) for row in range(model.rowCount())]


def test_that_g_goes_over_the_project_and_undo_takes_all_of_it_back_after_a_restart(
    window, open_window, press, qtbot
):
    path = window.projects.project.path
    ids = window.projects.project.report_ids()
    go(window, "s1")
    press(window, "Enter")
    go(window, "s1")
    press(window, "G")
    dialog = dialog_of(window, qtbot)
    dialog.everywhere.setChecked(True)
    qtbot.waitUntil(lambda: not dialog.is_searching)
    assert len(hits(dialog)) == 4
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "4 spans in 2 reports" in window.status.notice.text()
    assert orgs(window, ids) == [3, 2]
    window.close()

    again = open_window(path)
    again.open_report(ids[1])
    press(again, "Ctrl+Z")
    qtbot.waitUntil(lambda: orgs(again, ids) == [1, 0])


def orgs(window, ids):
    project = window.projects.project
    return [
        sum(s.label == "ORG" and s.is_standing for s in project.decisions(each).spans.values())
        for each in ids
    ]


def test_that_escape_leaves_the_list_without_a_change(window, press, qtbot):
    go(window, "s1")
    press(window, "G")
    QTest.keyClick(dialog_of(window, qtbot), Qt.Key.Key_Escape)
    assert window.sheet.report.view.counts.decided == 0
    qtbot.waitUntil(window.page.hasFocus)
