"""The library panel: the reports with a filter and an order, and how far the whole project is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.progress import ReportRow, Stage
from annotator.ui.flow import FlowLayout
from annotator.ui.library.delegate import ROW_HEIGHT, RowDelegate
from annotator.ui.library.rows import ROW, LibraryModel, Listed
from annotator.ui.library.telling import progress_line, stage_title
from annotator.ui.lists.tables import RowTable
from annotator.ui.settings import Settings
from annotator.ui.theme import Theme
from annotator.workspace.shelving import Order

_ORDER = "library/order"
_MINE = "mine"
_AT_ONCE = 1500
"""Rows got ready for the filter at a time, so that no key waits for it."""


class LibraryPanel(QWidget):
    """Lists the reports; the chosen one is opened, dropped files and folders are added.

    `author` is whose reports are listed as mine.
    """

    chosen = Signal(str)
    dropped = Signal(list)
    menu_asked = Signal(object)
    """Where on the screen a menu for the selected reports is wanted."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings = settings
        self.author = ""
        self.model = LibraryModel()
        self._delegate = RowDelegate(theme)
        self.filter, self.stage, self.order = QLineEdit(), QComboBox(), QComboBox()
        self.list = RowTable(self.model, (0,), many=True, height=ROW_HEIGHT)
        self.empty, self.progress, self.bar = QLabel(), QLabel(), QProgressBar()
        self._ready = QTimer(self)
        self._ready.timeout.connect(self._prepare)
        self._lay_out()
        self.retranslate()
        self._restore_order()
        self.filter.textChanged.connect(self._filtered)
        self.filter.returnPressed.connect(self._choose_first)
        self.stage.currentIndexChanged.connect(self._filtered)
        self.order.activated.connect(self._ordered)
        self.list.clicked.connect(self._clicked)
        self.list.activated.connect(self._choose)
        self.model.dataChanged.connect(self._tell)

    def _lay_out(self) -> None:
        self.filter.setClearButtonEnabled(True)
        self.list.setItemDelegate(self._delegate)
        self.list.horizontalHeader().hide()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setObjectName("empty")
        self.progress.setObjectName("progress")
        self.progress.setWordWrap(True)
        self.bar.setTextVisible(False)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        choices = FlowLayout(even=True)
        for box in (self.stage, self.order):
            # As wide as the longest choice: below each other where they have no room side by side.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choices.addWidget(box)
        top, foot, column = QVBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        spaced = ((top, (8, 0, 8, 0), 4), (foot, (12, 4, 12, 8), 4), (column, (0, 8, 0, 0), 8))
        for layout, margins, spacing in spaced:
            layout.setContentsMargins(*margins)
            layout.setSpacing(spacing)
        top.addWidget(self.filter)
        top.addLayout(choices)
        foot.addWidget(self.bar)
        foot.addWidget(self.progress)
        column.addLayout(top)
        column.addLayout(self._stack, 1)
        column.addLayout(foot)

    @property
    def current(self) -> str:
        """Return the id of the report that is selected, empty when none is."""
        index = self.list.currentIndex()
        return index.data(ROW).id if index.isValid() else ""

    @property
    def selected(self) -> list[ReportRow]:
        """Return the reports that are selected, from above."""
        selection = self.list.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        rows = sorted({row for held in ranges for row in range(held.top(), held.bottom() + 1)})
        return self.model.at(rows)

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self.filter.setPlaceholderText(self.tr("Filter reports…"))
        self.filter.setAccessibleName(self.tr("Filter of the library"))
        self.stage.setAccessibleName(self.tr("Which reports are listed"))
        self.order.setAccessibleName(self.tr("Order of the reports"))
        self.list.setAccessibleName(self.tr("Reports"))
        self.bar.setAccessibleName(self.tr("Progress of the project"))
        _fill(
            self.stage,
            {
                "": self.tr("all reports"),
                _MINE: self.tr("mine"),
                **{stage.value: stage_title(stage) for stage in Stage},
            },
        )
        orders = {
            "added": self.tr("as added"),
            "name": self.tr("by name"),
            "date": self.tr("latest first"),
            "left": self.tr("most left first"),
            "stage": self.tr("by state"),
        }
        _fill(self.order, {order: orders[order] for order in get_args(Order)})
        self._filtered()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def show_rows(self, rows: Sequence[ReportRow]) -> None:
        """Show other rows."""
        self.show_listed(self.model.get_ready(rows))

    def show_listed(self, listed: Listed) -> None:
        """Show other rows that were got ready for it."""
        with _Kept(self):
            self.model.take(listed)
        self._tell()
        self._ready.start()

    def put_rows(self, rows: Sequence[ReportRow]) -> None:
        """Show some rows anew, new ones below; what is selected stays so."""
        self.model.put(rows)
        self._tell()
        self._ready.start()

    def select(self, report_id: str) -> None:
        """Mark a report as the open one, without opening it again."""
        self._delegate.opened = report_id
        self.list.viewport().update()
        row = self.model.row_of(report_id)
        if row >= 0 and row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.model.index(row))

    def beside(self, report_id: str, step: int) -> str:
        """Return the report one step below (1) or above (-1) in the list as filtered, empty at its end."""
        at = self.model.row_of(report_id) + step
        return self.model.index(at).data(ROW).id if 0 <= at < self.model.rowCount() else ""

    def next_unfinished(self, report_id: str) -> str:
        """Return the next report below that is not done, else the first one above, else nothing."""
        at, above = self.model.row_of(report_id), ""
        for number, row in enumerate(self.model.shown()):
            if row.stage is not Stage.DONE and number != at:
                if number > at:
                    return row.id
                above = above or row.id
        return above

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the selected reports."""
        if self.selected:
            self.menu_asked.emit(event.globalPos())

    def _clicked(self, index: QModelIndex) -> None:
        """Open a report that is clicked alone: with Ctrl or Shift it is only selected."""
        held = QGuiApplication.keyboardModifiers()
        if not held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW).id)

    def _choose_first(self) -> None:
        """Open the first report that the filter lets through."""
        if self.filter.text() and self.model.rowCount():
            self._choose(self.model.index(0))

    def _restore_order(self) -> None:
        self.order.setCurrentIndex(max(0, self.order.findData(self._settings.text(_ORDER, "added"))))
        self.model.arrange(self.order.currentData())

    def _ordered(self) -> None:
        self._settings.remember(_ORDER, str(self.order.currentData()))
        with _Kept(self):
            self.model.arrange(self.order.currentData())

    def _filtered(self, *_: object) -> None:
        choice = self.stage.currentData()
        stage = Stage(choice) if choice and choice != _MINE else None
        with _Kept(self):
            self.model.narrow(self.filter.text(), stage, assignee=self.author if choice == _MINE else "")
        self._tell()

    def _prepare(self) -> None:
        if not self.model.prepare(_AT_ONCE):
            self._ready.stop()

    def _tell(self, *_: object) -> None:
        """Say how far the project is, and why nothing is listed when nothing is."""
        totals = self.model.totals
        self.progress.setText(progress_line(totals) if totals.reports else "")
        self.bar.setVisible(bool(totals.reports))
        self.bar.setRange(0, max(1, totals.decided + totals.left))
        self.bar.setValue(totals.decided)
        if not totals.reports:
            self.empty.setText(self.tr("No reports yet.\nAdd files with Ctrl+Shift+O,\nor drop them here."))
        elif self.filter.text():
            self.empty.setText(self.tr("No report holds these words."))
        else:
            self.empty.setText(self.tr("No report stands there."))
        self._stack.setCurrentIndex(1 if self.model.rowCount() else 0)


class _Kept:
    """Keeps the same reports selected while the list is made anew."""

    def __init__(self, panel: LibraryPanel) -> None:
        self._panel = panel

    def __enter__(self) -> None:
        self._current = self._panel.current
        self._ids = [row.id for row in self._panel.selected]

    def __exit__(self, *_: object) -> None:
        model, selection = self._panel.model, QItemSelection()
        for row in map(model.row_of, self._ids):
            if row >= 0:
                selection.select(model.index(row), model.index(row))
        current = model.row_of(self._current)
        if current >= 0:
            self._panel.list.setCurrentIndex(model.index(current))
        self._panel.list.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _fill(box: QComboBox, titles: dict[str, str]) -> None:
    """Put choices into a box by what they stand for, the same one staying chosen."""
    kept = box.currentData()
    box.blockSignals(True)
    box.clear()
    for value, title in titles.items():
        box.addItem(title, value)
    box.setCurrentIndex(max(0, box.findData(kept)))
    box.blockSignals(False)
