"""Spreadsheets: the figures as a CSV file, and figures with entities as an Excel workbook."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.schema import Schema
from annotator.formats.base import Holds, ParsedReport, Progress, Summary, silent
from annotator.formats.figure_rows import (
    ENTITY_HEADS,
    FIGURE_HEADS,
    entity_rows,
    figure_rows,
    harmless,
    is_number,
)
from annotator.formats.losses import Losses
from annotator.whole_files import whole_file, whole_path

_EXACT = 15
"""Digits of a number that a spreadsheet keeps; a longer one is written as text."""

_LONGEST_CELL = 32_767
_WIDTHS = {"report": 24, "text": 26, "indicator": 36, "value": 18, "period": 20, "sentence": 80, "holds": 36}

Rows = Callable[[GoldReport], Iterable[Mapping[str, str]]]


class Csv:
    """The format `csv`: a row a figure, for spreadsheets and pandas; UTF-8 with the mark that Excel needs."""

    name = "csv"
    title = "CSV of the figures"
    suffix = ".csv"
    can_read = False
    can_write = True
    holds = Holds(overlaps=True, relations=False, undecided=False, scores=False)

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write the figures of every report into the file `path`, which appears when it is complete."""
        losses, told, count = Losses(), 0, 0
        with whole_file(path) as file:
            file.write("\ufeff")
            table = csv.writer(file, lineterminator="\n")
            table.writerow(FIGURE_HEADS)
            for count, gold in enumerate(reports, 1):
                rows = list(figure_rows(gold))
                table.writerows([harmless(head, row[head]) for head in FIGURE_HEADS] for row in rows)
                told += len(rows)
                standing = sum(span.is_standing for span in gold.spans)
                losses.add("entities and indicators", "the table has figures only", standing - len(rows))
                _count_losses(gold, rows, losses)
                progress(count)
        return Summary(count, told, 0, (path,), notes=losses.lines())

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Refuse: a table has no report texts to put spans into."""
        raise UserError("cannot-read", "csv is a format for export only; choose another")


class Excel:
    """The format `xlsx`: a sheet of figures and one of entities; nothing in it is a formula."""

    name = "xlsx"
    title = "Excel workbook of figures and entities"
    suffix = ".xlsx"
    can_read = False
    can_write = True
    holds = Holds(overlaps=True, relations=False, undecided=False, scores=False)

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write the spans of every report into the workbook `path`, which appears when it is complete."""
        import xlsxwriter

        losses, told, count = Losses(), 0, 0
        # Rows of a sheet are written to disk in turn, so that a long export takes no memory.
        safe = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
        with whole_path(path) as beside, _faults_told(), xlsxwriter.Workbook(str(beside), safe) as book:
            sheets = [
                _Sheet(book, "figures", FIGURE_HEADS, figure_rows),
                _Sheet(book, "entities", ENTITY_HEADS, entity_rows),
            ]
            for count, gold in enumerate(reports, 1):
                told += sum(sheet.add(gold) for sheet in sheets)
                _count_losses(gold, [*figure_rows(gold), *entity_rows(gold)], losses)
                progress(count)
        return Summary(count, told, 0, (path,), notes=losses.lines())

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Refuse: a table has no report texts to put spans into."""
        raise UserError("cannot-read", "xlsx is a format for export only; choose another")


@contextmanager
def _faults_told() -> Iterator[None]:
    """Let a workbook that cannot be written raise the system's own error, as every file does."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        yield
    except FileCreateError as error:
        if error.args and isinstance(error.args[0], OSError):
            raise error.args[0] from error
        raise


def _count_losses(gold: GoldReport, rows: Sequence[Mapping[str, str]], losses: Losses) -> None:
    """Count attributes of the spans in rows that no column has, and links, of which words are left."""
    held = {(row["label"], row["start"], row["end"]): row for row in rows}
    there = (
        (span, held.get((span.label, str(span.start), str(span.end))))
        for span in gold.spans
        if span.is_standing
    )
    dropped = (sum(name not in row for name in span.attributes) for span, row in there if row is not None)
    losses.add("attributes", "the table has no column for them", sum(dropped))
    why = "indicator, period and what is held stand there as words, not as links"
    losses.add("relations", why, len(gold.relations))


class _Sheet:
    """A sheet that grows row by row, its first row standing still."""

    def __init__(self, book: Any, name: str, heads: Sequence[str], rows: Rows) -> None:
        self._sheet = book.add_worksheet(name)
        self._heads, self._rows, self._at = heads, rows, 0
        for column, head in enumerate(heads):
            self._sheet.set_column(column, column, _WIDTHS.get(head, 12))
            self._sheet.write_string(0, column, head, book.add_format({"bold": True}))
        self._sheet.freeze_panes(1, 0)

    def add(self, gold: GoldReport) -> int:
        """Write the rows of one report; return how many there were."""
        before = self._at
        for row in self._rows(gold):
            self._at += 1
            for column, head in enumerate(self._heads):
                cell = row[head]
                if is_number(head, cell) and len(cell.lstrip("-").replace(".", "")) <= _EXACT:
                    self._sheet.write_number(self._at, column, float(cell))
                elif cell:
                    self._sheet.write_string(self._at, column, cell[:_LONGEST_CELL])
        return self._at - before
