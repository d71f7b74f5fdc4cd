"""Splits: which of train, dev and test each report was given when it was first exported."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.store.connection import Store
from annotator.store.seals import SEALED


def splits(store: Store) -> dict[str, str]:
    """Return the split of every report that was given one, by report id."""
    rows = store.rows("SELECT report_id, split FROM splits JOIN reports ON reports.id = splits.report")
    return dict(rows)


def keep_splits(store: Store, given: Mapping[str, str]) -> None:
    """Write down splits by report id; a report that has one keeps it."""
    with store.writing() as connection:
        connection.executemany(
            "INSERT INTO splits(report, split, seal) SELECT report, split, "
            f"seal_of({SEALED['splits']}) FROM (SELECT id AS report, ?1 AS split FROM reports "
            "WHERE report_id = ?2) WHERE 1 ON CONFLICT DO NOTHING",
            [(split, report_id) for report_id, split in given.items()],
        )
