"""Lists of disputes as they were last found, each with what it was found from, to open the queue at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from annotator.domain.disputes import DisputeKind, Line
from annotator.store.connection import Store
from annotator.store.seals import SEALED

_FORM = "1"
"""Raised when disputes are found or written otherwise, so that lists of an older program are made anew."""


_FINISHED = (
    "(SELECT count(*) FROM sets s JOIN authors a ON a.id = s.author "
    "WHERE s.report = r.id AND s.finished AND a.kind = 'person')"
)


def marks(store: Store, *, machines: bool) -> dict[str, str]:
    """Return how far their sets and review have come, by the ids of the reports that may have disputes.

    Equal marks mean equal disputes. A report may have some when two persons finished it, or one where what
    machines say counts too; when one flagged something; or when it had some before.
    """
    schemas = store.rows("SELECT coalesce(max(id), 0) FROM schemas")[0][0]
    rows = store.rows(
        "SELECT r.report_id, "
        "(SELECT max(j.id) FROM sets JOIN journal j ON j.set_id = sets.id WHERE sets.report = r.id), "
        "(SELECT max(x.id) FROM resolutions x WHERE x.report = r.id) "
        f"FROM reports r WHERE {_FINISHED} >= ?1 "
        f"OR ({_FINISHED} > 0 AND EXISTS (SELECT 1 FROM counts c WHERE c.report = r.id AND c.flagged > 0)) "
        "OR EXISTS (SELECT 1 FROM dispute_lists d WHERE d.report = r.id AND d.machines = ?2) ORDER BY r.id",
        (1 if machines else 2, int(machines)),
    )
    # A label that is renamed changes spans without a row of the journal.
    return {name: f"{_FORM}:{schemas}:{edit or 0}:{resolution or 0}" for name, edit, resolution in rows}


def kept_lists(store: Store, *, machines: bool) -> dict[str, tuple[str, list[Line]]]:
    """Return by report id the stamp and the lines of the lists that were kept."""
    rows = store.rows(
        "SELECT r.report_id, r.title, r.name, d.stamp, d.content FROM dispute_lists d "
        "JOIN reports r ON r.id = d.report WHERE d.machines = ?",
        (int(machines),),
    )
    # Read as one value, which is many times faster than a text at a time.
    contents = json.loads(f"[{','.join(row[4] for row in rows)}]")
    return {
        report_id: (stamp, [_line(report_id, title or name, held) for held in content])
        for (report_id, title, name, stamp, _), content in zip(rows, contents, strict=True)
    }


def open_counts(store: Store, report_id: str = "") -> dict[str, int]:
    """Return by report id how many disputes between persons were open when last found; none left out."""
    # One report is asked for after every key, so that it is looked up and not looked for.
    one = "AND d.report = (SELECT id FROM reports WHERE report_id = ?1)" if report_id else "AND ?1 = ''"
    rows = store.rows(
        "SELECT r.report_id, d.open FROM dispute_lists d JOIN reports r ON r.id = d.report "
        f"WHERE d.machines = 0 AND d.open > 0 {one}",
        (report_id,),
    )
    return dict(rows)


def keep_lists(store: Store, lists: Mapping[str, tuple[str, Iterable[Line]]], *, machines: bool) -> None:
    """Keep the lines of reports with the stamps they were found under."""
    found = ((name, stamp, list(lines)) for name, (stamp, lines) in lists.items())
    rows = [
        (
            int(machines),
            stamp,
            sum(not line.is_settled for line in lines),
            json.dumps([_packed(line) for line in lines], ensure_ascii=False, separators=(",", ":")),
            name,
        )
        for name, stamp, lines in found
    ]
    with store.writing() as connection:
        connection.executemany(
            f"INSERT INTO dispute_lists(report, machines, stamp, open, content, seal) SELECT *, "
            f"seal_of({SEALED['dispute_lists']}) FROM (SELECT id AS report, ?1 AS machines, ?2 AS stamp, "
            "?3 AS open, ?4 AS content FROM reports WHERE report_id = ?5) WHERE 1 "
            "ON CONFLICT (report, machines) DO UPDATE SET stamp = excluded.stamp, open = excluded.open, "
            "content = excluded.content, seal = excluded.seal",
            rows,
        )


def _packed(line: Line) -> list[Any]:
    return [
        line.id,
        line.layer,
        line.start,
        line.end,
        list(line.kinds),
        list(line.labels),
        [list(names) for names in line.authors],
        line.surface,
        line.severity,
        line.rule,
        int(line.has_majority),
        int(line.is_settled),
    ]


_KINDS = {kind.value: kind for kind in DisputeKind}


def _line(report_id: str, report: str, held: list[Any]) -> Line:
    number, layer, start, end, kinds, labels, authors, surface, severity, rule, majority, settled = held
    return Line(
        number,
        report_id,
        report,
        layer,
        start,
        end,
        tuple(_KINDS[kind] for kind in kinds),
        tuple(labels),
        tuple(map(tuple, authors)),
        surface,
        severity,
        rule,
        bool(majority),
        bool(settled),
    )
