"""Keys in the real window, each decision on disk before it is painted, against a bare re-format."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from PySide6.QtCore import Qt

from annotator.domain.spans import Span
from benchmarks.bare import Bare
from benchmarks.budgets import Row, p99, row, timed
from benchmarks.desks import Desk
from benchmarks.reports import Made

_Key, _Held = Qt.Key, Qt.KeyboardModifier
_DECISIONS = (
    (_Key.Key_Return, _Held.NoModifier),
    (_Key.Key_3, _Held.NoModifier),
    (_Key.Key_Delete, _Held.NoModifier),
)
_UNDO = (_Key.Key_Z, _Held.ControlModifier)
_KEYS = 120
"""Keys timed in a report, every second of them an undo, so that a small report does not run out."""
_TURNS = 5
"""How often a large and a small report are opened in turn, to be compared."""


def pressing(size: str, desk: Desk, bare: Bare) -> list[Row]:
    """Return the lines of one size."""
    desk.open(bare.made.report.id)
    bare.open()
    desk.take_keys()
    mine, theirs = [], []
    for span, key, held in _decisions(desk, bare.made, _KEYS):
        if (key, held) != _UNDO:
            bare.go_to(span)
        mine.append(timed(lambda k=key, h=held: desk.press(k, h)))
        desk.rest()
        label = span.label if (key, held) == _UNDO else "ORG"
        theirs.append(timed(lambda s=span, n=label: bare.reformat(s, n)))
    return [
        row("key to painted, median", size, statistics.median(mine), statistics.median(theirs), 1.0),
        row("key to painted, p99", size, p99(mine), p99(theirs), 2.0),
    ]


def against(desk: Desk, large: Made, small: Made) -> Row:
    """Return the line of a large report against a small one, a few keys in each of them in turn."""
    times: dict[str, list[float]] = {large.report.id: [], small.report.id: []}
    for made in (large, small) * _TURNS:
        desk.open(made.report.id)
        desk.take_keys()
        for _, key, held in _decisions(desk, made, _KEYS // _TURNS):
            times[made.report.id].append(timed(lambda k=key, h=held: desk.press(k, h)))
    ours, reference = (statistics.median(found) for found in times.values())
    return row("key to painted, L against S", "L", ours, reference, 1.5)


def _decisions(desk: Desk, made: Made, keys: int) -> Iterator[tuple[Span, Qt.Key, Qt.KeyboardModifier]]:
    """Yield keys to press, every second of them an undo, each after a rest and with its span current."""
    for number, span in enumerate(_walk(made, keys // 2)):
        desk.window.sheet.set_current(span.id)
        desk.paint()
        for key, held in (_DECISIONS[number % len(_DECISIONS)], _UNDO):
            desk.rest()
            yield span, key, held


def _walk(made: Made, count: int) -> Iterator[Span]:
    """Yield so many candidates from the middle of the report on, over and over."""
    open_ = [span for span in made.spans if span.is_undecided]
    middle = len(open_) // 2
    for number in range(count):
        yield open_[(middle + number) % len(open_)]
