"""Limiting an export: by report, label, split and date, links following their spans."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from annotator.domain.errors import UserError
from annotator.formats.splits import SHARES

if TYPE_CHECKING:
    from annotator.domain.gold import GoldReport
    from annotator.workspace.carding import Tally
    from annotator.workspace.exporting import ExportRequest
    from annotator.workspace.projects import Project

SPLITS = tuple(SHARES)
_EMPTY = "''"
_SHOWN, _COMPARED = 8, 2_000
"""Names that a refusal offers, and those that are looked through for the likeliest."""


def checked(request: ExportRequest, project: Project) -> ExportRequest:
    """Return a request with its days written in one way; raise UserError for what the project has not.

    That is `unknown-label`, `no-report`, `unknown-split`, `bad-date`, each naming what there is.
    """
    schema = project.schema
    for label in request.labels:
        if label not in schema.by_name:
            there = ", ".join(schema.by_name)
            raise UserError("unknown-label", f"the schema has no label {label or _EMPTY}; it has {there}")
    for split in request.splits:
        if split not in SPLITS:
            raise UserError("unknown-split", f"there is no split {split}; there are {', '.join(SPLITS)}")
    if request.reports and (strange := set(request.reports) - set(project.report_ids())):
        raise UserError("no-report", f"the project has no report {min(strange)}; nothing was changed")
    since, until = _day(request.since), _day(request.until)
    if since and until and since > until:
        raise UserError("bad-date", f"{since} is after {until}; no day lies between them")
    return replace(request, since=since, until=until)


def reports_named(project: Project, names: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of reports by name; raise UserError `no-report` for a name that none has."""
    ids = {row.name: row.id for row in project.rows()} if names else {}
    for name in names:
        if name not in ids:
            like = get_close_matches(name, list(ids)[:_COMPARED], n=_SHOWN, cutoff=0)
            more = f" and {len(ids) - len(like)} more" if len(ids) > len(like) else ""
            there = ", ".join(like) + more or "none"
            raise UserError("no-report", f"no report is named {name or _EMPTY}; there are {there}")
    return tuple(ids[name] for name in names)


def limits(request: ExportRequest, project: Project) -> dict[str, Any]:
    """Return what an export was limited to and taken from, as the manifest says it; empty for all of it."""
    names = [project.row(report_id).name for report_id in request.reports]
    told = {
        "reports": names,
        "labels": list(request.labels),
        "splits": list(request.splits),
        "since": request.since,
        "until": request.until,
        "author": request.author,
        "strategy": request.strategy,
        "unfinished": request.unfinished,
        "candidates": request.candidates,
    }
    return {name: value for name, value in told.items() if value}


def in_words(told: dict[str, Any]) -> str:
    """Say limits in a few words; empty for none."""
    days = f"from {told.get('since', 'the first')} to {told.get('until', 'the last')}"
    parts = [
        *(f"{name} {', '.join(told[name])}" for name in ("reports", "labels", "splits") if name in told),
        *([f"reports dated {days}"] if {"since", "until"} & told.keys() else []),
        *([f"the work of {told['author']}"] if "author" in told else []),
        *([f"where authors differ: {told['strategy']}"] if "strategy" in told else []),
        *(["reports that are not finished too"] if "unfinished" in told else []),
        *(["undecided and rejected candidates too"] if "candidates" in told else []),
    ]
    return "; ".join(parts)


def limited(golds: Iterable[GoldReport], request: ExportRequest, tally: Tally) -> Iterator[GoldReport]:
    """Yield what an export asks for of these reports, counted in `tally`.

    A report without a date is in no range of dates.
    """
    for gold in golds:
        tally.drawn += 1
        if request.splits and gold.split not in request.splits:
            continue
        if (request.since or request.until) and not _is_between(gold.report.date, request):
            continue
        kept = _of_labels(gold, frozenset(request.labels)) if request.labels else gold
        tally.add(kept)
        yield kept


def _day(written: str) -> str:
    if not written:
        return ""
    try:
        return datetime.date.fromisoformat(written).isoformat()
    except ValueError as error:
        raise UserError("bad-date", f"{written} is not a day; write it as 2023-10-19") from error


def _is_between(date: str, request: ExportRequest) -> bool:
    return bool(date) and date >= request.since and (not request.until or date <= request.until)


def _of_labels(gold: GoldReport, labels: frozenset[str]) -> GoldReport:
    spans = tuple(span for span in gold.spans if span.label in labels)
    ids = {span.id for span in spans}
    return replace(
        gold,
        spans=spans,
        relations=tuple(r for r in gold.relations if r.source in ids and r.target in ids),
        decisions=tuple(decision for decision in gold.decisions if decision.span_id in ids),
    )
