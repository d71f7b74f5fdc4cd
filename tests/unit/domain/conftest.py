"""Strategies for spans, sets and edits, handed to tests as fixtures."""

import string

import pytest
from hypothesis import strategies as st

from annotator.domain.edits import Edit, Fragment
from annotator.domain.relations import Relation
from annotator.domain.sets import set_of
from annotator.domain.spans import Evidence, Piece, Span, State

IDS = st.sampled_from("abcdef")
LAYERS = st.sampled_from(["entity", "figure"])
WORDS = st.text(string.ascii_letters + "đÂ ", max_size=4)
SCORES = st.none() | st.floats(0, 1)


def _span(ids):
    return st.builds(
        lambda span_id, start, length, layer, state, attributes, score, evidence, note, flagged: Span(
            span_id,
            start,
            start + length,
            layer,
            layer.upper(),
            state,
            attributes,
            score,
            "",
            evidence,
            note,
            flagged,
        ),
        ids,
        st.integers(0, 30),
        st.integers(1, 12),
        LAYERS,
        st.sampled_from(State),
        st.dictionaries(st.sampled_from(["value", "unit"]), WORDS.filter(bool), max_size=2),
        SCORES,
        st.builds(
            Evidence,
            WORDS,
            WORDS,
            st.lists(st.builds(Piece, WORDS, st.just(0), st.just(1)), max_size=1).map(tuple),
        ),
        WORDS,
        st.booleans(),
    )


def _set():
    relations = st.frozensets(
        st.builds(Relation, st.sampled_from(["measures", "during"]), IDS, IDS), max_size=5
    )
    return st.builds(
        lambda spans, links, finished: set_of("r", "an", spans, links, finished=finished),
        st.lists(_span(IDS), max_size=5, unique_by=lambda span: span.id),
        relations,
        st.booleans(),
    )


def edit_between(held, target, restated, *, flag):
    """Return an edit from one set to another that names unchanged spans and relations on both sides too."""
    same = {span_id for span_id, span in held.spans.items() if target.spans.get(span_id) == span}
    named = (held.spans.keys() | target.spans.keys()) - {i for i in same if i not in restated}
    links = held.relations & target.relations if restated else frozenset()
    return Edit(
        "change",
        Fragment(
            tuple(s for i, s in held.spans.items() if i in named),
            (held.relations - target.relations) | links,
            held.finished if flag or held.finished != target.finished else None,
        ),
        Fragment(
            tuple(s for i, s in target.spans.items() if i in named),
            (target.relations - held.relations) | links,
            target.finished if flag or held.finished != target.finished else None,
        ),
    )


@pytest.fixture(scope="session")
def loose_spans():
    """Give lists of spans of any layer, overlapping or not, each with an id of its own."""
    return st.lists(
        _span(st.text("abcdefghij", min_size=3, max_size=3)), max_size=20, unique_by=lambda s: s.id
    )


@pytest.fixture(scope="session")
def sets():
    """Give annotation sets over one report by one author."""
    return _set()


@pytest.fixture(scope="session")
def edits():
    """Give a function that returns strategies of edits from one set to another."""

    def between(held, target):
        return st.builds(
            lambda restated, flag: edit_between(held, target, restated, flag=flag),
            st.sets(IDS),
            st.booleans(),
        )

    return between
