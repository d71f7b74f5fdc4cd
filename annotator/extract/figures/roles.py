"""Name what the words before a number do: qualify it, give direction, status or basis, or only join."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.extract.figures.sentences import DATE
from annotator.extract.figures.vocabulary import Phrase, of_project, words_of

_STRIPPED = ("place", "adverb", "reach", "level", "share", "status", "basis", "direction", "qualifier")
_LONGEST = 7
TERMS = (["kỳ", "hạn"], ["thời", "hạn"])
"""After these a length of time is part of a name."""
JOINS = frozenset(["và", "nhưng", "song", "đồng", "hoặc"])


@dataclass(frozen=True, slots=True)
class Role:
    """One phrase in a sentence: word indices `[start, end)`, what it does and what it says."""

    name: str
    value: str
    start: int
    end: int


@of_project
def _roles() -> Mapping[Phrase, tuple[str, str]]:
    """Return every phrase that may stand between a name and its number, with role and value."""
    return {phrase: (role, value) for role in _STRIPPED for phrase, value in words_of(role).items()}


@of_project
def reach_words() -> frozenset[str]:
    """Return the words that say that a level is reached, so that no change is stated."""
    return frozenset(" ".join(phrase) for phrase in words_of("reach"))


def role_before(words: list[str], floor: int, end: int) -> Role | None:
    """Return the longest phrase with a role in `words[floor:end]` that ends at `end`, or None."""
    if words[end - 1] == DATE and words[max(0, end - 3) : end - 1] not in TERMS:
        return Role(name="date", value="", start=end - 1, end=end)
    roles = _roles()
    for length in range(min(_LONGEST, end - floor), 0, -1):
        known = roles.get(tuple(words[end - length : end]))
        if known is not None:
            return Role(name=known[0], value=known[1], start=end - length, end=end)
    return None


def role_at(words: list[str], at: int, ceiling: int) -> Role | None:
    """Return the longest phrase with a role that begins at a word index and ends by `ceiling`, or None."""
    roles = _roles()
    for length in range(min(_LONGEST, ceiling - at), 0, -1):
        known = roles.get(tuple(words[at : at + length]))
        if known is not None:
            return Role(name=known[0], value=known[1], start=at, end=at + length)
    return None
