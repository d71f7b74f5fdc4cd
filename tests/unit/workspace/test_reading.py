"""An open report: every edit on disk before it is seen, undo and redo from the journal, finishing, time."""

from __future__ import annotations

import pytest

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import StaleEditError, UserError
from annotator.domain.history import Draft
from annotator.domain.relations import HOLDS, Relation
from annotator.domain.spans import State
from annotator.workspace import editing
from annotator.workspace.projects import Project
from annotator.workspace.reading import LONGEST_THOUGHT, OpenReport
from annotator.workspace.stepping import ahead


def seen(opened):
    """Return all that an analyst sees, to compare."""
    view = opened.view
    return list(view), view.relations(), view.counts, view.finished


def on_disk(opened):
    """Read the analyst's set over a second connection."""
    with opened.project.beside() as beside:
        return beside.decisions(opened.report_id)


def test_that_a_commit_is_on_disk_when_it_is_done(opened):
    done = opened.commit(editing.accept(opened.desk, ["money"]))
    held = on_disk(opened)
    assert held.spans["money"] == opened.view.get("money")
    assert held.relations == opened.view.decided_relations("money")
    assert (done.label, done.spans, done.everything) == ("accept", 1, False)
    assert [span.id for span in done.change.added] == ["money"]


def test_that_an_edit_that_changes_nothing_is_not_journalled(opened):
    opened.commit(editing.accept(opened.desk, ["money"]))
    assert opened.commit(editing.accept(opened.desk, ["money"])) is None
    assert len(opened.history()) == 1


@pytest.mark.parametrize("move", ["commit", "undo", "redo"])
def test_that_a_commit_that_fails_leaves_the_view_as_it_was(opened, move):
    opened.commit(editing.accept(opened.desk, ["money", "thu"]))
    opened.commit(editing.reject(opened.desk, ["org"]))
    opened.undo()
    before, edit = seen(opened), editing.relabel(opened.desk, "thu", "ORG")
    opened.project.store.db.conn.execute("PRAGMA query_only = ON")
    with pytest.raises(UserError):
        opened.commit(edit) if move == "commit" else getattr(opened, move)()
    opened.project.store.db.conn.execute("PRAGMA query_only = OFF")
    assert seen(opened) == before
    assert opened.commit(edit) is not None
    assert seen(opened) == seen(OpenReport(opened.project, opened.report_id))


def test_that_a_set_somebody_changed_behind_the_view_is_not_overwritten(opened):
    with opened.project.beside() as beside:
        other = OpenReport(beside, opened.report_id)
        other.commit(editing.reject(other.desk, ["org"]))
    before = seen(opened)
    with pytest.raises(StaleEditError):
        opened.commit(editing.accept(opened.desk, ["org"]))
    assert seen(opened) == before
    assert on_disk(opened).spans["org"].state is State.REJECTED


def test_that_undo_and_redo_step_through_the_edits(opened):
    states = [seen(opened)]
    for make in (
        lambda: editing.accept(opened.desk, ["money", "thu"]),
        lambda: editing.relabel(opened.desk, "org", "LOC"),
        lambda: editing.join(opened.desk, "person"),
        lambda: editing.reject(opened.desk, ["thu"]),
    ):
        opened.commit(make())
        states.append(seen(opened))
    for state in reversed(states[:-1]):
        assert opened.undo() is not None
        assert seen(opened) == state
    assert opened.undo() is None
    for state in states[1:]:
        assert opened.redo() is not None
        assert seen(opened) == state
    assert opened.redo() is None


def test_that_undo_and_redo_go_on_after_a_restart(filled, report):
    opened = OpenReport(filled, report.id)
    opened.commit(editing.accept(opened.desk, ["org"]))
    opened.commit(editing.reject(opened.desk, ["date"]))
    opened.undo()
    filled.close()
    with Project.open(filled.path, author="an") as again:
        opened = OpenReport(again, report.id)
        assert (opened.undo_label(), ahead(opened, -1)[-1].edit.label) == ("accept", "reject")
        opened.redo()
        assert opened.view.get("date").state is State.REJECTED
        opened.undo()
        opened.undo()
        assert opened.undo_label() == ""
        assert again.decisions(report.id).spans == {}


