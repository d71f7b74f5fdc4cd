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
        wished = self._wished(cells, QFontMetricsF(sizes.face(BlockKind.ROW).font), count)
        self._widths = shared_out(wished, width - 2 * inset - self._gap * (count - 1))
        self._lefts = [inset + sum(self._widths[:at]) + self._gap * at for at in range(count)]

    def place(self, column: int) -> tuple[float, float]:
        """Return the left edge and the width of a column; one beyond the last counts as the last."""
        at = min(column, len(self._widths) - 1)
        return self._lefts[at], self._widths[at]

    def is_numeric(self, column: int) -> bool:
        """Tell whether a column holds numbers only, below its head."""
        return column < len(self._numeric) and self._numeric[column]

    def _wished(self, cells: list[list[str]], metrics: QFontMetricsF, count: int) -> list[float]:
        head = QFontMetricsF(self.head_font)
        wished = [0.0] * count
        for number, row in enumerate(cells):
            used = metrics if number else head
            for at, cell in enumerate(row):
                wished[at] = max(wished[at], used.horizontalAdvance(cell) + 2)
        return wished


def shared_out(wished: list[float], width: float) -> list[float]:
    """Return the widths wished for; where they do not fit, the widest are cut down to one common width."""
    left, open_columns = max(width, 1.0), sorted(wished)
    for place, wish in enumerate(open_columns):
        share = left / (len(open_columns) - place)
        if wish > share:
            return [min(one, share) for one in wished]
        left -= wish
    return wished


def _is_numeric(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_NUMBER.fullmatch(cell) for cell in filled)
