"""Memory: outcomes of candidates by label and folded string, counted as they are decided."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable

from annotator.domain.edits import NOTHING, Edit, Fragment
from annotator.domain.memory import Key, Lesson, Tally, lessons
from annotator.domain.sets import joined
from annotator.store.authors import authors
from annotator.store.connection import Store
from annotator.store.reports import get_report, report_ids
from annotator.store.seals import SEALED
from annotator.store.sets import extractor_sets, load_set, set_authors
from annotator.text.words import fold

Memory = Counter[tuple[str, Key, str]]
"""How often an author made what of a string, over one report."""


def learn(connection: sqlite3.Connection, author: str, taught: Iterable[Lesson]) -> None:
    """Count outcomes for an author; runs inside the caller's transaction."""
    connection.executemany(
        f"INSERT INTO memory({SEALED['memory']}, seal) SELECT *, seal_of({SEALED['memory']}) FROM ("
        "SELECT ?1 AS label, ?2 AS string, ?3 AS outcome, id AS author, max(0, ?5) AS times "
        "FROM authors WHERE name = ?4) WHERE 1 "
        "ON CONFLICT DO UPDATE SET times = max(0, times + ?5), "
        "seal = seal_of(label, string, outcome, author, max(0, times + ?5))",
        ((lesson.key.label, lesson.key.string, lesson.outcome, author, lesson.times) for lesson in taught),
    )


def contested(store: Store) -> set[Key]:
    """Return the keys that were ever rejected or corrected: those that may have to be recalled."""
    rows = store.rows("SELECT DISTINCT label, string FROM memory WHERE outcome <> '' AND times > 0")
    return {Key(*row) for row in rows}


def tallies(store: Store, keys: Iterable[Key]) -> dict[Key, Tally]:
    """Return what was made of each key that anything was made of."""
    rows = store.rows(
        "SELECT m.label, m.string, m.outcome, a.name, m.times FROM json_each(?) AS wanted "
        "JOIN memory m ON m.label = wanted.value ->> 0 AND m.string = wanted.value ->> 1 "
        "JOIN authors a ON a.id = m.author WHERE m.times > 0",
        (json.dumps([list(key) for key in keys], ensure_ascii=False),),
    )
    found: dict[Key, dict[str, dict[str, int]]] = {}
    for label, string, outcome, author, times in rows:
        found.setdefault(Key(label, string), {}).setdefault(outcome, {})[author] = times
    return {key: Tally(times) for key, times in found.items()}


def proposers(store: Store, report_id: str, span_ids: Iterable[str]) -> dict[str, str]:
    """Return who proposed each of these candidates of a report; those that anybody answered are left out."""
    rows = store.rows(
        "SELECT s.span_id, min(a.name), max(a.kind = 'person') FROM json_each(?2) AS wanted "
        "JOIN sets ON sets.report = (SELECT id FROM reports WHERE report_id = ?1) "
        "JOIN spans s ON s.set_id = sets.id AND s.span_id = wanted.value "
        "JOIN authors a ON a.id = sets.author GROUP BY s.span_id",
        (report_id, json.dumps(list(span_ids))),
    )
    return {span_id: author for span_id, author, answered in rows if not answered}


def memory_of(store: Store, report_id: str) -> Memory:
    """Return what the sets of persons over a report teach of the strings of candidates."""
    text = get_report(store, report_id).text
    proposed = joined(report_id, extractor_sets(store, report_id)).spans
    persons = {author.name for author in authors(store) if author.kind == "person"}
    found: Memory = Counter()
    for name in set_authors(store, report_id):
        if name in persons:
            spans = tuple(load_set(store, report_id, name).spans.values())
            made = Edit("", NOTHING, Fragment(spans))
            for lesson in lessons(made, proposed, lambda start, end: fold(text[start:end])):
                found[name, lesson.key, lesson.outcome] += lesson.times
    return found


def relearn(store: Store, connection: sqlite3.Connection) -> None:
    """Make the rows anew that are not as they were written; runs inside the caller's transaction."""
    connection.execute(f"DELETE FROM memory WHERE seal <> seal_of({SEALED['memory']})")
    kept = {
        (name, Key(label, string), outcome)
        for name, label, string, outcome in store.rows(
            "SELECT a.name, label, string, outcome FROM memory JOIN authors a ON a.id = author"
        )
    }
    taught: Memory = Counter()
    for report_id in report_ids(store):
        taught.update(memory_of(store, report_id))
    for author, key, outcome in sorted(taught.keys() - kept):
        learn(connection, author, [Lesson(key, outcome, taught[author, key, outcome])])
