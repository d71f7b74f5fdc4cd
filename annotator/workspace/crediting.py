"""Crediting: which spans of a resolved set a reviewer settled, when, and why, as gold tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from annotator.domain.disputes import Outcome, Resolution
from annotator.domain.gold import Decision
from annotator.domain.history import EDIT
from annotator.domain.spans import Span

if TYPE_CHECKING:
    from annotator.workspace.projects import Project

Place = tuple[str, int, int, str]
"""Layer, borders (code points) and label of a span: no two spans of a resolved set share them."""


def ruled(spans: Iterable[Span], outcomes: Mapping[str, Outcome]) -> dict[str, Resolution]:
    """Return by span id the resolution that lets it stand, for those spans that one speaks of."""
    there = {(span.layer, span.start, span.end, span.label): span.id for span in spans}
    holding = (each.holds for dispute, each in outcomes.items() if dispute and each.holds is not None)
    return {
        there[place]: row
        for row in sorted(holding, key=lambda row: (row.clock, row.id))
        for one in row.ruling.statements
        if (place := (one.layer, one.start, one.end, one.label)) in there
    }


def review_decisions(project: Project, report_id: str, ruled: Mapping[str, Resolution]) -> Iterator[Decision]:
    """Yield everything reviewers did about the disputes that led to these spans, comments too, in order."""
    from annotator.store.resolutions import resolutions

    spans: dict[str, list[str]] = {}
    for span_id, row in ruled.items():
        spans.setdefault(row.dispute, []).append(span_id)
    for row in resolutions(project.store, report_id):
        for span_id in spans.get(row.dispute, ()):
            yield Decision(
                id=f"{row.id}:{span_id}",
                span_id=span_id,
                author=row.author,
                at=row.at,
                action=row.answer.value if row.action == EDIT else f"{row.action} {row.answer.value}",
                reason="; ".join(filter(None, (row.reason, row.comment))),
            )
