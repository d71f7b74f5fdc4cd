"""Projects in a temporary folder, with a report and authors, handed to tests as fixtures."""

import string
from itertools import count

import pytest
from hypothesis import strategies as st

from annotator.domain.relations import Relation
from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.sets import set_of
from annotator.domain.spans import Evidence, Piece, Span, State
from annotator.resources import default_schema
from annotator.store.authors import ensure_author
from annotator.store.connection import create_store
from annotator.store.reports import add_report

TEXT = "Tỉnh ủy Lai Châu họp.\nThu ngân sách đạt 6,43% kế hoạch năm 2023, tăng 05 xã.\n" * 3
IDS = st.sampled_from("abcdef")
WORDS = st.text(string.ascii_letters + 'đÂ 𠀀"\n', max_size=5)


@pytest.fixture(scope="session")
def schema():
    return default_schema()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "work.annotator"


@pytest.fixture
def report():
    return Report(
        "bao-cao",
        TEXT,
        title="Báo cáo",
        date="2023-10-19",
        source="bao-cao.txt",
        original_sha256="ab" * 32,
        sections=(Section(SectionKind.TITLE, 0, 21), Section(SectionKind.CHROME, 77, 81)),
    )


@pytest.fixture
def store(path, schema, report):
    """Give a project of the analyst `an` with one report and the extractor `rules`."""
    with create_store(path, schema=schema, author="an") as opened:
        ensure_author(opened, "rules", kind="extractor")
        add_report(opened, report)
        yield opened


@pytest.fixture(scope="module")
def shared(tmp_path_factory, schema):
    """Give one project for all examples of a property."""
    path = tmp_path_factory.mktemp("shared") / "work.annotator"
    with create_store(path, schema=schema, author="an") as opened:
        yield opened


@pytest.fixture(scope="module")
def new_report(shared):
    """Give a function that adds a report to the shared project, another one at every call."""
    numbers = count()

    def add():
        made = Report("r", f"{TEXT}{next(numbers)}")
        assert add_report(shared, made)
        return made

    return add


def _span(ids):
    return st.builds(
        lambda span_id, start, length, label, state, attributes, score, evidence, note, flagged: Span(
            id=span_id,
            start=start,
            end=start + length,
            layer=label[0],
            label=label[1],
            state=state,
            attributes=attributes,
            score=score,
            extractor="rules" if score is not None else "",
            evidence=evidence,
            note=note,
            flagged=flagged,
        ),
        ids,
        st.integers(0, 60),
        st.integers(1, 12),
        st.sampled_from(
            [("entity", "ORG"), ("entity", "DATE"), ("figure", "MONEY"), ("figure", "INDICATOR")]
        ),
        st.sampled_from(State),
        st.dictionaries(st.sampled_from(["value", "unit", "date_from"]), WORDS.filter(bool), max_size=2),
        st.none() | st.floats(0, 1),
        st.builds(
            Evidence,
            WORDS,
            WORDS,
            st.lists(st.builds(Piece, WORDS, st.just(0), st.just(1)), max_size=2).map(tuple),
        ),
        WORDS,
        st.booleans(),
    )


@pytest.fixture(scope="session")
def spans():
    """Give spans with every field set somehow, under few ids."""
    return _span(IDS)


@pytest.fixture(scope="session")
def sets():
    """Give annotation sets under few ids, so that two of them share some."""
    relations = st.frozensets(
        st.builds(Relation, st.sampled_from(["measures", "during"]), IDS, IDS), max_size=4
    )
    return st.builds(
        lambda spans, links, finished: set_of("", "", spans, links, finished=finished),
        st.lists(_span(IDS), max_size=5, unique_by=lambda span: span.id),
        relations,
        st.booleans(),
    )
