"""Blocks: a report's text cut into lines to be laid out one by one, each with what it is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

from annotator.domain.reports import Report, Section, SectionKind

LONGEST = 6000
"""Code points laid out at once: a longer line is cut at a space, so that no report is slow to open."""


class BlockKind(StrEnum):
    """How a block is set."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"
    CHROME = "chrome"
    ROW = "row"
    BLANK = "blank"


_SET_AS = {
    SectionKind.TITLE: BlockKind.TITLE,
    SectionKind.HEADING: BlockKind.HEADING,
    SectionKind.TABLE: BlockKind.ROW,
    SectionKind.CHROME: BlockKind.CHROME,
}
_CELL = re.compile(r"[^\t|]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring blocks that belong together: a table, or page furniture that is folded as one."""

    first: int
    last: int
    """The last block, included."""


class Blocks:
    """The lines of one report, each half-open in code points and without its line break."""

    def __init__(self, report: Report) -> None:
        self.text = report.text
        lines = report.text.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]
        self.ends = [start + len(line) for start, line in zip(self.starts, lines, strict=True)]
        if any(len(line) > LONGEST for line in lines):
            self._cut_long_lines()
        self._special = sorted(
            (section for section in report.sections if section.kind in _SET_AS), key=lambda s: s.start
        )
        self._kinds = dict(self._found_kinds())

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, position: int) -> int:
        """Return the block a code point lies in; its line break counts to it."""
        return max(0, bisect_right(self.starts, position) - 1)

    def touched(self, start: int, end: int) -> range:
        """Return the blocks that `[start, end)` in code points touches."""
        return range(self.at(start), self.at(max(start, end - 1)) + 1)

    def place(self, block: int) -> tuple[int, int]:
        """Return where a block starts and ends, half-open."""
        return self.starts[block], self.ends[block]

    def kind(self, block: int) -> BlockKind:
        """Return how a block is set."""
        if self.starts[block] == self.ends[block]:
            return BlockKind.BLANK
        return self._kinds.get(block, BlockKind.TEXT)

    def special(self) -> Iterator[tuple[int, BlockKind]]:
        """Yield the blocks that are neither plain text nor blank."""
        return iter(self._kinds.items())

    def chrome_in(self, block: int) -> list[tuple[int, int]]:
        """Return the ranges of page furniture inside a block of text, cut to it."""
        start, end = self.place(block)
        return [(max(start, s.start), min(end, s.end)) for s in self._chrome_touching(start, end)]

    def cells(self, block: int) -> list[tuple[int, int]]:
        """Return the cells of a table row, white space at their ends left out, empty ones as `(n, n)`."""
        start, end = self.place(block)
        row = self.text[start:end]
        separator = "\t" if "\t" in row else "|"
        cells = []
        at = start
        for cell in row.split(separator):
            left = at + len(cell) - len(cell.lstrip())
            cells.append((left, max(left, at + len(cell.rstrip()))))
            at += len(cell) + 1
        return cells

    @cached_property
    def tables(self) -> list[Run]:
        """Return the tables, each a run of rows."""
        return self._runs(BlockKind.ROW, over_blanks=False)

    @cached_property
    def furniture(self) -> list[Run]:
        """Return the runs of whole lines of page furniture, blank lines between them included."""
        return self._runs(BlockKind.CHROME, over_blanks=True)

    def run_of(self, runs: list[Run], block: int) -> Run | None:
        """Return the run a block lies in, if any."""
        at = bisect_right(runs, block, key=lambda run: run.first) - 1
        return runs[at] if at >= 0 and block <= runs[at].last else None

    def words_of(self, run: Run) -> str:
        """Return the text of a run, its line breaks included."""
        return self.text[self.starts[run.first] : self.ends[run.last]]

    def _runs(self, kind: BlockKind, *, over_blanks: bool) -> list[Run]:
        runs: list[Run] = []
        for block in sorted(at for at, found in self._kinds.items() if found is kind):
            if runs and self._adjoins(runs[-1].last, block, over_blanks=over_blanks):
                runs[-1] = Run(runs[-1].first, block)
            else:
                runs.append(Run(block, block))
        return runs

    def _adjoins(self, last: int, block: int, *, over_blanks: bool) -> bool:
        between = range(last + 1, block)
        return not between or (over_blanks and all(self.starts[b] == self.ends[b] for b in between))

    def _found_kinds(self) -> Iterator[tuple[int, BlockKind]]:
        for section in self._special:
            kind = _SET_AS[section.kind]
            for block in self.touched(section.start, section.end):
                if self.starts[block] == self.ends[block]:
                    continue
                if kind is BlockKind.ROW and len(_CELL.findall(self.text, *self.place(block))) < 2:
                    continue
                if kind is not BlockKind.CHROME or self._is_all_chrome(block):
                    yield block, kind

    def _is_all_chrome(self, block: int) -> bool:
        """Tell whether nothing but white space of a block lies outside page furniture."""
        at, end = self.place(block)
        for section in self._chrome_touching(at, end):
            if self.text[at : section.start].strip():
                return False
            at = max(at, section.end)
        return not self.text[at:end].strip()

    @cached_property
    def _chrome(self) -> list[Section]:
        return [section for section in self._special if section.kind is SectionKind.CHROME]

    def _chrome_touching(self, start: int, end: int) -> list[Section]:
        before = bisect_left(self._chrome, end, key=lambda section: section.start)
        touching = []
        for section in reversed(self._chrome[:before]):
            if section.end <= start:
                break
            touching.append(section)
        return touching[::-1]

    def _cut_long_lines(self) -> None:
        starts, ends = [], []
        for start, end in zip(self.starts, self.ends, strict=True):
            at = start
            while end - at > LONGEST:
                space = self.text.rfind(" ", at + LONGEST // 2, at + LONGEST)
                cut = space + 1 if space >= 0 else at + LONGEST
                starts.append(at)
                ends.append(cut)
                at = cut
            starts.append(at)
            ends.append(end)
        self.starts, self.ends = starts, ends