def test_that_a_new_edit_leaves_nothing_to_redo(opened):
    opened.commit(editing.accept(opened.desk, ["org"]))
    opened.undo()
    opened.commit(editing.reject(opened.desk, ["org"]))
    assert opened.redo() is None


def test_that_an_authors_undo_leaves_another_authors_work_alone(filled, report):
    mine = OpenReport(filled, report.id)
    mine.commit(editing.accept(mine.desk, ["org"]))
    with filled.beside() as beside:
        beside.author = "binh"
        beside.ensure_author()
        theirs = OpenReport(beside, report.id)
        assert theirs.undo() is None
        theirs.commit(editing.reject(theirs.desk, ["org"]))
        theirs.undo()
    assert filled.decisions(report.id).spans["org"].state is State.ACCEPTED
    assert filled.decisions(report.id, "binh").spans == {}


def test_that_each_edit_stands_in_the_history_once(opened):
    opened.commit(editing.accept(opened.desk, ["money"]))
    opened.commit(editing.reject(opened.desk, ["thu"]))
    opened.undo()
    assert [(e.edit.label, e.action) for e in opened.history()] == [
        ("accept", "edit"),
        ("reject", "edit"),
        ("reject", "undo"),
    ]
    assert [e.edit.label for e in opened.history("thu")] == ["reject", "reject"]
    assert opened.history("thu")[0].answers == ("thu",)
    assert opened.history() == OpenReport(opened.project, opened.report_id).history()


def test_that_a_reason_is_kept_with_the_edit(opened):
    opened.commit(editing.reject(opened.desk, ["org"]), reason="a place, no body")
    assert opened.history()[0].reason == "a place, no body"


def test_that_a_finished_report_reopens_on_the_first_change_and_closes_again_with_its_undo(opened):
    opened.commit(editing.finish(opened.desk, leftovers="accept"))
    finished = seen(opened)
    done = opened.commit(editing.relabel(opened.desk, "org", "LOC"))
    assert done.label == "relabel"
    assert (opened.view.finished, on_disk(opened).finished) == (False, False)
    opened.undo()
    assert seen(opened) == finished
    assert on_disk(opened).finished


def test_that_undoing_finish_opens_every_candidate_it_closed(opened):
    before = seen(opened)
    opened.commit(editing.finish(opened.desk, leftovers="reject"))
    assert opened.project.row(opened.report_id).stage == "done"
    opened.undo()
    assert seen(opened) == before
    assert opened.project.row(opened.report_id).stage == "untouched"


def test_that_time_spent_is_counted_without_long_absences(filled, report):
    now = [1000.0]
    opened = OpenReport(filled, report.id, clock=lambda: now[0])
    now[0] += 7.5
    opened.commit(editing.accept(opened.desk, ["org"]))
    now[0] += 10 * LONGEST_THOUGHT
    opened.commit(editing.accept(opened.desk, ["date"]))
    now[0] += 2
    opened.undo()
    assert [entry.seconds for entry in opened.history()] == [7.5, LONGEST_THOUGHT, 2.0]
    assert filled.row(report.id).seconds == 9.5 + LONGEST_THOUGHT


def test_that_time_spent_before_a_failure_counts_for_the_next_commit(filled, report):
    now = [0.0]
    opened = OpenReport(filled, report.id, clock=lambda: now[0])
    now[0] = 5.0
    filled.store.db.conn.execute("PRAGMA query_only = ON")
    with pytest.raises(UserError):
        opened.commit(editing.accept(opened.desk, ["org"]))
    filled.store.db.conn.execute("PRAGMA query_only = OFF")
    now[0] = 6.0
    opened.commit(editing.accept(opened.desk, ["org"]))
    assert opened.history()[0].seconds == 6.0


