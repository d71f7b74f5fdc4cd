"""Extracting into a project: decisions untouched, counts right for everybody, one step to take back."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise

import pytest

from annotator.domain.errors import UserError
from annotator.domain.progress import counts_of
from annotator.domain.relations import MEASURES, Relation
from annotator.domain.sets import combined
from annotator.domain.spans import Span, State, candidate_id
from annotator.extract.base import Extraction
from annotator.store.integrity import check
from annotator.workspace import editing
from annotator.workspace.extracting import Placing, extract_reports, unextracted, unfinished
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport


@pytest.fixture
def proposed(candidates):
    """Give a function that builds what `rules` finds the second time: some as before, some new."""

    def built(place, *again, new=()):
        spans = [candidates.spans[name] for name in again]
        for surface, layer, label in new:
            start, end = place(surface)
            spans.append(
                Span(candidate_id("rules", layer, label, start, end), start, end, layer, label, score=0.9)
            )
        ids = {span.id for span in spans}
        links = frozenset(r for r in candidates.relations if r.source in ids and r.target in ids)
        return Extraction(tuple(spans), links)

    return built


def put(project, report, found, extractor="rules"):
    return Placing(project, extractor).put(report, found)


def places(held):
    return {(span.start, span.end, span.label, span.state) for span in held.spans.values()}


def test_that_candidates_are_found_in_worker_processes_and_counted(project, odd, add):
    ids = add("Tỉnh ủy, thu 5%", "Tỉnh ủy họp", "không có gì")
    told = []
    outcomes = extract_reports(
        project, ids, extractor=odd, jobs=2, progress=lambda done, whole, name: told.append((done, whole))
    )
    assert {each.report_id: (each.candidates, each.come) for each in outcomes} == {
        ids[0]: (3, 3),
        ids[1]: (1, 1),
        ids[2]: (0, 0),
    }
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert [row.counts.left for row in project.rows()] == [3, 1, 0]
    assert [row.counts.figures for row in project.rows()] == [2, 0, 0]
    assert unextracted(project, odd) == []
    assert len(project.candidates(ids[0]).relations) == 1


def test_that_what_fails_is_named_without_its_text_and_stays_to_be_extracted(project, odd, add):
    ids = add("Tỉnh ủy", "RAISE Bí mật", "EXIT Bí mật", "Tỉnh ủy họp")
    outcomes = extract_reports(project, ids, extractor=odd, jobs=2)
    told = {each.name: each.message for each in outcomes if each.message}
    assert sorted(told) == ["r1", "r2"]
    assert not any("Bí mật" in line for line in told.values())
    assert unextracted(project, odd) == [ids[1], ids[2]]


def test_that_a_cancel_keeps_what_was_finished_and_the_next_run_goes_on(project, odd, add):
    ids = add(*(f"Tỉnh ủy {number}" for number in range(5)), "HANG")
    done = []
    extract_reports(
        project,
        [ids[5], *ids[:5]],
        extractor=odd,
        jobs=2,
        progress=lambda *told: done.append(told),
        cancelled=lambda: len(done) >= 3,
    )
    left = unextracted(project, odd)
    assert len(left) == 6 - len(done) < 4
    outcomes = extract_reports(project, [each for each in left if each != ids[5]], extractor=odd, jobs=1)
    assert len(outcomes) == len(left) - 1
    assert unextracted(project, odd) == [ids[5]]


def test_that_an_extractor_nobody_knows_leaves_no_trace(project, add):
    with pytest.raises(UserError, match="there is no extractor nonsense"):
        extract_reports(project, add("x"), extractor="nonsense")
    assert project.store.rows("SELECT name FROM authors") == [("an",)]


def test_that_a_project_for_reading_only_is_not_extracted(filled, report):
    filled.close()
    with Project.open(filled.path, read_only=True) as project, pytest.raises(UserError, match="reading only"):
        extract_reports(project, [report.id])


def test_that_a_full_disk_ends_the_run_and_its_workers(project, odd, add):
    ids = add("Tỉnh ủy", "HANG")
    project.store.db.conn.execute("PRAGMA query_only = ON")
    with pytest.raises(UserError):
        extract_reports(project, ids, extractor=odd)
    project.store.db.conn.execute("PRAGMA query_only = OFF")
    assert unextracted(project, odd) == ids


def test_that_undecided_candidates_are_replaced_and_the_outcome_says_what_changed(
    filled, report, proposed, place
):
    found = proposed(place, "money", "thu", "percent", new=[("họp", "entity", "EVENT")])
    outcome = put(filled, report, found)
    assert (outcome.candidates, outcome.come, outcome.gone, outcome.kept) == (4, 1, 5, 3)
    assert filled.candidates(report.id).spans.keys() == {span.id for span in found.spans}
    assert filled.candidates(report.id).relations == {
        Relation(MEASURES, "money", "thu"),
        Relation(MEASURES, "percent", "thu"),
    }


def test_that_undoing_an_extraction_brings_the_former_candidates_and_everybodys_counts_back(
    filled, report, candidates, proposed, place
):
    with filled.beside() as beside:
        beside.author = "binh"
        beside.ensure_author()
        other = OpenReport(beside, report.id)
        other.commit(editing.accept(other.desk, ["org"]))
    put(filled, report, proposed(place, "money", new=[("họp", "entity", "EVENT")]))
    changed = filled.rows()
    opened = OpenReport(filled, report.id, clock=lambda: 0.0)
    done = opened.undo()
    assert (done.label, done.everything) == ("extract", True)
    assert filled.candidates(report.id).spans == candidates.spans
    assert filled.candidates(report.id).relations == candidates.relations
    assert {span.id for span in opened.view} == candidates.spans.keys()
    check_counts(filled, report.id)
    opened.redo()
    assert filled.rows() == changed
    check_counts(filled, report.id)


def test_that_an_undo_of_an_extraction_that_fails_leaves_the_new_candidates(filled, report, proposed, place):
    put(filled, report, proposed(place, "money", new=[("họp", "entity", "EVENT")]))
    opened = OpenReport(filled, report.id)
    before = list(opened.view), filled.rows()
    filled.store.db.conn.execute("PRAGMA query_only = ON")
    with pytest.raises(UserError):
        opened.undo()
    filled.store.db.conn.execute("PRAGMA query_only = OFF")
    assert (list(opened.view), filled.rows()) == before
    opened.undo()
    assert "org" in {span.id for span in opened.view}


def check_counts(project, report_id):
    """Assert that the library is right for the author, for another, and for one who has not begun."""
    candidates = project.candidates(report_id)
    for name in ("an", "binh", "newcomer"):
        with project.beside() as beside:
            beside.author = name
            true = counts_of(combined(candidates, beside.decisions(report_id)), threshold=0.5)
            assert beside.row(report_id).counts == true


def test_that_counts_are_right_for_everybody_after_extracting_again(filled, report, proposed, place):
    opened = OpenReport(filled, report.id)
    opened.commit(editing.accept(opened.desk, ["org", "money"]))
    with filled.beside() as beside:
        beside.author = "binh"
        beside.ensure_author()
        other = OpenReport(beside, report.id)
        other.commit(editing.annotate(other.desk, "date", flagged=True))
    put(
        filled,
        report,
        proposed(place, "org", new=[("họp", "entity", "EVENT"), ("Đồng chí", "entity", "ORG")]),
    )
    check_counts(filled, report.id)


def test_that_no_decision_is_touched(filled, report, proposed, place):
    opened = OpenReport(filled, report.id)
    opened.commit(editing.accept(opened.desk, ["money"]))
    opened.commit(editing.reject(opened.desk, ["date"]))
    opened.commit(editing.resize(opened.desk, "org", *place("Tỉnh ủy")))
    opened.commit(editing.draw(opened.desk, *place("Đồng chí"), "PERSON"))
    opened.commit(editing.annotate(opened.desk, "person", note="who?"))
    before = filled.decisions(report.id)
    outcome = put(filled, report, proposed(place))
    assert filled.decisions(report.id) == before
    # What a decision answers, or a relation of one reaches, stays proposed as it was.
    kept = filled.candidates(report.id).spans.keys()
    assert kept == {"money", "date", "org", "person", "thu", "position"}
    assert outcome.gone == 2


@pytest.mark.parametrize("answer", ["accept", "reject", "draw", "resize"])
def test_that_a_decided_range_gets_no_new_candidate_of_its_layer(filled, report, proposed, place, answer):
    opened = OpenReport(filled, report.id)
    edit = {
        "accept": lambda: editing.accept(opened.desk, ["org"]),
        "reject": lambda: editing.reject(opened.desk, ["org"]),
        "draw": lambda: editing.draw(opened.desk, *place("ủy Yên Thủy họp"), "EVENT"),
        "resize": lambda: editing.resize(opened.desk, "org", *place("Tỉnh ủy Yên Thủy họp")),
    }[answer]()
    opened.commit(edit)
    new = [("Yên Thủy", "entity", "LOC"), ("Thủy", "figure", "INDICATOR")]
    for extractor in ("rules", "second"):
        put(filled, report, proposed(place, new=new), extractor)
    former = opened.view.candidates.spans
    found = {(s.layer, s.label) for s in filled.candidates(report.id).spans.values() if s.id not in former}
    assert found == {("figure", "INDICATOR")}


def test_that_a_range_one_of_two_has_decided_is_still_proposed_to_the_other(filled, report, proposed, place):
    opened = OpenReport(filled, report.id)
    opened.commit(editing.draw(opened.desk, *place("dự họp"), "EVENT"))
    with filled.beside() as beside:
        beside.author = "binh"
        beside.ensure_author()
        other = OpenReport(beside, report.id)
        other.commit(editing.accept(other.desk, ["org"]))
    put(filled, report, proposed(place, "org", new=[("dự họp", "entity", "EVENT")]))
    assert any(span.label == "EVENT" for span in filled.candidates(report.id).spans.values())
    mine = OpenReport(filled, report.id).view
    assert [span.state for span in mine if span.label == "EVENT"] == [State.DRAWN]


def test_that_what_others_have_decided_is_still_proposed_to_one_who_has_not_begun(
    filled, report, proposed, place
):
    with filled.beside() as beside:
        beside.author = "binh"
        beside.ensure_author()
        other = OpenReport(beside, report.id)
        other.commit(editing.draw(other.desk, *place("dự họp"), "EVENT"))
    put(filled, report, proposed(place, "org", new=[("dự họp", "entity", "EVENT")]))
    mine = OpenReport(filled, report.id).view
    assert [span.state for span in mine if span.label == "EVENT"] == [State.CANDIDATE]
    check_counts(filled, report.id)


def test_that_rejected_strings_arrive_suppressed_in_other_reports(project, add, odd):
    ids = add("Tỉnh ủy họp, thu 5%")

    def put_odd(report_id, *spans):
        return put(project, project.report(report_id), Extraction(spans), odd)

    put_odd(ids[0], Span("a", 0, 7, "entity", "ORG", score=0.9))
    opened = OpenReport(project, ids[0])
    opened.commit(editing.reject(opened.desk, ["a"]))
    later = add("", "Đảng viên TỈNH ỦY họp")[1]
    outcome = put_odd(
        later,
        Span("b", 10, 17, "entity", "ORG", score=0.9),
        Span("c", 0, 4, "entity", "ORG", score=0.9),
        Span("d", 10, 17, "figure", "INDICATOR", score=0.9),
    )
    states = {s.id: s.state for s in project.candidates(later).spans.values()}
    assert states == {"b": State.SUPPRESSED, "c": State.CANDIDATE, "d": State.CANDIDATE}
    assert outcome.suppressed == 1
    assert project.row(later).counts.left == 2


def test_that_the_first_set_is_the_extractors_own_and_a_later_one_an_edit_of_the_author(
    filled, report, proposed, place
):
    put(filled, report, proposed(place), "second")
    assert OpenReport(filled, report.id).undo() is None
    put(filled, report, proposed(place, new=[("họp", "entity", "EVENT")]), "second")
    opened = OpenReport(filled, report.id)
    assert opened.undo_label() == "extract"
    opened.undo()
    assert opened.undo() is None


def test_that_finding_the_same_again_writes_nothing(filled, report, candidates):
    found = Extraction(tuple(candidates.spans.values()), candidates.relations)
    rows = filled.store.rows("SELECT count(*) FROM journal")
    outcome = put(filled, report, found)
    assert (outcome.come, outcome.gone, outcome.kept) == (0, 0, 8)
    assert filled.store.rows("SELECT count(*) FROM journal") == rows


def test_that_a_report_without_any_candidate_counts_as_extracted(project, add):
    (report_id,) = add("không có gì")
    for _ in range(2):
        put(project, project.report(report_id), Extraction(), "odd")
    assert unextracted(project, "odd") == []
    assert project.store.rows("SELECT count(*) FROM journal") == [(1,)]


def test_that_candidates_of_two_extractors_are_seen_as_one_set(filled, report, proposed, place):
    new = [("Yên Thủy họp ngày 19/10", "entity", "EVENT"), ("dự họp", "entity", "EVENT")]
    put(filled, report, proposed(place, new=new), "second")
    spans = filled.candidates(report.id).spans
    entities = sorted((s.start, s.end) for s in spans.values() if s.layer == "entity")
    assert all(a[1] <= b[0] for a, b in pairwise(entities))
    assert len(filled.store.rows("SELECT 1 FROM spans")) == 10
    assert filled.row(report.id).counts.left == sum(s.score >= 0.5 for s in spans.values())


def test_that_decisions_made_while_a_report_is_extracted_are_neither_lost_nor_miscounted(
    filled, report, candidates
):
    ids = [name for name, span in candidates.spans.items() if span.score >= 0.5]
    found = Extraction(tuple(candidates.spans.values()), candidates.relations)
    ended = threading.Event()

    def extract_on():
        with filled.beside() as beside:
            while not ended.is_set():
                put(beside, report, replace(found, spans=found.spans[::-1][:3], relations=frozenset()))
                put(beside, report, found)

    with ThreadPoolExecutor(1) as beside_us:
        extracting = beside_us.submit(extract_on)
        try:
            for name in ids * 2:
                opened = OpenReport(filled, report.id)
                edit = editing.accept if opened.view.decided(name) is None else editing.reject
                if opened.view.get(name) is not None:
                    opened.commit(edit(opened.desk, [name]))
        finally:
            ended.set()
        extracting.result()
    OpenReport(filled, report.id)
    assert check(filled.store) == []
    check_counts(filled, report.id)


def test_that_a_candidate_that_was_gone_when_it_was_answered_comes_back_as_answered(
    filled, report, candidates, proposed, place
):
    opened = OpenReport(filled, report.id)
    put(filled, report, proposed(place, "thu"))
    opened.commit(editing.accept(opened.desk, ["org"]))
    put(filled, report, Extraction(tuple(candidates.spans.values()), candidates.relations))
    again = OpenReport(filled, report.id)
    again.commit(editing.reject(again.desk, ["org"]))
    assert again.view.get("org").state is State.REJECTED


def test_that_the_tables_beside_a_project_are_used_in_the_workers(project, add):
    [report_id] = add("Xã có 17 con; chỉ tố mầm đạt 5%.")
    folder = project.path.with_name(f"{project.name}.lexicons")
    assert project.lexicons == ()
    folder.mkdir()
    (folder / "indicators.tsv").write_text("kind\tphrase\nhead\tchỉ tố\n", encoding="utf-8")
    assert project.lexicons == (folder,)
    extract_reports(project, [report_id])
    text = project.report(report_id).text
    spans = project.candidates(report_id).spans.values()
    assert "chỉ tố mầm" in {text[span.start : span.end] for span in spans}


def test_that_a_wrong_table_beside_a_project_stops_the_extraction_with_one_line(project, add):
    ids = add("Xã có 17 con.", "Tỉnh có 5%.")
    folder = project.path.with_name(f"{project.name}.lexicons")
    folder.mkdir()
    (folder / "units.tsv").write_text("written\tlabel\tunit\tfactor\ngờ\tMEASURE\tkg\n", encoding="utf-8")
    with pytest.raises(UserError, match="line 2 has no factor"):
        extract_reports(project, ids)
    assert unextracted(project) == ids


def test_that_candidates_which_come_onto_a_finished_report_reopen_it(filled, report, place, proposed) -> None:
    opened = OpenReport(filled, report.id)
    opened.commit(editing.finish(opened.desk, leftovers="accept"))
    assert unfinished(filled, [report.id]) == []
    put(filled, report, proposed(place))
    assert filled.decisions(report.id).finished, "nothing came, so nothing is open"
    put(filled, report, proposed(place, new=[("dự toán.", "entity", "LOC")]))
    assert not filled.decisions(report.id).finished
    assert unfinished(filled, [report.id]) == [report.id]
    assert check(filled.store) == []
    opened = OpenReport(filled, report.id)
    assert opened.view.counts.left == 1
    opened.undo()
    opened.undo()
    assert opened.view.finished
    assert opened.view.counts.left == 0


def test_that_what_somebody_else_finished_stays_finished(filled, report, place, proposed, work) -> None:
    work(filled, report.id, "binh", lambda desk: editing.accept(desk, ["org"]))
    put(filled, report, proposed(place, new=[("dự toán.", "entity", "LOC")]))
    assert filled.decisions(report.id, "binh").finished
