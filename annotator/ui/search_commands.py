"""The commands that look for words or back at what was done, in the open report and in the project."""

from __future__ import annotations

from annotator.ui.command import Command
from annotator.ui.translating import QT_TRANSLATE_NOOP

SEARCH_COMMANDS = (
    Command(
        "find.open",
        "edit",
        QT_TRANSLATE_NOOP("Commands", "Find in this report…"),
        ("Ctrl+F",),
        QT_TRANSLATE_NOOP(
            "Commands", "Look for words in the open report; a hit is selected, ready for a label"
        ),
    ),
    Command(
        "find.next",
        "edit",
        QT_TRANSLATE_NOOP("Commands", "Find next"),
        ("F3", "Ctrl+G"),
        QT_TRANSLATE_NOOP("Commands", "Go to the next place that holds the words looked for"),
    ),
    Command(
        "find.previous",
        "edit",
        QT_TRANSLATE_NOOP("Commands", "Find previous"),
        ("Shift+F3", "Ctrl+Shift+G"),
        QT_TRANSLATE_NOOP("Commands", "Go to the place before that holds the words looked for"),
    ),
    Command(
        "find.project",
        "edit",
        QT_TRANSLATE_NOOP("Commands", "Find in all reports…"),
        ("Ctrl+Shift+F",),
        QT_TRANSLATE_NOOP(
            "Commands", "List every place of the project that holds some words, in its context"
        ),
    ),
    Command(
        "edit.history",
        "edit",
        QT_TRANSLATE_NOOP("Commands", "History of this report"),
        ("Ctrl+H",),
        QT_TRANSLATE_NOOP("Commands", "List every step of this report; Enter goes back or forward to one"),
    ),
    Command(
        "view.problems",
        "view",
        QT_TRANSLATE_NOOP("Commands", "Problems of this report"),
        ("Ctrl+Shift+P",),
        QT_TRANSLATE_NOOP("Commands", "List figures that hardly can be as they stand; Enter goes to one"),
    ),
)
