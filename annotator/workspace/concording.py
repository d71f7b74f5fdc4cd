"""Concording: every place of a project that holds some words, with what stands around and over it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from annotator.domain.ranges import SpanRanges
from annotator.domain.spans import STANDING, Span, State
from annotator.text.words import folded_for_search
from annotator.workspace.searching import Wanted

if TYPE_CHECKING:
    from annotator.store.passages import Mark
    from annotator.workspace.projects import Project

MOST = 20_000
"""Passages found at most: more are not read by anybody."""

_AROUND = 90
"""Code points shown on either side."""

_WHITE = re.compile(r"\s+")

Order = Literal["reports", "left", "right", "hit"]
Standing = Literal["", "decided", "open"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One place that holds the words: `[start, end)` in code points, the text around it on one line.

    `label` is that of the span which lies over the place, empty where none does, and `standing` says whether
    that span is decided or open.
    """

    report_id: str
    report: str
    start: int
    end: int
    left: str
    hit: str
    right: str
    label: str = ""
    standing: Standing = ""
    span_id: str = ""


def passages(
    project: Project, wanted: Wanted, *, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[list[Passage]]:
    """Yield the places that hold the words, a list a report, in order; stop at `MOST` or when cancelled."""
    from annotator.store.passages import texts_with

    if wanted.is_empty:
        return
    whole = replace(wanted, whole=True)
    left = MOST
    for stored in texts_with(project.store, wanted.words):
        if cancelled() or left <= 0:
            return
        ranges = whole.ranges(whole.of(stored.text))[:left]
        if ranges:
            left -= len(ranges)
            name = stored.title or stored.name
            found = [passage_of(stored.report_id, name, stored.text, *place) for place in ranges]
            yield labelled(project, stored.report_id, found)


def labelled(project: Project, report_id: str, held: Sequence[Passage]) -> list[Passage]:
    """Return passages of one report with what lies over them now."""
    from annotator.store.passages import marks

    seen = _Seen(marks(project.store, report_id, project.author))
    return [seen.over(passage) for passage in held]


def arranged(held: Iterable[Passage], order: Order) -> list[int]:
    """Return the numbers of passages in an order; `left` reads outwards from the hit."""
    keys = [_key(passage, order) for passage in held]
    if order == "reports":
        return list(range(len(keys)))
    return sorted(range(len(keys)), key=keys.__getitem__)


def _key(passage: Passage, order: Order) -> tuple[str, str]:
    if order == "left":
        words = " ".join(reversed(passage.left.split()))
    else:
        words = (passage.right if order == "right" else passage.hit).strip()
    return folded_for_search(words), words


def passage_of(report_id: str, name: str, text: str, start: int, end: int) -> Passage:
    """Return a place of a text with what stands around it; nothing is said of what stands over it."""
    return Passage(
        report_id,
        name,
        start,
        end,
        _WHITE.sub(" ", text[max(0, start - _AROUND) : start]),
        _WHITE.sub(" ", text[start:end]),
        _WHITE.sub(" ", text[end : end + _AROUND]),
    )


class _Seen:
    """What an analyst sees over one report: own decisions, and candidates these leave open."""

    def __init__(self, found: Iterable[Mark]) -> None:
        held = list(found)
        decided = {mark.span_id: mark for mark in held if mark.by_person}
        standing = [_span(mark) for mark in decided.values() if mark.state in STANDING]
        hidden = SpanRanges(standing)
        for mark in held:
            if mark.span_id in decided or mark.state != State.CANDIDATE:
                continue
            if not hidden.overlapping(mark.layer, mark.start, mark.end):
                standing.append(_span(mark))
        self._spans = {span.id: span for span in standing}
        self._ranges = SpanRanges(standing)
        self._layers = sorted({span.layer for span in standing})

    def over(self, passage: Passage) -> Passage:
        """Return a passage with the span over it that fits it best: of the same range, decided, short."""
        place = (passage.start, passage.end)
        ids = {i for layer in self._layers for i in self._ranges.overlapping(layer, *place)}
        if not ids:
            return replace(passage, label="", standing="", span_id="")
        best = min(
            (self._spans[span_id] for span_id in ids),
            key=lambda span: ((span.start, span.end) != place, span.is_undecided, span.end - span.start),
        )
        standing: Standing = "open" if best.is_undecided else "decided"
        return replace(passage, label=best.label, standing=standing, span_id=best.id)


def _span(mark: Mark) -> Span:
    return Span(mark.span_id, mark.start, mark.end, mark.layer, mark.label, State(mark.state))
