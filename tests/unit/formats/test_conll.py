"""CoNLL: every scheme of tags is read, and words find the report they are from without their spaces."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.spans import Span, State
from annotator.formats.base import silent
from annotator.formats.conll import Conll, cut_tags, tags_of
from annotator.formats.loose import LooseTexts
from annotator.resources import default_schema

SCHEMA = default_schema()
TEXT = "Thu\u00a0ngân sách: 5 tỷ đồng.\n\nIn trang\nỦy ban tỉnh họp 𝄞 chiều."
REPORT = Report("bao-cao", TEXT, sections=(Section(SectionKind.CHROME, 27, 35),))
SPANS = (
    Span("thu", 0, 13, "figure", "INDICATOR", State.ACCEPTED),
    Span("money", 15, 24, "figure", "MONEY", State.ACCEPTED, {"value": "5000000000"}),
    Span("body", 36, 47, "entity", "ORG", State.ACCEPTED),
)
GOLD = GoldReport(REPORT, SPANS)


def read(tmp_path, text):
    (tmp_path / "x.conll").write_text(text, encoding="utf-8")
    return Conll().read(tmp_path / "x.conll", schema=SCHEMA, progress=silent)


def test_that_files_stand_line_by_line_beside_their_offsets(tmp_path):
    done = Conll().write([GOLD], schema=SCHEMA, path=tmp_path, progress=silent)
    assert done.spans == 3
    tagged = (tmp_path / "train.figure.conll").read_text("utf-8").splitlines()
    offsets = (tmp_path / "train.offsets.tsv").read_text("utf-8").splitlines()
    assert tagged[:6] == [
        "-DOCSTART- O",
        "",
        "Thu B-INDICATOR",
        "ngân I-INDICATOR",
        "sách I-INDICATOR",
        ": O",
    ]
    for line, place in zip(tagged[2:], offsets[2:], strict=True):
        assert bool(line) == bool(place)
        if line:
            start, end = map(int, place.split("\t"))
            assert TEXT[start:end] == line.split()[0]
    assert "1 attributes left out: a tag has a label only" in done.notes


def test_that_spans_no_token_can_say_are_counted(tmp_path):
    over = Span("over", 15, 47, "entity", "ORG", State.ACCEPTED)
    half = Span("half", 6, 9, "figure", "INDICATOR", State.ACCEPTED)
    done = Conll().write([GoldReport(REPORT, (half, over))], schema=SCHEMA, path=tmp_path, progress=silent)
    lost = (tmp_path / "losses.txt").read_text("utf-8")
    assert "1 spans left out: they reach over page chrome or hold white space only" in lost
    assert "1 exact borders left out: they lie inside a token" in lost
    assert done.spans == 1


def test_that_a_split_without_reports_has_no_files(tmp_path):
    Conll().write([replace(GOLD, split="dev")], schema=SCHEMA, path=tmp_path, progress=silent)
    assert {path.name.partition(".")[0] for path in tmp_path.iterdir()} == {"dev", "losses"}


def test_that_an_export_comes_back_to_its_report(tmp_path):
    Conll().write([GOLD], schema=SCHEMA, path=tmp_path, progress=silent)
    (parsed,) = Conll().read(tmp_path, schema=SCHEMA, progress=silent)
    placed = LooseTexts([Report("other", "Khác"), REPORT]).placed(parsed)
    assert placed.text == TEXT
    assert {(s.start, s.end, s.label) for s in placed.spans} == {(s.start, s.end, s.label) for s in SPANS}


def test_that_words_of_no_report_are_placed_nowhere(tmp_path):
    (parsed,) = read(tmp_path, "Xin B-ORG\nchào I-ORG\n")
    assert LooseTexts([REPORT]).placed(parsed) is None


@pytest.mark.parametrize(
    "tags",
    [
        ["B-ORG", "I-ORG", "B-ORG", "O", "B-LOC"],
        ["I-ORG", "I-ORG", "B-ORG", "O", "I-LOC"],
        ["B-ORG", "E-ORG", "S-ORG", "O", "S-LOC"],
        ["B-ORG", "L-ORG", "U-ORG", "O", "U-LOC"],
    ],
)
def test_that_every_scheme_says_the_same(tags):
    assert list(cut_tags(tags)) == [("ORG", 0, 2), ("ORG", 2, 3), ("LOC", 4, 5)]


def test_that_tags_no_scheme_allows_are_read_as_they_can_be():
    assert list(cut_tags(["I-ORG", "I-LOC", "E-LOC", "I-LOC", "-", "B-"])) == [
        ("ORG", 0, 1),
        ("LOC", 1, 3),
        ("LOC", 3, 4),
    ]


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["", "ORG", "LOC"])), min_size=1, max_size=8))
def test_that_tags_say_what_spans_they_were_made_of(runs):
    tokens, spans, at = [], [], 0
    for size, label in runs:
        if label:
            spans.append(Span(f"s{at}", 2 * at, 2 * (at + size) - 1, "entity", label, State.ACCEPTED))
        tokens += [(2 * place, 2 * place + 1) for place in range(at, at + size)]
        at += size
    found = [(label, tokens[a][0], tokens[b - 1][1]) for label, a, b in cut_tags(tags_of(tokens, spans))]
    assert found == [(span.label, span.start, span.end) for span in spans]


def test_that_four_columns_and_strange_labels_are_read(tmp_path):
    (parsed,) = read(
        tmp_path, "-DOCSTART- -X- -X- O\n\nSở NN B-NP B-ORG\nY NN I-NP I-ORG\nvà C O B-STRANGE\n"
    )
    assert [(span.label, parsed.text[span.start : span.end]) for span in parsed.spans] == [("ORG", "Sở Y")]
    assert "no label STRANGE" in str(parsed.notes[0])


def test_that_a_token_without_a_tag_is_a_problem_and_an_empty_file_too(tmp_path):
    (parsed,) = read(tmp_path, "Sở B-ORG\nY\n")
    assert "two columns" in str(parsed.problems[0])
    with pytest.raises(UserError, match="no tagged tokens"):
        read(tmp_path, "\n\n")
