"""Pipes, devices and rings of links in the place of a file: one line, at once, and nothing is changed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from annotator import plugins
from annotator.domain.errors import UserError
from annotator.resources import schema_from_file
from annotator.text.loading.base import LARGEST, read_bytes

# A verb that waits for a pipe would wait for ever: each runs in a process that is ended after a while.
READ = """
import os, sys
from annotator.cli import main
for kind in sys.argv[1].split():
    for words in {verbs}:
        code = main([kind if word == "KIND" else word for word in words])
        assert code in (1, 2), (kind, words, code)
"""


def made(folder):
    """Make a pipe, a link to a device, a link to itself and a folder with a link to itself."""
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe.docx")
    os.mkfifo(folder / "pipe")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "ring.txt").symlink_to(folder / "ring.txt")
    (folder / "round").mkdir()
    (folder / "round" / "again").symlink_to(folder / "round")
    return "pipe.txt pipe.docx pipe zero.txt ring.txt round"


VERBS = [
    ["add", "p.annotator", "KIND"],
    ["import", "p.annotator", "KIND", "--format", "jsonl", "--map-file", "KIND"],
    ["merge", "p.annotator", "KIND"],
    ["check", "KIND"],
    ["new", "q", "--schema", "KIND"],
    ["schema", "import", "p.annotator", "KIND"],
    ["prelabel", "KIND", "-o", "out.jsonl"],
    ["evaluate", "KIND", "KIND"],
    *(
        ["import", "p.annotator", "KIND", "--format", name]
        for name in plugins.names("formats")
        if plugins.load("formats", name)().can_read
    ),
]


def test_that_no_verb_waits_for_what_is_no_file(project, tmp_path):
    project.close()
    project.path.rename(tmp_path / "p.annotator")
    kinds = made(tmp_path)
    program = [sys.executable, "-c", READ.replace("{verbs}", repr(VERBS)), kinds]
    done = subprocess.run(program, cwd=tmp_path, capture_output=True, timeout=60, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "a bug in" not in done.stderr
    assert "is a pipe or a device" in done.stderr
    assert not (tmp_path / "q.annotator").exists()


@pytest.mark.parametrize("kind", ["pipe.txt", "zero.txt"])
def test_that_a_pipe_is_told_from_a_file(tmp_path, kind):
    made(tmp_path)
    for read in (read_bytes, schema_from_file):
        with pytest.raises(UserError) as caught:
            read(tmp_path / kind)
        assert "is a pipe or a device" in caught.value.message


def test_that_a_file_that_says_it_is_empty_and_never_ends_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.text.loading.base.LARGEST", 10)
    path = tmp_path / "growing.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(UserError, match="larger than"):
        read_bytes(path)
    assert LARGEST > 10
