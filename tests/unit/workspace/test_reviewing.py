"""The queue of a project: worst first, filtered, kept between openings, and hidden where work is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.domain.disputes import DisputeKind, Wanted
from annotator.domain.progress import Mark, Stage
from annotator.workspace import editing
from annotator.workspace.assigning import add_member
from annotator.workspace.blinding import set_blind
from annotator.workspace.listing import rows_since
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport
from annotator.workspace.reviewing import (
    following,
    queue,
    recount,
    report_lines,
    review,
    with_lines,
)
from annotator.workspace.settling import take, undo


def accept(*span_ids):
    return lambda desk: editing.accept(desk, span_ids)


def relabel(span_id, label):
    return lambda desk: editing.relabel(desk, span_id, label)


def value(span_id, number):
    return lambda desk: editing.set_attribute(desk, span_id, "value", number)


def flag(span_id, note):
    return lambda desk: editing.annotate(desk, span_id, flagged=True, note=note)


@pytest.fixture
def disputed(filled, report, work):
    """Give the project with two analysts who differ about a value, a label and a name."""
    work(filled, report.id, "an", accept("org", "money", "thu"))
    work(filled, report.id, "binh", relabel("org", "LOC"), value("money", "1"), accept("thu", "person"))
    filled.author = "chi"
    return filled


def settle_first(project, report):
    dispute = review(project, report.id).open[0]
    take(project, dispute, dispute.versions[0])
    return dispute


def test_that_the_worst_dispute_comes_first_with_what_its_line_shows(disputed, report):
    lines = queue(disputed)
    assert [line.kind for line in lines] == [DisputeKind.VALUE, DisputeKind.LABEL, DisputeKind.MISSING]
    first = lines[0]
    assert (first.surface, first.report, first.report_id) == ("2.236 tỷ đồng", report.title, report.id)
    assert first.authors == (("an",), ("binh",))


def test_that_the_queue_is_filtered(disputed):
    assert [line.kind for line in queue(disputed, Wanted(kind=DisputeKind.LABEL))] == [DisputeKind.LABEL]
    assert len(queue(disputed, Wanted(label="LOC"))) == 1
    assert len(queue(disputed, Wanted(pair=("an", "binh")))) == 3
    assert queue(disputed, Wanted(report_id="another")) == []


def test_that_a_settled_dispute_leaves_the_queue_and_comes_back_by_undo(disputed, report):
    settled = settle_first(disputed, report)
    assert settled.id not in {line.id for line in queue(disputed)}
    assert [line.id for line in queue(disputed, Wanted(settled=True))] == [settled.id]
    undo(disputed)
    assert settled.id in {line.id for line in queue(disputed)}


def test_that_a_list_is_kept_and_made_anew_only_where_work_went_on(disputed, report, work):
    assert recount(disputed) == [report.id]
    assert recount(disputed) == []
    path = disputed.path
    disputed.close()
    with Project.open(path, author="chi") as again:
        assert recount(again) == []
        work(again, report.id, "dung", accept("org"))
        assert recount(again) == [report.id]
        with again.beside() as beside:
            beside.author = "binh"
            opened = OpenReport(beside, report.id)
            opened.commit(editing.reject(opened.desk, ["person"]))
        assert recount(again) == [report.id]
        assert {name for line in queue(again) for names in line.authors for name in names} == {"an", "dung"}


def test_that_a_project_open_for_reading_only_shows_its_queue_too(disputed):
    path = disputed.path
    count = len(queue(disputed))
    with Project.open(path, read_only=True) as second:
        assert len(queue(second)) == count
        assert len(queue(second, machines=True)) > count


def test_that_a_stopped_look_shows_what_was_known(disputed, report):
    assert queue(disputed, cancelled=lambda: True) == []
    lines = queue(disputed)
    settle_first(disputed, report)
    assert queue(disputed, cancelled=lambda: True) == lines


def test_that_the_next_open_dispute_follows_and_then_the_first(disputed):
    one, two, three = queue(disputed)
    settled = replace(two, is_settled=True)
    assert following([one, settled, three], one.id) == three
    assert following([one, settled, three], three.id) == one
    assert following([settled], settled.id) is None
    assert following([one, two], "gone") == one


def test_that_a_queue_takes_over_the_lines_of_one_report_in_their_places(disputed, report):
    lines = queue(disputed)
    settled = settle_first(disputed, report)
    fresh = with_lines(lines, report.id, report_lines(disputed, report.id))
    assert [line.id for line in fresh] == [line.id for line in lines]
    assert [line.is_settled for line in fresh] == [line.id == settled.id for line in lines]
    assert with_lines(lines, "another", []) == lines
    assert with_lines([], report.id, lines) == lines


def test_that_a_flag_of_the_only_analyst_is_in_the_queue_with_its_note(filled, report, work):
    work(filled, report.id, "an", accept("org"), flag("org", "cấp nào?"))
    (line,) = queue(filled)
    assert line.kind is DisputeKind.DOUBT
    (dispute,) = review(filled, report.id).open
    assert [(doubt.author, doubt.note) for doubt in dispute.doubts] == [("an", "cấp nào?")]


def test_that_the_library_counts_open_disputes(disputed, report):
    assert disputed.row(report.id).disputes == 0
    recount(disputed)
    row = disputed.row(report.id)
    assert (row.disputes, row.stage) == (3, Stage.DISPUTED)
    assert disputed.rows() == [row]
    assert rows_since(disputed, Mark())[0] == [row]
    disputed.author = "an"
    assert (disputed.row(report.id).disputes, disputed.row(report.id).stage) == (3, Stage.DONE)
    disputed.author = "chi"
    settle_first(disputed, report)
    recount(disputed)
    assert disputed.row(report.id).disputes == 2


def test_that_an_analyst_sees_no_disputes_of_others_while_work_is_hidden(disputed, report):
    recount(disputed)
    settle_first(disputed, report)
    set_blind(disputed, True)
    disputed.author = "dung"
    disputed.ensure_author()
    assert queue(disputed) == []
    seen = review(disputed, report.id)
    assert (seen.sets, seen.outcomes, seen.resolved.spans) == ((), {}, {})
    assert disputed.row(report.id).disputes == 0
    add_member(disputed, "dung", "reviewer")
    assert len(queue(disputed)) == 2
    assert disputed.row(report.id).disputes == 2
