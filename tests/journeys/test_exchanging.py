"""Gold leaves the window in a format and comes in again from there, losses and first lines shown before."""

from __future__ import annotations

import pytest

from annotator.ui.dialogs.exporting import ExportDialog
from annotator.workspace import editing
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport


@pytest.mark.parametrize(
    ("name", "first", "pattern", "lack"),
    [
        ("webanno-tsv", "#FORMAT=WebAnno TSV 3.3", "*.tsv", "scores"),
        ("cas-json", '{"%TYPES"', "*.json", "undecided candidates"),
    ],
)
def test_that_gold_goes_out_and_comes_in_again(
    open_window, sample_project, qtbot, tmp_path, name, first, pattern, lack
) -> None:
    with Project.for_writing(sample_project, author="an") as project:
        report_id = project.report_ids()[0]
        opened = OpenReport(project, report_id)
        opened.commit(editing.finish(opened.desk, leftovers="accept"))
        ours = project.decisions(report_id, "an").spans.values()
    told = {(span.label, span.start, span.end) for span in ours}
    window = open_window(sample_project)
    window.commands["project.export"].trigger()
    out = window.findChild(ExportDialog)
    kinds = {out.format.itemData(at).name: at for at in range(out.format.count())}
    out.format.setCurrentIndex(kinds[name])
    qtbot.waitUntil(lambda: first in out.told.toPlainText())
    assert f"this format cannot hold: {lack}" in out.told.toPlainText()
    out.path.setText(str(tmp_path / "out"))
    qtbot.waitUntil(out.ok.isEnabled)
    with qtbot.waitSignal(window.jobs.ended, timeout=30_000):
        out.ok.click()
    assert len(set((tmp_path / "out").glob(pattern)) - {tmp_path / "out" / "manifest.json"}) == 1

    window.commands["project.import"].trigger()
    into = window.projects.importing.dialog
    into.format.setCurrentIndex(into.format.findData(name))
    into.path.setText(str(tmp_path / "out"))
    into.path.editingFinished.emit()
    qtbot.waitUntil(into.ok.isEnabled)
    said = f"1 of 1 reports are in the project; {len(told)} spans can be taken"
    assert into.told.toPlainText().startswith(said)
    into.author.setText("binh")
    into.accept()
    held = window.projects.project
    qtbot.waitUntil(lambda: bool(held.decisions(report_id, "binh").spans))
    back = held.decisions(report_id, "binh").spans.values()
    assert {(span.label, span.start, span.end) for span in back} == told
    qtbot.waitUntil(lambda: window.jobs.running is None)
