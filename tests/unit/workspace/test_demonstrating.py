"""The sample project: whole or not there, used again, and its gold."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys

import pytest

from annotator.domain.errors import UserError
from annotator.store.integrity import check
from annotator.workspace.demonstrating import NAME, demo_gold, make_demo
from annotator.workspace.extracting import unextracted
from annotator.workspace.projects import Project


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Make the sample project once."""
    return make_demo(tmp_path_factory.mktemp("demo") / "here", author="an")


@pytest.fixture
def demo(made, tmp_path):
    """Give a copy of the sample project of this test's own."""
    return shutil.copy(made, tmp_path / NAME)


def test_that_every_sample_is_there_with_its_candidates(made, samples):
    with Project.open(made, author="an") as project:
        rows = project.rows()
        assert sorted(row.name for row in rows) == [path.stem for path in samples]
        assert all(row.counts.left > 10 for row in rows)
        assert unextracted(project) == []
        assert check(project.store) == []
    assert made.stat().st_mode & 0o777 == 0o600
    assert made.parent.stat().st_mode & 0o777 == 0o700
    assert {path.name for path in made.parent.iterdir()} == {NAME}


def test_that_a_sample_project_that_is_there_is_used_again(demo):
    before = demo.read_bytes()
    told = []
    assert make_demo(demo.parent, progress=lambda *words: told.append(words)) == demo
    assert (demo.read_bytes(), told) == (before, [])


def test_that_its_gold_is_written_beside_it_and_again(demo):
    for _ in range(2):
        done = demo_gold(demo)
        assert (done.reports, done.left_out, done.path.parent) == (6, (), demo.parent)
        with sqlite3.connect(done.path) as connection:
            (count,) = connection.execute(
                "SELECT count(*) FROM gold_figures WHERE indicator <> ''"
            ).fetchone()
        assert count > 20


def test_that_a_cancel_leaves_no_half_project(tmp_path):
    told = []
    with pytest.raises(UserError) as caught:
        make_demo(
            tmp_path / "demo", progress=lambda *words: told.append(words), cancelled=lambda: len(told) > 1
        )
    assert caught.value.code == "cancelled"
    assert list((tmp_path / "demo").iterdir()) == []


def test_that_a_program_that_dies_half_way_leaves_no_project_that_looks_whole(tmp_path, samples):
    program = (
        "import os, sys\nfrom pathlib import Path\n"
        "from annotator.workspace.demonstrating import make_demo\n"
        "make_demo(Path(sys.argv[1]), author='an', progress=lambda *told: os._exit(9))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert done.returncode == 9
    assert not (tmp_path / NAME).exists()
    with Project.open(make_demo(tmp_path, author="an")) as project:
        assert len(project.rows()) == len(samples)
        assert unextracted(project) == []


def test_that_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError) as caught:
        make_demo(tmp_path / "file" / "demo")
    assert caught.value.code == "no-folder"
