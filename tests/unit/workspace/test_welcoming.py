"""A project from elsewhere is written from the shell only once it was checked; what was made here is not."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.domain.errors import UserError
from annotator.store import homes
from annotator.workspace.checking import repair_project
from annotator.workspace.patience import PATIENCE
from annotator.workspace.projects import Project


@pytest.fixture
def stranger(filled, tmp_path, monkeypatch):
    """Give the file of a project that was made on another machine."""
    path = filled.path
    filled.close()
    machine = tmp_path / "machine-id"
    machine.write_text("another")
    monkeypatch.setattr(homes, "_MACHINE", machine)
    return path


@pytest.fixture
def heard():
    """Give what is said to whoever has patience."""
    found: list[str] = []
    before = PATIENCE.get()
    PATIENCE.set(replace(before, warn=found.append))
    yield found
    PATIENCE.set(before)


def test_that_a_project_from_elsewhere_is_checked_once_and_then_at_home(stranger, heard):
    with Project.open(stranger) as project:
        assert (project.is_strange, project.read_only) == (True, True)
    with Project.for_writing(stranger) as project:
        assert not project.read_only
    assert heard == [f"{stranger.name} was not made here: it is checked first"]
    with Project.for_writing(stranger), pytest.raises(UserError):
        Project.for_writing(stranger)
    with Project.open(stranger) as project:
        assert (project.is_strange, project.read_only) == (False, False)
    assert len(heard) == 1


def test_that_one_with_faults_is_refused_with_each_of_them_till_it_is_mended(stranger, heard):
    with closing(sqlite3.connect(stranger, isolation_level=None)) as connection:
        connection.execute("UPDATE spans SET label = 'LOC' WHERE span_id = 'person'")
    before = stranger.read_bytes()
    with pytest.raises(UserError, match="mend it by annotator check --repair") as refused:
        Project.for_writing(stranger)
    assert refused.value.code == "unsound"
    assert any("not what the journal says" in line for line in refused.value.lines)
    assert stranger.read_bytes() == before
    repair_project(stranger)
    with Project.for_writing(stranger) as project:
        assert not project.read_only
    assert len(heard) == 1


def test_that_copies_moved_projects_and_names_without_a_suffix_need_no_check(filled, tmp_path, heard):
    path = filled.path
    filled.close()
    copy = shutil.copy(path, tmp_path / "copy.annotator")
    for place in (path, copy, tmp_path / "copy"):
        with Project.for_writing(place) as project:
            assert not project.read_only
    assert heard == []


def test_that_a_check_that_is_stopped_lets_nobody_in(stranger, heard):
    PATIENCE.set(replace(PATIENCE.get(), stopped=lambda: True))
    with pytest.raises(UserError, match="was stopped"):
        Project.for_writing(stranger)
    with Project.open(stranger) as project:
        assert project.is_strange
