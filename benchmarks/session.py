"""A long day at the window: thousands of decisions by keys, and what grows in the process meanwhile."""

from __future__ import annotations

import gc
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from annotator.ui.main_window import MainWindow
from annotator.workspace.reading import OpenReport
from benchmarks.budgets import Row, amount, parser, print_rows
from benchmarks.desks import Desk, unseen
from benchmarks.keyboard import Keyboard
from benchmarks.large import build

REPORTS, DECISIONS, HOURS = 500, 20_000, 8
_KEYS = {
    "Enter": 30,
    "Delete": 8,
    "3": 4,
    "5": 3,
    "Shift+1": 3,
    "Shift+3": 3,
    "]": 5,
    "[": 3,
    "}": 5,
    "{": 3,
    "Tab": 6,
    "Alt+Up": 5,
    "Ctrl+Z": 6,
    "Ctrl+Shift+Z": 4,
    ".": 2,
    "?": 2,
    "A": 1,
    "Shift+A": 2,
    "I Tab Enter": 2,
    "D": 2,
    "U": 2,
    "Esc": 2,
}
"""What an analyst presses, and how often."""
_DIALOGS = (
    "window.settings",
    "help.shortcuts",
    "report.details",
    "window.palette",
    "span.apply_to_all",
    "project.schema",
    "project.export",
)
_VIEWS = ("view.review", "view.agreement", "view.problems", "edit.history", "view.annotate")
_WARM = 0.4
"""The part of a session after which nothing may grow any more."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What the process holds at one moment; memory and the log of the project in MB."""

    decisions: int
    reports: int
    memory: float
    qobjects: int
    objects: int
    files: int
    threads: int
    log: float


