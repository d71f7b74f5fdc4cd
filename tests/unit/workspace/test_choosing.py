"""Whose work is gold, of which reports, and who decided what: what export takes."""

from __future__ import annotations

import json
import sqlite3

import pytest

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.spans import Span, State
from annotator.store.gold import read_gold
from annotator.store.reports import add_report
from annotator.workspace import editing
from annotator.workspace.exporting import ExportRequest, export
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport
from annotator.workspace.reviewing import review
from annotator.workspace.settling import make_gold, take


def accepting(*ids):
    return lambda desk: editing.accept(desk, ids)


def relabelling(span_id, label):
    return lambda desk: editing.relabel(desk, span_id, label)


@pytest.fixture
def out(tmp_path):
    """Give a function that exports and reads the SQLite gold back, by report name."""

    def exported(project, **more):
        path = tmp_path / "gold.db"
        done = export(project, ExportRequest("sqlite", path, **more))
        return {gold.report.name: gold for gold in read_gold(path)}, done

    return exported


def labels(gold):
    return {span.id: span.label for span in gold.spans}


def sha(path):
    with sqlite3.connect(path) as connection:
        return connection.execute("SELECT value FROM meta WHERE key = 'content_sha256'").fetchone()[0]


def test_that_only_what_a_person_stands_for_is_gold(filled, report, out, place, work):
    work(
        filled,
        report.id,
        "an",
        accepting("org", "money", "thu"),
        relabelling("position", "ORG"),
        lambda desk: editing.draw(desk, *place("Đồng chí"), "PERSON"),
        lambda desk: editing.annotate(desk, "date", note="?"),
    )
    gold, done = out(filled)
    spans = {span.id: span.state for span in gold["bao-cao"].spans}
    drawn = next(span.id for span in gold["bao-cao"].spans if span.state is State.DRAWN)
    assert spans == {
        "org": State.ACCEPTED,
        "money": State.ACCEPTED,
        "thu": State.ACCEPTED,
        "position": State.CORRECTED,
        drawn: State.DRAWN,
    }
    # The link to the date, which was rejected, is no gold.
    assert [(r.label, r.source, r.target) for r in gold["bao-cao"].relations] == [
        ("measures", "money", "thu")
    ]
    assert (done.reports, done.spans, done.relations, done.left_out) == (1, 5, 1, ())


def test_that_candidates_go_along_with_their_state_when_asked_for(filled, report, out, tmp_path, work):
    work(filled, report.id, "an", accepting("org"), lambda d: editing.reject(d, ["date"]), finished=False)
    path = tmp_path / "out.jsonl"
    export(filled, ExportRequest("jsonl", path, unfinished=True, candidates=True))
    (line,) = (json.loads(each) for each in path.read_text(encoding="utf-8").splitlines())
    states = {span["id"]: span["state"] for span in line["spans"]}
    assert states.pop("org") == "accepted"
    assert states.pop("date") == "rejected"
    assert set(states.values()) == {"candidate"}
    assert {span["id"]: "author" in span for span in line["spans"]} == {
        "org": True,
        "date": True,
        **dict.fromkeys(states, False),
    }


def test_that_reports_that_are_not_finished_are_left_out_unless_asked_for(filled, report, out, add, work):
    (other,) = add("Khác.\n")
    work(filled, report.id, "an", accepting("org"), finished=False)
    with pytest.raises(UserError) as caught:
        out(filled)
    assert caught.value.code == "no-gold"
    assert "left out: bao-cao: it is not finished" in caught.value.lines
    gold, done = out(filled, unfinished=True)
    assert labels(gold["bao-cao"]) == {"org": "ORG"}
    assert done.left_out == ("r0: nobody has worked on it",)
    work(filled, other, "an")
    gold, done = out(filled)
    assert (list(gold), done.left_out) == (["r0"], ("bao-cao: it is not finished",))


def test_that_an_imported_set_is_complete_and_finished(filled, report, out, tmp_path, work):
    from annotator.workspace.importing import import_path

    work(filled, report.id, "an", accepting("org", "money", "thu"))
    export(filled, ExportRequest("jsonl", tmp_path / "a.jsonl"))
    with Project.create(tmp_path / "other", schema=filled.schema, author="chi") as other:
        add_report(other.store, report)
        import_path(other, tmp_path / "a.jsonl", format="jsonl", author="binh")
        gold, _ = out(other)
    assert {span.state for span in gold["bao-cao"].spans} == {State.IMPORTED}
    assert set(gold["bao-cao"].authors.values()) == {"binh"}
    assert len(gold["bao-cao"].relations) == 1


