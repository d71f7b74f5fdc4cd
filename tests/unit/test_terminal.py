"""What ends a job is said in one line, is the exit code, and is JSON where that was asked for."""

from __future__ import annotations

import errno
import json
import os
import signal
import sys
from io import StringIO
from threading import Event

import pytest

from annotator.domain.errors import UserError
from annotator.terminal import Bar, finish, is_stopped, say, stop_on_interrupt


def raising(error):
    def job():
        raise error

    return job


def test_that_what_a_job_returns_is_the_exit_code(capsys):
    assert finish(lambda: 0) == 0
    assert finish(lambda: 1) == 1
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UserError("missing", "there is none", lines=["a", "b"]), 1, "there is none\na\nb\n"),
        (KeyboardInterrupt(), 1, "stopped\n"),
        (PermissionError(errno.EACCES, "Permission denied", "x.db"), 1, "x.db: Permission denied; check the"),
        (OSError(errno.ENOSPC, "No space left on device", "x.db"), 1, "x.db: No space left on device; check"),
        (OSError(errno.EIO, "Input/output error"), 3, "a bug in annotator"),
        (ValueError("Xã Suối Bạc"), 3, "ValueError in test_terminal.py:"),
        (BrokenPipeError(), 0, ""),
    ],
)
def test_that_what_ended_a_job_is_said_in_one_line_without_text_of_a_report(capsys, error, code, said):
    assert finish(raising(error)) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert bool(err) == bool(said)
    assert "Suối Bạc" not in err


def test_that_with_json_the_refusal_is_the_one_value_of_standard_output(capsys):
    assert finish(raising(UserError("missing", "there is none", lines=["a"])), as_json=True) == 1
    told = {"code": "missing", "message": "there is none", "lines": ["a"]}
    assert json.loads(capsys.readouterr().out) == {"error": told}


def test_that_an_output_that_is_full_is_named_and_is_no_bug(capfd):
    kept = os.dup(1)
    try:
        assert finish(raising(OSError(errno.ENOSPC, "No space left on device"))) == 1
    finally:
        os.dup2(kept, 1)
        os.close(kept)
    assert capfd.readouterr().err.startswith("standard output cannot be written (No space left on device)")


def test_that_nothing_is_said_where_nobody_listens(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stderr", None)
    say("a line")
    assert finish(raising(UserError("missing", "there is none"))) == 1
    assert capsys.readouterr().out == ""


def test_that_the_first_ctrl_c_asks_for_an_end_and_the_second_is_one(monkeypatch, capsys):
    monkeypatch.setattr("annotator.terminal._stopped", Event())
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        pressed_twice(capsys)
    assert signal.getsignal(signal.SIGINT) is before


def pressed_twice(capsys):
    with stop_on_interrupt():
        assert not is_stopped()
        signal.raise_signal(signal.SIGINT)
        assert is_stopped()
        assert "press Ctrl-C again" in capsys.readouterr().err
        signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("seen", [True, False])
def test_that_a_bar_is_drawn_where_somebody_sees_it_and_wiped_away(monkeypatch, seen):
    screen = StringIO()
    screen.isatty = lambda: seen
    monkeypatch.setattr(sys, "stderr", screen)
    with Bar("adding") as bar:
        bar.tell(1, 2, "tin")
        assert not bar.is_stopped()
    assert ("adding ████████████░░░░░░░░░░░░ 1/2 tin" in screen.getvalue()) == seen
    assert screen.getvalue().endswith("\r\x1b[K") == seen
