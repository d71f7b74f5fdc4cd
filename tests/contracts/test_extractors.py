"""What every extractor keeps: candidates in bounds, outside chrome, apart, the same each time, and legal."""

import pickle
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import plugins
from annotator.domain.reports import Report, Section, SectionKind, inside
from annotator.extract.base import Extractor
from annotator.extract.pipeline import create
from annotator.extract.spacy_model import SpacyModel
from annotator.resources import default_schema, resource_path
from annotator.text.loading.text import load
from annotator.text.words import syllables

SCHEMA = default_schema()
SAMPLES = sorted(resource_path("samples").glob("*.txt"))
SAVED = "a saved spaCy pipeline"
ODD = [
    "",
    " ",
    "\n\n",
    "\u00a0",
    "a",
    "5",
    "🇻🇳",
    "e\u0323\u0302 1.500\u00a0ha\u2028𝄞 18/24",
    "o\u031b\u0301 Ti\u0309nh u\u0309y",
    "Ông \u00a0Nguyễn\u00a0Văn\u00a0An , Bí thư",
    "1" * 400,
    "1.000." * 60,
    "⟦LOC|x⟧ \\u003b <b>5%</b>",
    "Ngày 31/02/2023, quý V, 99/99/9999, giai đoạn 2050-1990",
    "ÔNG NGUYỄN VĂN AN " * 40,
]


@pytest.fixture(scope="module", params=[*plugins.names("extractors"), SAVED])
def extractor(request, tmp_path_factory):
    """Give every extractor there is, built-in, installed, and the rules as any spaCy pipeline on disk."""
    if request.param == SAVED:
        folder = tmp_path_factory.mktemp("model")
        create().to_disk(folder)
        return SpacyModel(folder)
    return plugins.load("extractors", request.param)()


def check(report, extraction):
    """Assert all that holds of any extraction."""
    spans = extraction.spans
    assert all(0 <= span.start < span.end <= len(report.text) for span in spans)
    assert not any(inside(report.chrome, span.start, span.end) for span in spans)
    assert not any(
        report.text[span.start : span.end] != report.text[span.start : span.end].strip() for span in spans
    )
    assert len({span.id for span in spans}) == len(spans)
    assert all(SCHEMA.label(span.label).layer == span.layer for span in spans)
    assert all(span.is_undecided for span in spans)
    assert all(span.score is None or 0 <= span.score <= 1 for span in spans)
    for layer in SCHEMA.layers:
        held = sorted((span.start, span.end) for span in spans if span.layer == layer)
        assert all(one[1] <= other[0] for one, other in pairwise(held))
    check_relations(extraction)
    check_attributes(report, extraction)


def check_relations(extraction):
    labels = {span.id: span.label for span in extraction.spans}
    rules = {rule.name: rule for rule in SCHEMA.relations}
    seen = set()
    for relation in extraction.relations:
        rule = rules[relation.label]
        assert labels[relation.source] in rule.sources
        assert labels[relation.target] in rule.targets
        assert rule.many or (relation.label, relation.source) not in seen
        seen.add((relation.label, relation.source))


def check_attributes(report, extraction):
    for span in extraction.spans:
        rules = {rule.name: rule for rule in SCHEMA.attributes_of(span.label)}
        for name, value in span.attributes.items():
            assert value
            assert rules[name].kind != "choice" or value in rules[name].values
        pieces = span.evidence.pieces
        assert all(0 <= piece.start < piece.end <= len(report.text) for piece in pieces)


def test_that_it_is_an_extractor(extractor):
    assert isinstance(extractor, Extractor)
    assert extractor.name
    assert isinstance(extractor.version, str)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_that_what_it_finds_in_a_report_is_sound(extractor, path):
    report = load(path)
    extraction = extractor.extract(report)
    check(report, extraction)
    assert extraction.spans


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_that_an_odd_text_is_no_trouble(extractor, text):
    report = Report("odd", text)
    check(report, extractor.extract(report))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.sampled_from("aĐộ 1/2.,%\n\u00a0🇻\u0301()-;:XV|"), max_size=80),
    cuts=st.tuples(st.integers(0, 80), st.integers(0, 80)),
)
def test_that_any_text_with_any_chrome_is_no_trouble(extractor, text, cuts):
    start, end = sorted(min(cut, len(text)) for cut in cuts)
    sections = (Section(SectionKind.CHROME, start, end),) if start < end else ()
    report = Report("odd", text, sections=sections)
    check(report, extractor.extract(report))


def test_that_the_same_report_gives_the_same_candidates(extractor):
    report = load(SAMPLES[0])
    first = extractor.extract(report)
    extractor.extract(load(SAMPLES[1]))
    assert extractor.extract(report) == first
    assert [span.attributes for span in extractor.extract(report).spans] == [
        s.attributes for s in first.spans
    ]


def test_that_chrome_holds_no_candidate(extractor):
    report = load(SAMPLES[0])
    covered = Report("r", report.text, sections=(Section(SectionKind.CHROME, 0, len(report.text)),))
    assert extractor.extract(covered).spans == ()


def test_that_an_extraction_comes_home_from_a_worker_process(extractor):
    extraction = extractor.extract(load(SAMPLES[0]))
    assert pickle.loads(pickle.dumps(extraction)) == extraction


def test_that_candidates_begin_and_end_where_syllables_do(extractor):
    report = load(SAMPLES[0])
    borders = {border for token in syllables(report.text) for border in token}
    assert {
        border for span in extractor.extract(report).spans for border in (span.start, span.end)
    } <= borders