def test_that_counts_in_the_library_are_those_of_the_view(opened):
    project, report_id = opened.project, opened.report_id
    for make in (
        lambda: editing.accept(opened.desk, ["money"]),
        lambda: editing.annotate(opened.desk, "thu", flagged=True),
        lambda: editing.draw(opened.desk, 0, 8, "ORG"),
        lambda: editing.finish(opened.desk, leftovers="reject"),
    ):
        opened.commit(make())
        assert project.row(report_id).counts == opened.view.counts
    opened.undo()
    assert project.row(report_id).counts == opened.view.counts


def test_that_counts_that_fell_behind_are_put_right_when_the_report_is_opened(opened, candidates):
    project, report_id = opened.project, opened.report_id
    opened.commit(editing.accept(opened.desk, ["money"]))
    gone = Edit("extract", Fragment((candidates.spans["org"],)))
    project.commit([Draft(report_id, "rules", "rules", "b", gone)], {})
    again = OpenReport(project, report_id)
    assert project.row(report_id).counts == again.view.counts != opened.view.counts


def test_that_a_report_opened_for_reading_only_changes_nothing(filled, report):
    filled.close()
    with Project.open(filled.path, author="an", read_only=True) as project:
        opened = OpenReport(project, report.id)
        before = seen(opened)
        with pytest.raises(UserError, match="reading only"):
            opened.commit(editing.accept(opened.desk, ["org"]))
        assert seen(opened) == before
        assert opened.undo() is None


def test_that_relations_of_a_span_are_those_that_leave_and_reach_it(opened):
    assert {r.source for r in opened.relations_of("thu")} == {"money", "percent"}
    assert {r.target for r in opened.relations_of("money")} == {"thu", "date"}


def test_that_sentences_and_paragraphs_end_where_they_end(opened, place):
    text = opened.report.text
    start = place("2.236")[0]
    assert text[: opened.sentence_end(start)].endswith("so với dự toán.")
    assert opened.sentence_at(start) == "Thu ngân sách đạt 2.236 tỷ đồng, tăng 6,43% so với dự toán."
    assert opened.paragraph_end(start) == text.index("\nIn bài viết")
    assert opened.paragraph_end(len(text)) == len(text)


def test_that_a_border_moves_by_syllable_and_by_character(opened, place):
    org = opened.view.get("org")
    text = opened.report.text
    start, end = opened.moved(borders(org), "end", -1)
    assert text[start:end] == "Tỉnh ủy Yên"
    start, end = opened.moved(borders(org), "start", 1)
    assert text[start:end] == "ủy Yên Thủy"
    assert opened.moved(borders(org), "end", 1) == (0, place("họp")[1])
    assert opened.moved(borders(org), "start", 1, by_character=True) == (1, 16)
    assert opened.moved(borders(org), "end", -1, by_character=True) == (0, 15)


def test_that_a_border_moved_by_character_steps_over_white_space(opened, place):
    opened.commit(editing.resize(opened.desk, "org", *place("ủy Yên")))
    org, text = opened.view.get("org"), opened.report.text
    assert text[slice(*opened.moved(borders(org), "end", 1, by_character=True))] == "ủy Yên T"
    assert text[slice(*opened.moved(borders(org), "start", -1, by_character=True))] == "h ủy Yên"
    opened.commit(editing.resize(opened.desk, "org", *place("ủy Y")))
    org = opened.view.get("org")
    assert text[slice(*opened.moved(borders(org), "end", -1, by_character=True))] == "ủy"


def borders(span):
    return span.start, span.end


def test_that_a_border_at_the_edge_of_the_report_stays(opened):
    org = opened.view.get("org")
    by_character = opened.moved(borders(org), "start", -1, by_character=True)
    assert opened.moved(borders(org), "start", -1) == by_character == (0, 16)


def test_that_a_proposed_link_goes_when_its_end_is_relabelled_to_what_it_may_not_reach(opened) -> None:
    assert Relation(HOLDS, "person", "position") in opened.view.relations()
    done = opened.commit(editing.relabel(opened.desk, "position", "ORG"))
    assert Relation(HOLDS, "person", "position") not in opened.view.relations()
    assert Relation(HOLDS, "person", "position") in done.change.unlinked
    opened.undo()
    assert Relation(HOLDS, "person", "position") in opened.view.relations()
