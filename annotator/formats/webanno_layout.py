"""WebAnno's layout of a report: sentences that leave no text out, their tokens, and the parts of tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.domain.spans import Span
from annotator.text.words import sentences, syllables

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of its own: a token, or a part of one; its name, its range and the spans that lie on it.

    `name` is `SENTENCE-TOKEN` or `SENTENCE-TOKEN.PART`, all from 1; offsets are code points; `spans` are
    numbers of the spans that were laid out.
    """

    name: str
    start: int
    end: int
    spans: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The text `[start, end)` of some tokens and of the white space behind them, with their units in order.

    The next sentence begins at `end`, or one line break later.
    """

    start: int
    end: int
    units: tuple[Unit, ...]


def laid_out(text: str, spans: Sequence[Span]) -> Iterator[Sentence]:
    """Yield the sentences of a text that is not blank, in order, with the spans on their tokens.

    White space is no token, but for what begins the text and for what a span begins or ends in, which could
    not be said otherwise.
    """
    tokens = _tokens(text, spans)
    on_tokens, on_parts = _placed(tokens, spans)
    starts = [0, *(start for start, _ in sentences(text)[1:])]
    at = 0
    for number, (start, after) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1):
        first = at
        units: list[Unit] = []
        while at < len(tokens) and tokens[at][0] < after:
            name = f"{number}-{at - first + 1}"
            units.append(Unit(name, *tokens[at], tuple(on_tokens.get(at, ()))))
            parts = sorted(on_parts.get(at, {}).items(), key=lambda part: (part[0][0], -part[0][1]))
            for part, ((begin, end), held) in enumerate(parts, 1):
                units.append(Unit(f"{name}.{part}", begin, end, tuple(held)))
            at += 1
        breaks = after < len(text) and text[after - 1] == "\n" and tokens[at - 1][1] < after
        yield Sentence(start, after - breaks, tuple(units))


def _tokens(text: str, spans: Iterable[Span]) -> list[Range]:
    """Return the tokens of a text: syllables, and the white space that has to be addressed."""
    tokens = syllables(text)
    starts, ends = [start for start, _ in tokens], [end for _, end in tokens]
    white: set[Range] = {(0, starts[0])} if starts[0] else set()
    for place in {place for span in spans for place in (span.start, span.end - 1)}:
        at = bisect_right(starts, place) - 1
        if at < 0 or place >= ends[at]:
            begin = ends[at] if at >= 0 else 0
            white.add((begin, starts[at + 1] if at + 1 < len(starts) else len(text)))
    return sorted([*tokens, *white]) if white else tokens


def _placed(
    tokens: Sequence[Range], spans: Iterable[Span]
) -> tuple[dict[int, list[int]], dict[int, dict[Range, list[int]]]]:
    """Return by number of a token the spans that hold it whole, and those that hold a part of it by part."""
    starts, ends = [start for start, _ in tokens], [end for _, end in tokens]
    whole: dict[int, list[int]] = defaultdict(list)
    parts: dict[int, dict[Range, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, span in enumerate(spans):
        for at in range(bisect_right(ends, span.start), bisect_left(starts, span.end)):
            part = max(span.start, starts[at]), min(span.end, ends[at])
            (whole[at] if part == tokens[at] else parts[at][part]).append(number)
    return whole, parts
