"""Sampling an export: the first lines it would write, worked out before anything is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from annotator import plugins
from annotator.domain.errors import UserError
from annotator.formats.base import silent
from annotator.formats.figure_rows import figure_rows

if TYPE_CHECKING:
    from annotator.domain.gold import GoldReport
    from annotator.domain.schema import Schema

REPORTS = 2
"""Reports that are written for a sample."""

_LINES, _WIDTH = 8, 160
_TEXTS = frozenset({".ann", ".conll", ".json", ".jsonl", ".jsonld", ".csv", ".tsv", ".txt", ".xmi", ""})
_SHOWN = ("label", "text", "indicator", "value", "unit", "direction")


def sample(golds: Sequence[GoldReport], format: str, schema: Schema) -> tuple[str, ...]:
    """Return the first lines that a format writes of some gold, cut short; figures where it is no text.

    Nothing is left of what is written for it. A format that cannot write them shows nothing.
    """
    if format in plugins.names("formats"):
        with TemporaryDirectory(prefix="annotator-") as folder:
            place = Path(folder, "sample")
            try:
                done = plugins.load("formats", format)().write(
                    golds, schema=schema, path=place, progress=silent
                )
            except UserError:
                return ()
            lines = _first_lines([file for file in done.files if file.suffix in _TEXTS])
            if lines:
                return lines
    rows = [row for gold in golds for row in figure_rows(gold)][:_LINES]
    return tuple(" · ".join(row[name] or "–" for name in _SHOWN)[:_WIDTH] for row in rows)


def _first_lines(files: Sequence[Path]) -> tuple[str, ...]:
    """Return the first lines of the file that says most: annotations before texts."""
    ranked = sorted(files, key=lambda file: (file.suffix == ".txt", file.name))
    for file in ranked:
        with file.open(encoding="utf-8-sig") as opened:
            lines = [opened.readline(4 * _WIDTH).rstrip() for _ in range(_LINES)]
        if any(lines):
            return tuple(line[:_WIDTH] for line in lines if line)
    return ()
