"""The queue's panel: filters, the list of disputes, and how many are open and settled."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.disputes import DisputeKind, Line, Wanted
from annotator.domain.schema import Schema
from annotator.ui.lists.tables import RowTable
from annotator.ui.review.queue_rows import ROW_HEIGHT, Listed, QueueDelegate, QueueModel, listed
from annotator.ui.review.telling import kind_title
from annotator.ui.theme import Theme
from annotator.ui.titles import label_title

_STATES = (False, True, None)
_MOST_NAMES = 12
"""Authors of whom every pair is offered."""


class QueuePanel(QWidget):
    """Lists disputes, the worst first; a line clicked or entered is gone to."""

    chosen = Signal(object)
    """The line to go to."""
    machines_asked = Signal(bool)
    settings_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = QueueModel()
        self._delegate = QueueDelegate(theme)
        self.state, self.kind, self.label = QComboBox(), QComboBox(), QComboBox()
        self.pair, self.report = QComboBox(), QComboBox()
        self.machines = QCheckBox(self.tr("Extractors too"))
        self.settings = QPushButton(self.tr("Review settings…"))
        self.list = RowTable(self.model, (0,), height=ROW_HEIGHT)
        self.counts = QLabel()
        self._name()
        self._lay_out()
        for box in self._boxes:
            box.activated.connect(self._narrow)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.machines.toggled.connect(self.machines_asked)
        self.settings.clicked.connect(self.settings_asked)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def show_lines(self, found: Listed, wanted: Wanted, schema: Schema) -> None:
        """List disputes made ready for what is wanted; the filters offer what is among them.

        Filters stay as they are set; where they were set otherwise meanwhile, the list follows.
        """
        _offer(
            self.label, self.tr("all labels"), [(label_title(schema, name), name) for name in found.labels]
        )
        pairs = combinations(found.names[:_MOST_NAMES], 2)
        _offer(self.pair, self.tr("all pairs"), [(" – ".join(two), two) for two in pairs])
        _offer(self.report, self.tr("all reports"), [(title, name) for name, title in found.reports.items()])
        self.model.show(found, wanted)
        if self.wanted != wanted:
            self.model.narrow(self.wanted)
        self._tell()

    @property
    def wanted(self) -> Wanted:
        """Return what the filters ask for."""
        return Wanted(
            kind=self.kind.currentData(),
            label=self.label.currentData() or "",
            pair=self.pair.currentData(),
            report_id=self.report.currentData() or "",
            settled=self.state.currentData(),
        )

    def clear(self) -> None:
        """List nothing."""
        self.model.show(listed((), self.wanted), self.wanted)
        self._tell()

    def put(self, lines: list[Line]) -> None:
        """Take lines in place of those of the same ids."""
        self.model.put(lines)
        self._tell()

    def select(self, line: Line | None) -> None:
        """Choose the row of a line and bring it into view."""
        row = -1 if line is None else self.model.row_of(line)
        if row < 0:
            self.list.clearSelection()
            return
        index = self.model.index(row, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def show_all(self) -> None:
        """Let every filter go but for open disputes."""
        for box in self._boxes:
            box.setCurrentIndex(0)
        self._narrow()

    @property
    def is_narrowed(self) -> bool:
        """Tell whether a filter leaves lines out."""
        return any(box.currentIndex() > 0 for box in self._boxes)

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.state, self.kind, self.label, self.pair, self.report

    def _name(self) -> None:
        for title, state in zip((self.tr("open"), self.tr("settled"), self.tr("all")), _STATES, strict=True):
            self.state.addItem(title, state)
        _offer(self.kind, self.tr("all kinds"), [(kind_title(kind), kind) for kind in DisputeKind])
        self.state.setAccessibleName(self.tr("Which disputes: open or settled"))
        self.kind.setAccessibleName(self.tr("Kind of dispute"))
        self.label.setAccessibleName(self.tr("Label of the dispute"))
        self.pair.setAccessibleName(self.tr("Pair of authors who differ"))
        self.report.setAccessibleName(self.tr("Report of the dispute"))
        self.list.setAccessibleName(self.tr("Disputes, the worst first"))
        self.counts.setObjectName("progress")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(10, 10, 10, 8)
        grid.setSpacing(6)
        for number, box in enumerate(self._boxes[:4]):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            grid.addWidget(box, number // 2, number % 2)
        self.report.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        grid.addWidget(self.report, 2, 0, 1, 2)
        grid.addWidget(self.machines, 3, 0, 1, 2)
        self.list.horizontalHeader().hide()
        self.list.setItemDelegate(self._delegate)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(grid)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 6, 10, 8)
        foot.setSpacing(6)
        foot.addWidget(self.counts)
        foot.addWidget(self.settings)
        column.addLayout(foot)

    def _narrow(self) -> None:
        self.model.narrow(self.wanted)
        self._tell()

    def _tell(self) -> None:
        settled = len(self.model.every) - self.model.open
        said = self.tr("%1 open · %2 settled").replace("%2", self.locale().toString(settled))
        self.counts.setText(said.replace("%1", self.locale().toString(self.model.open)))

    def _go(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.lines[index.row()])


def _offer(box: QComboBox, all_title: str, choices: list[tuple[str, object]]) -> None:
    """Offer choices below one that takes all; what was chosen stays chosen while it is there."""
    held = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(all_title, None)
    for title, data in choices:
        box.addItem(title, data)
    place = next((n for n in range(box.count()) if box.itemData(n) == held), 0)
    box.setCurrentIndex(place)
    box.blockSignals(False)
