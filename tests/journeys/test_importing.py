"""Importing annotated files in the window: looked at first, labels taken for ours, losses said."""

from __future__ import annotations

import json


def file_of(window, tmp_path, label):
    """Write a file of another program over the open report; return it with its text."""
    text = window.sheet.report.report.text
    start = next(at for at, letter in enumerate(text) if letter.isalpha())
    line = {"text": text, "label": [[start, start + 4, label]]}
    path = tmp_path / "theirs.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    return path


def asked(window, qtbot, path, kind):
    window.commands["project.import"].trigger()
    dialog = window.projects.importing.dialog
    dialog.format.setCurrentIndex(dialog.format.findData(kind))
    dialog.path.setText(str(path))
    dialog.path.editingFinished.emit()
    qtbot.waitUntil(lambda: "looking" not in dialog.told.toPlainText())
    return dialog


def test_that_files_are_looked_at_before_anything_is_taken(
    open_window, sample_project, tmp_path, qtbot
) -> None:
    window = open_window(sample_project)
    dialog = asked(window, qtbot, file_of(window, tmp_path, "ORG"), "doccano")
    assert dialog.told.toPlainText().startswith("1 of 1 reports are in the project; 1 spans can be taken")
    assert dialog.ok.isEnabled()
    dialog.reject()
    assert window.projects.project.decisions(window.sheet.report.report_id, "binh").spans == {}


def test_that_a_strange_label_is_taken_for_one_of_ours(open_window, sample_project, tmp_path, qtbot) -> None:
    window = open_window(sample_project)
    dialog = asked(window, qtbot, file_of(window, tmp_path, "GPE"), "doccano")
    assert list(dialog._boxes) == ["GPE"]
    box = dialog._boxes["GPE"]
    box.setCurrentIndex(box.findData("LOC"))
    qtbot.waitUntil(lambda: "; 1 spans" in dialog.told.toPlainText())
    dialog.author.setText("binh")
    dialog.accept()
    report_id = window.sheet.report.report_id
    held = window.projects.project
    qtbot.waitUntil(lambda: bool(held.decisions(report_id, "binh").spans))
    (span,) = held.decisions(report_id, "binh").spans.values()
    assert span.label == "LOC"
    qtbot.waitUntil(lambda: window.jobs.running is None)


def test_that_what_cannot_be_read_is_said_in_the_dialog(open_window, sample_project, tmp_path, qtbot) -> None:
    window = open_window(sample_project)
    path = tmp_path / "x.json"
    path.write_text("{", encoding="utf-8")
    dialog = asked(window, qtbot, path, "label-studio")
    assert "is not JSON" in dialog.told.toPlainText()
    assert not dialog.ok.isEnabled()
    dialog.path.clear()
    dialog.changed.emit()
    assert dialog.told.toPlainText().startswith("Choose a file")


def test_that_a_report_the_project_does_not_have_is_listed(
    open_window, sample_project, tmp_path, qtbot
) -> None:
    window = open_window(sample_project)
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"text": "Khác hẳn", "label": [[0, 4, "ORG"]]}), encoding="utf-8")
    dialog = asked(window, qtbot, path, "doccano")
    assert "no report of the project has this text" in dialog.told.toPlainText()
    assert not dialog.ok.isEnabled()
