"""Passages: the texts that may hold some words, and what stands over a report, read without its set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from annotator.store.connection import Store
from annotator.store.indexes import search_reports

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
        ids = search_reports(store, f'"{phrase}"')
    else:
        ids = [row[0] for row in store.rows("SELECT report_id FROM reports ORDER BY id")]
    for at in range(0, len(ids), _AT_ONCE):
        yield from texts_of(store, ids[at : at + _AT_ONCE])


def texts_of(store: Store, report_ids: list[str]) -> list[StoredText]:
    """Return the texts of reports, in the order they were added."""
    places = ",".join("?" * len(report_ids))
    rows = store.rows(
        "SELECT report_id, name, title, text FROM reports JOIN texts ON texts.report = reports.id "
        f"WHERE report_id IN ({places}) ORDER BY reports.id",
        report_ids,
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
