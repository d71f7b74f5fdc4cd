"""Where nothing but the window is asked for, the shell is not loaded first."""

import subprocess
import sys

import pytest

from annotator.__main__ import asks_for_the_window


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
