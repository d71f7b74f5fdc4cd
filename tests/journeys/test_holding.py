"""A project somebody else holds: verbs wait or refuse, Ctrl-C ends the wait, the dead hold nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

from annotator.store.locks import user_name
from annotator.workspace.backing_up import back_up
from annotator.workspace.projects import Project

_HOLDING = """
import sys
from pathlib import Path
from annotator.workspace.projects import Project
with Project.open(Path(sys.argv[1]), author="binh") as project:
    print(project.read_only, flush=True)
    sys.stdin.readline()
"""


@contextmanager
def held(path):
    """Let another process hold a project; yield it, told to let go by closing its standard input."""
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDING, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout.readline() == "False\n"
        yield holder
    finally:
        holder.kill()
        holder.communicate()


def verb(*words):
    """Start a verb of the shell as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "annotator", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def path(tmp_path, schema):
    with Project.create(tmp_path / "work", schema=schema, author="an") as project:
        return project.path


@pytest.fixture
def text(tmp_path):
    made = tmp_path / "tin.txt"
    made.write_text("Thu 5 tỷ đồng.\n", encoding="utf-8")
    return made


def test_that_a_verb_refuses_a_project_in_use_and_names_its_holder(path, text):
    with held(path) as holder:
        refused = verb("add", path, text, "--wait", "0", "--json")
        out, err = refused.communicate(timeout=60)
    assert refused.returncode == 1
    assert f"process {holder.pid}" in err
    assert "close it there and try again" in err
    assert json.loads(out)["error"]["code"] == "locked"
    with Project.open(path, read_only=True) as project:
        assert project.report_ids() == []


def test_that_a_verb_told_to_wait_says_for_whom_and_goes_on_when_the_project_is_let_go(path, text):
    with held(path) as holder:
        waiting = verb("add", path, text, "--wait", "120")
        assert f"waiting for {user_name()} on" in waiting.stderr.readline()
        holder.communicate("\n")
        out, _ = waiting.communicate(timeout=60)
    assert (waiting.returncode, out) == (0, "added 1 of 1 reports\n")


def test_that_a_verb_that_waits_goes_on_when_the_holder_is_killed(path, text):
    with held(path) as holder:
        waiting = verb("add", path, text, "--wait", "120")
        assert "waiting for" in waiting.stderr.readline()
        holder.kill()
        assert waiting.wait(timeout=60) == 0


def test_that_ctrl_c_ends_the_wait_at_once(path, text):
    with held(path):
        waiting = verb("add", path, text, "--wait", "3600", "--json")
        assert "waiting for" in waiting.stderr.readline()
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=60)
    assert waiting.returncode == 1
    assert "stopped while work.annotator was in use by" in err
    assert json.loads(out)["error"]["code"] == "stopped"


def test_that_a_restore_waits_as_other_verbs_do_and_is_stopped_as_they_are(path):
    with Project.open(path) as project:
        made = back_up(project).path
    with held(path) as holder:
        waiting = verb("backup", path, "--restore", made, "--wait", "3600", "--json")
        assert f"waiting for {user_name()} on" in waiting.stderr.readline()
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=60)
        assert waiting.returncode == 1
        assert "stopped while work.annotator was in use by" in err
        assert json.loads(out)["error"]["code"] == "stopped"
        waiting = verb("backup", path, "--restore", made, "--wait", "120")
        assert "waiting for" in waiting.stderr.readline()
        holder.communicate("\n")
        out, _ = waiting.communicate(timeout=60)
    assert waiting.returncode == 0
    assert out.startswith("restored")


def test_that_verbs_that_only_read_do_not_wait(path):
    with held(path):
        for words in (("check", path), ("authors", path)):
            reading = verb(*words)
            assert reading.wait(timeout=60) == 0, reading.stderr.read()


def test_that_the_lock_of_a_dead_process_whose_number_another_has_is_taken_over(path):
    with held(path) as holder:
        lock = path.with_name(path.name + ".lock")
        named = json.loads(lock.read_text())
        holder.kill()
        holder.wait()
        # As when the number has gone to another process since: this one, which runs and holds nothing.
        lock.write_text(json.dumps({**named, "pid": os.getppid()}))
        with Project.open(path) as project:
            assert not project.read_only