def test_that_sets_that_are_equal_are_gold_and_sets_that_differ_are_left_out_and_listed(
    filled, report, out, work
):
    work(filled, report.id, "an", accepting("org", "money"))
    work(filled, report.id, "binh", accepting("org", "money"))
    gold, done = out(filled)
    assert labels(gold["bao-cao"]) == {"org": "ORG", "money": "MONEY"}
    assert done.left_out == ()
    work(filled, report.id, "binh", relabelling("org", "LOC"))
    with pytest.raises(UserError, match="bao-cao: an, binh differ") as caught:
        out(filled)
    assert caught.value.code == "no-gold"


def test_that_an_author_or_a_strategy_says_which_of_several_is_taken(filled, report, out, work):
    work(filled, report.id, "an", accepting("org", "money"))
    work(filled, report.id, "binh", accepting("money"), relabelling("org", "LOC"))
    work(filled, report.id, "chi", accepting("org", "thu"))
    for more, expected in (
        ({"author": "binh"}, {"org": "LOC", "money": "MONEY"}),
        ({"strategy": "trust=chi"}, {"org": "ORG", "thu": "INDICATOR"}),
        ({"strategy": "majority"}, {"org": "ORG", "money": "MONEY"}),
        ({"strategy": "unanimous"}, {}),
    ):
        gold, done = out(filled, **more)
        assert labels(gold["bao-cao"]) == expected
        assert done.left_out == ()


def test_that_a_report_the_trusted_one_has_not_done_is_left_out_and_the_others_taken(
    filled, report, out, add, work
):
    (other,) = add("Tỉnh ủy họp.\n")
    for author in ("an", "binh", "chi"):
        work(filled, report.id, author, relabelling("org", {"an": "ORG", "binh": "LOC"}.get(author, "EVENT")))
    for author, label in (("an", "ORG"), ("binh", "LOC")):
        work(filled, other, author, lambda desk, label=label: editing.draw(desk, 0, 7, label))
    gold, done = out(filled, strategy="trust=chi")
    assert labels(gold["bao-cao"]) == {"org": "EVENT"}
    assert done.left_out == ("r0: chi has no set over that report; check the name",)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"author": "nobody"}, "unknown-author"),
        ({"author": "rules"}, "unknown-author"),
        ({"strategy": "trust=rules"}, "unknown-author"),
        ({"strategy": "trust="}, "bad-strategy"),
        ({"strategy": "coin"}, "bad-strategy"),
    ],
)
def test_that_an_author_or_strategy_there_is_not_is_refused_before_anything_is_written(
    filled, report, out, tmp_path, more, code, work
):
    work(filled, report.id, "an", accepting("org"))
    with pytest.raises(UserError) as caught:
        out(filled, **more)
    assert caught.value.code == code
    assert not (tmp_path / "gold.db").exists()


def test_that_a_colleague_who_has_not_finished_holds_nothing_up_and_is_named(filled, report, out, work):
    work(filled, report.id, "an", accepting("org"))
    work(filled, report.id, "binh", accepting("money"), finished=False)
    gold, done = out(filled)
    assert labels(gold["bao-cao"]) == {"org": "ORG"}
    assert done.notes == ("bao-cao: binh has not finished it; taken without that work",)


def test_that_every_span_names_who_decided_it_when_and_against_which_candidate(
    filled, report, out, place, working, work
):
    work(
        filled,
        report.id,
        "an",
        accepting("money"),
        relabelling("org", "LOC"),
        relabelling("org", "ORG"),
        lambda desk: editing.draw(desk, *place("Đồng chí"), "PERSON"),
    )
    work(filled, report.id, "binh", accepting("org"))
    gold, _ = out(filled, author="an")
    one = gold["bao-cao"]
    with working(filled, report.id, "an") as opened:
        journal = opened.history()
    assert one.authors == dict.fromkeys(labels(one), "an")
    assert one.decided_at["org"] == journal[2].at
    drawn = next(span.id for span in one.spans if span.state is State.DRAWN)
    assert sorted((d.span_id, d.action, d.candidate_id, d.author) for d in one.decisions) == sorted(
        [
            ("money", "accept", "money", "an"),
            ("org", "relabel", "org", "an"),
            ("org", "relabel", "org", "an"),
            (drawn, "add", "", "an"),
        ]
    )


def test_that_undone_and_redone_decisions_are_told(filled, report, out, working):
    with working(filled, report.id, "an") as opened:
        opened.commit(editing.accept(opened.desk, ["org"]))
        opened.undo()
        opened.redo()
        opened.commit(editing.finish(opened.desk, leftovers="reject"))
    gold, _ = out(filled)
    actions = [d.action for d in gold["bao-cao"].decisions]
    assert sorted(actions) == ["accept", "redo accept", "undo accept"]


