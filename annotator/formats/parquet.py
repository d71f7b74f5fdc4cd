"""Parquet: every standing span a row with its attributes as text, for data frames of any program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.domain.spans import reading_order
from annotator.formats.base import Holds, ParsedReport, Progress, Summary, silent
from annotator.formats.extras import Extra
from annotator.whole_files import whole_path

PARQUET = Extra("pyarrow", "parquet")
COLUMNS = (
    *("report", "report_date", "split", "id", "layer", "label", "start", "end", "text"),
    *("author", "decided_at", "score"),
)
"""The columns before one for each attribute of the schema and one for each relation (ids of targets)."""

_WHOLE = frozenset({"start", "end"})
_PORTION = 50


class Parquet:
    """The format `parquet`: one file, numbers in attributes as exact decimal strings."""

    name = "parquet"
    title = "Parquet table of spans"
    suffix = ".parquet"
    can_read = False
    can_write = True
    holds = Holds(undecided=False)
    needs = PARQUET

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write the spans of every report into the file `path`, which appears when it is complete."""
        PARQUET.require()
        import pyarrow as pa
        import pyarrow.parquet as pq

        attributes = [rule.name for rule in schema.attributes]
        links = [rule.name for rule in schema.relations]
        kinds = [(name, pa.int64() if name in _WHOLE else pa.string()) for name in COLUMNS[:-1]]
        kinds += [("score", pa.float64()), *((name, pa.string()) for name in attributes)]
        shape = pa.schema([*kinds, *((name, pa.list_(pa.string())) for name in links)])
        count = spans = relations = 0
        rows: list[dict[str, Any]] = []
        with whole_path(path) as beside, pq.ParquetWriter(beside, shape) as out:
            for count, gold in enumerate(reports, 1):
                rows += _rows(gold, attributes, links)
                if count % _PORTION == 0:
                    out.write_table(pa.Table.from_pylist(rows, schema=shape))
                    spans, rows = spans + len(rows), []
                relations += len(gold.relations)
                progress(count)
            out.write_table(pa.Table.from_pylist(rows, schema=shape))
            spans += len(rows)
        return Summary(count, spans, relations, (path,))

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Refuse: a table has no report texts to put spans into."""
        raise UserError("cannot-read", "parquet is a format for export only; choose another")


def _rows(gold: GoldReport, attributes: list[str], links: list[str]) -> Iterator[dict[str, Any]]:
    targets: dict[tuple[str, str], list[str]] = {}
    for link in sorted(gold.relations):
        targets.setdefault((link.source, link.label), []).append(f"{gold.report.id}:{link.target}")
    for span in reading_order(span for span in gold.spans if span.is_standing):
        yield {
            "report": gold.report.name,
            "report_date": gold.report.date or None,
            "split": gold.split or None,
            "id": f"{gold.report.id}:{span.id}",
            "layer": span.layer,
            "label": span.label,
            "start": span.start,
            "end": span.end,
            "text": gold.report.text[span.start : span.end],
            "author": gold.authors.get(span.id),
            "decided_at": gold.decided_at.get(span.id),
            "score": span.score,
            **{name: span.attributes.get(name) for name in attributes},
            **{name: targets.get((span.id, name), []) for name in links},
        }
