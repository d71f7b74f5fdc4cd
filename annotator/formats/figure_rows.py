"""Figures and entities as rows of a table, a span each, as spreadsheets take them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from annotator.domain.gold import GoldReport
from annotator.domain.relations import DURING, HOLDS, MEASURES
from annotator.domain.spans import Span, reading_order
from annotator.text.words import sentences

FIGURE_HEADS = (
    *("report", "label", "text", "indicator", "value", "value_max", "total", "unit", "per"),
    *("qualifier", "direction", "basis", "status", "period", "date_from", "date_to"),
    *("report_date", "sentence", "start", "end", "author", "decided_at"),
)
"""The columns of figures; `start` and `end` are code points, several indicators are joined by `; `."""

ENTITY_HEADS = (
    *("report", "label", "text", "date_from", "date_to", "granularity", "duration", "holds"),
    *("report_date", "sentence", "start", "end", "author", "decided_at"),
)

NUMBERS = frozenset({"value", "value_max", "total", "start", "end"})
"""The columns that hold numbers where they hold anything."""

_PLAIN = re.compile(r"-?\d+(\.\d+)?")
_FORMULA = re.compile(r"[\t\r\n]|[\s\u200b\u2060\ufeff]*[=+@\u2212\uff1d\uff0b\uff0d\uff20-]")


def figure_rows(gold: GoldReport) -> Iterator[Mapping[str, str]]:
    """Yield the standing figures of a report, indicators left out, in reading order."""
    finding = _Finding(gold)
    for span in finding.spans:
        if span.layer == "figure" and span.label != "INDICATOR":
            period = finding.targets(span, DURING)
            dates = period[0].attributes if period else {}
            yield {
                **finding.common(span),
                **{name: span.attributes.get(name, "") for name in FIGURE_HEADS[4:13]},
                "indicator": finding.words(finding.targets(span, MEASURES)),
                "period": finding.words(period),
                "date_from": dates.get("date_from", ""),
                "date_to": dates.get("date_to", ""),
            }


def entity_rows(gold: GoldReport) -> Iterator[Mapping[str, str]]:
    """Yield all other standing spans of a report, indicators too, in reading order."""
    finding = _Finding(gold)
    for span in finding.spans:
        if span.layer != "figure" or span.label == "INDICATOR":
            yield {
                **finding.common(span),
                **{name: span.attributes.get(name, "") for name in ENTITY_HEADS[3:7]},
                "holds": finding.words(finding.targets(span, HOLDS)),
            }


def is_number(head: str, cell: str) -> bool:
    """Tell whether a cell is a plain number in a column of numbers."""
    return head in NUMBERS and _PLAIN.fullmatch(cell) is not None


def harmless(head: str, cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: one that looks like it gets an apostrophe."""
    return f"'{cell}" if _FORMULA.match(cell) and not is_number(head, cell) else cell


class _Finding:
    """One report's spans, with what they are linked to and where they stand."""

    def __init__(self, gold: GoldReport) -> None:
        self._gold = gold
        self.spans = reading_order(span for span in gold.spans if span.is_standing)
        self._by_id = {span.id: span for span in self.spans}
        self._links: dict[tuple[str, str], list[Span]] = {}
        for link in gold.relations:
            if link.target in self._by_id:
                self._links.setdefault((link.source, link.label), []).append(self._by_id[link.target])
        self._sentences = sentences(gold.report.text, gold.report.sections)
        self._starts = [start for start, _ in self._sentences]

    def targets(self, span: Span, relation: str) -> Sequence[Span]:
        return reading_order(self._links.get((span.id, relation), ()))

    def words(self, spans: Sequence[Span]) -> str:
        return "; ".join(_one_line(self._gold.report.text[span.start : span.end]) for span in spans)

    def common(self, span: Span) -> dict[str, str]:
        at = max(0, bisect_right(self._starts, span.start) - 1)
        text = self._gold.report.text
        sentence = text[slice(*self._sentences[at])] if self._sentences else ""
        return {
            "report": self._gold.report.name,
            "label": span.label,
            "text": text[span.start : span.end],
            "report_date": self._gold.report.date,
            "sentence": _one_line(sentence),
            "start": str(span.start),
            "end": str(span.end),
            "author": self._gold.authors.get(span.id, ""),
            "decided_at": self._gold.decided_at.get(span.id, ""),
        }


def _one_line(text: str) -> str:
    return " ".join(text.split())
