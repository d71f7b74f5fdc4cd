"""Texts that hold some words come a few at a time, in the order they were added, none twice."""

from __future__ import annotations

import pytest

from annotator.domain.reports import Report
from annotator.store import passages
from annotator.store.passages import texts_with
from annotator.store.reports import add_report, search_reports


@pytest.fixture
def filled(store, monkeypatch):
    """Return a store of seven further reports, every second of which tells of rice; two come at a time."""
    monkeypatch.setattr(passages, "_AT_ONCE", 2)
    for number in range(7):
        add_report(
            store, Report(f"r{number}", f"Bản tin {number}: {'lúa mùa' if number % 2 == 0 else 'ngô'}")
        )
    return store


@pytest.mark.parametrize("words", ["lúa", "lua mua", "LÚA MÙ"])
def test_that_texts_come_in_the_order_of_adding(filled, words):
    found = list(texts_with(filled, words))
    whole = words != "LÚA MÙ"
    assert [text.name for text in found] == (["r0", "r2", "r4", "r6"] if whole else [])
    assert [text.report_id for text in found] == (search_reports(filled, f'"{words}" ') if whole else [])
    assert all("lúa mùa" in text.text for text in found)


def test_that_signs_alone_bring_every_report(filled):
    names = [text.name for text in texts_with(filled, ":")]
    assert names[-7:] == [f"r{number}" for number in range(7)]
    assert len(set(names)) == len(names)


def test_that_a_report_added_meanwhile_comes_last(filled):
    found = texts_with(filled, "lúa")
    first = next(found).name
    add_report(filled, Report("late", "Lúa chiêm"))
    assert [first, *(text.name for text in found)] == ["r0", "r2", "r4", "r6", "late"]
