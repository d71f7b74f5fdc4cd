"""Merging is the same in every order and grouping, changes nothing the second time, and loses nothing."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from itertools import count, permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.domain.disputes import Answer, Resolution, Ruling
from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.history import Draft
from annotator.domain.spans import Span, State, candidate_id
from annotator.store.integrity import check
from annotator.store.journal import entries
from annotator.store.resolutions import keep_resolutions, resolutions
from annotator.store.sets import load_set, set_authors
from annotator.workspace import editing
from annotator.workspace.assigning import put_assignees
from annotator.workspace.bundling import bundle
from annotator.workspace.counting import everybodys_counts, person_sets
from annotator.workspace.merging import merge
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport


@pytest.fixture(scope="module")
def begun(tmp_path_factory, schema, report, candidates):
    """Give the file of a project with two reports, whose candidates are the same."""
    from annotator.domain.reports import Report
    from annotator.store.authors import ensure_author
    from annotator.store.reports import add_report

    path = tmp_path_factory.mktemp("begun") / "begun.annotator"
    with Project.create(path, schema=schema, author="an") as project:
        ensure_author(project.store, "rules", kind="extractor")
        for made in (report, Report("hai", report.text + "Hết.\n", sections=report.sections)):
            add_report(project.store, made)
            edit = Edit(
                "extract", Fragment(), Fragment(tuple(candidates.spans.values()), candidates.relations)
            )
            extracted(project, made.id, edit)
    return path


def extracted(project, report_id, edit):
    """Write an extraction, with the counts that follow from it."""
    with project.store.writing():
        draft = Draft(report_id=report_id, set_author="rules", author="rules", batch="b", edit=edit)
        project.commit([draft], {})
        held = project.candidates(report_id)
        sets = person_sets(project, report_id)
        project.commit([], everybodys_counts(held, sets, threshold=project.threshold))


def extract(project, report_id, number):
    """Replace a candidate nobody answered by one of another length, as other rules would."""
    answered = {key for held in person_sets(project, report_id) for key in held.spans}
    answered |= {
        end for h in person_sets(project, report_id) for r in h.relations for end in (r.source, r.target)
    }
    held = load_set(project.store, report_id, "rules")
    old = [span for span in held.ordered() if span.id not in answered and span.is_undecided]
    if not old:
        return
    gone = old[number % len(old)]
    start, end = gone.start, gone.end + number % 3 - 1
    if end <= start:
        return
    new = Span(
        candidate_id("rules", gone.layer, gone.label, start, end), start, end, gone.layer, gone.label,
        score=0.8, extractor="rules",
    )  # fmt: skip
    links = frozenset(r for r in held.relations if gone.id in (r.source, r.target))
    if new.id not in held.spans:
        extracted(project, report_id, Edit("extract", Fragment((gone,), links), Fragment((new,))))


def act(project, report_id, author, verb, number):
    """Do one thing in a report as an author would; what is refused is not done."""
    project.author = author
    project.ensure_author()
    if verb == "extract":
        return extract(project, report_id, number)
    if verb == "resolve":
        ruling = Ruling("entity", number, number + 3)
        row = Resolution(
            "", report_id, author, "", 0, "", f"b{number}", f"d{number % 3}", Answer.NONE, ruling, "", ""
        )
        keep_resolutions(project.store, [row])
        return None
    opened = OpenReport(project, report_id)
    spans = list(opened.view)
    span = spans[number % len(spans)]
    doing = {
        "accept": lambda: opened.commit(editing.accept(opened.desk, [span.id])),
        "reject": lambda: opened.commit(editing.reject(opened.desk, [span.id])),
        "relabel": lambda: opened.commit(editing.relabel(opened.desk, span.id, ["ORG", "MONEY"][number % 2])),
        "draw": lambda: opened.commit(editing.draw(opened.desk, number, number + 4, "LOC")),
        "resize": lambda: opened.commit(editing.resize(opened.desk, span.id, span.start, span.end + 1)),
        "link": lambda: opened.commit(editing.link(opened.desk, "money", "plan", "measures")),
        "finish": lambda: opened.commit(
            editing.finish(opened.desk, leftovers=["accept", "reject"][number % 2])
        ),
        "undo": opened.undo,
        "redo": opened.redo,
    }
    try:
        doing[verb]()
    except UserError:
        return None


VERBS = [
    "accept",
    "reject",
    "relabel",
    "draw",
    "resize",
    "link",
    "finish",
    "undo",
    "redo",
    "extract",
    "resolve",
]
STEPS = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from(["an", "binh"]), st.sampled_from(VERBS), st.integers(0, 90)),
    max_size=6,
)


def told(project):
    """Return all that a merge has to bring about, in no order that depends on how it came."""
    store = project.store
    found = {"memory": set(), "counts": set()}
    for report_id in project.report_ids():
        found[report_id] = {
            name: load_set(store, report_id, name) for name in sorted(set_authors(store, report_id))
        }
        found["journal", report_id] = entries(store, report_id, everything=True)
        found["review", report_id] = resolutions(store, report_id)
    found["memory"] = set(
        store.rows(
            "SELECT label, string, outcome, a.name, times FROM memory JOIN authors a ON a.id = author "
            "WHERE times > 0"
        )
    )
    found["partly"] = set(
        store.rows(
            "SELECT j.entry_id, p.before, p.after, p.refused FROM partly_applied p "
            "JOIN journal j ON j.id = p.entry"
        )
    )
    found["seconds"] = {
        (report, name): round(seconds, 6)
        for report, name, seconds in store.rows(
            "SELECT r.report_id, a.name, seconds FROM sets JOIN reports r ON r.id = report "
            "JOIN authors a ON a.id = sets.author"
        )
    }
    found["assigned"] = [row.assignees for row in project.rows()]
    found["clock"] = store.rows("SELECT value FROM clock")
    return found


class Copies:
    """Copies of a project, edited apart, and merged in fresh copies of each again and again."""

    def __init__(self, begun: Path, folder: Path, works) -> None:
        self.folder = folder
        self._numbers = count()
        self.paths = []
        for steps in works:
            self.paths.append(self.copy(begun))
            with Project.for_writing(self.paths[-1], author="an") as project:
                ids = project.report_ids()
                for report, author, verb, number in steps:
                    act(project, ids[report], author, verb, number)

    def copy(self, path: Path) -> Path:
        return Path(shutil.copy(path, self.folder / f"copy{next(self._numbers)}.annotator"))

    def merged(self, first: Path, *others: Path) -> Path:
        """Merge projects into a copy of the first, one after the other; return the copy."""
        target = self.copy(first)
        with Project.for_writing(target, author="an") as project:
            for other in others:
                merge(project, [other])
        return target


def state(path):
    with Project.open(path, author="an") as project:
        assert check(project.store) == []
        return told(project)


@settings(max_examples=6)
@given(st.lists(STEPS, min_size=2, max_size=3))
def test_that_order_and_grouping_are_no_matter_and_nothing_is_lost(begun, works):
    with TemporaryDirectory() as folder:
        copies = Copies(begun, Path(folder), works)
        first, *others = copies.paths
        outcome = copies.merged(first, *others)
        reached = state(outcome)
        for order in permutations(copies.paths):
            assert state(copies.merged(*order)) == reached
        assert state(copies.merged(first, copies.merged(*others))) == reached
        assert state(copies.merged(copies.merged(*others), first)) == reached
        for path in copies.paths:
            with Project.open(path, author="an") as project:
                for report_id in project.report_ids():
                    written = {each.id for each in entries(project.store, report_id, everything=True)}
                    assert written <= {each.id for each in reached["journal", report_id]}
        assert state(copies.merged(outcome, *copies.paths)) == reached
        with Project.for_writing(outcome, author="an") as project:
            again = merge(project, copies.paths)
            assert (again.entries, again.resolutions, again.backup) == (0, 0, None)
            assert told(project) == reached


@settings(max_examples=6)
@given(STEPS, STEPS)
def test_that_bundles_of_all_authors_bring_what_the_project_brings(begun, mine, theirs):
    with TemporaryDirectory() as folder:
        copies = Copies(begun, Path(folder), [mine, theirs])
        first, second = copies.paths
        files = [Path(folder) / f"{author}.bundle" for author in ("an", "binh")]
        with Project.for_writing(second, author="an") as project:
            put_assignees(project, project.report_ids(), ["an", "binh"])
            for author, path in zip(("an", "binh"), files, strict=True):
                bundle(project, path, author=author)
        reached = state(copies.merged(first, second))
        for order in permutations(files):
            assert state(copies.merged(first, *order)) == reached


@settings(max_examples=6)
@given(STEPS, STEPS, st.lists(st.sampled_from(["undo", "redo"]), max_size=8))
@example([(0, "an", "accept", 3)], [(0, "an", "reject", 1)], [])
def test_that_undo_and_redo_go_on_after_a_merge_and_can_be_merged_on(begun, mine, theirs, keys):
    with TemporaryDirectory() as folder:
        copies = Copies(begun, Path(folder), [mine, theirs])
        target = copies.merged(*copies.paths)
        with Project.for_writing(target, author="an") as project:
            (report_id, _) = project.report_ids()
            held = OpenReport(project, report_id)
            for key in keys:
                if (held.undo if key == "undo" else held.redo)() is not None:
                    assert project.row(report_id).counts == held.view.counts
            while held.undo() is not None:
                pass
            assert check(project.store) == []
        assert state(copies.merged(copies.paths[0], target)) == state(target)
        assert state(copies.merged(copies.paths[1], target)) == state(target)


def test_that_the_clock_goes_on_behind_all_that_was_merged(begun, tmp_path):
    busy = [(0, "an", "accept", 0)] * 2 + [(0, "an", "reject", number) for number in range(9)]
    copies = Copies(begun, tmp_path, [busy, []])
    target = copies.merged(copies.paths[1], copies.paths[0])
    with Project.for_writing(target, author="binh") as project:
        (report_id, _) = project.report_ids()
        before = max(each.clock for each in entries(project.store, report_id))
        act(project, report_id, "binh", "accept", 1)
        assert entries(project.store, report_id)[-1].clock > before


def test_that_a_decision_that_does_not_fit_is_kept_and_named(begun, tmp_path):
    copies = Copies(begun, tmp_path, [[(0, "an", "accept", 0)], [(0, "an", "reject", 0)]])
    target = copies.copy(copies.paths[0])
    with Project.for_writing(target, author="an") as project:
        done = merge(project, [copies.paths[1]])
        (line,) = done.unapplied
        assert "an did" in line
        assert "1 spans stay as that one left them" in line
        (report_id, _) = project.report_ids()
        assert len(entries(project.store, report_id, author="an", everything=True)) == 2
        assert len(entries(project.store, report_id, author="an")) == 1
        assert len(OpenReport(project, report_id).history()) == 1


def test_that_a_merge_tells_what_came_keeps_a_backup_and_can_be_stopped(begun, tmp_path):
    copies = Copies(begun, tmp_path, [[], [(0, "binh", "accept", 0), (1, "binh", "finish", 0)]])
    target = copies.copy(copies.paths[0])
    with Project.for_writing(target, author="an") as project:
        before = told(project)
        with pytest.raises(UserError, match="stopped; nothing was changed"):
            merge(project, [copies.paths[1]], cancelled=lambda: True)
        answers = iter([False, False, False, True])
        with pytest.raises(UserError, match="stopped; nothing was changed"):
            merge(project, [copies.paths[1]], cancelled=lambda: next(answers))
        assert told(project) == before
        assert not list(tmp_path.rglob("*.backup"))
        seen = []
        done = merge(project, [copies.paths[1]], progress=lambda *given: seen.append(given))
        assert (done.reports, done.entries, done.lines) == (2, 2, ())
        assert done.backup.stat().st_mode & 0o777 == 0o600
        assert seen[0] == (0, 2, "bao-cao")
        with Project.open(done.backup, read_only=True, author="an") as old:
            assert told(old) == before


def test_that_assignments_and_reviewers_are_joined(begun, tmp_path):
    copies = Copies(begun, tmp_path, [[], []])
    for path, names in zip(copies.paths, (["an"], ["binh", "chi"]), strict=True):
        with Project.for_writing(path, author="an") as project:
            put_assignees(project, project.report_ids()[:1], names)
    for order in permutations(copies.paths):
        assert state(copies.merged(*order))["assigned"] == [("an", "binh", "chi"), ()]


def test_that_a_span_drawn_on_two_devices_in_one_place_stands_once(begun, tmp_path):
    copies = Copies(begun, tmp_path, [[(0, "an", "draw", 80)], [(0, "an", "draw", 82)]])
    with Project.open(copies.merged(*copies.paths), author="an") as project:
        (report_id, _) = project.report_ids()
        drawn = [s for s in project.decisions(report_id).ordered() if s.state is State.DRAWN]
        assert len(drawn) == 1


def test_that_undo_passes_by_what_another_device_took_back_already(begun, tmp_path):
    works = [[(0, "an", "draw", 80), (0, "an", "accept", 0)], [(0, "an", "accept", 0), (0, "an", "undo", 0)]]
    copies = Copies(begun, tmp_path, works)
    with Project.for_writing(copies.merged(*copies.paths), author="an") as project:
        (report_id, _) = project.report_ids()
        held = OpenReport(project, report_id)
        while held.undo() is not None:
            pass
        assert not project.decisions(report_id).spans
        assert check(project.store) == []


def harmed(path, *statements):
    """Change a project file as somebody would who knows SQLite."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def test_that_a_project_of_a_newer_version_or_with_objects_of_others_is_refused(begun, tmp_path):
    copies = Copies(begun, tmp_path, [[], [], []])
    newer = harmed(copies.paths[1], "PRAGMA user_version = 99")
    foreign = harmed(copies.paths[2], "CREATE VIEW mine AS SELECT * FROM authors")
    with Project.for_writing(copies.paths[0], author="an") as project:
        before = told(project)
        with pytest.raises(UserError, match="made by a newer annotator"):
            merge(project, [newer])
        with pytest.raises(UserError, match="did not make"):
            merge(project, [foreign])
        assert told(project) == before


