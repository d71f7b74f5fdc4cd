"""Fixed keys: those every page of text has, which cannot be bound to anything else."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotator.ui.command import CONTEXT
from annotator.ui.translating import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class FixedKey:
    """Keys that always do the same; `text` is the English source of its translations."""

    keys: tuple[str, ...]
    text: str

    @property
    def title(self) -> str:
        """Return the text in the language of the window."""
        return QCoreApplication.translate(CONTEXT, self.text)


FIXED_KEYS = (
    FixedKey(("Left", "Right", "Up", "Down"), QT_TRANSLATE_NOOP("Commands", "Move the caret")),
    FixedKey(("Ctrl+Left", "Ctrl+Right"), QT_TRANSLATE_NOOP("Commands", "Move the caret by a word")),
    FixedKey(("Home", "End"), QT_TRANSLATE_NOOP("Commands", "Move the caret to an end of the line")),
    FixedKey(
        ("Ctrl+Home", "Ctrl+End"), QT_TRANSLATE_NOOP("Commands", "Move the caret to an end of the report")
    ),
    FixedKey(("PgUp", "PgDown"), QT_TRANSLATE_NOOP("Commands", "Move the caret by a page")),
    FixedKey(("Shift+Left", "Shift+Right"), QT_TRANSLATE_NOOP("Commands", "Select by a letter")),
    FixedKey(("Shift+Up", "Shift+Down"), QT_TRANSLATE_NOOP("Commands", "Select by a line")),
    FixedKey(("Ctrl+Shift+Left", "Ctrl+Shift+Right"), QT_TRANSLATE_NOOP("Commands", "Select by a word")),
    FixedKey(("Shift+Home", "Shift+End"), QT_TRANSLATE_NOOP("Commands", "Select to an end of the line")),
    FixedKey(("Shift+PgUp", "Shift+PgDown"), QT_TRANSLATE_NOOP("Commands", "Select by a page")),
    FixedKey(
        ("Ctrl+Shift+Home", "Ctrl+Shift+End"),
        QT_TRANSLATE_NOOP("Commands", "Select to an end of the report"),
    ),
    FixedKey(("Esc",), QT_TRANSLATE_NOOP("Commands", "Drop the selection, then return to the page")),
    FixedKey(("Backspace",), QT_TRANSLATE_NOOP("Commands", "Do nothing: Vietnamese input methods send it")),
)
