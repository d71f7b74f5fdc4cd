"""The whole job from the shell, with its exit codes and its one line for bad input."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import click
import pytest

from annotator.cli import main, verbs
from annotator.formats.markup import read_folder


@pytest.fixture
def work(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    assert main(["new", str(tmp_path / "work"), "--author", "an"]) == 0
    capfd.readouterr()
    return tmp_path / "work.annotator"


def complaint(capfd: pytest.CaptureFixture[str]) -> str:
    """Return the one line that was said."""
    said = capfd.readouterr().err.strip()
    assert said
    assert "\n" not in said
    assert "Traceback" not in said
    return said


def test_that_reports_go_from_files_to_a_gold_file(work, samples, tmp_path, schema, capfd) -> None:
    folder = samples[0].parent
    assert main(["add", str(work), str(folder)]) == 0
    assert main(["extract", str(work), "--jobs", "2"]) == 0
    capfd.readouterr()
    assert main(["export", str(work), "--format", "sqlite", "-o", str(tmp_path / "gold.db")]) == 1
    assert "no report has gold yet" in capfd.readouterr().err

    gold = Path(__file__).parents[1] / "data" / "samples"
    assert main(["import", str(work), "--format", "markup", "--author", "binh", str(gold)]) == 0
    for format_, name in (("sqlite", "gold.db"), ("jsonl", "gold.jsonl"), ("markup", "gold")):
        assert main(["export", str(work), "--format", format_, "-o", str(tmp_path / name)]) == 0

    given = {r.name: r for r in read_folder(gold, schema=schema)}
    back = {r.name: r for r in read_folder(tmp_path / "gold", schema=schema)}
    assert {name: content(r) for name, r in back.items()} == {name: content(r) for name, r in given.items()}
    with sqlite3.connect(tmp_path / "gold.db") as connection:
        (count,) = connection.execute("SELECT count(*) FROM spans").fetchone()
        assert count == sum(len(r.spans) for r in given.values())
        assert connection.execute("SELECT DISTINCT origin FROM spans").fetchall() == [("imported",)]
    assert len((tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines()) == 6
    assert main(["check", str(work)]) == 0


def content(report):
    spans = {span.id: (span.start, span.end, span.label) for span in report.spans}
    figures = {(s.start, s.end, s.label, tuple(sorted(s.attributes.items()))) for s in report.spans}
    return figures, {(r.label, spans[r.source], spans[r.target]) for r in report.relations}


def test_that_candidates_of_loose_files_are_scored_against_gold(samples, tmp_path, capfd) -> None:
    out = tmp_path / "candidates.jsonl"
    assert main(["prelabel", *map(str, samples), "-o", str(out)]) == 0
    assert out.stat().st_mode & 0o777 == 0o600
    first = json.loads(out.read_text(encoding="utf-8").splitlines()[0])
    assert set(first) == {"source", "text", "spans", "relations"}
    capfd.readouterr()
    gold = Path(__file__).parents[1] / "data" / "samples"
    assert main(["evaluate", str(gold), str(out), "--json"]) == 0
    scores = json.loads(capfd.readouterr().out)
    assert len(scores["reports"]) == 6
    assert main(["evaluate", str(gold), str(out)]) == 0
    assert "PERSON" in capfd.readouterr().out


def test_that_one_bad_file_does_not_stop_the_others(work, samples, tmp_path, capfd) -> None:
    bad = tmp_path / "in"
    bad.mkdir()
    (bad / "empty.txt").write_bytes(b" \n ")
    (bad / "binary.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    (bad / "latin.txt").write_bytes("Báo cáo\n".encode("latin-1", "replace") + b"\xe1\xff")
    paths = [
        *map(str, sorted(bad.iterdir())),
        str(tmp_path / "missing.txt"),
        *map(str, samples[:2]),
        str(samples[0]),
    ]
    assert main(["add", str(work), *paths, "--json"]) == 1
    said = capfd.readouterr()
    outcomes = {Path(o["path"]).name: o["outcome"] for o in json.loads(said.out)[:-1]}
    assert [outcomes[n] for n in ("empty.txt", "binary.txt", "missing.txt")] == ["failed"] * 3
    assert outcomes["latin.txt"] == "unsure"
    assert outcomes[samples[0].name] == outcomes[samples[1].name] == "added"
    assert json.loads(said.out)[-1]["outcome"] == "twice"
    assert len(said.err.strip().splitlines()) == 5


def test_that_a_name_no_disk_takes_does_not_stop_the_others(work, samples, capfd) -> None:
    names = ["n" * 300 + suffix for suffix in (".txt", ".docx", "")]
    assert main(["add", str(work), *names, str(samples[0])]) == 1
    said = capfd.readouterr()
    assert said.out.startswith("added 1 of 4")
    assert len(said.err.strip().splitlines()) == 3


def test_that_no_path_is_judged_before_its_verb_which_lists_what_it_cannot_read() -> None:
    paths = [each.type for verb in verbs.commands.values() for each in verb.params if has_path(each)]
    assert len(paths) > 10
    assert not any(path.readable or path.exists for path in paths)


def has_path(parameter: click.Parameter) -> bool:
    return isinstance(parameter.type, click.Path)


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (["check", "{tmp}/none.annotator"], 1, "there is no project"),
        (["new", "{tmp}/work"], 1, "is there already"),
        (["new", "{tmp}/no/folder/x"], 1, "no such folder"),
        (["new", "{tmp}/x", "--schema", "{tmp}/none.toml"], 1, "none.toml"),
        (["extract", "{tmp}/text.annotator"], 1, "not a project"),
        (["extract", "{work}", "--extractor", "nobody"], 1, "no extractor nobody"),
        (["export", "{work}", "--format", "nothing", "-o", "{tmp}/x"], 1, "no format nothing"),
        (["import", "{work}", "--format", "nothing", "{tmp}"], 1, "no format nothing"),
        (["evaluate", "{tmp}/none", "{tmp}/none.jsonl"], 1, "none"),
        (["prelabel", "{tmp}/none.txt", "-o", "{tmp}/x.jsonl"], 1, "none.txt"),
        (["check", "{tmp}/" + "n" * 300], 1, "nnn"),
        (["demo", "{tmp}/" + "n" * 300], 1, "nnn"),
    ],
)
def test_that_bad_requests_get_one_clear_line(work, tmp_path, capfd, words, code, part) -> None:
    (tmp_path / "text.annotator").write_text("not a project", encoding="utf-8")
    capfd.readouterr()
    given = [word.replace("{tmp}", str(tmp_path)).replace("{work}", str(work)) for word in words]
    assert main(given) == code
    assert part in complaint(capfd)


@pytest.mark.parametrize("words", [["add"], ["frob"], ["export", "x"], ["extract", "x", "--jobs", "none"]])
def test_that_wrong_usage_exits_with_two(words, capfd) -> None:
    if words == ["frob"]:
        assert main(words) == 1  # a word that is no verb is a project to open
    else:
        assert main(words) == 2
        assert "Usage" in capfd.readouterr().err


def test_that_a_project_in_use_is_not_written_by_another(work, samples, capfd) -> None:
    from annotator.workspace.projects import Project

    with Project.open(work, author="an"):
        code = subprocess.run(
            [sys.executable, "-m", "annotator", "add", str(work), str(samples[0])],
            capture_output=True,
            text=True,
            check=False,
        )
    assert code.returncode == 1
    assert "in use" in code.stderr
    assert len(code.stderr.strip().splitlines()) == 1


def test_that_without_a_display_the_window_says_so_in_one_line(work) -> None:
    env = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    done = subprocess.run(
        [sys.executable, "-m", "annotator", str(work)], capture_output=True, text=True, env=env, check=False
    )
    assert done.returncode == 1
    assert "there is no display" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_that_a_display_that_does_not_answer_is_named_in_one_line(work) -> None:
    env = {k: v for k, v in os.environ.items() if k not in {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    done = subprocess.run(
        [sys.executable, "-m", "annotator", str(work)],
        capture_output=True,
        text=True,
        env={**env, "DISPLAY": ":4711"},
        check=False,
    )
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "display" in done.stderr or "apt-get install" in done.stderr


def test_that_the_demo_without_a_display_leaves_project_gold_and_picture(tmp_path) -> None:
    env = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    env["ANNOTATOR_CONFIG"] = str(tmp_path / "config")
    done = subprocess.run(
        [sys.executable, "-m", "annotator", "demo", str(tmp_path / "demo"), "--json"],
        capture_output=True,
        text=True,
        env=env,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "no display" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    made = {path.name for path in (tmp_path / "demo").iterdir()}
    assert {"samples.annotator", "samples-gold.db", "window.png"} <= made
    assert {Path(path).name for path in json.loads(done.stdout).values()} <= made
    assert not (tmp_path / "config" / "window.ini").exists(), "the user's own window remembers nothing of it"
    assert (tmp_path / "demo" / "window.png").read_bytes().startswith(b"\x89PNG")
    with sqlite3.connect(tmp_path / "demo" / "samples-gold.db") as connection:
        assert connection.execute("SELECT count(*) FROM reports").fetchone() == (6,)


def test_that_a_spacy_pipeline_in_a_folder_is_an_extractor(work, samples, tmp_path, capfd) -> None:
    import spacy

    nlp = spacy.blank("xx")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Yên Bái"}])
    nlp.to_disk(tmp_path / "model")
    for name in ("missing", "work.annotator", ""):
        assert main(["extract", str(work), "--extractor", f"spacy:{tmp_path / name if name else ''}"]) == 1
        assert "spacy" in complaint(capfd)
    (tmp_path / "empty").mkdir()
    assert main(["add", str(work), *map(str, samples)]) == 0
    assert main(["extract", str(work), "--extractor", f"spacy:{tmp_path / 'empty'}", "--trust"]) == 1
    capfd.readouterr()
    chosen = f"spacy:{tmp_path / 'model'}"
    assert main(["extract", str(work), "--extractor", chosen]) == 1
    assert "--trust" in complaint(capfd)
    assert main(["extract", str(work), "--extractor", chosen, "--trust", "--json"]) == 0
    assert sum(report["candidates"] for report in json.loads(capfd.readouterr().out)) > 0
    out = tmp_path / "out.jsonl"
    assert main(["prelabel", *map(str, samples), "-o", str(out), "--extractor", chosen]) == 0
    spans = [span for line in out.read_text("utf-8").splitlines() for span in json.loads(line)["spans"]]
    assert {(span["label"], span["extractor"]) for span in spans} == {("LOC", chosen)}


def test_that_a_spacy_pipeline_gives_a_project_the_labels_it_has(tmp_path, schema, capfd) -> None:
    import spacy

    nlp = spacy.blank("xx")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "RIVER", "pattern": "Sông Đà"}])
    nlp.to_disk(tmp_path / "model")
    (tmp_path / "schema.toml").write_text(
        schema.toml.replace('name = "EVENT"', 'name = "RIVER"').replace('"EVT"', '"RIV"'), encoding="utf-8"
    )
    (tmp_path / "tin.txt").write_text("Nước Sông Đà lên.\n", encoding="utf-8")
    path = str(tmp_path / "rivers.annotator")
    assert main(["new", path, "--schema", str(tmp_path / "schema.toml")]) == 0
    assert main(["add", path, str(tmp_path / "tin.txt")]) == 0
    capfd.readouterr()
    chosen = f"spacy:{tmp_path / 'model'}"
    assert main(["extract", path, "--extractor", chosen, "--trust", "--json", "--jobs", "1"]) == 0
    assert [each["candidates"] for each in json.loads(capfd.readouterr().out)] == [1]


def test_that_a_bug_is_told_from_a_mistake_and_says_no_report_text(work, samples, monkeypatch, capfd) -> None:
    from annotator.workspace import adding

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(samples[0].read_text(encoding="utf-8"))

    monkeypatch.setattr(adding, "add_paths", broken)
    assert main(["add", str(work), str(samples[0])]) == 3
    assert "RuntimeError" in complaint(capfd)


def test_that_every_format_is_listed_with_what_it_cannot_hold(capfd) -> None:
    assert main(["formats"]) == 0
    assert "sqlite" in capfd.readouterr().out
    assert main(["formats", "--json"]) == 0
    listed = {each["name"]: each for each in json.loads(capfd.readouterr().out)}
    assert listed["sqlite"] == {
        "name": "sqlite",
        "title": "SQLite",
        "writes_a": "file",
        "suffix": ".db",
        "reads": False,
        "writes": True,
        "lacks": [],
        "missing": "",
    }
    assert "attributes" in listed["conll"]["lacks"]


def test_that_an_export_is_limited_from_the_shell(work, samples, tmp_path, capfd) -> None:
    gold = Path(__file__).parents[1] / "data" / "samples"
    assert main(["add", str(work), *map(str, samples)]) == 0
    assert main(["import", str(work), "--format", "markup", "--author", "binh", str(gold)]) == 0
    capfd.readouterr()
    out = tmp_path / "gold.jsonl"
    shell = ["export", str(work), "--format", "jsonl", "-o", str(out)]
    assert main([*shell, "--label", "ORG", "--report", samples[0].stem]) == 0
    (line,) = map(json.loads, out.open(encoding="utf-8"))
    assert {span["label"] for span in line["spans"]} == {"ORG"}
    capfd.readouterr()
    before = out.read_bytes()
    for wrong, said in (
        (["--report", "nobody"], "no report is named nobody; there are "),
        (["--label", "NOPE"], "the schema has no label NOPE; it has PERSON"),
        (["--since", "2024-13-45"], "2024-13-45 is not a day"),
        (["--until", ""], "--until is empty; give a day such as 2023-10-19, or leave it out"),
        (["--author", ""], "--author is empty"),
        (["--since", "2025-01-01", "--until", "2024-01-01"], "2025-01-01 is after 2024-01-01"),
    ):
        assert main([*shell, *wrong]) == 1
        assert said in complaint(capfd)
    assert out.read_bytes() == before


BOTH_WAYS = ("conll", "doccano", "label-studio", "spacy", "brat", "prodigy", "w3c", "cas")


@pytest.mark.parametrize("format_", BOTH_WAYS)
def test_that_what_was_exported_can_be_imported_again(work, samples, tmp_path, capfd, format_) -> None:
    gold = Path(__file__).parents[1] / "data" / "samples"
    assert main(["add", str(work), *map(str, samples)]) == 0
    assert main(["import", str(work), "--format", "markup", "--author", "binh", str(gold)]) == 0
    out = str(tmp_path / "out")
    assert main(["export", str(work), "--format", format_, "-o", out, "--author", "binh"]) == 0
    assert main(["import", str(work), "--format", format_, "--author", "again", out]) == 0
    capfd.readouterr()
    assert main(["agree", str(work), "--json"]) == 0
    (pair,) = json.loads(capfd.readouterr().out)["pairs"]
    assert pair["authors"] == ["binh", "again"]
    assert (pair["reports"], pair["strict"]["f1"]) == (6, 1)


def test_that_the_check_of_a_cut_file_says_what_to_do_and_not_to_check_it(work, samples, capfd) -> None:
    assert main(["add", str(work), str(samples[0])]) == 0
    whole = work.read_bytes()
    work.write_bytes(whole[: len(whole) // 2])
    capfd.readouterr()
    assert main(["check", str(work)]) == 1
    said = capfd.readouterr().err
    assert "damaged" in said
    assert "backup" in said
    assert "annotator check" not in said


@pytest.mark.parametrize(
    "words",
    [
        ["export", "--format", "sqlite", "-o", "gold.db"],
        ["import", "nowhere", "--format", "markup"],
        ["schema", "export", "-o", "/nowhere/at/all.toml"],
    ],
)
def test_that_a_refusal_is_one_json_value_where_json_is_asked_for(work, words, capfd) -> None:
    verb = words[: 2 if words[0] == "schema" else 1]
    assert main([*verb, str(work), *words[len(verb) :], "--json"]) == 1
    said = capfd.readouterr()
    (error,) = json.loads(said.out).values()
    assert set(error) == {"code", "message", "lines"}
    assert error["message"] == said.err.splitlines()[0]


def test_that_a_bug_and_a_missing_project_are_json_too(tmp_path, capfd) -> None:
    assert main(["check", str(tmp_path / "none.annotator"), "--json"]) == 1
    assert json.loads(capfd.readouterr().out)["error"]["code"] == "missing-project"
    assert main(["check", str(tmp_path / "none.annotator")]) == 1
    assert capfd.readouterr().out == ""


def test_that_new_and_prelabel_answer_in_json(tmp_path, samples, capfd) -> None:
    path = tmp_path / "other.annotator"
    assert main(["new", str(path), "--json"]) == 0
    assert json.loads(capfd.readouterr().out) == {"project": str(path)}
    out = tmp_path / "out.jsonl"
    assert main(["prelabel", str(samples[0]), "-o", str(out), "--jobs", "1", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert told["path"] == str(out)
    assert told["reports"] == 1
    assert told["spans"] > 10
    assert told["problems"] == []
