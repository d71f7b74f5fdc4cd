"""Matching: which commands somebody means by a few letters, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.workspace.filtering import folded

_LEAST = 62.0
"""Likeness, of 100, from which a misspelled word is taken for a title."""

_MAYBE, _SURE = 100.0, 140.0
"""Where something is surely meant, misspellings of something else are left out."""


def ranked(query: str, texts: Sequence[Sequence[str]]) -> list[int]:
    """Return the places of the texts that a query may mean, the likeliest first; all for an empty query.

    Each entry gives the texts it is known by, its title first: a match there counts more.
    """
    wanted = folded(query).strip()
    if not wanted:
        return list(range(len(texts)))
    scores = [
        max(_likeness(wanted, folded(text)) - 4 * (rank > 0) for rank, text in enumerate(known))
        for known in texts
    ]
    least = _LEAST if max(scores, default=0) < _SURE else _MAYBE
    found = [at for at, score in enumerate(scores) if score >= least]
    return sorted(found, key=lambda at: -scores[at])


def _likeness(wanted: str, text: str) -> float:
    """Rate a text, 0 to 200: beginnings of words, then parts, then first letters, then misspellings."""
    if not text:
        return 0
    words, parts = text.split(), wanted.split()
    short = len(wanted) / len(text)
    if text.startswith(wanted):
        return 190 + 10 * short
    if all(any(word.startswith(part) for word in words) for part in parts):
        return 170 + 10 * short
    if all(part in text for part in parts):
        return 150 + 10 * short
    if _by_first_letters("".join(parts), words):
        return 120 + 10 * short
    return _spelled_alike(parts, words)


def _by_first_letters(letters: str, words: Sequence[str]) -> bool:
    """Tell whether letters begin words in order, some left out: `acp` for `accept the paragraph`."""
    if not letters:
        return True
    for at, word in enumerate(words):
        for length in range(min(len(word), len(letters)), 0, -1):
            if word.startswith(letters[:length]) and _by_first_letters(letters[length:], words[at + 1 :]):
                return True
    return False


def _spelled_alike(parts: Sequence[str], words: Sequence[str]) -> float:
    """Rate, 0 to 100, how alike the least alike part is to the word that it is most like."""
    from rapidfuzz import fuzz, process

    best = (process.extractOne(part, words, scorer=fuzz.ratio) for part in parts)
    return min((found[1] if found else 0.0) for found in best)
