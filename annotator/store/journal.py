"""The journal: edits written with the current rows in one transaction, and read back in order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from annotator.domain.edits import Edit
from annotator.domain.errors import StaleEditError, UserError
from annotator.domain.history import Draft, Entry
from annotator.domain.progress import Counts
from annotator.domain.relations import Relation
from annotator.domain.renames import Renames
from annotator.domain.spans import Span
from annotator.store.connection import Store
from annotator.store.devices import RESTORED_CLOCK
from annotator.store.memory import learn
from annotator.store.rows import SPAN_COLUMNS, collection_paused, packed, span_row, spans_from, unpacked
from annotator.store.seals import append, seal_rows

__all__ = ["Draft", "Entry", "commit", "entries", "keep_counts", "reports_of_batch"]

_UPSERT_SPAN = (
    f"INSERT INTO spans(set_id, entry, {SPAN_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
)
_TWICE = (sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE)
_CHANGE_SPAN = (
    "ON CONFLICT (set_id, span_id) DO UPDATE SET "
    'start = excluded.start, "end" = excluded."end", layer = excluded.layer, label = excluded.label, '
    "state = excluded.state, attributes = excluded.attributes, score = excluded.score, "
    "extractor = excluded.extractor, evidence = excluded.evidence, note = excluded.note, "
    "flagged = excluded.flagged, entry = excluded.entry"
)


def commit(
    store: Store,
    drafts: Sequence[Draft],
    counts: Mapping[tuple[str, str], Counts],
    *,
    last: Mapping[str, int] | None = None,
) -> list[Entry]:
    """Write journal rows, current rows and counts (by report id and author) in one transaction.

    Counts under the author `""` are for anybody who has not begun. `last` holds, by report id, the `last_row`
    that drafts and counts were worked out from. Raises StaleEditError when a `before` is not what is stored
    or a report has got further rows since, UserError `no-report` or `unknown-author`, and those of
    `Store.writing`; then nothing was written.
    """
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    with store.writing() as connection:
        # The clock is written first: the transaction holds the write lock before it reads anything.
        advance = "UPDATE clock SET value = value + ? RETURNING value"
        ((clock,),) = connection.execute(advance, (len(drafts),)).fetchall()
        if any(last_row(store, report_id) != row for report_id, row in (last or {}).items()):
            raise StaleEditError("the report has changed since; look again and repeat")
        first = clock - len(drafts) + 1
        written = [
            _write(connection, _entry(draft, device=store.device, clock=first + number, at=at))
            for number, draft in enumerate(drafts)
        ]
        keep_counts(connection, counts)
        for draft in drafts:
            learn(connection, draft.author, draft.taught)
    return written


LATEST = (
    "max(coalesce((SELECT max(clock) FROM journal), 0), coalesce((SELECT max(clock) FROM resolutions), 0), "
    "coalesce((SELECT max(clock) FROM schemas), 0), "
    f"coalesce((SELECT CAST(value AS INTEGER) FROM settings WHERE key = '{RESTORED_CLOCK}'), 0))"
)
"""The clock of the latest row there is, or was when the project was restored."""


def catch_up(connection: sqlite3.Connection) -> None:
    """Set the clock to that of the latest row it counts; runs inside the caller's transaction."""
    connection.execute(f"UPDATE clock SET value = {LATEST}")


def last_row(store: Store, report_id: str) -> int:
    """Return the number of the latest journal row of a report, 0 while it has none."""
    rows = store.rows(
        "SELECT coalesce(max(j.id), 0) FROM journal j JOIN sets ON sets.id = j.set_id "
        "WHERE sets.report = (SELECT id FROM reports WHERE report_id = ?)",
        (report_id,),
    )
    return int(rows[0][0])


def last_edits(store: Store) -> dict[tuple[str, str], str]:
    """Return when each set was changed last (ISO 8601, UTC), by report id and author."""
    rows = store.rows(
        "SELECT r.report_id, a.name, max(j.at) FROM sets JOIN journal j ON j.set_id = sets.id "
        "JOIN reports r ON r.id = sets.report JOIN authors a ON a.id = sets.author GROUP BY sets.id"
    )
    return {(report_id, author): at for report_id, author, at in rows}


