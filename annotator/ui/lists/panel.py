"""The panel of lists: a tab a list, kept in step with the page when it has time."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTabWidget, QWidget

from annotator.ui.empty_lines import EmptyList
from annotator.ui.fonts import scaled
from annotator.ui.lists.rows import SpanTable, figures_table, spans_table
from annotator.ui.reading.sheet import Sheet

_PAUSE, _FOLLOWING = 150, 40
"""Milliseconds of rest before a list is made again, or goes to the current span: keys never wait."""


class ListsPanel(QTabWidget):
    """Figures and spans of the open report; a row chosen is the current span."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._report_id = ""
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PAUSE)
        self._late.timeout.connect(self.refresh)
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(_FOLLOWING)
        self._following.timeout.connect(self._follow)
        self.setDocumentMode(True)
        self.figures = self._table(figures_table())
        self.spans = self._table(spans_table())
        self.retranslate()
        self.currentChanged.connect(self._late.start)
        sheet.opened.connect(self._opened)
        sheet.edited.connect(self._late.start)
        sheet.current_changed.connect(self._following.start)

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self.setAccessibleName(self.tr("Lists"))
        for view, title in ((self.figures, self.tr("Figures")), (self.spans, self.tr("Spans"))):
            view.setAccessibleName(title)
            self._entitle(view, title)
            EmptyList(view, self.tr("Nothing here yet. Ctrl+E finds candidates; a label's key adds a span."))

    def add(self, part: QWidget, title: str) -> None:
        """Add a list that keeps itself in step."""
        self.addTab(part, title)
        part.setWindowTitle(title)

    def tell_count(self, part: QWidget, count: int) -> None:
        """Show with the title of a list how much it holds, where it holds anything."""
        title = part.windowTitle()
        self.setTabText(self.indexOf(part), f"{title} {count}" if count else title)

    def refresh(self) -> None:
        """Make the list that is seen anew, and the counts of all."""
        view = self.currentWidget()
        if isinstance(view, QTableView) and view.isVisible():
            _model(view).show(self._sheet.open_report)
        self._follow()

    def _opened(self) -> None:
        """Begin the lists of another report from above; one that was read anew is left where it was."""
        report = self._sheet.open_report
        if report is None or report.report_id != self._report_id:
            self._report_id = "" if report is None else report.report_id
            for view in (self.figures, self.spans):
                view.scrollToTop()
        self._late.start()

    def _table(self, model: SpanTable) -> QTableView:
        view = QTableView()
        view.setModel(model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(scaled(24))
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.horizontalHeader().setStretchLastSection(True)
        view.horizontalHeader().setHighlightSections(False)
        for column, width in enumerate(model.widths):
            view.setColumnWidth(column, scaled(width))
        view.clicked.connect(self._chosen)
        view.activated.connect(self._chosen)
        self.addTab(view, "")
        return view

    def _chosen(self, index: QModelIndex) -> None:
        model = index.model()
        if isinstance(model, SpanTable):
            self._sheet.set_current(model.span_at(index.row()).id)

    def _follow(self) -> None:
        view = self.currentWidget()
        current = self._sheet.current
        if isinstance(view, QTableView) and view.isVisible():
            row = -1 if current is None else _model(view).row_of(current.id)
            view.clearSelection() if row < 0 else view.selectRow(row)

    def _entitle(self, view: QTableView, title: str) -> None:
        self.setTabText(self.indexOf(view), title)


def _model(view: QTableView) -> SpanTable:
    model = view.model()
    assert isinstance(model, SpanTable)
    return model
