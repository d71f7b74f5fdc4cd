"""Labels and values changed in the real window: seen first, done in one step, taken back with their spans."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.schema_differences import SENTENCES
from annotator.ui.schema.dialog import SchemaDialog
from annotator.ui.schema.telling import CHANGES


@pytest.fixture
def page_of(qtbot):
    """Return a function that opens the schema page of a window."""

    def opened(window) -> SchemaDialog:
        window.commands["project.schema"].trigger()
        dialog = window.findChild(SchemaDialog)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog

    return opened


@pytest.fixture
def apply(qtbot):
    """Return a function that waits for the preview, applies it and waits until it holds."""

    def applied(dialog) -> str:
        qtbot.waitUntil(dialog.apply.isEnabled)
        preview = dialog.preview.toPlainText()
        dialog.apply.setFocus()
        QTest.keyClick(dialog.apply, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: dialog.isEnabled() and not dialog.draft.labels)
        return preview

    return applied


def write(dialog, field: str, text: str) -> None:
    """Write into a field of the current label and leave it by Tab, as a user does."""
    line = dialog.labels.form.fields[field]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    if not text:
        line.clear()
    QTest.keyClick(line, Qt.Key.Key_Tab)


def labels_of(window) -> set[str]:
    return {span.label for span in window.sheet.report.view}


def test_that_a_label_is_renamed_by_keyboard_and_taken_back_with_its_spans(
    open_window, sample_project, page_of, apply, press, qtbot
) -> None:
    window = open_window(sample_project)
    report_id = window.sheet.report.report_id
    press(window, "Enter", "Enter", "Enter")
    assert "ORG" in labels_of(window)
    dialog = page_of(window)
    assert dialog.labels.list.hasFocus()
    QTest.keyClick(dialog.labels.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.labels.list, Qt.Key.Key_Down)
    write(dialog, "name", "BODY")
    preview = apply(dialog)
    assert "label ORG is called BODY" in preview
    assert "spans in" in preview
    assert "vn-rules:" in preview
    assert "«" in preview
    assert "label ORG is called BODY" in dialog.undo.toolTip()
    assert window.sheet.report.report_id == report_id
    assert {"BODY"} == labels_of(window) & {"BODY", "ORG"}
    assert window.commands["label.BODY"].isEnabled()
    QTest.keyClick(dialog.undo, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.isEnabled() and "ORG" in window.projects.held.schema.by_name)
    assert {"ORG"} == labels_of(window) & {"BODY", "ORG"}
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    press(window, "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert window.sheet.report.undo_label() == ""


def test_that_keys_that_are_taken_are_refused_by_name(open_window, sample_project, page_of) -> None:
    dialog = page_of(open_window(sample_project))
    dialog.labels.choose("ORG")
    write(dialog, "key", "1")
    assert dialog.said.text() == "! that cannot be: the key 1 is that of Person and of Body"
    assert dialog.labels.form.fields["key"].property("refused")
    write(dialog, "key", "N")
    assert "“Write a note”" in dialog.said.text()
    write(dialog, "key", "Nope")
    assert "no name" in dialog.said.text()
    write(dialog, "key", "9")
    assert dialog.said.text() == ""
    assert dialog.draft.schema().label("ORG").key == "9"


def test_that_a_faint_colour_says_what_is_drawn_in_its_place(open_window, sample_project, page_of) -> None:
    dialog = page_of(open_window(sample_project))
    dialog.labels.choose("ORG")
    seen = dialog.labels.form.seen
    assert seen["colour"].text().startswith("contrast 4.")
    write(dialog, "colour", "#c8e6c9")
    assert seen["colour"].text().startswith("contrast 1.3 : 1, drawn as #")
    write(dialog, "colour", "green")
    assert "is not written #rrggbb" in dialog.said.text()
    assert dialog.draft.schema().label("ORG").colour == "#c8e6c9"


def test_that_a_retired_label_is_offered_no_more_and_stays_where_it_is(
    open_window, sample_project, page_of, apply
) -> None:
    window = open_window(sample_project)
    dialog = page_of(window)
    dialog.labels.choose("ORG")
    QTest.keyClick(dialog.labels.retire, Qt.Key.Key_Space)
    assert "(retired)" in dialog.labels.list.currentItem().text()
    apply(dialog)
    assert "ORG" in labels_of(window)
    assert "label.ORG" not in {command.id for command in window.commands.commands()}
    assert "label.LOC" in {command.id for command in window.commands.commands()}


def test_that_a_value_is_added_renamed_and_retired(open_window, sample_project, page_of, apply) -> None:
    window = open_window(sample_project)
    dialog = page_of(window)
    page = dialog.values
    dialog.pages.setCurrentWidget(page)
    page.attribute.setCurrentIndex(page.attribute.findData("direction"))
    page.new.setText("flat")
    QTest.keyClick(page.add, Qt.Key.Key_Space)
    page.list.setCurrentRow(0)
    page.name.setFocus()
    page.name.selectAll()
    QTest.keyClicks(page.name, "rise")
    QTest.keyClick(page.name, Qt.Key.Key_Tab)
    preview = apply(dialog)
    assert "direction has the new value flat" in preview
    assert "the value up of direction is called rise" in preview
    rule = next(rule for rule in window.projects.held.schema.attributes if rule.name == "direction")
    assert rule.values == ("rise", "down", "flat")


def test_that_changes_that_were_not_applied_are_dropped_only_when_asked_twice(
    open_window, sample_project, page_of
) -> None:
    dialog = page_of(open_window(sample_project))
    write(dialog, "title", "Somebody")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not applied" in dialog.said.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_every_kind_of_change_is_told_in_the_language_of_the_window() -> None:
    assert set(CHANGES) == set(SENTENCES.values())
