"""Lapses: where one author's own work does not agree with itself, or with a stated boundary rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.domain.relations import MEASURES, Relation
from annotator.domain.reports import Report
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span
from annotator.review.boundary_rules import broken
from annotator.review.scores import INDICATOR
from annotator.text.words import fold, sentences

Work = tuple[Report, AnnotationSet]
"""A report, and one author's set over it."""


class LapseKind(StrEnum):
    """In what one author's work does not agree with itself."""

    LABEL = "label"
    """The same string is labelled otherwise elsewhere."""
    LINK = "link"
    """Figures measure the same name of an indicator elsewhere, and none does here."""
    BOUNDARY = "boundary"
    """The span breaks a boundary rule."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """One span (code points) that does not agree with the rest of its author's work.

    `found` and `wanted` are labels, or texts of the span; of an indicator that is not linked, `wanted` is the
    figure that is likely to measure it and `found` what that one measures instead. `wanted` is empty where
    nothing can be told. `times` counts how often the author did it as wanted, `others` how often as found.
    `borders` are those a rule wants, `rule` names it; `link` is the relation to make.
    """

    kind: LapseKind
    report_id: str
    report: str
    span_id: str
    start: int
    end: int
    label: str
    surface: str
    found: str
    wanted: str
    times: int = 0
    others: int = 0
    rule: str = ""
    borders: tuple[int, int] | None = None
    link: Relation | None = None

    @property
    def is_mendable(self) -> bool:
        """Tell whether it is known what to do about it."""
        return bool(self.wanted) and (self.kind is not LapseKind.LINK or self.link is not None)


def lapses(work: Callable[[], Iterable[Work]]) -> list[Lapse]:
    """Return the lapses of one author, by report and place; `work` gives their sets, twice over.

    Only standing spans count. Strings are compared with tone placement and case aside.
    """
    labels: dict[tuple[str, str], Counter[str]] = {}
    linked: Counter[str] = Counter()
    for report, held in work():
        targets = {r.target for r in held.relations if r.label == MEASURES}
        for span in _standing(held):
            words = _words(report, span)
            labels.setdefault((span.layer, words), Counter())[span.label] += 1
            linked[words] += span.label == INDICATOR and span.id in targets
    odd = {key: counted for key, counted in labels.items() if len(counted) > 1}
    return [
        lapse
        for report, held in work()
        for lapse in (
            *_labelled(report, held, odd),
            *_linked(report, held, linked),
            *_bounded(report, held),
        )
    ]


def _standing(held: AnnotationSet) -> list[Span]:
    return [span for span in held.ordered() if span.is_standing]


def _words(report: Report, span: Span) -> str:
    return " ".join(fold(report.text[span.start : span.end]).split())


def _labelled(
    report: Report, held: AnnotationSet, odd: dict[tuple[str, str], Counter[str]]
) -> Iterator[Lapse]:
    """Yield spans whose label is not the usual one of their string; all of them where none is usual."""
    for span in _standing(held) if odd else ():
        counted = odd.get((span.layer, _words(report, span)))
        if counted is None:
            continue
        (usual, times), (_, next_times) = counted.most_common(2)
        if times == next_times:
            usual, times = "", 0
        if span.label != usual:
            lapse = _lapse(LapseKind.LABEL, report, span, span.label, usual)
            yield replace(lapse, times=times, others=counted[span.label])


def _linked(report: Report, held: AnnotationSet, linked: Counter[str]) -> Iterator[Lapse]:
    """Yield indicators that no figure measures here, though figures measure the same name elsewhere."""
    targets = {relation.target for relation in held.relations if relation.label == MEASURES}
    standing = _standing(held)
    loose = [s for s in standing if s.label == INDICATOR and s.id not in targets]
    loose = [span for span in loose if linked[_words(report, span)]]
    if not loose:
        return
    leads = {relation.source: relation.target for relation in held.relations if relation.label == MEASURES}
    places = sentences(report.text, report.sections)
    for span in loose:
        figure = _nearest(span, [s for s in standing if s.layer == span.layer], leads, places)
        link = None if figure is None else Relation(MEASURES, figure.id, span.id)
        wanted = "" if figure is None else report.text[figure.start : figure.end]
        other = held.spans.get(leads.get(figure.id, "")) if figure is not None else None
        found = "" if other is None else report.text[other.start : other.end]
        lapse = _lapse(LapseKind.LINK, report, span, found, wanted)
        yield replace(lapse, times=linked[_words(report, span)], link=link)


def _nearest(
    span: Span, layer: Sequence[Span], leads: Mapping[str, str], places: Sequence[tuple[int, int]]
) -> Span | None:
    """Return the figure of its sentence that a name is likely to be of.

    That is the next one, unless another name stands between, though it is linked elsewhere; else the nearest
    before it that is linked nowhere.
    """
    around = next((place for place in places if place[0] <= span.start < place[1]), None)
    if around is None:
        return None
    inside = [each for each in layer if around[0] <= each.start and each.end <= around[1]]
    after = next((each for each in inside if each.start >= span.end), None)
    if after is not None and after.label != INDICATOR:
        return after
    free = [s for s in inside if s.end <= span.start and s.label != INDICATOR and s.id not in leads]
    return free[-1] if free else None


def _bounded(report: Report, held: AnnotationSet) -> Iterator[Lapse]:
    for span in _standing(held):
        for rule, (start, end) in broken(report.text, span.start, span.end, span.label)[:1]:
            text = report.text
            lapse = _lapse(LapseKind.BOUNDARY, report, span, text[span.start : span.end], text[start:end])
            yield replace(lapse, rule=rule.name, borders=(start, end))


def _lapse(kind: LapseKind, report: Report, span: Span, found: str, wanted: str) -> Lapse:
    return Lapse(
        kind=kind,
        report_id=report.id,
        report=report.title or report.name,
        span_id=span.id,
        start=span.start,
        end=span.end,
        label=span.label,
        surface=report.text[span.start : span.end],
        found=found,
        wanted=wanted,
    )
