"""Sentences with their entities marked as gold files mark them, read back for comparison."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from annotator.domain.reports import Report
from annotator.extract.entities import find_entities
from annotator.text.sections import sections

_MARK = re.compile(r"⟦([A-Z]+)\|([^⟧]*)⟧")


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and what they said: label, start, end."""

    text: str
    gold: frozenset[tuple[str, int, int]]

    def found(self) -> frozenset[tuple[str, int, int]]:
        """Return what the rules find in the text."""
        report = Report("sentence", self.text, sections=sections(self.text))
        return frozenset((match.label, match.start, match.end) for match in find_entities(report))

    def shown(self, spans: frozenset[tuple[str, int, int]]) -> list[str]:
        """Return spans as words, to be read in a failing test."""
        ordered = sorted(spans, key=lambda span: span[1])
        return [f"{label}|{self.text[start:end]}" for label, start, end in ordered]


@pytest.fixture(scope="session")
def unmarked() -> Callable[[str], Marked]:
    """Give the function that takes the marks out of a text."""
    return _unmarked


def _unmarked(marked: str) -> Marked:
    text, gold, last = "", set(), 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        gold.add((found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        last = found.end()
    return Marked(text + marked[last:], frozenset(gold))
