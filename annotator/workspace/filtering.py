"""Filtering: which reports of the library hold the words somebody types, tones and case aside."""

from __future__ import annotations

from annotator.domain.progress import ReportRow
from annotator.text.words import folded_for_search


class RowFilter:
    """Words that a report's title or file name has to hold, all of them."""

    def __init__(self, words: str = "") -> None:
        self._words = folded_for_search(words).split()

    def passes(self, row: ReportRow) -> bool:
        """Tell whether a report holds every word."""
        if not self._words:
            return True
        held = folded_for_search(f"{row.title} {row.name}")
        return all(word in held for word in self._words)
