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
from annotator.workspace.limiting import reports_named
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
    assert len(list(folder.iterdir())) == 8 + 3, "losses, card and manifest too"
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
    with pytest.raises(UserError) as caught:
        export(many, ExportRequest("out-only", tmp_path / "blocked"))
    assert caught.value.code == "not-an-export"


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


@pytest.mark.parametrize("of", ["r0", "r1", "r2"])
def test_that_a_near_copy_goes_where_its_like_is_though_that_is_not_exported(project, tmp_path, of):
    words = " ".join(f"thôn {number} họp bàn việc làm đường" for number in range(40))
    texts = {f"r{at}": f"Xã {at}: {words.replace('thôn', f'khu-{at}')}." for at in range(3)}

    def add(name, text):
        report = Report(name, text)
        add_report(project.store, report)
        edit = Edit("add", Fragment(finished=False), Fragment(finished=True))
        project.commit([Draft(report.id, "an", "an", "b", edit)], {})
        return report.id

    for name, text in texts.items():
        add(name, text)
    first = splits_of(project, tmp_path / "a.jsonl")
    copy = add("copy", f"{texts[of]} Hết.")
    export(project, ExportRequest("jsonl", tmp_path / "b.jsonl", reports=(copy,)))
    assert json.loads((tmp_path / "b.jsonl").read_text("utf-8"))["split"] == first[of]


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


@pytest.mark.parametrize("format", [each.name for each in formats() if not each.suffix])
def test_that_nothing_of_an_earlier_export_is_read_back_as_gold(many, tmp_path, format):
    folder = tmp_path / "gold"
    export(many, ExportRequest(format, folder))
    whole = {path.name for path in folder.iterdir()}
    export(many, ExportRequest(format, folder, reports=tuple(many.report_ids()[:1])))
    export(many, ExportRequest(format, tmp_path / "alone", reports=tuple(many.report_ids()[:1])))
    assert {path.name for path in folder.iterdir()} == {path.name for path in (tmp_path / "alone").iterdir()}
    export(many, ExportRequest(format, folder))
    assert {path.name for path in folder.iterdir()} == whole


def test_that_another_format_takes_the_place_of_an_export_whole(many, tmp_path):
    folder = tmp_path / "gold"
    export(many, ExportRequest("brat", folder))
    export(many, ExportRequest("label-studio", folder))
    names = {path.name for path in folder.iterdir()}
    assert names == {"tasks.json", "config.xml", "manifest.json", "DATACARD.md"}


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        ({"labels": ("NOPE",)}, "unknown-label", "no label NOPE; it has PERSON, POSITION"),
        ({"reports": ("0123",)}, "no-report", "no report 0123"),
        ({"splits": ("middle",)}, "unknown-split", "no split middle; there are train, dev, test"),
        ({"author": "nobody"}, "unknown-author", "nobody has no work in this project; known: an"),
        ({"strategy": "trust=nobody"}, "unknown-author", "known: an"),
        ({"since": "2024-13-45"}, "bad-date", "2024-13-45 is not a day"),
        ({"until": "tomorrow"}, "bad-date", "tomorrow is not a day"),
        ({"since": "2024-02-02", "until": "2024-02-01"}, "bad-date", "2024-02-02 is after 2024-02-01"),
        ({"since": "2024-02-02"}, "no-gold", "within the limits (reports dated from 2024-02-02 to the last)"),
        ({"since": "20240202", "splits": ("dev",)}, "no-gold", "(splits dev; reports dated from 2024-02-02"),
    ],
)
def test_that_a_limit_that_names_nothing_there_is_refused(many, tmp_path, asked, code, said):
    for ask in (export, foresee):
        request = ExportRequest("jsonl", tmp_path / "g.jsonl", **asked)
        if ask is foresee and code == "no-gold":
            assert foresee(many, request).reports == 0
            continue
        with pytest.raises(UserError) as caught:
            ask(many, request)
        assert caught.value.code == code
        assert said in caught.value.message
    assert not list(tmp_path.glob("g.jsonl*"))


def test_that_a_report_by_another_name_is_refused_with_the_names_most_like_it(many):
    assert reports_named(many, ["r2", "r0"]) == tuple(many.report_ids()[at] for at in (2, 0))
    with pytest.raises(UserError, match="no report is named r22; there are r2, "):
        reports_named(many, ["r22"])


