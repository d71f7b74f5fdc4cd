"""Filtering: which reports of the library hold the words somebody types, tones and case aside."""

from __future__ import annotations

from unicodedata import normalize

from annotator.domain.progress import ReportRow
from annotator.text.words import folded_for_search


def folded(text: str) -> str:
    """Return a text as it is searched for: lower case, without tones, however its marks are written."""
    return folded_for_search(normalize("NFC", text))


class RowFilter:
    """Words that a report's title or file name has to hold, all of them."""

    def __init__(self, words: str = "") -> None:
        self._words = folded(words).split()

    def passes(self, row: ReportRow) -> bool:
        """Tell whether a report holds every word."""
        if not self._words:
            return True
        held = folded(f"{row.title} {row.name}")
        return all(word in held for word in self._words)
