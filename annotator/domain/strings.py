"""Strings: which ones a project keeps: no control signs, no halves of characters, none without end."""

from __future__ import annotations

import re

from annotator.domain.errors import UserError

LONGEST_NAME = 200
"""Code points of the longest id, label or name of somebody."""
LONGEST_WORDS = 20_000
"""Code points of the longest note, value or reason."""

# Control signs cut names off or break lines; direction signs let one name look as another.
_NOT_IN_NAMES = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_NOT_IN_WORDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")


def name_fault(text: str) -> str:
    """Say why an id, a label or somebody's name cannot be kept; empty where it can. It may be empty."""
    return _fault(text, _NOT_IN_NAMES, LONGEST_NAME)


def words_fault(text: str) -> str:
    """Say why a note, a value or a reason, of lines maybe, cannot be kept; empty where it can."""
    return _fault(text, _NOT_IN_WORDS, LONGEST_WORDS)


def _fault(text: str, refused: re.Pattern[str], longest: int) -> str:
    if len(text) > longest:
        return f"is longer than {longest} characters"
    if _HALVES.search(text):
        return "holds half of a character"
    return "holds a control sign" if refused.search(text) else ""


def typed(text: str) -> str:
    """Return words somebody typed or pasted without signs that nobody sees; raise UserError `long-text`."""
    shown = _HALVES.sub("", _NOT_IN_WORDS.sub("", text))
    if len(shown) > LONGEST_WORDS:
        raise UserError("long-text", f"the text is longer than {LONGEST_WORDS} characters; shorten it first")
    return shown


def on_one_line(text: str, *, longest: int = LONGEST_NAME) -> str:
    """Return a name from elsewhere as a message shows it: one line, no signs that nobody sees, cut off."""
    shown = " ".join(_HALVES.sub("\ufffd", _NOT_IN_NAMES.sub(" ", text)).split())
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"
