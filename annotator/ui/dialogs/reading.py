"""Dialogs to read: the keys, a summary with details, a problem report to copy, what the program is."""

from __future__ import annotations

import platform
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator import __version__
from annotator.ui.command import CONTEXT, Command
from annotator.ui.commands import MENUS


class TextDialog(QDialog):
    """A lead, and lines one can read, select and copy."""

    def __init__(self, parent: QWidget, title: str, lead: str, text: str, *, copying: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(640, 360)
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
        column.addWidget(buttons)


class ShortcutsDialog(QDialog):
    """Every command with its keys and what it does, filtered by what is typed."""

    def __init__(self, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(860, 620)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filter commands…"))
        self._filter.setAccessibleName(self.tr("Filter of the commands"))
        self._filter.textChanged.connect(self._narrow)
        heads = [self.tr("Menu"), self.tr("Command"), self.tr("Keys"), self.tr("What it does")]
        self.table = QTableWidget(len(commands), len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setAccessibleName(self.tr("Commands and their keys"))
        for row, command in enumerate(commands):
            menu = QCoreApplication.translate(CONTEXT, MENUS[command.menu]).replace("&", "")
            for column, text in enumerate((menu, command.title, keys_text(command), command.hint)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(16, 16, 16, 16)
        column_box.addWidget(self._filter)
        column_box.addWidget(self.table, 1)

    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        for row in range(self.table.rowCount()):
            cells = (self.table.item(row, column) for column in range(self.table.columnCount()))
            held = " ".join(cell.text() for cell in cells if cell is not None).casefold()
            self.table.setRowHidden(row, not all(word in held for word in wanted))


def keys_text(command: Command) -> str:
    """Write a command's keys as this system does, the first one first."""
    style = QKeySequence.SequenceFormat.NativeText
    return "   ".join(QKeySequence(key).toString(style) for key in command.keys)


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
