"""Integrity: everything a project file promises, checked, each broken promise told in one line."""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from annotator.domain.errors import UserError
from annotator.domain.folding import Folded
from annotator.domain.history import EDIT
from annotator.domain.progress import DEFAULT_THRESHOLD, Counts, counts_of
from annotator.domain.relations import Relation
from annotator.domain.reports import text_sha256
from annotator.domain.sets import AnnotationSet, combined, joined
from annotator.store.authors import authors
from annotator.store.connection import Store
from annotator.store.folds import folds, follows
from annotator.store.indexes import index_differs
from annotator.store.journal import LATEST
from annotator.store.problems import Problem
from annotator.store.reports import report_row
from annotator.store.resolutions import resolutions
from annotator.store.seal_checks import broken_chains, broken_reports, broken_seals, wrong_seconds
from annotator.store.sets import extractor_sets, load_set, set_authors

_STEPS = 100_000
"""Steps of SQLite after which a check looks whether it was stopped."""
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error, UserError)
"""What reading a damaged row may raise."""


def check(
    store: Store,
    *,
    progress: Callable[[int, int, str], None] | None = None,
    stopped: Callable[[], bool] | None = None,
) -> list[Problem]:
    """Return every broken promise of a project, none when it is sound; nothing is changed.

    `progress` is told how many reports of how many were looked at. What is found once it was `stopped` is
    worth nothing.

    Codes: `file`, `links`, `row`, `text`, `section`, `span`, `relation`, `journal`, `replay`, `review`,
    `counts`, `seconds`, `clock`, `memory`, `disputes`, `search`. A damaged file ends the check, since nothing
    in it can be trusted.
    """
    tell, stop = progress or (lambda done, whole, name: None), stopped or (lambda: False)
    if stopped is not None:
        store.connection.set_progress_handler(stop, _STEPS)
    try:
        damaged = list(_file(store))
        if damaged:
            return damaged
        parts = {what: part(store) for what, part in _PARTS.items()}
        parts["sets"] = _reports(store, tell, stop)
        return [problem for what, part in parts.items() for problem in _readable(part, what)]
    finally:
        if stopped is not None:
            store.connection.set_progress_handler(None, 0)


def _readable(found: Iterator[Problem], what: str) -> Iterator[Problem]:
    """Yield what is found, and a line where rows cannot even be read."""
    try:
        yield from found
    except (*_BROKEN, sqlite3.Error) as error:
        line = f"the check of {what} met rows that cannot be read ({type(error).__name__}); restore a backup"
        yield Problem("row", "", line)


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


def _reports(
    store: Store, tell: Callable[[int, int, str], None], stop: Callable[[], bool]
) -> Iterator[Problem]:
    ids = store.rows("SELECT report_id FROM reports ORDER BY id")
    for number, (report_id,) in enumerate(ids):
        if stop():
            return
        tell(number, len(ids), "")
        try:
            yield from _sets(store, report_id)
            yield from _review(store, report_id)
        except _BROKEN as error:
            why = f"a span, journal entry or resolution cannot be read ({type(error).__name__})"
            yield Problem("journal", report_id, f"{why}; restore a backup")
    tell(len(ids), len(ids), "")


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
    yield from _all_counts(store, candidates)


def _all_counts(store: Store, candidates: AnnotationSet) -> Iterator[Problem]:
    """Yield what is wrong with the counts of a report: of all who have begun it, and all they name."""
    report_id = candidates.report_id
    persons = {author.name for author in authors(store) if author.kind == "person"}
    rows = store.rows(
        "SELECT author FROM counts WHERE report = (SELECT id FROM reports WHERE report_id = ?)", (report_id,)
    )
    counted = {name for (name,) in rows}
    for author in sorted({"", *set_authors(store, report_id), *counted} & {"", *persons}):
        yield from _counts(store, candidates, load_set(store, report_id, author))
    if counted - {"", *persons}:
        line = "it has counts of somebody unknown; run check --repair"
        yield Problem("counts", report_id, line)


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
    writers = following[0].writers
    if all(each.held != held for each in following) or any(
        writers[name] != entry for name, entry in _writers(store, held)
    ):
        line = f"the spans of {held.author} are not what the journal says; run check --repair"
        yield Problem("replay", held.report_id, line)


def _writers(store: Store, held: AnnotationSet) -> Iterator[tuple[str | Relation, str]]:
    """Yield each span and relation of a set with the entry that its row names as the last to write it."""
    of_set = (
        "JOIN journal ON journal.id = entry WHERE {0}.set_id = "
        "(SELECT sets.id FROM sets JOIN reports r ON r.id = report JOIN authors a ON a.id = author "
        "WHERE r.report_id = ? AND a.name = ?)"
    )
    named = (held.report_id, held.author)
    yield from store.rows(f"SELECT span_id, entry_id FROM spans {of_set.format('spans')}", named)
    links = f"SELECT relations.label, source, target, entry_id FROM relations {of_set.format('relations')}"
    for label, source, target, entry in store.rows(links, named):
        yield Relation(label, source, target), entry


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
    ((clock, last),) = store.rows(f"SELECT (SELECT value FROM clock WHERE id = 1), {LATEST}")
    if clock is None or clock != (last or 0):
        yield Problem("clock", "", "the clock is not that of the journal; run check --repair")


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


_PARTS: Mapping[str, Callable[[Store], Iterator[Problem]]] = {
    "links": _links,
    "tables": broken_seals,
    "reports": broken_reports,
    "the journal": broken_chains,
    "texts": _texts,
    "sections": _sections,
    "spans": _spans,
    "sets": lambda _: iter(()),
    "times": wrong_seconds,
    "the clock": _clock,
    "the index": _search,
}
"""What is checked, in order, by what it is called where it cannot be."""
