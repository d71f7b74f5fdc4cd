"""Prepare a report's text once for the figure rules: folded characters, what is out of bounds, dates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain.reports import Report, Section, SectionKind
from annotator.extract.base import Match
from annotator.extract.figures.numerals import Style, style_of
from annotator.text.sections import sections
from annotator.text.words import fold

_PLAIN_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u3000"), " ") | {0x2212: "-"}


@dataclass(frozen=True, slots=True)
class Page:
    """One report as the rules read it; `plain` has as many code points as `text`."""

    text: str
    plain: str
    style: Style
    dates: tuple[Match, ...]
    sections: tuple[Section, ...]
    _starts: tuple[int, ...]
    _ends: tuple[int, ...]

    def is_closed(self, start: int, end: int) -> bool:
        """Tell whether `[start, end)` touches chrome, a date or a document's name."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start

    def closed_end(self, position: int) -> int:
        """Return the end of the closed range at a position, else the position."""
        at = bisect_right(self._starts, position) - 1
        return max(position, self._ends[at]) if at >= 0 else position


def page_of(report: Report, dates: Sequence[Match]) -> Page:
    """Return the prepared text of a report; `dates` may also hold other matches no figure may touch."""
    closed = [(match.start, match.end) for match in dates]
    cut = report.sections or sections(report.text)
    closed += [(section.start, section.end) for section in cut if section.kind is SectionKind.CHROME]
    merged = _merged(closed)
    plain = fold(report.text).translate(_PLAIN_SPACES)
    return Page(
        text=report.text,
        plain=plain,
        style=style_of(plain),
        dates=tuple(sorted((m for m in dates if m.label == "DATE"), key=lambda match: match.start)),
        sections=cut,
        _starts=tuple(start for start, _ in merged),
        _ends=tuple(end for _, end in merged),
    )


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ranges in order, those that touch made one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return kept
