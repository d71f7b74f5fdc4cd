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


def pressing(size: str, desk: Desk, bare: Bare) -> tuple[list[Row], float]:
    """Return the lines of one size, and the median in seconds."""
    desk.open(bare.made.report.id)
    bare.open()
    desk.take_keys()
    mine, theirs = [], []
    for number, span in enumerate(_walk(bare.made)):
        desk.window.sheet.set_current(span.id)
        desk.paint()
        bare.go_to(span)
        for key, held in (_DECISIONS[number % len(_DECISIONS)], _UNDO):
            desk.rest()
            mine.append(timed(lambda k=key, h=held: desk.press(k, h)))
            desk.rest()
            label = span.label if (key, held) == _UNDO else "ORG"
            theirs.append(timed(lambda s=span, n=label: bare.reformat(s, n)))
    median = statistics.median(mine)
    lines = [
        row("key to painted, median", size, median, statistics.median(theirs), 1.0),
        row("key to painted, p99", size, p99(mine), p99(theirs), 2.0),
    ]
    return lines, median


def _walk(made: Made) -> Iterator[Span]:
    """Yield candidates from the middle of the report on, over and over."""
    open_ = [span for span in made.spans if span.is_undecided]
    middle = len(open_) // 2
    for number in range(_KEYS // 2):
        yield open_[(middle + number) % len(open_)]
