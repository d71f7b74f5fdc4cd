"""Integrity: everything a project file promises, checked, each broken promise told in one line."""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.domain.errors import UserError
from annotator.domain.folding import Folded
from annotator.domain.history import EDIT
from annotator.domain.progress import DEFAULT_THRESHOLD, Counts, counts_of
from annotator.domain.reports import text_sha256
from annotator.domain.sets import AnnotationSet, combined, joined
from annotator.store.connection import Store
from annotator.store.folds import folds, follows
from annotator.store.indexes import index_differs
from annotator.store.reports import report_row
from annotator.store.resolutions import resolutions
from annotator.store.sets import extractor_sets, load_set, set_authors

_BROKEN = (ValueError, KeyError, TypeError, zlib.error, UserError)
"""What reading a damaged row may raise."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it should be: a word for it, the report where one is meant, and a line."""

    code: str
    report_id: str
    message: str

    def __str__(self) -> str:
        """Return the line, with the report's id in front of it."""
        return f"{self.report_id}: {self.message}" if self.report_id else self.message


def check(store: Store) -> list[Problem]:
    """Return every broken promise of a project, none when it is sound; nothing is changed.

    Codes: `file`, `links`, `text`, `section`, `span`, `relation`, `journal`, `replay`, `review`, `counts`,
    `clock`, `search`. A damaged file ends the check, since nothing in it can be trusted.
    """
    damaged = list(_file(store))
    if damaged:
        return damaged
    problems = [*_links(store), *_texts(store), *_sections(store), *_spans(store)]
    for (report_id,) in store.rows("SELECT report_id FROM reports ORDER BY id"):
        try:
            problems += _sets(store, report_id)
            problems += _review(store, report_id)
        except _BROKEN as error:
            why = f"a span, journal entry or resolution cannot be read ({type(error).__name__})"
            problems.append(Problem("journal", report_id, f"{why}; restore a backup"))
    return [*problems, *_clock(store), *_search(store)]


def _file(store: Store) -> Iterator[Problem]:
    try:
        for (line,) in store.rows("PRAGMA integrity_check"):
            if line != "ok":
                # SQLite's line names tables and pages, never content.
                yield Problem("file", "", f"the file is damaged: {line}; restore a backup")
    except (UserError, sqlite3.Error):
        yield Problem("file", "", "the file is damaged and cannot be read; restore a backup")


def _links(store: Store) -> Iterator[Problem]:
    counted = Counter((table, parent) for table, _, parent, _ in store.rows("PRAGMA foreign_key_check"))
    for (table, parent), count in sorted(counted.items()):
        yield Problem("links", "", f"{count} rows of {table} name missing rows of {parent}; restore a backup")


def _texts(store: Store) -> Iterator[Problem]:
    # One text at a time: all of them together may be larger than memory.
    for number, report_id, characters, digest in store.rows(
        "SELECT id, report_id, characters, sha256 FROM reports ORDER BY id"
    ):
        rows = store.rows("SELECT text FROM texts WHERE report = ?", (number,))
        if not rows:
            yield Problem("text", report_id, "its text is missing; restore a backup")
        elif (text_sha256(rows[0][0]), len(rows[0][0]), digest[:16]) != (digest, characters, report_id):
            yield Problem("text", report_id, "its text is not the one that was added; restore a backup")


def _sections(store: Store) -> Iterator[Problem]:
    rows = store.rows(
        "SELECT report_id, count(*) FROM sections JOIN reports ON reports.id = report "
        'WHERE "end" > characters GROUP BY report_id'
    )
    for report_id, count in rows:
        yield Problem("section", report_id, f"{count} sections reach behind its text; restore a backup")


def _spans(store: Store) -> Iterator[Problem]:
    rows = store.rows(
        "SELECT r.report_id, a.name, count(*) FROM spans JOIN sets ON sets.id = set_id "
        "JOIN reports r ON r.id = sets.report JOIN authors a ON a.id = sets.author "
        'WHERE spans."end" > r.characters GROUP BY sets.id'
    )
    for report_id, author, count in rows:
        yield Problem("span", report_id, f"{count} spans of {author} reach behind its text; restore a backup")


