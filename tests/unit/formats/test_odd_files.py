"""Annotated files as other programs really write them: taken as far as can be, the rest listed."""

from __future__ import annotations

import json

import pytest

from annotator import plugins
from annotator.domain.gold import Decision, GoldReport
from annotator.domain.reports import Report
from annotator.domain.spans import Evidence, Piece, Span, State
from annotator.formats.base import silent
from annotator.resources import default_schema

SCHEMA = default_schema()
TEXT = "Ông An – Bí thư 😀 Tỉnh ủy. Thu 5 tỷ đồng."
PERSON, POSITION, MONEY = (4, 6), (9, 25), (31, 40)


def read(tmp_path, name, data):
    """Read one report of a file that holds this JSON value."""
    path = tmp_path / "x.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    (parsed,) = plugins.load("formats", name)().read(path, schema=SCHEMA, progress=silent)
    return parsed


def said(parsed):
    links = [(each.label, each.source, each.target) for each in parsed.relations]
    return {span.id: (span.label, span.start, span.end) for span in parsed.spans}, links


def units(point):
    return len(TEXT[:point].encode("utf-16-le")) // 2


def region(name, place, labels, **more):
    value = {"start": units(place[0]), "end": units(place[1]), "text": TEXT[slice(*place)]}
    held = {} if labels is None else {"labels": labels}
    return {"id": name, "from_name": "label", "type": "labels", "value": {**value, **held}, **more}


BASE = [region("a", PERSON, ["PERSON"]), region("b", POSITION, ["POSITION"])]
TOLD = {"a": ("PERSON", *PERSON), "b": ("POSITION", *POSITION)}


def link(**more):
    return {"type": "relation", "from_id": "a", "to_id": "b", "direction": "right", **more}


@pytest.mark.parametrize(
    ("more", "note"),
    [
        ([region("c", MONEY, None)], "1 regions left out: they have no label"),
        ([region("c", MONEY, [])], "1 regions left out: they have no label"),
        ([region("a", PERSON, ["ORG"])], "1 labels left out: their region has one already"),
        ([link()], "1 relations left out: they have no label"),
        ([link(labels=["loves"])], "1 relations left out: no relation loves leads from PERSON to POSITION"),
        ([link(labels=["holds"], to_id="z")], "1 relations left out: a span at their end is not there"),
        (
            [{"id": "a", "type": "choices", "from_name": "mood", "value": {"choices": ["good"]}}],
            "1 attributes left out: PERSON has no attribute mood",
        ),
        (
            [{"id": "z", "type": "choices", "from_name": "kind", "value": {"choices": ["news"]}}],
            "1 answers left out: they are of no region with a label",
        ),
    ],
)
def test_that_what_label_studio_says_beyond_our_schema_is_listed_and_the_rest_taken(tmp_path, more, note):
    task = {"data": {"text": TEXT}, "annotations": [{"result": [*BASE, *more]}]}
    parsed = read(tmp_path, "label-studio", [task])
    assert parsed.problems == ()
    assert said(parsed) == (TOLD, [])
    assert [each.message for each in parsed.notes] == [note]


@pytest.mark.parametrize(
    "annotations", [[], [{"was_cancelled": True, "result": []}], [{"was_cancelled": False}]]
)
def test_that_a_task_nobody_annotated_is_no_finished_report_without_spans(tmp_path, annotations):
    task = {"data": {"text": TEXT}, "annotations": annotations, "predictions": [{"result": BASE}]}
    (problem,) = read(tmp_path, "label-studio", [task]).problems
    assert "nobody annotated this task" in problem.message


def test_that_a_relation_to_the_left_leads_the_other_way(tmp_path):
    left = link(from_id="b", to_id="a", direction="left", labels=["holds"])
    task = {"data": {"body": TEXT, "title": "x"}, "completions": [{"result": [*BASE, left]}]}
    assert said(read(tmp_path, "label-studio", task)) == (TOLD, [("holds", "a", "b")])


def test_that_a_second_annotator_of_a_task_is_named(tmp_path):
    task = {"data": {"text": TEXT}, "annotations": [{"result": BASE}, {"result": []}]}
    parsed = read(tmp_path, "label-studio", [task])
    assert said(parsed)[0] == TOLD
    assert "1 annotations of other people left out" in str(parsed.notes[0])


