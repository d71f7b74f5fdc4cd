"""The commands that act on the reports selected in the library."""

from __future__ import annotations

from annotator.ui.command import Command
from annotator.ui.translating import QT_TRANSLATE_NOOP

LIBRARY_COMMANDS = (
    Command(
        "selected.extract",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Find candidates in selected reports"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Replace undecided candidates of the selected reports; decisions stay"),
        writes=True,
    ),
    Command(
        "selected.finish",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Finish selected reports…"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Finish the selected reports in one step; asks about candidates left"),
        writes=True,
    ),
    Command(
        "selected.export",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Export gold of selected reports…"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Write the gold of the selected reports only"),
    ),
    Command(
        "selected.assign",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Assign selected reports…"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Choose who annotates the selected reports, or share them out evenly"),
        writes=True,
    ),
)
