"""A verb whose output nobody reads any more, as `annotator agree --json | head`, ends without a word."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.domain.reports import Report
from annotator.store.reports import add_report
from annotator.workspace import editing
from annotator.workspace.reading import OpenReport

LINE = "Sở Y tế họp với Sở Tài chính.\n"


@pytest.fixture
def path(project):
    """Give a project that two persons have finished a report of, with much to tell."""
    add_report(project.store, Report("r", LINE * 200))
    (report_id,) = project.report_ids()
    for name in ("an", "binh"):
        project.author = name
        project.ensure_author()
        opened = OpenReport(project, report_id)
        for number in range(name == "binh", 200):
            start = number * len(LINE)
            opened.commit(editing.draw(opened.desk, start, start + 7, "ORG"))
        opened.commit(editing.finish(opened.desk, leftovers="reject"))
    project.close()
    return project.path


def run(*words, stdout, stderr=subprocess.PIPE):
    program = "import sys; from annotator.cli import run; run()"
    return subprocess.Popen([sys.executable, "-c", program, *words], stdout=stdout, stderr=stderr)


def unread(*words, both=False):
    """Run a verb whose standard output, or both, nobody reads; give its exit code and what it said."""
    reading, writing = os.pipe()
    os.close(reading)
    with run(*words, stdout=writing, stderr=writing if both else subprocess.PIPE) as process:
        os.close(writing)
        _, said = process.communicate(timeout=60)
    return process.returncode, said or b""


@pytest.mark.parametrize(
    "words",
    [
        ["agree"],
        ["agree", "--json"],
        ["disputes", "--json"],
        ["authors"],
        ["check", "--json"],
    ],
    ids=" ".join,
)
def test_that_a_verb_nobody_reads_ends_without_a_word(path, words):
    assert unread(words[0], str(path), *words[1:]) == (0, b"")


@pytest.mark.parametrize(
    "words", [["--help"], ["formats"], ["doctor"], ["schema", "export", "--help"]], ids=" ".join
)
def test_that_help_and_lists_nobody_reads_end_without_a_word(words):
    code, said = unread(*words)
    assert (code in (0, 1), said) == (True, b"")


def test_that_the_rest_of_a_long_answer_is_let_go(path):
    with run("disputes", str(path), "--json", stdout=subprocess.PIPE) as process:
        assert process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


@pytest.mark.parametrize(
    "words", [["agree", "--json"], ["agree", "no-such.annotator", "--json"]], ids=" ".join
)
def test_that_a_verb_whose_complaints_nobody_reads_ends_too(words):
    code, _ = unread(*words, both=True)
    assert code in (1, 2)


def test_that_a_full_disk_behind_the_output_is_one_line(path):
    with Path("/dev/full").open("wb") as full, run("agree", str(path), stdout=full) as process:
        said = process.stderr.read().decode()
    assert process.returncode == 1
    assert said.count("\n") == 1
    assert "standard output" in said
