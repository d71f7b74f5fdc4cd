"""The command table, from which menus, toolbar, palette, shortcuts page and docs are made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.ui.backup_commands import BACKUP_COMMANDS
from annotator.ui.command import CONTEXT, Command, Place, page_command
from annotator.ui.library_commands import LIBRARY_COMMANDS
from annotator.ui.review_commands import REVIEW_COMMANDS
from annotator.ui.search_commands import SEARCH_COMMANDS
from annotator.ui.span_commands import SPAN_COMMANDS
from annotator.ui.team_commands import TEAM_COMMANDS
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.ui.view_commands import VIEW_COMMANDS

MENUS = {
    "file": QT_TRANSLATE_NOOP("Commands", "&File"),
    "edit": QT_TRANSLATE_NOOP("Commands", "Edi&t"),
    "go": QT_TRANSLATE_NOOP("Commands", "G&o"),
    "span": QT_TRANSLATE_NOOP("Commands", "S&pan"),
    "label": QT_TRANSLATE_NOOP("Commands", "&Label"),
    "review": QT_TRANSLATE_NOOP("Commands", "R&eview"),
    "view": QT_TRANSLATE_NOOP("Commands", "Vie&w"),
    "help": QT_TRANSLATE_NOOP("Commands", "&Help"),
}

_FILE = (
    Command(
        "project.new",
        "file",
        QT_TRANSLATE_NOOP("Commands", "New project…"),
        ("Ctrl+N",),
        QT_TRANSLATE_NOOP("Commands", "Make a new project file"),
    ),
    Command(
        "project.open",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Open project…"),
        ("Ctrl+O",),
        QT_TRANSLATE_NOOP("Commands", "Open a project file"),
    ),
    Command(
        "project.take",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Open for writing"),
        (),
        QT_TRANSLATE_NOOP(
            "Commands", "Change a project that was open for reading, once nobody else holds it"
        ),
    ),
    Command(
        "report.add",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Add reports…"),
        ("Ctrl+Shift+O",),
        QT_TRANSLATE_NOOP("Commands", "Add report files to the project"),
        toolbar=True,
        writes=True,
    ),
    Command(
        "report.add_folder",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Add a folder of reports…"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Add every report file of a folder and the folders in it"),
        writes=True,
    ),
    Command(
        "report.add_whole",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Add reports with all on their pages…"),
        (),
        QT_TRANSLATE_NOOP(
            "Commands", "Take menus of web pages, headers and footers of Word files and PDF too"
        ),
        writes=True,
    ),
    Command(
        "report.details",
        "file",
        QT_TRANSLATE_NOOP("Commands", "About this report…"),
        (),
        QT_TRANSLATE_NOOP(
            "Commands", "Show the title, day, source, author, encoding and pages of the report"
        ),
    ),
    Command(
        "report.paste",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Add pasted text…"),
        ("Ctrl+Shift+V",),
        QT_TRANSLATE_NOOP("Commands", "Add what was copied elsewhere as a report, under a name"),
        writes=True,
    ),
    Command(
        "report.extract",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Find candidates"),
        ("Ctrl+E",),
        QT_TRANSLATE_NOOP("Commands", "Find candidates in the reports that have none yet"),
        toolbar=True,
        writes=True,
    ),
    Command(
        "report.extract_again",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Find candidates again in this report"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Replace the undecided candidates of this report; decisions stay"),
        writes=True,
    ),
    Command(
        "project.schema",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Labels and values…"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Add, rename, recolour, re-key and retire labels and values"),
        writes=True,
    ),
    Command(
        "project.import",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Import annotated files…"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Take spans from files of another program, under a name"),
        writes=True,
    ),
    Command(
        "project.export",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Export gold…"),
        ("Ctrl+Shift+E",),
        QT_TRANSLATE_NOOP("Commands", "Write the gold of finished reports to a file"),
        toolbar=True,
    ),
    Command(
        "project.close",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Close project"),
        ("Ctrl+W",),
        QT_TRANSLATE_NOOP("Commands", "Close the project and show the start page"),
    ),
    Command(
        "window.quit",
        "file",
        QT_TRANSLATE_NOOP("Commands", "Quit"),
        ("Ctrl+Q",),
        QT_TRANSLATE_NOOP("Commands", "Close the window; everything is saved already"),
    ),
)

_EDIT = (
    Command(
        "edit.undo",
        "edit",
        QT_TRANSLATE_NOOP("Commands", "Undo"),
        ("Ctrl+Z",),
        QT_TRANSLATE_NOOP("Commands", "Take back the last change of this report"),
        toolbar=True,
        writes=True,
    ),
    Command(
        "edit.redo",
        "edit",
        QT_TRANSLATE_NOOP("Commands", "Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        QT_TRANSLATE_NOOP("Commands", "Do again what was taken back"),
        toolbar=True,
        writes=True,
    ),
    page_command(
        "edit.copy",
        "edit",
        QT_TRANSLATE_NOOP("Commands", "Copy"),
        ("Ctrl+C",),
        QT_TRANSLATE_NOOP("Commands", "Copy the selected text, or that of the current span"),
        writes=False,
    ),
    Command(
        "window.settings",
        "edit",
        QT_TRANSLATE_NOOP("Commands", "Settings…"),
        ("Ctrl+,",),
        QT_TRANSLATE_NOOP("Commands", "Choose keys, colours, language and your name"),
    ),
)

_GO = (
    page_command(
        "go.next_candidate",
        "go",
        QT_TRANSLATE_NOOP("Commands", "Next candidate"),
        ("Tab", "Alt+Right"),
        QT_TRANSLATE_NOOP("Commands", "Go to the next undecided candidate"),
        writes=False,
    ),
    page_command(
        "go.previous_candidate",
        "go",
        QT_TRANSLATE_NOOP("Commands", "Previous candidate"),
        ("Shift+Tab", "Alt+Left"),
        QT_TRANSLATE_NOOP("Commands", "Go to the undecided candidate before"),
        writes=False,
    ),
    page_command(
        "go.next_span",
        "go",
        QT_TRANSLATE_NOOP("Commands", "Next span"),
        ("Alt+Down",),
        QT_TRANSLATE_NOOP("Commands", "Go to the next span of any state"),
        writes=False,
    ),
    page_command(
        "go.previous_span",
        "go",
        QT_TRANSLATE_NOOP("Commands", "Previous span"),
        ("Alt+Up",),
        QT_TRANSLATE_NOOP("Commands", "Go to the span before, of any state"),
        writes=False,
    ),
    Command(
        "go.next_report",
        "go",
        QT_TRANSLATE_NOOP("Commands", "Next report"),
        ("Ctrl+PgDown",),
        QT_TRANSLATE_NOOP("Commands", "Open the next report of the library"),
    ),
    Command(
        "go.previous_report",
        "go",
        QT_TRANSLATE_NOOP("Commands", "Previous report"),
        ("Ctrl+PgUp",),
        QT_TRANSLATE_NOOP("Commands", "Open the report before it in the library"),
    ),
    Command(
        "report.finish",
        "go",
        QT_TRANSLATE_NOOP("Commands", "Finish and next"),
        ("Ctrl+Return",),
        QT_TRANSLATE_NOOP("Commands", "Finish this report and open the next one"),
        toolbar=True,
        writes=True,
    ),
    Command(
        "go.filter",
        "go",
        QT_TRANSLATE_NOOP("Commands", "Filter the library"),
        ("Ctrl+L",),
        QT_TRANSLATE_NOOP("Commands", "Put the cursor into the filter of the library"),
    ),
    Command(
        "go.next_pane",
        "go",
        QT_TRANSLATE_NOOP("Commands", "Next pane"),
        ("F6", "Ctrl+F6"),
        QT_TRANSLATE_NOOP("Commands", "Move the focus to the next part of the window"),
    ),
    Command(
        "go.previous_pane",
        "go",
        QT_TRANSLATE_NOOP("Commands", "Previous pane"),
        ("Shift+F6", "Ctrl+Shift+F6"),
        QT_TRANSLATE_NOOP("Commands", "Move the focus to the part of the window before"),
    ),
)

_HELP = (
    Command(
        "window.palette",
        "help",
        QT_TRANSLATE_NOOP("Commands", "Find a command…"),
        ("Ctrl+K",),
        QT_TRANSLATE_NOOP("Commands", "Run any command by a few letters of its name"),
    ),
    Command(
        "help.shortcuts",
        "help",
        QT_TRANSLATE_NOOP("Commands", "Keys"),
        ("Shift+F1", "Ctrl+F1"),
        QT_TRANSLATE_NOOP("Commands", "List every command with its keys"),
    ),
    Command(
        "help.guideline",
        "help",
        QT_TRANSLATE_NOOP("Commands", "Guideline of this label"),
        ("F1", "Alt+F1"),
        QT_TRANSLATE_NOOP("Commands", "Show what the guideline says of the label of the current span"),
    ),
    Command(
        "help.tour",
        "help",
        QT_TRANSLATE_NOOP("Commands", "Tour of the window"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Go through the parts of the window in two minutes; Esc leaves"),
    ),
    Command(
        "help.about",
        "help",
        QT_TRANSLATE_NOOP("Commands", "About annotator"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Show the version and what it runs on"),
    ),
)

COMMANDS: tuple[Command, ...] = (
    *_FILE,
    *LIBRARY_COMMANDS,
    *TEAM_COMMANDS,
    *BACKUP_COMMANDS,
    *_EDIT,
    *SEARCH_COMMANDS,
    *_GO,
    *SPAN_COMMANDS,
    *REVIEW_COMMANDS,
    *VIEW_COMMANDS,
    *_HELP,
)


def menu_title(command: Command) -> str:
    """Return the title of a command's menu in the language of the window."""
    return QCoreApplication.translate(CONTEXT, MENUS[command.menu]).replace("&", "")


def label_command(name: str, title: str, key: str) -> Command:
    """Return the command that gives a label of the schema; its second chord adds Alt to the key."""
    keys = (key, f"Alt+{key}") if key else ()
    help_text = QCoreApplication.translate("Commands", "Label the selection, or relabel the current span")
    return Command(f"label.{name}", "label", title, keys, help_text, Place.PAGE, writes=True)
