"""Which backups stay: never fewer than the newest, never more than there is room for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.backups import ROLLING, Backup, Policy, Why, backup_of, file_name, kept

NOW = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)
MINUTES = st.integers(-60 * 24 * 30, 60 * 24 * 800)
BACKUPS = st.lists(
    st.tuples(MINUTES, st.sampled_from(Why), st.integers(1, 1000)), min_size=1, max_size=60
).map(
    lambda rows: [
        Backup(Path(str(number)), number, NOW - timedelta(minutes=age), why, size, "")
        for number, (age, why, size) in enumerate(rows, start=1)
    ]
)
POLICIES = st.builds(
    Policy, st.integers(1, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 5), st.integers(0, 9999)
)
ROOMY = Policy(recent=4, days=5, weeks=6, guarded=3, largest=10**9)


def newest(backups):
    return max(backups, key=lambda each: each.number)


@given(BACKUPS, POLICIES)
def test_that_the_newest_stays_whatever_the_clock_and_the_policy_say(backups, policy):
    assert newest(backups) in kept(backups, NOW, policy)


@given(BACKUPS, POLICIES)
def test_that_what_stays_has_room_or_is_the_newest_alone(backups, policy):
    stay = kept(backups, NOW, policy)
    assert sum(each.size for each in stay) <= policy.largest or stay == {newest(backups)}


@given(BACKUPS, POLICIES)
def test_that_no_more_stay_than_the_policy_counts(backups, policy):
    most = 3 + policy.recent + (policy.days + 31) + (policy.weeks + 6) + policy.guarded
    assert len(kept(backups, NOW, policy)) <= most


@given(BACKUPS, POLICIES)
def test_that_tidying_twice_is_tidying_once(backups, policy):
    stay = kept(backups, NOW, policy)
    assert kept(stay, NOW, policy) == stay


@given(BACKUPS, st.integers(0, 60 * 24 * 400))
def test_that_what_went_does_not_belong_to_what_stays_later(backups, later):
    assert kept(backups, NOW + timedelta(minutes=later), ROOMY) <= kept(backups, NOW, ROOMY)


@given(BACKUPS, st.lists(st.integers(0, 60 * 24 * 10), max_size=5))
def test_that_tidying_on_the_way_loses_nothing_that_would_stay_at_the_end(backups, steps):
    # Where the clock was put back, the latest of a day by number may be too old before an earlier one is.
    times = sorted(each.at for each in backups)
    backups = [replace(each, at=at) for each, at in zip(backups, times, strict=True)]
    now, held = NOW, frozenset(backups)
    for step in sorted(steps):
        now = NOW + timedelta(minutes=step)
        held = kept(held, now, ROOMY)
    assert held >= kept(backups, now, ROOMY)


@given(BACKUPS)
def test_that_a_day_of_the_last_days_keeps_its_latest(backups):
    stay = kept(backups, NOW, ROOMY)
    for each in backups:
        if NOW - each.at < timedelta(days=ROOMY.days):
            of_day = [other for other in backups if other.at.date() == each.at.date()]
            assert newest(of_day) in stay


def test_that_backups_before_a_step_outlive_those_made_by_themselves():
    backups = [
        Backup(Path(str(n)), n, NOW - timedelta(days=900 - n), Why.MERGE if n < 4 else Why.CLOSING, 1, "")
        for n in range(1, 30)
    ]
    stay = kept(backups, NOW, Policy(guarded=3))
    assert {each.number for each in stay if each.why not in ROLLING} == {1, 2, 3}
    assert {each.number for each in kept(backups, NOW, Policy(guarded=3, largest=4))} == {1, 2, 3, 29}


def test_that_a_half_hourly_year_leaves_a_day_of_each_day_and_a_week_of_each_week():
    numbers = count(1)
    held: frozenset[Backup] = frozenset()
    for half_hour in range(48 * 120):
        if half_hour % 48 < 16:
            at = NOW + timedelta(minutes=30 * half_hour)
            held = kept({*held, Backup(Path(), next(numbers), at, Why.SCHEDULED, 1, "")}, at, Policy())
    assert 30 + 12 <= len(held) <= 24 + 31 + 18


@pytest.mark.parametrize("why", Why)
def test_that_a_name_says_all_there_is_to_a_backup(why):
    name = file_name(41, NOW, why, "ab" * 32)
    found = backup_of(Path("folder", name), 7)
    assert found == Backup(Path("folder", name), 41, NOW, why, 7, "ab" * 16)


@pytest.mark.parametrize(
    "name",
    [
        "work.annotator",
        "000001-20261123T120000Z-asked-0000.backup",
        f"000001-20261399T120000Z-asked-{'0' * 32}.backup",
        f"000001-20261123T120000Z-because-{'0' * 32}.backup",
        f".000001-20261123T120000Z-asked-{'0' * 32}.backup.part",
    ],
)
def test_that_other_names_are_none_of_ours(name):
    assert backup_of(Path(name), 1) is None
