"""The problems of the open report: figures that hardly can be as they stand, each a row that goes there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from annotator.domain.doubts import Doubt
from annotator.domain.spans import Span
from annotator.ui.doubt_titles import SIGN, doubt_title
from annotator.ui.lists.revealing import reveal
from annotator.ui.lists.tables import RowTable
from annotator.ui.numbers import reading_line
from annotator.ui.reading.sheet import Sheet
from annotator.ui.titles import label_title
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace.doubting import all_doubts
from annotator.workspace.reading import OpenReport

Index = QModelIndex | QPersistentModelIndex
Problem = tuple[Span, Doubt]

HEADS = (
    QT_TRANSLATE_NOOP("Lists", "Problem"),
    QT_TRANSLATE_NOOP("Lists", "Text"),
    QT_TRANSLATE_NOOP("Lists", "Value"),
    QT_TRANSLATE_NOOP("Lists", "Label"),
)
WHAT, TEXT, VALUE, LABEL = range(4)

_PAUSE = 200
"""Milliseconds of rest after an edit before figures are looked through again: keys never wait for it."""
_TURN = 0.008
"""Seconds a turn of looking may take; a long report takes several."""


class ProblemsModel(QAbstractTableModel):
    """One row a doubt, in reading order."""

    def __init__(self) -> None:
        super().__init__()
        self._report: OpenReport | None = None
        self._problems: list[Problem] = []

    @property
    def report(self) -> OpenReport | None:
        """Return the report whose problems are shown."""
        return self._report

    def show(self, report: OpenReport | None, problems: Sequence[Problem]) -> None:
        """Show the problems of a report."""
        if report is self._report and list(problems) == self._problems:
            return
        self.beginResetModel()
        self._report, self._problems = report, list(problems)
        self.endResetModel()

    def at(self, row: int) -> Problem:
        """Return the span and the doubt of a row."""
        return self._problems[row]

    def row_of(self, span_id: str) -> int:
        """Return the first row of a span, -1 when it is not doubted."""
        return next((row for row, (span, _) in enumerate(self._problems) if span.id == span_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many problems there are."""
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many columns there are."""
        return len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Lists", HEADS[section])
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole} or self._report is None:
            return None
        span, doubt = self._problems[index.row()]
        return {
            WHAT: f"{SIGN} {doubt_title(doubt)}",
            TEXT: self._report.report.text[span.start : span.end],
            VALUE: reading_line(span.attributes),
            LABEL: label_title(self._report.project.schema, span.label),
        }[index.column()]


class Problems(QWidget):
    """Looks the figures of the open report through when there is time; Enter goes to one."""

    counted = Signal(int)
    """How many problems there are."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._looking: Iterator[tuple[Span, tuple[Doubt, ...]]] = iter(())
        self._found: list[Problem] = []
        self.model = ProblemsModel()
        self.table = RowTable(self.model, (0, 200, 220, 120))
        self.table.setAccessibleName(self.tr("Problems of this report"))
        self.empty = QLabel(self.tr("Nothing doubtful in the figures of this report."))
        self.empty.setObjectName("empty")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.table)
        self._late = self._timer(_PAUSE, self.begin)
        self._soon = self._timer(0, self._look)
        going = sheet.notices.guarded(lambda index: self._go(index.row()))
        self.table.clicked.connect(going)
        self.table.activated.connect(going)
        for changed in (sheet.opened, sheet.edited):
            changed.connect(self._late.start)
        sheet.current_changed.connect(self._follow)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the problems' commands by id."""

        def shown() -> None:
            reveal(self)
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if self.table.currentIndex().row() < 0 and self.model.rowCount():
                self.table.selectRow(0)

        return {"view.problems": shown}

    def begin(self) -> None:
        """Begin to look the figures through anew."""
        report = self._sheet.open_report
        self._found = []
        self._looking = iter(()) if report is None else all_doubts(report.report, report.view)
        self._look()

    def refresh(self) -> None:
        """Look all figures through at once, as for a picture."""
        self.begin()
        while self._soon.isActive():
            self._look()

    def _timer(self, pause: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(then)
        return timer

    def _look(self) -> None:
        """Look at figures for a moment; show what was found once the last one was looked at."""
        self._late.stop()
        self._soon.stop()
        end = perf_counter() + _TURN
        for span, held in self._looking:
            self._found += [(span, doubt) for doubt in held]
            if perf_counter() > end:
                self._soon.start()
                return
        if self.model.report is not self._sheet.open_report:
            self.table.scrollToTop()
        self.model.show(self._sheet.open_report, self._found)
        self._stack.setCurrentIndex(1 if self._found else 0)
        self.counted.emit(len(self._found))
        self._follow()

    def _follow(self) -> None:
        current = self._sheet.page.current
        row = -1 if current is None else self.model.row_of(current)
        if row >= 0 and self.table.isVisible() and not self.table.hasFocus():
            self.table.selectRow(row)

    def _go(self, row: int) -> None:
        self._sheet.set_current(self.model.at(row)[0].id)
        self._sheet.page.setFocus(Qt.FocusReason.OtherFocusReason)
