"""Schemas: changes of the project's schema as they were made, and rows brought to the names of today."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from annotator.domain.errors import StaleEditError
from annotator.domain.memory import KEPT, REJECTED, change_from
from annotator.domain.renames import Renames
from annotator.store.connection import Store
from annotator.store.rows import evidence_from, evidence_text, unpacked
from annotator.store.seals import append, seal_rows

_MAKERS = (
    "FROM spans s JOIN sets ON sets.id = s.set_id JOIN reports r ON r.id = sets.report "
    "JOIN authors a ON a.id = sets.author"
)
_OF_LABEL = "s.label IN (SELECT value FROM json_each(?1))"
# No JSON at all stands for no attributes, and is not to be read as JSON in whatever order SQLite looks.
_HELD = "json_each(iif(s.attributes = '', '{}', s.attributes))"
_OF_VALUE = (
    f"EXISTS (SELECT 1 FROM {_HELD} held JOIN json_each(?2) wanted "
    "ON held.key = wanted.value ->> 0 AND held.value = wanted.value ->> 1)"
)
_IS_RECALLED = "json_array_length(iif(evidence = '', '[]', evidence)) > 3"


@dataclass(frozen=True, slots=True)
class SchemaEntry:
    """One change of the schema: who made it, when, and the schema's text on either side of it.

    `batch` is that of the edits of spans that came with it; `reverts` is the change an undo takes back.
    """

    id: str
    author: str
    device: str
    clock: int
    at: str
    batch: str
    action: str
    reverts: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Use:
    """How many spans of one set have a label or a value that is asked about."""

    report_id: str
    report: str
    author: str
    is_person: bool
    spans: int


@dataclass(frozen=True, slots=True)
class UsedAt:
    """One place where a label or value is used, in code points, with some of the text around it."""

    report_id: str
    report: str
    start: int
    end: int
    label: str
    left: str
    hit: str
    right: str


def schema_entries(store: Store) -> list[SchemaEntry]:
    """Return the changes of the schema in (clock, id) order."""
    rows = store.rows(
        "SELECT entry_id, a.name, device, clock, at, batch, action, reverts, label, before, after "
        "FROM schemas JOIN authors a ON a.id = schemas.author ORDER BY clock, entry_id"
    )
    return [SchemaEntry(*row) for row in rows]


def write_schema(
    store: Store, *, author: str, batch: str, action: str, reverts: str, label: str, before: str, after: str
) -> None:
    """Write down a change of the schema and let it hold; runs inside the caller's transaction.

    Raises StaleEditError when the project's schema is not `before` any more.
    """
    connection = store.connection
    ((clock,),) = connection.execute("UPDATE clock SET value = value + 1 RETURNING value").fetchall()
    if store.schema_toml() != before:
        raise StaleEditError("the schema has changed since; look again and repeat")
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    for (number,) in connection.execute("SELECT id FROM authors WHERE name = ?", (author,)).fetchall():
        stamps = (uuid4().hex, number, store.device, clock, at, batch, action, reverts)
        append(connection, "schemas", (*stamps, label, before, after))
    store.set_setting("schema", after)


def rename_rows(connection: sqlite3.Connection, renames: Renames) -> None:
    """Give spans and what is remembered the names of today; runs inside the caller's transaction."""
    for old, new in renames.labels.items():
        connection.execute("UPDATE spans SET label = ? WHERE label = ?", (new, old))
        connection.execute("UPDATE memory SET label = ? WHERE label = ?", (new, old))
        _rename_outcomes(connection, old, new)
    if renames.labels:
        seal_rows(connection, "memory")
    for (name, old), new in renames.values.items():
        path = f'$."{name}"'
        connection.execute(
            "UPDATE spans SET attributes = json_set(attributes, ?1, ?2) "
            "WHERE json_extract(iif(attributes = '', '{}', attributes), ?1) = ?3",
            (path, new, old),
        )


def rename_evidence(connection: sqlite3.Connection, renames: Renames) -> None:
    """Give what was proposed before a correction was remembered the names of today; in a transaction too."""
    rows = connection.execute(f"SELECT set_id, span_id, evidence FROM spans WHERE {_IS_RECALLED}").fetchall()
    changed = []
    for set_id, span_id, text in rows:
        held = evidence_from(json.loads(text))
        today = renames.evidence(held)
        if today is not held:
            changed.append((evidence_text(today), set_id, span_id))
    connection.executemany("UPDATE spans SET evidence = ? WHERE set_id = ? AND span_id = ?", changed)


