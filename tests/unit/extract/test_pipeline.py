"""The rules as a spaCy pipeline say what they say when called directly, inside the program and outside."""

import subprocess
import sys

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin

from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.extract.pipeline import COMPONENTS, HINTS, Rules, create
from annotator.extract.spacy_components import DATE, SECTIONS, put_report, report_of
from annotator.extract.spacy_model import SpacyModel
from annotator.resources import resource_path
from annotator.text.loading.base import report_from_text
from annotator.text.loading.text import load
from annotator.text.spacy_groups import read_group, read_relations

SAMPLES = sorted(resource_path("samples").glob("*.txt"))
PIECES = [
    "Ông Lò Văn A, Bí thư Huyện ủy X",
    "; bà Vàng Thị B, Chủ tịch UBND tỉnh",
    "Thu ngân sách 9 tháng năm 2023 ước đạt trên 1.860 tỷ đồng, tăng 4,6%",
    "18/24 chỉ tiêu",
    "1.500ha\u00a0ngô",
    "6 - 7 triệu đồng/người/năm",
    " 🇻🇳 ",
    "e\u0323\u0302\u030c",
    ". ",
    "\n",
    "|",
    "\t",
    "Nghị quyết số 08-NQ/TU, ngày 20/5/2021",
]


@pytest.fixture(scope="module")
def nlp():
    return create()


def through_doc(nlp, report):
    doc = nlp.make_doc(report.text)
    put_report(doc, report)
    doc = nlp(doc)
    spans = (*read_group(doc, "entity"), *read_group(doc, "figure"))
    return spans, {*read_relations(doc, "entity"), *read_relations(doc, "figure")}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_that_a_report_gives_the_same_candidates_directly_and_through_a_doc(nlp, path):
    report = load(path)
    direct = Rules().extract(report)
    assert through_doc(nlp, report) == (direct.spans, direct.relations)
    assert direct.spans
    assert direct.relations


@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=8))
def test_that_any_text_gives_the_same_candidates_directly_and_through_a_doc(nlp, pieces):
    report = Report("r", "".join(pieces), date="2023-10-19")
    direct = Rules().extract(report)
    assert through_doc(nlp, report) == (direct.spans, direct.relations)


def test_that_the_saved_pipeline_says_the_same_in_a_process_without_the_program(nlp, tmp_path):
    nlp.to_disk(tmp_path / "model")
    report = report_from_text("Thu ngân sách năm 2023 đạt 1.860 tỷ đồng.", name="r")
    code = (
        "import spacy, sys\n"
        "doc = spacy.load(sys.argv[1])(sys.argv[2])\n"
        "print([(s.text, s.label_) for key in ('entity', 'figure') for s in doc.spans[key]])\n"
        "print([g['attributes'].get('value') for g in doc.spans['figure'].attrs['annotator']])\n"
        "print(len(doc.spans['figure'].attrs['annotator_relations']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "model", report.text],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [
        "[('năm 2023', 'DATE'), ('Thu ngân sách', 'INDICATOR'), ('1.860 tỷ đồng', 'MONEY')]",
        "[None, '1860000000000']",
        "2",
    ]


@pytest.mark.parametrize("path", SAMPLES[:2], ids=lambda path: path.stem)
def test_that_the_saved_pipeline_is_an_extractor_that_says_the_same(nlp, tmp_path, path):
    nlp.to_disk(tmp_path)
    report = load(path)
    direct, again = Rules().extract(report), SpacyModel(tmp_path).extract(report)
    assert told(again) == told(direct)


def told(extraction):
    place = {span.id: (span.layer, span.label, span.start, span.end) for span in extraction.spans}
    said = {place[span.id]: (span.score, span.evidence, dict(span.attributes)) for span in extraction.spans}
    return said, {Relation(r.label, str(place[r.source]), str(place[r.target])) for r in extraction.relations}


def test_that_the_candidates_survive_a_doc_bin(nlp):
    doc = nlp("Ông Lò Văn A, Bí thư Tỉnh ủy, nêu 18/24 chỉ tiêu.")
    (back,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert read_group(back, "figure") == read_group(doc, "figure")
    assert read_relations(back, "entity") == read_relations(doc, "entity") != []


def test_that_a_text_longer_than_spacy_takes_goes_through_the_saved_pipeline(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    text = "a\n" * 500_001 + "Thu đạt 5 tỷ đồng."
    doc = spacy.load(tmp_path, exclude=list(COMPONENTS))(text)
    assert doc.text == text


def test_that_the_hints_are_off_until_they_are_asked_for():
    nlp = create()
    assert "underthesea" not in nlp("Ông Nguyễn Văn An thăm Hà Nội.").spans
    nlp.enable_pipe(HINTS)
    doc = nlp("Ông Nguyễn Văn An thăm Hà Nội.")
    assert ("Nguyễn Văn An", "PERSON") in {(span.text, span.label_) for span in doc.spans["underthesea"]}


def test_that_each_component_works_without_the_one_before_it(nlp):
    with nlp.select_pipes(enable=["annotator_figures", "annotator_relations"]):
        doc = nlp("Thu ngân sách năm 2023 đạt 5 tỷ đồng.")
    assert [span.label for span in read_group(doc, "figure")] == ["INDICATOR", "MONEY"]
    assert [relation.label for relation in read_relations(doc, "figure")] == ["measures"]


def test_that_a_doc_finds_its_own_sections_and_date_unless_told(nlp):
    text = (
        "Lai Châu đổi mới\n(09:15, 19/10/2023)\nThu đạt 5 tỷ đồng trong năm nay, cao hơn mọi năm trước đây."
    )
    doc = nlp.make_doc(text)
    found = report_of(doc)
    expected = report_from_text(text, name="")
    assert (found.sections, found.date) == (expected.sections, expected.date)
    told_doc = nlp.make_doc(text)
    told_doc.user_data |= {DATE: "2001-02-03", SECTIONS: []}
    assert (report_of(told_doc).date, report_of(told_doc).sections) == ("2001-02-03", ())
