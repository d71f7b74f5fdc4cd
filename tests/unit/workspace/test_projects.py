"""A project as its user holds it: made, opened, refused, shared between threads."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from annotator.domain.errors import UserError
from annotator.store.authors import authors
from annotator.store.integrity import check
from annotator.workspace import editing
from annotator.workspace.counting import everybodys_counts, person_sets
from annotator.workspace.projects import Project, default_author, with_suffix
from annotator.workspace.reading import OpenReport


def refused(code):
    return pytest.raises(UserError, check=lambda error: error.code == code)


def test_that_a_project_gets_its_suffix_once(tmp_path, schema):
    with Project.create(tmp_path / "lai.chau", schema=schema, author="an") as project:
        assert (project.path.name, project.name) == ("lai.chau.annotator", "lai.chau")
    assert with_suffix(project.path) == project.path
    with refused("exists"):
        Project.create(tmp_path / "lai.chau.annotator", schema=schema)


def test_that_without_a_name_the_author_is_the_systems_user_once_something_is_written(tmp_path, schema):
    with Project.create(tmp_path / "a", schema=schema) as project:
        assert project.author == default_author() != ""
        assert authors(project.store) == []
        project.ensure_author()
        assert [author.name for author in authors(project.store)] == [project.author]


@pytest.mark.parametrize("name", ["LOGNAME", "USER", "LNAME", "USERNAME"])
def test_that_the_systems_user_is_found_in_the_environment(monkeypatch, name):
    for other in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, "binh")
    assert default_author() == "binh"


def test_that_a_project_is_opened_for_writing_under_a_new_author(filled):
    filled.close()
    with Project.for_writing(filled.path, author="binh") as project:
        assert project.author == "binh"
        assert {a.name: a.kind for a in authors(project.store)} == {
            "an": "person",
            "rules": "extractor",
            "binh": "person",
        }


@pytest.mark.parametrize(("author", "code"), [("rules", "author-taken"), ("  ", "no-author-name")])
def test_that_a_refused_author_lets_go_of_the_project(filled, author, code):
    filled.close()
    with refused(code):
        Project.for_writing(filled.path, author=author)
    with Project.open(filled.path, author="an") as project:
        assert not project.read_only


def test_that_a_held_project_is_refused_for_writing_with_who_holds_it(project):
    program = "import sys; from pathlib import Path; from annotator.workspace.projects import Project\n"
    program += "from annotator.domain.errors import UserError\n"
    program += "try: Project.for_writing(Path(sys.argv[1]))\n"
    program += "except UserError as error: print(error.code, error.message)"
    done = subprocess.run(
        [sys.executable, "-c", program, str(project.path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("locked work.annotator is in use by ")
    assert len(done.stdout.splitlines()) == 1


def test_that_a_project_whose_folder_takes_no_lock_is_refused_for_writing(filled):
    filled.close()
    filled.path.with_name(filled.path.name + ".lock").mkdir()
    with refused("read-only"):
        Project.for_writing(filled.path, author="an")


def test_that_nothing_is_committed_to_a_project_open_for_reading_only(filled, report):
    filled.close()
    with Project.open(filled.path, author="an", read_only=True) as project:
        assert (project.read_only, project.holder) == (True, None)
        with refused("read-only"):
            project.commit([], {})
        assert [row.id for row in project.rows()] == [report.id]


def test_that_the_schema_is_the_one_kept_in_the_project(project, schema):
    assert project.schema == schema


def test_that_only_persons_sets_are_given_and_counted(filled, report):
    opened = OpenReport(filled, report.id)
    assert person_sets(filled, report.id) == []
    opened.commit(editing.accept(opened.desk, ["org"]))
    (held,) = person_sets(filled, report.id)
    assert held == filled.decisions(report.id)
    counts = everybodys_counts(filled.candidates(report.id), [held], threshold=filled.threshold)
    assert counts[report.id, "an"] == opened.view.counts
    assert counts[report.id, ""].decided == 0


def test_that_two_threads_write_over_two_connections_without_losing_or_refusing_anything(filled, report):
    def decide(project, ids):
        for _ in range(25):
            opened = OpenReport(project, report.id)
            for span_id in ids:
                opened.commit(editing.accept(opened.desk, [span_id]))
            while opened.undo() is not None:
                project.rows()

    def elsewhere():
        with filled.beside() as beside:
            beside.author = "binh"
            beside.ensure_author()
            decide(beside, ["person", "position"])

    with ThreadPoolExecutor(1) as other:
        running = other.submit(elsewhere)
        decide(filled, ["org", "date"])
        running.result()
    assert check(filled.store) == []
    assert filled.decisions(report.id).spans == filled.decisions(report.id, "binh").spans == {}


def test_that_a_second_connection_sees_what_the_first_wrote_and_outlives_none(filled, report):
    opened = OpenReport(filled, report.id)
    with filled.beside() as beside:
        opened.commit(editing.accept(opened.desk, ["org"]))
        assert beside.decisions(report.id).spans.keys() == {"org"}
        assert beside.row(report.id) == filled.row(report.id)
    opened.commit(editing.accept(opened.desk, ["date"]))
    assert len(filled.decisions(report.id).spans) == 2
