"""Limiting an export: by label, split and date, links following their spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.domain.gold import GoldReport
    from annotator.workspace.carding import Tally
    from annotator.workspace.exporting import ExportRequest


def limited(golds: Iterable[GoldReport], request: ExportRequest, tally: Tally) -> Iterator[GoldReport]:
    """Yield what an export asks for of these reports, counted in `tally`.

    A report without a date is in no range of dates.
    """
    for gold in golds:
        if request.splits and gold.split not in request.splits:
            continue
        if (request.since or request.until) and not _is_between(gold.report.date, request):
            continue
        kept = _of_labels(gold, frozenset(request.labels)) if request.labels else gold
        tally.add(kept)
        yield kept


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
