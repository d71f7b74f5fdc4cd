"""A large project made fast: candidates written row by row past the program, people's work through it."""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from annotator.domain.edits import Edit, Fragment
from annotator.domain.history import Draft
from annotator.domain.progress import DEFAULT_THRESHOLD, Counts, counts_of
from annotator.domain.reports import Report, Section
from annotator.domain.sets import combined, set_of
from annotator.domain.spans import NO_EVIDENCE, Span, State
from annotator.resources import default_schema
from annotator.store.authors import ensure_author
from annotator.store.rows import SPAN_COLUMNS, packed, span_row
from annotator.store.seals import seal_everything
from annotator.text.sections import sections
from annotator.text.words import folded_for_search
from annotator.workspace.projects import Project
from benchmarks.reports import make_of

SPANS = 50
"""Candidates in each report, where nothing else is asked for."""
AUTHOR, COLLEAGUE, EXTRACTOR = "an", "binh", "vn-rules"

_KINDS = 40
"""Different reports; the others are these with words and a number of their own in front."""
_CHARACTERS = 32
"""Code points for each candidate."""
_AT_ONCE = 1_000
_WORKED, _FINISHED, _TWICE = 20, 40, 80
"""Every so-manieth report is begun, finished, and finished by a colleague too."""
_DIFFERS = 10
"""Every so-manieth span of a report is one that the colleague rejects."""
_SECONDS = 300.0
"""Time spent on a report that was begun."""
_RARE = ("Mường Giôn", "Pá Khoang", "Nậm Cắn", "Chế Là", "Sín Chải", "Tả Phìn", "Lùng Vai", "Hua Bum")


@dataclass(frozen=True, slots=True)
class Kind:
    """One report as it is repeated: text, folded words, sections, candidates, their rows and entry."""

    text: str
    folded: str
    sections: tuple[Section, ...]
    spans: tuple[Span, ...]
    rows: tuple[tuple[object, ...], ...]
    entry: str | bytes
    fresh: Counts


def build(path: Path, reports: int, spans: int = SPANS) -> None:
    """Make a project of so many reports, each with so many candidates; a few of them worked on."""
    with Project.create(path, schema=default_schema(), author=AUTHOR) as project:
        ensure_author(project.store, COLLEAGUE)
        ensure_author(project.store, EXTRACTOR, kind="extractor")
        connection = project.store.connection
        connection.execute("PRAGMA synchronous = OFF")
        ((extractor,),) = connection.execute("SELECT id FROM authors WHERE name = ?", (EXTRACTOR,))
        kinds = [_kind(number, spans) for number in range(_KINDS)]
        for first in range(1, reports + 1, _AT_ONCE):
            with project.store.writing():
                _write(connection, kinds, range(first, min(first + _AT_ONCE, reports + 1)), extractor)
        with project.store.writing():
            # What was written past the program bears no seals yet.
            seal_everything(connection)
        for first in range(_WORKED, reports + 1, _AT_ONCE):
            _work(project, kinds, range(first, min(first + _AT_ONCE, reports + 1), _WORKED))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _kind(number: int, count: int) -> Kind:
    made = make_of(_CHARACTERS * count, count, name="", seed=number)
    at = len(_front(0))
    spans = tuple(
        replace(span, start=span.start + at, end=span.end + at, state=State.CANDIDATE, evidence=NO_EVIDENCE)
        for span in made.spans
    )
    text = made.report.text
    return Kind(
        text,
        folded_for_search(text),
        sections(_front(0) + text),
        spans,
        tuple(span_row(span) for span in spans),
        packed(Fragment(spans)),
        counts_of(set_of("", EXTRACTOR, spans), threshold=DEFAULT_THRESHOLD),
    )


def _front(number: int) -> str:
    """Return the first line of a report, of one length whatever its number."""
    return f"Báo cáo số {number:07d} của xã {_RARE[number % len(_RARE)]:<12} {_word(number)}.\n"


def _word(number: int) -> str:
    """Return a made-up word that a few dozen reports share."""
    chance = random.Random(number % 5_000)
    return "".join(chance.choice("bcdghklmnpqrstvx") + chance.choice("aeiou") for _ in range(4))


