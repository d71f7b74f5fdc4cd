"""The review from the shell: two authors come in, their disputes are listed, settled, and gold goes out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.formats.markup import read_folder

GOLD = Path(__file__).parents[1] / "data" / "samples"


@pytest.fixture
def shared(tmp_path, samples, capfd) -> Path:
    """Give a project in which `binh` calls the first place of every report an event, and `an` does not."""
    project = tmp_path / "work.annotator"
    other = tmp_path / "binh"
    shutil.copytree(GOLD, other)
    for path in other.glob("*.entity.txt"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("⟦LOC", "⟦EVENT", 1), encoding="utf-8")
    assert main(["new", str(project), "--author", "chi"]) == 0
    assert main(["add", str(project), str(samples[0].parent)]) == 0
    for name, folder in (("an", GOLD), ("binh", other)):
        assert main(["import", str(project), "--format", "markup", "--author", name, str(folder)]) == 0
    capfd.readouterr()
    return project


def listed(project, capfd, *options):
    capfd.readouterr()
    assert main(["disputes", str(project), "--json", *options]) == 0
    return json.loads(capfd.readouterr().out)


def test_that_disputes_are_listed_with_their_versions_by_author(shared, capfd, schema):
    found = listed(shared, capfd)
    assert {each["kind"] for each in found} == {"label"}
    assert {tuple(each["labels"]) for each in found} == {("EVENT", "LOC")}
    given = {report.name: report for report in read_folder(GOLD, schema=schema)}
    for each in found:
        versions = {tuple(v["authors"]): [s["label"] for s in v["spans"]] for v in each["versions"]}
        assert versions == {("an",): ["LOC"], ("binh",): ["EVENT"]}
        text = given[each["report"]].text
        assert each["versions"][0]["spans"][0]["text"] == text[each["start"] : each["end"]]
    assert listed(shared, capfd, "--kind", "value") == []
    assert listed(shared, capfd, "--label", "EVENT") == found
    assert main(["disputes", str(shared)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[-1] == f"{len(found)} disputes: {len(found)} label"
    assert all(line.startswith("label  ") and "binh: EVENT" in line for line in lines[:-1])


def test_that_a_strategy_settles_them_and_the_gold_is_that_authors(shared, capfd, tmp_path, schema):
    count = len(listed(shared, capfd))
    out = str(tmp_path / "gold")
    assert main(["export", str(shared), "--format", "markup", "-o", out]) == 1
    assert "an, binh differ" in capfd.readouterr().err
    assert main(["resolve", str(shared), "--strategy", "majority", "--author", "chi", "--json"]) == 0
    done = json.loads(capfd.readouterr().out)
    assert done == {
        "strategy": "majority",
        "settled": 0,
        "left": count,
        "gold": 6 - count,
        "left_by_kind": {"label": count},
    }
    assert main(["resolve", str(shared), "--strategy", "trust=an", "--author", "chi"]) == 0
    assert capfd.readouterr().out.strip() == f"{count} disputes settled, {count} reports made gold"
    assert listed(shared, capfd) == []
    settled = listed(shared, capfd, "--settled")
    assert {(each["settled"], each["settled_by"]) for each in settled} == {("take", "chi")}
    assert main(["export", str(shared), "--format", "markup", "-o", out]) == 0
    given = {r.name: said(r) for r in read_folder(GOLD, schema=schema)}
    assert {r.name: said(r) for r in read_folder(tmp_path / "gold", schema=schema)} == given
    assert main(["check", str(shared)]) == 0


def said(report):
    spans = {span.id: (span.start, span.end, span.label) for span in report.spans}
    figures = {(s.start, s.end, s.label, tuple(sorted(s.attributes.items()))) for s in report.spans}
    return figures, {(r.label, spans[r.source], spans[r.target]) for r in report.relations}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["resolve", "{}", "--strategy", "best"], "there is no strategy best"),
        (["resolve", "{}", "--strategy", "trust=dung"], "dung is not in this project"),
        (["disputes", "{}-missing"], "there is no project"),
    ],
)
def test_that_a_request_at_fault_ends_with_one_line_and_exit_code_1(shared, capfd, words, told):
    assert main([word.format(shared) for word in words]) == 1
    complaint = capfd.readouterr().err.strip()
    assert told in complaint
    assert "\n" not in complaint


def test_that_usage_ends_with_exit_code_2(shared, capfd):
    assert main(["resolve", str(shared)]) == 2
    assert main(["disputes", str(shared), "--kind", "colour"]) == 2
