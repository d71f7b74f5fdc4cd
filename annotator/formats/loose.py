"""Loose texts: words whose white space a format lost, and the report whose words they are.

Low lines count as white space: those who cut Vietnamese into words join the syllables of one by them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from annotator.domain.reports import Report, inside
from annotator.domain.spans import Span
from annotator.formats.base import ParsedReport


class LooseTexts:
    """Finds reports by their characters alone, white space left out, page chrome with them or without."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._places: dict[bytes, tuple[Report, bool]] = {}
        for report in reports:
            for with_chrome in (False, True):
                shown = (
                    report.text
                    if with_chrome or not report.chrome
                    else _letters(report, with_chrome=False)[0]
                )
                self._places[_hash(shown)] = (report, with_chrome)

    def placed(self, parsed: ParsedReport) -> ParsedReport | None:
        """Return what was parsed, in the report with the same characters; None where no report has them."""
        # Most texts are no report's: what they are made of is looked at only where one is found.
        found = self._places.get(_hash(parsed.text))
        if found is None:
            return None
        report, with_chrome = found
        ours = [(at, letter) for at, letter in enumerate(parsed.text) if not _is_gap(letter)]
        _, places = _letters(report, with_chrome=with_chrome)
        moved = {at: place for (at, _), place in zip(ours, places, strict=True)}
        spans = tuple(span for each in parsed.spans if (span := _moved(each, moved)) is not None)
        return replace(parsed, text=report.text, spans=spans, loose=False)


def _moved(span: Span, moved: dict[int, int]) -> Span | None:
    """Return a span where its first and its last character went; None where it has none but white space."""
    held = [moved[at] for at in range(span.start, span.end) if at in moved]
    return replace(span, start=held[0], end=held[-1] + 1) if held else None


def _letters(report: Report, *, with_chrome: bool) -> tuple[str, list[int]]:
    chrome = () if with_chrome else report.chrome
    places = [
        at
        for at, letter in enumerate(report.text)
        if not _is_gap(letter) and not (chrome and inside(chrome, at, at + 1))
    ]
    return "".join(report.text[at] for at in places), places


def _is_gap(letter: str) -> bool:
    return letter.isspace() or letter == "_"


def _hash(text: str) -> bytes:
    """Return the hash of a text without its white space and low lines."""
    return sha256("".join(text.replace("_", " ").split()).encode()).digest()