class Session:
    """Work in a window: reports opened one after the other, keys, dialogs, views, a clock that runs fast."""

    def __init__(self, window: MainWindow, *, seed: int = 5, hours: float = HOURS) -> None:
        self._window = window
        self._keyboard = Keyboard(window.page)
        self._chance = random.Random(seed)
        self._hours = hours
        self._answering = QTimer(window, interval=5)
        self._answering.timeout.connect(_answer)
        self.now = time.monotonic()
        self.decisions = self.reports = 0
        self.samples: list[Sample] = []
        self.sampled: Callable[[Sample], object] = lambda sample: None
        window.sheet.edited.connect(self._decided)

    def run(self, *, reports: int, decisions: int, every: int) -> list[Sample]:
        """Work through so many reports and decisions, and look what is held after every so many reports."""
        kept = OpenReport.__init__.__kwdefaults__
        assert kept is not None
        real, kept["clock"] = kept["clock"], lambda: self.now
        self._answering.start()
        pause = self._hours * 3600 / decisions
        try:
            while self.reports < reports:
                self._report(decisions * (self.reports + 1) // reports, pause)
                if self.reports % every == 0:
                    self.samples.append(self._sample())
                    self.sampled(self.samples[-1])
        finally:
            kept["clock"] = real
            self._answering.stop()
        return self.samples

    def _decided(self, *_: object) -> None:
        self.decisions += 1

    def _report(self, until: int, pause: float) -> None:
        """Work on a report till so many decisions were made, then finish it, or go on to the next."""
        ids = self._window.projects.held.report_ids()
        self._window.open_report(ids[self.reports % len(ids)])
        self.reports += 1
        self._to_page()
        tries = 0
        while self.decisions < until and tries < 600:
            tries += 1
            (keys,) = self._chance.choices(tuple(_KEYS), tuple(_KEYS.values()))
            for key in keys.split():
                self._keyboard.press(key)
            self.now += pause
        self._aside()
        self._to_page()
        if self.reports % 3 == 0:
            self._keyboard.press("Ctrl+Enter")
        QTest.qWait(1)

    def _to_page(self) -> None:
        self._window.activateWindow()
        self._window.page.setFocus()
        QApplication.processEvents()

    def _aside(self) -> None:
        """Do one thing beside deciding, another one after each report."""
        number = self.reports
        if number % 4 == 0:
            self._keyboard.press("Ctrl+F")
            self._keyboard.type("tỉnh")
            self._keyboard.press("Enter")
            self._keyboard.press("Esc")
        elif number % 4 == 1:
            field = self._window.library.filter
            field.setText(f"{number % 50}")
            QTest.qWait(5)
            field.clear()
        elif number % 4 == 2:
            self._window.commands[_VIEWS[number // 4 % len(_VIEWS)]].trigger()
            QTest.qWait(20)
            self._window.commands["view.annotate"].trigger()
        else:
            for turn in (0, 1):
                self._window.commands[_DIALOGS[(number // 4 * 2 + turn) % len(_DIALOGS)]].trigger()
                QTest.qWait(20)
                _close_dialogs(self._window)

    def _sample(self) -> Sample:
        _close_dialogs(self._window)
        QTest.qWait(50)
        memory = memory_now()
        gc.collect()
        path = self._window.projects.held.path
        log = path.with_name(path.name + "-wal")
        return Sample(
            self.decisions,
            self.reports,
            memory,
            sum(1 + len(each.findChildren(QObject)) for each in QApplication.topLevelWidgets()),
            len(gc.get_objects()) + gc.get_freeze_count(),
            _count("/proc/self/fd"),
            _count("/proc/self/task"),
            log.stat().st_size / 1e6 if log.exists() else 0.0,
        )


def growth(samples: Sequence[Sample], of: Callable[[Sample], float]) -> float:
    """Return by what share of itself a quantity grew after the warm-up, by the line of least squares."""
    later = samples[round(len(samples) * _WARM) :]
    at = [float(each.decisions) for each in later]
    slope, start = statistics.linear_regression(at, [of(each) for each in later])
    first = start + slope * at[0]
    return slope * (at[-1] - at[0]) / first if first else 0.0


def _tell(sample: Sample) -> None:
    print(*(round(value, 1) for value in astuple(sample)), sep="\t", file=sys.stderr, flush=True)


def _answer() -> None:
    """Put away the questions that wait for an answer: undecided candidates are accepted."""
    asked = QApplication.activeModalWidget()
    if isinstance(asked, QMessageBox):
        roles = QMessageBox.ButtonRole
        wanted = [each for each in asked.buttons() if asked.buttonRole(each) == roles.YesRole]
        (wanted or asked.buttons())[0].click()


def _close_dialogs(window: MainWindow) -> None:
    for each in QApplication.topLevelWidgets():
        if each is not window and each.isVisible():
            each.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def memory_now() -> float:
    """Return what the process holds of memory now, in MB; Linux only."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def _count(folder: str) -> int:
    return sum(1 for _ in Path(folder).iterdir())


def measure(reports: int, decisions: int) -> list[Row]:
    """Return the table of a session on a project made for it; samples go to standard error as they come."""
    with TemporaryDirectory() as held:
        unseen(Path(held) / "settings")
        path = Path(held) / "day.annotator"
        build(path, reports, 60)
        desk = Desk(path)
        session = Session(desk.window)
        print(*(each.name for each in fields(Sample)), sep="\t", file=sys.stderr)
        session.sampled = _tell
        samples = session.run(reports=reports, decisions=decisions, every=max(1, reports // 50))
        desk.close()
    return [
        amount("decisions made", "", samples[-1].decisions, float("inf")),
        amount("memory at the end, MB", "", samples[-1].memory, 500),
        *(
            amount(f"growth of {name} after warm-up, %", "", 100 * growth(samples, of), most)
            for name, of, most in _KEPT
        ),
        amount("log of the project at most, MB", "", max(each.log for each in samples), 40),
    ]


_KEPT: tuple[tuple[str, Callable[[Sample], float], float], ...] = (
    ("memory", lambda each: each.memory, 3),
    ("widgets", lambda each: each.qobjects, 1),
    ("objects", lambda each: each.objects, 3),
    ("files", lambda each: each.files, 5),
    ("threads", lambda each: each.threads, 5),
)
"""What may not grow, and the noise that is let pass, in percent."""


def main() -> int:
    """Print the table; the samples go to standard error."""
    asked = parser(__doc__)
    asked.add_argument("--reports", type=int, default=REPORTS)
    asked.add_argument("--decisions", type=int, default=DECISIONS)
    options = asked.parse_args()
    return print_rows(measure(options.reports, options.decisions), as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