def recalled_sets(store: Store) -> list[tuple[str, str]]:
    """Return the sets, by report id and author, with candidates that came as something was remembered."""
    return store.rows(f"SELECT DISTINCT r.report_id, a.name {_MAKERS} WHERE {_IS_RECALLED}")


def uses(store: Store, names: Renames) -> list[Use]:
    """Count the spans with one of the labels or values that `names` renames, a line a set."""
    rows = store.rows(
        f"SELECT r.report_id, r.name, a.name, a.kind = 'person', count(*) {_MAKERS} "
        f"WHERE {_OF_LABEL} OR ({_OF_VALUE}) GROUP BY sets.id ORDER BY r.id, a.id",
        _wanted(names),
    )
    return [Use(report_id, name, author, bool(person), n) for report_id, name, author, person, n in rows]


def used_at(
    store: Store, names: Renames, *, limit: int, around: int, author: str = "", hidden: Collection[str] = ()
) -> list[UsedAt]:
    """Return some places of such spans, decided ones first, with `around` code points on either side.

    Of the reports `hidden` none that only persons other than `author` decided.
    """
    rows = store.rows(
        f'SELECT r.id, r.report_id, r.name, s.start, s."end", s.label {_MAKERS} '
        f"WHERE ({_OF_LABEL} OR ({_OF_VALUE})) AND (a.kind <> 'person' OR a.name = ?4 "
        'OR r.report_id NOT IN (SELECT value FROM json_each(?5))) GROUP BY r.id, s.start, s."end" '
        "ORDER BY max(a.kind = 'person') DESC, r.id, s.start LIMIT ?3",
        (*_wanted(names), limit, author, json.dumps(list(hidden))),
    )
    return [_place(store, *row, around=around) for row in rows]


def _place(
    store: Store, number: int, report_id: str, name: str, start: int, end: int, label: str, *, around: int
) -> UsedAt:
    first = max(0, start - around)
    # SQLite counts characters, which are code points, from one.
    ((text,),) = store.rows(
        "SELECT substr(text, ?, ?) FROM texts WHERE report = ?", (first + 1, end + around - first, number)
    )
    left, hit, right = text[: start - first], text[start - first : end - first], text[end - first :]
    return UsedAt(report_id, name, start, end, label, left, hit, right)


def carried(store: Store, wanted: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
    """Count the spans of a label that hold an attribute, for the pairs that are asked about."""
    pairs = json.dumps(list(wanted))
    rows = store.rows(
        f"SELECT s.label, held.key, count(*) FROM spans s, {_HELD} held JOIN json_each(?) pair "
        "ON pair.value ->> 0 = s.label AND pair.value ->> 1 = held.key "
        "GROUP BY s.label, held.key",
        (pairs,),
    )
    return {(label, name): count for label, name, count in rows}


def relations_used(store: Store) -> Mapping[str, int]:
    """Count the relations there are, by their name."""
    return dict(store.rows("SELECT label, count(*) FROM relations GROUP BY label"))


def is_mentioned(store: Store, names: Renames, *, since: int) -> bool:
    """Tell whether any span written after a clock has one of the labels or values that `names` renames."""
    if uses(store, names):
        return True
    for before, after in store.rows("SELECT before, after FROM journal WHERE clock > ?", (since,)):
        spans = (*unpacked(before).spans, *unpacked(after).spans)
        if any(names.span(span) is not span for span in spans):
            return True
    return False


def _wanted(names: Renames) -> tuple[str, str]:
    return json.dumps(list(names.labels)), json.dumps([list(pair) for pair in names.values])


def _rename_outcomes(connection: sqlite3.Connection, old: str, new: str) -> None:
    """Rename a label in the corrections that are remembered."""
    rows: list[Any] = connection.execute(
        "SELECT DISTINCT outcome FROM memory WHERE outcome NOT IN (?, ?)", (KEPT, REJECTED)
    ).fetchall()
    for (outcome,) in rows:
        change = change_from(outcome)
        if change.label == old:
            connection.execute(
                "UPDATE memory SET outcome = ? WHERE outcome = ?",
                (replace(change, label=new).written(), outcome),
            )