def test_that_json_min_is_read(tmp_path):
    task = {"id": 1, "text": TEXT, "label": [each["value"] for each in BASE], "annotator": 1}
    assert [*said(read(tmp_path, "label-studio", [task]))[0].values()] == [*TOLD.values()]


@pytest.mark.parametrize(
    "line",
    [
        {"text": TEXT, "labels": [[*PERSON, "PERSON"]]},
        {"data": TEXT, "label": [[*PERSON, "PERSON"]]},
        {"text": TEXT, "annotations": [{"label": "PERSON", "start_offset": 4, "end_offset": 6, "user": 1}]},
        {"text": TEXT, "label": [{"id": 7, "start_offset": 4, "end_offset": 6, "label": "PERSON"}]},
    ],
)
def test_that_older_names_of_doccano_are_known(tmp_path, line):
    parsed = read(tmp_path, "doccano", line)
    assert [*said(parsed)[0].values()] == [("PERSON", *PERSON)]


def test_that_doccano_without_labels_or_places_is_said(tmp_path):
    assert "it has no labels" in read(tmp_path, "doccano", {"text": TEXT}).problems[0].message
    parsed = read(tmp_path, "doccano", {"text": TEXT, "label": ["news"], "Comments": ["a"]})
    assert [note.message for note in parsed.notes] == [
        "1 comments left out: a report has no place for them",
        "1 labels left out: they have no place in the text",
    ]
    numbered = {"text": TEXT, "annotations": [{"label": 3, "start_offset": 4, "end_offset": 6}]}
    assert read(tmp_path, "doccano", numbered).unknown == {"3": 1}


def test_that_prodigys_tokens_say_where_spans_and_links_are(tmp_path):
    words = [(0, 3), (4, 6), (7, 8), (9, 11), (12, 15), (16, 17), (18, 22), (23, 27)]
    tokens = [{"id": at, "start": a, "end": b, "text": TEXT[a:b]} for at, (a, b) in enumerate(words)]
    spans = [
        {"token_start": 1, "token_end": 1, "label": "PERSON"},
        {"token_start": 3, "token_end": 4, "label": "POSITION"},
    ]
    relations = [{"head": 1, "child": 4, "label": "holds"}, {"head": 0, "child": 4, "label": "holds"}]
    task = {"text": TEXT, "tokens": tokens, "spans": spans, "relations": relations, "answer": "accept"}
    parsed = read(tmp_path, "prodigy", task)
    assert [(span.label, span.start, span.end) for span in parsed.spans] == [
        ("PERSON", 4, 6),
        ("POSITION", 9, 15),
    ]
    assert [each.label for each in parsed.relations] == ["holds"]
    assert [note.message for note in parsed.notes] == [
        "1 relations left out: a span at their end is not there"
    ]