def test_that_the_time_of_a_bulk_decision_is_shared_among_its_spans(filled, report, out):
    now = [0.0]
    opened = OpenReport(filled, report.id, clock=lambda: now[0])
    now[0] = 6.0
    opened.commit(editing.accept(opened.desk, ["org", "date", "money"]))
    opened.commit(editing.finish(opened.desk, leftovers="reject"))
    gold, _ = out(filled)
    assert [d.seconds for d in gold["bao-cao"].decisions] == [2.0, 2.0, 2.0]


def test_that_an_agreed_span_names_the_first_of_those_who_agree_and_all_their_decisions(
    filled, report, out, working
):
    filled.ensure_author()
    for author, name in (("an", "x1"), ("binh", "x2"), ("chi", "x3")):
        with working(filled, report.id, author) as opened:
            spans = [Span(name, 0, 7, "entity", "ORG", State.DRAWN)]
            if author != "an":
                spans.append(Span("x1", 110, 118, "entity", "PERSON", State.DRAWN))
            opened.commit(Edit("add", after=Fragment(tuple(spans))))
            opened.commit(editing.finish(opened.desk, leftovers="reject"))
    gold, _ = out(filled, strategy="majority")
    one = gold["bao-cao"]
    by_place = {(s.start, s.end): s.id for s in one.spans}
    assert len(one.spans) == 2
    assert one.authors[by_place[0, 7]] == "an"
    assert one.authors[by_place[110, 118]] == "binh"
    assert sorted((d.author, d.span_id) for d in one.decisions) == sorted(
        [
            ("an", by_place[0, 7]),
            ("binh", by_place[0, 7]),
            ("chi", by_place[0, 7]),
            ("binh", by_place[110, 118]),
            ("chi", by_place[110, 118]),
        ]
    )


def settled(project, report, *, gold=True):
    """Let `chi` take what `binh` made of every dispute."""
    project.author = "chi"
    for dispute in review(project, report.id).open:
        take(project, dispute, dispute.version_of("binh"), reason="theo hướng dẫn")
    if gold:
        make_gold(project, report.id)


@pytest.fixture
def differing(filled, report, work):
    """Give the project with two finished sets that differ in one label."""
    work(filled, report.id, "an", accepting("org", "money", "thu"))
    work(filled, report.id, "binh", relabelling("org", "LOC"), accepting("money", "thu"))
    return filled


def test_that_the_resolved_set_is_gold_and_names_who_settled_it_and_why(differing, report, out):
    settled(differing, report)
    golds, done = out(differing)
    gold = golds["bao-cao"]
    assert labels(gold) == {"org": "LOC", "thu": "INDICATOR", "money": "MONEY"}
    assert [(r.label, r.source, r.target) for r in gold.relations] == [("measures", "money", "thu")]
    assert gold.authors == {"org": "chi", "thu": "an", "money": "an"}
    assert [(d.author, d.action, d.reason) for d in gold.decisions if d.span_id == "org"] == [
        ("binh", "relabel", ""),
        ("chi", "take", "theo hướng dẫn"),
    ]
    assert done.left_out == ()


def test_that_a_review_that_is_not_finished_is_left_out_and_a_strategy_helps(differing, report, out):
    settled(differing, report, gold=False)
    with pytest.raises(UserError) as refused:
        out(differing)
    assert "nobody made it gold" in refused.value.message
    golds, _ = out(differing, strategy="trust=an")
    assert labels(golds["bao-cao"])["org"] == "LOC"  # what the reviewer said comes before the strategy
    golds, _ = out(differing, author="an")
    assert labels(golds["bao-cao"])["org"] == "ORG"


def test_that_new_disputes_take_gold_back_until_they_are_settled(differing, report, out, work):
    settled(differing, report)
    work(differing, report.id, "dung", accepting("org", "money", "thu", "person"))
    with pytest.raises(UserError) as refused:
        out(differing)
    assert "1 dispute is open" in refused.value.message
    settled(differing, report)
    golds, _ = out(differing)
    assert labels(golds["bao-cao"])["org"] == "LOC"


def test_that_gold_stays_as_it_was_made_while_its_authors_mend_their_work(differing, report, out, working):
    settled(differing, report)
    before, _ = out(differing)
    for author in ("an", "binh"):
        with working(differing, report.id, author) as opened:
            opened.commit(editing.reject(opened.desk, ["thu"]))
    assert review(differing, report.id).has_moved
    after, done = out(differing)
    assert labels(after["bao-cao"]) == labels(before["bao-cao"])
    assert after["bao-cao"].relations == before["bao-cao"].relations
    assert "work has gone on since" in done.notes[0]