def _sets(store: Store, report_id: str) -> Iterator[Problem]:
    machines = extractor_sets(store, report_id)
    proposed = {span_id for held in machines for span_id in held.spans}
    candidates = joined(report_id, machines)
    told = folds(store, report_id)
    names = set_authors(store, report_id)
    for author in names:
        held = load_set(store, report_id, author)
        empty = Folded(AnnotationSet(report_id, author), {}, {}, {})
        yield from _ends(held, proposed)
        yield from _replay(store, held, told.get(author, (empty,)))
    machine_names = {held.author for held in machines}
    for author in ("", *(name for name in names if name not in machine_names)):
        yield from _counts(store, candidates, load_set(store, report_id, author))


def _ends(held: AnnotationSet, proposed: set[str]) -> Iterator[Problem]:
    loose = sum(
        end not in held.spans and end not in proposed for r in held.relations for end in (r.source, r.target)
    )
    if loose:
        yield Problem(
            "relation", held.report_id, f"{loose} ends of relations of {held.author} are no spans; undo them"
        )


def _replay(store: Store, held: AnnotationSet, told: Iterable[Folded]) -> Iterator[Problem]:
    following = [each for each in told if follows(store, held.report_id, held.author, each)]
    if not following:
        line = f"the journal of {held.author} does not follow from itself; restore a backup"
        yield Problem("journal", held.report_id, line)
        return
    rows = store.rows(
        "SELECT span_id, entry_id FROM spans JOIN journal ON journal.id = entry WHERE spans.set_id = "
        "(SELECT sets.id FROM sets JOIN reports r ON r.id = report JOIN authors a ON a.id = author "
        "WHERE r.report_id = ? AND a.name = ?)",
        (held.report_id, held.author),
    )
    writers = following[0].writers
    if all(each.held != held for each in following) or any(writers[name] != entry for name, entry in rows):
        line = f"the spans of {held.author} are not what the journal says; run check --repair"
        yield Problem("replay", held.report_id, line)


def _counts(store: Store, candidates: AnnotationSet, decisions: AnnotationSet) -> Iterator[Problem]:
    shown = report_row(store, decisions.report_id, decisions.author).counts
    if shown != true_counts(store, candidates, decisions):
        who = decisions.author or "those who have not begun"
        line = f"the counts shown to {who} are not what the spans come to; run check --repair"
        yield Problem("counts", decisions.report_id, line)


def true_counts(store: Store, candidates: AnnotationSet, decisions: AnnotationSet) -> Counts:
    """Count what an author sees of a report, at the project's threshold."""
    threshold = float(store.setting("threshold", str(DEFAULT_THRESHOLD)))
    return counts_of(combined(candidates, decisions), threshold=threshold)


def _clock(store: Store) -> Iterator[Problem]:
    ((clock, last),) = store.rows(
        "SELECT (SELECT value FROM clock), max(coalesce((SELECT max(clock) FROM journal), 0), "
        "coalesce((SELECT max(clock) FROM resolutions), 0), coalesce((SELECT max(clock) FROM schemas), 0))"
    )
    if clock is None or clock < (last or 0):
        yield Problem("clock", "", "the clock is behind the journal; run check --repair")


def _review(store: Store, report_id: str) -> Iterator[Problem]:
    """Yield what is wrong with the resolutions of a report."""
    ((characters,),) = store.rows("SELECT characters FROM reports WHERE report_id = ?", (report_id,))
    held = resolutions(store, report_id)
    authors = {row.id: row.author for row in held}
    loose = sum(bool(row.reverts) and authors.get(row.reverts) != row.author for row in held)
    if loose or any((row.action == EDIT) == bool(row.reverts) for row in held):
        line = "its review takes back what its reviewer never did; restore a backup"
        yield Problem("review", report_id, line)
    far = sum(said.end > characters for row in held for said in row.ruling.statements)
    if far:
        line = f"{far} spans of its review reach behind its text; restore a backup"
        yield Problem("review", report_id, line)


def _search(store: Store) -> Iterator[Problem]:
    if index_differs(store):
        yield Problem("search", "", "the full-text index is not what the texts come to; run check --repair")
