"""Splits by report: spread by label, seeded, kept as reports are added, copies of a text together."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.gold import GoldReport
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.formats.splits import SHARES, Splitter

WORDS = [
    "thu",
    "chi",
    "xã",
    "huyện",
    "tỉnh",
    "tăng",
    "giảm",
    "lúa",
    "cá",
    "rừng",
    "điện",
    "lớp",
    "bệnh",
    "dân",
]


def gold(number, labels=("ORG",), text=""):
    words = Random(number).choices(WORDS, k=60)
    report = Report(f"r{number}", text or f"{number} " + " ".join(words))
    spans = [Span(f"s{at}", at, at + 1, "entity", name, State.ACCEPTED) for at, name in enumerate(labels)]
    return GoldReport(report, tuple(spans))


def splits(reports, **how):
    splitter = Splitter(**how)
    return [splitter.split_of(each) for each in reports]


def test_that_three_reports_fill_three_splits():
    assert sorted(splits([gold(1), gold(2), gold(3)])) == sorted(SHARES)


@given(
    st.lists(st.sets(st.sampled_from(["ORG", "LOC", "MONEY"])), min_size=1, max_size=20), st.integers(0, 20)
)
def test_that_reports_keep_their_split_when_others_are_added(profiles, cut):
    reports = [gold(number, sorted(labels)) for number, labels in enumerate(profiles)]
    assert splits(reports)[:cut] == splits(reports[:cut])


def test_that_shares_are_kept_over_many_reports():
    found = Counter(splits([gold(number, ["ORG"] * 5) for number in range(100)]))
    assert 75 <= found["train"] <= 85
    assert min(found["dev"], found["test"]) >= 8


def test_that_a_rare_label_is_in_every_split():
    reports = [gold(number, ["ORG", "ORG", *(["RATE"] if number % 4 == 0 else [])]) for number in range(60)]
    rare = Counter(s for s, r in zip(splits(reports), reports, strict=True) if r.spans[-1].label == "RATE")
    assert set(rare) == set(SHARES)


def test_that_nearly_the_same_text_stays_together():
    reports = [gold(number) for number in range(12)]
    copies = [
        gold(0, text=each.report.text.upper().replace(" ", "  ") + " và một số việc") for each in reports
    ]
    found = splits([*reports, *copies])
    assert found[:12] == found[12:]


def test_that_another_seed_gives_other_splits():
    # Reports without spans are all alike to the labels: only the seed tells them apart.
    reports = [gold(number, ()) for number in range(40)]
    assert splits(reports, seed="một") == splits(reports, seed="một")
    assert splits(reports, seed="một") != splits(reports, seed="hai")


def test_that_what_was_given_before_is_kept():
    reports = [gold(number) for number in range(5)]
    known = {reports[4].report.id: "train", reports[0].report.id: "test"}
    found = splits(reports, known=known)
    assert (found[0], found[4]) == ("test", "train")
