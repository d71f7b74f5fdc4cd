"""Figuring: what the rules read in a range that a person has chosen, for spans drawn or resized by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from annotator.domain.reports import Report, Section
from annotator.domain.spans import Span

_AROUND = 1500
"""Code points read on either side, so that a list's lead or a table's head is seen; whole lines."""
_OF_THE_NUMBER = frozenset({"value", "value_max", "total", "unit", "per", "ambiguous"})


def warm_up() -> None:
    """Load the rules, so that the first span drawn does not wait for them; any thread may call this."""
    read_attributes(Report("warm", "năm 2020 đạt 1%"), 0, 8, "DATE")


def read_attributes(report: Report, start: int, end: int, label: str) -> Mapping[str, str]:
    """Return the attributes of `[start, end)` (code points) under a label, empty where nothing is read.

    The number is read from the range alone, so that it is what the span shows; direction, basis and status
    come from the text around it.
    """
    from annotator.extract.pipeline import entity_candidates, figure_candidates

    cut, first = _around(report, start, end)
    entities = entity_candidates(cut)
    if label == "DATE":
        found = _over(entities, start - first, end - first, label)
        return {} if found is None else found.attributes
    if label == "INDICATOR" or not _has_digit_or_word(report.text[start:end]):
        return {}
    found = _over(figure_candidates(cut, entities), start - first, end - first, "")
    if found is not None and (found.start + first, found.end + first) == (start, end):
        return found.attributes
    alone = _alone(report.text[start:end])
    around = {} if found is None else found.attributes
    context = {name: value for name, value in around.items() if name not in _OF_THE_NUMBER}
    number = {name: value for name, value in alone.items() if name in _OF_THE_NUMBER}
    return {**number, **context} if number else {}


def label_of(report: Report, start: int, end: int) -> str:
    """Return the label the rules give the number in `[start, end)` (code points), empty where they read none."""
    from annotator.extract.pipeline import entity_candidates, figure_candidates

    cut, first = _around(report, start, end)
    found = _over(figure_candidates(cut, entity_candidates(cut)), start - first, end - first, "")
    if found is not None:
        return found.label
    alone = figure_candidates(Report("range", report.text[start:end]), [])
    return next((span.label for span in alone if "value" in span.attributes), "")


def _alone(text: str) -> Mapping[str, str]:
    from annotator.extract.pipeline import figure_candidates

    found = [span for span in figure_candidates(Report("range", text), []) if "value" in span.attributes]
    return found[0].attributes if len(found) == 1 else {}


def _around(report: Report, start: int, end: int) -> tuple[Report, int]:
    """Return the lines around a range as a report of their own, and the code point they begin at."""
    text = report.text
    first = text.rfind("\n", 0, max(0, start - _AROUND)) + 1 if start > _AROUND else 0
    found = text.find("\n", min(len(text), end + _AROUND))
    last = len(text) if found < 0 else found
    sections = tuple(
        Section(s.kind, max(s.start, first) - first, min(s.end, last) - first)
        for s in report.sections
        if s.start < last and first < s.end
    )
    return replace(report, text=text[first:last], sections=sections), first


def _over(spans: list[Span], start: int, end: int, label: str) -> Span | None:
    """Return the span that shares most with a range, of one label where given, indicators left out."""
    shared = [
        (min(span.end, end) - max(span.start, start), span)
        for span in spans
        if span.start < end and start < span.end and (span.label == label or not label)
    ]
    figures = [(size, span) for size, span in shared if span.label != "INDICATOR"]
    return max(figures, key=lambda pair: pair[0])[1] if figures else None


def _has_digit_or_word(text: str) -> bool:
    return any(character.isalnum() for character in text)
