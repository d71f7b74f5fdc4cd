"""Cut a table of a report into rows and cells with their places, and tell its head from its body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotator.extract.figures.pages import Page

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\t|]+")
_BARE_NUMBER = re.compile(r"[-+–]?\d+(?:[.,]\d+)*(?: ?%)?\*{0,2}")
_NUMBERING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[ivxlc]+|[a-zđ]|[-–+*•])[.)]?")
_COLUMN_CODE = re.compile(r"(?:[a-zđ]|\(?\d{1,2}\)?(?: ?= ?[\d():/+ -]+)?)")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell `[start, end)` in code points without the spaces around it, and its column."""

    start: int
    end: int
    column: int
    words: str

    @property
    def is_number(self) -> bool:
        """Tell whether the cell holds a bare number, a sign or per cent sign allowed."""
        return _BARE_NUMBER.fullmatch(self.words) is not None

    @property
    def is_numbering(self) -> bool:
        """Tell whether the cell only numbers its row."""
        return _NUMBERING.fullmatch(self.words) is not None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the cells of its head by column, and its rows."""

    heads: dict[int, list[Cell]]
    rows: tuple[tuple[Cell, ...], ...]
    start: int


def grid_of(page: Page, start: int, end: int) -> Grid | None:
    """Return the table in `[start, end)` code points, or None when no row of numbers stands under a head."""
    rows = [_cells(page, line.start(), line.end()) for line in _LINE.finditer(page.plain, start, end)]
    rows = [row for row in rows if any(map(_sounds, row))]
    body = next((at for at, row in enumerate(rows) if _is_body(row)), None)
    if not body:
        return None
    heads: dict[int, list[Cell]] = {}
    for row in rows[:body]:
        for cell in row:
            heads.setdefault(cell.column, []).append(cell)
    return Grid(heads=heads, rows=tuple(tuple(row) for row in rows[body:]), start=start)


def _cells(page: Page, start: int, end: int) -> list[Cell]:
    """Return the cells of one line; empty ones keep their column but are left out."""
    line = page.plain[start:end]
    leading = len(line) - len(line.lstrip(" "))
    offset = 1 if line[leading : leading + 1] == "|" else 0
    cells: list[Cell] = []
    column, position = 0, start
    for piece in re.split(r"([\t|])", line):
        if piece in {"\t", "|"}:
            column += 1
        elif piece.strip():
            left = position + len(piece) - len(piece.lstrip())
            right = left + len(piece.strip())
            cells.append(Cell(start=left, end=right, column=column - offset, words=page.plain[left:right]))
        position += len(piece)
    return cells


def _sounds(cell: Cell) -> bool:
    """Tell whether a cell holds a letter or digit, so is no ruler."""
    return any(map(str.isalnum, cell.words))


def _is_body(row: list[Cell]) -> bool:
    """Tell whether a row holds numbers beside a label, and is no row of column codes."""
    if all(_COLUMN_CODE.fullmatch(cell.words) for cell in row):
        return False
    numbers = [cell for cell in row if cell.is_number]
    labels = [cell for cell in row if not cell.is_number and not cell.is_numbering]
    return bool(labels) and any(cell.column > labels[0].column for cell in numbers)
