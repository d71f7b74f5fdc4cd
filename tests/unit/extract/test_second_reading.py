"""The second reading names what the rules left nameless, and touches nothing the rules named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.domain.reports import Report
from annotator.extract import second_reading
from annotator.extract.chains import LABELS, Weights
from annotator.extract.pipeline import Rules
from annotator.extract.second_reading import RULE, sentences, with_second_reading

TEXT = "Mè sấy 12 tấn, tăng 5% so với cùng kỳ; sản lượng điện 7 triệu kWh.\n"


@pytest.fixture
def certain(monkeypatch):
    """Let the reading believe that some words are a name, and no others."""

    def believing(*names):
        states = {
            f"w={word}": (0.0, 9.0 if at == 0 else 0.0, 9.0 if at else 0.0)
            for name in names
            for at, word in enumerate(name)
        }
        steps = ((3.0, 0.0, -99.0), (3.0, 0.0, 0.0), (3.0, 0.0, 0.0))
        monkeypatch.setattr(second_reading, "weights", lambda table: Weights(states, steps))

    return believing


def bare(text):
    """Return the candidates of the rules alone, the names among them taken away from the first figures."""
    report = Report("r", text)
    found = Rules().extract(report)
    figures = [span for span in found.spans if span.layer == "figure"]
    return report, [span for span in found.spans if span.layer == "entity"], figures


def unnamed(text, name):
    """Return candidates as they are where the rules do not see one name."""
    report, entities, figures = bare(text)
    kept = [span for span in figures if report.text[span.start : span.end] != name]
    gone = [span for span in figures if span not in kept]
    cut = [without(span) if linked_to(span, gone) else span for span in kept]
    return report, entities, cut


def linked_to(span, gone):
    return any(
        piece.attribute == "measures" and (piece.start, piece.end) == (each.start, each.end)
        for piece in span.evidence.pieces
        for each in gone
    )


def without(span):
    pieces = tuple(piece for piece in span.evidence.pieces if piece.attribute != "measures")
    return replace(span, evidence=replace(span.evidence, pieces=pieces))


def named(report, figures):
    names = {(span.start, span.end) for span in figures if span.label == "INDICATOR"}
    return {
        report.text[span.start : span.end]: report.text[piece.start : piece.end]
        for span in figures
        for piece in span.evidence.pieces
        if piece.attribute == "measures" and (piece.start, piece.end) in names
    }


def test_that_a_name_is_given_to_the_figure_behind_it_and_to_those_that_share_it(certain):
    certain(("mè", "sấy"))
    report, entities, figures = unnamed(TEXT, "Mè sấy")
    found = with_second_reading(report, entities, figures)
    links = named(report, found)
    assert links["12 tấn"] == "Mè sấy"
    assert links["5%"] == "Mè sấy"
    assert links["7 triệu kWh"] == "sản lượng điện"
    assert [span.evidence.rule for span in found if span.label == "INDICATOR"].count(RULE) == 1


def test_that_names_the_rules_saw_stay_as_they_are(certain):
    certain(("sản",), ("điện",))
    report, entities, figures = bare(TEXT)
    kept = with_second_reading(report, entities, figures)
    assert named(report, kept)["7 triệu kWh"] == "sản lượng điện"
    assert {span.id for span in figures} == {span.id for span in kept}


def test_that_nothing_is_named_where_nothing_is_believed(certain):
    certain()
    report, entities, figures = unnamed(TEXT, "Mè sấy")
    assert with_second_reading(report, entities, figures) == figures


def test_that_words_of_a_sentence_are_read_by_code_point_and_borders_by_what_they_are():
    text = "Đến 31/12, lúa 𠀋 đạt 5,2 tấn. Không có số."
    _, entities, figures = bare(text)
    (sentence,) = sentences(text, (0, len(text)), [*figures, *entities], figures)
    assert all(text[start:end].strip() == text[start:end] for start, end in sentence.words)
    at = [text[start:end] for start, end in sentence.words].index("đạt")
    assert "nx=1" in sentence.features[at]
    assert "nf=<FMEASURE>" in sentence.features[at]
    assert len({len(features) for features in sentence.features}) == 1
    assert LABELS[0] == "O"
