r"""WebAnno's escapes: what stands for the signs that mean something in a line of its TSV, and back."""

from __future__ import annotations

import re

_WRITTEN = {"\t": r"\t", "\n": r"\n", "\r": r"\r", "\f": r"\f", "\b": r"\b", "\\": r"\\"}
_PLAIN_WHITE = range(8, 14)
_TEXT = str.maketrans({chr(at): f"\\{chr(at)}" for at in range(32) if at not in _PLAIN_WHITE} | _WRITTEN)
_VALUE = re.compile(r"->|[\\\[\]|_;*\t\n\r]")
_LETTERS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_PIECE = re.compile(r"\\.|\||[^\\|]+|\\", re.DOTALL)
_MEANT = frozenset("\\[]|_;*") | {"->"}


def escaped_text(text: str) -> str:
    """Return text as a `#Text=` line or a token holds it: control characters, tabs, breaks, backslashes."""
    return text.translate(_TEXT)


def plain_text(written: str) -> str:
    """Return the text that `escaped_text` was given; a backslash that escapes nothing stays."""
    return _ESCAPED.sub(_plain_sign, written) if "\\" in written else written


def escaped_value(value: str) -> str:
    """Return the value of a feature as a column holds it."""
    return _VALUE.sub(_escape, value)


def plain_value(written: str) -> str:
    """Return the value that `escaped_value` was given; a backslash that escapes nothing stays."""
    return _ESCAPED.sub(_plain_value_sign, written) if "\\" in written else written


def stacked(cell: str) -> list[str]:
    """Return the values of a column, which are split at every `|` that is not escaped."""
    if "\\" not in cell:
        return cell.split("|")
    found = [""]
    for piece in _PIECE.findall(cell):
        if piece == "|":
            found.append("")
        else:
            found[-1] += piece
    return found


def _escape(sign: re.Match[str]) -> str:
    return _WRITTEN.get(sign[0], f"\\{sign[0]}")


def _plain_sign(sign: re.Match[str]) -> str:
    letter = sign[1]
    if letter in _LETTERS:
        return _LETTERS[letter]
    return letter if letter == "\\" or ord(letter[0]) < 32 else sign[0]


def _plain_value_sign(sign: re.Match[str]) -> str:
    return sign[1] if sign[1] in _MEANT else _plain_sign(sign)
