"""Gold files: agreed spans as SQLite that anybody can read, written whole or not at all, and read back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.schema import Schema
from annotator.store.gold_rows import (
    GoldRows,
    Row,
    bare,
    decision_from,
    digest,
    in_order,
    relation_from,
    sentence_rows,
    span_from,
)
from annotator.store.gold_tables import (
    DATE_COLUMNS,
    FIGURE_COLUMNS,
    TABLES,
    finish_tables,
    insert_rows,
    make_attributes,
    make_tables,
)
from annotator.whole_files import unwritable, whole_path

_SETTINGS = (
    # Nobody else sees the file before it is whole, and it is on the disk before it is renamed.
    *("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"),
    # Ids come in no order: with larger pages and 64 MB of them at hand few are written twice.
    *("page_size = 16384", "cache_size = -65536"),
)
_AT_ONCE = 32
"""Reports whose rows are handed to SQLite together."""


@dataclass(frozen=True, slots=True)
class GoldSummary:
    """What a gold file holds: counts, all rows together, and the hash of its content (hex)."""

    reports: int
    spans: int
    relations: int
    rows: int
    content_sha256: str


def write_gold(
    path: Path,
    reports: Iterable[GoldReport],
    *,
    schema: Schema,
    meta: Mapping[str, str],
    progress: Callable[[int], None] | None = None,
    full_text: bool = True,
) -> GoldSummary:
    """Write a gold file, for its owner only (0600), beside its place and renamed when complete.

    The same gold gives the same `content_sha256`, whatever the order of reports and the `meta`. `progress`
    is told the number of reports done and may raise to stop. Raises UserError `cannot-write`, `disk-full`,
    `is-a-project`, or ValueError for gold that names a span it does not hold; then nothing was changed.
    """
    if path.suffix == ".annotator":
        raise UserError("is-a-project", f"{path.name} is the name of a project; give the gold another name")
    with _beside(path) as part, closing(sqlite3.connect(part, isolation_level=None)) as connection:
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN")
        summary = _Writing(connection, schema).write(reports, progress)
        stated = {**meta, "content_sha256": summary.content_sha256}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(stated.items()))
        finish_tables(connection, full_text=full_text)
        connection.execute("COMMIT")
    return summary


class _Writing:
    """Rows on their way into one gold file."""

    def __init__(self, connection: sqlite3.Connection, schema: Schema) -> None:
        self._connection = connection
        self._rows = GoldRows(schema)
        self._waiting: defaultdict[str, list[Row]] = defaultdict(list)
        self._digests: list[bytes] = []
        self._written: dict[str, int] = {}
        make_tables(connection, attributes=self._rows.has_attributes)

    def write(self, reports: Iterable[GoldReport], progress: Callable[[int], None] | None) -> GoldSummary:
        self._take({"labels": sorted(self._rows.labels)})
        known = {row[0] for row in self._rows.labels}
        for number, gold in enumerate(reports, start=1):
            self._take(self._rows.of(gold))
            retired = {s.label: s.layer for s in gold.spans if s.label not in known}
            known.update(retired)
            self._waiting["labels"] += [
                (label, layer, "", "", "") for label, layer in sorted(retired.items())
            ]
            # Sentences follow from the text: they are in no hash, so that cutting them better changes none.
            self._waiting["sections"] += sentence_rows(gold.report)
            if number % _AT_ONCE == 0:
                self._flush()
            if progress is not None:
                progress(number)
        self._flush()
        counted = self._written
        return GoldSummary(
            counted.get("reports", 0),
            counted.get("spans", 0),
            counted.get("relations", 0),
            sum(counted.values()),
            sha256(b"".join(sorted(self._digests))).hexdigest(),
        )

    def _take(self, rows: Mapping[str, list[Row]]) -> None:
        ordered = in_order(rows)
        self._digests.append(digest(ordered))
        for table, some in ordered.items():
            self._waiting[table] += some

    def _flush(self) -> None:
        for table in (*TABLES, "attributes"):
            if rows := self._waiting.pop(table, None):
                if table == "attributes":
                    # A span may bear what its label has no more, or what an extractor of others made up.
                    make_attributes(self._connection)
                insert_rows(self._connection, table, rows)
                self._written[table] = self._written.get(table, 0) + len(rows)


def read_gold(path: Path) -> Iterator[GoldReport]:
    """Yield the reports of a gold file in the order they were written.

    What the tables do not keep (evidence, notes, extractor, hash of the original bytes) is empty. Raises
    UserError `missing-file`, `not-gold`, `bad-gold`.
    """
    if not path.is_file():
        raise UserError("missing-file", f"there is no gold file {path}; check the path and repeat")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            held = {
                row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            }
            if not held >= TABLES.keys():
                raise UserError("not-gold", f"{path.name} has not the tables of a gold file; choose another")
            for (report_id,) in connection.execute("SELECT id FROM reports ORDER BY rowid").fetchall():
                yield _report(connection, report_id, attributes="attributes" in held)
    except (sqlite3.Error, ValueError, TypeError) as error:
        code = "bad-gold" if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_NOTADB else "not-gold"
        raise UserError(
            code, f"{path.name} cannot be read as gold; export it again or choose another"
        ) from error


def _report(connection: sqlite3.Connection, report_id: str, *, attributes: bool) -> GoldReport:
    def rows(sql: str) -> list[Any]:
        return connection.execute(sql, (report_id,)).fetchall()

    ((name, text, title, date, source),) = rows(
        "SELECT name, text, title, report_date, source FROM reports WHERE id = ?"
    )
    sections = rows(
        "SELECT kind, start, \"end\" FROM sections WHERE report_id = ? AND kind <> 'sentence' "
        "ORDER BY CAST(substr(id, length(report_id) + 2) AS INTEGER)"
    )
    of_span = "SELECT {} FROM {} JOIN spans ON spans.id = span_id WHERE spans.report_id = ?"
    held: dict[str, dict[str, str]] = {}
    for table, columns in (("figures", FIGURE_COLUMNS), ("dates", DATE_COLUMNS)):
        for key, *values in rows(of_span.format(", ".join(("span_id", *columns)), table)):
            held[key] = {c: str(v) for c, v in zip(columns, values, strict=True) if v is not None}
    for key, attribute, value in (
        rows(of_span.format("span_id, name, value", "attributes")) if attributes else ()
    ):
        held.setdefault(key, {})[attribute] = value
    spans = rows(
        'SELECT id, report_id, layer, label, start, "end", origin, score, author, decided_at FROM spans '
        'WHERE report_id = ? ORDER BY start, "end" DESC, layer, id'
    )
    links = rows(
        "SELECT report_id, label, from_span, to_span FROM relations WHERE report_id = ? ORDER BY label, id"
    )
    decided = rows(
        "SELECT d.id, span_id, d.author, at, action, candidate_id, seconds, reason FROM decisions d "
        "JOIN spans ON spans.id = span_id WHERE spans.report_id = ? ORDER BY at, d.id"
    )
    splits = rows("SELECT split FROM splits WHERE report_id = ?")
    return GoldReport(
        report=Report(
            name,
            text,
            title,
            date or "",
            source,
            sections=tuple(Section(SectionKind(kind), start, end) for kind, start, end in sections),
        ),
        spans=tuple(span_from(row[:8], held.get(row[0], {})) for row in spans),
        relations=tuple(sorted(map(relation_from, links))),
        authors={bare(row[0], report_id): row[8] for row in spans if row[8] is not None},
        decided_at={bare(row[0], report_id): row[9] for row in spans if row[9] is not None},
        decisions=tuple(decision_from(row, report_id) for row in decided),
        split=splits[0][0] if splits else "",
    )


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Give a new file in the same folder that takes the place of `path` when the block ends well."""
    try:
        with whole_path(path) as part:
            yield part
    except sqlite3.OperationalError as error:
        full = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL
        raise unwritable(path, str(error), full=full) from error
