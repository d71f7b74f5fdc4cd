"""Matches to candidates: what lies in chrome or out of the text goes, overlaps are settled, ids are given."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.domain.reports import Report, inside
from annotator.domain.spans import Span
from annotator.extract.base import Match
from annotator.extract.overlaps import settled


def candidates(matches: Iterable[Match], report: Report, *, layer: str, extractor: str) -> list[Span]:
    """Return one layer's candidates in reading order, none overlapping, each with an id of its own.

    Matches that are blank, leave the text or touch chrome are dropped; of two that overlap the longer stays.
    """
    chrome = report.chrome
    clear = (
        match
        for match in matches
        if 0 <= match.start < match.end <= len(report.text)
        and not inside(chrome, match.start, match.end)
        and not report.text[match.start : match.end].isspace()
    )
    return [match.span(layer=layer, extractor=extractor) for match in settled(clear)]
