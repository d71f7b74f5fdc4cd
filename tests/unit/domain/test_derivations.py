"""Derivations: what follows from a level and a share or change of it, exact where it can be."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.derivations import Stated, derived


def stated(name, label="PERCENT", *, start=0, written="", during=(), **attributes):
    if label == "PERCENT":
        attributes.setdefault("unit", "%")
    return Stated(name, label, start, written, attributes, frozenset(during))


def money(value="1860000000000", **more):
    return stated("level", "MONEY", value=value, unit="VND", status="actual", **more)


def only(*figures):
    (found,) = derived(list(figures))
    return found


def test_that_the_plan_follows_from_a_level_and_its_share():
    found = only(money(), stated("share", start=5, value="68.2", basis="plan"))
    assert (found.basis, found.value, found.unit) == ("plan", Decimal("2727000000000"), "VND")
    assert (found.by, found.is_exact) == ("share", False)
    assert (found.level.id, found.source.id) == ("level", "share")


def test_that_last_year_follows_from_a_level_and_its_change():
    grown = only(money(), stated("c", start=5, value="4.6", direction="up", basis="same_period"))
    fallen = only(money(), stated("c", start=5, value="7", direction="down", basis="previous"))
    signed = only(money(), stated("c", start=5, value="-7", direction="down", basis="previous"))
    assert (grown.value, grown.by) == (Decimal("1778000000000"), "change")
    assert (fallen.value, fallen.is_exact) == (Decimal("2000000000000"), True)
    assert signed.value == fallen.value


def test_that_a_change_in_the_levels_own_unit_is_taken_away_exactly():
    area = stated("level", "MEASURE", value="1500.5", unit="ha")
    change = stated("c", "MEASURE", start=3, value="20.25", unit="ha", direction="up", basis="same_period")
    assert only(area, change).value == Decimal("1480.25")
    rate = stated("level", value="9.4")
    points = stated("p", start=3, written="2,1 điểm %", value="2.1", direction="down", basis="previous")
    assert only(rate, points).value == Decimal("11.5")


def test_that_what_is_counted_stays_whole():
    jobs = stated("level", "COUNT", value="8920", unit="lao động")
    found = only(jobs, stated("s", start=3, value="74.3", basis="plan"))
    assert found.value == Decimal(12010)


def test_that_a_share_belongs_to_the_level_before_it():
    first, second = (
        money("100000000000"),
        stated("second", "MONEY", start=20, value="80000000000", unit="VND"),
    )
    share = stated("s", start=30, value="50", basis="plan")
    assert only(first, second, share).level.id == "second"
    assert only(second, stated("s", start=5, value="50", basis="plan")).level.id == "second"


def test_that_nothing_follows_across_periods_or_from_plan_to_result():
    share = stated("s", start=5, value="50", basis="plan", during=("y2",))
    assert derived([money(during=("y1",)), share]) == []
    target = stated("t", "MONEY", value="100000000000", unit="VND", status="target")
    assert derived([target, stated("s", start=5, value="50", basis="plan", status="actual")]) == []


def test_that_nothing_follows_from_what_does_not_say_enough():
    nothing = [
        stated("s", start=5, value="50"),
        stated("s", start=5, value="50", basis="national"),
        stated("s", start=5, value="0", basis="plan"),
        stated("s", start=5, value="50", value_max="60", basis="plan"),
        stated("s", start=5, value="50", basis="plan", ambiguous="yes"),
        stated("s", start=5, value="100", direction="down", basis="same_period"),
        stated("s", start=5, value="12", direction="up", basis="total"),
    ]
    for source in nothing:
        assert derived([money(), source]) == []
    assert derived([stated("level", value="12"), stated("s", start=4, value="50", basis="plan")]) == []
    assert derived([stated("s", start=5, value="50", basis="plan")]) == []


@given(
    st.decimals(min_value="0.01", max_value="1e15", places=2),
    st.decimals(min_value="0.1", max_value="400", places=1),
)
def test_that_what_follows_gives_the_level_back_within_its_digits(level, share):
    from annotator.domain.figures import plain

    found = only(
        stated("l", "MEASURE", value=plain(level), unit="ha"),
        stated("s", start=1, value=plain(share), basis="plan"),
    )
    back = found.value * share / 100
    assert found.is_exact == (back == level)
    assert abs(back - level) <= level * Decimal("0.05")
