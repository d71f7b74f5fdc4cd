"""Relations come from the evidence of figures and from nothing else."""

from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Evidence, Piece, Span
from annotator.extract.base import Match
from annotator.extract.figures import find_figures
from annotator.extract.relations import during, figure_relations, measures

TEXT = "Năm 2023, thu ngân sách đạt 500 tỷ đồng, tăng 8%."


def found():
    """Return the matches of the text, the date among them."""
    date = Match(0, 8, "DATE", 1.0)
    return [date, *find_figures(Report(name="t", text=TEXT), [date])]


def test_that_figures_point_to_their_indicator():
    matches = found()
    pairs = [
        (TEXT[matches[a].start : matches[a].end], TEXT[matches[b].start : matches[b].end])
        for a, b in measures(matches)
    ]
    assert pairs == [("500 tỷ đồng", "thu ngân sách"), ("8%", "thu ngân sách")]


def test_that_figures_point_to_their_date():
    matches = found()
    assert [target for _, target in during(matches)] == [0, 0]


def test_that_spans_are_related_by_their_ids():
    spans = [match.span(layer="figure", extractor="x") for match in found()]
    by_surface = {TEXT[span.start : span.end]: span.id for span in spans}
    assert figure_relations(spans) == frozenset(
        Relation(label, by_surface[source], by_surface[target])
        for label, target in (("measures", "thu ngân sách"), ("during", "Năm 2023"))
        for source in ("500 tỷ đồng", "8%")
    )


def test_that_a_figure_whose_indicator_is_gone_measures_nothing():
    matches = [match for match in found() if match.label != "INDICATOR"]
    assert measures(matches) == []
    assert len(during(matches)) == 2


def test_that_an_indicator_with_other_borders_is_still_met():
    evidence = Evidence(pieces=(Piece("measures", 10, 23),))
    figure = Span(id="f", start=28, end=39, layer="figure", label="MONEY", evidence=evidence)
    name = Span(id="i", start=10, end=15, layer="figure", label="INDICATOR")
    assert figure_relations([figure, name]) == {Relation("measures", "f", "i")}
