"""One very large report: 10 MB with 100,000 spans, opened, scrolled, decided in, searched, accepted whole."""

from __future__ import annotations

import statistics
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.resources import default_schema
from annotator.store.authors import ensure_author
from annotator.workspace.projects import Project
from benchmarks.blocking import Heart
from benchmarks.budgets import Row, absolute, amount, p99, parser, print_rows, timed
from benchmarks.desks import AUTHOR, EXTRACTOR, Desk, put, unseen
from benchmarks.reports import make_of
from benchmarks.session import memory_now

SPANS = 100_000
_BYTES_EACH = 100
"""Bytes of text for each span, a code point of which takes one and a third."""
_ROUNDS = 20
_KEYS = Qt.Key.Key_Return, Qt.Key.Key_Delete


def measure(spans: int) -> list[Row]:
    """Return the table of a report of so many spans, a hundred bytes of text for each."""
    size = f"{spans // 1000}k"
    with TemporaryDirectory() as held:
        unseen(Path(held) / "settings")
        path = Path(held) / "single.annotator"
        with Project.create(path, schema=default_schema(), author=AUTHOR) as project:
            ensure_author(project.store, EXTRACTOR, kind="extractor")
            put(project, make_of(spans * _BYTES_EACH * 3 // 4, spans, name="single"))
        desk = Desk()
        before = memory_now()
        began = time.perf_counter()
        desk.window.projects.open_path(path)
        desk.paint()
        rows = [absolute("project open, page painted", size, time.perf_counter() - began, 2000)]
        desk.settle()
        rows += _moving(desk, size)
        rows.append(amount("memory it takes, MB", size, memory_now() - before, 500))
        desk.close()
    return rows


def _moving(desk: Desk, size: str) -> list[Row]:
    bar = desk.page.verticalScrollBar()
    desk.scroll(10)
    steps = [10 + 90 * at for at in range(1, _ROUNDS)]
    places = [bar.maximum() * (at * 37 % 100) // 100 for at in range(1, _ROUNDS)]
    scrolls, jumps = ([timed(partial(desk.scroll, at)) for at in ways] for ways in (steps, places))
    desk.take_keys()
    keys = []
    for number in range(_ROUNDS):
        desk.press(Qt.Key.Key_Tab)
        desk.rest()
        keys.append(timed(partial(desk.press, _KEYS[number % 2])))
        desk.rest()
    return [
        absolute("scroll", size, statistics.median(scrolls), 50),
        absolute("jump", size, statistics.median(jumps), 50),
        absolute("key to painted, median", size, statistics.median(keys), 50),
        absolute("key to painted, p99", size, p99(keys), 100),
        absolute("longest block while finding", size, _finding(desk), 50),
        absolute("longest block while all is accepted", size, _accepting(desk), 50),
    ]


def _finding(desk: Desk) -> float:
    """Look for words that stand all over the report."""
    began = time.perf_counter()

    def look() -> None:
        desk.window.commands["find.open"].trigger()
        desk.window.find_bar.field.setText("toàn")

    block = Heart().during(look, lambda: time.perf_counter() > began + 3)
    QTest.keyClick(desk.window.find_bar.field, Qt.Key.Key_Escape)
    return block


def _accepting(desk: Desk) -> float:
    sheet = desk.window.sheet
    return Heart().during(
        lambda: desk.window.keyboard.sweeping.accept_above(0.0), lambda: not sheet.behind.is_busy
    )


def main() -> int:
    """Print the table; `--spans` makes a smaller report."""
    asked = parser(__doc__)
    asked.add_argument("--spans", type=int, default=SPANS)
    options = asked.parse_args()
    return print_rows(measure(options.spans), as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
