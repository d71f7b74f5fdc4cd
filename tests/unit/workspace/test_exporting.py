"""Gold written whole or not at all: nothing left behind by a cancel, the same gold the same hash."""

from __future__ import annotations

import hashlib
import json
import sqlite3

import pytest

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.history import Draft
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.store.reports import add_report
from annotator.workspace import editing
from annotator.workspace.exporting import ExportRequest, export, foresee, formats
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport


def accepting(*ids):
    return lambda desk: editing.accept(desk, ids)


def sha(path):
    with sqlite3.connect(path) as connection:
        return connection.execute("SELECT value FROM meta WHERE key = 'content_sha256'").fetchone()[0]


def test_that_the_same_gold_has_the_same_hash(filled, report, tmp_path, work):
    work(filled, report.id, "an", accepting("org", "money", "thu"))
    hashes = set()
    for name in ("a.db", "b.db"):
        export(filled, ExportRequest("sqlite", tmp_path / name))
        hashes.add(sha(tmp_path / name))
    filled.close()
    with Project.open(filled.path, read_only=True) as again:
        export(again, ExportRequest("sqlite", tmp_path / "c.db"))
    assert hashes == {sha(tmp_path / "c.db")}
    with Project.open(filled.path, author="an") as again:
        work(again, report.id, "an", lambda desk: editing.reject(desk, ["org"]))
        export(again, ExportRequest("sqlite", tmp_path / "d.db"))
    assert sha(tmp_path / "d.db") not in hashes


@pytest.fixture
def many(project):
    """Give a project with four finished reports."""
    for number in range(4):
        report = Report(f"r{number}", f"Tỉnh ủy họp lần {number}.\n")
        add_report(project.store, report)
        span = Span("a", 0, 7, "entity", "ORG", State.DRAWN)
        edit = Edit("add", Fragment(finished=False), Fragment((span,), finished=True))
        project.commit([Draft(report.id, "an", "an", "b", edit)], {})
    return project


@pytest.mark.parametrize(("format", "name"), [("sqlite", "g.db"), ("jsonl", "g.jsonl"), ("markup", "g")])
def test_that_a_cancel_leaves_nothing_behind(many, tmp_path, format, name):
    before = set(tmp_path.iterdir())
    told = []
    with pytest.raises(UserError) as caught:
        export(
            many,
            ExportRequest(format, tmp_path / name),
            progress=lambda *words: told.append(words),
            cancelled=lambda: len(told) == 3,
        )
    assert caught.value.code == "cancelled"
    assert told == [(0, 4, "r0"), (1, 4, "r1"), (2, 4, "r2")]
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize(("format", "name"), [("sqlite", "g.db"), ("jsonl", "g.jsonl"), ("markup", "g")])
def test_that_a_cancel_leaves_an_older_export_as_it_was(many, tmp_path, format, name):
    request = ExportRequest(format, tmp_path / name)
    export(many, request)

    def content():
        files = [tmp_path / name] if (tmp_path / name).is_file() else sorted((tmp_path / name).iterdir())
        return {path.name: path.read_bytes() for path in files}

    before = content()
    for report_id in many.report_ids():
        opened = OpenReport(many, report_id)
        opened.commit(editing.relabel(opened.desk, "a", "LOC"))
        opened.commit(editing.finish(opened.desk))
    asked = []
    with pytest.raises(UserError):
        export(many, request, cancelled=lambda: asked.append(1) or len(asked) > 3)
    assert content() == before
    export(many, request)
    assert content().keys() == before.keys()
    assert content() != before


def test_that_a_folder_is_for_its_owner_and_keeps_what_else_is_in_it(many, tmp_path):
    folder = tmp_path / "deep" / "gold"
    export(many, ExportRequest("markup", folder))
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in folder.iterdir())
    assert len(list(folder.iterdir())) == 8 + 2
    (folder / "notes.txt").write_text("mine")
    export(many, ExportRequest("markup", folder))
    assert (folder / "notes.txt").read_text() == "mine"
    assert {path.name for path in folder.parent.iterdir()} == {"gold"}


@pytest.mark.parametrize("format", ["sqlite", "jsonl", "markup"])
def test_that_a_place_that_cannot_be_written_is_said(many, tmp_path, format):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError) as caught:
        export(many, ExportRequest(format, tmp_path / "file" / "gold"))
    assert caught.value.code == "cannot-write"


def test_that_an_unknown_format_is_refused(many, tmp_path):
    with pytest.raises(UserError) as caught:
        export(many, ExportRequest("papyrus", tmp_path / "x"))
    assert caught.value.code == "unknown-plugin"


def test_that_progress_ends_at_the_whole(many, tmp_path):
    told = []
    export(many, ExportRequest("jsonl", tmp_path / "g.jsonl"), progress=lambda *words: told.append(words[:2]))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_that_sqlite_is_offered_first_and_every_format_that_writes():
    offered = formats()
    assert [(each.name, each.suffix) for each in offered][:4] == [
        ("sqlite", ".db"),
        ("jsonl", ".jsonl"),
        ("markup", ""),
        ("spacy", ""),
    ]
    assert all(each.title for each in offered)


