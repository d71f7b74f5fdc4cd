"""Two readings of one number side by side, each a key, of which one is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.domain.errors import UserError
from annotator.ui.card.parts import caption
from annotator.ui.numbers import reading_line
from annotator.ui.reading.sheet import Sheet
from annotator.workspace import valuing
from annotator.workspace.numbering import Reading, readings

KEYS = (Qt.Key.Key_K, Qt.Key.Key_P)
"""Thousands and decimal: as `nghìn` is written k, and after the point or `phẩy`."""


class Readings(QWidget):
    """Offers readings until one is chosen; hidden while there is nothing to choose."""

    chosen = Signal(dict)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[Reading, ...] = ()
        self.caption: QLabel = caption()
        self.buttons = [QPushButton(), QPushButton()]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.caption)
        for number, button in enumerate(self.buttons):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, number=number: self._choose(number))
            column.addWidget(button)
        self.hide()

    def offer(self, found: Sequence[Reading], attributes: Mapping[str, str]) -> None:
        """Offer two readings of a figure with these attributes; none are offered otherwise."""
        self._offered = tuple(found) if len(found) == len(self.buttons) else ()
        self.setVisible(bool(self._offered))
        self.caption.setText(self.tr("Which number is meant?"))
        ways = (self.tr("thousands"), self.tr("decimal"))
        for button, reading, key, way in zip(self.buttons, self._offered, "KP", ways, strict=False):
            said = reading_line({**_unread(attributes), **reading})
            button.setText(f"{key}   {said}   {way}")
            button.setAccessibleName(f"{way}: {said}")

    def take_focus(self) -> None:
        """Wait for one of the keys."""
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a key; Escape leaves the number as it is."""
        if event.key() in KEYS:
            self._choose(KEYS.index(Qt.Key(event.key())))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(next((n for n, button in enumerate(self.buttons) if button.hasFocus()), 0))
        else:
            super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        if number < len(self._offered):
            self.chosen.emit(dict(self._offered[number]))


def choose_reading(sheet: Sheet, number: int) -> bool:
    """Give the current span its first (thousands) or second (decimal) reading; tell whether it has it.

    Raises UserError `one-reading` where its number can be read in one way only.
    """
    span = sheet.chosen()
    text = sheet.report.report.text[span.start : span.end]
    found = readings(text, span.attributes) if span.attributes.get("ambiguous") else ()
    if not found:
        message = QCoreApplication.translate("Readings", "this number has one reading; V changes it")
        raise UserError("one-reading", message)
    values = {**found[number], "ambiguous": ""}
    return sheet.do(lambda desk: valuing.give(desk, [span.id], values)) is not None


def _unread(attributes: Mapping[str, str]) -> dict[str, str]:
    return {name: attributes[name] for name in ("unit", "per") if name in attributes}
