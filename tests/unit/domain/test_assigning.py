"""Assignments are even, the same every time, and stay as they are when reports are added."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.assigning import assigned

TEAMS = st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=6, unique=True)
REPORTS = st.integers(0, 40).map(lambda count: [f"r{number}" for number in range(count)])


def together(held, added):
    return {key: held.get(key, frozenset()) | frozenset(added.get(key, ())) for key in {*held, *added}}


@given(REPORTS, TEAMS, st.integers(1, 6), st.text(max_size=3))
def test_that_every_report_gets_its_analysts_and_nobody_gets_two_more_than_another(
    reports, team, per_report, seed
):
    found = assigned(reports, team, per_report=per_report, held={}, seed=seed)
    assert all(len(set(found[key])) == min(per_report, len(team)) for key in reports)
    loads = Counter(name for names in found.values() for name in names)
    counts = [loads[name] for name in team]
    assert max(counts) - min(counts) <= 1
    assert found == assigned(reports, team, per_report=per_report, held={}, seed=seed)


@given(REPORTS, TEAMS, st.integers(1, 3), st.integers(0, 20))
def test_that_reports_added_later_change_nobodys_reports_and_even_the_loads(reports, team, per_report, first):
    before = together({}, assigned(reports[:first], team, per_report=per_report, held={}))
    added = assigned(reports, team, per_report=per_report, held=before)
    assert added.keys().isdisjoint(before)
    after = together(before, added)
    loads = Counter(name for names in after.values() for name in names)
    assert max(loads[name] for name in team) - min(loads[name] for name in team) <= 1


def test_that_who_comes_later_gets_what_is_missing_and_takes_from_nobody():
    before = {"r0": frozenset("a"), "r1": frozenset("b")}
    added = assigned(["r0", "r1"], list("abc"), per_report=2, held=before)
    assert added["r0"] == ("c",)
    assert len(added["r1"]) == 1
    assert "b" not in added["r1"]


def test_that_all_pairs_meet_about_equally_often():
    found = assigned([f"r{n}" for n in range(60)], list("abcde"), per_report=2, held={})
    met = Counter(frozenset(pair) for names in found.values() for pair in combinations(names, 2))
    assert len(met) == 10
    assert max(met.values()) - min(met.values()) <= 3


def test_that_another_seed_draws_other_lots():
    reports = [f"r{n}" for n in range(30)]
    assert assigned(reports, list("abc"), per_report=1, held={}, seed="x") != assigned(
        reports, list("abc"), per_report=1, held={}, seed="y"
    )
