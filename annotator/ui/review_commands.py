"""The commands of the review view: a version taken by its number, and all else that settles a dispute."""

from __future__ import annotations

from annotator.ui.command import Command, Place
from annotator.ui.translating import QT_TRANSLATE_NOOP

_TAKE = (
    QT_TRANSLATE_NOOP("Commands", "Take version 1"),
    QT_TRANSLATE_NOOP("Commands", "Take version 2"),
    QT_TRANSLATE_NOOP("Commands", "Take version 3"),
    QT_TRANSLATE_NOOP("Commands", "Take version 4"),
    QT_TRANSLATE_NOOP("Commands", "Take version 5"),
    QT_TRANSLATE_NOOP("Commands", "Take version 6"),
    QT_TRANSLATE_NOOP("Commands", "Take version 7"),
    QT_TRANSLATE_NOOP("Commands", "Take version 8"),
    QT_TRANSLATE_NOOP("Commands", "Take version 9"),
)
VERSIONS = len(_TAKE)
"""Versions of a dispute that have a key."""


def review_command(id: str, text: str, keys: tuple[str, ...], help: str, *, writes: bool = True) -> Command:
    """Return a command that acts only while the page of the review view has the focus."""
    return Command(f"review.{id}", "review", text, keys, help, Place.REVIEW, writes=writes)


REVIEW_COMMANDS = (
    *(
        review_command(
            f"take_{number}",
            text,
            (str(number), f"Alt+{number}"),
            QT_TRANSLATE_NOOP("Commands", "Let the version of that number stand and go on"),
        )
        for number, text in enumerate(_TAKE, 1)
    ),
    review_command(
        "majority",
        QT_TRANSLATE_NOOP("Commands", "Take the majority's version"),
        ("Return", "Alt+Return"),
        QT_TRANSLATE_NOOP("Commands", "Let the version of more than half of the persons stand and go on"),
    ),
    review_command(
        "edit",
        QT_TRANSLATE_NOOP("Commands", "Write a version of your own"),
        ("E", "Alt+Shift+E"),
        QT_TRANSLATE_NOOP(
            "Commands",
            "Change borders, label or value with the keys of the page; Enter keeps it, Esc does not",
        ),
    ),
    review_command(
        "none",
        QT_TRANSLATE_NOOP("Commands", "None is right"),
        ("X", "Alt+Shift+X"),
        QT_TRANSLATE_NOOP("Commands", "Let nothing stand here and go on"),
    ),
    review_command(
        "next",
        QT_TRANSLATE_NOOP("Commands", "Next dispute"),
        ("N", "Alt+N"),
        QT_TRANSLATE_NOOP("Commands", "Go to the next dispute of the queue, as Tab does"),
        writes=False,
    ),
    review_command(
        "previous",
        QT_TRANSLATE_NOOP("Commands", "Previous dispute"),
        ("Shift+Tab", "Alt+Shift+N"),
        QT_TRANSLATE_NOOP("Commands", "Go to the dispute before in the queue"),
        writes=False,
    ),
    review_command(
        "reason",
        QT_TRANSLATE_NOOP("Commands", "Give a reason"),
        ("R", "Alt+R"),
        QT_TRANSLATE_NOOP("Commands", "Write why, before the answer it goes with"),
    ),
    review_command(
        "comment",
        QT_TRANSLATE_NOOP("Commands", "Comment on the dispute"),
        ("C", "Alt+Shift+C"),
        QT_TRANSLATE_NOOP(
            "Commands", "Write something the analysts are to read; it decides nothing by itself"
        ),
    ),
    review_command(
        "reopen",
        QT_TRANSLATE_NOOP("Commands", "Open the dispute again"),
        ("O", "Alt+Shift+O"),
        QT_TRANSLATE_NOOP("Commands", "Take a settled dispute, or a gold report, as open again"),
    ),
    review_command(
        "rule",
        QT_TRANSLATE_NOOP("Commands", "Settle all of this boundary rule…"),
        ("B", "Alt+B"),
        QT_TRANSLATE_NOOP(
            "Commands", "List all disputes that the same boundary rule settles, to settle at once"
        ),
    ),
    review_command(
        "gold",
        QT_TRANSLATE_NOOP("Commands", "Make the report gold"),
        ("G", "Alt+G"),
        QT_TRANSLATE_NOOP("Commands", "Settle the report as it stands and go to the next one"),
    ),
    Command(
        "review.settings",
        "review",
        QT_TRANSLATE_NOOP("Commands", "Review settings…"),
        (),
        QT_TRANSLATE_NOOP(
            "Commands", "Choose what is merged without asking, and take the role of a reviewer"
        ),
    ),
)
