"""Agreement in a project and from the shell: whose sets are compared, over which reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.domain.errors import UserError
from annotator.workspace.agreeing import agreement, agreement_lines, agreement_object
from annotator.workspace.projects import Project

GOLD = Path(__file__).parents[2] / "data" / "samples"


@pytest.fixture
def shared(tmp_path, samples, capfd):
    """Give a project in which two persons have the same sets over the sample reports."""
    path = tmp_path / "work.annotator"
    assert main(["new", str(path), "--author", "an"]) == 0
    assert main(["add", str(path), *map(str, samples)]) == 0
    for name in ("binh", "chi"):
        assert main(["import", str(path), "--format", "markup", "--author", name, str(GOLD)]) == 0
    capfd.readouterr()
    return path


def test_that_those_who_finished_are_compared_and_nobody_else(shared):
    with Project.open(shared) as project:
        found = agreement(project)
        assert list(found.pairs) == [("binh", "chi")]
        overall, by_label = found.of_all()
        assert overall.reports == len(project.report_ids())
        assert overall.kappa == overall.alpha_u == 1
        assert set(by_label) <= {label.name for label in project.schema.labels}


def test_that_extractors_are_compared_on_request(shared, capfd):
    assert main(["extract", str(shared), "--jobs", "1"]) == 0
    with Project.open(shared) as project:
        names = list(agreement(project, with_extractors=True).pairs)
    assert names == [("binh", "chi"), ("binh", "vn-rules"), ("chi", "vn-rules")]


def test_that_the_shell_prints_a_table_or_one_value(shared, capfd):
    assert main(["agree", str(shared)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[1].split()[:3] == ["binh", "and", "chi"]
    assert main(["agree", str(shared), "--json"]) == 0
    printed = json.loads(capfd.readouterr().out)
    assert set(printed) == {"pairs", "all"}
    measured = {"reports", "strict", "overlap", "kappa", "alpha", "alpha_u"}
    measured |= {"found", "bounded", "labelled", "valued"}
    assert set(printed["pairs"][0]) == measured | {"authors", "by_label", "by_attribute"}
    assert all(set(each) == measured for each in printed["all"]["by_label"].values())


def test_that_a_project_of_one_person_has_nothing_to_compare(project):
    with pytest.raises(UserError, match="finished by two persons"):
        agreement(project)


def test_that_a_comparison_can_be_stopped(shared):
    with Project.open(shared) as project, pytest.raises(UserError, match="stopped"):
        agreement(project, cancelled=lambda: True)


def test_that_weeks_are_told_where_there_are_several(shared):
    with Project.open(shared) as project:
        found = agreement(project)
        assert len(found.over_time()) == 1
        assert not any(line.startswith("week of") for line in agreement_lines(found))
        tally = found.pairs["binh", "chi"]
        tally.periods["2020-01-06"] = next(iter(tally.periods.values()))
        assert "2020-01-06" in "\n".join(agreement_lines(found))
        assert agreement_object(found)["all"]["strict"]["f1"] == 1


def test_that_an_export_tells_how_far_its_annotators_agree(shared, tmp_path):
    path = tmp_path / "gold.jsonl"
    assert main(["export", str(shared), "--format", "jsonl", "-o", str(path)]) == 0
    told = json.loads((tmp_path / "gold.jsonl.manifest.json").read_text("utf-8"))
    assert told["agreement"] == {"reports": 6, "strict_f1": 1, "alpha": 1}
    card = (tmp_path / "gold.jsonl.DATACARD.md").read_text("utf-8")
    assert "agree with strict F1 1.0, alpha 1.0" in card
