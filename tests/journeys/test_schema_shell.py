"""A project's schema goes out to a file, comes back changed, and takes its spans along."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.workspace import editing
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport

NOTE = "Ngày 19/10/2023, Tỉnh ủy họp.\n"


@pytest.fixture
def work(tmp_path, capfd):
    """Give a project with one report in which a body was drawn."""
    (tmp_path / "tin.txt").write_text(NOTE, encoding="utf-8")
    path = tmp_path / "work.annotator"
    assert main(["new", str(path), "--author", "an"]) == 0
    assert main(["add", str(path), str(tmp_path / "tin.txt")]) == 0
    with Project.for_writing(path, author="an") as project:
        opened = OpenReport(project, project.report_ids()[0])
        start = NOTE.index("Tỉnh ủy")
        opened.commit(editing.draw(opened.desk, start, start + 7, "ORG"))
    capfd.readouterr()
    return path


def labels_of(path):
    with Project.open(path, author="an", read_only=True) as project:
        (report_id,) = project.report_ids()
        return [span.label for span in project.decisions(report_id).spans.values()]


def altered(work: Path, old: str, new: str) -> Path:
    file = work.with_name("schema.toml")
    assert main(["schema", "export", str(work), "-o", str(file)]) == 0
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


def test_that_a_schema_goes_out_and_comes_back_as_it_was(work, schema, tmp_path, capfd):
    file = tmp_path / "schema.toml"
    assert main(["schema", "export", str(work), "-o", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == schema.toml
    assert "guideline" in schema.toml
    assert main(["schema", "import", str(work), str(file)]) == 0
    assert "nothing differs" in capfd.readouterr().out
    assert main(["new", str(tmp_path / "other"), "--schema", str(file)]) == 0


def test_that_a_renamed_label_is_shown_then_done_then_taken_back(work, capfd):
    file = altered(work, 'name = "ORG"', 'name = "BODY"')
    capfd.readouterr()
    assert main(["schema", "import", str(work), str(file)]) == 1
    said = capfd.readouterr()
    assert "1 spans are ORG" in said.err
    assert "--map ORG=LABEL" in said.err
    assert said.out == ""
    mapped = ["schema", "import", str(work), str(file), "--map", "ORG=BODY"]
    assert main([*mapped, "--dry-run"]) == 0
    said = capfd.readouterr().out
    assert "label ORG is called BODY" in said
    assert "tin, an: 1 spans" in said
    assert labels_of(work) == ["ORG"]
    assert main([*mapped, "--author", "an", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert told["changes"] == [
        {"kind": "rename", "name": "ORG", "now": "BODY", "attribute": "", "said": "label ORG is called BODY"}
    ]
    assert (told["spans"], told["reports"], told["changed"]) == (1, 1, True)
    assert labels_of(work) == ["BODY"]
    assert main(["schema", "undo", str(work), "--author", "an"]) == 0
    assert labels_of(work) == ["ORG"]
    assert main(["check", str(work)]) == 0


def test_that_a_project_made_with_a_renamed_schema_gets_its_candidates(work, tmp_path, capfd):
    file = altered(work, '"DATE"', '"DAY"')
    assert main(["schema", "import", str(work), str(file), "--map", "DATE=DAY"]) == 0
    assert main(["schema", "export", str(work), "-o", str(file)]) == 0
    other = tmp_path / "other.annotator"
    assert main(["new", str(other), "--schema", str(file)]) == 0
    assert main(["add", str(other), str(tmp_path / "tin.txt")]) == 0
    assert main(["extract", str(other), "--jobs", "1"]) == 0
    with Project.open(other, read_only=True) as project:
        (report_id,) = project.report_ids()
        assert "DAY" in {span.label for span in project.candidates(report_id).spans.values()}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--map", "ORGS=LOC"], "no label ORGS"),
        (["--map", "direction.left=up"], "direction has no value left"),
        (["--map", "ORG=NOWHERE"], "no NOWHERE"),
    ],
)
def test_that_a_mapping_that_cannot_be_is_refused(work, words, said, capfd):
    file = altered(work, 'name = "ORG"', 'name = "BODY"')
    capfd.readouterr()
    assert main(["schema", "import", str(work), str(file), *words]) == 1
    assert said in capfd.readouterr().err
    assert main(["schema", "import", str(work), str(file), "--map", "ORG"]) == 2


def test_that_there_is_nothing_to_take_back_in_a_new_project(work, capfd):
    assert main(["schema", "undo", str(work)]) == 1
    assert "was never changed" in capfd.readouterr().err


def test_that_a_schema_is_not_written_over_a_project(work, capfd):
    assert main(["schema", "export", str(work), "-o", str(work)]) == 1
    assert labels_of(work) == ["ORG"]
