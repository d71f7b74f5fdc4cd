"""The page against a bare QPlainTextEdit: key to painted, open to painted, scroll and jump, in S, M and L."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from itertools import pairwise

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from annotator.domain.spans import Span, State
from annotator.text.words import WordBorders
from annotator.ui.reading.page import Page
from annotator.ui.theme import apply, load_theme
from benchmarks.reports import SIZES, Made, make

_WIDTH, _HEIGHT = 900, 800
_ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: milliseconds of ours and of the reference, and whether the budget is kept."""

    budget: str
    size: str
    ours: float
    reference: float
    ratio: float
    limit: float
    passed: bool


def row(budget: str, size: str, ours: float, reference: float, limit: float) -> Row:
    """Return a line of the table from two times in seconds."""
    ratio = ours / reference if reference else 0.0
    return Row(
        budget, size, round(ours * 1e3, 2), round(reference * 1e3, 2), round(ratio, 2), limit, ratio <= limit
    )


class Bare:
    """The reference: a read-only QPlainTextEdit with one block-layout format a span."""

    def __init__(self, made: Made) -> None:
        self.made = made
        self.widget = QPlainTextEdit()
        self.widget.setReadOnly(True)
        self.widget.resize(_WIDTH, _HEIGHT)
        self.widget.show()
        self._formats = {label: _format(label) for label in {span.label for span in made.spans}}

    def open(self) -> None:
        """Load the text, give every span its format and paint."""
        self.widget.setPlainText(self.made.report.text)
        document = self.widget.document()
        by_block: dict[int, list[QTextLayout.FormatRange]] = {}
        for span in self.made.spans:
            block = document.findBlock(span.start)
            by_block.setdefault(block.blockNumber(), []).append(self._range(span, block.position()))
        for number, ranges in by_block.items():
            document.findBlockByNumber(number).layout().setFormats(ranges)
        paint(self.widget)

    def relabel(self, span: Span, label: str) -> None:
        """Give one span another format and repaint the viewport."""
        document = self.widget.document()
        block = document.findBlock(span.start)
        ranges = [self._range(replace(span, label=label), block.position())]
        block.layout().setFormats(ranges)
        document.markContentsDirty(span.start, span.end - span.start)
        paint(self.widget)

    def scroll(self, value: int) -> None:
        """Scroll to a line and paint."""
        self.widget.verticalScrollBar().setValue(value)
        paint(self.widget)

    def _range(self, span: Span, start: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = span.start - start, span.end - span.start
        made.format = self._formats[span.label]
        return made


class Ours:
    """The page, used as the window uses it."""

    def __init__(self, made: Made) -> None:
        self.made = made
        self.widget = Page()
        self.widget.set_theme(load_theme("light"))
        self.widget.resize(_WIDTH, _HEIGHT)
        self.widget.show()
        self._borders = WordBorders("")

    def open(self) -> None:
        """Show the report and its spans and paint."""
        self.widget.show_report(self.made.report, self._borders)
        self.widget.set_spans(self.made.spans)
        paint(self.widget)

    def relabel(self, span: Span, label: str, following: Span) -> None:
        """Answer one span, go on to the next, and paint."""
        self.widget.replace_spans([span.id], [replace(span, label=label, state=State.ACCEPTED)])
        self.widget.set_current(following.id)
        paint(self.widget, all_of_it=False)

    def scroll(self, value: int) -> None:
        """Scroll to a pixel and paint."""
        self.widget.verticalScrollBar().setValue(value)
        paint(self.widget, all_of_it=False)


def paint(widget: QPlainTextEdit | Page, *, all_of_it: bool = True) -> None:
    """Paint what is due now; the reference repaints its whole viewport."""
    if all_of_it:
        widget.viewport().update()
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def measure() -> list[Row]:
    """Return the table of every budget the page can show without a store."""
    rows: list[Row] = []
    keys: dict[str, float] = {}
    for size in SIZES:
        made = make(size)
        ours, bare = Ours(made), Bare(made)
        rows.append(row("open to painted", size, *in_turn(ours.open, bare.open, rounds=5), 2.0))
        first, p99, reference, reference_99 = _keys(made, ours, bare)
        keys[size] = first
        rows.append(row("key to painted, median", size, first, reference, 1.0))
        rows.append(row("key to painted, p99", size, p99, reference_99, 2.0))
        rows += _scrolls(size, ours, bare)
        for widget in (ours.widget, bare.widget):
            _close(widget)
    rows.append(row("key to painted, L against S", "L", keys["L"], keys["S"], 1.5))
    return rows


def _keys(made: Made, ours: Ours, bare: Bare) -> tuple[float, float, float, float]:
    """Time decisions one after the other from the middle of the report on."""
    middle = len(made.spans) // 2
    spans = made.spans[middle : middle + _ROUNDS // 2]
    mine, theirs = [], []
    for _ in range(3):
        for span, following in pairwise(spans):
            ours.widget.set_current(span.id)
            paint(ours.widget)
            mine.append(timed(lambda s=span, f=following: ours.relabel(s, "MONEY", f)))
            bare.widget.verticalScrollBar().setValue(
                bare.widget.document().findBlock(span.start).blockNumber()
            )
            paint(bare.widget)
            theirs.append(timed(lambda s=span: bare.relabel(s, "MONEY")))
    return statistics.median(mine), _p99(mine), statistics.median(theirs), _p99(theirs)


def _scrolls(size: str, ours: Ours, bare: Bare) -> list[Row]:
    rows = []
    our_bar, bare_bar = ours.widget.verticalScrollBar(), bare.widget.verticalScrollBar()
    ours.scroll(0)
    bare.scroll(0)
    mine = [timed(lambda: ours.scroll((our_bar.value() + 90) % our_bar.maximum())) for _ in range(_ROUNDS)]
    theirs = [timed(lambda: bare.scroll((bare_bar.value() + 3) % bare_bar.maximum())) for _ in range(_ROUNDS)]
    rows.append(row("scroll", size, statistics.median(mine), statistics.median(theirs), 1.5))
    places = [(at * 37) % 100 / 100 for at in range(_ROUNDS)]
    mine = [timed(lambda p=p: ours.scroll(round(our_bar.maximum() * p))) for p in places]
    theirs = [timed(lambda p=p: bare.scroll(round(bare_bar.maximum() * p))) for p in places]
    rows.append(row("jump", size, statistics.median(mine), statistics.median(theirs), 1.5))
    return rows


def in_turn(ours: Callable[[], None], reference: Callable[[], None], *, rounds: int) -> tuple[float, float]:
    """Return the median times of two jobs done in turn, in seconds."""
    times = [(timed(ours), timed(reference)) for _ in range(rounds)]
    return statistics.median(t[0] for t in times), statistics.median(t[1] for t in times)


def timed(job: Callable[[], None]) -> float:
    """Return how many seconds a job takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def _p99(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.99))]


def _format(label: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(QColor("#e3eefc"))
    made.setFontUnderline(True)
    return made


def _close(widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()


def main() -> int:
    """Print the table; `--json` prints it as one JSON value."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--json", action="store_true")
    options = asked.parse_args()
    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        apply(app, load_theme("light"))
    rows = measure()
    if options.json:
        print(json.dumps([asdict(one) for one in rows], indent=1))
    else:
        for one in rows:
            mark = "ok" if one.passed else "MISSED"
            times = f"{one.ours:9.2f} ms {one.reference:9.2f} ms"
            print(f"{one.budget:30} {one.size} {times} {one.ratio:6.2f} x of {one.limit} {mark}")
    return 0 if all(one.passed for one in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
