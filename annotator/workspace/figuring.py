"""Figuring: what the rules read in a range that a person has chosen, for spans drawn or resized by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from annotator.domain.errors import UserError
from annotator.domain.figures import NUMBERS, VOCABULARIES, plain
from annotator.domain.reports import Report, Section
from annotator.domain.spans import Span
from annotator.text.words import fold

_AROUND = 1500
"""Code points read on either side, so that a list's lead or a table's head is seen; whole lines."""
_MOST = 6000
"""Code points read at most on either side, where a line is longer than any line should be."""


def warm_up() -> None:
    """Load the rules, so that the first span drawn does not wait for them; any thread may call this."""
    read_attributes(Report("warm", "năm 2020 đạt 1%"), 0, 8, "DATE")


def read_attributes(
    report: Report, start: int, end: int, label: str, *, lexicons: tuple[Path, ...] = ()
) -> Mapping[str, str]:
    """Return the attributes of `[start, end)` (code points) under a label, empty where nothing is read.

    The number is read from the range alone, so that it is what the span shows; qualifier, direction, basis
    and status come from the text around it. `lexicons` are folders of a project's own tables.
    """
    from annotator.extract.pipeline import entity_candidates, figure_candidates

    if label == "INDICATOR" or not any(character.isalnum() for character in report.text[start:end]):
        return {}
    cut, first = _around(report, start, end)
    entities = entity_candidates(cut, lexicons)
    if label == "DATE":
        return _date(cut, entities, start - first, end - first, lexicons)
    found = _over(figure_candidates(cut, entities, lexicons), start - first, end - first, "")
    if found is not None and (found.start + first, found.end + first) == (start, end):
        return found.attributes
    around = {} if found is None else dict(found.attributes)
    number = _alone(report.text[start:end], cut, lexicons)
    if all(number.get(name) == around.get(name) for name in NUMBERS):
        # Where it stands, the same digits may have one reading only.
        number["ambiguous"] = around.get("ambiguous", "")
    context = {name: value for name, value in around.items() if name in VOCABULARIES}
    return {name: value for name, value in (number | context).items() if value} if number["value"] else {}


def reader(report: Report, lexicons: tuple[Path, ...]) -> Callable[[int, int, str], Mapping[str, str]]:
    """Return a function that reads the attributes of a range of the report under a label.

    A project's tables are looked at when the first range is read; with one that is wrong, which extracting
    says, the program's own are used.
    """

    @cache
    def usable() -> tuple[Path, ...]:
        from annotator.extract.project_lexicons import checked

        try:
            return checked(lexicons)
        except UserError:
            return ()

    return lambda start, end, label: read_attributes(report, start, end, label, lexicons=usable())


def label_of(report: Report, start: int, end: int) -> str:
    """Return the label the rules give the number in `[start, end)` (code points), empty where none is."""
    from annotator.extract.pipeline import entity_candidates, figure_candidates

    cut, first = _around(report, start, end)
    found = _over(figure_candidates(cut, entity_candidates(cut)), start - first, end - first, "")
    if found is not None:
        return found.label
    alone = figure_candidates(Report("range", report.text[start:end]), [])
    return next((span.label for span in alone if "value" in span.attributes), "")


def _date(
    cut: Report, entities: list[Span], start: int, end: int, lexicons: tuple[Path, ...]
) -> Mapping[str, str]:
    """Read a date: as it stands, else by itself where all of it is one, else as the date it is part of."""
    from annotator.extract.pipeline import entity_candidates

    found = _over(entities, start, end, "DATE")
    if found is None or (found.start, found.end) == (start, end):
        return {} if found is None else found.attributes
    alone = entity_candidates(replace(cut, text=cut.text[start:end], sections=()), lexicons)
    whole = [span for span in alone if (span.start, span.end, span.label) == (0, end - start, "DATE")]
    return (whole or [found])[0].attributes


def _alone(text: str, around: Report, lexicons: tuple[Path, ...]) -> dict[str, str]:
    """Read the one figure or bare number in a text, `value` empty where there is none or are several."""
    from annotator.extract.figures.numerals import AMOUNT, read_amount, style_of
    from annotator.extract.pipeline import figure_candidates

    figures = figure_candidates(Report("range", text), [], lexicons)
    found = [span.attributes for span in figures if "value" in span.attributes]
    if len(found) == 1:
        return {name: value for name, value in found[0].items() if name not in VOCABULARIES}
    written = fold(text).replace("\xa0", " ")
    if found or not re.fullmatch(AMOUNT, written):
        return {"value": ""}
    amount = read_amount(written, style_of(around.text))
    return {"value": plain(amount.value), "ambiguous": "yes" if amount.ambiguous else ""}


def _around(report: Report, start: int, end: int) -> tuple[Report, int]:
    """Return the lines around a range as a report of their own, and the code point they begin at.

    A line that is very long is cut.
    """
    text = report.text
    first = text.rfind("\n", max(0, start - _MOST), max(0, start - _AROUND)) + 1
    first = first or max(0, start - _MOST)
    last = text.find("\n", end + _AROUND, end + _MOST)
    last = min(len(text), end + _MOST) if last < 0 else last
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
