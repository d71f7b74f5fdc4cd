"""Shelving: the rows of the library in an order and through a filter, for a hundred thousand reports too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from annotator.domain.progress import ReportRow, Stage
from annotator.workspace.filtering import folded

Order = Literal["added", "name", "date", "left", "stage"]

_BY_STAGE = {Stage.DISPUTED: 0, Stage.IN_WORK: 1, Stage.UNTOUCHED: 2, Stage.DONE: 3}


@dataclass(frozen=True, slots=True)
class Totals:
    """What all rows come to: reports, those done, spans decided, candidates left, and seconds spent."""

    reports: int = 0
    done: int = 0
    decided: int = 0
    left: int = 0
    seconds: float = 0.0


class Shelf:
    """All rows of a library by their place, which is the order they were added in.

    What is asked of it are places: the caller keeps those it shows.
    """

    def __init__(self, rows: Iterable[ReportRow] = ()) -> None:
        self._rows = list(rows)
        self._places = {row.id: place for place, row in enumerate(self._rows)}
        self._words: list[str] = []
        self.totals = _totals(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place: int) -> ReportRow:
        return self._rows[place]

    @property
    def rows(self) -> Sequence[ReportRow]:
        """Return all rows."""
        return self._rows

    def place(self, report_id: str) -> int | None:
        """Return the place of a report, None when it is not there."""
        return self._places.get(report_id)

    def put(self, row: ReportRow) -> int:
        """Put a row in place of the one of its report, or behind all others; return its place."""
        place = self._places.get(row.id)
        if place is None:
            place = self._places[row.id] = len(self._rows)
            self._rows.append(row)
            self.totals = _sum(self.totals, _totals([row]), 1)
        else:
            self.totals = _sum(_sum(self.totals, _totals([self._rows[place]]), -1), _totals([row]), 1)
            self._rows[place] = row
        return place

    def arranged(self, order: Order) -> list[int]:
        """Return every place in an order; what is equal stays in the order of adding."""
        places = range(len(self._rows))
        if order == "added":
            return list(places)
        rows = self._rows
        if order == "name":
            self.prepare()
            keys: Sequence[object] = self._words
        elif order == "date":
            # The latest first, reports without a date last.
            return sorted(places, key=lambda place: rows[place].date, reverse=True)
        elif order == "left":
            keys = [-row.counts.left for row in rows]
        else:
            keys = [_BY_STAGE[row.stage] for row in rows]
        return sorted(places, key=keys.__getitem__)  # type: ignore[arg-type]  # one kind of key at a time

    def matching(
        self, places: Iterable[int], words: str, stage: Stage | None = None, *, assignee: str = ""
    ) -> list[int]:
        """Return the places whose title, file name or date holds every word, tones and case aside.

        With a stage, only reports that stand there, finished ones with open disputes among the disputed; with
        an assignee, only those that are theirs to annotate.
        """
        rows = self._rows
        if stage is Stage.DISPUTED:
            kept = [place for place in places if rows[place].stage is stage or rows[place].disputes]
        else:
            kept = list(places) if stage is None else [n for n in places if rows[n].stage is stage]
        if assignee:
            kept = [place for place in kept if assignee in self._rows[place].assignees]
        for word in folded(words).split():
            self.prepare()
            held = self._words
            kept = [place for place in kept if word in held[place]]
        return kept

    def prepare(self, most: int | None = None) -> bool:
        """Fold what words are looked for in, of so many more rows; tell whether any are left to do.

        Each row is folded once, since neither title nor name of a report ever changes.
        """
        first = len(self._words)
        for row in self._rows[first : None if most is None else first + most]:
            self._words.append(folded(f"{row.title or row.name}\n{row.name}\n{row.date}"))
        return len(self._words) < len(self._rows)


def _totals(rows: Sequence[ReportRow]) -> Totals:
    return Totals(
        len(rows),
        sum(row.stage is Stage.DONE for row in rows),
        sum(row.counts.decided for row in rows),
        sum(row.counts.left for row in rows),
        sum(row.seconds for row in rows),
    )


def _sum(one: Totals, other: Totals, sign: int) -> Totals:
    return Totals(
        one.reports + sign * other.reports,
        one.done + sign * other.done,
        one.decided + sign * other.decided,
        one.left + sign * other.left,
        one.seconds + sign * other.seconds,
    )
