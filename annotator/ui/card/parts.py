"""The card's parts: captions, lines of text and warnings, each hidden while it has nothing to say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator.ui.fonts import window_font
from annotator.ui.theme import SMALLEST


def caption() -> QLabel:
    """Return the heading of a part."""
    label = QLabel()
    label.setObjectName("caption")
    return label


def body() -> QLabel:
    """Return lines of rich text whose links are followed by the mouse and by Tab and Return."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setFont(window_font(SMALLEST + 1))
    return label


def warning() -> QLabel:
    """Return lines of plain text that stand out by sign and colour."""
    label = QLabel()
    label.setObjectName("doubt")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def fill(head: QLabel | None, part: QLabel, lines: Sequence[str]) -> None:
    """Show lines of rich text under their caption, or neither where there are none."""
    said = "<br>".join(lines)
    flags = Qt.TextInteractionFlag
    followed = flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard
    part.setTextInteractionFlags(followed if "<a " in said else flags.NoTextInteraction)
    # Reached by Tab where there is a link to follow, never by a click, which leaves the page its focus.
    part.setFocusPolicy(Qt.FocusPolicy.TabFocus if "<a " in said else Qt.FocusPolicy.NoFocus)
    part.setText(said)
    part.setVisible(bool(lines))
    if head is not None:
        part.setAccessibleName(head.text())
        head.setVisible(bool(lines))
