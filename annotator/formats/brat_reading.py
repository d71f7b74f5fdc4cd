"""brat standoff read back: the lines of each `.ann` file checked one by one against its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.schema import Schema
from annotator.formats.base import ParsedReport, Problem, Progress
from annotator.formats.brat import NOTE
from annotator.formats.foreign import json_value, parsed_line
from annotator.formats.losses import Losses
from annotator.text.loading.base import read_bytes

_SPAN = re.compile(r"(\S+) (\d{1,18} \d{1,18}(?:;\d{1,18} \d{1,18})*)")
_LINK = re.compile(r"(\S+) [^\s:]+:(\S+) [^\s:]+:(\S+)")
_ATTRIBUTE = re.compile(r"(\S+) (\S+)(?: (.+))?")

_PLACELESS = {"E": "events", "*": "equivalences", "N": "links to other sources", "A": "attributes"}
"""What brat has and we have not, by the first letter of a line."""


@dataclass(slots=True)
class _Reading:
    """What is known of a file while it is read."""

    text: str
    spans: dict[str, dict[str, Any]] = field(default_factory=dict)
    relations: list[dict[str, str]] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    lost: Losses = field(default_factory=Losses)


def read_brat(path: Path, *, schema: Schema, progress: Progress) -> list[ParsedReport]:
    """Read one `.ann` file, or all of a folder and the folders in it; raise UserError `no-gold`.

    Attributes and notes of spans are taken; what we have no place for is left out with a note.
    """
    files = sorted(path.rglob("*.ann")) if path.is_dir() else [path]
    found: list[ParsedReport] = []
    for file in files:
        found.append(_parsed(file, schema))
        progress(len(found))
    if not found:
        raise UserError("no-gold", f"{path} holds no .ann files; choose a folder of brat's")
    return found


def _parsed(file: Path, schema: Schema) -> ParsedReport:
    try:
        # Line ends stay as they are: brat counts every character of the file.
        text = read_bytes(file.with_name(f"{file.name.removesuffix('.ann')}.txt")).decode("utf-8")
        lines = read_bytes(file).decode("utf-8-sig").split("\n")
    except UserError as error:
        return ParsedReport(file.stem, "", problems=(Problem(file.name, 0, error.message),))
    except UnicodeDecodeError:
        return ParsedReport(file.stem, "", problems=(Problem(file.name, 0, "it is not UTF-8 text"),))
    reading = _Reading(text)
    for number, line in enumerate(lines, 1):
        if line.strip():
            _take(reading, number, line.rstrip("\r"))
    _give_attributes(reading)
    given = {"name": file.stem, "text": text, "relations": reading.relations}
    given["spans"] = list(reading.spans.values())
    made = parsed_line(given, file=file.name, line=0, schema=schema, lost=reading.lost)
    problems = tuple(Problem(file.name, number, why) for number, why in reading.problems)
    return replace(made, problems=(*made.problems, *problems))


def _take(reading: _Reading, number: int, line: str) -> None:
    name, _, rest = line.partition("\t")
    said, _, words = rest.partition("\t")
    kind = name[:1]
    if kind == "T" and (found := _SPAN.fullmatch(said)) is not None:
        _take_span(reading, number, name, found)
    elif kind == "R" and (link := _LINK.fullmatch(said.strip())) is not None:
        reading.relations.append({"label": link[1], "from": link[2], "to": link[3]})
    elif kind == "#":
        _take_note(reading, said, words)
    elif kind in {"A", "M"} and (given := _ATTRIBUTE.fullmatch(said.strip())) is not None:
        reading.attributes.append((given[2], given[1], given[3] or "true"))
    elif kind in _PLACELESS:
        reading.lost.add(_PLACELESS[kind], "we have no place for them")
    else:
        reading.problems.append((number, "it is no line of brat's: T, R, A, E, N, * or #"))


def _take_span(reading: _Reading, number: int, name: str, found: re.Match[str]) -> None:
    parts = [tuple(map(int, part.split())) for part in found[2].split(";")]
    if not all(0 <= start < end <= len(reading.text) for start, end in parts):
        reading.problems.append((number, "its offsets are not in the text"))
        return
    gaps = (reading.text[before[1] : after[0]] for before, after in pairwise(parts))
    if any(gap.strip() for gap in gaps):
        reading.lost.add("spans", "they have separate parts")
        return
    place = {"start": parts[0][0], "end": parts[-1][1]}
    reading.spans[name] = {"id": name, **place, "label": found[1]}


def _take_note(reading: _Reading, said: str, words: str) -> None:
    """Take the attributes of a span from a note of ours, and any other note on a span as its note."""
    kind, _, target = said.partition(" ")
    held, _ = json_value(words.encode("utf-8"))
    if kind == NOTE and isinstance(held, dict) and all(isinstance(value, str) for value in held.values()):
        reading.attributes += [(target, name, value) for name, value in held.items()]
    elif target in reading.spans and words.strip():
        before = reading.spans[target].get("note")
        reading.spans[target]["note"] = f"{before}; {words.strip()}" if before else words.strip()
    elif words.strip():
        reading.lost.add("notes", "they are on no span")


def _give_attributes(reading: _Reading) -> None:
    """Give spans their attributes, which may stand before them in the file."""
    for target, name, value in reading.attributes:
        if target in reading.spans:
            reading.spans[target].setdefault("attributes", {})[name] = value
        else:
            reading.lost.add("attributes", "they are on no span")
