"""The spaCy folder: spaCy's own programs take it as it is, and chrome is in none of its Docs."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.spans import Span, State
from annotator.formats.base import silent
from annotator.formats.markup import read_folder
from annotator.formats.spacy_folder import SpacyFolder
from annotator.formats.spacy_reading import read_docs
from annotator.resources import default_schema
from annotator.text.spacy_groups import read_group, read_relations

SCHEMA = default_schema()
TEXT = "Thu ngân sách 5 tỷ\nIn trang\nỦy ban tỉnh họp"
SPANS = (
    Span("thu", 0, 13, "figure", "INDICATOR", State.ACCEPTED),
    Span("money", 14, 18, "figure", "MONEY", State.ACCEPTED, {"value": "5000000000"}),
    Span("body", 28, 40, "entity", "ORG", State.ACCEPTED),
)


def gold(number=0, spans=SPANS, text=TEXT):
    report = Report(f"r{number}", text, sections=(Section(SectionKind.CHROME, 19, 27),))
    links = (Relation("measures", "money", "thu"),) if len(spans) > 1 else ()
    return GoldReport(report, spans, links)


def docs(folder, split):
    return list(DocBin().from_disk(folder / f"{split}.spacy").get_docs(Vocab()))


@pytest.fixture
def written(tmp_path):
    """Give a function that writes reports into a folder and returns it."""

    def write(*reports):
        SpacyFolder().write(reports, schema=SCHEMA, path=tmp_path / "out", progress=silent)
        return tmp_path / "out"

    return write


def test_that_a_doc_holds_entities_and_both_layers_in_groups(written):
    folder = written(gold())
    first, second = docs(folder, "train")
    assert [doc.text for doc in (first, second)] == ["Thu ngân sách 5 tỷ", "Ủy ban tỉnh họp"]
    assert [(span.text, span.label_) for span in second.ents] == [("Ủy ban tỉnh", "ORG")]
    assert [(span.text, span.label_) for span in first.spans["sc"]] == [
        ("Thu ngân sách", "INDICATOR"),
        ("5 tỷ", "MONEY"),
    ]
    (_, money) = read_group(first, "figure")
    assert money.attributes == {"value": "5000000000"}
    assert read_relations(first, "figure") == [Relation("measures", "money", "thu")]
    assert second.user_data["annotator"] == {"report": gold().report.id, "name": "r0", "start": 28}


def test_that_page_chrome_is_in_no_doc(written):
    folder = written(*(gold(n, text=f"{TEXT} {n} {'x' * n}") for n in range(4)))
    texts = [doc.text for path in folder.glob("*.spacy") for doc in docs(folder, path.stem)]
    assert len(texts) == 8
    assert not any("In trang" in text for text in texts)


def test_that_three_reports_fill_three_splits(written):
    folder = written(
        *(gold(n, text=f"{TEXT} " + " ".join(str(n * 100 + k) for k in range(50))) for n in range(3))
    )
    assert all(docs(folder, split) for split in ("train", "dev", "test"))


def names(folder):
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("split", ["train", "dev", "test"])
def test_that_one_split_alone_is_written_alone_and_says_what_training_needs(tmp_path, split):
    done = SpacyFolder().write(
        [replace(gold(n, text=f"{TEXT} {n}"), split=split) for n in range(2)],
        schema=SCHEMA,
        path=tmp_path / "out",
        progress=silent,
    )
    folder = tmp_path / "out"
    assert names(folder) == {f"{split}.spacy", "reports.jsonl", "README.md"}
    assert len(docs(folder, split)) == 4
    (note,) = done.notes
    assert f"this export has {split}, and none of " in note
    assert "training needs train and dev: export all splits" in note
    readme = (folder / "README.md").read_text("utf-8")
    assert "spacy train" not in readme
    assert f"`spacy evaluate MODEL` and `{split}.spacy`" in readme


def test_that_training_data_without_a_test_split_still_trains(tmp_path):
    parts = [replace(gold(n, text=f"{TEXT} {n}"), split=("train", "dev")[n]) for n in range(2)]
    done = SpacyFolder().write(parts, schema=SCHEMA, path=tmp_path, progress=silent)
    assert {"config.cfg", "config-spancat.cfg", "train.spacy", "dev.spacy"} <= names(tmp_path)
    assert "test.spacy" not in names(tmp_path)
    assert "test.spacy" not in (tmp_path / "README.md").read_text("utf-8")
    assert done.notes == ()


def test_that_lines_a_span_reaches_over_stay_together(written):
    report = Report("r", "Theo Sở Y\ntế tỉnh, dịch giảm\nHết")
    folder = written(GoldReport(report, (Span("name", 5, 17, "entity", "ORG", State.ACCEPTED),)))
    assert [doc.text for doc in docs(folder, "train")] == ["Theo Sở Y\ntế tỉnh, dịch giảm", "Hết"]


def test_that_what_is_lost_is_listed(tmp_path):
    over = Span("over", 14, 31, "entity", "ORG", State.ACCEPTED)
    inside = Span("inside", 29, 31, "entity", "LOC", State.ACCEPTED)
    done = SpacyFolder().write(
        [gold(spans=(over, SPANS[2], inside))], schema=SCHEMA, path=tmp_path / "out", progress=silent
    )
    assert "1 spans left out: they reach over page chrome or hold white space only" in done.notes
    assert any(line.startswith("1 entities in doc.ents left out") for line in done.notes)
    lost = [line for line in done.notes if " left out: " in line]
    assert (tmp_path / "out" / "losses.txt").read_text("utf-8").splitlines() == lost


def test_that_spacy_finds_no_fault_and_trains(tmp_path):
    # Twenty passages: with fewer spaCy calls the data too little to train on.
    passages = read_folder(Path(__file__).parents[2] / "scores" / "dev", schema=SCHEMA)
    reports = [GoldReport(Report(each.name, each.text), each.spans, each.relations) for each in passages]
    SpacyFolder().write(reports, schema=SCHEMA, path=tmp_path, progress=silent)
    short = ["--training.max_epochs", "2", "--training.eval_frequency", "20"]
    steps = ["--training.max_steps", "20", "--training.eval_frequency", "10"]
    for words in (
        ["debug", "data", "config.cfg"],
        ["train", "config.cfg", "--output", "out", *short],
        ["train", "config-spancat.cfg", "--output", "both", *steps],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "spacy", *words], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "out" / "model-last" / "meta.json").is_file()
    assert (tmp_path / "both" / "model-last" / "spancat").is_dir()


def test_that_anybodys_docs_are_read(tmp_path):
    from annotator.text.spacy_tokens import SyllableTokenizer

    doc = SyllableTokenizer(Vocab())("Sở Y tế báo cáo")
    doc.ents = [doc.char_span(0, 7, label="ORG")]
    strange = doc.char_span(8, 15, label="STRANGE")
    doc.spans["mine"] = [strange, doc.ents[0]]
    DocBin(docs=[doc]).to_disk(tmp_path / "x.spacy")
    (parsed,) = read_docs(tmp_path / "x.spacy", schema=SCHEMA, progress=silent)
    assert [(span.start, span.end, span.label) for span in parsed.spans] == [(0, 7, "ORG")]
    assert "no label STRANGE" in str(parsed.notes[0])


@pytest.mark.parametrize("data", [b"", b"text", b"x\x9c\x03", bytes(100)])
def test_that_a_file_of_something_else_is_refused(tmp_path, data):
    (tmp_path / "x.spacy").write_bytes(data)
    with pytest.raises(UserError, match="export it again"):
        read_docs(tmp_path / "x.spacy", schema=SCHEMA, progress=silent)


def test_that_docs_that_unpack_without_end_are_refused(tmp_path, monkeypatch):
    import zlib

    monkeypatch.setattr("annotator.formats.spacy_reading.LARGEST", 2**20)
    (tmp_path / "x.spacy").write_bytes(zlib.compress(bytes(2**22)))
    with pytest.raises(UserError, match="unpacks to more than it may"):
        read_docs(tmp_path / "x.spacy", schema=SCHEMA, progress=silent)
