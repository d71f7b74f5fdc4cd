"""The simulated analyst: reads in order, judges by the gold, and changes things by keys alone."""

from __future__ import annotations

from annotator.domain.figures import NUMBERS
from annotator.domain.relations import MEASURES
from annotator.domain.spans import Span
from annotator.review.align import aligned
from annotator.ui.main_window import MainWindow
from benchmarks.comparing import COMPARED, Gold, Place, place
from benchmarks.keyboard import Keyboard


class Analyst:
    """Works on the open report; what the window shows is read, nothing in it is called to change it."""

    def __init__(self, window: MainWindow, keyboard: Keyboard, gold: Gold, *, bulk: bool) -> None:
        self._window = window
        self._sheet = window.sheet
        self._page = window.page
        self._keyboard = keyboard
        self._gold = gold
        self._bulk = bulk
        self.judged = 0

    def work(self) -> None:
        while (span := self._sheet.current) is not None and self._sheet.is_stop(span):
            self._step(span)
        for at in sorted(self._unsettled()):
            self._create(at)
        if not self._sheet.report.view.counts.left:
            self._keyboard.press("Ctrl+Enter")

    # reading ------------------------------------------------------------------------------------

    def _unsettled(self) -> set[Place]:
        held = {place(s) for s in self._sheet.report.view if s.is_standing}
        return set(self._gold.spans) - held

    def _expected(self) -> dict[str, Place]:
        view = self._sheet.report.view
        wanted = [self._gold.spans[at] for at in self._unsettled()]
        found = {}
        for layer in self._gold.layers:
            open_ = [s for s in view if s.layer == layer and self._sheet.is_stop(s)]
            for pair in aligned([w for w in wanted if w.layer == layer], open_).pairs:
                found[pair.predicted.id] = place(pair.gold)
        return found

    def _step(self, span: Span) -> None:
        expected = self._expected()
        if span.layer not in self._gold.layers:
            self._keyboard.press("Tab")
            if self._sheet.current == span:
                self._keyboard.press("Esc")
                self._sheet_left()
            return
        missing = self._unsettled() - set(expected.values())
        for at in sorted(missing):
            if at[0] < span.start and not self._deferred(at):
                self._create(at)
                self._keyboard.press("Tab")
        wanted = expected.get(span.id)
        self.judged += 1
        if wanted is None:
            self._keyboard.press("Delete")
            return
        self._settle(span, wanted)
        self._keyboard.press("Enter")

    def _deferred(self, at: Place) -> bool:
        return False

    def _sheet_left(self) -> None:
        raise SystemExit("stuck")

    # changing -----------------------------------------------------------------------------------

    def _settle(self, span: Span, wanted: Place) -> None:
        if span.label != wanted[3]:
            self._keyboard.press(self._label_key(wanted[3]))
        self._resize(span, wanted)
        self._set_attributes(span.id, wanted)
        self._set_link(span.id, wanted)

    def _label_key(self, label: str) -> str:
        return self._window.projects.held.schema.label(label).key

    def _resize(self, span: Span, wanted: Place) -> None:
        keys = {"start": ("[", "]"), "end": ("{", "}")}
        order = ("end", "start") if wanted[0] >= span.end or wanted[1] > span.end else ("start", "end")
        for side in order:
            at, goal = (span.start, wanted[0]) if side == "start" else (span.end, wanted[1])
            borders = self._sheet.report.borders
            while at != goal:
                step = borders.next(at, edge=side) if goal > at else borders.previous(at, edge=side)
                key = keys[side][goal > at]
                if step == at or (step > goal if goal > at else step < goal):
                    self._keyboard.press(f"Ctrl+{key}")
                    at += 1 if goal > at else -1
                else:
                    self._keyboard.press(key)
                    at = step

    def _set_attributes(self, span_id: str, wanted: Place) -> None:
        if wanted[2] != "figure":
            return
        span = self._sheet.report.view.get(span_id)
        gold = self._gold.spans[wanted].attributes
        wrong = [n for n in COMPARED if gold.get(n, "") != span.attributes.get(n, "")]
        if not wrong:
            return
        self._keyboard.press("V")
        titles = {rule.name: rule.title for rule in self._window.projects.held.schema.attributes}
        for name in wrong:
            from PySide6.QtWidgets import QApplication
            for _ in range(12):
                if QApplication.focusWidget().accessibleName() == titles[name]:
                    break
                self._keyboard.press("Tab")
            if name == "direction":
                self._keyboard.press("Home")
                if gold.get(name):
                    self._keyboard.type(gold[name][0])
            elif gold.get(name):
                self._keyboard.type(gold[name])
            else:
                self._keyboard.press("Delete")
        self._keyboard.press("Enter")

    def _set_link(self, span_id: str, wanted: Place) -> None:
        if wanted[2] != "figure" or wanted[3] == "INDICATOR":
            return
        targets = {t for s, t in self._gold.links if s == wanted}
        expected = self._expected()
        view = self._sheet.report.view

        def now():
            found = [r for r in view.relations_from(span_id) if r.label == MEASURES]
            ends = [view.get(r.target) for r in found]
            return {expected.get(e.id, place(e)) for e in ends}

        if now() == targets:
            return
        if not targets:
            self._keyboard.press("I")
            self._keyboard.press("Delete")
            return
        (target,) = list(targets)[:1]
        self._keyboard.press("I")
        for _ in range(300):
            here = self._sheet.current
            if expected.get(here.id, place(here)) == target:
                self._keyboard.press("Enter")
                return
            self._keyboard.press("Tab")
        self._keyboard.press("Esc")

    def _create(self, at: Place) -> None:
        self.judged += 1
        self._move_caret(at[0])
        self._select(at[1])
        self._keyboard.press(self._label_key(at[3]))
        drawn = self._sheet.current
        self._set_attributes(drawn.id, at)
        self._set_link(drawn.id, at)
        if at[3] == "INDICATOR":
            here = drawn
            for s, t in self._gold.links:
                if t == at:
                    pass

    def _move_caret(self, goal: int) -> None:
        page = self._page
        for _ in range(2000):
            if page.caret == goal:
                return
            if page.caret < goal:
                before = page.caret
                self._keyboard.press("Ctrl+Right")
            else:
                self._keyboard.press("Ctrl+Left")
                if page.caret < goal:
                    self._keyboard.press("Right", goal - page.caret)

    def _select(self, goal: int) -> None:
        page = self._page
        while page.caret < goal:
            step = self._sheet.report.borders.next(page.caret)
            self._keyboard.press("Ctrl+Shift+Right" if step <= goal else "Shift+Right")
