"""Ctrl-C ends long work of the shell cleanly: what was done is kept, what is left is said, exit code 1."""

from __future__ import annotations

import json
import signal

import pytest

from annotator import terminal
from annotator.cli import main
from annotator.workspace.projects import Project


@pytest.fixture
def ctrl_c(monkeypatch):
    """Give a function that runs the shell as from a terminal, Ctrl-C pressed after so many reports."""
    tell = terminal.Bar.tell

    def run(words, *, after):
        pressed = []

        def told(bar, done, whole, name):
            tell(bar, done, whole, name)
            if done >= after and not pressed:
                pressed.append(done)
                signal.raise_signal(signal.SIGINT)

        monkeypatch.setattr(terminal.Bar, "tell", told)
        monkeypatch.setattr(terminal, "_stopped", type(terminal._stopped)())
        with terminal.stop_on_interrupt():
            code = main([str(word) for word in words])
        terminal._stopped.clear()
        return code

    return run


@pytest.fixture
def work(tmp_path, capfd):
    path = tmp_path / "work.annotator"
    assert main(["new", str(path), "--author", "an"]) == 0
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(6):
        (folder / f"tin-{number}.txt").write_text(
            f"Ngày {number + 1}/2/2023, thu 5 tỷ đồng.\n", encoding="utf-8"
        )
    capfd.readouterr()
    return path


def count(path):
    with Project.open(path, read_only=True) as project:
        return len(project.report_ids())


def test_that_adding_that_was_stopped_says_what_is_left(work, ctrl_c, capfd):
    assert ctrl_c(["add", work, work.parent / "reports"], after=2) == 1
    said = capfd.readouterr()
    assert said.out == "added 3 of 6 reports\n"
    assert said.err.endswith("stopped; 3 files left\n")
    assert count(work) == 3


def test_that_the_json_of_adding_names_the_files_that_are_left(work, ctrl_c, capfd):
    assert ctrl_c(["add", work, work.parent / "reports", "--json"], after=2) == 1
    outcomes = json.loads(capfd.readouterr().out)
    assert [each["outcome"] for each in outcomes] == ["added"] * 3 + ["left"] * 3
    assert [each["path"][-5:] for each in outcomes[3:]] == ["3.txt", "4.txt", "5.txt"]


def test_that_extracting_that_was_stopped_says_what_is_left(work, ctrl_c, capfd):
    assert main(["add", str(work), str(work.parent / "reports")]) == 0
    capfd.readouterr()
    assert ctrl_c(["extract", work, "--jobs", "1", "--json"], after=2) == 1
    said = capfd.readouterr()
    outcomes = json.loads(said.out)
    assert len(outcomes) == 6
    left = [each["name"] for each in outcomes if each["left"]]
    assert left
    assert said.err.endswith(f"stopped; {len(left)} reports left\n")
    assert main(["extract", str(work), "--jobs", "1"]) == 0
    assert f"in {len(left)} reports" in capfd.readouterr().out
