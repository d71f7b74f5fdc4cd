"""Heights: the heights of a column of blocks, estimated or true, summed fast from the top."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_GROUP = 128


class Heights:
    """Heights in whole pixels; changing one or asking for a sum costs the same in any report."""

    def __init__(self, heights: Sequence[int]) -> None:
        self._each = list(heights)
        self._groups = [sum(self._each[at : at + _GROUP]) for at in range(0, len(self._each), _GROUP)]

    def __len__(self) -> int:
        return len(self._each)

    def __getitem__(self, block: int) -> int:
        return self._each[block]

    @property
    def total(self) -> int:
        """Return the height of the whole column."""
        return sum(self._groups)

    def replace(self, block: int, height: int) -> None:
        """Give a block another height."""
        self._groups[block // _GROUP] += height - self._each[block]
        self._each[block] = height

    def above(self, block: int) -> int:
        """Return the distance from the top of the column to the top of a block."""
        group = block // _GROUP
        return sum(self._groups[:group]) + sum(self._each[group * _GROUP : block])

    def at(self, y: int) -> int:
        """Return the block at a distance from the top, the first or last one beyond the ends."""
        ends = list(accumulate(self._groups))
        group = min(bisect_right(ends, max(0, y)), len(ends) - 1)
        first = group * _GROUP
        inner = max(0, y) - (ends[group] - self._groups[group])
        within = list(accumulate(self._each[first : first + _GROUP]))
        return first + min(bisect_right(within, inner), len(within) - 1)
