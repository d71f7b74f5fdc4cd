"""What an extractor gives is believed only when all of it is ours, down to the last string."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.relations import Relation
from annotator.domain.spans import Evidence, Piece, Proposal, Span, State
from annotator.extract.answers import fault, plain
from annotator.extract.base import Extraction

SIZE = 20
GOOD = Span("a", 2, 9, "entity", "ORG", score=0.5, attributes={"value": "5"}, extractor="x")


class Odd(str):
    """A string of a plugin's own kind."""


def spoilt(**fields):
    """Return a span whose fields were never checked."""
    made = replace(GOOD)
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def test_that_a_sound_answer_passes_and_is_made_plain():
    recalled = Proposal("LOC", 1, 2, {})
    evidence = Evidence("rule", "entry", (Piece("value", 3, 4),), recalled)
    first = replace(GOOD, attributes=MappingProxyType({"value": "5"}), evidence=evidence)
    found = Extraction((first, replace(GOOD, id="b")), frozenset({Relation("measures", "a", "b")}))
    assert fault(found, SIZE) == ""
    assert plain(found).spans[0].attributes == {"value": "5"}
    assert plain(found).relations == found.relations


@pytest.mark.parametrize(
    "fields",
    [
        {"start": -1},
        {"start": 9},
        {"start": 2.0},
        {"start": True},
        {"start": "2"},
        {"end": SIZE + 1},
        {"end": None},
        {"id": 7},
        {"id": Odd("a")},
        {"label": None},
        {"label": Odd("ORG")},
        {"layer": b"entity"},
        {"extractor": 1},
        {"note": "\ud800"},
        {"flagged": 1},
        {"state": State.ACCEPTED},
        {"state": "candidate"},
        {"score": "0.5"},
        {"score": float("nan")},
        {"score": 1.5},
        {"score": -0.1},
        {"attributes": {"value": 5}},
        {"attributes": {5: "5"}},
        {"attributes": [("value", "5")]},
        {"attributes": {"value": "\udfff"}},
        {"evidence": None},
        {"evidence": "rule"},
        {"evidence": Evidence(rule=None)},
        {"evidence": Evidence(pieces=[Piece("value", 1, 2)])},
        {"evidence": Evidence(pieces=(("value", 1, 2),))},
        {"evidence": Evidence(pieces=(Piece("value", "1", 2),))},
        {"evidence": Evidence(recalled_from="LOC")},
        {"evidence": Evidence(recalled_from=Proposal("LOC", 1, 2, {"a": 1}))},
    ],
)
def test_that_a_span_of_nonsense_is_refused(fields):
    assert fault(Extraction((spoilt(**fields),)), SIZE) != ""


@pytest.mark.parametrize(
    "found",
    [
        None,
        [],
        "spans",
        Extraction([GOOD]),
        Extraction((GOOD,), {Relation("measures", "a", "a")}),
        Extraction(("span",)),
        Extraction((GOOD, GOOD)),
        Extraction((GOOD,), frozenset({("measures", "a", "a")})),
        Extraction((GOOD,), frozenset({Relation("measures", "a", "nobody")})),
        Extraction((GOOD,), frozenset({Relation(1, "a", "a")})),
    ],
)
def test_that_an_answer_that_is_none_is_refused(found):
    assert fault(found, SIZE) != ""


@given(start=st.integers(-5, 30), end=st.integers(-5, 30))
def test_that_exactly_the_ranges_inside_the_report_pass(start, end):
    passes = fault(Extraction((spoilt(start=start, end=end),)), SIZE) == ""
    assert passes == (0 <= start < end <= SIZE)
