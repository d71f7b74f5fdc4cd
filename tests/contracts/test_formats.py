"""What every format keeps: gold written and read back says the same, whatever its text and its spans."""

import unicodedata
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import plugins
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.formats.base import Format, silent
from annotator.resources import default_schema

SCHEMA = default_schema()
FORMATS = [plugins.load("formats", name)() for name in plugins.names("formats")]
BOTH_WAYS = [kind for kind in FORMATS if kind.can_read and kind.can_write]
LOSSY = [kind for kind in BOTH_WAYS if kind.holds.relations and not kind.holds.attributes]
LOSSLESS = [kind for kind in BOTH_WAYS if kind.holds.attributes and kind.holds.relations]
LABELS = {layer: [label.name for label in SCHEMA.labels if label.layer == layer] for layer in SCHEMA.layers}
LETTERS = "ăôưđếữẠbz 09,.%|;=#\\/-\u00a0\u2028\t\n𝄞🇻🇳e\u0301\u0323x\u030c"

texts = (
    st.text(alphabet=st.sampled_from(LETTERS), min_size=1, max_size=60)
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(lambda text: text.strip())
)
values = st.text(alphabet=st.sampled_from("đồng/người;|=⟦⟧\\\n\t u003b🇻%"), min_size=1, max_size=8)
decimals = st.sampled_from(["0", "18", "6.43", "-3.7", "2236000000000"])


@st.composite
def layouts(draw, text, layer):
    """Spans of one layer that do not overlap; many touch."""
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    spans = []
    for start, end in pairwise(cuts):
        if draw(st.booleans()):
            label = draw(st.sampled_from(LABELS[layer]))
            attributes = {}
            if layer == "figure" and label != "INDICATOR":
                attributes = {"value": draw(decimals), "unit": draw(values), "per": draw(values)}
            spans.append(Span(f"{layer}-{start}", start, end, layer, label, State.ACCEPTED, attributes))
    return spans


@st.composite
def golds(draw):
    text = draw(texts)
    spans = [span for layer in SCHEMA.layers for span in draw(layouts(text, layer))]
    relations = set()
    for rule in SCHEMA.relations:
        targets = [span.id for span in spans if span.label in rule.targets]
        for span in spans:
            if span.label in rule.sources and targets:
                chosen = draw(st.sets(st.sampled_from(targets), max_size=3 if rule.many else 1))
                relations |= {Relation(rule.name, span.id, target) for target in chosen}
    return GoldReport(Report("báo cáo", text), tuple(spans), tuple(sorted(relations)))


def told(spans, relations):
    """What spans and relations say, ids aside."""
    place = {span.id: (span.layer, span.label, span.start, span.end) for span in spans}
    said = {place[span.id]: dict(span.attributes) for span in spans}
    return said, {(link.label, place[link.source], place[link.target]) for link in relations}


@pytest.mark.parametrize("kind", LOSSLESS, ids=lambda kind: kind.name)
@given(gold=golds())
def test_that_gold_written_and_read_back_says_the_same(kind: Format, gold):
    with TemporaryDirectory() as folder:
        path = Path(folder, "gold")
        summary = kind.write([gold], schema=SCHEMA, path=path, progress=silent)
        (back,) = kind.read(path, schema=SCHEMA, progress=silent)
    assert (back.problems, back.notes) == ((), ())
    assert back.text == gold.report.text
    assert told(back.spans, back.relations) == told(gold.spans, gold.relations)
    assert {span.state for span in back.spans} <= {State.IMPORTED}
    assert (summary.reports, summary.spans, summary.relations) == (1, len(gold.spans), len(gold.relations))


@pytest.mark.parametrize("kind", LOSSLESS, ids=lambda kind: kind.name)
@given(gold=golds())
def test_that_writing_what_was_read_gives_the_same_bytes(kind: Format, gold):
    with TemporaryDirectory() as folder:
        first, second = Path(folder, "first"), Path(folder, "second")
        files = kind.write([gold], schema=SCHEMA, path=first, progress=silent).files
        (back,) = kind.read(first, schema=SCHEMA, progress=silent)
        again = GoldReport(gold.report, back.spans, back.relations)
        kind.write([again], schema=SCHEMA, path=second, progress=silent)
        pairs = [
            (file.read_bytes(), (second / file.name if second.is_dir() else second).read_bytes())
            for file in files
        ]
    assert all(one.replace(b'"accepted"', b'"imported"') == two for one, two in pairs)


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
def test_that_a_format_says_what_it_is(kind: Format):
    assert isinstance(kind, Format)
    assert kind.can_read or kind.can_write
    assert kind.title
    assert kind.name in plugins.names("formats")


@pytest.mark.parametrize("kind", LOSSY, ids=lambda kind: kind.name)
@given(gold=golds())
def test_that_what_a_format_cannot_hold_is_said_and_all_else_comes_back(kind: Format, gold):
    with TemporaryDirectory() as folder:
        path = Path(folder, "gold")
        summary = kind.write([gold], schema=SCHEMA, path=path, progress=silent)
        (back,) = kind.read(path, schema=SCHEMA, progress=silent)
    assert back.problems == ()
    said, links = told(gold.spans, gold.relations)
    assert told(back.spans, back.relations) == ({place: {} for place in said}, links)
    assert bool(summary.notes) == any(span.attributes for span in gold.spans)


@pytest.mark.parametrize("kind", [kind for kind in LOSSLESS if kind.holds.scores], ids=lambda kind: kind.name)
def test_that_scores_come_back_from_formats_that_hold_them(kind: Format, tmp_path):
    text = "Sở Y tế họp. 𝄞 Sở Nội vụ họp."
    spans = (
        Span("a", 0, 7, "entity", "ORG", State.ACCEPTED, score=0.25),
        Span("b", 15, 24, "entity", "ORG", State.DRAWN),
    )
    kind.write([GoldReport(Report("r", text), spans)], schema=SCHEMA, path=tmp_path / "x", progress=silent)
    (back,) = kind.read(tmp_path / "x", schema=SCHEMA, progress=silent)
    assert {(span.start, span.score) for span in back.spans} == {(0, 0.25), (15, None)}
