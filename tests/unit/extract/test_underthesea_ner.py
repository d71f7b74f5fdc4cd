"""The hints of underthesea stand where their words stand in the report, whatever became of their spacing."""

import socket
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.reports import Report, Section, SectionKind
from annotator.extract.underthesea_ner import UndertheseaNer, anchored


def placed(line, tagged):
    return [(line[match.start : match.end], match.label) for match in anchored(line, tagged, 0)]


@pytest.mark.parametrize(
    ("line", "tagged", "found"),
    [
        ("Bà Lò  A ở", [("Bà", "O"), ("Lò A", "B-PER"), ("ở", "O")], [("Lò  A", "PERSON")]),
        ("Tỉnh uỷ họp", [("Tỉnh", "B-ORG"), ("ủy", "I-ORG"), ("họp", "O")], [("Tỉnh uỷ", "ORG")]),
        ("A\u00a0B C", [("A B", "B-LOC"), ("C", "B-LOC")], [("A\u00a0B", "LOC"), ("C", "LOC")]),
        ("A B", [("A", "B-LOC"), ("B", "I-PER")], [("A", "LOC"), ("B", "PERSON")]),
        ("A 🇻🇳 B", [("A", "B-LOC"), ("🇻 🇳", "O"), ("B", "B-PER")], [("A", "LOC"), ("B", "PERSON")]),
        ("A x B", [("A", "B-LOC"), ("y", "I-LOC"), ("B", "I-LOC")], [("A", "LOC"), ("B", "LOC")]),
        ("A B", [("A", "B-MISC"), ("B", "O")], []),
        ("A", [("", "B-LOC"), ("_", "B-LOC")], []),
    ],
    ids=[
        "spacing",
        "tone placement",
        "no-break space",
        "label",
        "astral",
        "lost word",
        "other label",
        "empty",
    ],
)
def test_that_words_are_found_again_in_the_line(line, tagged, found):
    assert placed(line, tagged) == found


def nfc(word):
    return unicodedata.normalize("NFC", word)


@given(
    words=st.lists(st.text("ÂăđeL1,.🇻\u030c", min_size=1, max_size=4).map(nfc), max_size=8),
    gaps=st.lists(st.sampled_from([" ", "  ", "\u00a0", "\t"]), min_size=8, max_size=8),
)
def test_that_every_word_is_found_where_it_stands(words, gaps):
    line = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    found = placed(line, [(word, "B-LOC") for word in words])
    assert [surface for surface, _ in found] == words


REPORT = Report(
    "r", "Menu Hà Nội\nÔng Nguyễn Văn An thăm Hà Nội.", sections=(Section(SectionKind.CHROME, 0, 11),)
)


def test_that_people_and_places_are_proposed_outside_the_chrome():
    found = UndertheseaNer().extract(REPORT)
    surfaces = {(REPORT.text[span.start : span.end], span.label) for span in found.spans}
    assert ("Nguyễn Văn An", "PERSON") in surfaces
    assert min(span.start for span in found.spans) >= 11
    assert {span.extractor for span in found.spans} == {"underthesea"}


def test_that_nothing_is_asked_of_the_network(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("the network was reached for")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert UndertheseaNer().extract(REPORT).spans
