"""Grouping: the candidates that make one statement, so that one key can accept them together."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.domain.progress import is_shown
from annotator.domain.relations import DURING, HOLDS, MEASURES
from annotator.domain.spans import Span, State
from annotator.domain.views import View, key_of


def open_group(view: View, span: Span) -> list[Span]:
    """Return the open candidates that state one thing with a span, itself among them, in reading order.

    Of a figure or an indicator: the indicator, all its figures, and the dates they hold for. Of a person or
    a position: the person and all positions held. Faint and suppressed candidates are left out.
    """
    ids = {span.id, *_indicator_group(view, span), *_person_group(view, span)}
    spans = filter(None, map(view.get, ids))
    return sorted((each for each in spans if _is_open(view, each) or each.id == span.id), key=key_of)


def _indicator_group(view: View, span: Span) -> set[str]:
    indicators = {span.id, *_targets(view, span.id, MEASURES)}
    figures = {figure for indicator in indicators for figure in _sources(view, indicator, MEASURES)}
    dates = {date for figure in (*figures, span.id) for date in _targets(view, figure, DURING)}
    return indicators | figures | dates


def _person_group(view: View, span: Span) -> set[str]:
    people = {span.id, *_sources(view, span.id, HOLDS)}
    return people | {position for person in people for position in _targets(view, person, HOLDS)}


def _targets(view: View, span_id: str, label: str) -> Iterator[str]:
    return (link.target for link in view.relations_from(span_id) if link.label == label)


def _sources(view: View, span_id: str, label: str) -> Iterator[str]:
    return (link.source for link in view.relations_to(span_id) if link.label == label)


def _is_open(view: View, span: Span) -> bool:
    return span.state is State.CANDIDATE and is_shown(span.score, view.threshold)
