"""Find the tables that are ruled on a page, and read their cells, stretched ones included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.text.loading.pdf_words import Word, lines_of, text_of

_NEAR = 3.0
"""Points within which two rules are one, or touch."""

_MOST_RULES = 3000


class Rule(NamedTuple):
    """A straight line across or down a page, in points, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_across(self) -> bool:
        """Tell whether it lies rather than stands."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True)
class Table:
    """A ruled grid: the places of its borders from left to right and from top to bottom, and its rules."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    rules: tuple[Rule, ...]

    def holds(self, word: Word) -> bool:
        """Tell whether a word stands in it."""
        x, y = word.middle
        return self.columns[0] <= x <= self.columns[-1] and self.rows[0] <= y <= self.rows[-1]

    def lines(self, words: Sequence[Word]) -> list[str]:
        """Return its rows as lines with tabs, from the words that stand in it; empty rows left out."""
        cells: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            x, y = word.middle
            row = min(max(bisect_right(self.rows, y) - 1, 0), len(self.rows) - 2)
            column = min(max(bisect_right(self.columns, x) - 1, 0), len(self.columns) - 2)
            cells.setdefault(self._owner(row, column), []).append(word)
        texts = {at: " ".join(map(text_of, lines_of(held))) for at, held in cells.items()}
        grid = (
            [texts.get((row, column), "") for column in range(len(self.columns) - 1)]
            for row in range(len(self.rows) - 1)
        )
        return [line for line in ("\t".join(row).rstrip("\t") for row in grid) if line.strip()]

    def _owner(self, row: int, column: int) -> tuple[int, int]:
        """Return the cell a place belongs to: the one it is not ruled off from, to its left or above it."""
        y = (self.rows[row] + self.rows[row + 1]) / 2
        while column > 0 and not self._is_ruled(self.columns[column], y, across=False):
            column -= 1
        x = (self.columns[column] + self.columns[column + 1]) / 2
        while row > 0 and not self._is_ruled(x, self.rows[row], across=True):
            row -= 1
        return row, column

    def _is_ruled(self, x: float, y: float, *, across: bool) -> bool:
        return any(
            rule.is_across == across
            and rule.left - _NEAR <= x <= rule.right + _NEAR
            and rule.top - _NEAR <= y <= rule.bottom + _NEAR
            for rule in self.rules
        )


def tables(rules: Sequence[Rule]) -> list[Table]:
    """Return the grids that rules make, from top to bottom; a frame around text is none."""
    found = (_table(group) for group in _groups(rules[:_MOST_RULES]))
    return sorted((table for table in found if table), key=lambda table: table.rows[0])


def _table(rules: list[Rule]) -> Table | None:
    columns = _places([rule.left for rule in rules if not rule.is_across])
    rows = _places([rule.top for rule in rules if rule.is_across])
    if len(columns) < 3 or len(rows) < 2:
        return None
    return Table(columns, rows, tuple(rules))


def _places(values: list[float]) -> tuple[float, ...]:
    """Return where rules lie, those that are near each other as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return tuple(found)


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return the rules that touch each other, group by group."""
    groups: list[tuple[Rule, list[Rule]]] = []
    for rule in sorted(set(rules), key=lambda rule: (rule.top, rule.left)):
        touched = [group for group in groups if _touch(group[0], rule)]
        groups = [group for group in groups if not any(group is each for each in touched)]
        held = [rule, *(each for _, group in touched for each in group)]
        groups.append((_around(held if not touched else [rule, *(box for box, _ in touched)]), held))
    return [held for _, held in groups]


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left - _NEAR <= other.right
        and other.left - _NEAR <= one.right
        and one.top - _NEAR <= other.bottom
        and other.top - _NEAR <= one.bottom
    )


def _around(rules: Sequence[Rule]) -> Rule:
    return Rule(
        min(rule.left for rule in rules),
        min(rule.top for rule in rules),
        max(rule.right for rule in rules),
        max(rule.bottom for rule in rules),
    )
