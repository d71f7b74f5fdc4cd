"""Passages: the texts that may hold some words, and what stands over a report, read without its set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.store.connection import Store
from annotator.store.indexes import search_in_turn

_AT_ONCE = 64
"""Texts held in memory at a time."""


class StoredText(NamedTuple):
    """A report's text with what names it."""

    report_id: str
    name: str
    title: str
    text: str


class Mark(NamedTuple):
    """A span of one set, as far as it says what stands where; offsets are code points."""

    span_id: str
    start: int
    end: int
    layer: str
    label: str
    state: str
    by_person: bool


def texts_with(store: Store, words: str) -> Iterator[StoredText]:
    """Yield the reports whose texts hold these words side by side, tones and case aside, in order of adding.

    The words have to be whole ones; signs are left out of account, and without any letter or digit every
    report comes.
    """
    phrase = words.replace('"', " ")
    if any(letter.isalnum() for letter in phrase):
        found = search_in_turn(store, f'"{phrase}"', at_once=_AT_ONCE)
    else:
        found = _every_report(store)
    for numbers in found:
        yield from _texts_of(store, numbers)


def _every_report(store: Store) -> Iterator[list[int]]:
    """Yield the row numbers of all reports, a few at a time."""
    last = -1
    while some := store.rows("SELECT id FROM reports WHERE id > ? ORDER BY id LIMIT ?", (last, _AT_ONCE)):
        last = some[-1][0]
        yield [number for (number,) in some]


def _texts_of(store: Store, numbers: Sequence[int]) -> list[StoredText]:
    """Return the texts of reports by their row numbers, in the order they were added."""
    places = ",".join("?" * len(numbers))
    rows = store.rows(
        "SELECT report_id, name, title, text FROM reports JOIN texts ON texts.report = reports.id "
        f"WHERE reports.id IN ({places}) ORDER BY reports.id",
        numbers,
    )
    return [StoredText(*row) for row in rows]


def marks(store: Store, report_id: str, author: str) -> list[Mark]:
    """Return the spans of an author's set and of every extractor's over a report, in no order."""
    rows = store.rows(
        "SELECT span_id, start, \"end\", layer, label, state, authors.kind = 'person' FROM spans "
        "JOIN sets ON sets.id = spans.set_id JOIN authors ON authors.id = sets.author "
        "WHERE sets.report = (SELECT id FROM reports WHERE report_id = ?1) "
        "AND (authors.kind <> 'person' OR authors.name = ?2)",
        (report_id, author),
    )
    return [Mark(*row) for row in rows]
