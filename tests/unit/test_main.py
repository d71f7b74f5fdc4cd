"""Where nothing but the window is asked for, the shell is not loaded first."""

import subprocess
import sys
from pathlib import Path

import pytest

from annotator.__main__ import asks_for_the_window, main


@pytest.mark.parametrize("words", [[], ["work.annotator"], ["/a folder/work.annotator"]])
def test_that_no_words_or_one_project_ask_for_the_window(words):
    assert asks_for_the_window(words)


@pytest.mark.parametrize(
    "words",
    [
        ["check", "work.annotator"],
        ["--help"],
        ["work.annotator", "--author", "an"],
        ["formats"],
        ["-.annotator"],
    ],
)
def test_that_verbs_and_options_ask_for_the_shell(words):
    assert not asks_for_the_window(words)


def test_that_without_a_display_the_reason_is_one_line_and_the_exit_code_1(tmp_path):
    environment = {"PATH": "", "QT_QPA_PLATFORM": "offscreen", "ANNOTATOR_CONFIG": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "annotator", "work.annotator"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("there is no display")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("words", "project"), [([], None), (["tin.annotator"], Path("tin.annotator"))])
def test_that_the_window_opens_the_project_that_is_named_and_its_end_is_the_exit_code(
    monkeypatch, words, project
):
    opened = []
    monkeypatch.setattr("annotator.workspace.displays.window_obstacle", lambda: "")
    monkeypatch.setattr("annotator.app.run_window", lambda path: opened.append(path) or 0)
    monkeypatch.setattr(sys, "argv", ["annotator", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert opened == [project]


def test_that_a_verb_is_the_shell_s(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["annotator", "formats"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert "jsonl" in capsys.readouterr().out
