"""A disk that takes no more: one line says so, nothing is half-written, and all goes on once there is room.

The system itself refuses to make files longer (RLIMIT_FSIZE), so that every layer meets a real error.
`benchmarks/full_disk.py` does the same on a disk that is really full.
"""

from __future__ import annotations

import json
import resource
from contextlib import contextmanager, nullcontext

import pytest

from annotator.cli import main
from annotator.domain.spans import State
from annotator.store.integrity import check
from annotator.workspace import editing
from annotator.workspace.exporting import ExportRequest
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport

ROOM = 4096
"""Bytes a file may have on the full disk: settings fit, nothing of a project does."""


@contextmanager
def full_disk():
    """Let no file of this process grow beyond what a full disk takes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def finished(sample_project):
    """Return the sample project with one report finished."""
    with Project.open(sample_project, author="an") as project:
        opened = OpenReport(project, project.report_ids()[0])
        opened.commit(editing.finish(opened.desk, leftovers="accept"))
    return sample_project


@pytest.fixture
def verb(capsys):
    """Return what runs a verb, on a full disk or not, and returns its exit code and what it said."""

    def run(*words, full=True):
        with full_disk() if full else nullcontext():
            code = main([str(word) for word in words])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def refused(verb):
    """Return what runs a verb on a full disk and looks that it says so, as a line and as JSON."""

    def run(words, *, codes=frozenset({"disk-full", "cannot-write", "cannot-back-up"})):
        code, out, err = verb(*words, "--json")
        assert code == 1, err
        error = json.loads(out)["error"]
        assert error["code"] in codes
        assert len(err.strip().splitlines()) == 1, err
        assert "; " in error["message"], "what to do is said after a semicolon"

    return run


def files(folder):
    return sorted(
        path.name for path in folder.rglob("*") if not path.name.endswith(("-wal", "-shm")) and path.is_file()
    )


def test_that_decisions_are_refused_until_there_is_room_and_none_is_half_made(
    open_window, sample_project, press
):
    window = open_window(sample_project)
    span = window.sheet.current
    said = []
    window.notices.refused.connect(said.append)
    window.notices.bug.connect(said.append)
    with full_disk():
        for key in ("Enter", "Delete", "Shift+2"):
            press(window, key)
            assert window.sheet.report.view.get(span.id).state is State.CANDIDATE
        assert len(said) == 3
        assert all("nothing was changed" in line for line in said)
        assert window.sheet.current.id == span.id
    press(window, "Enter")
    assert window.sheet.report.view.get(span.id).state is State.ACCEPTED
    window.projects.close()
    with Project.open(sample_project, author="an") as project:
        assert check(project.store) == []
        assert project.decisions(project.report_ids()[0]).spans[span.id].state is State.ACCEPTED


def test_that_long_work_of_the_window_says_that_the_disk_is_full_and_leaves_nothing(
    open_window, finished, qtbot, tmp_path, samples
):
    window = open_window(finished)
    out = tmp_path / "out"
    out.mkdir()
    report = tmp_path / "more.txt"
    report.write_text("Bản tin số 7.\n" + samples[0].read_text(encoding="utf-8"), encoding="utf-8")
    said = []
    window.notices.refused.connect(said.append)
    window.notices.bug.connect(lambda text: said.append(f"BUG {text}"))
    before = len(window.projects.project.report_ids())
    with full_disk():
        for format_ in ("sqlite", "jsonl", "xlsx"):
            with qtbot.waitSignal(window.jobs.ended, timeout=60_000):
                window.projects.export(ExportRequest(format=format_, path=out / f"gold.{format_}"))
            qtbot.waitUntil(lambda: len(said) > 0)
            assert said.pop().startswith(("cannot write", "gold"))
        with qtbot.waitSignal(window.jobs.ended, timeout=60_000):
            window.projects.add([report])
    assert files(out) == []
    assert not [line for line in said if line.startswith("BUG")]
    assert len(window.projects.project.report_ids()) == before
    with qtbot.waitSignal(window.jobs.ended, timeout=60_000):
        window.projects.export(ExportRequest(format="jsonl", path=out / "gold.jsonl"))
    assert "gold.jsonl" in files(out)


@pytest.mark.parametrize("name", ["gold.db", "gold.jsonl", "gold.csv", "gold.xlsx", "gold"])
def test_that_exporting_leaves_what_was_there(finished, tmp_path, name, verb, refused):
    formats = {"gold": "markup", "gold.db": "sqlite"}
    format_ = formats.get(name, name.partition(".")[2])
    out = tmp_path / "out"
    out.mkdir()
    refused(["export", finished, "--format", format_, "-o", out / name])
    assert files(out) == []
    assert verb("export", finished, "--format", format_, "-o", out / name, full=False)[0] == 0


def test_that_verbs_that_write_change_nothing_and_repeated_do_all(finished, tmp_path, samples, verb, refused):
    report = tmp_path / "more.txt"
    report.write_text("Bản tin số 7.\n" + samples[0].read_text(encoding="utf-8"), encoding="utf-8")
    work = tmp_path / "binh"
    work.mkdir()
    name = sorted(path.stem for path in samples)[0]
    text = next(path for path in samples if path.stem == name).read_text(encoding="utf-8")
    (work / f"{name}.entity.txt").write_text(f"⟦ORG|{text[:9]}⟧{text[9:]}", encoding="utf-8")
    writing = [
        ["import", finished, work, "--format", "markup", "--author", "binh"],
        ["extract", finished, "--again", "--finished", "--jobs", "1"],
        ["bundle", finished, "--author", "an", "-o", tmp_path / "an.bundle"],
        ["authors", finished, "--add", "chi"],
        ["assign", finished, "--analysts", "an,chi"],
    ]
    with Project.open(finished, read_only=True) as project:
        before = [project.decisions(each, "an") for each in project.report_ids()]
    for words in writing:
        refused(words)
    code, out, _ = verb("add", finished, report, "--json")
    assert code == 1
    assert "disk" in out
    with Project.open(finished, read_only=True) as project:
        assert check(project.store) == []
        assert [project.decisions(each, "an") for each in project.report_ids()] == before
    assert "an.bundle" not in files(tmp_path)
    for words in (*writing, ["add", finished, report]):
        assert verb(*words, full=False)[0] == 0, words


def test_that_no_project_is_begun_where_there_is_no_room(tmp_path, refused):
    refused(["new", tmp_path / "new.annotator"])
    assert list(tmp_path.iterdir()) == []


def test_that_backups_restores_and_merges_leave_the_project_and_its_backups_as_they_are(
    finished, verb, refused
):
    _, out, _ = verb("backup", finished, "--json", full=False)
    made = json.loads(out)["path"]
    with Project.open(finished, author="an") as project:
        opened = OpenReport(project, project.report_ids()[1])
        opened.commit(editing.finish(opened.desk, leftovers="accept"))
        before = [project.decisions(each, "an") for each in project.report_ids()]
    writing = [["backup", finished], ["merge", finished, made], ["backup", finished, "--restore", made]]
    held = files(finished.parent)
    for words in writing:
        refused(words)
        assert files(finished.parent) == held
    with Project.open(finished, read_only=True) as project:
        assert check(project.store) == []
        assert [project.decisions(each, "an") for each in project.report_ids()] == before
    for words in writing:
        assert verb(*words, full=False)[0] == 0, words
    with Project.open(finished, read_only=True) as project:
        assert not project.decisions(project.report_ids()[1], "an").finished