def test_that_brats_own_attributes_notes_and_roles_are_taken(tmp_path):
    (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
    lines = [
        "A1\tstatus T3 actual",
        "T1\tPERSON 4 6\tAn",
        "T2\tPOSITION 9 15\tBí thư",
        "T3\tMONEY 31 40\t5 tỷ đồng",
        "R1\tholds Person:T1 Position:T2\t",
        "#1\tAnnotatorNotes T1\tlook again",
    ]
    (tmp_path / "x.ann").write_text("\n".join(lines), encoding="utf-8")
    (parsed,) = plugins.load("formats", "brat")().read(tmp_path, schema=SCHEMA, progress=silent)
    assert (parsed.problems, parsed.notes) == ((), ())
    spans = {span.id: span for span in parsed.spans}
    assert (spans["T1"].note, dict(spans["T3"].attributes)) == ("look again", {"status": "actual"})
    assert said(parsed)[1] == [("holds", "T1", "T2")]


@pytest.mark.parametrize("name", ["jsonl", "label-studio", "w3c", "cas", "cas-json"])
def test_that_formats_without_loss_hold_evidence_notes_flags_scores_and_decisions(tmp_path, name):
    evidence = Evidence("rule", "entry", (Piece("value", 31, 32),))
    span = Span("s", *MONEY, "figure", "MONEY", State.ACCEPTED, {"value": "5"}, 0.25, "grammar", evidence)
    noted = Span("t", *PERSON, "entity", "PERSON", State.DRAWN, note="sure?", flagged=True)
    history = Decision("d", "s", "an", "2024-01-01T00:00:00Z", "accept", "cand-1", 1.5, "why-not")
    gold = GoldReport(Report("r", TEXT), (noted, span), authors={"s": "an-nguyen"}, decisions=(history,))
    kind = plugins.load("formats", name)()
    files = kind.write([gold], schema=SCHEMA, path=tmp_path / "out", progress=silent).files
    (parsed,) = kind.read(tmp_path / "out", schema=SCHEMA, progress=silent)
    assert (parsed.problems, parsed.notes) == ((), ())
    back = {each.id: each for each in parsed.spans}
    assert (back["s"].score, back["s"].extractor, back["s"].evidence) == (0.25, "grammar", evidence)
    assert (back["t"].note, back["t"].flagged) == ("sure?", True)
    written = "".join(file.read_text("utf-8") for file in files)
    assert all(word in written for word in ("cand-1", "why-not", "an-nguyen", "drawn"))


def test_that_words_joined_by_low_lines_and_comments_of_conll_find_their_report(tmp_path):
    from annotator.formats.loose import LooseTexts

    report = Report("r", "Huyện Than Uyên họp # 1 lần.")
    rows = ["# sent_id = 1", "# text = Huyện", "Huyện O", "Than_Uyên B-LOC", "họp O", "# O", "1 O", "lần. O"]
    (tmp_path / "x.conll").write_text("\n".join(rows), encoding="utf-8")
    (parsed,) = plugins.load("formats", "conll")().read(tmp_path, schema=SCHEMA, progress=silent)
    placed = LooseTexts([report]).placed(parsed)
    assert placed is not None
    assert [(span.start, span.end) for span in placed.spans] == [(6, 15)]


def test_that_decomposed_docs_with_groups_that_overlap_are_read_with_their_offsets(tmp_path):
    from spacy.tokens import Doc, DocBin
    from spacy.vocab import Vocab

    words = ["So\u031b\u0309", "Y", "te\u0302\u0301", "ti\u0309nh", "A"]
    doc = Doc(Vocab(), words=words)
    doc.spans["a"] = [doc.char_span(0, doc[2].idx + len(words[2]), label="ORG")]
    doc.spans["b"] = [doc.char_span(0, len(doc.text.rstrip()), label="ORG"), doc.spans["a"][0]]
    DocBin(docs=[doc]).to_disk(tmp_path / "x.spacy")
    (parsed,) = plugins.load("formats", "spacy")().read(tmp_path / "x.spacy", schema=SCHEMA, progress=silent)
    assert parsed.problems == ()
    found = [parsed.text[span.start : span.end].strip() for span in parsed.spans]
    assert found == ["Sở Y tế", "Sở Y tế tỉnh A"]


@pytest.mark.parametrize("name", ["cas", "cas-json"])
def test_that_layers_of_inception_have_relations_and_no_words_of_their_own(tmp_path, name):
    from cassis import Cas, TypeSystem

    types = TypeSystem()
    top = "uima.tcas.Annotation"
    token = types.create_type("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", top)
    span = types.create_type("webanno.custom.Span", top)
    types.create_feature(span, "label", "uima.cas.String")
    relation = types.create_type("webanno.custom.Relation", top)
    types.create_feature(relation, "label", "uima.cas.String")
    for end in ("Governor", "Dependent"):
        types.create_feature(relation, end, top)
    cas = Cas(typesystem=types)
    cas.sofa_string = TEXT
    person = span(begin=4, end=6, label="PERSON")
    position = span(begin=9, end=15, label="POSITION")
    link_between = relation(begin=9, end=15, Governor=person, Dependent=position, label="holds")
    cas.add_all([token(begin=4, end=6), person, position, link_between])
    if name == "cas":
        types.to_xml(tmp_path / "TypeSystem.xml")
        cas.to_xmi(tmp_path / "x.xmi")
    else:
        cas.to_json(tmp_path / "x.json")
    (parsed,) = plugins.load("formats", name)().read(tmp_path, schema=SCHEMA, progress=silent)
    assert (parsed.problems, parsed.notes) == ((), ())
    assert [(each.label, each.start, each.end) for each in parsed.spans] == [
        ("PERSON", 4, 6),
        ("POSITION", 9, 15),
    ]
    assert [each.label for each in parsed.relations] == ["holds"]
