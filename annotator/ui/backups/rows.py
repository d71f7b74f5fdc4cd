"""The rows of the backups: when and why each was made, what it holds, what it lacks, whether it is whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from annotator.domain.backups import Backup, Why
from annotator.ui.moments import said_when
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace.backing_up import Looked

Index = QModelIndex | QPersistentModelIndex

HEADS = (
    QT_TRANSLATE_NOOP("Backups", "Made"),
    QT_TRANSLATE_NOOP("Backups", "Why"),
    QT_TRANSLATE_NOOP("Backups", "Size"),
    QT_TRANSLATE_NOOP("Backups", "Decisions"),
    QT_TRANSLATE_NOOP("Backups", "Made since"),
    QT_TRANSLATE_NOOP("Backups", "State"),
)
WIDTHS = (158, 0, 84, 94, 98, 94)
"""Widths of the columns in pixels at 100 %; 0 takes what is left."""

WHY, SIZE, DECISIONS, SINCE = 1, 2, 3, 4
"""The column that takes what is left, and others that are left out where it has no room."""
LESS = (SIZE, SINCE, DECISIONS)
"""In which order they are left out."""

WHYS = {
    Why.SCHEDULED: QT_TRANSLATE_NOOP("Backups", "while working"),
    Why.CLOSING: QT_TRANSLATE_NOOP("Backups", "when closed"),
    Why.ASKED: QT_TRANSLATE_NOOP("Backups", "asked for"),
    Why.MIGRATION: QT_TRANSLATE_NOOP("Backups", "before a newer version of the program"),
    Why.MERGE: QT_TRANSLATE_NOOP("Backups", "before work was brought together"),
    Why.REPAIR: QT_TRANSLATE_NOOP("Backups", "before a repair"),
    Why.RESTORE: QT_TRANSLATE_NOOP("Backups", "before a restore"),
}
_NUMBERS = (2, 3, 4)


class BackupRows(QAbstractTableModel):
    """A row a backup, the latest first; what it holds comes as it is looked into."""

    def __init__(self, backups: Sequence[Backup]) -> None:
        super().__init__()
        self.backups = list(backups)
        self._looked: dict[str, Looked] = {}

    def put(self, looked: Looked) -> None:
        """Show what was found in a backup."""
        self._looked[str(looked.backup.path)] = looked
        for row, backup in enumerate(self.backups):
            if backup.path == looked.backup.path:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADS) - 1))

    def looked(self, row: int) -> Looked | None:
        """Return what was found in the backup of a row, None while it is not looked into."""
        return self._looked.get(str(self.backups[row].path))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many backups there are."""
        return 0 if parent.isValid() else len(self.backups)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many columns there are."""
        return len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column, on the side on which its cells stand."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return said(HEADS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell; its tip is the name of the file, and a screen reader hears the whole row."""
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(row)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((*self.cells(row), str(self.backups[row].path)))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heads = [said(head) for head in HEADS]
            return ", ".join(f"{head}: {cell}" for head, cell in zip(heads, self.cells(row), strict=True))
        return None

    def cells(self, row: int) -> tuple[str, ...]:
        """Return what a row says, column by column."""
        backup, looked = self.backups[row], self.looked(row)
        size = QLocale().formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        first = (said_when(backup.at.isoformat()), said(WHYS[backup.why]), size)
        if looked is None:
            return (*first, "", "", said(QT_TRANSLATE_NOOP("Backups", "being read…")))
        if looked.held is None:
            return (*first, "–", "–", said(QT_TRANSLATE_NOOP("Backups", "damaged")))
        lost = "?" if looked.held.lost is None else str(looked.held.lost)
        return (*first, str(looked.held.decisions), lost, said(QT_TRANSLATE_NOOP("Backups", "verified")))


def said(source: str) -> str:
    """Return a text of the backups in the language of the window."""
    return QCoreApplication.translate("Backups", source)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
