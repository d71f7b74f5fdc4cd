"""The commands of backups: make one now, put one in the place of the project."""

from __future__ import annotations

from annotator.ui.command import Command
from annotator.ui.translating import QT_TRANSLATE_NOOP

BACKUP_COMMANDS = (
    Command(
        "project.back_up",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Back up now"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Copy the project, whole and verified, into its folder of backups"),
    ),
    Command(
        "project.restore",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Restore from a backup…"),
        (),
        QT_TRANSLATE_NOOP(
            "Commands", "List the backups of a project and put one in its place; what it was is kept"
        ),
    ),
)
