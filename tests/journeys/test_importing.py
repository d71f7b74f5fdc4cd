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
    assert list(dialog.mapping.boxes) == ["GPE"]
    box = dialog.mapping.boxes["GPE"]
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


def test_that_a_mapping_is_kept_in_a_file_and_read_from_it(
    open_window, sample_project, tmp_path, qtbot
) -> None:
    window = open_window(sample_project)
    theirs, kept = file_of(window, tmp_path, 'G"P Ế'), tmp_path / "labels.toml"
    dialog = asked(window, qtbot, theirs, "doccano")
    assert not dialog.mapping.save.isEnabled()
    box = dialog.mapping.boxes['G"P Ế']
    box.setCurrentIndex(box.findData("LOC"))
    qtbot.waitUntil(dialog.mapping.save.isEnabled)
    dialog.mapping.write_file(kept)
    dialog.reject()
    again = asked(window, qtbot, theirs, "doccano")
    assert again.labels == {}
    again.mapping.take_file(kept)
    assert again.labels == {'G"P Ế': "LOC"}
    qtbot.waitUntil(lambda: "; 1 spans" in again.told.toPlainText())


def test_that_a_bad_mapping_file_is_told_and_what_was_chosen_stays(
    open_window, sample_project, tmp_path, qtbot
) -> None:
    window = open_window(sample_project)
    dialog = asked(window, qtbot, file_of(window, tmp_path, "GPE"), "doccano")
    box = dialog.mapping.boxes["GPE"]
    box.setCurrentIndex(box.findData("LOC"))
    bad = tmp_path / "bad.toml"
    for content in ("a = " + "[" * 100_000, "[labels]\nGPE = 1", "[labels]\nGPE = 'NOPE'", "\x00", ""):
        bad.write_text(content, encoding="utf-8")
        dialog.mapping.take_file(bad)
        assert dialog.mapping._said.isVisible()
        assert dialog.labels == {"GPE": "LOC"}


def test_that_very_many_strange_labels_leave_the_dialog_on_the_screen(
    open_window, sample_project, tmp_path, qtbot
) -> None:
    window = open_window(sample_project)
    text = window.sheet.report.report.text
    labels = [[at, at + 1, f"{'Nhãn ' * 30}{at}"] for at in range(600) if not text[at].isspace()]
    path = tmp_path / "many.jsonl"
    path.write_text(json.dumps({"text": text, "label": labels}), encoding="utf-8")
    dialog = asked(window, qtbot, path, "doccano")
    assert len(dialog.mapping.boxes) == 60
    assert "more labels are not in the schema" in dialog.mapping._said.text()
    assert dialog.sizeHint().height() <= 700
    assert dialog.sizeHint().width() <= 1024
