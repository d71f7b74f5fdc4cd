"""The mark that tells Qt's tools of a text to translate later, typed as what it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6 import QtCore

QT_TRANSLATE_NOOP = cast("Callable[[str, str], str]", QtCore.QT_TRANSLATE_NOOP)
"""Takes a context and an English text and returns the text; PySide6 leaves its type open."""
