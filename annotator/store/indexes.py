"""The full-text index: the words of every report, folded, searched, checked, and made anew."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import zip_longest

from annotator.store.connection import Store
from annotator.store.faults import told
from annotator.text.words import folded_for_search

_INSERT = "INSERT INTO report_search(rowid, folded) VALUES (?, ?)"
_AT_ONCE = 64
"""Texts held in memory at a time."""


def index_text(connection: sqlite3.Connection, number: int, text: str) -> None:
    """Put a report's text into the index under its row number; runs inside the caller's transaction."""
    connection.execute(_INSERT, (number, folded_for_search(text)))


def search_reports(store: Store, words: str) -> list[str]:
    """Return the ids of the reports that hold all words, tones and đ ignored, in the order they were added.

    Words in double quotes stand together; the last word may be unfinished.
    """
    query = _query(words)
    if not query:
        return []
    found = store.rows(
        "SELECT r.report_id FROM report_search JOIN reports r ON r.id = report_search.rowid "
        "WHERE report_search MATCH ? ORDER BY report_search.rowid",
        (query,),
    )
    return [row[0] for row in found]


def search_in_turn(store: Store, words: str, *, at_once: int) -> Iterator[list[int]]:
    """Yield the row numbers of what `search_reports` finds, a few at a time.

    The first of them are there at once, however many reports hold the words.
    """
    sql = "SELECT rowid FROM report_search WHERE report_search MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?"
    query, last = _query(words), -1
    while query and (some := store.rows(sql, (query, last, at_once))):
        last = some[-1][0]
        yield [number for (number,) in some]


def _query(words: str) -> str:
    """Return words in SQLite's query language, empty where nothing in them can be searched for."""
    # To that language a NUL is the end of the query.
    folded = folded_for_search(words.replace("\0", " "))
    terms = [f'"{quoted or bare}"' for quoted, bare in _PHRASE.findall(folded)]
    terms = [term for term in terms if _LETTER.search(term)]
    if terms and _LETTER.match(folded[-1]):
        terms[-1] += "*"
    return " AND ".join(terms)


_PHRASE = re.compile(r'"([^"]*)"|([^\s"]+)')
_LETTER = re.compile(r"[^\W_]")


def index_differs(store: Store) -> bool:
    """Tell whether the index is not what the texts come to: its words, how often, how many in each text.

    Makes the index anew in a temporary file of SQLite's, which it deletes itself.
    """
    with closing(sqlite3.connect("", isolation_level=None)) as fresh:
        ((statement,),) = store.rows("SELECT sql FROM sqlite_schema WHERE name = 'report_search'")
        fresh.execute(statement)
        fresh.execute("BEGIN")
        for some in _texts(store):
            fresh.executemany(_INSERT, some)
        fresh.execute("COMMIT")
        with told(store.path):
            held = _content(store.connection)
            return any(one != other for one, other in zip_longest(_content(fresh), held))


def rebuild_index(store: Store) -> None:
    """Make the index anew from the texts, in one transaction."""
    with store.writing() as connection:
        connection.execute("INSERT INTO report_search(report_search) VALUES ('delete-all')")
        for some in _texts(store):
            connection.executemany(_INSERT, some)


def _texts(store: Store) -> Iterator[list[tuple[int, str]]]:
    """Yield all texts, folded, with their row numbers, a few at a time."""
    last = -1
    while some := store.rows(
        "SELECT report, text FROM texts WHERE report > ? ORDER BY report LIMIT ?", (last, _AT_ONCE)
    ):
        last = some[-1][0]
        yield [(number, folded_for_search(text)) for number, text in some]


def _content(connection: sqlite3.Connection) -> Iterator[object]:
    """Yield every word of an index with its counts, then the length of every text, in one order."""
    connection.execute("CREATE VIRTUAL TABLE temp.report_words USING fts5vocab(main, report_search, row)")
    try:
        yield from connection.execute("SELECT term, doc, cnt FROM temp.report_words ORDER BY term")
        yield from connection.execute("SELECT id, sz FROM report_search_docsize ORDER BY id")
    finally:
        connection.execute("DROP TABLE temp.report_words")
