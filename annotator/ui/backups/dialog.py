"""The dialog of backups: the latest first, what restoring each would mean, and a file from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QStyle, QVBoxLayout, QWidget

from annotator.domain.backups import Backup
from annotator.ui.backups.rows import DECISIONS, HEADS, LESS, SIZE, WHY, WIDTHS, BackupRows
from annotator.ui.backups.rows import said as in_words
from annotator.ui.fonts import scaled
from annotator.ui.lists.tables import RowTable
from annotator.ui.sizes import open_at
from annotator.workspace.backing_up import Looked

_SIDE = 16
"""Pixels left free on either side."""


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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out rather than cut off why a backup was made; what they say is said below."""
        super().resizeEvent(event)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        room = self.contentsRect().width() - 2 * _SIDE - 2 * self.table.frameWidth() - bar
        room -= sum(scaled(width) for width in WIDTHS if width) + self.table.sizeHintForColumn(WHY)
        for column in LESS:
            self.table.setColumnHidden(column, room < 0)
            room += scaled(WIDTHS[column]) if room < 0 else 0
        self._tell()

    def _lay_out(self, lead: str, buttons: QDialogButtonBox) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 12, _SIDE, 12)
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
        self.meaning.setText(" ".join((*self._left_out(row), self._meaning(row, looked))))

    def _left_out(self, row: int) -> list[str]:
        """Say of a row what its columns have no room for; what was made since is said anyway."""
        if row < 0:
            return []
        cells, table = self.model.cells(row), self.table
        is_cut = table.sizeHintForColumn(WHY) > table.columnWidth(WHY)
        shown = [WHY] if is_cut else []
        shown += [each for each in (SIZE, DECISIONS) if table.isColumnHidden(each) and cells[each]]
        return [f"{in_words(HEADS[each])}: {cells[each]}." for each in shown]

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