def entries(
    store: Store,
    report_id: str,
    *,
    author: str | None = None,
    set_author: str | None = None,
    everything: bool = False,
) -> list[Entry]:
    """Return the journal of a report in (clock, id) order, labels and values by their names of today.

    Where given, of the edits that `author` made, or of those made in the set of `set_author`. An entry that
    did not fit as it stands after a merge comes with what it changed, and not at all where it changed
    nothing; with `everything` all come as they were written.
    """
    rows = store.rows(
        f"SELECT {_ENTRY_COLUMNS.format(*(_AS_WRITTEN if everything else _AS_APPLIED))} FROM journal j "
        "LEFT JOIN partly_applied p ON p.entry = j.id JOIN sets ON sets.id = j.set_id "
        "JOIN authors owner ON owner.id = sets.author JOIN authors maker ON maker.id = j.author "
        "WHERE sets.report = (SELECT id FROM reports WHERE report_id = ?1) "
        "AND (?2 IS NULL OR maker.name = ?2) AND (?3 IS NULL OR owner.name = ?3) "
        "AND (?4 OR p.entry IS NULL OR p.before <> '{}' OR p.after <> '{}') "
        "ORDER BY j.clock, j.entry_id",
        (report_id, author, set_author, everything),
    )
    renames = store.renames()
    with collection_paused():
        return [_entry_from(report_id, row, renames) for row in rows]


def reports_of_batch(store: Store, batch: str) -> list[str]:
    """Return the ids of the reports that a batch shared between reports touched, as they were added."""
    rows = store.rows(
        "SELECT DISTINCT r.id, r.report_id FROM journal j JOIN sets ON sets.id = j.set_id "
        "JOIN reports r ON r.id = sets.report "
        # The bounds are those of the index, which is used only where they are said again.
        "WHERE j.batch = ? AND j.batch >= '+' AND j.batch < ',' ORDER BY r.id",
        (batch,),
    )
    return [report_id for _, report_id in rows]


_ENTRY_COLUMNS = (
    "j.entry_id, owner.name, maker.name, j.device, j.clock, j.at, j.batch, j.label, {}, {}, "
    "j.answers, j.reverts, j.action, j.seconds, j.reason"
)
_AS_WRITTEN = ("j.before", "j.after")
_AS_APPLIED = ("coalesce(p.before, j.before)", "coalesce(p.after, j.after)")


def _entry_from(report_id: str, row: tuple[Any, ...], renames: Renames) -> Entry:
    entry_id, owner, maker, device, clock, at, batch, label, before, after, answers, *rest = row
    edit = Edit(label, unpacked(before), unpacked(after))
    if renames:
        edit = renames.edit(edit)
    return Entry(
        entry_id, report_id, owner, maker, device, clock, at, batch, edit, tuple(json.loads(answers)), *rest
    )


def _entry(draft: Draft, *, device: str, clock: int, at: str) -> Entry:
    return Entry(
        id=uuid4().hex,
        report_id=draft.report_id,
        set_author=draft.set_author,
        author=draft.author,
        device=device,
        clock=clock,
        at=at,
        batch=draft.batch,
        edit=draft.edit,
        answers=draft.answers,
        reverts=draft.reverts,
        action=draft.action,
        seconds=draft.seconds,
        reason=draft.reason,
    )


def _write(connection: sqlite3.Connection, entry: Entry) -> Entry:
    set_id, finished, _ = _set(connection, entry.report_id, entry.set_author)
    _refuse_stale(connection, set_id, finished, entry.edit)
    row = keep_entry(connection, entry)
    _apply(connection, set_id, row, entry.edit)
    return entry


def keep_entry(connection: sqlite3.Connection, entry: Entry) -> int:
    """Write an entry and the seconds spent on it, not what it does; return its row, inside a transaction.

    Raises UserError `no-report` or `unknown-author`.
    """
    set_id, _, owner = _set(connection, entry.report_id, entry.set_author)
    is_own = entry.author == entry.set_author
    row = append(
        connection,
        "journal",
        (
            entry.id,
            set_id,
            owner if is_own else _author(connection, entry.author),
            entry.device,
            entry.clock,
            entry.at,
            entry.batch,
            entry.action,
            entry.reverts,
            entry.edit.label,
            packed(entry.edit.before),
            packed(entry.edit.after),
            json.dumps(entry.answers, separators=(",", ":")),
            None if entry.seconds is None else float(entry.seconds),
            entry.reason,
        ),
    )
    if entry.seconds:
        own = set_id if is_own else _set(connection, entry.report_id, entry.author)[0]
        connection.execute("UPDATE sets SET seconds = seconds + ? WHERE id = ?", (entry.seconds, own))
    return row


