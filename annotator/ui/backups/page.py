"""The page of the settings about backups: how often, where, how many."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from annotator.ui.sizes import number_field
from annotator.workspace.safeguarding import MOST_RECENT, MOST_ROOM, wish, wishes


class BackupsPage(QWidget):
    """What is chosen is kept at once, for every project; refusals go to whoever guards the window."""

    def __init__(self) -> None:
        super().__init__()
        held = wishes()
        self.minutes = number_field(0, 24 * 60, 5, self.tr(" minutes"), held.minutes)
        self.minutes.setSpecialValueText(self.tr("never"))
        self.closing = QCheckBox(self.tr("Back up when a project is &closed and something was done"))
        self.closing.setChecked(held.closing)
        self.recent = number_field(1, MOST_RECENT, 1, "", held.recent)
        self.room = number_field(1, MOST_ROOM, 1, " GB", held.gigabytes)
        self.folder = QLineEdit(held.folder)
        self.folder.setReadOnly(True)
        self.folder.setPlaceholderText(self.tr("beside each project"))
        self.choose = QPushButton(self.tr("C&hoose…"))
        self.beside = QPushButton(self.tr("&Beside the project"))
        self._lay_out()
        self.minutes.valueChanged.connect(lambda number: self._keep(minutes=number))
        self.closing.toggled.connect(lambda on: self._keep(closing=on))
        self.recent.valueChanged.connect(lambda number: self._keep(recent=number))
        self.room.valueChanged.connect(lambda number: self._keep(gigabytes=number))
        self.choose.clicked.connect(self._ask)
        self.beside.clicked.connect(lambda: self.put_folder(""))

    def put_folder(self, folder: str) -> None:
        """Let backups lie in a folder from now on; beside each project where it is empty."""
        self.folder.setText(folder)
        self._keep(folder=folder)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("&Every so many minutes of work"), self.minutes)
        form.addRow(self.closing)
        form.addRow(self.tr("&Most of one day"), self.recent)
        form.addRow(self.tr("&Room for all of a project"), self.room)
        form.addRow(self.tr("&Folder"), self.folder)
        buttons = QHBoxLayout()
        for button in (self.choose, self.beside):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        form.addRow("", buttons)
        note = QLabel(
            self.tr(
                "One of each day stays for a month and one of each week for a year. Backups made before work "
                "is brought together, a repair or a restore lie beside the project and stay longer."
            )
        )
        note.setWordWrap(True)
        note.setObjectName("hint")
        note.setAlignment(Qt.AlignmentFlag.AlignTop)
        form.addRow(note)

    def _ask(self) -> None:
        title = self.tr("Folder of the backups")
        chosen = QFileDialog.getExistingDirectory(self, title, self.folder.text() or str(Path.home()))
        if chosen:
            self.put_folder(chosen)

    def _keep(self, **chosen: Any) -> None:
        wish(replace(wishes(), **chosen))
