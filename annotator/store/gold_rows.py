"""The rows of a gold file: what one report of gold comes to in each table, and back."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from hashlib import sha256
from operator import itemgetter
from typing import Any

from annotator.domain.gold import Decision, GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.schema import Schema
from annotator.domain.spans import Span, State
from annotator.store.gold_tables import DATE_COLUMNS, FIGURE_COLUMNS
from annotator.text.words import sentences

Row = tuple[Any, ...]
_FIGURES, _DATES = frozenset(FIGURE_COLUMNS), frozenset(DATE_COLUMNS)
_KNOWN = _FIGURES | _DATES
_KEY, _KEYS = itemgetter(0), {"attributes": itemgetter(0, 1)}
"""What orders the rows of a table: its key."""

# Rows hold no row of their own, so that nobody has to look for circles.
_ENCODER = json.JSONEncoder(sort_keys=True, check_circular=False)


class GoldRows:
    """Turns gold into rows by the labels of a schema: which of them are figures, which are dates."""

    def __init__(self, schema: Schema) -> None:
        self.labels = [(k.name, k.layer, k.colour, k.key, k.description) for k in schema.labels]
        self.has_attributes = any(rule.name not in _KNOWN for rule in schema.attributes)
        self._figures = _labels_with(schema, "value")
        self._dates = _labels_with(schema, "date_from")

    def of(self, gold: GoldReport) -> dict[str, list[Row]]:
        """Return a report's rows by table, ids made unique by the report's id in front of them.

        Raises ValueError when a relation or decision names a span that is not there.
        """
        report, key = gold.report, gold.report.id
        ids = {span.id: f"{key}:{span.id}" for span in gold.spans}
        about = (
            key,
            report.name,
            report.title,
            report.text,
            report.sha256,
            report.date or None,
            report.source,
        )
        sections = enumerate(report.sections)
        rows: dict[str, list[Row]] = {
            "reports": [about],
            "sections": [(f"{key}:{at}", key, s.kind.value, s.start, s.end) for at, s in sections],
            "spans": _span_rows(gold, ids),
            "splits": [(key, gold.split)] if gold.split else [],
        }
        try:
            rows["relations"] = [
                (f"{key}:{r.id}", key, r.label, ids[r.source], ids[r.target]) for r in gold.relations
            ]
            rows["decisions"] = [_decision_row(d, ids[d.span_id]) for d in gold.decisions]
        except KeyError as error:
            raise ValueError(f"the gold of {key} names the span {error} but does not hold it") from error
        return rows | self._attributes(gold.spans, ids)

    def _attributes(self, spans: Iterable[Span], ids: Mapping[str, str]) -> dict[str, list[Row]]:
        figures: list[Row] = []
        dates: list[Row] = []
        others: list[Row] = []
        for span in spans:
            held, key = span.attributes, ids[span.id]
            taken: frozenset[str] = frozenset()
            if span.label in self._figures:
                value, *rest = map(held.get, FIGURE_COLUMNS)
                figures.append((key, value, *rest[:2], _number(value), *rest[2:]))
                taken = _FIGURES
            elif span.label in self._dates:
                dates.append((key, *map(held.get, DATE_COLUMNS)))
                taken = _DATES
            # What no column of `figures` or `dates` takes.
            if held and not held.keys() <= taken:
                others += [(key, name, held[name]) for name in sorted(held.keys() - taken)]
        return {"figures": figures, "dates": dates, "attributes": others}


def _span_rows(gold: GoldReport, ids: Mapping[str, str]) -> list[Row]:
    key, text, authors, times = gold.report.id, gold.report.text, gold.authors, gold.decided_at
    return [
        (
            ids[s.id],
            key,
            s.layer,
            s.label,
            s.start,
            s.end,
            text[s.start : s.end],
            authors.get(s.id),
            times.get(s.id),
            s.state.value,
            s.score,
        )
        for s in gold.spans
    ]


def _decision_row(d: Decision, key: str) -> Row:
    return (d.id, key, d.author, d.at, d.action, d.candidate_id or None, d.seconds, d.reason or None)


def span_from(row: Row, attributes: Mapping[str, str]) -> Span:
    """Return the span of a row `(id, report_id, layer, label, start, end, origin, score)`."""
    span_id, report_id, layer, label, start, end, origin, score = row
    return Span(
        id=bare(span_id, report_id),
        start=start,
        end=end,
        layer=layer,
        label=label,
        state=State(origin),
        attributes=attributes,
        score=score,
    )


def relation_from(row: Row) -> Relation:
    """Return the relation of a row `(report_id, label, from_span, to_span)`."""
    report_id, label, source, target = row
    return Relation(label, bare(source, report_id), bare(target, report_id))


def decision_from(row: Row, report_id: str) -> Decision:
    """Return the decision of a row `(id, span_id, author, at, action, candidate_id, seconds, reason)`."""
    key, span_id, author, at, action, candidate, seconds, reason = row
    return Decision(key, bare(span_id, report_id), author, at, action, candidate or "", seconds, reason or "")


def bare(key: str, report_id: str) -> str:
    """Return an id without the report's id in front of it."""
    return key.removeprefix(f"{report_id}:")


def sentence_rows(report: Report) -> list[Row]:
    """Return the sentences of a report as rows of `sections`, of kind `sentence`."""
    key = report.id
    found = sentences(report.text, report.sections)
    return [(f"{key}:s{number}", key, "sentence", start, end) for number, (start, end) in enumerate(found)]


def in_order(rows: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """Return rows by table in the order of their keys: in this order they are hashed, and stored quickest."""
    return {table: sorted(some, key=_KEYS.get(table, _KEY)) for table, some in rows.items()}


def digest(rows: Mapping[str, list[Row]]) -> bytes:
    """Hash rows in order by table; a text counts by its hash, which stands beside it."""
    # How reports are shared out for training says nothing about what is in them.
    told = {table: some for table, some in rows.items() if table != "splits"}
    told["reports"] = [row[:3] + row[4:] for row in told.get("reports", ())]
    return sha256(_ENCODER.encode(told).encode()).digest()


def _labels_with(schema: Schema, attribute: str) -> frozenset[str]:
    return frozenset(label for rule in schema.attributes if rule.name == attribute for label in rule.labels)


def _number(value: str | None) -> float | None:
    """Return a decimal string as the nearest float, None where it is no finite number."""
    try:
        number = float(value) if value else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None
