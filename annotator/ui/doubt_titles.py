"""Doubts in words: what is doubtful about a figure, and what follows from those of its indicator."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.domain.derivations import Derived
from annotator.domain.doubts import Doubt
from annotator.domain.figures import parse_plain, plain
from annotator.ui.numbers import amount, grouped
from annotator.ui.translating import QT_TRANSLATE_NOOP

SIGN = "⚠"
"""What stands before a doubt, so that it is not told by colour alone."""

_WORDS = {
    "two-readings": QT_TRANSLATE_NOOP("Doubts", "two readings; choose one"),
    "money-small": QT_TRANSLATE_NOOP(
        "Doubts", "under %1 dong: is a scale word such as tỷ or triệu left out?"
    ),
    "money-large": QT_TRANSLATE_NOOP("Doubts", "more money than the country makes in years"),
    "share-over-whole": QT_TRANSLATE_NOOP("Doubts", "a share of more than 100 %"),
    "fall-over-all": QT_TRANSLATE_NOOP("Doubts", "a fall by more than 100 %"),
    "percent-large": QT_TRANSLATE_NOOP("Doubts", "more than %1 %: is a decimal mark misread?"),
    "negative": QT_TRANSLATE_NOOP("Doubts", "less than nothing, and not said to fall"),
    "sign-against-direction": QT_TRANSLATE_NOOP("Doubts", "below zero, but said to rise"),
    "part-of-person": QT_TRANSLATE_NOOP("Doubts", "people are counted whole: is a thousands mark misread?"),
    "part-over-whole": QT_TRANSLATE_NOOP("Doubts", "the part is more than the whole"),
    "whole-zero": QT_TRANSLATE_NOOP("Doubts", "a part of nothing"),
    "range-order": QT_TRANSLATE_NOOP("Doubts", "the upper end is not above the lower one"),
    "more-than-the-country": QT_TRANSLATE_NOOP("Doubts", "more than the whole country has"),
    "far-from-others": QT_TRANSLATE_NOOP(
        "Doubts", "a thousand times from %1, the same indicator's: is a thousands mark misread?"
    ),
}

_BASES = {
    "plan": QT_TRANSLATE_NOOP("Doubts", "plan"),
    "budget": QT_TRANSLATE_NOOP("Doubts", "budget"),
    "same_period": QT_TRANSLATE_NOOP("Doubts", "same period before"),
    "previous": QT_TRANSLATE_NOOP("Doubts", "period before"),
    "total": QT_TRANSLATE_NOOP("Doubts", "whole"),
}


def doubt_title(doubt: Doubt) -> str:
    """Say a doubt in the language of the window, one line."""
    said = QCoreApplication.translate("Doubts", _WORDS[doubt.code])
    return said.replace("%1", grouped(doubt.number))


def derived_title(found: Derived) -> str:
    """Say what follows and how: `plan ≈ 2.727 billion VND = 1.860 billion VND ÷ 68,2 %`."""
    name = QCoreApplication.translate("Doubts", _BASES[found.basis])
    sign = "=" if found.is_exact else "≈"
    return f"{name} {sign} {amount(found.value, found.unit)}\n{_how(found)}"


def _how(found: Derived) -> str:
    level = amount(parse_plain(found.level.attributes["value"]), found.unit)
    size = abs(parse_plain(found.source.attributes["value"]))
    rises = found.source.attributes.get("direction") == "up"
    if found.by == "share":
        return f"{level} ÷ {grouped(plain(size))} %"
    if found.by == "change":
        return f"{level} ÷ (100 % {'+' if rises else '−'} {grouped(plain(size))} %)"
    return f"{level} {'−' if rises else '+'} {amount(size, found.source.attributes.get('unit', ''))}"
