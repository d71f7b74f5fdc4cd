"""Read the word tables of the figure rules once, folded and ready for look-up, with a project's rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property, wraps
from pathlib import Path
from typing import TypeVar

from annotator.extract.lexicons import table
from annotator.text.words import fold

Phrase = tuple[str, ...]
Result = TypeVar("Result")


class Table(dict[Phrase, str]):
    """Phrases with what they say; which words they begin and end with spares most look-ups."""

    @cached_property
    def longest(self) -> int:
        """Return how many words the longest phrase has."""
        return max(map(len, self), default=0)

    @cached_property
    def firsts(self) -> frozenset[str]:
        """Return the words phrases begin with."""
        return frozenset(phrase[0] for phrase in self)

    @cached_property
    def lasts(self) -> frozenset[str]:
        """Return the words phrases end with."""
        return frozenset(phrase[-1] for phrase in self)


_NO_PHRASES = Table()


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit word means: the figure's label, its canonical name, and the factor the word hides."""

    label: str
    name: str
    factor: int


_folders: ContextVar[tuple[Path, ...]] = ContextVar("folders", default=())


@contextmanager
def project_words(folders: tuple[Path, ...]) -> Iterator[None]:
    """Let the tables hold the rows of a project's folders too, as long as the context lasts."""
    token = _folders.set(folders)
    try:
        yield
    finally:
        _folders.reset(token)


def of_project(read: Callable[[], Result]) -> Callable[[], Result]:
    """Keep what a function makes of the tables, once for each set of project folders; decorates it."""
    kept: dict[tuple[Path, ...], Result] = {}

    @wraps(read)
    def once() -> Result:
        folders = _folders.get()
        if folders not in kept:
            kept[folders] = read()
        return kept[folders]

    return once


@of_project
def units() -> Mapping[str, Unit]:
    """Return the units by their folded spelling."""
    return {
        fold(row["written"]): Unit(label=row["label"], name=row["unit"], factor=int(row["factor"]))
        for row in table("units", _folders.get())
    }


@of_project
def counted_nouns() -> frozenset[Phrase]:
    """Return the nouns a COUNT may count, as folded syllables."""
    return frozenset(tuple(fold(row["noun"]).split()) for row in table("counted_nouns", _folders.get()))


def words_of(role: str) -> Table:
    """Return the words around a number that have one role, with what they say."""
    return _words_by_role().get(role, _NO_PHRASES)


def names_of(kind: str) -> Table:
    """Return the phrases of one kind from the table of indicator names."""
    return _names_by_kind().get(kind, _NO_PHRASES)


@of_project
def _words_by_role() -> Mapping[str, Table]:
    return _grouped("figure_words", "role")


@of_project
def _names_by_kind() -> Mapping[str, Table]:
    return _grouped("indicators", "kind")


def _grouped(name: str, column: str) -> Mapping[str, Table]:
    """Return the phrases of a table with what they say, by the word in a column."""
    groups: dict[str, Table] = {}
    for row in table(name, _folders.get()):
        groups.setdefault(row[column], Table())[tuple(fold(row["phrase"]).split())] = row["value"]
    return groups


def longest_at(phrases: Table, words: list[str], at: int) -> int:
    """Return how many words of the longest phrase that begins at a position; 0 when none does."""
    if at >= len(words) or words[at] not in phrases.firsts:
        return 0
    for length in range(min(phrases.longest, len(words) - at), 0, -1):
        if tuple(words[at : at + length]) in phrases:
            return length
    return 0


def longest_before(phrases: Table, words: list[str], end: int) -> int:
    """Return how many words of the longest phrase that ends before a position; 0 when none does."""
    if not 0 < end <= len(words) or words[end - 1] not in phrases.lasts:
        return 0
    for length in range(min(phrases.longest, end), 0, -1):
        if tuple(words[end - length : end]) in phrases:
            return length
    return 0
