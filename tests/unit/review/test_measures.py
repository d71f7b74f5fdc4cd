"""Agreement of authors over reports: what was found, bounded, labelled, valued and linked alike."""

from __future__ import annotations

import pytest

from annotator.domain.relations import Relation
from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State
from annotator.review.alikes import Case
from annotator.review.coding import coded, tokens_of
from annotator.review.measures import Agreement, agreement_object

TEXT = "Thu ngân sách 5 tỷ\nIn trang\nỦy ban tỉnh họp"
CHROME = Section(SectionKind.CHROME, 19, 27)
REPORT = Report("bao-cao", TEXT, sections=(CHROME,))
TOKENS = tokens_of(REPORT)
LAYERS = ("entity", "figure")

THU = Span("thu", 0, 13, "figure", "INDICATOR", State.ACCEPTED)
MONEY = Span("money", 14, 18, "figure", "MONEY", State.ACCEPTED, {"value": "5", "unit": "VND"})
BODY = Span("body", 28, 40, "entity", "ORG", State.ACCEPTED)
LINK = Relation("measures", "money", "thu")


def changed(span, **how):
    from dataclasses import replace

    return replace(span, **how)


def compared(*sets, links=()):
    found = Agreement()
    held = [set_of(REPORT.id, name, spans, links) for name, spans in zip("abc", sets, strict=False)]
    found.add([coded(each, TOKENS, LAYERS) for each in held], tokens=len(TOKENS))
    return found


def test_that_page_furniture_is_no_token():
    assert [TEXT[start:end] for start, end in TOKENS] == [
        *("Thu", "ngân", "sách", "5", "tỷ"),
        *("Ủy", "ban", "tỉnh", "họp"),
    ]


def test_that_equal_sets_agree_in_all_measures():
    found = compared([THU, MONEY, BODY], [THU, MONEY, BODY], links=[LINK])
    printed = agreement_object(found)["all"]
    for name in ("kappa", "alpha", "alpha_u", "found", "bounded", "labelled", "valued"):
        assert printed[name] == 1
    assert printed["strict"] == printed["overlap"] == {"p": 1, "r": 1, "f1": 1}
    assert printed["by_attribute"]["measures"] == {"agreed": 1, "compared": 1}


def test_that_found_bounded_labelled_and_valued_are_told_apart():
    others = [changed(MONEY, start=14, end=15), changed(BODY, label="LOC")]
    printed = agreement_object(compared([THU, MONEY, BODY], others))["pairs"][0]
    assert printed["authors"] == ["a", "b"]
    assert printed["found"] == pytest.approx(4 / 5)
    assert printed["bounded"] == pytest.approx(1 / 2)
    assert printed["labelled"] == pytest.approx(1 / 2)
    assert printed["valued"] == 1
    assert printed["strict"]["f1"] == 0
    assert printed["overlap"] == {"p": 0.5, "r": 0.3333, "f1": 0.4}
    assert printed["by_label"]["MONEY"]["bounded"] == 0
    assert printed["by_label"]["INDICATOR"]["found"] == 0


def test_that_a_value_counts_as_a_number_and_a_unit_as_a_word():
    same = changed(MONEY, attributes={"value": "5.0", "unit": "VND"})
    other = changed(MONEY, attributes={"value": "5", "unit": "USD"})
    assert agreement_object(compared([MONEY], [same]))["all"]["valued"] == 1
    printed = agreement_object(compared([MONEY], [other]))["all"]
    assert printed["valued"] == 0
    assert printed["by_attribute"] == {
        "unit": {"agreed": 0, "compared": 1},
        "value": {"agreed": 1, "compared": 1},
    }


def test_that_a_link_to_another_place_is_no_agreement():
    elsewhere = changed(THU, id="thu2", start=4, end=13)
    found = Agreement()
    first = set_of(REPORT.id, "a", [THU, MONEY], [LINK])
    second = set_of(REPORT.id, "b", [elsewhere, MONEY], [Relation("measures", "money", "thu2")])
    found.add([coded(each, TOKENS, LAYERS) for each in (first, second)], tokens=len(TOKENS))
    assert agreement_object(found)["all"]["by_attribute"]["measures"] == {"agreed": 0, "compared": 1}


def test_that_the_confusion_of_labels_leads_to_its_cases():
    found = compared([THU, BODY], [changed(BODY, label="LOC"), MONEY])
    confusion = found.pairs["a", "b"].confusion
    assert confusion["ORG", "LOC"] == [Case(REPORT.id, (28, 40), (28, 40))]
    assert confusion["INDICATOR", ""] == [Case(REPORT.id, (0, 13), None)]
    assert confusion["", "MONEY"] == [Case(REPORT.id, None, (14, 18))]


def test_that_rejected_and_open_spans_say_nothing():
    no = changed(MONEY, state=State.REJECTED)
    still = changed(BODY, state=State.CANDIDATE)
    assert agreement_object(compared([THU, no, still], [THU]))["all"]["strict"]["f1"] == 1


def test_that_what_an_extractor_proposes_counts_when_it_is_asked_for():
    held = set_of(REPORT.id, "rules", [changed(BODY, state=State.CANDIDATE)])
    assert coded(held, TOKENS, LAYERS).spans["entity"] == []
    assert coded(held, TOKENS, LAYERS, proposed=True).units == {("entity", "ORG"): [(5, 8)]}


def test_that_three_authors_make_three_pairs_and_one_alpha():
    found = compared([MONEY, BODY], [MONEY, BODY], [changed(MONEY, label="COUNT"), BODY])
    printed = agreement_object(found)
    assert [pair["authors"] for pair in printed["pairs"]] == [["a", "b"], ["a", "c"], ["b", "c"]]
    assert printed["all"]["reports"] == 1
    assert printed["all"]["labelled"] == pytest.approx(4 / 6, abs=1e-4)
    assert 0 < printed["all"]["alpha"] < 1


def test_that_what_was_never_compared_is_null():
    printed = agreement_object(compared([], []))["all"]
    assert printed["kappa"] is printed["alpha_u"] is printed["found"] is printed["strict"]["f1"] is None
    assert printed["by_label"] == {}


def test_that_figures_that_share_a_token_are_the_first_ones_token():
    half, rest = changed(MONEY, end=15), changed(MONEY, id="rest", start=15, end=18)
    found = coded(set_of(REPORT.id, "a", [half, rest]), [(14, 18)], LAYERS)
    assert found.units == {("figure", "MONEY"): [(0, 1)]}
