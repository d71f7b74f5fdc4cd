"""Marked texts as spans and relations: ids, links and periods resolved, every problem named with its line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from unicodedata import is_normalized

from annotator.domain.relations import DURING, Relation
from annotator.domain.schema import RelationRule, Schema
from annotator.domain.spans import Span, State, candidate_id
from annotator.formats.base import ParsedReport, Problem
from annotator.formats.checks import attribute_problems, named
from annotator.formats.marks import ID, Mark, Marked, parsed
from annotator.formats.markup_writing import relation_key


@dataclass(frozen=True, slots=True)
class LayerFile:
    """One file of a report: its name, the layer it marks, and its canonical marked text."""

    name: str
    layer: str
    marked: str


@dataclass(frozen=True, slots=True)
class _Link:
    """A key of a mark that says a relation, before its targets are looked up."""

    source: Span
    rule: RelationRule
    value: str
    file: str
    line: int


@dataclass(slots=True)
class _Reading:
    """What is known of a report while its files are read."""

    schema: Schema
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    by_name: dict[str, Span] = field(default_factory=dict)
    links: list[_Link] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def report_of(
    name: str, files: Sequence[LayerFile], *, schema: Schema, problems: Iterable[Problem] = ()
) -> ParsedReport:
    """Put a report together from its files, which must say the same text.

    Spans are `State.IMPORTED`, with ids derived from what they say, so that reading again gives the same.
    A relation whose target lies in a layer that has no file is left out with a note.
    """
    reading = _Reading(schema, problems=list(problems))
    for number, file in enumerate(files):
        taken = parsed(file.marked)
        if number == 0:
            reading.text = taken.text
        _check_text(reading, file, taken)
        for mark in taken.marks:
            _add(reading, file, mark)
    layers = tuple(file.layer for file in files)
    relations = [relation for link in reading.links for relation in _relations(reading, link, layers)]
    return ParsedReport(
        name=name,
        text=reading.text,
        spans=tuple(reading.spans),
        relations=tuple(sorted(set(relations))),
        problems=tuple(sorted(reading.problems, key=lambda problem: (problem.file, problem.line))),
        layers=layers,
        notes=tuple(reading.notes),
    )


def _check_text(reading: _Reading, file: LayerFile, taken: Marked) -> None:
    reading.problems += [Problem(file.name, line, message) for line, message in taken.problems]
    if not taken.text.strip():
        reading.problems.append(Problem(file.name, 0, "it holds no text"))
    if not is_normalized("NFC", taken.text):
        reading.problems.append(
            Problem(file.name, 0, "a mark stands between a letter and its accent; move it")
        )
    if taken.text != reading.text and not taken.problems:
        line = _first_difference(taken.text, reading.text)
        reading.problems.append(Problem(file.name, line, "its text differs from the other layer's file"))


def _first_difference(one: str, other: str) -> int:
    """Return the line, from 1, on which two texts first differ."""
    lines, others = one.split("\n"), other.split("\n")
    pairs = enumerate(zip(lines, others, strict=False), 1)
    return next((number for number, (a, b) in pairs if a != b), min(len(lines), len(others)))


def _add(reading: _Reading, file: LayerFile, mark: Mark) -> None:
    """Turn a mark into a span, and its relation keys into links to resolve later."""

    def problem(message: str) -> None:
        reading.problems.append(Problem(file.name, mark.line, message))

    # Gold written before a label was renamed means the label of today.
    name = reading.schema.renames.label(mark.label)
    label = reading.schema.by_name.get(name)
    if label is None or label.layer != file.layer:
        problem(f"the label {named(mark.label)} is not one of the schema's layer {file.layer}")
        return
    rules = {relation_key(r.name): r for r in reading.schema.relations if name in r.sources}
    given = {key: value for key, value in mark.keys if key not in rules and value}
    attributes = reading.schema.renames.attributes(given)
    for message in attribute_problems(reading.schema, name, attributes):
        problem(message)
    span = Span(
        id=candidate_id("import", file.layer, name, mark.start, mark.end),
        start=mark.start,
        end=mark.end,
        layer=file.layer,
        label=name,
        state=State.IMPORTED,
        attributes=attributes,
    )
    reading.spans.append(span)
    if mark.id in reading.by_name:
        problem(f"the id {mark.id} stands twice; ids are unique in a report, its other layer's file included")
    elif mark.id:
        reading.by_name[mark.id] = span
    for key, value in mark.keys:
        if key in rules and value:
            reading.links.append(_Link(span, rules[key], value, file.name, mark.line))


def _relations(reading: _Reading, link: _Link, layers: Sequence[str]) -> list[Relation]:
    """Resolve one key: ids separated by commas, or for a period the surface of a DATE."""
    names = link.value.split(",")
    if all(name in reading.by_name for name in names):
        targets = [reading.by_name[name] for name in names]
    elif link.rule.name == DURING and (date := _date_of(reading, link)) is not None:
        targets = [date]
    else:
        _unresolved(reading, link, layers)
        return []
    problem = ""
    if len(targets) > 1 and not link.rule.many:
        problem = f"{relation_key(link.rule.name)} names several spans; give one"
    elif any(target.label not in link.rule.targets for target in targets):
        problem = f"{relation_key(link.rule.name)} must name {' or '.join(link.rule.targets)}"
    if problem:
        reading.problems.append(Problem(link.file, link.line, problem))
        return []
    return [Relation(link.rule.name, link.source.id, target.id) for target in targets]


def _unresolved(reading: _Reading, link: _Link, layers: Sequence[str]) -> None:
    """Say that a target is not there: a note when its whole layer has no file, else a problem."""
    wanted = {reading.schema.label(target).layer for target in link.rule.targets}
    key = relation_key(link.rule.name)
    if not wanted & set(layers):
        message = f"{key} was left out: the report has no file of the layer {', '.join(sorted(wanted))}"
        reading.notes.append(Problem(link.file, link.line, message))
        return
    if link.rule.name == DURING and not ID.fullmatch(link.value):
        message = f"{key} is not the text of a DATE of the report; mark the DATE or mend the key"
    else:
        message = f"{key} names an id that is not in the report"
    reading.problems.append(Problem(link.file, link.line, message))


def _date_of(reading: _Reading, link: _Link) -> Span | None:
    """Return the DATE a period's text means.

    The last one with that surface before the figure in its paragraph (a line), else before it in the report,
    else the next one after it.
    """
    text = reading.text
    dates = [
        span
        for span in reading.spans
        if span.label in link.rule.targets and text[span.start : span.end] == link.value
    ]
    before = [span for span in dates if span.start < link.source.start]
    if before:
        # The last in the report is also the last in the paragraph, when the paragraph has one.
        return before[-1]
    return dates[0] if dates else None
