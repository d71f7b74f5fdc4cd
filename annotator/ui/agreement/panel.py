"""The agreement view's parts put together: pairs above, and below what the chosen pair comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.agreement.confusion import Matrix, MatrixTable, named
from annotator.ui.agreement.plots import LabelPlot, WeekPlot, dots_of
from annotator.ui.agreement.tables import MEASURES, Cells, numbers_of
from annotator.ui.fonts import text_font
from annotator.ui.lists.tables import RowTable
from annotator.ui.theme import LARGE, Theme
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace.agreeing import Case, Comparison, Passage

_NUMBERS = (80, *[96] * (len(MEASURES) - 1))
_PAIR = QT_TRANSLATE_NOOP("Agreement", "Authors")
_LABEL = QT_TRANSLATE_NOOP("Agreement", "Label")
_CASES = (
    QT_TRANSLATE_NOOP("Agreement", "Report"),
    QT_TRANSLATE_NOOP("Agreement", "First"),
    QT_TRANSLATE_NOOP("Agreement", "Second"),
    QT_TRANSLATE_NOOP("Agreement", "Sentence"),
)
_ATTRIBUTES = (
    QT_TRANSLATE_NOOP("Agreement", "Attribute or link"),
    QT_TRANSLATE_NOOP("Agreement", "Agreed"),
    QT_TRANSLATE_NOOP("Agreement", "Compared"),
    QT_TRANSLATE_NOOP("Agreement", "Share"),
)


class AgreementPanel(QWidget):
    """Tables and plots of one project's agreement, for all authors together or the pair that is chosen."""

    asked = Signal(bool)
    """Compare anew; whether with what extractors propose."""
    cases_asked = Signal(object)
    """The cases of a cell of the matrix, a sequence."""
    opened = Signal(object)
    """A case to be shown on the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("agreement")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._told: Sequence[Comparison] = ()
        self._labels: Sequence[str] = ()
        self._codes: Mapping[str, str] = {}
        self._passages: Sequence[Passage] = ()
        self.pairs = RowTable(Cells((_PAIR, *MEASURES)), (0, *_NUMBERS))
        self.pairs.setAccessibleName(self.tr("Agreement of pairs of authors"))
        self.labels = RowTable(Cells((_LABEL, *MEASURES)), (130, *_NUMBERS))
        self.labels.setAccessibleName(self.tr("Agreement by label"))
        self.attributes = RowTable(Cells(_ATTRIBUTES), (220, 100, 100, 100))
        self.attributes.setAccessibleName(self.tr("Agreement by attribute"))
        self.cases = RowTable(Cells(_CASES, words=4), (150, 150, 150, 0))
        self.cases.setAccessibleName(self.tr("Cases of a cell"))
        self.matrix = Matrix(theme)
        self.matrix_table = MatrixTable(self.matrix)
        self.label_plot, self.week_plot = LabelPlot(theme), WeekPlot(theme)
        self.label_plot.setAccessibleName(
            self.tr("Plot of agreement by label; the table beside it has the numbers")
        )
        self.week_plot.setAccessibleName(self.tr("Plot of agreement by week"))
        self.state = QLabel()
        self.state.setObjectName("empty")
        self.state.setWordWrap(True)
        self.with_extractors = QCheckBox(self.tr("Compare with extractors too"))
        self._put_together()
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.matrix.set_theme(theme)
        for plot in (self.label_plot, self.week_plot):
            plot.set_theme(theme)
        self._show_pair()

    def say(self, words: str) -> None:
        """Say why there is nothing to see, in place of what there was."""
        self.state.setText(words)
        self.state.show()
        self._whole.hide()

    def show_told(self, told: Sequence[Comparison], labels: Sequence[str], codes: Mapping[str, str]) -> None:
        """Show comparisons, all authors together first; `labels` in order, `codes` their short forms."""
        self._told, self._labels, self._codes = told, labels, codes
        every = self.tr("all")
        _cells(self.pairs).show(
            [[" – ".join(each.names) or every, *numbers_of(each.measures)] for each in told]
        )
        self.state.hide()
        self._whole.show()
        self.pairs.selectRow(0)

    def show_cases(self, passages: Sequence[Passage]) -> None:
        """List the cases of a cell with their words."""
        self._passages = passages
        _cells(self.cases).show([[p.report, p.first or "–", p.second or "–", p.sentence] for p in passages])

    def _put_together(self) -> None:
        title = QLabel(self.tr("Agreement"))
        title.setFont(text_font(LARGE, bold=True))
        lead = QLabel(self.tr("Over the reports that both have finished or imported."))
        lead.setObjectName("hint")
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(12)
        for part in (title, lead):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.with_extractors)
        plot = QScrollArea()
        plot.setWidget(self.label_plot)
        plot.setWidgetResizable(True)
        by_label = QSplitter(Qt.Orientation.Horizontal)
        by_label.addWidget(plot)
        by_label.addWidget(self.labels)
        by_label.setSizes([420, 880])
        confusion = QSplitter(Qt.Orientation.Horizontal)
        confusion.addWidget(self.matrix_table)
        confusion.addWidget(self.cases)
        confusion.setSizes([720, 580])
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(by_label, self.tr("By label"))
        self.tabs.addTab(confusion, self.tr("Confusion"))
        self.tabs.addTab(self.week_plot, self.tr("Over time"))
        self.tabs.addTab(self.attributes, self.tr("Attributes and links"))
        self._whole = QSplitter(Qt.Orientation.Vertical)
        self._whole.addWidget(self.pairs)
        self._whole.addWidget(self.tabs)
        self._whole.setSizes([200, 520])
        self._whole.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.state)
        column.addWidget(self._whole, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        self.pairs.selectionModel().selectionChanged.connect(self._chosen)
        self.with_extractors.toggled.connect(self.asked)
        self.matrix_table.asked.connect(self._ask_cases)
        self.cases.activated.connect(self._open)
        self.cases.doubleClicked.connect(self._open)

    def _chosen(self, _: QItemSelection) -> None:
        self._show_pair()

    def _show_pair(self) -> None:
        rows = self.pairs.selectionModel().selectedRows()
        if not rows or not self._told:
            return
        told = self._told[rows[0].row()]
        by_label = {name: told.by_label[name] for name in self._labels if name in told.by_label}
        _cells(self.labels).show([[name, *numbers_of(each)] for name, each in by_label.items()])
        self.label_plot.show_rows(dots_of(by_label, self._theme))
        self.week_plot.show_weeks([(week, c.f1, c.gold) for week, c in told.weeks.items() if week])
        self.matrix.show(told.confusion, self._labels, self._codes)
        _cells(self.attributes).show(
            [[name, c.correct, c.gold, c.correct / c.gold] for name, c in told.attributes.items()]
        )
        self.show_cases(())

    def _ask_cases(self, index: QModelIndex) -> None:
        cases: Sequence[Case] = self.matrix.cases(index)
        first, second = self.matrix.cell(index)
        self.cases.setAccessibleName(f"{named(first)}, {named(second)}")
        self.cases_asked.emit(cases)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._passages[index.row()].case)


def _cells(table: RowTable) -> Cells:
    model = table.model()
    assert isinstance(model, Cells)
    return model
