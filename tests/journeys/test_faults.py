"""What goes wrong around the window is said in one line, changes nothing, and leaves the window alive."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

import pytest

from annotator.cli import main
from annotator.domain.spans import State
from annotator.workspace import editing, working
from annotator.workspace.assigning import members
from annotator.workspace.exporting import ExportRequest, export
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport
from annotator.workspace.working import Limits


@pytest.fixture
def window(open_window, sample_project):
    """Return a window on the sample project, and what it refuses or reports in `said`."""
    made = open_window(sample_project)
    made.said = []
    made.notices.refused.connect(made.said.append)
    made.notices.bug.connect(lambda text: made.said.append(f"BUG {text}"))
    return made


def extracting(window, qtbot):
    """Begin to extract every report again, in one worker; return its process."""
    from annotator.workspace.extracting import extract_reports

    ids = window.projects.project.report_ids()

    def work(project, tell, stopped):
        return extract_reports(project, ids, jobs=1, progress=tell, cancelled=stopped)

    before = set(multiprocessing.active_children())
    outcomes = []
    window.projects.run("finding candidates", work, outcomes.extend)
    qtbot.waitUntil(lambda: bool(set(multiprocessing.active_children()) - before), timeout=30_000)
    (worker,) = set(multiprocessing.active_children()) - before
    return worker, outcomes, ids


def test_that_a_worker_that_is_killed_is_replaced_and_its_report_named(window, qtbot):
    worker, outcomes, ids = extracting(window, qtbot)
    os.kill(worker.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: window.jobs.running is None, timeout=60_000)
    failed = [each.message for each in outcomes if each.message]
    assert len(outcomes) == len(ids)
    assert len(failed) == 1
    assert "the worker process ended (-9)" in failed[0]
    assert window.said == []


def test_that_a_worker_that_hangs_is_ended_and_the_window_goes_on(
    new_processes, window, qtbot, press, monkeypatch
):
    monkeypatch.setattr(working, "LIMITS", Limits(seconds=4.0, seconds_per_thousand=0.0))
    worker, outcomes, ids = extracting(window, qtbot)
    os.kill(worker.pid, signal.SIGSTOP)
    span = window.sheet.current
    press(window, "Enter")
    assert window.sheet.report.view.get(span.id).state is State.ACCEPTED
    qtbot.waitUntil(lambda: window.jobs.running is None, timeout=60_000)
    failed = [each.message for each in outcomes if each.message]
    assert len(outcomes) == len(ids)
    assert len(failed) == 1
    assert "took more than 4 seconds" in failed[0]
    assert new_processes() == []


@pytest.mark.parametrize("how", ["deleted", "moved", "replaced"])
def test_that_a_project_gone_from_under_the_window_takes_no_decision_and_loses_none(
    window, sample_project, press, how, open_window
):
    first = window.sheet.current
    press(window, "Enter")
    other = sample_project.with_name("other")
    if how == "deleted":
        sample_project.unlink()
    elif how == "moved":
        sample_project.rename(other)
    else:
        shutil.copy(sample_project, other)
        other.replace(sample_project)
    second = window.sheet.current
    press(window, "Enter")
    assert window.sheet.report.view.get(second.id).state is State.CANDIDATE
    (line,) = window.said
    rescued = sample_project.with_name("samples.rescued.annotator")
    assert "moved, deleted or replaced" in line
    assert str(rescued) in line
    window.projects.open_path(rescued)
    assert window.projects.project.path == rescued
    assert window.sheet.report.view.get(first.id).state is State.ACCEPTED
    press(window, "Enter")
    assert len(window.said) == 1
    assert main(["check", str(rescued)]) == 0


def test_that_a_database_another_program_locks_refuses_decisions_until_it_lets_go(
    window, sample_project, press
):
    span = window.sheet.current
    with closing(sqlite3.connect(sample_project, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        press(window, "Enter")
        assert "another program holds the file" in window.said[0]
        assert window.sheet.report.view.get(span.id).state is State.CANDIDATE
        other.execute("ROLLBACK")
    press(window, "Enter")
    assert window.sheet.report.view.get(span.id).state is State.ACCEPTED
    assert len(window.said) == 1


@pytest.mark.parametrize("format_", ["sqlite", "jsonl", "markup", "csv"])
def test_that_an_export_whose_folder_is_removed_meanwhile_is_whole_or_refused(
    window, qtbot, tmp_path, format_
):
    held = window.projects.project
    opened = OpenReport(held, held.report_ids()[0])
    opened.commit(editing.finish(opened.desk, leftovers="accept"))
    out = tmp_path / "out"
    out.mkdir()
    request = ExportRequest(format=format_, path=out / "gold")
    done = []

    def work(project, tell, stopped):
        def removed(*_):
            shutil.rmtree(out, ignore_errors=True)

        return export(project, request, progress=removed, cancelled=stopped)

    window.projects.run("exporting", work, done.append)
    qtbot.waitUntil(lambda: bool(done or window.said), timeout=60_000)
    if done:
        assert request.path.exists()
    else:
        assert window.said[0].startswith("cannot")
        assert not request.path.exists()
    window.said.clear()
    window.projects.export(request)
    qtbot.waitUntil(lambda: window.jobs.running is None, timeout=60_000)
    assert window.said == []
    assert request.path.exists()


if os.name == "posix":

    @pytest.fixture
    def nobody():
        """Return a folder of its own, worked in without the rights of the administrator."""
        folder = Path(mkdtemp(prefix="faults-"))
        folder.chmod(0o755)
        before = os.geteuid()
        if before == 0:
            os.chown(folder, 65534, 65534)
        yield folder
        os.seteuid(before)
        folder.chmod(0o755)
        shutil.rmtree(folder)

    def give_up_rights(*paths):
        for path in paths:
            if os.geteuid() == 0:
                os.chown(path, 65534, 65534)
        if os.geteuid() == 0:
            os.seteuid(65534)

    @pytest.mark.parametrize("of", ["file", "folder"])
    def test_that_a_project_that_cannot_be_written_is_read_and_verbs_say_so(
        open_window, extracted_samples, nobody, own_settings, press, capfd, of
    ):
        path = Path(shutil.copy(extracted_samples, nobody / "work.annotator"))
        path.chmod(0o400 if of == "file" else 0o600)
        window = open_window()
        give_up_rights(path)
        nobody.chmod(0o500 if of == "folder" else 0o700)
        window.projects.open_path(path)
        said = []
        window.notices.refused.connect(said.append)
        assert window.projects.project.read_only
        assert window.projects.project.holder is None
        press(window, "Enter")
        assert said == ["the project is read-only"]
        window.commands["project.take"].trigger()
        assert said[-1] == "work.annotator cannot be written; copy it elsewhere or free it"
        window.projects.close()
        assert main(["authors", str(path), "--add", "binh"]) == 1
        assert "cannot be written" in capfd.readouterr().err
        assert main(["check", str(path)]) == 0
        with Project.open(path, read_only=True) as project:
            assert "binh" not in [each.name for each in members(project)]

    def test_that_nothing_is_made_or_written_in_a_folder_that_takes_nothing(
        sample_project, nobody, extracted_samples, capfd
    ):
        path = Path(shutil.copy(extracted_samples, nobody / "work.annotator"))
        give_up_rights(path)
        nobody.chmod(0o500)
        assert main(["new", str(nobody / "new.annotator")]) == 1
        assert "the folder is read-only; choose another folder" in capfd.readouterr().err
        assert main(["schema", "export", str(path), "-o", str(nobody / "schema.toml")]) == 1
        assert "choose another place" in capfd.readouterr().err
        assert [each.name for each in nobody.iterdir()] == ["work.annotator"]
