"""Seeking: words looked for in one text a piece at a time, between the events of the window."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.workspace.searching import Range, Wanted, pieces

PIECE = 65_536
"""Code points looked through at once: some milliseconds, and more than nearly every report has."""


class Seeking(QObject):
    """Looks through a text from the piece a position lies in, round its end, and can be stopped anywhere."""

    near_found = Signal()
    """The first hit at or behind the position is known, while the rest of the text is looked through."""
    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ranges: list[Range] = []
        self._text = ""
        self._wanted = Wanted("")
        self._pieces: list[Range] = []
        self._compared: dict[tuple[bool, int], str] = {}
        self._near = 0
        self._home = 0
        self._left: deque[int] = deque()
        self._before: list[Range] = []
        self._behind: list[Range] = []
        self._is_whole = False
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._step)

    @property
    def is_running(self) -> bool:
        """Tell whether a part of the text is still to be looked through."""
        return self._next.isActive()

    def is_of(self, text: str, wanted: Wanted) -> bool:
        """Tell whether these words were looked for in this text last, to its end or still going on."""
        return text is self._text and wanted == self._wanted and (self._is_whole or self.is_running)

    def start(self, text: str, wanted: Wanted, *, near: int) -> None:
        """Look for words from a position (code points) on, in place of what was looked for; a text is kept.

        One piece is looked through before this returns, so that a short text is done by then.
        """
        self.stop()
        if text is not self._text:
            self._text, self._pieces, self._compared = text, pieces(text, PIECE), {}
        self._wanted, self._near, self.ranges = wanted, near, []
        self._before, self._behind = [], []
        home = max(0, bisect_right(self._pieces, near, key=lambda piece: piece[0]) - 1)
        self._home = home
        count = 0 if wanted.is_empty else len(self._pieces)
        self._left = deque((*range(home, count), *range(min(home, count))))
        self._step()

    def stop(self) -> None:
        """Look no further; what was found of the text so far stays found."""
        self._next.stop()
        self._is_whole = False

    def forget(self) -> None:
        """Stop, and let the text go."""
        self.stop()
        self._text, self._pieces, self._compared, self.ranges = "", [], {}, []

    def _step(self) -> None:
        """Look through one piece more, and come back for the next once the window has had its turn."""
        if self._left:
            number = self._left.popleft()
            into = self._behind if number >= self._home else self._before
            into += self._found(number)
        if not self._left:
            self._is_whole, self.ranges = True, self._before + self._behind
            self.done.emit()
            return
        self._next.start()
        if not self.ranges and bisect_left(self._behind, (self._near,)) < len(self._behind):
            self.ranges = list(self._behind)
            self.near_found.emit()

    def _found(self, number: int) -> list[Range]:
        """Return where the words stand in a piece, which is folded once a text."""
        start, end = self._pieces[number]
        key = self._wanted.folded, number
        if key not in self._compared:
            self._compared[key] = self._wanted.of(self._text[start:end])
        return [(start + first, start + last) for first, last in self._wanted.ranges(self._compared[key])]
