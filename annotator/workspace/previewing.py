"""Previewing: how the beginning of a file reads in each encoding it may be in, for somebody to choose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from annotator.text.encodings import ENCODINGS, decode, read_encoding
from annotator.text.loading.base import read_bytes

_SHOWN = 1500
_READ = 1 << 15
_TAG = re.compile(r"<!--|-->|<(/?)(\w{0,20})[^<>]*>")
_UNSEEN = ("script", "style")
_GAPS = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Preview:
    """An encoding and the beginning of the text in it; `share` (0 to 1) of its words are Vietnamese."""

    encoding: str
    share: float
    text: str


def previews(path: Path) -> list[Preview]:
    """Return how a file reads in each encoding that it can be decoded from, the likeliest first.

    Raises UserError `missing-file`, `unreadable-file` or `large-file`.
    """
    data = read_bytes(path)
    shares = {guess.encoding: guess.share for guess in read_encoding(data).guesses}
    likely = [*shares, *(name for name in ENCODINGS if name not in shares)]
    found = ((name, _beginning(data[:_READ], name)) for name in likely)
    return [Preview(name, shares.get(name, 0.0), text) for name, text in found if text]


def _beginning(data: bytes, encoding: str) -> str:
    """Return the first lines of the text, tags of a web page left out; empty where it cannot be decoded."""
    try:
        text = decode(data, encoding)
    except UnicodeDecodeError:
        return ""
    bare = _without_tags(text) if "<" in text else text
    return _GAPS.sub("\n", bare.strip() or text).strip().replace("\0", "\ufffd")[:_SHOWN]


def _without_tags(text: str) -> str:
    """Return what stands between the tags of a web page, no comments and scripts; quick for any text."""
    kept: list[str] = []
    at, hidden = 0, ""
    for tag in _TAG.finditer(text):
        name = (tag[2] or "").lower()
        if not hidden:
            kept.append(text[at : tag.start()])
            hidden = "-->" if tag[0] == "<!--" else name if name in _UNSEEN and not tag[1] else ""
        elif tag[0] == hidden or (name == hidden and tag[1]):
            hidden = ""
        at = tag.end()
    return " ".join([*kept, "" if hidden else text[at:]])
