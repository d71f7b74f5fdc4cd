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
_KEPT_IN = {"data": "id, block", "idx": "segid, term, pgno", "docsize": "id, sz", "config": "k, v"}
"""The tables of an FTS5 index without content, and their columns: https://www.sqlite.org/fts5.html."""
_TOTALS = 1
"""Where FTS5 keeps how many texts and words there are, by which it ranks what it finds."""
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
    """Tell whether the index is not what the texts come to: every word with its places, and what finds it.

    Makes the index anew, and a copy of the one there is, in temporary files of SQLite's, which it deletes.
    """
    with closing(_empty(store)) as fresh, closing(_empty(store)) as held:
        fresh.execute("BEGIN")
        for some in _texts(store):
            fresh.executemany(_INSERT, some)
        fresh.execute("COMMIT")
        with told(store.path):
            _copy(store.connection, held)
        try:
            # Of a copy, for this counts as writing: are words found by the way that leads to them?
            held.execute("INSERT INTO report_search(report_search) VALUES ('integrity-check')")
            return any(one != other for one, other in zip_longest(_content(fresh), _content(held)))
        except sqlite3.Error:
            return True


def _empty(store: Store) -> sqlite3.Connection:
    """Return a temporary database with an empty index."""
    made = sqlite3.connect("", isolation_level=None)
    ((statement,),) = store.rows("SELECT sql FROM sqlite_schema WHERE name = 'report_search'")
    made.execute(statement)
    return made


def _copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy the tables in which FTS5 keeps an index, byte by byte; nothing of it is understood."""
    target.execute("BEGIN")
    for table, columns in _KEPT_IN.items():
        places = ", ".join("?" * (columns.count(",") + 1))
        target.execute(f"DELETE FROM report_search_{table}")
        target.executemany(
            f"INSERT INTO report_search_{table}({columns}) VALUES ({places})",
            source.execute(f"SELECT {columns} FROM report_search_{table}"),
        )
    target.execute("COMMIT")


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
    """Yield all words of an index with their places, the length of every text, and totals, in one order."""
    connection.execute(
        "CREATE VIRTUAL TABLE temp.report_words USING fts5vocab(main, report_search, instance)"
    )
    try:
        yield from connection.execute("SELECT term, doc, offset FROM temp.report_words")
        yield from connection.execute("SELECT id, sz FROM report_search_docsize ORDER BY id")
        yield from connection.execute("SELECT block FROM report_search_data WHERE id = ?", (_TOTALS,))
        yield from connection.execute("SELECT k, v FROM report_search_config")
    finally:
        connection.execute("DROP TABLE temp.report_words")
