"""Any spaCy pipeline on disk serves as an extractor."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import SpanGroup

from annotator.domain.errors import UserError
from annotator.domain.relations import Relation
from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.spans import Evidence, Piece, Span
from annotator.extract.spacy_model import SpacyModel, chunks
from annotator.text.spacy_groups import read_group, read_relations, write_group, write_relations


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A saved pipeline that marks a few words, as entities and in a span group."""
    nlp = spacy.blank("xx")
    patterns = [("PER", "Lò A"), ("GPE", "Hà Nội"), ("ORG", "Sở"), ("MISC", "họp"), ("DATE", "quý II")]
    nlp.add_pipe("entity_ruler").add_patterns(
        [{"label": label, "pattern": words} for label, words in patterns]
    )
    ruler = nlp.add_pipe("span_ruler", config={"spans_key": "numbers"})
    ruler.add_patterns([{"label": "COUNT", "pattern": "5 hộ"}])
    path = tmp_path_factory.mktemp("model")
    nlp.to_disk(path)
    return path


def surfaces(report, extraction):
    return [(report.text[span.start : span.end], span.layer, span.label) for span in extraction.spans]


def test_that_entities_and_groups_become_candidates_under_the_schemas_labels(folder):
    report = Report("r", "Lò A họp ở Hà Nội quý II: 5 hộ 🇻🇳 Sở")
    found = SpacyModel(folder, name="x").extract(report)
    assert surfaces(report, found) == [
        ("Lò A", "entity", "PERSON"),
        ("Hà Nội", "entity", "LOC"),
        ("quý II", "entity", "DATE"),
        ("Sở", "entity", "ORG"),
        ("5 hộ", "figure", "COUNT"),
    ]
    assert {(span.extractor, span.score) for span in found.spans} == {("x", None)}


def test_that_labels_can_be_mapped_otherwise(folder):
    report = Report("r", "Lò A họp")
    found = SpacyModel(folder, labels={"MISC": "EVENT", "PER": "nothing"}).extract(report)
    assert surfaces(report, found) == [("họp", "entity", "EVENT")]


def test_that_chrome_is_left_alone(folder):
    report = Report("r", "Sở\nSở", sections=(Section(SectionKind.CHROME, 0, 2),))
    assert [span.start for span in SpacyModel(folder).extract(report).spans] == [3]


def test_that_a_text_longer_than_spacy_takes_is_read_to_its_end(folder):
    line = "Lò A họp ở đâu đó rất lâu trong ngày hôm nay.\n"
    report = Report("r", line * (1_100_000 // len(line)) + "Sở")
    found = SpacyModel(folder).extract(report)
    assert len(report.text) > 1_000_000
    assert [report.text[s.start : s.end] for s in found.spans[::4000]][:3] == ["Lò A"] * 3
    assert found.spans[-1].end == len(report.text)


@pytest.mark.parametrize("make", [lambda path: None, lambda path: (path / "config.cfg").write_text("x")])
def test_that_a_folder_without_a_pipeline_is_one_clear_error(tmp_path, make):
    make(tmp_path)
    with pytest.raises(UserError, match="no spaCy pipeline") as caught:
        SpacyModel(tmp_path).extract(Report("r", "x"))
    assert caught.value.code == "no-pipeline"


@given(text=st.text("ab \n", max_size=60), size=st.integers(1, 12))
def test_that_chunks_are_the_text_cut_after_lines_or_spaces(text, size):
    found = list(chunks(text, size))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(end - start <= size for start, end in found)
    for start, end in found[:-1]:
        assert text[end - 1] in "\n " or not {"\n", " "} & set(text[start:end])


SPANS = [
    Span("a", 0, 2, "entity", "ORG", attributes={}, score=0.5, extractor="x"),
    Span("b", 3, 7, "entity", "LOC", score=None, evidence=Evidence("r", "e", (Piece("value", 3, 4),))),
]


def test_that_a_group_keeps_all_of_a_candidate_through_saving():
    nlp = spacy.blank("xx")
    doc = nlp("Sở 5 hộ")
    write_group(doc, "entity", SPANS)
    write_relations(doc, ["entity"], [Relation("holds", "a", "b"), Relation("holds", "z", "a")])
    back = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert read_group(back, "entity") == SPANS
    assert read_relations(back, "entity") == [Relation("holds", "a", "b")]
    assert [span.text for span in back.spans["entity"]] == ["Sở", "5 hộ"]


def test_that_a_border_inside_a_token_stays_exact():
    doc = spacy.blank("xx")("hécta")
    inner = Span("a", 0, 4, "figure", "COUNT")
    write_group(doc, "figure", [inner])
    assert read_group(doc, "figure") == [inner]
    assert [span.text for span in doc.spans["figure"]] == ["hécta"]


def test_that_groups_of_others_and_missing_ones_hold_no_candidates_of_ours():
    doc = spacy.blank("xx")("Sở")
    doc.spans["entity"] = SpanGroup(doc, spans=[doc[0:1]])
    assert (read_group(doc, "entity"), read_relations(doc, "entity")) == ([], [])
    assert (read_group(doc, "figure"), read_relations(doc, "figure")) == ([], [])


def test_that_labels_are_those_of_the_schema_that_is_given(folder):
    from annotator.domain.schema_changes import revision
    from annotator.domain.schema_drafts import SchemaDraft
    from annotator.resources import default_schema

    schema = default_schema()
    draft = SchemaDraft(schema)
    draft.rename("LOC", "PLACE")
    renamed = revision(schema, draft.schema(), labels=draft.labels).after
    report = Report("r", "Lò A đến Hà Nội họp ở Sở.")
    before = {span.label for span in SpacyModel(folder).extract(report).spans}
    after = {span.label for span in SpacyModel(folder).with_schema(renamed).extract(report).spans}
    assert "LOC" in before
    assert after == {"PLACE" if label == "LOC" else label for label in before}


def test_that_a_label_only_the_project_has_stands_for_itself(tmp_path):
    import spacy

    from annotator.domain.schema_drafts import SchemaDraft
    from annotator.resources import default_schema

    draft = SchemaDraft(default_schema())
    draft.add("LAW", layer="entity")
    nlp = spacy.blank("xx")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "LAW", "pattern": "Luật Đất đai"}])
    nlp.to_disk(tmp_path / "laws")
    report = Report("r", "Theo Luật Đất đai.")
    assert [s.label for s in SpacyModel(tmp_path / "laws").extract(report).spans] == ["DOCUMENT"]
    own = SpacyModel(tmp_path / "laws").with_schema(draft.schema())
    assert [s.label for s in own.extract(report).spans] == ["LAW"]
