"""A project copied while it was open, without its log, is refused; it can be taken as it is."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from annotator.cli import main
from annotator.domain.errors import UserError
from annotator.store.connection import open_store
from annotator.workspace.checking import check_project, repair_project
from annotator.workspace.projects import Project


@pytest.fixture
def copied(project, tmp_path):
    """Return a copy of the file of an open project, its log left behind."""
    return shutil.copy(project.path, tmp_path / "copied.annotator")


@pytest.mark.parametrize("read_only", [True, False])
def test_that_a_copy_without_its_log_is_refused_with_what_to_do(copied, tmp_path, read_only):
    path = tmp_path / "copied.annotator"
    with pytest.raises(UserError, match=r"copied\.annotator-wal; put that file beside it") as refused:
        open_store(path, read_only=read_only)
    assert refused.value.code == "lost-log"
    assert not list(tmp_path.glob("copied*.lock"))


def test_that_a_copy_with_its_log_opens(project, copied, tmp_path):
    shutil.copy(f"{project.path}-wal", tmp_path / "copied.annotator-wal")
    with Project.open(tmp_path / "copied.annotator") as opened:
        assert not opened.read_only


def test_that_a_copy_without_its_log_is_taken_as_it_is_when_asked_and_sound(copied, tmp_path, capfd):
    path = tmp_path / "copied.annotator"
    assert main(["check", str(path)]) == 1
    assert main(["check", str(path), "--repair"]) == 0
    assert check_project(path) == []
    with Project.open(path) as opened:
        assert not opened.read_only


def test_that_a_copy_that_cannot_be_mended_stays_refused(project, samples, tmp_path):
    from annotator.workspace.adding import add_paths

    add_paths(project, samples[:1])
    project.store.tidy()
    path = shutil.copy(project.path, tmp_path / "copied.annotator")
    with open_store(path, without_log=True) as store:
        store.keep_mark()
        with store.writing() as connection:
            connection.execute("UPDATE texts SET text = text || 'x'")
    repair_project(path)
    with pytest.raises(UserError, match="without"):
        open_store(path)


def test_that_a_project_opens_again_after_a_program_that_ended_without_closing_it(project):
    project.close()
    code = (
        "import sys; from pathlib import Path; from annotator.workspace.projects import Project\n"
        "held = Project.open(Path(sys.argv[1])); held.ensure_author(); raise SystemExit(3)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(project.path)], check=False)
    assert done.returncode == 3
    with Project.open(project.path) as opened:
        assert not opened.read_only


def test_that_a_project_that_was_closed_is_copied_whole(project, tmp_path):
    project.close()
    path = shutil.copy(project.path, tmp_path / "copied.annotator")
    with Project.open(path) as opened:
        assert not opened.read_only
