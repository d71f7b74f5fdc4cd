"""Read the word tables of the figure rules once, folded and ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from annotator.extract.lexicons import table
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
        fold(row["written"]): Unit(label=row["label"], name=row["unit"], factor=int(row["factor"]))
        for row in table("units")
    }


@cache
def counted_nouns() -> frozenset[Phrase]:
    """Return the nouns a COUNT may count, as folded syllables."""
    return frozenset(tuple(fold(row["noun"]).split()) for row in table("counted_nouns"))


@cache
def words_of(role: str) -> Mapping[Phrase, str]:
    """Return the words around a number that have one role, with what they say."""
    return {
        tuple(fold(row["phrase"]).split()): row["value"]
        for row in table("figure_words")
        if row["role"] == role
    }


@cache
def names_of(kind: str) -> Mapping[Phrase, str]:
    """Return the phrases of one kind from the table of indicator names."""
    return {
        tuple(fold(row["phrase"]).split()): row["value"] for row in table("indicators") if row["kind"] == kind
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
