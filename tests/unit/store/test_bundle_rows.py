"""A report of a bundle comes back as it was written; a field that is not what it should be is named."""

from __future__ import annotations

import json

import pytest

from annotator.domain.bundles import BundleReport, Person
from annotator.domain.disputes import Answer, Link, Resolution, Ruling, Statement
from annotator.domain.edits import Edit, Fragment
from annotator.domain.history import UNDO, Entry
from annotator.domain.relations import Relation
from annotator.domain.reports import text_sha256
from annotator.domain.spans import Evidence, Piece, Proposal, Span, State
from annotator.store.bundle_rows import person_from, person_object, report_from, report_object

TEXT = "Xã Suối Bạc có 120 hộ."
ONE, TWO, THREE = "1" * 32, "2" * 32, "3" * 32
AT = "2026-01-05T08:00:00.000+00:00"
EVIDENCE = Evidence("places", "xã", (Piece("label", 0, 2),), Proposal("LOC", 0, 2, {"note": "x"}))
SPAN = Span(
    "a", 0, 11, "entity", "LOC", State.CORRECTED, {"of": "xã"}, 0.5, "vn-rules", EVIDENCE, "ghi", True
)
STATEMENT = Statement(
    0, 11, "entity", "LOC", (("of", "xã"),), (Link("holds", "entity", 15, 18, "COUNT"),), "a"
)


@pytest.fixture
def whole():
    """Give a report with everything in it, as the object a bundle holds."""
    report_id = text_sha256(TEXT)[:16]
    links = frozenset({Relation("holds", "a", "b")})
    added = Edit("add", Fragment(finished=False), Fragment((SPAN,), links, True))
    rows = (
        Entry(ONE, report_id, "an", "an", "máy", 1, AT, "b", added, ("a",), seconds=2.5, reason="rõ"),
        Entry(TWO, report_id, "an", "an", "máy", 2, AT, "c", added.inverse(), reverts=ONE, action=UNDO),
    )
    ruling = Ruling("entity", 0, 11, (STATEMENT,), ("an", "ba"), "rule")
    said = Resolution(THREE, report_id, "an", "máy", 3, AT, "d", "e" * 32, Answer.TAKE, ruling, "rõ", "lời")
    return report_object(BundleReport(report_id, "tin", TEXT, rows, (said,), ("ba",)))


def test_that_a_report_comes_back_as_it_was_written(whole):
    read = report_from(json.loads(json.dumps(whole)))
    assert report_object(read) == whole
    assert read.entries[0].edit.after.spans == (SPAN,)
    assert read.resolutions[0].ruling.statements == (STATEMENT,)


