"""One step over several reports is undone and redone as one, from any of them and after a restart."""

from __future__ import annotations

import pytest

from annotator.domain.errors import StaleEditError, UserError
from annotator.domain.history import SHARED
from annotator.domain.reports import Report
from annotator.store.integrity import check
from annotator.store.journal import reports_of_batch
from annotator.store.reports import add_report
from annotator.workspace import editing
from annotator.workspace.batching import commit_all, merged
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport

TEXTS = [f"Tỉnh ủy họp lần {number}.\nTỉnh ủy giao việc cho tỉnh đoàn." for number in range(4)]


@pytest.fixture
def reports(project):
    project.ensure_author()
    made = [Report(f"r{number}", text) for number, text in enumerate(TEXTS)]
    for report in made:
        add_report(project.store, report)
    return [report.id for report in made]


def drawing(report, *places, label="ORG"):
    return merged("add", [editing.draw(report.desk, start, end, label) for start, end in places])


def drawn_everywhere(project, opened):
    others = [OpenReport(project, r) for r in project.report_ids() if r != opened.report_id]
    steps = [(report, drawing(report, (0, 7), (19, 26))) for report in (opened, *others)]
    return commit_all(project, steps, opened=opened)


def spans(project, report_id):
    return {(s.start, s.end, s.label) for s in project.decisions(report_id).spans.values()}


def test_that_a_step_over_reports_is_undone_from_any_of_them(project, reports) -> None:
    opened = OpenReport(project, reports[0])
    done = drawn_everywhere(project, opened)
    assert (done.reports, done.spans, len(done.change.added)) == (4, 8, 2)
    assert all(len(spans(project, each)) == 2 for each in reports)
    other = OpenReport(project, reports[2])
    undone = other.undo()
    assert (undone.reports, undone.spans, undone.left_out) == (4, 8, ())
    assert not any(spans(project, each) for each in reports)
    assert len(other.view) == 0
    assert OpenReport(project, reports[3]).redo().reports == 4
    assert all(len(spans(project, each)) == 2 for each in reports)


def test_that_a_step_over_reports_is_undone_after_a_restart(project, reports) -> None:
    drawn_everywhere(project, OpenReport(project, reports[0]))
    path = project.path
    project.close()
    with Project.open(path, author="an") as again:
        assert OpenReport(again, reports[1]).undo().reports == 4
        assert not any(spans(again, each) for each in reports)


def test_that_reports_changed_since_keep_their_part_and_are_named(project, reports) -> None:
    drawn_everywhere(project, OpenReport(project, reports[0]))
    changed = OpenReport(project, reports[1])
    first = next(iter(changed.view))
    changed.commit(editing.relabel(changed.desk, first.id, "EVENT"))
    undone = OpenReport(project, reports[0]).undo()
    assert (undone.reports, undone.left_out) == (3, ("r1",))
    assert len(spans(project, reports[1])) == 2
    assert not spans(project, reports[3])


def test_that_a_later_change_elsewhere_in_a_report_does_not_hold_back_the_step(project, reports) -> None:
    drawn_everywhere(project, OpenReport(project, reports[0]))
    changed = OpenReport(project, reports[1])
    changed.commit(editing.draw(changed.desk, 41, 50, "ORG"))
    assert OpenReport(project, reports[0]).undo().reports == 4
    assert {place[:2] for place in spans(project, reports[1])} == {(41, 50)}
    assert OpenReport(project, reports[1]).undo().reports == 1


def test_that_undoing_a_step_leaves_no_link_of_a_report_changed_since_without_its_end(
    project, reports
) -> None:
    opened, other = OpenReport(project, reports[0]), OpenReport(project, reports[1])
    commit_all(project, [(each, drawing(each, (0, 7), label="INDICATOR")) for each in (opened, other)])
    changed = OpenReport(project, reports[1])
    changed.commit(editing.draw(changed.desk, 16, 17, "COUNT"))
    indicator, figure = changed.view
    changed.commit(editing.link(changed.desk, figure.id, indicator.id, "measures"))
    assert OpenReport(project, reports[0]).undo().left_out == ("r1",)
    assert len(spans(project, reports[1])) == 2
    assert check(project.store) == []


def test_that_undoing_a_step_elsewhere_bars_no_way_back_in_a_report_finished_since(project, reports) -> None:
    other = OpenReport(project, reports[1])
    other.commit(editing.finish(other.desk))
    drawn_everywhere(project, OpenReport(project, reports[0]))
    changed = OpenReport(project, reports[1])
    changed.commit(editing.finish(changed.desk))
    changed.commit(editing.draw(changed.desk, 41, 50, "ORG"))
    assert OpenReport(project, reports[0]).undo().left_out == ("r1",)
    again = OpenReport(project, reports[1])
    assert not again.view.finished
    while again.undo() is not None:
        assert check(project.store) == []
    assert (len(again.view), again.view.finished) == (0, False)


def test_that_finished_reports_are_reopened_by_the_step_and_finished_again_by_undo(project, reports) -> None:
    other = OpenReport(project, reports[1])
    other.commit(editing.finish(other.desk))
    opened = OpenReport(project, reports[0])
    drawn_everywhere(project, opened)
    assert not project.decisions(reports[1]).finished
    opened.undo()
    assert project.decisions(reports[1]).finished


def test_that_a_step_that_cannot_be_written_changes_nothing(project, reports) -> None:
    opened, other = OpenReport(project, reports[0]), OpenReport(project, reports[1])
    stale = OpenReport(project, reports[2])
    steps = [(each, drawing(each, (0, 7))) for each in (opened, other, stale)]
    late = OpenReport(project, reports[2])
    first = late.commit(drawing(late, (0, 7)))
    gone = next(iter(first.change.added))
    edit = editing.relabel(late.desk, gone.id, "EVENT")
    late.undo()
    with pytest.raises(StaleEditError):
        commit_all(project, [*steps[:2], (late, edit)], opened=opened)
    assert len(opened.view) == 0
    assert not any(spans(project, each) for each in reports)


def test_that_a_read_only_project_refuses_the_step(project, reports) -> None:
    path = project.path
    with Project.open(path, author="an", read_only=True) as held:
        opened = OpenReport(held, reports[0])
        with pytest.raises(UserError, match="reading only"):
            drawn_everywhere(held, opened)
        assert len(opened.view) == 0


def test_that_one_report_alone_makes_no_shared_batch(project, reports) -> None:
    opened = OpenReport(project, reports[0])
    done = commit_all(project, [(opened, drawing(opened, (0, 7)))], opened=opened)
    assert done.reports == 1
    (entry,) = opened.history()
    assert not entry.batch.startswith(SHARED)
    assert opened.undo().reports == 1


def test_that_a_step_of_nothing_is_no_step(project, reports) -> None:
    opened = OpenReport(project, reports[0])
    assert commit_all(project, [(opened, drawing(opened))], opened=opened) is None
    assert opened.history() == []


def test_that_shared_batches_are_found_by_their_index(project, reports) -> None:
    drawn_everywhere(project, OpenReport(project, reports[0]))
    (entry,) = OpenReport(project, reports[1]).history()
    assert reports_of_batch(project.store, entry.batch) == reports
    plan = project.store.rows(
        "EXPLAIN QUERY PLAN SELECT id FROM journal WHERE batch = ? AND batch >= '+' AND batch < ','", ("+1",)
    )
    assert "journal_of_shared_batch" in str(plan)