def _set(connection: sqlite3.Connection, report_id: str, author: str) -> tuple[int, bool, int]:
    """Return the number of a set, made when it is new, whether it is finished, and its author's number."""
    held = connection.execute(
        "SELECT id, finished, author FROM sets WHERE report = (SELECT id FROM reports WHERE report_id = ?) "
        "AND author = (SELECT id FROM authors WHERE name = ?)",
        (report_id, author),
    ).fetchone()
    if held is not None:
        return held[0], bool(held[1]), held[2]
    number = _author(connection, author)
    made = connection.execute(
        "INSERT INTO sets(report, author) SELECT id, ? FROM reports WHERE report_id = ?", (number, report_id)
    )
    if not made.rowcount:
        raise UserError("no-report", f"the project has no report {report_id}; nothing was changed")
    seal_rows(connection, "sets", "id = ?", (made.lastrowid,))
    return made.lastrowid or 0, False, number


def _author(connection: sqlite3.Connection, name: str) -> int:
    found = connection.execute("SELECT id FROM authors WHERE name = ?", (name,)).fetchone()
    if found is None:
        raise UserError("unknown-author", f"the project has no author {name}; nothing was changed")
    return int(found[0])


def _refuse_stale(connection: sqlite3.Connection, set_id: int, finished: bool, edit: Edit) -> None:
    """Raise StaleEditError unless the set holds `before` exactly."""
    before = {span.id: span for span in edit.before.spans}
    if len(before) != len(edit.before.spans) or _stored(connection, set_id, before) != before:
        raise StaleEditError("the span has changed since; look again and repeat")
    for relation in edit.before.relations:
        if not _holds(connection, set_id, relation):
            raise StaleEditError("the relation has changed since; look again and repeat")
    if edit.before.finished is not None and edit.before.finished != finished:
        raise StaleEditError("the report was finished or reopened since; look again and repeat")


def _stored(connection: sqlite3.Connection, set_id: int, span_ids: Collection[str]) -> dict[str, Span]:
    """Return those of the spans that a set holds; each is looked up, however large the set is."""
    if not span_ids:
        return {}
    rows = connection.execute(
        f"SELECT {SPAN_COLUMNS} FROM json_each(?) CROSS JOIN spans ON set_id = ? AND span_id = value",
        (json.dumps(list(span_ids)), set_id),
    )
    return {span.id: span for span in spans_from(rows)}


def _holds(connection: sqlite3.Connection, set_id: int, relation: Relation) -> bool:
    sql = "SELECT 1 FROM relations WHERE set_id = ? AND source = ? AND label = ? AND target = ?"
    return bool(
        connection.execute(sql, (set_id, relation.source, relation.label, relation.target)).fetchall()
    )


def _apply(connection: sqlite3.Connection, set_id: int, row: int, edit: Edit) -> None:
    """Bring the current rows of a set from `before` to `after`."""
    old = {span.id for span in edit.before.spans}
    new = {span.id for span in edit.after.spans}
    try:
        _delete(connection, set_id, old - new, edit.before.relations - edit.after.relations)
        for sql, spans in (
            (_UPSERT_SPAN, (span for span in edit.after.spans if span.id not in old)),
            (_UPSERT_SPAN + _CHANGE_SPAN, (span for span in edit.after.spans if span.id in old)),
        ):
            connection.executemany(sql, ((set_id, row, *span_row(span)) for span in spans))
        connection.executemany(
            "INSERT INTO relations(set_id, label, source, target, entry) VALUES (?, ?, ?, ?, ?)",
            (
                (set_id, r.label, r.source, r.target, row)
                for r in sorted(edit.after.relations - edit.before.relations)
            ),
        )
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode not in _TWICE:
            raise
        raise StaleEditError(
            "a span or relation of that id is there already; look again and repeat"
        ) from error
    if edit.after.finished is not None:
        connection.execute("UPDATE sets SET finished = ? WHERE id = ?", (int(edit.after.finished), set_id))


def _delete(
    connection: sqlite3.Connection, set_id: int, spans: Iterable[str], relations: Iterable[Relation]
) -> None:
    connection.executemany(
        "DELETE FROM spans WHERE set_id = ? AND span_id = ?", ((set_id, span_id) for span_id in spans)
    )
    connection.executemany(
        "DELETE FROM relations WHERE set_id = ? AND source = ? AND label = ? AND target = ?",
        ((set_id, r.source, r.label, r.target) for r in relations),
    )


def keep_counts(connection: sqlite3.Connection, counts: Mapping[tuple[str, str], Counts]) -> None:
    """Write counts by report id and author; runs inside the caller's transaction."""
    connection.executemany(
        "INSERT INTO counts(author, report, open, decided, figures, flagged) "
        "SELECT ?, id, ?, ?, ?, ? FROM reports WHERE report_id = ? "
        "ON CONFLICT (author, report) DO UPDATE SET open = excluded.open, decided = excluded.decided, "
        "figures = excluded.figures, flagged = excluded.flagged",
        ((author, c.left, c.decided, c.figures, c.flagged, report) for (report, author), c in counts.items()),
    )
