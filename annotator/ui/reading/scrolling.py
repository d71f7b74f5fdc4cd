"""Scrolling: where the view stands on the paper, kept still while heights above it become known."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QScrollBar

from annotator.ui.reading.layout import LaidBlock
from annotator.ui.reading.paper import Paper

_NEAR = 3
"""Moves of up to so many views are walked line by line; longer ones go by estimated heights."""


class Scrolling:
    """The top of the view as a block and an offset into it; the scroll bar follows from these."""

    def __init__(self, bar: QScrollBar) -> None:
        self._bar = bar
        self._paper: Paper | None = None
        self._block = 0
        self._offset = 0.0
        self._height = 0
        self._wanted: tuple[int, int] | None = None
        self._held: int | None = None
        self._shown = 0
        self._above = self._below = 0

    def attach(self, paper: Paper, *, above: int, below: int) -> None:
        """Take a paper, with so much empty room above and below it, and go to its top."""
        self._wanted = self._held = None
        self._paper, self._above, self._below = paper, above, below
        self._block, self._offset = 0, -float(above)
        self._settle()

    def resized(self, height: int) -> None:
        """Take the height of the view in pixels."""
        self._height = height
        self._settle()
        if self._wanted is not None and height > 0:
            position, margin = self._wanted
            self._wanted = None
            self.reveal(position, margin=margin)

    def moved(self) -> bool:
        """Follow the scroll bar; tell whether the view moved."""
        delta = self._bar.value() - self._shown
        if self._paper is None or not delta:
            return False
        if abs(delta) <= _NEAR * self._height:
            self._go(self._block, self._offset + delta)
        else:
            y = self._bar.value() - self._above
            block = self._paper.heights.at(y)
            self._go(block, y - self._paper.top(block))
        return True

    def reveal(
        self,
        position: int,
        *,
        margin: int,
        always: bool = False,
        by_line: bool = False,
        share: float = 0.3,
    ) -> bool:
        """Bring the line of a code point into view with a margin around it; tell whether the view moved.

        A line out of view, or any with `always`, is put at a share of the view's height, so that what
        follows it is seen; `by_line` moves the view no farther than it must, for a caret on its way.
        """
        if self._paper is None:
            return False
        if self._height <= 0:
            # Nothing is shown yet: the place is gone to once the view has a size.
            self._wanted = position, margin
            return False
        laid, line = self._paper.line_of(position)
        top = self.y_of(laid.block) + (line.top if line else 0)
        bottom = top + (line.height if line else 0)
        if not always and top >= margin and bottom <= self._height - margin:
            return False
        near = by_line and not always and -self._height < top < 2 * self._height
        if near:
            wanted = margin if top < margin else self._height - margin - (bottom - top)
        else:
            wanted = self._height * share
        before = self._block, self._offset
        self._go(laid.block, (line.top if line else 0) - wanted)
        return before != (self._block, self._offset)

    def y_of(self, block: int) -> float:
        """Return a block's top in the view, in pixels; beyond the view it is as good as the estimates."""
        if self._paper is None:
            return 0.0
        return self._paper.top(block) - self._paper.top(self._block) - self._offset

    def visible(self) -> Iterator[tuple[LaidBlock, float]]:
        """Yield the blocks in view, each with its y in the view."""
        if self._paper is not None:
            yield from self._paper.visible(self._block, self._offset, self._height)

    def first_position(self) -> int:
        """Return the code point of the first line in view."""
        if self._paper is None:
            return 0
        laid = self._paper.laid(self._block)
        line = laid.line_at(max(0.0, self._offset), 0.0)
        return line.start if line else self._paper.blocks.starts[self._block]

    def held_position(self) -> int:
        """Return the code point to hold when lines are broken anew: the same one until the view moves."""
        return self._held if self._held is not None else self.first_position()

    def hold(self, position: int) -> None:
        """Put the line of a code point at the top of the view, lines having been broken anew."""
        self.reveal(position, margin=0, always=True, share=0.0)
        self._held = position

    def settle(self) -> None:
        """Take in that heights have changed, the first line in view staying where it is."""
        self._settle()

    def _go(self, block: int, offset: float) -> None:
        assert self._paper is not None
        self._held = None
        self._block, self._offset = self._paper.walk(block, offset)
        self._settle()

    def _settle(self) -> None:
        """Lay out what is in view, keep the view on the paper, and let the scroll bar follow."""
        if self._paper is None:
            return
        for _ in range(3):
            for _laid in self.visible():
                pass
            y = self._paper.top(self._block) + self._offset
            lowest = self._paper.heights.total + self._below - self._height
            inside = max(-self._above, min(y, lowest))
            if inside == y:
                break
            self._block, self._offset = self._paper.walk(self._block, self._offset + inside - y)
        self._shown = round(self._paper.top(self._block) + self._offset) + self._above
        self._bar.setPageStep(self._height)
        self._bar.setRange(0, max(0, self._paper.heights.total + self._above + self._below - self._height))
        self._bar.setValue(self._shown)
