"""A large project made fast: real reports by the thousand, written row by row past the program."""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from annotator.domain.edits import Fragment
from annotator.domain.reports import Report
from annotator.domain.spans import NO_EVIDENCE, State
from annotator.resources import default_schema
from annotator.store.authors import ensure_author
from annotator.store.rows import SPAN_COLUMNS, packed, span_row
from annotator.text.words import folded_for_search
from annotator.workspace.projects import Project
from benchmarks.reports import make_of

SPANS = 50
"""Candidates in each report."""
AUTHOR, EXTRACTOR = "an", "vn-rules"

_KINDS = 40
"""Different reports; the others are these with words and a number of their own in front."""
_CHARACTERS = 1_600
_AT_ONCE = 1_000
_WORKED, _FINISHED = 20, 40
"""Every so-manieth report is begun, and every so-manieth finished."""
_PERSONS = 1_000_000_000
"""The numbers of people's sets begin here."""
_RARE = ("Mường Giôn", "Pá Khoang", "Nậm Cắn", "Chế Là", "Sín Chải", "Tả Phìn", "Lùng Vai", "Hua Bum")


@dataclass(frozen=True, slots=True)
class Kind:
    """One report as it is repeated: its text, its words folded, its rows, and its journal entry."""

    text: str
    folded: str
    spans: tuple[tuple[object, ...], ...]
    entry: str | bytes


def build(path: Path, reports: int) -> None:
    """Make a project of so many reports, each with `SPANS` candidates; a few of them worked on."""
    with Project.create(path, schema=default_schema(), author=AUTHOR) as project:
        ensure_author(project.store, EXTRACTOR, kind="extractor")
        connection = project.store.connection
        connection.execute("PRAGMA synchronous = OFF")
        authors = dict(connection.execute("SELECT name, id FROM authors"))
        kinds = [_kind(number) for number in range(_KINDS)]
        for first in range(1, reports + 1, _AT_ONCE):
            with project.store.writing():
                _write(connection, kinds, range(first, min(first + _AT_ONCE, reports + 1)), authors)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _kind(number: int) -> Kind:
    made = make_of(_CHARACTERS, SPANS, name="", seed=number)
    at = len(_front(0))
    spans = [
        replace(span, start=span.start + at, end=span.end + at, state=State.CANDIDATE, evidence=NO_EVIDENCE)
        for span in made.spans
    ]
    text = made.report.text
    rows = tuple(span_row(span) for span in spans)
    return Kind(text, folded_for_search(text), rows, packed(Fragment(tuple(spans))))


def _front(number: int) -> str:
    """Return the first line of a report, of one length whatever its number."""
    return f"Báo cáo số {number:07d} của xã {_RARE[number % len(_RARE)]:<12} {_word(number)}.\n"


def _word(number: int) -> str:
    """Return a made-up word that a few dozen reports share."""
    chance = random.Random(number % 5_000)
    return "".join(chance.choice("bcdghklmnpqrstvx") + chance.choice("aeiou") for _ in range(4))


def _write(
    connection: sqlite3.Connection, kinds: list[Kind], numbers: range, authors: dict[str, int]
) -> None:
    texts = [(number, _front(number), kinds[number % _KINDS]) for number in numbers]
    hashed = [(number, front + kind.text) for number, front, kind in texts]
    connection.executemany(
        "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '2024-01-01T00:00:00+00:00', 0)",
        (
            (
                number,
                Report("", text).id,
                f"bao-cao-{number}.txt",
                text[:40],
                "2024-01-01",
                "",
                len(text),
                digest,
            )
            for number, text in hashed
            for digest in [sha256(text.encode()).hexdigest()]
        ),
    )
    connection.executemany("INSERT INTO texts VALUES (?, ?)", hashed)
    connection.executemany(
        "INSERT INTO report_search(rowid, folded) VALUES (?, ?)",
        ((number, folded_for_search(front) + kind.folded) for number, front, kind in texts),
    )
    _write_sets(connection, texts, authors)


def _write_sets(
    connection: sqlite3.Connection, texts: list[tuple[int, str, Kind]], authors: dict[str, int]
) -> None:
    extractor, person = authors[EXTRACTOR], authors[AUTHOR]
    connection.executemany(
        "INSERT INTO sets(id, report, author) VALUES (?1, ?1, ?2)", ((n, extractor) for n, *_ in texts)
    )
    connection.executemany(
        "INSERT INTO journal VALUES "
        "(?1, ?2, ?1, ?3, '', ?1, '', ?2, 'edit', 'extract', '{}', ?4, '[]', '', 0, '', 0)",
        ((number, f"{number:032x}", extractor, kind.entry) for number, _, kind in texts),
    )
    columns = ", ".join("?" * (2 + len(SPAN_COLUMNS.split(","))))
    connection.executemany(
        f"INSERT INTO spans({SPAN_COLUMNS}, set_id, entry) VALUES ({columns})", _spans(texts)
    )
    connection.executemany(
        "INSERT INTO counts VALUES ('', ?, ?, 0, ?, 0)", ((n, SPANS, SPANS // 2) for n, *_ in texts)
    )
    worked = [number for number, *_ in texts if number % _WORKED == 0]
    connection.executemany(
        "INSERT INTO sets VALUES (?, ?, ?, ?, 300, 0)",
        ((_PERSONS + number, number, person, int(number % _FINISHED == 0)) for number in worked),
    )
    connection.executemany(
        "INSERT INTO counts VALUES (?, ?, 0, ?, ?, 0)", ((AUTHOR, n, SPANS, SPANS // 2) for n in worked)
    )
    connection.execute("UPDATE clock SET value = ?", (texts[-1][0],))


def _spans(texts: list[tuple[int, str, Kind]]) -> Iterator[tuple[object, ...]]:
    for number, _, kind in texts:
        for row in kind.spans:
            yield (*row, number, number)


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]))
