"""Names of what figures measure where the rules see none: a second reading, learned from passages."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from annotator.domain.relations import MEASURES
from annotator.domain.reports import Report, inside
from annotator.domain.spans import Evidence, Piece, Span
from annotator.extract.base import Match
from annotator.extract.calibration import calibrated
from annotator.extract.chains import labelled, weights

RULE = "indicator: second reading"
TABLE = "indicator_weights"
INDICATOR = "INDICATOR"
_GUESS = 0.6
_SURE = 0.5
"""Share under which a name is not believed, that of its least sure word."""
_WORD = re.compile(r"\w+|[^\w\s]")
_LINE = re.compile(r"[^\n]+")
_BORDERS = frozenset(",;:-–+()")
_FAR = 99
_SHOWN_BY_LABEL = frozenset({"DATE", "PERSON"})
"""Entities that are all alike to the reading, whatever their words."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of one sentence: half-open code points, what each is read as, and the features of each."""

    words: tuple[Range, ...]
    features: tuple[tuple[str, ...], ...]


def with_second_reading(report: Report, entities: Sequence[Span], figures: Sequence[Span]) -> list[Span]:
    """Return the candidates of layer `figure` with names found by the second reading, in reading order.

    A name is taken where no other candidate of the layer is, for the figure that follows it in its line, when
    the rules saw no name between the two; figures that shared the name before with it go along.
    """
    names: list[Span] = []
    links: dict[str, Range] = {}
    for line, held, beside in _lines_to_read(report.text, figures, entities):
        taken = list(held)
        for start, end, sureness in _found(report, line, held, beside):
            follower = _follower(held, taken, start, end, links)
            if follower is not None and sureness >= _SURE and not inside(report.chrome, start, end):
                name = _name(start, end, follower.extractor)
                names.append(name)
                taken.append(name)
                links |= dict.fromkeys(_sharing(held, follower, links), (start, end))
    linked = [_linked(span, links[span.id]) if span.id in links else span for span in figures]
    return _in_order([*_still_used(linked, figures), *names])


def sentences(text: str, line: Range, spans: Sequence[Span], nameless: Iterable[Span]) -> Iterator[Sentence]:
    """Yield the sentences of a line that hold a figure to be named, read with all entities and figures."""
    wanted = {span.start for span in nameless}
    read = _read_as(spans)
    words: list[Range] = []
    for found in _WORD.finditer(text, *line):
        words.append(found.span())
        if found[0] == "." and found.start() not in read and text[found.end() : found.end() + 1] in (" ", ""):
            yield from _sentence(text, words, read, wanted)
            words = []
    yield from _sentence(text, words, read, wanted)


def _read_as(spans: Iterable[Span]) -> Mapping[int, str]:
    """Return by code point what it is part of: `F` and the label of a figure, `E` and that of an entity."""
    read: dict[int, str] = {}
    for span in sorted(spans, key=lambda span: span.layer != "figure"):
        if span.label != INDICATOR:
            kind = ("F" if span.layer == "figure" else "E") + span.label
            for at in range(span.start, span.end):
                read.setdefault(at, kind)
    return read


def _sentence(
    text: str, words: Sequence[Range], read: Mapping[int, str], wanted: Collection[int]
) -> Iterator[Sentence]:
    if any(start in wanted for start, _ in words):
        kinds = [read.get(start, "") for start, _ in words]
        yield Sentence(tuple(words), tuple(_features(text, words, kinds)))


