"""Two windows on one project: the second reads, says who holds it, follows, and takes over when it may."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys

import pytest

from annotator.domain.spans import State
from annotator.store.locks import lock_path
from annotator.workspace.backing_up import back_up
from annotator.workspace.projects import Project

_HOLDING = """
import sys
from pathlib import Path
from annotator.workspace.adding import add_paths
from annotator.workspace.projects import Project
with Project.open(Path(sys.argv[1]), author="binh") as project:
    print(project.read_only, flush=True)
    for line in sys.stdin:
        if line.strip() == "close":
            break
        add_paths(project, [Path(line.strip())])
        print("added", flush=True)
"""


@pytest.fixture
def holder(sample_project):
    """Let another process hold the sample project."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDING, str(sample_project)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "False\n"
    yield process
    process.kill()
    process.communicate()


def tell(process, line):
    process.stdin.write(line + "\n")
    process.stdin.flush()


def said(window):
    return window.status.notice.text()


def test_that_the_second_window_shows_what_the_first_decides(open_window, sample_project, qtbot):
    first, second = open_window(sample_project), open_window(sample_project)
    span = first.sheet.current
    second.projects.onlooking.look()
    first.commands["span.accept"].trigger()
    assert second.sheet.report.view.get(span.id).state is State.CANDIDATE
    qtbot.waitUntil(lambda: second.sheet.report.view.get(span.id).state is State.ACCEPTED, timeout=10_000)
    row = second.library.model.rows()[0]
    assert row.counts.left == first.sheet.report.view.counts.left


def test_that_reports_another_program_adds_appear(open_window, sample_project, holder, tmp_path, qtbot):
    window = open_window(sample_project)
    assert f"process {holder.pid}" in window.windowTitle()
    assert re.search(r"since \d+ [A-Z][a-z]{2} 20\d\d, \d\d:\d\d\)", window.windowTitle())
    report = tmp_path / "them.txt"
    report.write_text("Thu 7 tỷ đồng trong quý một.\n", encoding="utf-8")
    tell(holder, str(report))
    assert holder.stdout.readline() == "added\n"
    qtbot.waitUntil(lambda: "them" in [row.name for row in window.library.model.rows()], timeout=10_000)


def test_that_asking_for_writing_is_refused_while_the_other_works(open_window, sample_project, holder):
    window = open_window(sample_project)
    report_id = window.sheet.report.report_id
    window.commands["project.take"].trigger()
    assert f"is in use by {_user()}" in said(window)
    assert f"process {holder.pid}" in said(window)
    assert window.projects.project.read_only
    assert window.sheet.report.report_id == report_id


def test_that_a_project_let_go_is_offered_and_taken_over_where_one_was(
    open_window, sample_project, holder, qtbot, press
):
    window = open_window(sample_project)
    second = window.library.model.rows()[1].id
    window.open_report(second)
    tell(holder, "close")
    qtbot.waitUntil(lambda: "is free now" in said(window), timeout=20_000)
    assert window.projects.project.read_only
    window.commands["project.take"].trigger()
    assert not window.projects.project.read_only
    assert window.windowTitle() == "samples"
    assert said(window) == "samples is open for writing"
    assert window.sheet.report.report_id == second
    span = window.sheet.current
    press(window, "Enter")
    assert window.sheet.report.view.get(span.id).state is State.ACCEPTED


def test_that_a_holder_that_was_killed_is_noticed_and_its_place_taken(
    open_window, sample_project, holder, qtbot
):
    window = open_window(sample_project)
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert lock_path(sample_project).exists()
    qtbot.waitUntil(lambda: "is free now" in said(window), timeout=10_000)
    window.commands["project.take"].trigger()
    assert not window.projects.project.read_only
    window.commands["project.take"].trigger()
    assert said(window) == "the project is open for writing already"


def test_that_the_second_window_shows_what_the_first_restored(open_window, sample_project, qtbot):
    with Project.open(sample_project, author="an") as project:
        made = back_up(project)
    first, second = open_window(sample_project), open_window(sample_project)
    report_id = second.library.model.rows()[1].id
    second.open_report(report_id)
    first.open_report(report_id)
    span = first.sheet.current
    first.commands["span.accept"].trigger()
    qtbot.waitUntil(lambda: second.sheet.report.view.get(span.id).state is State.ACCEPTED, timeout=10_000)
    first.projects.backups.restore(sample_project, made.path)
    qtbot.waitUntil(lambda: "restored with 0" in said(first), timeout=60_000)
    # Work behind the second window meets the new file, and rescues nothing from a project it only reads.
    second.projects.project.beside().close()
    assert not list(sample_project.parent.glob("*.rescued*"))
    qtbot.waitUntil(lambda: "was replaced, as by a restore" in said(second), timeout=10_000)
    assert second.projects.project.read_only
    assert f"process {os.getpid()}" in second.windowTitle()
    assert second.sheet.report.report_id == report_id
    assert second.sheet.report.view.get(span.id).is_undecided
    first.open_report(report_id)
    first.commands["span.accept"].trigger()
    qtbot.waitUntil(lambda: second.sheet.report.view.get(span.id).state is State.ACCEPTED, timeout=10_000)


def test_that_a_lock_from_another_machine_on_a_share_is_said_with_what_to_do(
    open_window, sample_project, tmp_path, monkeypatch
):
    from annotator.store import shares

    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"30 21 0:9 / {tmp_path} rw - nfs4 server:/it rw\n")
    monkeypatch.setattr(shares, "MOUNTS", mounts)
    named = {"pid": 7, "host": "elsewhere", "user": "binh", "since": "2026-01-01T00:00:00+00:00"}
    lock_path(sample_project).write_text(json.dumps(named))
    window = open_window(sample_project)
    assert "binh on elsewhere" in window.windowTitle()
    window.projects.onlooking.look()
    assert "is free now" not in said(window)
    window.commands["project.take"].trigger()
    assert "delete samples.annotator.lock when that machine no longer runs" in said(window)
    lock_path(sample_project).unlink()
    window.commands["project.take"].trigger()
    assert not window.projects.project.read_only


def _user():
    from annotator.store.locks import user_name

    return user_name()
