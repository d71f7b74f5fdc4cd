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
from annotator.text.loading.base import read_bytes

_SPAN = re.compile(r"(\S+) (\d{1,18} \d{1,18}(?:;\d{1,18} \d{1,18})*)")
_LINK = re.compile(r"(\S+) Arg1:(\S+) Arg2:(\S+)")


@dataclass(slots=True)
class _Reading:
    """What is known of a file while it is read."""

    text: str
    spans: dict[str, dict[str, Any]] = field(default_factory=dict)
    relations: list[dict[str, str]] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)
    left_out: int = 0


def read_brat(path: Path, *, schema: Schema, progress: Progress) -> list[ParsedReport]:
    """Read one `.ann` file, or all of a folder and the folders in it; raise UserError `no-gold`.

    Events, equivalences and spans of separate parts are left out with a note.
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
    given = {"name": file.stem, "text": text, "relations": reading.relations}
    given["spans"] = list(reading.spans.values())
    made = parsed_line(given, file=file.name, line=0, schema=schema)
    problems = tuple(Problem(file.name, number, why) for number, why in reading.problems)
    notes: tuple[Problem, ...] = ()
    if reading.left_out:
        why = f"{reading.left_out} events, equivalences and spans of separate parts were left out"
        notes = (Problem(file.name, 0, why),)
    return replace(made, problems=(*made.problems, *problems), notes=(*made.notes, *notes))


def _take(reading: _Reading, number: int, line: str) -> None:
    name, _, rest = line.partition("\t")
    said, _, words = rest.partition("\t")
    kind = name[:1]
    if kind == "T" and (found := _SPAN.fullmatch(said)) is not None:
        _take_span(reading, number, name, found)
    elif kind == "R" and (link := _LINK.fullmatch(said.strip())) is not None:
        if {link[2], link[3]} <= reading.spans.keys():
            reading.relations.append({"label": link[1], "from": link[2], "to": link[3]})
        else:
            reading.left_out += 1
    elif kind == "#":
        _take_note(reading, said, words)
    elif kind in {"E", "*", "A", "M", "N"}:
        reading.left_out += kind in {"E", "*"}
    else:
        reading.problems.append((number, "it is no line of brat's: T, R, A, E, N, * or #"))


def _take_span(reading: _Reading, number: int, name: str, found: re.Match[str]) -> None:
    parts = [tuple(map(int, part.split())) for part in found[2].split(";")]
    if not all(0 <= start < end <= len(reading.text) for start, end in parts):
        reading.problems.append((number, "its offsets are not in the text"))
        return
    gaps = (reading.text[before[1] : after[0]] for before, after in pairwise(parts))
    if any(gap.strip() for gap in gaps):
        reading.left_out += 1
        return
    place = {"start": parts[0][0], "end": parts[-1][1]}
    reading.spans[name] = {"id": name, **place, "label": found[1]}


def _take_note(reading: _Reading, said: str, words: str) -> None:
    """Take the attributes of a span from a note of ours; leave any other note alone."""
    kind, _, target = said.partition(" ")
    if kind != NOTE or target not in reading.spans:
        return
    held, _ = json_value(words.encode("utf-8"))
    if isinstance(held, dict) and all(isinstance(value, str) for value in held.values()):
        reading.spans[target]["attributes"] = held
