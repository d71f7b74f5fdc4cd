"""Doubts: what cannot be is told, what is merely unusual is left in peace."""

from __future__ import annotations

import pytest

from annotator.domain.doubts import CODES, doubts_of


def codes(label, *, indicators=(), others=(), **attributes):
    found = [each.code for each in doubts_of(label, attributes, indicators=indicators, others=others)]
    assert set(found) <= set(CODES)
    return found


CANNOT = [
    ("MONEY", {"value": "2236", "unit": "VND"}, "money-small"),
    ("MONEY", {"value": "2236000000000000000", "unit": "VND"}, "money-large"),
    ("MONEY", {"value": "90000000000000", "unit": "USD"}, "money-large"),
    ("PERCENT", {"value": "700", "unit": "%", "basis": "total"}, "share-over-whole"),
    ("PERCENT", {"value": "700", "unit": "%"}, "percent-large"),
    ("PERCENT", {"value": "726", "unit": "%", "basis": "plan"}, "percent-large"),
    ("PERCENT", {"value": "1113", "unit": "%", "direction": "up", "basis": "same_period"}, "percent-large"),
    ("PERCENT", {"value": "113", "unit": "%", "direction": "down"}, "fall-over-all"),
    ("COUNT", {"value": "-5", "unit": "xã"}, "negative"),
    ("MEASURE", {"value": "-12", "unit": "ha"}, "negative"),
    ("PERCENT", {"value": "-3.7", "unit": "%", "direction": "up"}, "sign-against-direction"),
    ("COUNT", {"value": "2.35", "unit": "lao động"}, "part-of-person"),
    ("COUNT", {"value": "2350000000", "unit": "người"}, "more-than-the-country"),
    ("MEASURE", {"value": "41000000", "unit": "ha"}, "more-than-the-country"),
    ("RATIO", {"value": "25", "total": "24", "unit": "chỉ tiêu"}, "part-over-whole"),
    ("RATIO", {"value": "2", "total": "0", "unit": "xã"}, "whole-zero"),
    ("MONEY", {"value": "7000000", "value_max": "6000000", "unit": "VND"}, "range-order"),
    ("MEASURE", {"value": "2350", "unit": "t", "ambiguous": "yes"}, "two-readings"),
]
CAN = [
    ("MONEY", {"value": "5400", "value_max": "5700", "unit": "VND", "per": "kg"}),
    ("MONEY", {"value": "2236000000000", "unit": "VND"}),
    ("MONEY", {"value": "5", "unit": "USD"}),
    ("MONEY", {"value": "-40000000000", "unit": "VND"}),
    ("PERCENT", {"value": "124.5", "unit": "%", "basis": "plan"}),
    ("PERCENT", {"value": "103.6", "unit": "%"}),
    ("PERCENT", {"value": "-3.7", "unit": "%", "direction": "down"}),
    ("PERCENT", {"value": "310", "unit": "%", "direction": "up", "basis": "same_period"}),
    ("COUNT", {"value": "1.3", "unit": "lần", "direction": "up"}),
    ("COUNT", {"value": "67.31", "unit": "điểm"}),
    ("RATIO", {"value": "18", "total": "24", "unit": "chỉ tiêu"}),
    ("RATE", {"value": "45000", "unit": "m3", "per": "năm"}),
    ("INDICATOR", {}),
]


@pytest.mark.parametrize(("label", "attributes", "code"), CANNOT)
def test_that_what_cannot_be_is_doubted(label, attributes, code):
    assert codes(label, **attributes) == [code]


@pytest.mark.parametrize(("label", "attributes"), CAN)
def test_that_what_can_be_is_left_in_peace(label, attributes):
    assert codes(label, **attributes) == []


def test_that_every_code_is_met_by_a_test():
    assert {code for *_, code in CANNOT} | {"far-from-others"} == set(CODES)


def test_that_the_level_of_a_named_share_is_at_most_all():
    share = {"value": "101.4", "unit": "%"}
    assert codes("PERCENT", indicators=["Tỷ lệ che phủ rừng"], **share) == ["share-over-whole"]
    assert codes("PERCENT", indicators=["Công suất sử dụng giường bệnh"], **share) == []
    assert codes("PERCENT", indicators=["Tỷ lệ giải ngân"], basis="plan", **share) == []


def test_that_a_level_a_thousand_times_all_others_of_its_indicator_is_doubted():
    others = [{"value": "2.418", "unit": "t"}, {"value": "2.1", "unit": "t"}]
    assert codes("MEASURE", value="2350", unit="t", others=others[:1]) == []
    assert codes("MEASURE", value="2450", unit="t", others=others) == ["far-from-others"]
    assert codes("MEASURE", value="2450", unit="t", others=[*others, {"value": "2400", "unit": "t"}]) == []
    assert codes("MEASURE", value="2450", unit="ha", others=others) == []
    change = {"value": "0.4", "unit": "t", "direction": "up"}
    assert codes("MEASURE", value="2450", unit="t", others=[change]) == []


def test_that_a_value_that_is_no_number_raises_no_doubt_and_no_error():
    assert codes("MONEY", value="nhiều", unit="VND") == []
    assert codes("MONEY", unit="VND") == []
