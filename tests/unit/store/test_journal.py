"""Committing writes journal, sets and counts together or not at all, as the domain says edits apply."""

import sqlite3
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.edits import Edit, Fragment, applied
from annotator.domain.errors import StaleEditError, UserError
from annotator.domain.history import latest_batch, redo_stack, undo_stack
from annotator.domain.progress import Counts
from annotator.domain.relations import Relation
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span, State
from annotator.store.authors import ensure_author
from annotator.store.connection import open_store
from annotator.store.journal import Draft, commit, entries, last_row
from annotator.store.reports import report_row
from annotator.store.sets import extractor_sets, load_set, rejected_strings, reports_of, set_authors

SPAN = Span("a", 0, 7, "entity", "ORG", State.ACCEPTED)
OTHER = Span("b", 8, 16, "entity", "LOC", State.ACCEPTED)
LINK = Relation("measures", "a", "b")


def adding(*spans, relations=()):
    return Edit("add", Fragment(), Fragment(tuple(spans), frozenset(relations)))


def draft(report, edit, *, author="an", owner="", batch="b", **more):
    return Draft(report.id, owner or author, author, batch, edit, **more)


def content(store):
    tables = ("sets", "spans", "relations", "journal", "counts", "clock")
    return {table: store.rows(f"SELECT * FROM {table}") for table in tables}


def between(held, target):
    return Edit(
        "change",
        Fragment(
            tuple(s for i, s in held.spans.items() if target.spans.get(i) != s),
            held.relations - target.relations,
            held.finished,
        ),
        Fragment(
            tuple(s for i, s in target.spans.items() if held.spans.get(i) != s),
            target.relations - held.relations,
            target.finished,
        ),
    )


@given(data=st.data())
def test_that_a_chain_of_edits_leaves_in_the_file_what_the_domain_says(data, sets, shared, new_report):
    store, page = shared, new_report()
    held = AnnotationSet(page.id, "an")
    for number in range(data.draw(st.integers(1, 3))):
        target = replace(data.draw(sets), report_id=page.id, author="an")
        edit = between(held, target)
        commit(store, [draft(page, edit, batch=f"b{number}")], {})
        held = applied(held, edit)
        assert load_set(store, page.id, "an") == held == target
    told = AnnotationSet(page.id, "an")
    for entry in entries(store, page.id):
        told = applied(told, entry.edit)
    assert told == held


@given(data=st.data())
def test_that_an_edit_that_does_not_fit_is_refused_as_the_domain_refuses_it(data, sets, shared, new_report):
    store, page = shared, new_report()
    held, one, two = (replace(data.draw(sets), report_id=page.id, author="an") for _ in range(3))
    commit(store, [draft(page, between(AnnotationSet(page.id, "an"), held))], {})
    edit, before = between(one, two), entries(store, page.id)
    try:
        expected = applied(held, edit)
    except StaleEditError:
        with pytest.raises(StaleEditError):
            commit(store, [draft(page, edit)], {(page.id, "an"): Counts(9)})
        assert (load_set(store, page.id, "an"), entries(store, page.id)) == (held, before)
        assert report_row(store, page.id, "an").counts == Counts()
    else:
        commit(store, [draft(page, edit)], {})
        assert load_set(store, page.id, "an") == expected


@given(data=st.data())
def test_that_undo_and_redo_from_the_file_lead_back_and_forth(data, sets, shared, new_report):
    store, page = shared, new_report()
    stages = [AnnotationSet(page.id, "an")]
    for number in range(3):
        stages.append(replace(data.draw(sets), report_id=page.id, author="an"))
        commit(store, [draft(page, between(*stages[-2:]), batch=f"b{number}")], {})
    for number, (stack, action) in enumerate([(undo_stack, "undo"), (redo_stack, "redo")]):
        for step in range(3):
            (entry,) = latest_batch(stack(entries(store, page.id, author="an")))
            back = draft(
                page, entry.edit.inverse(), batch=f"{number}.{step}", reverts=entry.id, action=action
            )
            commit(store, [back], {})
            expected = stages[2 - step] if action == "undo" else stages[step + 1]
            assert load_set(store, page.id, "an") == expected


