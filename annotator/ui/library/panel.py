"""The library panel: a filter over the list of reports, and what to do when there is none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QStackedLayout, QVBoxLayout, QWidget

from annotator.domain.progress import ReportRow, Stage
from annotator.ui.library.delegate import RowDelegate
from annotator.ui.library.rows import ROW, LibraryFilter, LibraryModel
from annotator.ui.theme import Theme


class LibraryPanel(QWidget):
    """Lists the reports; the chosen one is opened, dropped files and folders are added."""

    chosen = Signal(str)
    dropped = Signal(list)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.model = LibraryModel()
        self._proxy = LibraryFilter(self.model)
        self._delegate = RowDelegate(theme)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filtered)
        self.list = QListView()
        self.list.setModel(self._proxy)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setObjectName("empty")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(8, 0, 8, 0)
        top.addWidget(self.filter)
        column.addLayout(top)
        column.addLayout(self._stack, 1)

    @property
    def current(self) -> str:
        """Return the id of the report that is selected, empty when none is."""
        index = self.list.currentIndex()
        return index.data(ROW).id if index.isValid() else ""

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self.filter.setPlaceholderText(self.tr("Filter reports…"))
        self.filter.setAccessibleName(self.tr("Filter of the library"))
        self.list.setAccessibleName(self.tr("Reports"))
        self._filtered(self.filter.text())

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def show_rows(self, rows: Sequence[ReportRow]) -> None:
        """Show other rows."""
        self.model.show(rows)
        self._filtered(self.filter.text())

    def select(self, report_id: str) -> None:
        """Mark a report as the open one, without opening it again."""
        place = self.model.place(report_id)
        if place is not None:
            self.list.setCurrentIndex(self._proxy.mapFromSource(self.model.index(place)))

    def beside(self, report_id: str, step: int) -> str:
        """Return the report one step below (1) or above (-1) in the list as filtered, empty at its end."""
        place = self.model.place(report_id)
        at = -1 if place is None else self._proxy.mapFromSource(self.model.index(place)).row()
        index = self._proxy.index(at + step, 0)
        return index.data(ROW).id if at + step >= 0 and index.isValid() else ""

    def next_unfinished(self, report_id: str) -> str:
        """Return the next report below that is not done, else the first one above, else nothing."""
        rows = [self._proxy.index(number, 0).data(ROW) for number in range(self._proxy.rowCount())]
        at = next((number for number, row in enumerate(rows) if row.id == report_id), -1)
        around = [*rows[at + 1 :], *rows[: max(at, 0)]]
        return next((row.id for row in around if row.stage is not Stage.DONE), "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW).id)

    def _filtered(self, words: str) -> None:
        self._proxy.set_words(words)
        empty = self._proxy.rowCount() == 0
        if self.model.rowCount() == 0:
            self.empty.setText(self.tr("No reports yet.\nAdd files with Ctrl+Shift+O,\nor drop them here."))
        else:
            self.empty.setText(self.tr("No report holds these words."))
        self._stack.setCurrentIndex(0 if empty else 1)
