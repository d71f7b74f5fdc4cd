"""The values of a draft's closed vocabularies: a list an attribute, one of them altered beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import UserError
from annotator.domain.schema import AttributeRule
from annotator.domain.schema_drafts import SchemaDraft
from annotator.ui.titles import title_of

_NAME = Qt.ItemDataRole.UserRole


class ValuesPage(QWidget):
    """Adds, renames, titles and retires values."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._draft: SchemaDraft | None = None
        self.attribute, self.list = QComboBox(), QListWidget()
        self.name, self.title_vi, self.new = QLineEdit(), QLineEdit(), QLineEdit()
        self.add, self.retire = QPushButton(self.tr("&Add")), QPushButton()
        self._lay_out()
        self.attribute.currentIndexChanged.connect(lambda _: self._refresh(""))
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.name.editingFinished.connect(self._rename)
        self.title_vi.editingFinished.connect(self._title)
        self.add.clicked.connect(self._add)
        self.retire.clicked.connect(self._retire)

    def _lay_out(self) -> None:
        self.attribute.setAccessibleName(self.tr("Attribute"))
        self.list.setAccessibleName(self.tr("Values"))
        self.new.setAccessibleName(self.tr("Name of a new value"))
        self.new.setPlaceholderText(self.tr("Name of a new value"))
        for button in (self.add, self.retire):
            button.setAutoDefault(False)
        adding = QHBoxLayout()
        adding.addWidget(self.new, 1)
        adding.addWidget(self.add)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.attribute)
        side.addWidget(self.list, 1)
        side.addLayout(adding)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Title in Vietnamese"), self.title_vi)
        form.addRow("", self.retire)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(16)
        row.addLayout(side, 1)
        row.addLayout(form, 1)

    def show_draft(self, draft: SchemaDraft) -> None:
        """Show the vocabularies of a draft, the same one current as before."""
        self._draft = draft
        held = self.attribute.currentData()
        self.attribute.blockSignals(True)
        self.attribute.clear()
        for rule in draft.schema().attributes:
            if rule.kind == "choice":
                self.attribute.addItem(f"{rule.name} · {title_of(rule)}", rule.name)
        self.attribute.setCurrentIndex(max(0, self.attribute.findData(held)))
        self.attribute.blockSignals(False)
        self._refresh(self._current)

    @property
    def _current(self) -> str:
        item = self.list.currentItem()
        return "" if item is None else str(item.data(_NAME))

    @property
    def _rule(self) -> AttributeRule | None:
        if self._draft is None:
            return None
        wanted = self.attribute.currentData()
        return next((rule for rule in self._draft.schema().attributes if rule.name == wanted), None)

    def _refresh(self, current: str) -> None:
        rule = self._rule
        self.list.blockSignals(True)
        self.list.clear()
        for value in rule.values if rule is not None else ():
            title = (rule.value_titles_vi or {}).get(value, "") if rule is not None else ""
            said = f"{value}  ·  {title}" if title else value
            retired = rule is not None and value in rule.retired
            item = QListWidgetItem(self.tr("%1 (retired)").replace("%1", said) if retired else said)
            item.setData(_NAME, value)
            self.list.addItem(item)
            if value == current:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._show()

    def _show(self) -> None:
        rule = self._rule
        for part in (self.name, self.title_vi, self.retire, self.add, self.new):
            part.setEnabled(rule is not None)
        if rule is None:
            return
        self.name.setText(self._current)
        self.title_vi.setText((rule.value_titles_vi or {}).get(self._current, ""))
        offered = self._current in rule.offered
        self.retire.setText(self.tr("&Retire") if offered else self.tr("O&ffer again"))

    def _rename(self) -> None:
        old, new = self._current, self.name.text().strip()
        if old and new != old:
            self._do(lambda draft, rule: draft.rename_value(rule, old, new), new)

    def _title(self) -> None:
        value, title, rule = self._current, self.title_vi.text().strip(), self._rule
        if rule is not None and title != (rule.value_titles_vi or {}).get(value, ""):
            self._do(lambda draft, name: draft.title_value(name, value, title), value)

    def _add(self) -> None:
        value = self.new.text().strip()
        self._do(lambda draft, rule: draft.add_value(rule, value), value)
        self.new.clear()

    def _retire(self) -> None:
        value, rule = self._current, self._rule
        if rule is not None:
            retired = value in rule.offered
            self._do(lambda draft, name: draft.retire_value(name, value, retired=retired), value)

    def _do(self, alter: Callable[[SchemaDraft, str], None], current: str) -> None:
        if self._draft is None:
            return
        try:
            alter(self._draft, str(self.attribute.currentData()))
        except UserError as error:
            self.refused.emit(error.message)
            return
        self._refresh(current)
        self.changed.emit()
