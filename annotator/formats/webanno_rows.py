"""Rows of WebAnno's TSV: what the columns of each say, brought together to spans and relations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotator.formats.webanno_escapes import plain_value, stacked
from annotator.formats.webanno_header import Layer
from annotator.formats.webanno_tsv import NO_VALUE, NOTHING

_UNIT = re.compile(r"(\d{1,9}-\d{1,9}(?:\.\d{1,9})?)\t(\d{1,15})-(\d{1,15})\t([^\t]*)\t?(.*)", re.DOTALL)
_NAMED = re.compile(r"(.*)\[(\d{1,9})\]", re.DOTALL)
_SOURCE = re.compile(r"(\d{1,9}-\d{1,9}(?:\.\d{1,9})?)(?:\[(\d{1,9})_(\d{1,9})\])?")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a token or a part of one; offsets are UTF-16 units."""

    unit: str
    begin: int
    end: int
    token: str
    columns: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    """A span as far as it is known: from the first of its lines to the last."""

    layer: Layer
    begin: int
    end: int
    features: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Link:
    """A relation by where its ends are: a unit, and the number of the span there (0 where it has none)."""

    layer: Layer
    label: str
    source: tuple[str, int]
    target: tuple[str, int]


class Rows:
    """Takes the rows of a file and tells its spans and relations."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self._layers = layers
        self._width = sum(len(layer.columns) for layer in layers)
        self._spans: list[_Found] = []
        self._by_number: dict[tuple[str, int], int] = {}
        self._by_unit: dict[tuple[str, str], int] = {}
        self._links: list[_Link] = []
        self._chains = self._slots = self._loose_ends = self._empty = 0

    def parsed(self, line: str) -> Row | str:
        """Return the row of a line, or what is wrong with it."""
        found = _UNIT.fullmatch(line)
        if found is None:
            return "it is no line of WebAnno's: number, offsets, token, columns"
        columns = tuple(found[5].split("\t"))
        if len(columns) < self._width:
            return f"it has {len(columns)} columns behind the token, not the {self._width} of the header"
        begin, end = int(found[2]), int(found[3])
        if begin > end:
            return "its token ends before it begins"
        return Row(found[1], begin, end, found[4], columns)

    def take(self, row: Row) -> None:
        """Take what the columns of a row say."""
        for layer in self._layers:
            cells = row.columns[layer.first : layer.first + len(layer.columns)]
            if all(cell == NOTHING for cell in cells):
                continue
            if layer.kind == "span":
                self._take_spans(layer, row)
            elif layer.kind == "relation":
                self._take_links(layer, row)
            else:
                self._chains += 1

    def told(self, points: Callable[[int], int]) -> dict[str, Any]:
        """Return spans and relations in the shape of our lines; `points` makes code points of units."""
        spans = []
        for number, found in enumerate(self._spans):
            if found.begin == found.end:
                self._empty += 1
                continue
            said = found.features
            given = {name[2:]: value for name, value in said.items() if name.startswith("a_")}
            label = said.get("label") or said.get("value") or found.layer.word
            place = {"start": points(found.begin), "end": points(found.end)}
            spans.append({"id": f"w{number}", **place, "label": label, "attributes": given})
        there = {span["id"] for span in spans}
        relations = []
        for link in self._links:
            ends = [self._end(link.layer, *end) for end in (link.source, link.target)]
            if not there.issuperset(ends):
                self._loose_ends += 1
                continue
            relations.append({"label": link.label, "from": ends[0], "to": ends[1]})
        return {"spans": spans, "relations": relations}

    def left_out(self) -> Iterator[str]:
        """Yield a line for each kind of thing that was left out, once all was told."""
        for count, what in (
            (self._chains, "lines of chains"),
            (self._slots, "slots"),
            (self._loose_ends, "relations whose ends are not there"),
            (self._empty, "annotations of no width"),
        ):
            if count:
                yield f"{count} {what} were left out"

    def _take_spans(self, layer: Layer, row: Row) -> None:
        here: dict[int, int] = {}
        for at in layer.roles:
            self._slots += row.columns[at] not in {NOTHING, NO_VALUE}
        for at, name in [*layer.plain, *((role, "") for role in layer.roles)]:
            if row.columns[at] == NOTHING:
                continue
            for place, cell in enumerate(stacked(row.columns[at])):
                named = _NAMED.fullmatch(cell)
                value = named[1] if named else cell
                if place not in here:
                    here[place] = self._span(layer, row, int(named[2]) if named else None)
                if name and value != NO_VALUE:
                    self._spans[here[place]].features[name] = plain_value(value)
        if here:
            self._by_unit.setdefault((layer.type, row.unit), here[min(here)])

    def _span(self, layer: Layer, row: Row, number: int | None) -> int:
        """Return which span a row speaks of: the one of that number, or a new one."""
        at = None if number is None else self._by_number.get((layer.type, number))
        if at is None:
            at = len(self._spans)
            self._spans.append(_Found(layer, row.begin, row.end))
        found = self._spans[at]
        found.begin, found.end = min(found.begin, row.begin), max(found.end, row.end)
        if number is not None:
            self._by_number[layer.type, number] = at
        return at

    def _take_links(self, layer: Layer, row: Row) -> None:
        labels: dict[int, str] = {}
        for at, name in layer.plain:
            for place, cell in enumerate(stacked(row.columns[at])):
                if cell not in {NO_VALUE, NOTHING} and (name in {"label", "value"} or place not in labels):
                    named = _NAMED.fullmatch(cell)
                    labels[place] = plain_value(named[1] if named else cell)
        for place, cell in enumerate(stacked(row.columns[layer.first + len(layer.columns) - 1])):
            found = _SOURCE.fullmatch(cell)
            if found is None:
                self._loose_ends += 1
                continue
            source, target = (int(found[2] or 0), int(found[3] or 0))
            label = labels.get(place) or layer.word
            self._links.append(_Link(layer, label, (found[1], source), (row.unit, target)))

    def _end(self, layer: Layer, unit: str, number: int) -> str:
        """Return the id of the span at an end of a relation; no span has it where none is there."""
        key = (layer.base, number)
        at = self._by_number.get(key) if number else self._by_unit.get((layer.base, unit))
        return "" if at is None else f"w{at}"
