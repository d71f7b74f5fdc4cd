"""The commands of a team: its people, their reports, and work that goes from one project to another."""

from __future__ import annotations

from annotator.ui.command import Command
from annotator.ui.translating import QT_TRANSLATE_NOOP

TEAM_COMMANDS = (
    Command(
        "project.bundle",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Bundle my work…"),
        ("Ctrl+Shift+B",),
        QT_TRANSLATE_NOOP("Commands", "Write your sets and their history into a file for a colleague"),
    ),
    Command(
        "project.merge",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Bring work together…"),
        ("Ctrl+Shift+M",),
        QT_TRANSLATE_NOOP(
            "Commands", "Take in bundles and projects of colleagues; nothing of either is lost"
        ),
        writes=True,
    ),
    Command(
        "project.people",
        "file",
        QT_TRANSLATE_NOOP("Commands", "People…"),
        (),
        QT_TRANSLATE_NOOP(
            "Commands", "Add people, make them analysts or reviewers, hide analysts from each other"
        ),
        writes=True,
    ),
)
