"""Persons are known by name and role, and share the reports of a project out among themselves."""

from __future__ import annotations

import json

import pytest

from annotator.cli import main
from annotator.domain.errors import UserError
from annotator.domain.progress import Mark
from annotator.workspace.assigning import add_member, assign, members, put_assignees
from annotator.workspace.blinding import set_blind
from annotator.workspace.listing import rows_since


def test_that_persons_are_added_with_a_role_and_given_another(project):
    add_member(project, "binh")
    add_member(project, "chi", "reviewer")
    add_member(project, "binh", "reviewer")
    add_member(project, "chi")
    assert [(each.name, each.role) for each in members(project)] == [
        ("an", "analyst"),
        ("binh", "reviewer"),
        ("chi", "reviewer"),
    ]


def test_that_reports_are_shared_out_and_the_library_names_who_has_them(project, add):
    ids = add("một", "hai", "ba")
    done = assign(project, ["an", "binh", "chi"], per_report=2)
    assert (done.reports, sorted(count for _, count in done.loads)) == (3, [2, 2, 2])
    rows = project.rows()
    assert [len(row.assignees) for row in rows] == [2, 2, 2]
    assert rows == rows_since(project, Mark())[0] == [project.row(key) for key in ids]
    (later,) = add("bốn")
    assert assign(project, ["an", "binh", "chi"], per_report=2).reports == 1
    assert project.rows()[:3] == rows
    assert len(project.row(later).assignees) == 2


def test_that_who_is_assigned_is_put_as_chosen(project, add):
    one, two = add("một", "hai")
    assign(project, ["an", "binh"], per_report=1)
    put_assignees(project, [one, two], ["binh"])
    assert [row.assignees for row in project.rows()] == [("binh",), ("binh",)]
    put_assignees(project, [one], [])
    assert [row.assignees for row in project.rows()] == [(), ("binh",)]


def test_that_more_analysts_a_report_than_there_are_is_refused(project, add):
    add("một")
    with pytest.raises(UserError, match="2 analysts cannot give 3") as caught:
        assign(project, ["an", "binh", "an"], per_report=3)
    assert caught.value.code == "too-few-analysts"
    assert [each.name for each in members(project)] == ["an"]


def test_that_the_shell_adds_persons_assigns_reports_and_tells_both(project, add, capsys):
    add("một", "hai")
    path, mine = str(project.path), ["--author", "an", "--json"]
    project.close()
    assert main(["authors", path, "--add", "binh", "--role", "reviewer", "--blind", "on", *mine]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["blind"] is True
    assert main(["assign", path, "--analysts", "an,chi", "--per-report", "1", *mine]) == 0
    assert json.loads(capsys.readouterr().out) == {"reports": 2, "assigned": {"an": 1, "chi": 1}}
    assert main(["authors", path, "--author", "binh", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["authors"]
    assert [(each["name"], each["role"], each["assigned"]) for each in told] == [
        ("an", "analyst", 1),
        ("binh", "reviewer", 0),
        ("chi", "analyst", 1),
    ]
    assert main(["authors", path, "--role", "reviewer"]) == 2
    assert main(["assign", path, "--analysts", "an", "--per-report", "2"]) == 1


def test_that_an_analyst_of_a_blind_project_takes_no_report_from_anybody(project, add):
    ids = add("một")
    put_assignees(project, ids, ["an", "binh"])
    set_blind(project, True)
    with pytest.raises(UserError, match="let a reviewer assign it"):
        put_assignees(project, ids, ["an"])
    assert project.rows()[0].assignees == ("an",)
    add_member(project, "an", "reviewer")
    assert project.rows()[0].assignees == ("an", "binh")
    put_assignees(project, ids, ["an"])
    assert project.rows()[0].assignees == ("an",)