def _write(connection: sqlite3.Connection, kinds: list[Kind], numbers: range, extractor: int) -> None:
    texts = [(number, _front(number), kinds[number % _KINDS]) for number in numbers]
    connection.executemany(
        "INSERT INTO reports VALUES (?, ?, ?, ?, '2024-01-01', '', ?, ?, '', '2024-01-01T00:00:00+00:00', 0)",
        (
            (number, Report("", text).id, f"bao-cao-{number}.txt", text[:40], len(text), digest)
            for number, front, kind in texts
            for text in [front + kind.text]
            for digest in [sha256(text.encode()).hexdigest()]
        ),
    )
    connection.executemany(
        "INSERT INTO texts VALUES (?, ?)", ((number, front + kind.text) for number, front, kind in texts)
    )
    connection.executemany(
        "INSERT INTO sections VALUES (?, ?, ?, ?, ?)",
        ((n, at, s.kind.value, s.start, s.end) for n, _, kind in texts for at, s in enumerate(kind.sections)),
    )
    connection.executemany(
        "INSERT INTO report_search(rowid, folded) VALUES (?, ?)",
        ((number, folded_for_search(front) + kind.folded) for number, front, kind in texts),
    )
    _write_sets(connection, texts, extractor)


def _write_sets(connection: sqlite3.Connection, texts: list[tuple[int, str, Kind]], extractor: int) -> None:
    connection.executemany(
        "INSERT INTO sets(id, report, author) VALUES (?1, ?1, ?2)", ((n, extractor) for n, *_ in texts)
    )
    connection.executemany(
        "INSERT INTO journal VALUES (?1, ?2, ?1, ?3, '', ?1, '2024-01-01T00:00:00.000+00:00', ?2, "
        "'edit', 'extract', '{}', ?4, '[]', '', 0, '', 0)",
        ((number, f"{number:032x}", extractor, kind.entry) for number, _, kind in texts),
    )
    columns = ", ".join("?" * (2 + len(SPAN_COLUMNS.split(","))))
    connection.executemany(
        f"INSERT INTO spans({SPAN_COLUMNS}, set_id, entry) VALUES ({columns})", _spans(texts)
    )
    connection.executemany(
        "INSERT INTO counts VALUES ('', ?, ?, ?, ?, ?)",
        ((n, k.fresh.left, k.fresh.decided, k.fresh.figures, k.fresh.flagged) for n, _, k in texts),
    )
    connection.execute("UPDATE clock SET value = ?", (texts[-1][0],))


def _spans(texts: list[tuple[int, str, Kind]]) -> Iterator[tuple[object, ...]]:
    for number, _, kind in texts:
        for row in kind.rows:
            yield (*row, number, number)


def _work(project: Project, kinds: list[Kind], numbers: range) -> None:
    """Decide in these reports as people do, by entries of the journal, in one transaction."""
    drafts, counts = [], {}
    for number in numbers:
        kind = kinds[number % _KINDS]
        report_id = Report("", _front(number) + kind.text).id
        authors = [AUTHOR, COLLEAGUE] if number % _TWICE == 0 else [AUTHOR]
        for author in authors:
            edit = _edit(kind, author, finished=number % _FINISHED == 0)
            drafts.append(Draft(report_id, author, author, uuid4().hex, edit, seconds=_SECONDS))
            decisions = set_of(report_id, author, edit.after.spans)
            seen = combined(set_of(report_id, EXTRACTOR, kind.spans), decisions)
            counts[report_id, author] = counts_of(seen, threshold=DEFAULT_THRESHOLD)
    project.commit(drafts, counts)


def _edit(kind: Kind, author: str, *, finished: bool) -> Edit:
    """Return what somebody decided: half of a report that was begun, the whole of one that is finished."""
    spans = kind.spans if finished else kind.spans[: len(kind.spans) // 2]
    differs = author == COLLEAGUE
    decided = tuple(
        span.decided(State.REJECTED if differs and at % _DIFFERS == 0 else State.ACCEPTED)
        for at, span in enumerate(spans)
    )
    before, after = (False, True) if finished else (None, None)
    return Edit("accept", Fragment(finished=before), Fragment(decided, finished=after))


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if sys.argv[3:] else SPANS)
