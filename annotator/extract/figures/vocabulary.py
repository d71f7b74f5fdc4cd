"""Read the word tables of the figure rules once, folded and ready for look-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from annotator.resources import read_text
from annotator.text.words import fold

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit word means: the figure's label, its canonical name, and the factor the word hides."""

    label: str
    name: str
    factor: int


@cache
def units() -> Mapping[str, Unit]:
    """Return the units by their folded spelling."""
    return {
        fold(written): Unit(label=label, name=name, factor=int(factor))
        for written, label, name, factor in _rows("units.tsv")
    }


@cache
def counted_nouns() -> frozenset[Phrase]:
    """Return the nouns a COUNT may count, as folded syllables."""
    return frozenset(tuple(fold(noun).split()) for (noun,) in _rows("counted_nouns.tsv"))


@cache
def words_of(role: str) -> Mapping[Phrase, str]:
    """Return the words around a number that have one role, with what they say."""
    return {
        tuple(fold(phrase).split()): value for kind, phrase, value in _rows("figure_words.tsv") if kind == role
    }


@cache
def names_of(kind: str) -> Mapping[Phrase, str]:
    """Return the phrases of one kind from the table of indicator names."""
    return {
        tuple(fold(phrase).split()): value for row, phrase, value in _rows("indicators.tsv") if row == kind
    }


def longest_at(phrases: Mapping[Phrase, str] | frozenset[Phrase], words: list[str], at: int) -> int:
    """Return how many words of the longest phrase that begins at a position; 0 when none does."""
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        if tuple(words[at : at + length]) in phrases:
            return length
    return 0


def longest_before(phrases: Mapping[Phrase, str], words: list[str], end: int) -> int:
    """Return how many words of the longest phrase that ends before a position; 0 when none does."""
    for length in range(min(_LONGEST, end), 0, -1):
        if tuple(words[end - length : end]) in phrases:
            return length
    return 0


_LONGEST = 5


def _rows(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table below its header line, comments and blank lines left out."""
    lines = [line for line in read_text("lexicons", name).split("\n") if line.strip() and line[0] != "#"]
    width = len(lines[0].split("\t"))
    for line in lines[1:]:
        cells = line.split("\t")
        yield tuple(cell.strip() for cell in (cells + [""] * width)[:width])
