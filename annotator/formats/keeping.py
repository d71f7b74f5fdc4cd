"""Keeping: what of a parsed report no project can keep, found at one place for whatever format it came in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from annotator.domain.spans import Evidence, Span
from annotator.domain.strings import name_fault, on_one_line, words_fault
from annotator.formats.base import ParsedReport, Problem

_MOST_NAMED = 20
"""Problems of one report that are listed one by one."""


def keepable(parsed: ParsedReport) -> ParsedReport:
    """Return a report as a project can keep it; what it could not keep is among the problems of the report.

    Ids, labels, attributes and notes are never changed: a report with one that holds a control sign, half of
    a character or more text than anybody writes is not taken. Evidence explains and decides nothing: such
    evidence is left out, and so are pieces of it that lie outside the text.
    """
    name = on_one_line(parsed.name)
    found = list(_problems(parsed, name))
    if len(found) > _MOST_NAMED:
        more = f"{len(found) - _MOST_NAMED} more of its texts cannot be kept"
        found = [*found[:_MOST_NAMED], Problem(name, 0, more)]
    spans = tuple(_with_kept_evidence(span, len(parsed.text)) for span in parsed.spans)
    return replace(parsed, name=name, spans=spans, problems=(*parsed.problems, *found))


def _problems(parsed: ParsedReport, name: str) -> Iterator[Problem]:
    for number, span in enumerate(parsed.spans, 1):
        for what, fault in _faults(span):
            if fault:
                yield Problem(name, 0, f"span {number}: its {what} {fault}; mend that and import again")


def _faults(span: Span) -> Iterator[tuple[str, str]]:
    yield "id", name_fault(span.id)
    yield "label", name_fault(span.label)
    yield "extractor", name_fault(span.extractor)
    yield "note", words_fault(span.note)
    for name, value in span.attributes.items():
        yield "attribute", name_fault(name) or words_fault(value)


def _with_kept_evidence(span: Span, length: int) -> Span:
    held = span.evidence
    pieces = tuple(
        piece
        for piece in held.pieces
        if 0 <= piece.start < piece.end <= length and not name_fault(piece.attribute)
    )
    if words_fault(held.rule) or words_fault(held.entry):
        return replace(span, evidence=Evidence(pieces=pieces))
    return span if len(pieces) == len(held.pieces) else replace(span, evidence=replace(held, pieces=pieces))
