"""Doubting: what is doubtful about the figures of a report, and what follows from those of one indicator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.domain.derivations import Derived, Stated, derived
from annotator.domain.doubts import Doubt, doubts_of
from annotator.domain.relations import DURING, MEASURES
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.domain.views import View

_MOST = 40
"""Figures of one indicator that are looked at: more are a column of a table, not a statement."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The figures of one indicator, in reading order, and what follows from them."""

    figures: tuple[Span, ...]
    derived: tuple[Derived, ...]


def statement_of(report: Report, view: View, span: Span) -> Statement:
    """Return the figures that measure what a span measures, or is, itself among them."""
    indicators = [link.target for link in view.relations_from(span.id) if link.label == MEASURES]
    names = indicators or [span.id]
    sources = {link.source for name in names for link in view.relations_to(name) if link.label == MEASURES}
    found = (view.get(source) for source in sources)
    figures = sorted((each for each in found if each is not None and _is_seen(each)), key=_place)[:_MOST]
    return Statement(tuple(figures), tuple(derived([_stated(report, view, each) for each in figures])))


def doubts(report: Report, view: View, span: Span) -> tuple[Doubt, ...]:
    """Return what is doubtful about a span: nothing where it is no figure, or rejected."""
    if "value" not in span.attributes or not _is_seen(span):
        return ()
    links = [link for link in view.relations_from(span.id) if link.label == MEASURES]
    targets = [target for link in links if (target := view.get(link.target)) is not None]
    others = statement_of(report, view, span).figures if targets else ()
    return doubts_of(
        span.label,
        span.attributes,
        indicators=[report.text[target.start : target.end] for target in targets],
        others=[other.attributes for other in others if other.id != span.id],
    )


def all_doubts(report: Report, view: View) -> Iterator[tuple[Span, tuple[Doubt, ...]]]:
    """Yield every figure of a report with its doubts, in reading order; a caller may pause between them."""
    for span in list(view):
        if "value" in span.attributes and view.get(span.id) == span:
            yield span, doubts(report, view, span)


def _stated(report: Report, view: View, span: Span) -> Stated:
    during = (link.target for link in view.relations_from(span.id) if link.label == DURING)
    written = report.text[span.start : span.end]
    return Stated(span.id, span.label, span.start, written, span.attributes, frozenset(during))


def _is_seen(span: Span) -> bool:
    return span.is_standing or span.state is State.CANDIDATE


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end