def test_that_a_project_whose_journal_was_changed_is_trusted_as_little_as_a_bundle(begun, tmp_path):
    copies = Copies(begun, tmp_path, [[], [(0, "binh", "accept", 0), (1, "binh", "accept", 0)]])
    with Project.open(begun, read_only=True) as project:
        ((trigger,),) = project.store.rows(
            "SELECT sql FROM sqlite_schema WHERE name = 'journal_keeps_values'"
        )
    other = harmed(
        copies.paths[1],
        "DROP TRIGGER journal_keeps_values",
        "UPDATE journal SET after = replace(after, '\"end\":16', '\"end\":1600') "
        "WHERE label = 'accept' AND id = (SELECT min(id) FROM journal WHERE label = 'accept')",
        trigger,
    )
    with Project.for_writing(copies.paths[0], author="an") as project:
        done = merge(project, [other])
        (line,) = done.refused
        assert line.endswith("was not taken: a span lies outside its text")
        assert done.reports == 1
        assert check(project.store) == []


@pytest.mark.parametrize("number", [1, 2])
def test_that_a_link_to_what_another_device_rejected_does_not_come_back_by_undo_or_redo(
    begun, tmp_path, number
):
    accepted = [(0, "an", "accept", 3), (0, "an", "undo", 0)]
    copies = Copies(begun, tmp_path, [accepted, [(0, "an", "reject", number)]])
    target = copies.merged(*copies.paths)
    with Project.for_writing(target, author="an") as project:
        (report_id, _) = project.report_ids()
        held = OpenReport(project, report_id)
        held.redo()
        rejected = {s.id for s in project.decisions(report_id).spans.values() if s.state is State.REJECTED}
        linked = {end for r in project.decisions(report_id).relations for end in (r.source, r.target)}
        assert rejected
        assert not rejected & linked
        assert check(project.store) == []
    assert state(copies.merged(copies.paths[0], target)) == state(target)