def test_that_an_entry_comes_back_as_it_was_written(store, report, path):
    (written,) = commit(
        store,
        [
            draft(
                report,
                adding(SPAN, OTHER, relations=[LINK]),
                answers=("a", "b"),
                seconds=1.25,
                reason="said so",
            )
        ],
        {},
    )
    assert (written.clock, written.device, written.action) == (1, store.device, "edit")
    assert datetime.fromisoformat(written.at).utcoffset().total_seconds() == 0
    assert len(written.id) == 32
    store.close()
    with open_store(path) as again:
        assert entries(again, report.id) == [written]


def test_that_the_clock_goes_on_over_commits_and_sessions(store, report, path):
    commit(store, [draft(report, adding(SPAN)), draft(report, adding(OTHER))], {})
    store.close()
    with open_store(path) as again:
        commit(again, [draft(report, adding(replace(SPAN, id="c", start=1)))], {})
        assert [entry.clock for entry in entries(again, report.id)] == [1, 2, 3]


def test_that_entries_of_one_author_include_those_in_the_sets_of_others(store, report):
    ensure_author(store, "binh")
    commit(store, [draft(report, adding(SPAN), author="rules")], {})
    commit(store, [draft(report, adding(OTHER), author="an", owner="rules")], {})
    commit(store, [draft(report, adding(SPAN), author="binh")], {})
    assert [(e.author, e.set_author) for e in entries(store, report.id, author="an")] == [("an", "rules")]
    assert len(entries(store, report.id)) == 3


def test_that_the_sets_of_machines_and_persons_are_told_apart(store, report):
    ensure_author(store, "crf", kind="model")
    for author in ("rules", "crf", "an"):
        commit(store, [draft(report, adding(SPAN), author=author)], {})
    assert [held.author for held in extractor_sets(store, report.id)] == ["rules", "crf"]
    assert set_authors(store, report.id) == ["an", "rules", "crf"]
    assert reports_of(store, "crf") == [report.id]
    assert reports_of(store, "nobody") == []


def test_that_a_batch_is_written_whole_or_not_at_all(store, report):
    before = content(store)
    with pytest.raises(StaleEditError):
        commit(
            store, [draft(report, adding(SPAN)), draft(report, adding(SPAN))], {(report.id, "an"): Counts(1)}
        )
    assert content(store) == before


def test_that_one_commit_may_follow_up_on_its_own_edits(store, report):
    later = Edit("relabel", Fragment((SPAN,)), Fragment((replace(SPAN, label="LOC"),)))
    commit(store, [draft(report, adding(SPAN)), draft(report, later)], {})
    assert load_set(store, report.id, "an").spans["a"].label == "LOC"


@pytest.mark.parametrize(
    ("change", "code"), [({"report_id": "none"}, "no-report"), ({"author": "none"}, "unknown-author")]
)
def test_that_unknown_reports_and_authors_are_refused_by_name(store, report, change, code):
    before = content(store)
    with pytest.raises(UserError, match="none") as caught:
        commit(store, [replace(draft(report, adding(SPAN)), **change)], {})
    assert caught.value.code == code
    assert content(store) == before


def test_that_counts_can_be_written_without_an_edit(store, report):
    commit(store, [], {(report.id, "an"): Counts(1, 2, 3, 4)})
    commit(store, [], {(report.id, "an"): Counts(5, 6, 7, 8)})
    assert report_row(store, report.id, "an").counts == Counts(5, 6, 7, 8)
    assert entries(store, report.id) == []