def _features(text: str, words: Sequence[Range], kinds: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield what is said of each word: itself, its neighbours, how far a border and a figure are."""
    seen = [_seen(text[slice(*word)], kind) for word, kind in zip(words, kinds, strict=True)]
    figure = [sign.startswith("<F") for sign in seen]
    ahead = _distances(figure[::-1])[::-1]
    since = _distances([sign in _BORDERS for sign in seen])
    around = ["^"] * 4 + seen + ["$"] * 4
    for at, (start, end) in enumerate(words):
        here = at + 4
        next_, past = min(ahead[at], 8), min(since[at], 6)
        to = here + ahead[at] if ahead[at] < _FAR else 0
        yield (
            "b",
            f"w={seen[at]}",
            f"l={kinds[at]}",
            f"sh={_shape(text[start:end])}",
            *(f"w{k}={around[here + k]}" for k in (-4, -3, -2, -1, 1, 2, 3, 4)),
            *(f"bi{k}={around[here + k]}_{around[here + k + 1]}" for k in (-2, -1, 0, 1)),
            *(f"tri{k}={'_'.join(around[here + k : here + k + 3])}" for k in (-2, -1, 0)),
            f"nx={next_}",
            f"pv={past}",
            f"nxpv={next_}_{past}",
            f"nf={around[to] if to else '-'}",
            f"nfp={around[to - 1] if to else '-'}_{around[to - 2] if to else '-'}",
        )


def _seen(word: str, kind: str) -> str:
    if kind.startswith("F") or kind[1:] in _SHOWN_BY_LABEL:
        return f"<{kind}>"
    return word.lower()


def _shape(word: str) -> str:
    if word.isupper():
        return "U"
    if word[:1].isupper():
        return "T"
    return "d" if word[:1].isdigit() else "x"


def _distances(marked: Sequence[bool]) -> list[int]:
    """Return how many words before each one the last marked one is, at most `_FAR`."""
    found, last = [], _FAR
    for each in marked:
        last = 0 if each else min(_FAR, last + 1)
        found.append(last)
    return found


def _lines_to_read(
    text: str, figures: Sequence[Span], entities: Sequence[Span]
) -> Iterator[tuple[Range, Sequence[Span], Sequence[Span]]]:
    """Yield the lines in which a figure is nameless, with their candidates of layer `figure` and `entity`."""
    figures, entities = _in_order(figures), _in_order(entities)
    starts = [span.start for span in figures]
    beside = [span.start for span in entities]
    at = 0
    while at < len(figures):
        begin = text.rfind("\n", 0, starts[at]) + 1
        end = text.find("\n", starts[at])
        end = len(text) if end < 0 else end
        held = figures[at : bisect_left(starts, end)]
        if any(True for _ in _nameless(held)):
            yield (begin, end), held, entities[bisect_left(beside, begin) : bisect_left(beside, end)]
        at += len(held)


def _in_order(spans: Iterable[Span]) -> list[Span]:
    return sorted(spans, key=lambda span: (span.start, span.end))


def _nameless(held: Sequence[Span]) -> Iterator[Span]:
    """Yield the figures of a line that have no name between the figure before and themselves."""
    for before, span in pairwise([None, *held]):
        if span is not None and _is_figure(span) and (before is None or _is_figure(before)):
            yield span


def _is_figure(span: Span) -> bool:
    return span.label != INDICATOR


def _found(
    report: Report, line: Range, held: Sequence[Span], beside: Sequence[Span]
) -> Iterator[tuple[int, int, float]]:
    """Yield the names the reading sees in a line, and how sure the least sure word of each is."""
    learned = weights(TABLE)
    for sentence in sentences(report.text, line, [*held, *beside], _nameless(held)):
        name: list[tuple[Range, float]] = []
        for word, (label, share) in zip(sentence.words, labelled(sentence.features, learned), strict=True):
            if label != "I" and name:
                yield _whole(name)
                name = []
            if label == "B" or (label == "I" and name):
                name.append((word, share))
        if name:
            yield _whole(name)


def _whole(name: Sequence[tuple[Range, float]]) -> tuple[int, int, float]:
    return name[0][0][0], name[-1][0][1], min(share for _, share in name)


def _follower(
    held: Sequence[Span], taken: Sequence[Span], start: int, end: int, links: Mapping[str, Range]
) -> Span | None:
    """Return the figure a new name is for; None where it meets a candidate or another name stands nearer."""
    if any(span.start < end and start < span.end for span in taken):
        return None
    following = next((span for span in held if span.start >= end), None)
    if following is None or not _is_figure(following):
        return None
    target = _target(following, links)
    return following if target is None or target[1] <= start else None


def _sharing(held: Sequence[Span], first: Span, links: Mapping[str, Range]) -> Iterator[str]:
    """Yield the ids of a figure and of those after it that shared its name so far, up to the next name."""
    old = _target(first, links)
    yield first.id
    for span in held:
        if span.start > first.start:
            if span.label == INDICATOR:
                return
            if _target(span, links) == old:
                yield span.id


def _target(span: Span, links: Mapping[str, Range]) -> Range | None:
    if span.id in links:
        return links[span.id]
    return next(
        ((piece.start, piece.end) for piece in span.evidence.pieces if piece.attribute == MEASURES), None
    )


def _linked(span: Span, target: Range) -> Span:
    kept = (piece for piece in span.evidence.pieces if piece.attribute != MEASURES)
    return replace(span, evidence=replace(span.evidence, pieces=(*kept, Piece(MEASURES, *target))))


def _still_used(linked: Sequence[Span], before: Sequence[Span]) -> Iterator[Span]:
    """Yield the candidates but names that lost all their figures to a nearer one."""
    used = {_target(span, {}) for span in linked}
    lost = {_target(span, {}) for span in before} - used
    for span in linked:
        if span.label != INDICATOR or (span.start, span.end) not in lost:
            yield span


def _name(start: int, end: int, extractor: str) -> Span:
    match = Match(start, end, INDICATOR, calibrated(RULE, _GUESS), Evidence(rule=RULE))
    return match.span(layer="figure", extractor=extractor)
