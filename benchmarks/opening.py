"""Opening, scrolling and jumping in the real window, against a bare QPlainTextEdit with the same report."""

from __future__ import annotations

import statistics
from collections.abc import Callable

from benchmarks.bare import Bare
from benchmarks.budgets import Row, in_turn, row, timed
from benchmarks.desks import Desk

_ROUNDS = 40


def opening(size: str, desk: Desk, bare: Bare) -> Row:
    """Return the line of opening a report from the stored project, to its first page painted."""

    def ours() -> None:
        desk.open(bare.made.report.id)

    times = in_turn(ours, bare.open, rounds=7, between=desk.settle)
    return row("open to painted", size, *times, 2.0)


def scrolling(size: str, desk: Desk, bare: Bare) -> list[Row]:
    """Return the lines of scrolling by a few lines and of jumping to far places."""
    desk.open(bare.made.report.id)
    bare.open()
    our_bar, bare_bar = desk.page.verticalScrollBar(), bare.widget.verticalScrollBar()
    steps = [(90 * at % our_bar.maximum(), 3 * at % bare_bar.maximum()) for at in range(1, _ROUNDS + 1)]
    places = [(at * 37 + 20) % 100 / 100 for at in range(_ROUNDS)]
    jumps = [(round(our_bar.maximum() * at), round(bare_bar.maximum() * at)) for at in places]
    lines = []
    for budget, moves in (("scroll", steps), ("jump", jumps)):
        desk.scroll(0)
        bare.scroll(0)
        lines.append(row(budget, size, *_moved(desk.scroll, bare.scroll, moves), 1.5))
    return lines


def _moved(
    ours: Callable[[int], None], reference: Callable[[int], None], moves: list[tuple[int, int]]
) -> tuple[float, float]:
    """Return the median times of moving both in turn."""
    times = [(timed(lambda v=mine: ours(v)), timed(lambda v=theirs: reference(v))) for mine, theirs in moves]
    return statistics.median(t[0] for t in times), statistics.median(t[1] for t in times)
