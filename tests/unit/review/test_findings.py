"""Findings: every difference once, of the right kind, with the sentence it stands in."""

from annotator.domain.relations import Relation
from annotator.domain.sets import set_of
from annotator.domain.spans import Span
from annotator.review.findings import Fault, findings
from annotator.review.tables import finding_lines

TEXT = "Thu ngân sách đạt 5 tỷ đồng. Sản lượng tăng 6 %, quý II.\nLò A dự họp."


def span(surface, label, layer="figure", **attributes):
    start = TEXT.index(surface)
    return Span(f"{surface}/{label}", start, start + len(surface), layer, label, attributes=attributes)


def found(gold, predicted, gold_links=(), links=()):
    sides = [
        set_of("r", "x", spans, [Relation(name, a.id, b.id) for name, a, b in relations])
        for spans, relations in ((gold, gold_links), (predicted, links))
    ]
    return findings(*sides, text=TEXT, layers=("entity", "figure"))


def test_that_equal_sets_have_no_findings():
    spans = [span("5 tỷ đồng", "MONEY", value="5000000000"), span("Lò A", "PERSON", "entity")]
    assert found(spans, spans) == []


def test_that_each_difference_is_of_its_kind():
    gold = [
        span("Thu ngân sách", "INDICATOR"),
        span("5 tỷ đồng", "MONEY"),
        span("6 %", "PERCENT"),
        span("Lò A", "PERSON", "entity"),
    ]
    predicted = [
        span("ngân sách", "INDICATOR"),
        span("5 tỷ đồng", "COUNT"),
        span("quý II", "DATE", "entity"),
        span("Lò A", "PERSON", "entity"),
    ]
    kinds = [(finding.fault, finding.expected, finding.found) for finding in found(gold, predicted)]
    assert kinds == [
        (Fault.BOUNDARY, "INDICATOR Thu ngân sách", "INDICATOR ngân sách"),
        (Fault.LABEL, "MONEY 5 tỷ đồng", "COUNT 5 tỷ đồng"),
        (Fault.MISSING, "PERCENT 6 %", ""),
        (Fault.SPURIOUS, "", "DATE quý II"),
    ]


def test_that_a_finding_carries_the_sentence_it_stands_in():
    (finding,) = found([span("6 %", "PERCENT")], [])
    assert TEXT[slice(*finding.sentence)] == "Sản lượng tăng 6 %, quý II."
    assert finding_lines(finding, TEXT) == [
        "missing [44, 47) PERCENT 6 % -> nothing",
        "    Sản lượng tăng [6 %], quý II.",
    ]


def test_that_misread_attributes_are_named_one_by_one():
    gold = [span("6 %", "PERCENT", value="6", unit="%", direction="up")]
    predicted = [span("6 %", "PERCENT", value="6.0", unit="tỷ")]
    assert [(f.name, f.expected, f.found) for f in found(gold, predicted)] == [
        ("direction", "up", ""),
        ("unit", "%", "tỷ"),
    ]


def test_that_a_date_is_compared_only_where_the_gold_resolves_it():
    bare, read = span("quý II", "DATE", "entity"), span("quý II", "DATE", "entity", granularity="quarter")
    assert found([bare], [read]) == []
    assert [(f.fault, f.name) for f in found([read], [bare])] == [(Fault.ATTRIBUTE, "date")]


def test_that_a_wrong_link_is_named_at_its_figure():
    one, two, amount = (
        span("Thu ngân sách", "INDICATOR"),
        span("Sản lượng", "INDICATOR"),
        span("6 %", "PERCENT"),
    )
    spans = [one, two, amount]
    (finding,) = found(spans, spans, [("measures", amount, two)], [("measures", amount, one)])
    assert (finding.fault, finding.name) == (Fault.LINK, "measures")
    assert (finding.expected, finding.found) == ("Sản lượng", "Thu ngân sách")


def test_that_a_link_of_a_missed_figure_is_not_said_twice():
    name, amount = span("Sản lượng", "INDICATOR"), span("6 %", "PERCENT")
    faults = [f.fault for f in found([name, amount], [name], [("measures", amount, name)])]
    assert faults == [Fault.MISSING]


def test_that_relations_the_gold_does_not_use_are_no_faults():
    person, date = span("Lò A", "PERSON", "entity"), span("6 %", "PERCENT")
    post = span("quý II", "POSITION", "entity")
    spans = [person, date, post]
    assert found(spans, spans, [], [("holds", person, post)]) == []
