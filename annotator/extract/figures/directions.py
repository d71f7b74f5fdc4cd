"""Tell whether a figure is a change upwards or downwards, and which words say so."""

from __future__ import annotations

from annotator.extract.figures.leads import Lead
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.roles import Role, reach_words
from annotator.extract.figures.sentences import Sentence
from annotator.extract.figures.vocabulary import longest_at, names_of

Said = tuple[str, int, int] | None
"""A value with the word indices `[start, end)` that gave it."""


def direction_of(sentence: Sentence, lead: Lead, quantity: Quantity) -> Said:
    """Return the direction the words before a figure give it, or None."""
    words = sentence.words
    reached = False
    for role in lead.near:
        written = " ".join(words[role.start : role.end])
        if role.name == "direction":
            if reached or _is_level_passed(written, quantity):
                return None
            return role.value, role.start, role.end
        if role.name in {"level", "reach", "basis"} and written in reach_words():
            reached = reached or not _is_open(written, lead, quantity, words)
    return None


def _is_open(written: str, lead: Lead, quantity: Quantity, words: list[str]) -> bool:
    """Tell whether `từ` before a figure opens a range or `từ ... trở lên` instead of a start level."""
    if written != "từ":
        return False
    return quantity.value_max is not None or words[lead.at + 1 : lead.at + 2] == ["trở"]


def _is_level_passed(written: str, quantity: Quantity) -> bool:
    """Tell whether `vượt 8.000 tỷ` names a level that was passed rather than a change."""
    return written == "vượt" and quantity.label not in {"PERCENT"} and not quantity.is_times


def growth_of(sentence: Sentence, first: int, last: int) -> str:
    """Return the direction a rate of growth has by its name `words[first:last]`, else an empty string."""
    words = sentence.words[first:last]
    growth = names_of("growth")
    length = longest_at(growth, words, 0)
    return growth[tuple(words[:length])] if length else ""


def leading_change(sentence: Sentence, first: int) -> Said:
    """Return the direction of a verb right before a name: `giảm tỷ lệ hộ nghèo 3%`."""
    word = sentence.words[first - 1] if first else ""
    value = {"giảm": "down", "tăng": "up", "hạ": "down"}.get(word)
    return (value, first - 1, first) if value else None


def sign_of(quantity: Quantity, text: str) -> str:
    """Return the direction a sign in the span gives."""
    if not quantity.signed:
        return ""
    return "up" if text[quantity.start] == "+" else "down"


__all__ = ["Role", "Said", "direction_of", "growth_of", "leading_change", "sign_of"]
