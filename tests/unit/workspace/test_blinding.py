"""In blind mode nothing of the others' names and work reaches an analyst before all are done."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.cli import main
from annotator.domain.errors import UserError
from annotator.domain.progress import Mark
from annotator.domain.schema_drafts import SchemaDraft
from annotator.workspace import feedback, reviewing
from annotator.workspace.agreeing import agreement
from annotator.workspace.assigning import add_member, members, put_assignees
from annotator.workspace.blinding import hidden_reports, may_see, set_blind, visible_sets
from annotator.workspace.bundling import bundle
from annotator.workspace.choosing import Choosing
from annotator.workspace.concording import passages
from annotator.workspace.defining import plan
from annotator.workspace.editing import accept, annotate, reject, relabel
from annotator.workspace.listing import rows_since
from annotator.workspace.remembering import recollection, remembered
from annotator.workspace.searching import Wanted
from annotator.workspace.stepping import passed


@pytest.fixture
def shared(filled, report, working):
    """Give a blind project in which `an` and `binh` share the report, and `binh` has worked on it."""
    add_member(filled, "binh")
    put_assignees(filled, [report.id], ["an", "binh"])
    set_blind(filled, True)
    with working(filled, report.id, "binh") as opened:
        opened.commit(reject(opened.desk, ["date"]))
        opened.commit(relabel(opened.desk, "org", "LOC"))
        opened.commit(annotate(opened.desk, "person", note="xem lại", flagged=True))
    return filled


def told(project, report, working):
    """Return all that the functions which list work tell `an`, as one text."""
    with working(project, report.id, "an") as opened:
        seen = [list(opened.view), passed(opened)]
        seen += [opened.history(), opened.view.counts]
    found = [project.rows(), rows_since(project, Mark()), project.row(report.id), members(project)]
    found += [list(passages(project, Wanted("Tỉnh ủy"))), visible_sets(project, report.id)]
    date = project.candidates(report.id).spans["date"]
    found.append(recollection(project, report, date).by if recollection(project, report, date) else {})
    found += [reviewing.queue(project), reviewing.review(project, report.id), feedback.changes(project)]
    choosing = Choosing(project, unfinished=True, candidates=True)
    found += [choosing.gold(report.id), choosing.left_out, choosing.notes]
    with pytest.raises(UserError) as caught:
        Choosing(project, author="dung")
    found.append(caught.value.message)
    return repr((seen, found))


def test_that_nothing_of_the_others_leaks_until_all_are_done(shared, report, working):
    text = told(shared, report, working)
    assert "binh" not in text
    assert "xem lại" not in text
    assert "'LOC'" not in text
    assert "rejected" not in text.lower().replace("rejected_", "")
    assert hidden_reports(shared) == {report.id}


def test_that_a_rejection_does_not_show_in_shared_candidates(shared, report, working):
    candidates = list(shared.candidates(report.id).spans.values())
    assert remembered(shared.store, report, shared.schema, candidates) == []
    with working(shared, report.id, "an") as opened:
        assert all(span.state == "candidate" for span in opened.view)


def test_that_agreement_waits_until_all_are_done(shared, report, work):
    work(shared, report.id, "binh")
    with pytest.raises(UserError, match="finished by two persons"):
        agreement(shared)
    work(shared, report.id, "an", lambda desk: accept(desk, ["org"]))
    assert agreement(shared).pairs


def test_that_work_shows_once_all_who_are_assigned_have_finished(shared, report, work):
    work(shared, report.id, "binh")
    assert not may_see(shared, report.id)
    work(shared, report.id, "an")
    assert may_see(shared, report.id)
    assert {held.author for held in visible_sets(shared, report.id)} == {"an", "binh"}
    assert shared.row(report.id).assignees == ("an", "binh")


def test_that_where_nobody_is_assigned_all_who_began_and_oneself_have_to_finish(shared, report, work):
    set_blind(shared, False)
    put_assignees(shared, [report.id], [])
    set_blind(shared, True)
    work(shared, report.id, "binh")
    assert not may_see(shared, report.id)
    work(shared, report.id, "an")
    assert may_see(shared, report.id)


def test_that_a_reviewer_sees_everything_and_so_does_everybody_outside_blind_mode(shared, report):
    assert not may_see(shared, report.id)
    add_member(shared, "an", "reviewer")
    assert may_see(shared, report.id)
    assert "binh" in [each.name for each in members(shared)]
    add_member(shared, "an", "analyst")
    set_blind(shared, False)
    assert may_see(shared, report.id)
    assert shared.row(report.id).assignees == ("an", "binh")


def relabelling(project):
    """Plan that all places become organisations."""
    draft = SchemaDraft(project.schema)
    draft.rename("LOC", "PLACE")
    return plan(project, draft.schema(), labels=draft.labels, values=draft.values)


def test_that_a_change_of_the_schema_tells_no_names_and_places_of_the_others(shared, report, work):
    found = relabelling(shared)
    assert (found.spans, found.hidden, [use.author for use in found.told]) == (1, 1, [])
    assert found.places == ()
    shared.author = "binh"
    found = relabelling(shared)
    assert (found.spans, found.hidden, [use.author for use in found.told]) == (1, 0, ["binh"])
    assert [place.report_id for place in found.places] == [report.id]


def test_that_the_shell_tells_a_change_of_the_schema_without_the_others(shared, tmp_path, capsys):
    path, schema = str(shared.path), str(tmp_path / "schema.toml")
    draft = SchemaDraft(shared.schema)
    draft.rename("LOC", "PLACE")
    Path(schema).write_text(draft.schema().toml, encoding="utf-8")
    words = ["schema", "import", path, schema, "--map", "LOC=PLACE", "--dry-run"]
    shared.close()
    assert main(words) == 0
    said = capsys.readouterr().out
    assert "binh" not in said
    assert "others, hidden until all have finished: 1 spans" in said
    assert main([*words, "--author", "binh"]) == 0
    assert "binh: 1 spans" in capsys.readouterr().out


def test_that_a_bundle_of_a_colleague_waits_until_all_are_done(shared, report, work, tmp_path):
    path = tmp_path / "binh.bundle"
    with pytest.raises(UserError) as caught:
        bundle(shared, path, author="binh")
    assert caught.value.code == "hidden-work"
    assert "--by binh" in caught.value.message
    assert list(tmp_path.glob("*.bundle")) == []
    work(shared, report.id, "binh")
    work(shared, report.id, "an")
    assert bundle(shared, path, author="binh").reports == 1


def test_that_everybody_bundles_their_own_and_a_reviewer_everybody_s(shared, tmp_path):
    shared.author = "binh"
    assert bundle(shared, tmp_path / "own", author="binh").reports == 1
    add_member(shared, "chi", "reviewer")
    shared.author = "an"
    with pytest.raises(UserError, match="ask chi, who reviews here"):
        bundle(shared, tmp_path / "not", author="binh")
    shared.author = "chi"
    assert bundle(shared, tmp_path / "theirs", author="binh").reports == 1


def test_that_the_shell_bundles_for_who_one_says_one_is(shared, tmp_path, capsys):
    path, out = str(shared.path), str(tmp_path / "out.bundle")
    shared.close()
    words = ["bundle", path, "--author", "binh", "-o", out]
    assert main(words) == 1
    assert "--by binh" in capsys.readouterr().err
    assert main([*words, "--by", "binh"]) == 0
