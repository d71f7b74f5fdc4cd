"""The simulated analyst: reads in order, judges by the gold, and changes things by keys alone.

The policy is fixed. Candidates are met in reading order, each decided before the next is looked at:

1. A candidate of a layer the gold does not speak of is passed by Tab.
2. What the gold has ahead of the current candidate, and no candidate stands for, is drawn first: by L where
   that selects it within two keys, else by F and the letters over its first and last word; then its label.
3. A candidate the gold has nothing for is rejected.
4. Else its label, its borders, its values and its link are put right, in this order, and Enter accepts it.
   A figure whose indicator nobody found gets it by M; the words proposed are fitted by the border keys, or
   selected by F where that is cheaper.
5. In the second run a key that accepts many is pressed first where everything it would accept is in view and
   right as it stands: the paragraph, the sentence, or the statement, whichever is most.
6. At the end, what still differs is gone to and put right; then Ctrl+Enter finishes the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QApplication

from annotator.domain.spans import Span
from annotator.ui.main_window import MainWindow
from annotator.workspace.editing import open_candidates
from annotator.workspace.grouping import open_group
from benchmarks.comparing import Gold, Place, place
from benchmarks.judging import INDICATOR, Judge
from benchmarks.keyboard import Keyboard

_DEAR = 7
"""Presses from which drawing a span anew is cheaper than moving its borders."""
_STEPS = {"direction": "D"}
_MOST = 20_000
"""Keys after which the analyst gives up, so that a benchmark ends whatever the window does."""


class Analyst(Judge):
    """Works on the open report; what the window shows is read, nothing in it is called to change it."""

    def __init__(self, window: MainWindow, keyboard: Keyboard, gold: Gold, *, bulk: bool) -> None:
        super().__init__(window.sheet, gold)
        self._window = window
        self._page = window.page
        self._press = keyboard.press
        self._keyboard = keyboard
        self._bulk = bulk
        self._passed: set[str] = set()
        self._spotted = False
        self.judged = 0

    def work(self) -> None:
        """Bring the report to the gold, or as near as it gets, and finish it."""
        while (span := self._stop() or self._next_stop()) is not None and self._keyboard.keys < _MOST:
            self._answer(span)
        for at in sorted(self.missing()):
            self._create(at)
        self._mend()
        if not self.sheet.report.view.counts.left:
            self._press("Ctrl+Enter")

    def _answer(self, span: Span) -> None:
        """Do the next thing: draw what is missing ahead of a candidate, else answer the candidate."""
        ahead = [at for at in sorted(self.missing()) if at[0] < span.start and not self.is_named_later(at)]
        if ahead:
            self._create(ahead[0])
            return
        if span.layer not in self.gold.layers:
            self._passed.add(span.id)
            self._press("Tab")
            return
        if self._bulk and self._sweep(span):
            return
        self.judged += 1
        wanted = self.expected().get(span.id)
        if wanted is None:
            self._press("Delete")
        else:
            self._settle(span, wanted)

    def _stop(self) -> Span | None:
        """Return the current span while it is a candidate that waits for an answer."""
        span = self.sheet.current
        return span if span is not None and self.sheet.is_stop(span) and span.id not in self._passed else None

    def _next_stop(self) -> Span | None:
        """Go to the next candidate that waits; None when there is none below."""
        current = self.sheet.current
        if current is None or self.sheet.next_open(after=current) is None:
            return None
        self._press("Tab")
        return self._stop()

    # Answering.

    def _sweep(self, span: Span) -> bool:
        """Accept many at once where all of them are in view and right."""
        report = self.sheet.report
        rest = {
            "A": open_candidates(report.desk, span.start, report.paragraph_end(span.start)),
            "Shift+A": open_candidates(report.desk, span.start, report.sentence_end(span.start)),
            "T": open_group(report.view, span),
        }
        keys = {"A": 1, "Shift+A": 2, "T": 1}
        fitting = {
            key: spans for key, spans in rest.items() if len(spans) > keys[key] and self._all_fit(spans)
        }
        if not fitting:
            return False
        best = max(fitting, key=lambda key: (len(fitting[key]), -keys[key]))
        self.judged += len(fitting[best])
        self._press(best)
        return True

    def _all_fit(self, spans: Sequence[Span]) -> bool:
        first, last = self._page.visible_range()
        return all(first <= s.start and s.end <= last and self.is_right(s) for s in spans)

    def _settle(self, span: Span, wanted: Place) -> None:
        """Put a span right and go on behind it."""
        if span.label != wanted[3]:
            self._press(self._key_of(wanted[3]))
        keys = list(self.moves((span.start, span.end), wanted[:2]))
        if _cost(keys) > _DEAR and wanted[3] != INDICATOR:
            self._select(wanted)
            self._press(self._key_of(wanted[3]))
        else:
            for key in keys:
                self._press(key)
        self._finish_settling(wanted)

    def _finish_settling(self, wanted: Place) -> None:
        current = self.sheet.current
        if current is None:
            return
        needs_link = wanted[2] == "figure" and wanted[3] != INDICATOR
        needs_link = needs_link and self.linked(current) != self.target(wanted)
        values = self.wrong_values(current, wanted)
        if values:
            self._write(values, stay=needs_link)
        if needs_link and self.sheet.current is not None:
            self._link(self.sheet.current, wanted)
        if self.sheet.page.current == current.id:
            self._press("Enter")

    def _write(self, values: dict[str, str], *, stay: bool) -> None:
        """Write values into the card: letters step, Tab goes to the next field, Enter goes on."""
        schema = self._window.projects.held.schema
        titles = {rule.name: {rule.title, rule.title_vi} for rule in schema.attributes}
        self._press("V")
        span = self.sheet.current
        for name, key in _STEPS.items():
            for _ in range(4):
                span = self.sheet.current
                if name not in values or span is None or span.attributes.get(name, "") == values[name]:
                    break
                self._press(key)
        written = {name: value for name, value in values.items() if name not in _STEPS}
        if written.get("value_max"):
            number = (
                f"{written.get('value') or (span.attributes['value'] if span else '')}-{written['value_max']}"
            )
            written = {n: v for n, v in written.items() if n not in {"value", "value_max"}} | {
                "value": number
            }
        for name in [rule.name for rule in schema.attributes if rule.name in written]:
            self._go_to_field(titles[name])
            if written[name]:
                self._keyboard.type(written[name])
            else:
                self._press("Delete")
        if stay:
            self._press("Tab")
            self._press("Esc")
        else:
            self._press("Enter")

    def _go_to_field(self, titles: set[str]) -> None:
        for _ in range(12):
            focused = QApplication.focusWidget()
            if focused is None or focused.accessibleName() in titles:
                return
            self._press("Tab")

    def _link(self, span: Span, wanted: Place) -> None:
        target = self.target(wanted)
        if target is None:
            self._press("I")
            self._press("Delete")
        elif target in self.missing():
            self._name(target)
        else:
            self._press("I")
            for _ in range(200):
                shown = self.sheet.current
                if shown is None or self.expected().get(shown.id, place(shown)) == target:
                    break
                self._press("Tab")
            self._press("Enter")

    def _name(self, target: Place) -> None:
        """Name what the current figure measures."""
        self._press("M")
        for _ in range(2):
            if self._fit_cost(target) <= 2:
                break
            self._press("M")
        if self._page.selection is None or self._fit_cost(target) > _DEAR:
            self._press("Esc")
            self._select(target)
            self._press("M")
        self._fit(target)
        self._press("Enter")

    # Drawing.

    def _create(self, at: Place) -> None:
        """Draw a span nobody proposed."""
        self.judged += 1
        self._select(at)
        if self._spotted and at[2] == "figure" and at[3] != INDICATOR:
            self._press("Enter")
        drawn = self.sheet.current
        if self._page.selection is not None or (
            drawn and place(drawn)[:2] == at[:2] and drawn.label != at[3]
        ):
            self._press(self._key_of(at[3]))
        drawn = self.sheet.current
        if drawn is not None and place(drawn) == at:
            self._finish_drawn(drawn, at)
        else:
            self.given_up.add(at)

    def _finish_drawn(self, drawn: Span, at: Place) -> None:
        needs_link = at[2] == "figure" and at[3] != INDICATOR and self.linked(drawn) != self.target(at)
        values = self.wrong_values(drawn, at)
        if values:
            self._write(values, stay=True)
        if needs_link and self.sheet.current is not None:
            self._link(self.sheet.current, at)

    def _select(self, at: Place) -> None:
        """Select a place: by L where it lies close, else by the letters over its words."""
        first = self.sheet.report.report.text[at[0]]
        self._spotted = first.isdigit() or first.isupper()
        for _ in range(2 if self._spotted else 0):
            self._press("L")
            if self._page.selection is None or self._fit_cost(at) <= 3:
                break
        if self._page.selection is None or self._fit_cost(at) > 3:
            if self._spotted:
                self._press("Esc")
            self._spotted = False
            self._type_hints(at)
        self._fit(at)

    def _type_hints(self, at: Place) -> None:
        borders = self.sheet.report.borders
        start = max(borders.previous(at[0] + 1), 0)
        for _ in range(50):
            first, last = self._page.visible_range()
            if first <= start and at[1] <= last:
                break
            self._press("PgUp" if start < first else "PgDown")
        self._press("F")
        self._type_hint(start)
        ends = [position for position in self._page.hints if position <= at[1]]
        if ends and max(ends) > borders.next(start):
            self._type_hint(max(ends))

    def _type_hint(self, position: int) -> None:
        for letter in self._page.hints.get(position, ""):
            self._press(letter.upper())

    def _fit(self, at: Place) -> None:
        """Move the ends of the selection to a place."""
        if self._page.selection is not None:
            for key in list(self.moves(self._page.selection, at[:2])):
                self._press(key)

    def _fit_cost(self, at: Place) -> int:
        selection = self._page.selection
        return 99 if selection is None else _cost(self.moves(selection, at[:2]))

    # Mending what is left at the end.

    def _mend(self) -> None:
        """Go to every figure that is not as the gold has it, and put it right."""
        for at in sorted(self.gold.spans):
            span = self._standing(at)
            if span is None:
                continue
            needs_link = at[2] == "figure" and at[3] != INDICATOR and self.linked(span) != self.target(at)
            if needs_link or self.wrong_values(span, at):
                self._go_to(span)
                self._finish_settling(at)

    def _standing(self, at: Place) -> Span | None:
        near = self.sheet.report.view.between(at[0], at[0] + 1)
        return next((span for span in near if span.is_standing and place(span) == at), None)

    def _go_to(self, span: Span) -> None:
        for _ in range(500):
            current = self.sheet.current
            if current is None or current.id == span.id:
                return
            self._press("Alt+Up" if (current.start, -current.end) > (span.start, -span.end) else "Alt+Down")

    def _key_of(self, label: str) -> str:
        return self._window.projects.held.schema.label(label).key


def _cost(keys: Sequence[str] | Iterator[str]) -> int:
    return sum(1 + ("Ctrl" in key) + (key[-1] in "{}") for key in keys)
