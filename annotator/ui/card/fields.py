"""The attributes of a span as fields: validated, committed one by one, never stealing the page's keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from annotator.domain.figures import NUMBERS
from annotator.domain.schema import AttributeRule, Schema
from annotator.ui.fonts import scaled
from annotator.ui.numbers import grouped
from annotator.ui.titles import choice_title, title_of
from annotator.workspace.numbering import typed

_EMPTY = "—"
_WRAPPED = 150
"""Size of the window's text, in percent, from which a field stands under its title rather than beside it."""


class AttributeFields(QWidget):
    """One row an attribute of the schema; only those the span's label carries are shown."""

    edited = Signal(dict)
    """New values by attribute, empty ones to clear it."""
    unsure = Signal(tuple)
    """A number was typed that can be read in two ways: both of them."""
    left = Signal()
    """The page is to have the focus again."""
    taken = Signal()
    """The span is as it should be: the page goes on."""
    spread = Signal(list)
    """The attributes stepped through, to be given to the rest of the list."""

    def __init__(self) -> None:
        super().__init__()
        self._stepped: list[str] = []
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(4)
        if scaled(100) >= _WRAPPED:
            self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._fields: dict[str, _TextField | _ChoiceField] = {}
        self._rules: dict[str, AttributeRule] = {}

    def set_schema(self, schema: Schema) -> None:
        """Make the rows of a schema."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self._fields.clear()
        self._rules = {rule.name: rule for rule in schema.attributes}
        for rule in schema.attributes:
            title = title_of(rule)
            field = _ChoiceField(rule) if rule.kind == "choice" else _TextField(rule)
            field.setAccessibleName(title)
            field.chosen.connect(self.edited)
            field.unsure.connect(self.unsure)
            field.left.connect(self.left)
            field.taken.connect(self.taken)
            field.spread.connect(lambda: self.spread.emit(list(self._stepped)))
            field.stepped.connect(self._step)
            self._fields[rule.name] = field
            self._form.addRow(title, field)

    def show_span(self, label: str, attributes: Mapping[str, str]) -> None:
        """Show the attributes of a span; what its label cannot carry is hidden."""
        for name, field in self._fields.items():
            value = attributes.get(name, "")
            carried = label in self._rules[name].labels
            self._form.setRowVisible(field, carried and (bool(value) or name not in _ONLY_WHEN_SET))
            field.show_value(value)

    def focus(self, name: str) -> bool:
        """Put the cursor into a field; tell whether the span has it."""
        field = self._fields.get(name)
        if field is None or not field.isVisibleTo(self):
            return False
        self._stepped.clear()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def set_editable(self, editable: bool) -> None:
        """Allow changes, or only reading."""
        for field in self._fields.values():
            field.setEnabled(editable)

    def _step(self, letter: str, way: int) -> None:
        """Give the attribute of a letter its next value, none after the last."""
        name = STEPS[letter]
        field = self._fields.get(name)
        if isinstance(field, _ChoiceField) and field.isVisibleTo(self):
            self._stepped = [*(each for each in self._stepped if each != name), name]
            self.edited.emit({name: field.beside(way)})


STEPS = {"d": "direction", "b": "basis", "u": "status", "q": "qualifier"}
"""The letters that step through values while a number is edited, which has no use for letters."""
_ONLY_WHEN_SET = frozenset({"value_max", "ambiguous", "duration"})


class _TextField(QLineEdit):
    """A field of text or a number; Return or leaving commits, Escape puts the stored value back."""

    chosen = Signal(dict)
    unsure = Signal(tuple)
    left = Signal()
    taken = Signal()
    spread = Signal()
    stepped = Signal(str, int)

    def __init__(self, rule: AttributeRule) -> None:
        super().__init__()
        self._rule = rule
        self._stored = ""
        self._is_number = rule.name in NUMBERS
        if self._is_number:
            # Digits need no input method, and one would take the letters that step.
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.editingFinished.connect(self._commit)

    def show_value(self, value: str) -> None:
        """Show a stored value; what is being written over it stays."""
        if value == self._stored and self.hasFocus():
            return
        self._stored = value
        self.setText(value)
        self.setCursorPosition(0)
        self.setToolTip(grouped(value) if self._is_number else value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit on Return, put back on Escape; a letter in a number steps through another attribute."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._stored)
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._commit()
            spreads = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.spread if spreads else self.taken).emit()
        elif self._is_number and (letter := event.text().lower()) and letter in STEPS:
            self.stepped.emit(letter, -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _commit(self) -> None:
        value = self.text().strip()
        if value == self._stored:
            return
        self.setText(self._stored)
        if not self._is_number or not value:
            self.chosen.emit({self._rule.name: value})
            return
        # Only the value's own field tells ranges and parts of a total apart.
        is_value = self._rule.name == "value"
        found = (
            typed(value) if is_value else tuple(_named(self._rule.name, each, value) for each in typed(value))
        )
        if len(found) > 1:
            self.unsure.emit(found)
        else:
            self.chosen.emit(found[0])


class _ChoiceField(QComboBox):
    """A field of a closed vocabulary; what is chosen is committed at once."""

    chosen = Signal(dict)
    unsure = Signal(tuple)
    left = Signal()
    taken = Signal()
    spread = Signal()
    stepped = Signal(str, int)

    def __init__(self, rule: AttributeRule) -> None:
        super().__init__()
        self._rule = rule
        self.addItem(_EMPTY, "")
        for value in rule.offered:
            self.addItem(choice_title(rule, value), value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(4)
        self.activated.connect(self._commit)

    def show_value(self, value: str) -> None:
        """Show a stored value; one that the vocabulary lacks is shown as it is."""
        place = self.findData(value)
        if place < 0:
            self.addItem(choice_title(self._rule, value), value)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def beside(self, way: int) -> str:
        """Return the value so many places further on, round and round, the empty one among them."""
        return str(self.itemData((self.currentIndex() + way) % self.count()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the page on Escape, go on with Return."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            spreads = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.spread if spreads else self.taken).emit()
        else:
            super().keyPressEvent(event)

    def _commit(self) -> None:
        self.chosen.emit({self._rule.name: str(self.currentData())})


def _named(name: str, reading: Mapping[str, str], written: str) -> dict[str, str]:
    """Return one number under a field's name; two numbers as they were written, to be refused."""
    return {name: reading["value"] if len(reading) == 1 else written}