SPAN_AT = ("entries", 0, "after", "spans", 0)
SAID_AT = ("resolutions", 0, "ruling", "spans", 0)
FIRST = ["LOC", 0, 2, {}]


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (("text",), 7, "text is no text"),
        (("text",), "Xã khác", "not the one its work was done on"),
        (("name",), "", "name is no text"),
        (("entries",), {}, "entries is no list"),
        (("entries", 0), 7, "an entry is no object"),
        (("entries", 1, "id"), ONE, "same id"),
        (("resolutions", 0, "id"), ONE, "same id"),
        (("assignees", 0), " ", "an assignee is no name"),
        (("entries", 0, "id"), "x", "no UUID"),
        (("entries", 0, "seconds"), -1, "seconds of an entry"),
        (("entries", 0, "seconds"), True, "seconds of an entry"),
        (("entries", 0, "seconds"), float("nan"), "seconds of an entry"),
        (("entries", 0, "clock"), 0, "no count"),
        (("entries", 0, "clock"), 1 << 48, "no count"),
        (("entries", 0, "clock"), True, "no count"),
        (("entries", 0, "action"), "gone", "neither edit, undo nor redo"),
        (("entries", 0, "reverts"), TWO, "rightly what it takes back"),
        (("entries", 1, "reverts"), "", "rightly what it takes back"),
        (("entries", 1, "reverts"), "x", "no UUID"),
        (("entries", 0, "at"), "gestern", "isoformat"),
        (("entries", 0, "answers", 0), 7, "an answer is no name"),
        (("entries", 0, "before"), 7, "one side of an entry is no object"),
        (("entries", 0, "after", "more"), 7, "one side of an entry holds what is not known"),
        (("entries", 0, "after", "finished"), 1, "finished is neither"),
        (("entries", 0, "after", "relations", 0), ["holds", "a"], "not three names"),
        (("entries", 0, "after", "relations", 0, 2), 7, "a name in a relation"),
        ((*SPAN_AT, "more"), 7, "a span holds what is not known"),
        ((*SPAN_AT, "label"), "", "the label of a span"),
        ((*SPAN_AT, "state"), "gone", "a span cannot be read"),
        ((*SPAN_AT, "start"), -1, "outside its text"),
        ((*SPAN_AT, "start"), False, "outside its text"),
        ((*SPAN_AT, "end"), len(TEXT) + 1, "outside its text"),
        ((*SPAN_AT, "end"), 0, "outside its text"),
        ((*SPAN_AT, "attributes"), [], "attributes of a span"),
        ((*SPAN_AT, "attributes"), {"of": 7}, "attributes of a span"),
        ((*SPAN_AT, "score"), 1.5, "the score of a span"),
        ((*SPAN_AT, "score"), "much", "the score of a span"),
        ((*SPAN_AT, "note"), 7, "note is no text"),
        ((*SPAN_AT, "flagged"), 1, "the flag of a span"),
        ((*SPAN_AT, "evidence"), ["a", "b"], "evidence of a span cannot be read"),
        ((*SPAN_AT, "evidence", 0), 7, "evidence of a span cannot be read"),
        ((*SPAN_AT, "evidence", 2), 7, "evidence of a span cannot be read"),
        ((*SPAN_AT, "evidence", 2, 0), ["label", 0], "evidence of a span cannot be read"),
        ((*SPAN_AT, "evidence", 2, 0), ["label", 0, 99], "evidence of a span lies outside"),
        ((*SPAN_AT, "evidence", 3), ["LOC"], "first proposal of a span cannot be read"),
        ((*SPAN_AT, "evidence", 3, 3), {"of": 7}, "attributes of a first proposal"),
        ((*SPAN_AT, "evidence", 3, 2), 99, "first proposal of a span lies outside"),
        (("resolutions", 0), 7, "a resolution is no object"),
        (("resolutions", 0, "answer"), "perhaps", "answers what is not known"),
        (("resolutions", 0, "ruling"), 7, "a ruling is no object"),
        (("resolutions", 0, "ruling", "end"), 99, "a resolution lies outside"),
        (("resolutions", 0, "ruling", "rule"), 7, "a resolution cannot be read"),
        (("resolutions", 0, "ruling", "authors"), 7, "a resolution cannot be read"),
        (SAID_AT, 7, "a statement is no object"),
        ((*SAID_AT, "label"), "", "label is no text"),
        ((*SAID_AT, "end"), 99, "a resolution lies outside"),
        ((*SAID_AT, "attributes"), 7, "attributes of a resolution"),
        ((*SAID_AT, "links", 0), ["holds"], "a link of a resolution cannot be read"),
        ((*SAID_AT, "links", 0, 1), 7, "a link of a resolution cannot be read"),
        ((*SAID_AT, "links", 0, 3), 99, "a resolution lies outside"),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else None,
)
def test_that_what_is_not_as_it_should_be_is_named_without_its_text(whole, place, value, said):
    held = whole
    for step in place[:-1]:
        held = held[step]
    held[place[-1]] = value
    with pytest.raises(ValueError, match=said) as caught:
        report_from(whole)
    assert "Suối Bạc" not in str(caught.value)


def test_that_two_spans_of_an_entry_with_one_id_are_refused(whole):
    spans = whole["entries"][0]["after"]["spans"]
    spans.append(dict(spans[0]))
    with pytest.raises(ValueError, match="two spans of an entry have the same id"):
        report_from(whole)


@pytest.mark.parametrize("change", [{"kind": "ghost"}, {"role": "king"}])
def test_that_an_author_of_no_known_kind_or_role_is_refused(change):
    given = person_object(Person("An", "person", "analyst"))
    assert person_object(person_from(given)) == given
    with pytest.raises(ValueError, match="no known kind or role"):
        person_from({**given, **change})
