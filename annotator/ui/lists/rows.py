"""The table models of the lists: one row a figure, or one row a span, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from annotator.domain.relations import DURING, MEASURES
from annotator.domain.spans import Span, State
from annotator.ui.numbers import grouped
from annotator.ui.titles import label_title, state_title, value_title
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace.reading import OpenReport

Index = QModelIndex | QPersistentModelIndex
Cell = Callable[[OpenReport, Span], str]
Column = tuple[str, int, Cell]
"""A title to translate, a width in pixels, and what a cell says."""


class SpanTable(QAbstractTableModel):
    """Spans of a report under columns that a subclass names; `take` says which spans are listed."""

    def __init__(self, columns: Sequence[Column], take: Callable[[Span], bool], right: int = -1) -> None:
        super().__init__()
        self._columns = columns
        self._take = take
        self._right = right
        self._report: OpenReport | None = None
        self._spans: list[Span] = []
        self._rows: dict[str, int] = {}

    def show(self, report: OpenReport | None) -> None:
        """Show the spans of a report as they stand."""
        self.beginResetModel()
        self._report = report
        self._spans = [] if report is None else [span for span in report.view if self._take(span)]
        self._rows = {span.id: row for row, span in enumerate(self._spans)}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many spans are listed."""
        return 0 if parent.isValid() else len(self._spans)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many columns there are."""
        return len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Lists", self._columns[section][0])
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole} and self._report is not None:
            return self._columns[index.column()][2](self._report, self._spans[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def span_at(self, row: int) -> Span:
        """Return the span of a row."""
        return self._spans[row]

    @property
    def widths(self) -> list[int]:
        """Return the width each column begins with, in pixels."""
        return [width for _, width, _ in self._columns]

    def row_of(self, span_id: str) -> int:
        """Return the row of a span, -1 when it is not listed."""
        return self._rows.get(span_id, -1)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column == self._right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


def figures_table() -> SpanTable:
    """Return the table of figures: what they measure, value, unit, direction, basis, status, period."""
    columns: list[Column] = [
        (QT_TRANSLATE_NOOP("Lists", "Indicator"), 260, lambda report, span: _end(report, span, MEASURES)),
        (QT_TRANSLATE_NOOP("Lists", "Value"), 170, lambda _, span: _value(span)),
        (QT_TRANSLATE_NOOP("Lists", "Unit"), 120, lambda _, span: _unit(span)),
        (QT_TRANSLATE_NOOP("Lists", "Direction"), 80, _attribute("direction")),
        (QT_TRANSLATE_NOOP("Lists", "Against"), 110, _attribute("basis")),
        (QT_TRANSLATE_NOOP("Lists", "Status"), 80, _attribute("status")),
        (QT_TRANSLATE_NOOP("Lists", "Period"), 160, lambda report, span: _end(report, span, DURING)),
        (QT_TRANSLATE_NOOP("Lists", "Text"), 200, _text),
    ]
    return SpanTable(
        columns, lambda span: span.layer == "figure" and _is_seen(span) and span.label != "INDICATOR", 1
    )


def spans_table() -> SpanTable:
    """Return the table of all spans: label, text, state, score, note."""
    columns: list[Column] = [
        (
            QT_TRANSLATE_NOOP("Lists", "Label"),
            110,
            lambda report, span: label_title(report.project.schema, span.label),
        ),
        (QT_TRANSLATE_NOOP("Lists", "Text"), 200, _text),
        (QT_TRANSLATE_NOOP("Lists", "State"), 100, lambda _, span: state_title(span.state)),
        (
            QT_TRANSLATE_NOOP("Lists", "Score"),
            70,
            lambda _, span: "" if span.score is None else QLocale().toString(span.score, "f", 2),
        ),
        (QT_TRANSLATE_NOOP("Lists", "Note"), 200, lambda _, span: ("? " if span.flagged else "") + span.note),
    ]
    return SpanTable(columns, lambda span: span.state is not State.NOT_SHOWN, 3)


def _is_seen(span: Span) -> bool:
    return span.is_standing or span.state is State.CANDIDATE


def _attribute(name: str) -> Cell:
    return lambda report, span: value_title(report.project.schema, name, span.attributes.get(name, ""))


def _value(span: Span) -> str:
    given = span.attributes
    parts = [grouped(given.get("value", ""))]
    parts += [f"– {grouped(given['value_max'])}"] if "value_max" in given else []
    parts += [f"/ {grouped(given['total'])}"] if "total" in given else []
    return " ".join(parts)


def _unit(span: Span) -> str:
    unit, per = span.attributes.get("unit", ""), span.attributes.get("per", "")
    return f"{unit}/{per}" if per else unit


def _text(report: OpenReport, span: Span) -> str:
    return report.report.text[span.start : span.end]


def _end(report: OpenReport, span: Span, label: str) -> str:
    for relation in report.view.relations_from(span.id):
        target = report.view.get(relation.target)
        if relation.label == label and target is not None:
            return _text(report, target)
    return ""
