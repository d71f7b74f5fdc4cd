"""Dialogs to read: the keys, a summary with details, a problem report to copy, what the program is."""

from __future__ import annotations

import platform
from collections.abc import Sequence

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from annotator import __version__
from annotator.ui.chords import shown
from annotator.ui.command import Command
from annotator.ui.commands import menu_title
from annotator.ui.dialogs.command_table import CommandTable, filter_of
from annotator.ui.fixed_keys import FIXED_KEYS
from annotator.ui.sizes import open_at


class TextDialog(QDialog):
    """A lead, and lines one can read, select and copy."""

    def __init__(self, parent: QWidget, title: str, lead: str, text: str, *, copying: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        label = QLabel(lead)
        label.setWordWrap(True)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        if copying:
            self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close)
        buttons.button(kinds.Close).setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        if copying:
            copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label)
        if text:
            column.addWidget(self.text, 1)
            open_at(self, 640, 360)
        self.text.setVisible(bool(text))
        column.addWidget(buttons)


class ShortcutsDialog(QDialog):
    """Every command with its keys and what it does, filtered by what is typed."""

    def __init__(self, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        open_at(self, 1080, 640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = CommandTable(4)
        self.filter = filter_of(self.table)
        self.filter.setPlaceholderText(self.tr("Filter commands…"))
        self.filter.setAccessibleName(self.tr("Filter of the commands"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Menu"), self.tr("Command"), self.tr("Keys"), self.tr("What it does")]
        )
        self.table.setAccessibleName(self.tr("Commands and their keys"))
        rows = [
            (command.id, (menu_title(command), command.title, keys_text(command.keys), command.hint))
            for command in commands
        ]
        fixed = [("", (self.tr("Page"), key.title, keys_text(key.keys), "")) for key in FIXED_KEYS]
        self.table.fill([*rows, *fixed])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)


def keys_text(keys: Sequence[str]) -> str:
    """Write keys as this system does, the first one first."""
    return "   ".join(map(shown, keys))


def about_text() -> str:
    """Say the version and what it runs on."""
    return (
        f"annotator {__version__}\nPython {platform.python_version()}\nQt {qVersion()}\n"
        f"{platform.system()} {platform.release()} {platform.machine()}"
    )


def show_text(parent: QWidget, title: str, lead: str, text: str, *, copying: bool = False) -> TextDialog:
    """Open a text dialog that does not stop the window."""
    dialog = TextDialog(parent, title, lead, text, copying=copying)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
