"""Filtering: how what somebody types is compared with names, tones and case aside."""

from __future__ import annotations

from unicodedata import normalize

from annotator.text.words import folded_for_search


def folded(text: str) -> str:
    """Return a text as it is searched for: lower case, without tones, however its marks are written."""
    return folded_for_search(normalize("NFC", text))
