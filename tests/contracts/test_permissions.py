"""What is written is for its owner only, and nothing temporary stays behind, in every format there is."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from annotator.domain.backups import Why
from annotator.store.backups import back_up
from annotator.workspace import editing
from annotator.workspace.adding import add_paths
from annotator.workspace.bundling import bundle
from annotator.workspace.exporting import ExportRequest, export, formats
from annotator.workspace.reading import OpenReport


@pytest.fixture
def worked(project, tmp_path, monkeypatch):
    """Return a project with one decision, in a process whose mask would let everybody read."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    before = os.umask(0)
    text = tmp_path / "tin.txt"
    text.write_text("UBND tỉnh Hòa Thủy họp ngày 19/10/2023.\n", encoding="utf-8")
    add_paths(project, [text])
    report = OpenReport(project, project.report_ids()[0])
    report.commit(editing.draw(report.desk, 0, 4, "ORG"))
    yield project
    os.umask(before)
    assert list(temporary.iterdir()) == []
    assert not [path for path in tmp_path.rglob("*") if path.suffix == ".part"]


def open_to_others(folder: Path) -> dict[str, str]:
    """Return what others than the owner may touch in a folder, with its mode."""
    modes = {path.name: path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*"))}
    return {name: oct(mode) for name, mode in modes.items() if mode & 0o077}


@pytest.mark.parametrize("name", [entry.name for entry in formats()])
def test_that_an_export_is_for_its_owner_only(worked, tmp_path, name):
    folder = tmp_path / "out"
    folder.mkdir(mode=0o700)
    suffix = {entry.name: entry.suffix for entry in formats()}[name]
    export(worked, ExportRequest(name, folder / f"gold{suffix}", unfinished=True))
    assert list(folder.iterdir())
    assert open_to_others(folder) == {}


def test_that_projects_logs_locks_bundles_and_backups_are_for_their_owner_only(worked, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir(mode=0o700)
    bundle(worked, folder / "an.bundle", author="an")
    back_up(worked.store.connection, worked.path, Why.ASKED, folder=folder / "work.backups")
    assert len(list(folder.rglob("*.backup"))) == 1
    assert open_to_others(folder) == {}
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.glob("work.annotator*")}
    assert modes == dict.fromkeys(
        ["work.annotator", "work.annotator-wal", "work.annotator-shm", "work.annotator.lock"], 0o600
    )
