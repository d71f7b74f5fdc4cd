"""Hinting: letters over the words in view, to select any of them by typing what stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.reading.sheet import Sheet

LETTERS = "klhnpmtgvbcq"
"""Consonants that Telex and VNI never rewrite, the easy ones first."""
_SINGLE, _DOUBLE = 5, 5
"""How many letters stand alone and how many begin a pair; the rest begin three."""


def codes() -> Iterator[str]:
    """Yield the hints in the order they are given out: short ones first, none the beginning of another."""
    yield from LETTERS[:_SINGLE]
    yield from map("".join, product(LETTERS[_SINGLE : _SINGLE + _DOUBLE], LETTERS))
    yield from map("".join, product(LETTERS[_SINGLE + _DOUBLE :], LETTERS, LETTERS))


class Hinting(QObject):
    """First the word where the selection begins is typed, then the one where it ends; Enter ends at once."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._places: dict[str, int] = {}
        self._typed = ""
        self._start: int | None = None
        sheet.opened.connect(self.end)
        sheet.page.installEventFilter(self)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handler of the command."""
        return {"go.word": self.begin}

    def begin(self) -> None:
        """Show a hint over every word in view, the shortest near the caret."""
        page = self._sheet.page
        near = page.caret
        page.scroll_to(near)
        first, last = page.visible_range()
        words = [start for start, _ in self._words(first, last)]
        self._start = None
        self._show(sorted(words, key=lambda start: abs(start - near)))
        self._sheet.notices.say(self.tr("type the letters over the first word; Esc stops"))

    def end(self) -> None:
        """Take the hints away."""
        self._places, self._typed, self._start = {}, "", None
        self._sheet.page.hints = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the letters of hints while these are shown; any other key takes them away and acts as ever."""
        if not self._places or not isinstance(event, QKeyEvent) or event.key() in _MODIFIERS:
            return False
        letter = chr(event.key()).lower() if event.key() < 0x80 and not event.modifiers() else ""
        goes_on = bool(letter) and any(code.startswith(self._typed + letter) for code in self._places)
        if event.type() == QEvent.Type.ShortcutOverride and goes_on:
            event.accept()
        elif event.type() == QEvent.Type.ShortcutOverride:
            self.end()
        elif event.type() == QEvent.Type.KeyPress and goes_on:
            self._type(letter)
        return goes_on

    def _type(self, letter: str) -> None:
        self._typed += letter
        if self._typed in self._places:
            self._choose(self._places[self._typed])
        else:
            self._draw()

    def _choose(self, position: int) -> None:
        page = self._sheet.page
        if self._start is not None:
            start = self._start
            self.end()
            page.select(start, position)
            return
        self._start = position
        line = self._sheet.report.paragraph_end(position)
        ends = [end for _, end in self._words(position, line)]
        page.select(position, ends[0])
        self._show(ends)
        self._sheet.notices.say(self.tr("type the letters over the last word; any other key keeps this one"))

    def _words(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the words of a range as half-open code points, page furniture and marks left out."""
        report, borders = self._sheet.report.report, self._sheet.report.borders
        behind = borders.next(start)
        while start < behind:
            word = borders.previous(behind), behind
            if word[0] >= end:
                return
            text = report.text[slice(*word)]
            if word[0] >= start and (text[0].isalnum() or text == "%"):
                yield word
            start, behind = behind, borders.next(behind)

    def _show(self, positions: Sequence[int]) -> None:
        self._typed = ""
        self._places = dict(zip(codes(), positions, strict=False))
        self._draw()

    def _draw(self) -> None:
        left = {p: code for code, p in self._places.items() if code.startswith(self._typed)}
        self._sheet.page.hints = {p: code[len(self._typed) :] for p, code in left.items()}


_MODIFIERS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)
