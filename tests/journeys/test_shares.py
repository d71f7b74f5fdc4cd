"""A project on a network share is worked on, in the window and by verbs, after one warning."""

from __future__ import annotations

import pytest

from annotator.cli import main
from annotator.domain.spans import State
from annotator.store import shares


@pytest.fixture
def shared(tmp_path, monkeypatch):
    """Let the system say that the test's folder is on another machine."""
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"30 21 0:9 / {tmp_path} rw - cifs //server/it rw\n")
    monkeypatch.setattr(shares, "MOUNTS", mounts)


def warnings(window):
    said = []
    window.notices.refused.connect(said.append)
    return said


def test_that_the_window_warns_once_and_works(shared, open_window, sample_project, press):
    window = open_window()
    said = warnings(window)
    window.projects.open_path(sample_project)
    assert said == [
        "samples.annotator lies on a network share (cifs), which is slower and less safe; "
        "better copy it to this machine"
    ]
    span = window.sheet.current
    press(window, "Enter")
    assert window.sheet.report.view.get(span.id).state is State.ACCEPTED
    window.projects.close()
    assert not sample_project.with_name("samples.annotator-wal").exists()
    window.projects.open_path(sample_project)
    assert len(said) == 1
    assert window.sheet.report.view.get(span.id).state is State.ACCEPTED


def test_that_verbs_warn_once_and_work(shared, tmp_path, capfd):
    path, text = tmp_path / "work.annotator", tmp_path / "tin.txt"
    text.write_text("Thu 5 tỷ đồng.\n", encoding="utf-8")
    assert main(["new", str(path), "--author", "an"]) == 0
    said = []
    for words in (["add", str(path), str(text)], ["extract", str(path), "--jobs", "1"], ["check", str(path)]):
        assert main(words) == 0
        said += [line for line in capfd.readouterr().err.splitlines() if "network share" in line]
    assert len(said) == 1


def test_that_the_warning_is_said_in_vietnamese(shared, vietnamese, open_window, sample_project):
    window = open_window()
    said = warnings(window)
    window.projects.open_path(sample_project)
    assert "nằm trên thư mục mạng (cifs)" in said[0]
