"""One JSON line as a report: every field checked by type and against the schema, all problems at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.domain.relations import Relation
from annotator.domain.schema import Schema
from annotator.domain.spans import STANDING, Evidence, Piece, Span, State
from annotator.formats.base import ParsedReport, Problem
from annotator.formats.checks import attribute_problems, named, relation_problem
from annotator.text.canonical import canonical


@dataclass(slots=True)
class _Line:
    """What is known of a line while it is read."""

    schema: Schema
    text: str = ""
    spans: dict[str, Span] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    relations: set[Relation] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)


def report_of_line(given: object, *, file: str, line: int, schema: Schema) -> ParsedReport:
    """Build a report from a parsed JSON line of gold or of candidates.

    A span without a state, or with one a person decided for, becomes `State.IMPORTED` under the id it has;
    one that says it is undecided or rejected is left out with a note.
    """
    reading = _Line(schema)
    if not isinstance(given, dict):
        return ParsedReport(f"line {line}", "", problems=(Problem(file, line, "it is not a JSON object"),))
    reading.text = _text(reading, given, "text")
    if not reading.text.strip():
        reading.problems.append("text is missing or empty")
    elif canonical(reading.text).offsets is not None:
        reading.problems.append("text is not canonical: NFC, LF line ends, no byte-order mark")
    _each(reading, given, "spans", _add_span)
    _each(reading, given, "relations", _add_relation)
    source = _text(reading, given, "source")
    notes = []
    if reading.left_out:
        notes.append(
            Problem(file, line, f"{len(reading.left_out)} undecided or rejected spans were left out")
        )
    return ParsedReport(
        name=_text(reading, given, "name") or source or f"line {line}",
        text=reading.text,
        spans=tuple(reading.spans.values()),
        relations=tuple(sorted(reading.relations)),
        problems=tuple(Problem(file, line, message) for message in reading.problems),
        layers=schema.layers,
        notes=tuple(notes),
        source=source,
        date=_text(reading, given, "date"),
        unknown=reading.unknown,
    )


def _each(
    reading: _Line, given: Mapping[str, Any], name: str, add: Callable[[_Line, Mapping[str, Any], str], None]
) -> None:
    entries = given.get(name, [])
    if not isinstance(entries, list):
        reading.problems.append(f"{name} is not a list")
        return
    for number, entry in enumerate(entries, 1):
        place = f"{name[:-1]} {number}"
        if isinstance(entry, dict):
            add(reading, entry, place)
        else:
            reading.problems.append(f"{place} is not an object")


def _text(reading: _Line, given: Mapping[str, Any], name: str, place: str = "") -> str:
    value = given.get(name, "")
    if value is None or isinstance(value, str):
        return value or ""
    reading.problems.append(f"{place}{name} is not a string")
    return ""


def _add_span(reading: _Line, given: Mapping[str, Any], place: str) -> None:
    where = f"{place}: "
    before = len(reading.problems)
    renames = reading.schema.renames
    name = _text(reading, given, "id", where)
    # Gold written before a label was renamed means the label of today.
    label = renames.label(_text(reading, given, "label", where))
    start, end = given.get("start"), given.get("end")
    if not name:
        reading.problems.append(f"{where}id is missing")
    elif name in reading.spans or name in reading.left_out:
        reading.problems.append(f"{where}its id stands twice; ids are unique in a line")
    if not _is_range(start, end, len(reading.text)):
        reading.problems.append(f"{where}start and end are not a range of code points in the text")
    known = reading.schema.by_name.get(label)
    if known is None:
        reading.problems.append(f"{where}the schema has no label {named(label)}")
        reading.unknown[label] += 1
    elif _text(reading, given, "layer", where) not in {"", known.layer}:
        reading.problems.append(f"{where}{label} is not a label of that layer; it is of {known.layer}")
    attributes = renames.attributes(_attributes(reading, given, where))
    if known is not None:
        found = attribute_problems(reading.schema, label, attributes)
        reading.problems += [f"{where}{message}" for message in found]
    score = given.get("score")
    if score is not None and not _is_score(score):
        reading.problems.append(f"{where}score is not a number from 0 to 1")
    state = _state(reading, given, where)
    if len(reading.problems) > before or known is None or not isinstance(start, int):
        return
    if state not in STANDING:
        reading.left_out.add(name)
        return
    reading.spans[name] = Span(
        id=name,
        start=start,
        end=int(given["end"]),
        layer=known.layer,
        label=label,
        state=state,
        attributes=attributes,
        score=None if score is None else float(score),
        extractor=_text(reading, given, "extractor", where),
        evidence=_evidence(given.get("evidence")),
        note=_text(reading, given, "note", where),
        flagged=given.get("flagged") is True,
    )


def _is_range(start: object, end: object, length: int) -> bool:
    if not isinstance(start, int) or not isinstance(end, int) or bool in {type(start), type(end)}:
        return False
    return 0 <= start < end <= length


def _is_score(score: object) -> bool:
    return isinstance(score, int | float) and not isinstance(score, bool) and 0 <= score <= 1


def _attributes(reading: _Line, given: Mapping[str, Any], where: str) -> dict[str, str]:
    attributes = given.get("attributes") or {}
    if not isinstance(attributes, dict) or not all(isinstance(v, str) for v in attributes.values()):
        reading.problems.append(f"{where}attributes are not an object of strings; numbers are strings too")
        return {}
    return {name: value for name, value in attributes.items() if value}


def _state(reading: _Line, given: Mapping[str, Any], where: str) -> State:
    word = given.get("state", State.IMPORTED.value)
    try:
        state = State(word)
    except ValueError:
        reading.problems.append(f"{where}state is not one of {', '.join(State)}")
        return State.IMPORTED
    return State.IMPORTED if state in STANDING else state


def _evidence(given: object) -> Evidence:
    """Read evidence leniently: it explains a span and decides nothing."""
    if not isinstance(given, dict):
        return Evidence()
    pieces = given.get("pieces")
    found = [
        Piece(str(piece.get("attribute", "")), piece["start"], piece["end"])
        for piece in (pieces if isinstance(pieces, list) else [])
        if isinstance(piece, dict) and type(piece.get("start")) is int and type(piece.get("end")) is int
    ]
    return Evidence(str(given.get("rule", "")), str(given.get("entry", "")), tuple(found))


def _add_relation(reading: _Line, given: Mapping[str, Any], place: str) -> None:
    relation = Relation(
        _text(reading, given, "label", f"{place}: "),
        _text(reading, given, "from", f"{place}: "),
        _text(reading, given, "to", f"{place}: "),
    )
    if reading.left_out & {relation.source, relation.target}:
        return
    problem = relation_problem(reading.schema, relation, reading.spans)
    if problem:
        reading.problems.append(f"{place}: {problem}")
    else:
        reading.relations.add(relation)
