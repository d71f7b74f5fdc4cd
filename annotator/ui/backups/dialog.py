"""The dialog of backups: the latest first, what restoring each would mean, and a file from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QVBoxLayout, QWidget

from annotator.domain.backups import Backup
from annotator.ui.backups.rows import WIDTHS, BackupRows
from annotator.ui.lists.tables import RowTable
from annotator.ui.sizes import open_at
from annotator.workspace.backing_up import Looked


class BackupsDialog(QDialog):
    """Lists backups; Enter restores the chosen one, Escape changes nothing."""

    restore_asked = Signal(Path)

    def __init__(self, parent: QWidget, name: str, backups: Sequence[Backup], *, lead: str = "") -> None:
        """`name` is that of the project; `lead` says why the list is shown, where nobody asked for it."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore %1 from a backup").replace("%1", name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, 900, 440)
        self._name = name
        self.model = BackupRows(backups)
        self.table = RowTable(self.model, WIDTHS)
        self.table.setAccessibleName(self.tr("Backups"))
        self.table.setAccessibleDescription(self.tr("The latest first; Enter restores the chosen one"))
        self.meaning = QLabel()
        self.meaning.setWordWrap(True)
        self.meaning.setMinimumHeight(2 * self.meaning.fontMetrics().lineSpacing())
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Cancel)
        self.restore = buttons.addButton(self.tr("&Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.restore.setDefault(True)
        buttons.button(kinds.Cancel).setText(self.tr("Cancel"))
        self.other = buttons.addButton(self.tr("Another &file…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.other.setAutoDefault(False)
        self.other.clicked.connect(self._ask_file)
        buttons.accepted.connect(self._chosen)
        buttons.rejected.connect(self.reject)
        self._lay_out(lead, buttons)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.model.dataChanged.connect(self._tell)
        self.table.doubleClicked.connect(self._chosen)
        if backups:
            self.table.selectRow(0)
        self._tell()
        self.table.setFocus()

    def show_looked(self, looked: Looked) -> None:
        """Show what was found in a backup."""
        self.model.put(looked)

    def _lay_out(self, lead: str, buttons: QDialogButtonBox) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        if lead:
            said = QLabel(lead)
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setWordWrap(True)
            column.addWidget(said)
        column.addWidget(self.table, 1)
        column.addWidget(self.meaning)
        column.addWidget(buttons)

    def _tell(self) -> None:
        """Say what restoring the chosen backup would mean."""
        row = self.table.currentIndex().row()
        looked = self.model.looked(row) if row >= 0 else None
        self.restore.setEnabled(row >= 0 and (looked is None or looked.is_whole))
        self.meaning.setText(self._meaning(row, looked))

    def _meaning(self, row: int, looked: Looked | None) -> str:
        if row < 0:
            if self.model.backups:
                return ""
            return self.tr("There is no backup of %1 yet. A file from elsewhere can be chosen.").replace(
                "%1", self._name
            )
        if looked is None:
            return self.tr("This backup is being read…")
        if looked.held is None:
            return self.tr("This backup is damaged and cannot be restored; choose another.")
        kept = self.tr("The project as it is now is kept as a backup first, so that this can be taken back.")
        lost = looked.held.lost
        if lost is None:
            return self.tr("The project cannot be read as it is; its file is set aside, nothing is deleted.")
        if lost == 0:
            said = self.tr("No decision made since would be missing.")
        elif lost == 1:
            said = self.tr("1 decision made since would be missing.")
        else:
            said = self.tr("%1 decisions made since would be missing.").replace("%1", str(lost))
        return f"{said} {kept}"

    def _chosen(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0 and self.restore.isEnabled():
            self._restore(self.model.backups[row].path)

    def _ask_file(self) -> None:
        backups = self.model.backups
        folder = str(backups[0].path.parent) if backups else str(Path.home())
        kind = self.tr("Backups and projects (*.backup *.annotator)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Restore from a file"), folder, kind)
        if chosen:
            self._restore(Path(chosen))

    def _restore(self, path: Path) -> None:
        self.accept()
        self.restore_asked.emit(path)
