"""The people dialog: who works in the project, in which role, and whether analysts see each other's work."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.fonts import scaled
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace.assigning import ROLES, Member

ROLE_TITLES = {
    "analyst": QT_TRANSLATE_NOOP("People", "analyst"),
    "reviewer": QT_TRANSLATE_NOOP("People", "reviewer"),
    "extractor": QT_TRANSLATE_NOOP("People", "extractor"),
    "model": QT_TRANSLATE_NOOP("People", "model"),
}


def role_title(role: str) -> str:
    """Name a role, or what a machine is, in the language of the window."""
    return QCoreApplication.translate("People", ROLE_TITLES[role])


class PeopleDialog(QDialog):
    """Lists the authors of a project; what is changed is said by signals and done at once."""

    role_chosen = Signal(str, str)
    """A person's name and the role they are to have; one that is not known yet is to be added."""
    blind_chosen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("People of the project"))
        self.resize(560, 440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = QTableWidget(0, 3)
        self.name, self.role = QLineEdit(), _roles("analyst")
        self.add = QPushButton(self.tr("Add"))
        self.blind = QCheckBox(
            self.tr("Hide analysts from each other until all who share a report have finished it")
        )
        self._lay_out()
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.blind.clicked.connect(self.blind_chosen)

    def _lay_out(self) -> None:
        self.table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Role"), self.tr("Reports finished")])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(scaled(40))
        self.table.setAccessibleName(self.tr("People of the project"))
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number in (1, 2):
            self.table.horizontalHeader().setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            self.table.setColumnWidth(number, 150)
        self.name.setPlaceholderText(self.tr("Name of a colleague"))
        self.name.setAccessibleName(self.tr("Name of a colleague"))
        self.role.setAccessibleName(self.tr("Role"))
        self.add.setAutoDefault(False)
        note = QLabel(
            self.tr("Work is merged by name: a colleague uses the same name in every copy of the project.")
        )
        note.setWordWrap(True)
        note.setObjectName("empty")
        row = QHBoxLayout()
        for part, stretch in ((self.name, 1), (self.role, 0), (self.add, 0)):
            row.addWidget(part, stretch)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close)
        buttons.button(kinds.Close).setText(self.tr("Close"))
        buttons.button(kinds.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(note)
        column.addWidget(self.blind)
        column.addWidget(buttons)

    def show_members(self, members: Sequence[Member], *, blind: bool) -> None:
        """List these authors, persons first."""
        ordered = sorted(members, key=lambda each: each.kind != "person")
        self.blind.setChecked(blind)
        self.table.setRowCount(len(ordered))
        for row, member in enumerate(ordered):
            self.table.setItem(row, 0, QTableWidgetItem(member.name))
            share = f"{member.finished} / {member.assigned}" if member.assigned else ""
            self.table.setItem(row, 2, QTableWidgetItem(share))
            if member.kind == "person":
                box = _roles(member.role)
                box.setAccessibleName(self.tr("Role of %1").replace("%1", member.name))
                box.activated.connect(self._chosen(member.name, box))
                self.table.setCellWidget(row, 1, box)
            else:
                self.table.removeCellWidget(row, 1)
                self.table.setItem(row, 1, QTableWidgetItem(role_title(member.kind)))

    def _chosen(self, name: str, box: QComboBox) -> Callable[[int], None]:
        return lambda _: self.role_chosen.emit(name, box.currentData())

    def _add(self) -> None:
        name = self.name.text().strip()
        if name:
            self.role_chosen.emit(name, self.role.currentData())
            self.name.clear()
        self.name.setFocus()


def _roles(chosen: str) -> QComboBox:
    box = QComboBox()
    for role in ROLES:
        box.addItem(role_title(role), role)
    box.setCurrentIndex(box.findData(chosen))
    return box
