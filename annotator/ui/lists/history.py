"""The history of the open report: its steps, the latest first, and going to any of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.errors import UserError
from annotator.domain.history import Standing
from annotator.ui.fonts import window_font
from annotator.ui.lists.revealing import reveal
from annotator.ui.lists.tables import RowTable
from annotator.ui.moments import said_when
from annotator.ui.reading.sheet import Sheet, edit_title
from annotator.ui.theme import NORMAL, Theme
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.ui.travelling import Travelling
from annotator.workspace.stepping import Passed, passed

Index = QModelIndex | QPersistentModelIndex

HEADS = (
    "",
    QT_TRANSLATE_NOOP("Lists", "Step"),
    QT_TRANSLATE_NOOP("Lists", "Spans"),
    QT_TRANSLATE_NOOP("Lists", "Text"),
    QT_TRANSLATE_NOOP("Lists", "Who"),
    QT_TRANSLATE_NOOP("Lists", "When"),
)
MARK, STEP, SPANS, TEXT, WHO, WHEN = range(6)

_PAUSE = 150
"""Milliseconds of rest after an edit before the list is made again: typing never waits for it."""


class HistoryModel(QAbstractTableModel):
    """One row a step, bulk ones too; the last row is the report as it came."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: list[Passed] = []
        fonts = {name: window_font(NORMAL) for name in Standing}
        for gone in (Standing.UNDONE, Standing.LEFT):
            fonts[gone].setStrikeOut(True)
        self._fonts = fonts
        self._here = window_font(NORMAL, bold=True)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme

    def show(self, steps: Sequence[Passed]) -> None:
        """Show steps, given with the first one first."""
        self.beginResetModel()
        self._steps = list(reversed(steps))
        self.endResetModel()

    def at(self, row: int) -> Passed | None:
        """Return the step of a row, None for the report as it came."""
        return self._steps[row] if row < len(self._steps) else None

    def back(self, row: int) -> int:
        """Return how often undo has to be pressed to be at a row, redo where negative."""
        step = self.at(row)
        return sum(each.standing is Standing.DONE for each in self._steps) if step is None else step.back

    def is_here(self, row: int) -> bool:
        """Tell whether a row is the step that was done last."""
        step = self.at(row)
        return self.back(row) == 0 and (step is None or step.standing is Standing.DONE)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many rows there are: the steps and the beginning."""
        return 0 if parent.isValid() else len(self._steps) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many columns there are."""
        return len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Lists", HEADS[section]) if HEADS[section] else ""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell, or what a screen reader says of it."""
        row, column, step = index.row(), index.column(), self.at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return ("▸" if self.is_here(row) else "") if column == MARK else _cell(step, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole:
            return self._here if self.is_here(row) else step and self._fonts[step.standing]
        if role == Qt.ItemDataRole.ForegroundRole:
            gone = step is None or step.standing is not Standing.DONE
            return QColor(self._theme.muted) if gone or column in {WHO, WHEN} else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_cell(step, column)} {_standing(step)}".strip()
        return _standing(step) if role == Qt.ItemDataRole.ToolTipRole else None


class History(QWidget):
    """Lists the steps of the open report while it is seen; a row clicked or entered is gone to."""

    def __init__(self, sheet: Sheet, travelling: Travelling, theme: Theme) -> None:
        super().__init__()
        self._sheet = sheet
        self._travelling = travelling
        self.model = HistoryModel(theme)
        self.table = RowTable(self.model, (28, 220, 64, 0, 140, 180))
        self.table.setAccessibleName(self.tr("Steps of this report"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PAUSE)
        self._late.timeout.connect(self.refresh)
        going = sheet.notices.guarded(lambda index: self.go_to(index.row()))
        self.table.clicked.connect(going)
        self.table.activated.connect(going)
        for changed in (sheet.opened, sheet.edited):
            changed.connect(self._late.start)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the history's commands by id."""

        def shown() -> None:
            reveal(self)
            self.refresh()
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

        return {"edit.history": shown}

    def refresh(self) -> None:
        """Make the list anew where it is seen, the row of the last step chosen."""
        self._late.stop()
        if not self.isVisible():
            return
        report = self._sheet.open_report
        self.model.show([] if report is None else passed(report))
        here = next(row for row in range(self.model.rowCount()) if self.model.is_here(row))
        self.table.selectRow(here)

    def go_to(self, row: int) -> None:
        """Undo or redo until the step of a row is the last that stands."""
        step, back = self.model.at(row), self.model.back(row)
        if step is not None and step.standing is Standing.LEFT:
            message = self.tr("that step was left behind: something else was done after it was taken back")
            raise UserError("left-behind", message)
        if not back:
            return
        self._travelling.step(back)
        self.refresh()

    def showEvent(self, event: object) -> None:
        """Be up to date when the tab is turned to."""
        self._late.start()


def _cell(step: Passed | None, column: int) -> str:
    translate = QCoreApplication.translate
    if step is None:
        return translate("Lists", "the report as it came") if column == STEP else ""
    if column == STEP:
        said = edit_title(step.label)
        reports = translate("Lists", "%1 in %2 reports").replace("%2", str(step.reports))
        return reports.replace("%1", said) if step.reports > 1 else said
    return {
        SPANS: str(step.spans) if step.spans else "",
        TEXT: step.text,
        WHO: step.author,
        WHEN: said_when(step.at),
    }.get(column, "")


def _standing(step: Passed | None) -> str:
    """Say in words what the strike through a step says."""
    translate = QCoreApplication.translate
    if step is None or step.standing is Standing.DONE:
        return ""
    if step.standing is Standing.UNDONE:
        return translate("Lists", "taken back; can be done again")
    return translate("Lists", "taken back and left behind")


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == SPANS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
