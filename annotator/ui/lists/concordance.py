"""The concordance: words looked for in every report, read in their context, opened and labelled there."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.schema import Schema
from annotator.ui.empty_lines import EmptyList
from annotator.ui.fonts import window_font
from annotator.ui.lists.passages import (
    HIT,
    LEFT,
    OPEN,
    REPORT,
    RIGHT,
    UNLABELLED,
    ContextDelegate,
    PassageModel,
)
from annotator.ui.lists.tables import RowTable
from annotator.ui.settings import Settings
from annotator.ui.theme import NORMAL, Theme
from annotator.ui.titles import title_of
from annotator.workspace.concording import MOST, Order, Passage
from annotator.workspace.searching import Wanted

_TONES = "find/tones"
_NARROWEST, _WIDEST, _AROUND_HIT = 64, 320, 24
"""Pixels of the column of hits, and of the room in it beside a hit."""
_ORDER_OF = {LEFT: "left", HIT: "hit", RIGHT: "right", REPORT: "reports"}


class Concordance(QWidget):
    """Words, how they are compared, how the places are arranged and filtered, and the places themselves."""

    asked = Signal(object)
    """What to look for."""
    opened = Signal(object)
    """The passage to go to."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("concordance")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings = settings
        self._running = False
        self._looked_for: Wanted | None = None
        self.model = PassageModel(theme)
        self.field, self.tones, self.count = QLineEdit(), QCheckBox(), QLabel()
        self.order, self.filter = QComboBox(), QComboBox()
        self.table = _PassageTable(self.model)
        self.field.setClearButtonEnabled(True)
        self.tones.setChecked(settings.flag(_TONES))
        self._lay_out()
        EmptyList(
            self.table, self.tr("Places that hold the words above are listed here; Enter looks for them.")
        )
        self.retranslate()
        self.field.returnPressed.connect(self.ask)
        self.tones.toggled.connect(self._toggled)
        self.order.activated.connect(self._arrange)
        self.filter.activated.connect(self._narrow)
        self.table.horizontalHeader().sectionClicked.connect(self._arrange_by)
        self.table.activated.connect(self._open)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        self.field.setMinimumWidth(220)
        self.count.setObjectName("findCount")
        row.addWidget(self.field, 1)
        for part in (self.tones, self.order, self.filter):
            row.addWidget(part)
        row.addWidget(self.count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.table, 1)

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self.field.setPlaceholderText(self.tr("Find in all reports…"))
        self.field.setAccessibleName(self.tr("Words to find in all reports"))
        self.tones.setText(self.tr("Mind tones"))
        self.tones.setToolTip(self.tr("“dat” then does not find “đạt”"))
        orders = {
            "reports": self.tr("in the order of the reports"),
            "left": self.tr("by the words on the left"),
            "right": self.tr("by the words on the right"),
            "hit": self.tr("by the words found"),
        }
        self.order.clear()
        for order in get_args(Order):
            self.order.addItem(orders[order], order)
        self.order.setAccessibleName(self.tr("Order of the places"))
        self.filter.setAccessibleName(self.tr("Filter of the places"))
        self.table.setAccessibleName(self.tr("Places that hold the words"))

    def set_schema(self, schema: Schema) -> None:
        """Offer the labels of a schema as filters, and forget what was found."""
        self.model.set_schema(schema)
        self.filter.clear()
        self.filter.addItem(self.tr("all places"), "")
        self.filter.addItem(self.tr("without a label"), UNLABELLED)
        self.filter.addItem(self.tr("undecided"), OPEN)
        for label in schema.labels:
            self.filter.addItem(title_of(label), label.name)
        self.forget()

    def forget(self) -> None:
        """Show nothing, as when another project is open."""
        self._looked_for = None
        self._running = False
        self.model.clear()
        self.model.narrow("")
        self.filter.setCurrentIndex(0)
        self._tell()

    def open_with(self, words: str) -> None:
        """Put the cursor into the field; words that are given are looked for at once."""
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if words and self._wanted != self._looked_for:
            self.ask()

    def ask(self) -> None:
        """Look for the words in the field."""
        self.model.clear()
        self._looked_for = self._wanted
        self._running = not self._wanted.is_empty
        self._tell()
        if self._running:
            self.asked.emit(self._wanted)

    def take(self, passages: list[Passage]) -> None:
        """Show further places; the first one is chosen when they are the first."""
        first = self.model.rowCount() == 0
        self.model.append(passages)
        if first and self.model.rowCount():
            self.table.fit(max((passage.hit for passage in passages), key=len))
            self.table.selectRow(0)
            if self.field.hasFocus():
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def end(self) -> None:
        """Say that nothing more comes, and put what came in order."""
        self._running = False
        if self.order.currentData() != "reports":
            self._arrange()
        self._tell()

    @property
    def chosen(self) -> list[Passage]:
        """Return the places that are selected, from above."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.at(sorted(index.row() for index in rows))

    @property
    def _wanted(self) -> Wanted:
        return Wanted(self.field.text(), folded=not self.tones.isChecked())

    def _toggled(self, on: bool) -> None:
        self._settings.remember(_TONES, on)
        if self._looked_for is not None:
            self.ask()

    def _arrange(self) -> None:
        """Arrange by the order that is chosen, the same places staying selected."""
        order: Order = self.order.currentData()
        self.model.arrange(order)
        self._begin_at_top()

    def _arrange_by(self, column: int) -> None:
        place = self.order.findData(_ORDER_OF.get(column, ""))
        if place >= 0:
            self.order.setCurrentIndex(place)
            self._arrange()

    def _narrow(self) -> None:
        self.model.narrow(str(self.filter.currentData()))
        self._begin_at_top()
        self._tell()

    def _begin_at_top(self) -> None:
        if self.model.rowCount():
            self.table.selectRow(0)
            self.table.scrollToTop()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.at([index.row()])[0])

    def _tell(self) -> None:
        whole, shown = len(self.model.passages), self.model.rowCount()
        reports = len({passage.report_id for passage in self.model.passages})
        if self._looked_for is None or self._looked_for.is_empty:
            said = ""
        elif not whole:
            said = self.tr("searching…") if self._running else self.tr("no report holds these words")
        else:
            said = self.tr("%1 places in %2 reports").replace("%2", str(reports))
            number = self.locale().toString(whole)
            said = said.replace("%1", f"{number}+" if whole >= MOST else number)
            if shown != whole:
                said += self.tr(" · %1 shown").replace("%1", self.locale().toString(shown))
            if self._running:
                said += " …"
        self.count.setText(said)


class _PassageTable(RowTable):
    """Hits in the middle, their context on either side taking the room there is."""

    def __init__(self, model: PassageModel) -> None:
        super().__init__(model, (0, 170, 0, 72, 220), many=True)
        self.setItemDelegate(ContextDelegate(self))
        self.horizontalHeader().setSectionsClickable(True)

    def fit(self, hit: str) -> None:
        """Make the column of hits as wide as one of them, so that context stands right beside it."""
        text = QFontMetrics(window_font(NORMAL, bold=True)).horizontalAdvance(hit)
        self.setColumnWidth(HIT, max(_NARROWEST, min(text + _AROUND_HIT, _WIDEST)))
