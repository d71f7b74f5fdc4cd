"""Coefficients: agreement beyond chance over categories of tokens, Cohen's kappa and Krippendorff's alpha."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

Cell = tuple[str, str]
"""The category one annotator gave a token, and the one another gave it; empty for none."""


def cohen_kappa(table: Mapping[Cell, float]) -> float | None:
    """Return kappa of a table of joint counts; None where chance alone would agree on everything.

    Source: J. Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological
    Measurement 20, 37-46.
    """
    total = sum(table.values())
    if not total:
        return None
    rows, columns = _margins(table)
    expected = sum(count * columns.get(name, 0) for name, count in rows.items()) / total**2
    observed = sum(count for (row, column), count in table.items() if row == column) / total
    return None if expected >= 1 else (observed - expected) / (1 - expected)


def krippendorff_alpha(coincidences: Mapping[Cell, float]) -> float | None:
    """Return nominal alpha of a table of coincidences; None where only one category was ever used.

    Source: K. Krippendorff (2011), Computing Krippendorff's alpha-reliability.
    """
    total = sum(coincidences.values())
    rows, _ = _margins(coincidences)
    expected = total**2 - sum(count**2 for count in rows.values())
    if total <= 1 or not expected:
        return None
    observed = sum(count for (row, column), count in coincidences.items() if row != column)
    return 1 - (total - 1) * observed / expected


def coincidences_of(units: Iterable[Sequence[str]]) -> dict[Cell, float]:
    """Count coincidences of units, each the categories its annotators gave it; one alone says nothing."""
    found: dict[Cell, float] = {}
    for unit in units:
        for pair in permutations(unit, 2):
            found[pair] = found.get(pair, 0) + 1 / (len(unit) - 1)
    return found


def coincidences_of_table(table: Mapping[Cell, float], *, annotators: int = 2) -> dict[Cell, float]:
    """Return the coincidences that one pair of annotators adds, of so many who coded the same tokens."""
    found: dict[Cell, float] = {}
    for (row, column), count in table.items():
        for cell in ((row, column), (column, row)):
            found[cell] = found.get(cell, 0) + count / (annotators - 1)
    return found


def one_against_all(table: Mapping[Cell, float], category: str) -> dict[Cell, float]:
    """Return a table in which all categories but one are the same."""
    found: dict[Cell, float] = {}
    for (row, column), count in table.items():
        cell = (row if row == category else "", column if column == category else "")
        found[cell] = found.get(cell, 0) + count
    return found


def _margins(table: Mapping[Cell, float]) -> tuple[dict[str, float], dict[str, float]]:
    rows: dict[str, float] = {}
    columns: dict[str, float] = {}
    for (row, column), count in table.items():
        rows[row] = rows.get(row, 0) + count
        columns[column] = columns.get(column, 0) + count
    return rows, columns
