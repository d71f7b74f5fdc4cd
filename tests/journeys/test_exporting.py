"""The export dialog says what will be written and what left out before anything is written."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QApplication

from annotator.ui.dialogs.exporting import ExportDialog
from annotator.workspace import editing
from annotator.workspace.exporting import ExportRequest
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport


@pytest.fixture
def differing(sample_project):
    """Give the sample project: two finished a report, each in another way, and one of them another."""
    for author, leftovers in (("an", "accept"), ("binh", "reject")):
        with Project.for_writing(sample_project, author=author) as project:
            for report_id in project.report_ids()[: 2 if author == "an" else 1]:
                opened = OpenReport(project, report_id)
                opened.commit(editing.finish(opened.desk, leftovers=leftovers))
    return sample_project


@pytest.fixture
def dialog_of(qtbot):
    """Return a function that opens the export dialog of a window and waits for its list."""

    def opened(window) -> ExportDialog:
        window.commands["project.export"].trigger()
        dialog = window.findChild(ExportDialog)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        qtbot.waitUntil(lambda: "reports are exported" in dialog.told.toPlainText())
        return dialog

    return opened


def choose(box, data: str) -> None:
    at = box.findData(data)
    assert at >= 0
    box.setCurrentIndex(at)


def test_that_every_report_that_is_left_out_is_listed_with_its_reason(
    open_window, differing, dialog_of, qtbot
) -> None:
    dialog = dialog_of(open_window(differing))
    lines = dialog.told.toPlainText().splitlines()
    assert lines[0] == "1 reports are exported, 5 are left out"
    assert sum("nobody has worked on it" in line for line in lines) == 4
    assert sum("an, binh differ" in line for line in lines) == 1
    choose(dialog.strategy, "trust=binh")
    assert not dialog.ok.isEnabled()
    qtbot.waitUntil(lambda: dialog.told.toPlainText().startswith("2 reports"))
    choose(dialog.author, "binh")
    qtbot.waitUntil(lambda: dialog.told.toPlainText().startswith("1 reports"))
    assert dialog.ok.isEnabled()


def test_that_what_is_chosen_is_what_is_written(open_window, differing, dialog_of, qtbot, tmp_path) -> None:
    window = open_window(differing)
    dialog = dialog_of(window)
    choose(dialog.author, "binh")
    dialog.candidates.setChecked(True)
    dialog.unfinished.setChecked(True)
    qtbot.waitUntil(dialog.ok.isEnabled)
    dialog.path.setText(str(tmp_path / "gold.db"))
    assert dialog.request == ExportRequest(
        "sqlite", tmp_path / "gold.db", author="binh", unfinished=True, candidates=True
    )
    choose(dialog.format, dialog.format.itemData(1))
    dialog.path.setText(str(tmp_path / "gold.jsonl"))
    with qtbot.waitSignal(window.jobs.ended, timeout=30_000):
        dialog.ok.click()
    (line,) = (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["spans"], "what binh rejected goes along with its state"


def test_that_nothing_can_be_exported_where_there_is_no_gold(open_window, sample_project, dialog_of) -> None:
    dialog = dialog_of(open_window(sample_project))
    assert dialog.told.toPlainText().startswith("0 reports are exported, 6 are left out")
    assert not dialog.ok.isEnabled()


def test_that_the_first_lines_and_the_losses_are_shown_before_anything_is_written(
    open_window, differing, dialog_of, qtbot
) -> None:
    dialog = dialog_of(open_window(differing))
    choose(dialog.strategy, "trust=an")
    entries = {dialog.format.itemData(at).name: at for at in range(dialog.format.count())}
    for name, said in (("doccano", '{"text"'), ("conll", "-DOCSTART-"), ("csv", "report,label")):
        dialog.format.setCurrentIndex(entries[name])
        qtbot.waitUntil(lambda said=said: said in dialog.told.toPlainText())
        assert "this format cannot hold: " in dialog.told.toPlainText()
    dialog.format.setCurrentIndex(entries["sqlite"])
    qtbot.waitUntil(lambda: " · " in dialog.told.toPlainText())
    assert "cannot hold" not in dialog.told.toPlainText()


def test_that_a_folder_of_other_files_is_refused_in_the_dialog_and_left_alone(
    open_window, differing, dialog_of, qtbot, tmp_path
) -> None:
    dialog = dialog_of(open_window(differing))
    choose(dialog.strategy, "trust=an")
    at = next(at for at in range(dialog.format.count()) if dialog.format.itemData(at).name == "brat")
    dialog.format.setCurrentIndex(at)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    dialog.path.setText(str(tmp_path / "mine"))
    qtbot.waitUntil(lambda: "choose a new or an empty folder" in dialog.told.toPlainText())
    assert not dialog.ok.isEnabled()
    dialog.path.setText(str(tmp_path / "new"))
    qtbot.waitUntil(dialog.ok.isEnabled)
    assert "empty folder" not in dialog.told.toPlainText()


def test_that_a_place_refused_while_writing_is_said_and_nothing_is_half_written(
    open_window, differing, dialog_of, qtbot, tmp_path
) -> None:
    window = open_window(differing)
    dialog = dialog_of(window)
    choose(dialog.author, "an")
    at = next(at for at in range(dialog.format.count()) if dialog.format.itemData(at).name == "brat")
    dialog.format.setCurrentIndex(at)
    folder = tmp_path / "mine"
    dialog.path.setText(str(folder))
    qtbot.waitUntil(dialog.ok.isEnabled)
    said: list[str] = []
    window.notices.refused.connect(said.append)
    # Somebody puts a file there between the look and the press.
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    with qtbot.waitSignal(window.jobs.ended, timeout=30_000):
        dialog.ok.click()
    qtbot.waitUntil(lambda: any("choose a new or an empty folder" in line for line in said))
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]
    assert not list(tmp_path.glob(".annotator-*"))


def test_that_an_export_is_limited_to_a_label_a_split_and_days(
    open_window, differing, dialog_of, qtbot, tmp_path
) -> None:
    window = open_window(differing)
    dialog = dialog_of(window)
    choose(dialog.author, "an")
    choose(dialog.format, dialog.format.itemData(1))
    dialog.path.setText(str(tmp_path / "gold.jsonl"))
    dialog.since.setText("2023-13-45")
    qtbot.waitUntil(lambda: "2023-13-45 is not a day" in dialog.told.toPlainText())
    assert not dialog.ok.isEnabled()
    dialog.since.setText("2999-01-01")
    qtbot.waitUntil(lambda: dialog.told.toPlainText().startswith("0 reports are exported"))
    assert not dialog.ok.isEnabled()
    dialog.since.clear()
    choose(dialog.label, "ORG")
    choose(dialog.split, "train")
    qtbot.waitUntil(dialog.ok.isEnabled)
    with qtbot.waitSignal(window.jobs.ended, timeout=30_000):
        dialog.ok.click()
    lines = [json.loads(line) for line in (tmp_path / "gold.jsonl").read_text("utf-8").splitlines()]
    assert {line["split"] for line in lines} == {"train"}
    assert {span["label"] for line in lines for span in line["spans"]} == {"ORG"}
    told = json.loads((tmp_path / "gold.jsonl.manifest.json").read_text("utf-8"))
    assert told["limits"] == {"labels": ["ORG"], "splits": ["train"], "author": "an"}
