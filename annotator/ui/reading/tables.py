"""Tables: column widths and alignment of the rows of one table, so that its cells stand under each other."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QFontMetricsF

from annotator.ui.reading.blocks import BlockKind, Blocks, Run
from annotator.ui.reading.typography import Typography

_MEASURED = 200
"""Rows looked at for the widths; a longer table is taken to go on as it began."""

_NUMBER = re.compile(r"[\s\d.,%+\-–/()*]*")


class Columns:
    """Where the columns of one table stand, in pixels of the text column."""

    def __init__(self, blocks: Blocks, table: Run, sizes: Typography, width: int) -> None:
        self.head_font = QFont(sizes.face(BlockKind.ROW).font)
        self.head_font.setBold(True)
        self._gap, inset = sizes.px(16), sizes.px(4)
        rows = range(table.first, min(table.last, table.first + _MEASURED) + 1)
        cells = [[blocks.text[start:end] for start, end in blocks.cells(row)] for row in rows]
        count = max(len(row) for row in cells)
        self._numeric = [_is_numeric([row[at] for row in cells[1:] if at < len(row)]) for at in range(count)]
        needed, wished = self._widths_of(cells, QFontMetricsF(sizes.face(BlockKind.ROW).font), count)
        self._widths = shared_out(needed, wished, width - 2 * inset - self._gap * (count - 1))
        self._lefts = [inset + sum(self._widths[:at]) + self._gap * at for at in range(count)]

    def place(self, column: int) -> tuple[float, float]:
        """Return the left edge and the width of a column; one beyond the last counts as the last."""
        at = min(column, len(self._widths) - 1)
        return self._lefts[at], self._widths[at]

    def is_numeric(self, column: int) -> bool:
        """Tell whether a column holds numbers only, below its head."""
        return column < len(self._numeric) and self._numeric[column]

    def _widths_of(
        self, cells: list[list[str]], metrics: QFontMetricsF, count: int
    ) -> tuple[list[float], list[float]]:
        """Return the widths that keep body cells on one line, and those that keep the head on one too."""
        head = QFontMetricsF(self.head_font)
        needed, wished = [0.0] * count, [0.0] * count
        for number, row in enumerate(cells):
            for at, cell in enumerate(row):
                whole = (metrics if number else head).horizontalAdvance(cell) + 2
                words = cell.split() if number == 0 else ()
                least = max((head.horizontalAdvance(word) + 2 for word in words), default=whole)
                needed[at], wished[at] = max(needed[at], least), max(wished[at], whole)
        return needed, wished


def shared_out(needed: list[float], wished: list[float], width: float) -> list[float]:
    """Return column widths: those wished for where they fit, else what is needed and a share of the rest.

    Where not even that fits, the widest are cut down to one common width.
    """
    if sum(wished) <= width:
        return wished
    spare, lack = width - sum(needed), sum(wished) - sum(needed)
    if spare >= 0 and lack > 0:
        share = spare / lack
        return [need + (wish - need) * share for need, wish in zip(needed, wished, strict=True)]
    return _cut_down(needed, max(width, 1.0))


def _cut_down(widths: list[float], width: float) -> list[float]:
    ordered = sorted(widths)
    for place, one in enumerate(ordered):
        share = width / (len(ordered) - place)
        if one > share:
            return [min(other, share) for other in widths]
        width -= one
    return widths


def _is_numeric(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_NUMBER.fullmatch(cell) for cell in filled)
