"""The labels of a draft: a list of them, the form of one, and buttons that add, retire and offer again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from annotator.domain.errors import UserError
from annotator.domain.schema import Label
from annotator.domain.schema_drafts import SchemaDraft
from annotator.ui.bindings import key_problem
from annotator.ui.chords import normal
from annotator.ui.colours import seen_on
from annotator.ui.command import Command, Place
from annotator.ui.fonts import scaled
from annotator.ui.schema.adding import ask_label
from annotator.ui.schema.label_form import LabelForm
from annotator.ui.schema.swatches import swatch
from annotator.ui.theme import LINE_CONTRAST, Theme
from annotator.ui.titles import title_of

_NAME = Qt.ItemDataRole.UserRole


class LabelsPage(QWidget):
    """Alters the labels of a draft; `commands` gives what else has keys, by which clashes are refused."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme, commands: Callable[[], Sequence[Command]]) -> None:
        super().__init__()
        self._theme = theme
        self._commands = commands
        self._draft: SchemaDraft | None = None
        self.list = QListWidget()
        self.form = LabelForm()
        self.add, self.retire = QPushButton(self.tr("&Add…")), QPushButton()
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.form.altered.connect(self._alter)
        self.add.clicked.connect(self._add)
        self.retire.clicked.connect(self._retire)

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("Labels"))
        self.list.setFixedWidth((228 + scaled(228)) // 2)
        self.list.setIconSize(QSize(20, 20))
        buttons = QHBoxLayout()
        for button in (self.add, self.retire):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.list, 1)
        side.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(16)
        row.addLayout(side)
        row.addWidget(self.form, 1)

    def show_draft(self, draft: SchemaDraft) -> None:
        """Show the labels of a draft, the same one current as before where it is still there."""
        self._draft = draft
        self._refresh(self._current)

    def choose(self, name: str) -> None:
        """Make a label the current one."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)

    @property
    def _current(self) -> str:
        item = self.list.currentItem()
        return "" if item is None else str(item.data(_NAME))

    def _refresh(self, current: str) -> None:
        assert self._draft is not None
        self.list.blockSignals(True)
        self.list.clear()
        for label in self._draft.schema().labels:
            item = QListWidgetItem(self._icon(label), self._text(label), self.list)
            item.setData(_NAME, label.name)
            item.setToolTip(label.description)
        self.list.setCurrentRow(0)
        self.choose(current)
        self.list.blockSignals(False)
        self._show()

    def _show(self) -> None:
        if self._draft is None or not self._current:
            return
        label = self._draft.schema().label(self._current)
        self.form.show_label(label)
        self.retire.setText(self.tr("O&ffer again") if label.retired else self.tr("&Retire"))

    def _alter(self, field: str, text: str) -> None:
        assert self._draft is not None
        name, draft = self._current, self._draft
        try:
            if field == "name":
                draft.rename(name, text)
                name = text
            else:
                self._set(draft, name, field, text)
        except UserError as error:
            if field in self.form.fields:
                self.form.mark(field, refused=True)
            self.refused.emit(error.message)
            return
        if field.startswith("guideline"):
            self.form.show_label(draft.schema().label(name))
        else:
            self._refresh(name)
        self.changed.emit()

    def _set(self, draft: SchemaDraft, name: str, field: str, text: str) -> None:
        """Give a label another text in a field; what a schema cannot be is taken back."""
        if field == "key" and text:
            text = self._free_key(name, text)
        before = getattr(draft.schema().label(name), field)
        draft.alter(name, **{field: text})
        try:
            draft.schema()
        except UserError:
            draft.alter(name, **{field: before})
            raise

    def _free_key(self, name: str, text: str) -> str:
        """Return a key as it is written everywhere; refuse one that a command has."""
        key = normal(text)
        command = Command(f"label.{name}", "label", name, (), "", Place.PAGE)
        others = [each for each in self._commands() if not each.id.startswith("label.")]
        for wanted in (key, normal(f"Alt+{key}")):
            problem = key_problem(command, wanted, others)
            if problem:
                raise UserError("key-taken", problem)
        return key

    def _add(self) -> None:
        assert self._draft is not None
        asked = ask_label(self, self._draft.schema())
        if asked is None:
            return
        try:
            self._draft.add(asked.name, layer=asked.layer, like=asked.like)
        except UserError as error:
            self.refused.emit(error.message)
            return
        self._refresh(asked.name)
        self.changed.emit()
        self.form.fields["title"].setFocus()

    def _retire(self) -> None:
        assert self._draft is not None
        name = self._current
        retired = self._draft.schema().label(name).retired
        self._draft.alter(name, retired=not retired)
        try:
            self._draft.schema()
        except UserError as error:
            self._draft.alter(name, retired=retired)
            self.refused.emit(error.message)
            return
        self._refresh(name)
        self.changed.emit()

    def _icon(self, label: Label) -> QIcon:
        colour = label.colour_dark if self._theme.dark else label.colour
        return QIcon(swatch(seen_on(colour, self._theme.page, LINE_CONTRAST), self._theme.page))

    def _text(self, label: Label) -> str:
        said = f"{label.name}  ·  {title_of(label)}" if title_of(label) != label.name else label.name
        return self.tr("%1 (retired)").replace("%1", said) if label.retired else said