def test_that_manifest_and_card_say_what_an_export_was_limited_to(many, tmp_path):
    path = tmp_path / "g.jsonl"

    def told(**asked):
        export(many, ExportRequest("jsonl", path, **asked))
        manifest = json.loads((tmp_path / "g.jsonl.manifest.json").read_text("utf-8"))
        return manifest["limits"], (tmp_path / "g.jsonl.DATACARD.md").read_text("utf-8")

    limits, card = told()
    assert limits == {}
    assert "- Limits: none, all finished reports of the project." in card
    ids = tuple(many.report_ids()[:2])
    limits, card = told(reports=ids, labels=("ORG",), author="an", unfinished=True, candidates=True)
    whose = {"author": "an", "unfinished": True, "candidates": True}
    assert limits == {"reports": ["r0", "r1"], "labels": ["ORG"], **whose}
    assert "- Limits: reports r0, r1; labels ORG; the work of an; reports that are not finished too;" in card
    limits, card = told(splits=("train", "dev"), strategy="majority")
    assert limits == {"splits": ["train", "dev"], "strategy": "majority"}
    assert "splits train, dev; where authors differ: majority" in card


def test_that_the_card_says_how_spans_came_to_be_and_not_more(filled, many, report, tmp_path, work):
    work(filled, report.id, "an", accepting("org", "money", "thu"))
    export(filled, ExportRequest("jsonl", tmp_path / "g.jsonl"))
    told = json.loads((tmp_path / "g.jsonl.manifest.json").read_text("utf-8"))
    assert told["origins"] == {"accepted": 3, "drawn": 4}
    card = (tmp_path / "g.jsonl.DATACARD.md").read_text("utf-8")
    assert "- How the spans came to be: 3 accepted as proposed, 4 drawn by hand" in card
    drawn = tuple(report_id for report_id in many.report_ids() if report_id != report.id)
    export(many, ExportRequest("jsonl", tmp_path / "g.jsonl", reports=drawn))
    card = (tmp_path / "g.jsonl.DATACARD.md").read_text("utf-8")
    assert "- How the spans came to be: 4 drawn by hand." in card
    assert "rules" not in card


def test_that_every_loss_is_listed_in_a_file_beside(filled, report, tmp_path, work):
    work(filled, report.id, "an", accepting("org", "money", "thu"))
    path = tmp_path / "g.doccano.jsonl"
    export(filled, ExportRequest("doccano", path, candidates=True))
    lines = (tmp_path / "g.doccano.jsonl.losses.txt").read_text("utf-8").splitlines()
    told = json.loads((tmp_path / "g.doccano.jsonl.manifest.json").read_text("utf-8"))
    assert lines == told["losses"]
    for what in ("attributes", "scores", "notes of who decided", "undecided or rejected spans"):
        assert any(f" {what}" in line for line in lines), what
    assert {file["name"] for file in told["files"]} == {path.name, f"{path.name}.losses.txt"}


def test_that_a_place_that_would_be_refused_is_foreseen(many, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    found = foresee(many, ExportRequest("brat", tmp_path / "mine"))
    assert found.reports == 4
    assert "holds other files" in found.refusal
    assert foresee(many, ExportRequest("brat", tmp_path / "new")).refusal == ""
    assert "is a project" in foresee(many, ExportRequest("jsonl", many.path)).refusal


def test_that_reports_a_format_cannot_hold_are_losses_and_none_left_is_refused(many, tmp_path):
    marked = Report("marked", "Ngoặc ⟦ ở đây.")
    add_report(many.store, marked)
    OpenReport(many, marked.id).commit(editing.finish(OpenReport(many, marked.id).desk))
    folder = tmp_path / "gold"
    done = export(many, ExportRequest("markup", folder))
    assert done.reports == 4
    told = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert told["written"] == {"reports": 4, "spans": 4, "relations": 0}
    assert any("report left out: marked: its text holds the brackets" in line for line in told["losses"])
    with pytest.raises(UserError, match="markup can hold none of these reports") as caught:
        export(many, ExportRequest("markup", tmp_path / "none", reports=(marked.id,)))
    assert caught.value.code == "no-gold"
    assert "brackets" in caught.value.lines[0]
    assert not (tmp_path / "none").exists()
