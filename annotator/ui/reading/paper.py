"""Paper: the whole report as one column of blocks, laid out only where it is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from annotator.domain.spans import Span
from annotator.ui.reading.blocks import Blocks, Run
from annotator.ui.reading.heights import Heights
from annotator.ui.reading.lanes import Shape
from annotator.ui.reading.layout import LaidBlock, Line, Typesetter
from annotator.ui.reading.placing import Placing

_KEPT = 400
"""Laid-out blocks kept in memory."""


class Paper:
    """Blocks, their heights and their lines; y is in pixels from the top of the first block."""

    def __init__(
        self,
        blocks: Blocks,
        setter: Typesetter,
        placing: Placing,
        shapes: Mapping[str, Shape],
        folded: set[int],
    ) -> None:
        self.blocks = blocks
        self.placing = placing
        self._setter = setter
        self._shapes = shapes
        self._folded = folded
        self._laid: dict[int, LaidBlock] = {}
        self.heights = Heights(setter.estimate())
        for run in blocks.furniture:
            self._hide(run)

    def laid(self, block: int) -> LaidBlock:
        """Return a block laid out, its height now known."""
        found = self._laid.get(block)
        if found is None:
            self._make_room(block)
            found = self._setter.fold(block) if self.folded_run(block) else self._setter.lay(block)
            self._setter.place(found, self._spans(block), self._shapes)
            self._laid[block] = found
            if found.height != self.heights[block]:
                self.heights.replace(block, found.height)
        return found

    def take(self, placing: Placing) -> None:
        """Take other spans: what is laid out is placed anew."""
        self.placing = placing
        for block in list(self._laid):
            self.refresh(block)

    def refresh(self, block: int) -> bool:
        """Place the spans of a block again; tell whether its lines moved. A block not laid out is left."""
        found = self._laid.get(block)
        if found is None:
            return False
        moved = self._setter.place(found, self._spans(block), self._shapes)
        if found.height != self.heights[block]:
            self.heights.replace(block, found.height)
        return moved

    def top(self, block: int) -> int:
        """Return the y of a block's top, true as far as the blocks above have been laid out."""
        return self.heights.above(block)

    def walk(self, block: int, offset: float) -> tuple[int, float]:
        """Return the place `offset` pixels below a block's top as a block and a rest, laying out between."""
        while offset < 0 and block > 0:
            block -= 1
            self.laid(block)
            offset += self.heights[block]
        while block < len(self.blocks) - 1:
            self.laid(block)
            if offset < self.heights[block]:
                break
            offset -= self.heights[block]
            block += 1
        return block, offset

    def visible(self, block: int, offset: float, height: float) -> Iterator[tuple[LaidBlock, float]]:
        """Yield blocks from `offset` inside one on, for `height` pixels, each with its y from there."""
        y = -offset
        while block < len(self.blocks) and y < height:
            laid = self.laid(block)
            if laid.height:
                yield laid, y
            y += laid.height
            block += 1

    def line_of(self, position: int) -> tuple[LaidBlock, Line | None]:
        """Return the block and the line of a code point; no line where it is folded away."""
        laid = self.laid(self.blocks.at(position))
        return laid, laid.line_of(position)

    def lines(self, start: int, end: int) -> Iterator[tuple[int, Line]]:
        """Yield block and line of every laid-out line that touches `[start, end]` or adjoins it."""
        for block in self.blocks.touched(start, end + 1):
            laid = self._laid.get(block)
            for line in laid.lines if laid else ():
                if line.start <= end and start <= line.end + 1:
                    yield block, line

    def folded_run(self, block: int) -> Run | None:
        """Return the folded run of page furniture a block lies in, if any."""
        if not self._folded:
            return None
        run = self.blocks.run_of(self.blocks.furniture, block)
        return run if run and run.first in self._folded else None

    def fold(self, run: Run, *, folded: bool) -> None:
        """Fold or unfold a run of page furniture."""
        (self._folded.add if folded else self._folded.discard)(run.first)
        for block in range(run.first, run.last + 1):
            self._laid.pop(block, None)
            self.laid(block)

    def _hide(self, run: Run) -> None:
        if run.first in self._folded:
            for block in range(run.first + 1, run.last + 1):
                self.heights.replace(block, 0)

    def _spans(self, block: int) -> list[Span]:
        return self.placing.touching(*self.blocks.place(block))

    def _make_room(self, block: int) -> None:
        """Forget the blocks farthest from the one that is asked for, once too many are kept."""
        if len(self._laid) >= _KEPT:
            near = sorted(self._laid, key=lambda other: abs(other - block))
            for far in near[_KEPT // 2 :]:
                del self._laid[far]