def test_that_a_format_that_cannot_write_is_not_offered_and_refused(many, odd, tmp_path):
    assert "out-only" in {each.name for each in formats()}
    assert "in-only" not in {each.name for each in formats()}
    with pytest.raises(UserError) as caught:
        export(many, ExportRequest("in-only", tmp_path / "x"))
    assert caught.value.code == "cannot-write-format"


def test_that_folders_in_a_folder_go_where_they_belong(many, odd, tmp_path):
    for _ in range(2):
        export(many, ExportRequest("out-only", tmp_path / "out"))
        found = sorted(
            path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.txt")
        )
        assert found == [f"r{number}/text.txt" for number in range(4)]
    (tmp_path / "blocked" / "r0").mkdir(parents=True)
    (tmp_path / "blocked" / "r0" / "text.txt").mkdir()
    with pytest.raises(UserError) as caught:
        export(many, ExportRequest("out-only", tmp_path / "blocked"))
    assert caught.value.code == "cannot-write"


def test_that_a_manifest_and_a_card_tell_what_was_written(many, tmp_path):
    path = tmp_path / "gold.jsonl"
    done = export(many, ExportRequest("jsonl", path))
    told = json.loads((tmp_path / "gold.jsonl.manifest.json").read_text("utf-8"))
    assert (told["reports"], told["spans"]) == (done.reports, done.spans)
    assert sum(told["labels"].values()) == done.spans
    assert sum(told["splits"].values()) == done.reports
    assert told["files"] == [
        {
            "name": "gold.jsonl",
            "bytes": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
    ]
    card = (tmp_path / "gold.jsonl.DATACARD.md").read_text("utf-8")
    assert f"Gold of {done.reports} Vietnamese provincial reports" in card
    assert {file.stat().st_mode & 0o777 for file in tmp_path.glob("gold.jsonl*")} == {0o600}


def splits_of(project, path):
    export(project, ExportRequest("jsonl", path))
    return {line["name"]: line["split"] for line in map(json.loads, path.open(encoding="utf-8"))}


def test_that_a_report_keeps_its_split_in_every_later_export(many, tmp_path, report):
    first = splits_of(many, tmp_path / "a.jsonl")
    assert set(first.values()) >= {"train", "dev", "test"}
    late = Report("0-muon", "Sở Y tế họp. " + report.text)
    add_report(many.store, late)
    OpenReport(many, late.id).commit(editing.finish(OpenReport(many, late.id).desk, leftovers="reject"))
    again = splits_of(many, tmp_path / "b.jsonl")
    assert again.items() >= first.items()
    assert again["0-muon"]


def test_that_an_export_can_be_limited_to_labels_splits_and_dates(many, tmp_path):
    path = tmp_path / "g.jsonl"
    splits = splits_of(many, path)
    export(many, ExportRequest("jsonl", path, labels=("ORG",)))
    lines = [json.loads(line) for line in path.open(encoding="utf-8")]
    assert {span["label"] for line in lines for span in line["spans"]} <= {"ORG"}
    assert all(line["relations"] == [] for line in lines)
    export(many, ExportRequest("jsonl", path, splits=("dev",)))
    names = {json.loads(line)["name"] for line in path.open(encoding="utf-8")}
    assert names == {name for name, split in splits.items() if split == "dev"}
    with pytest.raises(UserError) as caught:
        export(many, ExportRequest("jsonl", path, since="1990-01-01", until="1990-12-31"))
    assert caught.value.code == "no-gold"


def test_that_every_report_without_gold_is_named_when_none_has_any(project, add, tmp_path):
    add("Tỉnh ủy họp.", "Thu 5%.", "Không có gì.")
    with pytest.raises(UserError) as caught:
        export(project, ExportRequest("sqlite", tmp_path / "g.db"))
    assert caught.value.code == "no-gold"
    assert "--unfinished" in caught.value.message
    assert caught.value.lines == tuple(f"left out: r{n}: nobody has worked on it" for n in range(3))
    with pytest.raises(UserError) as caught:
        export(project, ExportRequest("sqlite", tmp_path / "g.db", unfinished=True))
    assert "--unfinished" not in caught.value.message


def test_that_an_export_is_of_one_moment_whatever_is_decided_meanwhile(many, tmp_path):
    first, *_, last = many.report_ids()

    def decide(done, whole, name):
        if done == 1:
            with many.beside() as beside:
                opened = OpenReport(beside, last)
                opened.commit(editing.reject(opened.desk, ["a"]))
                opened.commit(editing.finish(opened.desk))

    done = export(many, ExportRequest("jsonl", tmp_path / "g.jsonl"), progress=decide)
    assert (done.reports, done.spans) == (4, 4)
    assert not many.decisions(last).spans
    assert many.decisions(first).spans["a"].is_standing


def test_that_what_an_export_would_take_is_told_and_nothing_written(project, add, many, tmp_path):
    add("Không có gì.")
    found = foresee(project, ExportRequest("sqlite", tmp_path / "g.db"))
    assert found.reports == 4
    assert found.left_out == ("r0: nobody has worked on it",)
    assert not list(tmp_path.glob("g*"))
    with pytest.raises(UserError):
        foresee(project, ExportRequest("sqlite", tmp_path / "g.db"), cancelled=lambda: True)
