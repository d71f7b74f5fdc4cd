"""Resolutions: what reviewers did about disputes, written by the journal's clock and read back."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from annotator.domain.disputes import Answer, Link, Resolution, Ruling, Statement, by_todays_names
from annotator.domain.errors import StaleEditError, UserError
from annotator.domain.renames import Renames
from annotator.store.connection import Store
from annotator.store.limits import inflated
from annotator.store.seals import append

_LARGE = 2000
"""Characters from which a ruling is kept compressed."""


@dataclass(frozen=True, slots=True)
class Step:
    """A row as undo and redo see it: its id, its batch, what it takes back, and what kind of row it is."""

    id: str
    batch: str
    reverts: str
    action: str


def keep_resolutions(
    store: Store, drafts: Sequence[Resolution], *, last: int | None = None
) -> list[Resolution]:
    """Write drafts, whose id, device, clock and time are still to be given, in one transaction.

    `last` is the `last_resolution` they were worked out from. Raises StaleEditError when others were written
    since, UserError `no-report` or `unknown-author`, and those of `Store.writing`; then nothing was written.
    """
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    with store.writing() as connection:
        advance = "UPDATE clock SET value = value + ? RETURNING value"
        ((clock,),) = connection.execute(advance, (len(drafts),)).fetchall()
        if last is not None and last_resolution(store) != last:
            raise StaleEditError("the review has moved on since; look again and repeat")
        first = clock - len(drafts) + 1
        written = [
            replace(draft, id=uuid4().hex, device=store.device, clock=first + number, at=at)
            for number, draft in enumerate(drafts)
        ]
        insert_resolutions(connection, written)
    return written


def insert_resolutions(connection: sqlite3.Connection, rows: Iterable[Resolution]) -> None:
    """Write rows as they are, in the caller's transaction; raise UserError `no-report`, `unknown-author`."""
    for row in rows:
        numbers = connection.execute(
            "SELECT (SELECT id FROM reports WHERE report_id = ?), (SELECT id FROM authors WHERE name = ?)",
            (row.report_id, row.author),
        ).fetchone()
        if numbers[0] is None:
            raise UserError("no-report", f"the project has no report {row.report_id}; nothing was changed")
        if numbers[1] is None:
            raise UserError("unknown-author", f"the project has no author {row.author}; nothing was changed")
        append(
            connection,
            "resolutions",
            (
                row.id,
                *numbers,
                row.device,
                row.clock,
                row.at,
                row.batch,
                row.action,
                row.reverts,
                row.dispute,
                row.answer.value,
                packed_ruling(row.ruling),
                row.reason,
                row.comment,
            ),
        )


def last_resolution(store: Store) -> int:
    """Return the number of the latest row, 0 while there is none."""
    return int(store.rows("SELECT coalesce(max(id), 0) FROM resolutions")[0][0])


def resolutions(store: Store, report_id: str = "", *, author: str = "") -> list[Resolution]:
    """Return the rows in (clock, id) order, of one report or by one author where given.

    Labels and values have the names they have today.
    """
    one = "WHERE x.report = (SELECT id FROM reports WHERE report_id = ?1)" if report_id else "WHERE ?1 = ''"
    return _read(store, f"{one} AND ?2 IN ('', a.name)", report_id, author)


def resolutions_by(store: Store, author: str) -> list[Step]:
    """Return what an author did in (clock, id) order, as far as undo and redo have to know of it."""
    rows = store.rows(
        "SELECT entry_id, batch, reverts, action FROM resolutions "
        "WHERE author = (SELECT id FROM authors WHERE name = ?) ORDER BY clock, entry_id",
        (author,),
    )
    return [Step(*row) for row in rows]


def resolutions_named(store: Store, ids: Iterable[str]) -> list[Resolution]:
    """Return the rows of these ids, the newest first."""
    return _read(store, "WHERE entry_id IN (SELECT value FROM json_each(?1))", json.dumps(list(ids)))[::-1]


def _read(store: Store, where: str, *given: str) -> list[Resolution]:
    renames = store.renames()
    rows = store.rows(
        "SELECT entry_id, r.report_id, a.name, device, clock, at, batch, dispute, x.kind, content, reason, "
        "comment, action, reverts FROM resolutions x JOIN reports r ON r.id = x.report "
        f"JOIN authors a ON a.id = x.author {where} ORDER BY clock, entry_id",
        given,
    )
    return [_resolution(row, renames) for row in rows]


def _resolution(row: tuple[Any, ...], renames: Renames) -> Resolution:
    number, report_id, author, device, clock, at, batch, dispute, kind, content, *rest = row
    said = Answer(kind), by_todays_names(unpacked_ruling(content), renames)
    return Resolution(number, report_id, author, device, clock, at, batch, dispute, *said, *rest)


def packed_ruling(ruling: Ruling) -> str | bytes:
    """Return a ruling as JSON text, compressed when it is large; what is empty is left out."""
    held: dict[str, Any] = {
        "layer": ruling.layer,
        "start": ruling.start,
        "end": ruling.end,
        "authors": list(ruling.authors),
        "rule": ruling.rule,
        "spans": [_statement(said) for said in ruling.statements],
    }
    given = {name: value for name, value in held.items() if value}
    text = json.dumps(given, ensure_ascii=False, separators=(",", ":"))
    return text if len(text) < _LARGE else zlib.compress(text.encode(), 6)


def unpacked_ruling(value: str | bytes) -> Ruling:
    """Return the ruling that `packed_ruling` wrote; raise ValueError, KeyError or TypeError otherwise."""
    held = json.loads(value if isinstance(value, str) else inflated(value))
    return Ruling(
        held.get("layer", ""),
        held.get("start", 0),
        held.get("end", 0),
        tuple(_statement_from(said) for said in held.get("spans", ())),
        tuple(held.get("authors", ())),
        held.get("rule", ""),
    )


def _statement(said: Statement) -> dict[str, Any]:
    held: dict[str, Any] = {
        "id": said.id,
        "start": said.start,
        "end": said.end,
        "layer": said.layer,
        "label": said.label,
    }
    if said.attributes:
        held["attributes"] = dict(said.attributes)
    if said.links:
        held["links"] = [[link.label, link.layer, link.start, link.end, link.target] for link in said.links]
    return held


def _statement_from(held: dict[str, Any]) -> Statement:
    return Statement(
        held["start"],
        held["end"],
        held["layer"],
        held["label"],
        tuple(sorted(held.get("attributes", {}).items())),
        tuple(Link(*link) for link in held.get("links", ())),
        held["id"],
    )
