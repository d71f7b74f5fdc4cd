"""Folds: sets as their journals come to, and the entries that were not applied as they stand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from annotator.domain.edits import Edit
from annotator.domain.folding import Folded, folded
from annotator.domain.history import Entry
from annotator.domain.loose_ends import folded_together
from annotator.store.authors import authors
from annotator.store.connection import Store
from annotator.store.journal import entries
from annotator.store.rows import SPAN_COLUMNS, packed, span_row


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry of the journal that did not fit once others were merged before it, and the spans left out."""

    entry: Entry
    spans: tuple[str, ...]


def folds(store: Store, report_id: str) -> dict[str, tuple[Folded, Folded]]:
    """Return what the journal of a report comes to, by author of a set: as it is, and without loose ends.

    The two differ only where authors worked on several devices.
    """
    machines = {author.name for author in authors(store) if author.kind != "person"}
    every = entries(store, report_id, everything=True)
    written: dict[str, list[Entry]] = {}
    for entry in every:
        written.setdefault(entry.set_author, []).append(entry)
    plain = {
        name: folded(report_id, name, some, is_machine=name in machines) for name, some in written.items()
    }
    is_merged = len({entry.device for entry in every}) > 1
    whole = folded_together(report_id, every, machines) if is_merged else plain
    return {name: (found, whole[name]) for name, found in plain.items()}


def parts_applied(store: Store, report_id: str, author: str) -> Mapping[str, tuple[Edit, tuple[str, ...]]]:
    """Return, by id, the entries of a set not applied as they stand: what they changed, and spans refused."""
    rows = store.rows(
        "SELECT j.entry_id, j.label, p.refused FROM partly_applied p "
        "JOIN journal j ON j.id = p.entry JOIN sets ON sets.id = j.set_id "
        "WHERE sets.report = (SELECT id FROM reports WHERE report_id = ?) "
        "AND sets.author = (SELECT id FROM authors WHERE name = ?)",
        (report_id, author),
    )
    written = entries(store, report_id, set_author=author) if rows else []
    changed = {entry.id: entry.edit for entry in written}
    return {
        entry_id: (changed.get(entry_id, Edit(label)), tuple(json.loads(refused)))
        for entry_id, label, refused in rows
    }


def follows(store: Store, report_id: str, author: str, told: Folded) -> bool:
    """Tell whether a fold left out of a set what the project knows to be left out, and nothing else."""
    kept = parts_applied(store, report_id, author)
    return kept == {key: (edit, told.refused.get(key, ())) for key, edit in told.partly.items()}


def refusals(store: Store, report_id: str = "") -> list[Refusal]:
    """Return what of persons' journals did not fit, of one report where given, in (clock, id) order."""
    rows = store.rows(
        "SELECT DISTINCT r.report_id FROM partly_applied p JOIN journal j ON j.id = p.entry "
        "JOIN sets ON sets.id = j.set_id JOIN authors a ON a.id = sets.author "
        "JOIN reports r ON r.id = sets.report "
        "WHERE a.kind = 'person' AND p.refused <> '[]' AND ?1 IN ('', r.report_id)",
        (report_id,),
    )
    persons = {author.name for author in authors(store) if author.kind == "person"}
    found = []
    for (name,) in rows:
        refused = {
            key: spans for each in persons for key, (_, spans) in parts_applied(store, name, each).items()
        }
        written = entries(store, name, everything=True)
        found += [Refusal(entry, refused[entry.id]) for entry in written if refused.get(entry.id)]
    return found


def write_set(store: Store, connection: sqlite3.Connection, told: Folded) -> None:
    """Write a set as a fold has it, inside the caller's transaction."""
    report_id, author = told.held.report_id, told.held.author
    ((number,),) = store.rows(
        "SELECT sets.id FROM sets JOIN reports r ON r.id = report JOIN authors a ON a.id = author "
        "WHERE r.report_id = ? AND a.name = ?",
        (report_id, author),
    )
    rows = dict(store.rows("SELECT entry_id, id FROM journal WHERE set_id = ?", (number,)))
    for table in ("spans", "relations"):
        connection.execute(f"DELETE FROM {table} WHERE set_id = ?", (number,))
    connection.executemany(
        f"INSERT INTO spans(set_id, entry, {SPAN_COLUMNS}) VALUES (?, ?, {', '.join('?' * 12)})",
        ((number, rows[told.writers[span.id]], *span_row(span)) for span in told.held.spans.values()),
    )
    connection.executemany(
        "INSERT INTO relations(set_id, entry, label, source, target) VALUES (?, ?, ?, ?, ?)",
        ((number, rows[told.writers[r]], r.label, r.source, r.target) for r in told.held.relations),
    )
    connection.execute(
        "DELETE FROM partly_applied WHERE entry IN (SELECT id FROM journal WHERE set_id = ?)", (number,)
    )
    connection.executemany(
        "INSERT INTO partly_applied(entry, before, after, refused) VALUES (?, ?, ?, ?)",
        (
            (rows[key], packed(edit.before), packed(edit.after), json.dumps(told.refused.get(key, ())))
            for key, edit in told.partly.items()
        ),
    )
    connection.execute("UPDATE sets SET finished = ? WHERE id = ?", (int(told.held.finished), number))