def test_that_time_spent_adds_up_for_its_author_whoever_owns_the_set(store, report):
    commit(store, [draft(report, adding(SPAN), seconds=1.5)], {})
    commit(store, [draft(report, adding(SPAN), owner="rules", seconds=2.0)], {})
    commit(store, [draft(report, adding(OTHER))], {})
    assert report_row(store, report.id, "an").seconds == 3.5
    assert report_row(store, report.id, "rules").seconds == 0.0


def test_that_an_empty_edit_of_an_extractor_leaves_a_set(store, report):
    commit(store, [draft(report, Edit("extract"), author="rules")], {})
    assert reports_of(store, "rules") == [report.id]


def test_that_rows_name_the_entry_that_last_wrote_them(store, report):
    first, second = (
        commit(store, [draft(report, edit)], {})[0]
        for edit in (
            adding(SPAN, OTHER),
            Edit("note", Fragment((SPAN,)), Fragment((replace(SPAN, note="?"),))),
        )
    )
    rows = store.rows(
        "SELECT span_id, entry_id FROM spans JOIN journal ON journal.id = entry ORDER BY span_id"
    )
    assert rows == [("a", second.id), ("b", first.id)]


def test_that_rejected_strings_are_counted_by_label_and_folded_text(store, report):
    ensure_author(store, "binh")
    no = [
        replace(SPAN, state=State.REJECTED),
        replace(OTHER, state=State.REJECTED),
        Span("c", 30, 34, "entity", "ORG"),
    ]
    commit(store, [draft(report, adding(*no))], {})
    commit(store, [draft(report, adding(no[0]), author="binh")], {})
    assert rejected_strings(store) == {("ORG", "tỉnh ủy"): 2, ("LOC", "lai châu"): 1}


def test_that_the_journal_cannot_be_changed_or_shortened(store, report):
    commit(store, [draft(report, adding(SPAN))], {})
    for statement in ("DELETE FROM journal", "UPDATE journal SET author = 2"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store.db.conn.execute(statement)
    assert len(entries(store, report.id)) == 1


def test_that_a_full_disk_leaves_an_edit_undone(store, report):
    pages = store.rows("PRAGMA page_count")[0][0]
    store.rows(f"PRAGMA max_page_count = {pages}")
    many = tuple(Span(f"s{n}", n, n + 1, "entity", "ORG", note="x" * 50) for n in range(2000))
    before = content(store)
    with pytest.raises(UserError) as caught:
        commit(store, [draft(report, adding(*many))], {(report.id, "an"): Counts(1)})
    assert caught.value.code == "disk-full"
    assert content(store) == before
    store.rows("PRAGMA max_page_count = 100000")
    commit(store, [draft(report, adding(*many))], {})
    assert len(load_set(store, report.id, "an").spans) == 2000


def test_that_a_read_only_project_takes_no_edit(store, report):
    with open_store(store.path) as second, pytest.raises(UserError) as caught:
        commit(second, [draft(report, adding(SPAN))], {})
    assert caught.value.code == "read-only"


def test_that_what_was_worked_out_from_an_older_journal_is_refused(store, report):
    assert last_row(store, report.id) == 0
    draft = Draft(report.id, "rules", "rules", "b", Edit("extract"))
    commit(store, [draft], {}, last={report.id: 0})
    row = last_row(store, report.id)
    assert row > 0
    with pytest.raises(StaleEditError):
        commit(store, [draft], {}, last={report.id: 0})
    assert last_row(store, report.id) == row
    commit(store, [draft], {}, last={report.id: row})


def test_that_entries_of_one_set_are_told_from_those_of_another(store, report):
    drafts = [
        Draft(report.id, "rules", "rules", "b", Edit("extract")),
        Draft(report.id, "rules", "an", "b", Edit("again")),
        Draft(report.id, "an", "an", "b", Edit("accept")),
    ]
    commit(store, drafts, {})
    labels = [e.edit.label for e in entries(store, report.id, set_author="rules")]
    assert labels == ["extract", "again"]
    assert [e.edit.label for e in entries(store, report.id, author="an", set_author="an")] == ["accept"]
