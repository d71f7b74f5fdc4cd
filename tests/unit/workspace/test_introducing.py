"""Somebody becomes a person of a project by something they write, not by running a verb on it."""

from __future__ import annotations

import pytest

from annotator.cli import main
from annotator.domain.schema_drafts import SchemaDraft
from annotator.workspace import editing
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport

SYSTEM = "he-thong"
TEXT = "Sở Y tế thu ngân sách được 5 tỷ đồng trong năm 2023.\n"


def people(path):
    with Project.open(path, read_only=True) as opened:
        return [
            name for name, kind in opened.store.rows("SELECT name, kind FROM authors") if kind == "person"
        ]


@pytest.fixture
def path(tmp_path, monkeypatch):
    """Give a project made and filled by a system user whom nobody has named."""
    monkeypatch.setattr("annotator.workspace.projects.getpass.getuser", lambda: SYSTEM)
    path, report = tmp_path / "p.annotator", tmp_path / "bao-cao.txt"
    report.write_text(TEXT, encoding="utf-8")
    for words in (["new", str(path)], ["add", str(path), str(report)]):
        assert main(words) == 0
    return path


def test_that_verbs_that_write_nothing_of_theirs_introduce_nobody(path, tmp_path):
    bundle = str(tmp_path / "binh.bundle")
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "bao-cao.entity.txt").write_text(TEXT.replace("Sở Y tế", "⟦ORG|Sở Y tế⟧"), encoding="utf-8")
    taken = ["import", str(path), str(gold), "--format", "markup", "--author", "binh"]
    for words in (
        taken,
        ["check", str(path)],
        ["assign", str(path), "--analysts", "binh"],
        ["bundle", str(path), "--author", "binh", "-o", bundle],
        ["merge", str(path), bundle],
    ):
        assert main(words) == 0
    assert people(path) == ["binh"]


def test_that_an_author_who_is_named_for_a_new_project_is_known_to_it(tmp_path):
    assert main(["new", str(tmp_path / "q"), "--author", "an"]) == 0
    assert people(tmp_path / "q.annotator") == ["an"]


def test_that_a_decision_introduces_who_made_it(path):
    with Project.for_writing(path) as project:
        opened = OpenReport(project, project.report_ids()[0])
        opened.commit(editing.draw(opened.desk, 0, 7, "ORG"))
    assert people(path) == [SYSTEM]


def test_that_a_change_of_the_schema_introduces_who_made_it_and_is_in_the_history(path, tmp_path, schema):
    draft = SchemaDraft(schema)
    draft.rename("LOC", "PLACE")
    file = tmp_path / "schema.toml"
    file.write_text(draft.schema().toml, encoding="utf-8")
    assert main(["schema", "import", str(path), str(file), "--map", "LOC=PLACE"]) == 0
    assert people(path) == [SYSTEM]
    assert main(["schema", "undo", str(path)]) == 0
