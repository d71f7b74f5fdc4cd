"""Scores: shares of all gold figures, links by borders, sums over reports."""

import pytest

from annotator.domain.relations import Relation
from annotator.domain.sets import set_of
from annotator.domain.spans import Span
from annotator.review.scores import Counts, Scores, Share, scored

BOTH = ("entity", "figure")


def figure(start, end, label="COUNT", **attributes):
    return Span(f"f{start}-{end}", start, end, "figure", label, attributes=attributes)


def indicator(start, end):
    return Span(f"i{start}-{end}", start, end, "figure", "INDICATOR")


def entity(start, end, label, **attributes):
    return Span(f"e{start}-{end}{label}", start, end, "entity", label, attributes=attributes)


def made(*spans, links=()):
    return set_of("r", "x", spans, [Relation(label, a.id, b.id) for label, a, b in links])


def compared(gold, predicted, layers=BOTH):
    return scored(gold, predicted, layers=layers)


def test_that_a_missed_or_badly_bounded_figure_counts_as_wrong_in_every_share():
    gold = made(figure(0, 2, value="5"), figure(4, 6, value="6"), figure(8, 9, value="7"))
    predicted = made(figure(0, 2, value="5"), figure(4, 7, value="6"))
    assert compared(gold, predicted).shares["value"] == Share(right=1, gold=3, matched=1)
    assert compared(gold, predicted).shares["direction"] == Share(right=1, gold=3, matched=1)


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        ({"value": "1500"}, {"value": "1500.0"}, 1),
        ({"value": "1500"}, {"value": "1.5e3"}, 1),
        ({"value": "18", "total": "24"}, {"value": "18"}, 0),
        ({"value": "6"}, {"value": "6", "value_max": "7"}, 0),
        ({"value": "6"}, {"value": "sáu"}, 0),
        ({"value": "6"}, {"value": "sNaN"}, 0),
        ({"value": "6"}, {"value": "6", "unit": "ha"}, 1),
    ],
)
def test_that_a_value_compares_all_its_numbers_as_decimals(wanted, found, right):
    scores = compared(made(figure(0, 2, **wanted)), made(figure(0, 2, **found)))
    assert scores.shares["value"].right == right


@pytest.mark.parametrize("name", ["unit", "direction", "basis", "status", "qualifier", "per"])
def test_that_every_other_attribute_is_compared_as_written(name):
    gold = made(figure(0, 2, **{name: "up"}), figure(4, 6))
    predicted = made(figure(0, 2, **{name: "down"}), figure(4, 6))
    assert compared(gold, predicted).shares[name] == Share(right=1, gold=2, matched=2)


def test_that_a_wrong_label_costs_the_label_and_not_the_value():
    scores = compared(made(figure(0, 2, "COUNT", value="5")), made(figure(0, 2, "MEASURE", value="5")))
    assert scores.layer("figure").strict.correct == 0
    assert scores.shares["value"].right == 1


def test_that_indicators_count_in_the_layer_and_are_no_figures():
    scores = compared(made(indicator(0, 2), figure(4, 6)), made(indicator(0, 2), indicator(4, 6)))
    assert scores.layer("figure").strict == Counts(correct=1, gold=2, predicted=2)
    assert scores.shares["value"] == Share(right=0, gold=1, matched=0)


def test_that_a_link_is_right_when_its_indicator_has_the_golds_borders():
    name, near, amount, other = indicator(0, 4), indicator(0, 5), figure(6, 8), figure(10, 12)
    loose = figure(14, 16)
    gold = made(name, amount, other, loose, links=[("measures", amount, name), ("measures", other, name)])
    right = made(name, amount, other, links=[("measures", amount, name)])
    wrong = made(near, amount, links=[("measures", amount, near)])
    assert compared(gold, right).links == Share(right=1, gold=2, matched=2)
    assert compared(gold, wrong).links == Share(right=0, gold=2, matched=1)
    assert compared(gold, right).relations["measures"] == Counts(correct=1, gold=2, predicted=1)
    assert compared(gold, wrong).relations["measures"] == Counts(correct=0, gold=2, predicted=1)


def test_that_relations_the_gold_does_not_use_stay_out_of_their_sum():
    person, post = entity(0, 4, "PERSON"), entity(6, 9, "POSITION")
    name, amount = indicator(0, 4), figure(6, 9)
    gold = made(person, post, name, amount, links=[("measures", amount, name)])
    predicted = made(person, post, name, amount, links=[("measures", amount, name), ("holds", person, post)])
    scores = compared(gold, predicted)
    assert scores.relations["holds"] == Counts(correct=0, gold=0, predicted=1)
    assert scores.all_relations == Counts(correct=1, gold=1, predicted=1)


@pytest.mark.parametrize(
    ("layers", "relations"),
    [(("entity",), {"holds"}), (("figure",), {"measures"}), (BOTH, {"holds", "measures", "during"})],
)
def test_that_a_layer_without_gold_is_not_scored(layers, relations):
    held = made(entity(0, 4, "DATE", date_from="2023-01-01"), figure(6, 8, value="5"))
    scores = compared(held, held, layers)
    assert {layer for layer, _ in scores.labels} == set(layers)
    assert set(scores.relations) == relations
    assert scores.dates.gold == ("entity" in layers)
    assert bool(scores.shares) == ("figure" in layers)


def test_that_dates_are_scored_where_the_gold_resolves_them():
    day = {"date_from": "2023-10-19", "date_to": "2023-10-19", "granularity": "day"}
    gold = made(entity(0, 4, "DATE", **day), entity(6, 8, "DATE", **day), entity(9, 12, "DATE"))
    predicted = made(entity(0, 4, "DATE", **day), entity(6, 8, "DATE", **{**day, "granularity": "month"}))
    assert compared(gold, predicted).dates == Share(right=1, gold=2, matched=2)


def test_that_scores_of_reports_add_up():
    first = compared(made(figure(0, 2, value="5")), made(figure(0, 2, value="5")))
    second = compared(made(figure(0, 2), entity(0, 2, "ORG")), made())
    total = first + second
    assert total == second + first
    assert sum((first, second), Scores()) == total
    assert total.layer("figure").strict == Counts(correct=1, gold=2, predicted=1)
    assert total.labels["entity", "ORG"].overlapping == Counts(correct=0, gold=1, predicted=0)
    assert total.shares["value"] == Share(right=1, gold=2, matched=1)


def test_that_rates_are_zero_where_there_is_nothing_to_divide_by():
    assert (Counts().precision, Counts().recall, Counts().f1) == (0.0, 0.0, 0.0)
    assert (Share().of_gold, Share().of_matched) == (0.0, 0.0)


def test_that_precision_recall_and_f1_are_what_they_are_called():
    counts = Counts(correct=3, gold=4, predicted=6)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.75, 0.6)
