"""The form of one label: names, codes, key, colours with how well they are seen, and its guideline."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.schema import Label
from annotator.ui.colours import contrast, seen_on
from annotator.ui.fonts import scaled
from annotator.ui.front import ThemeName
from annotator.ui.schema.swatches import swatch
from annotator.ui.theme import LINE_CONTRAST, load_theme

FIELDS = ("name", "title", "title_vi", "code", "code_vi", "key", "colour", "colour_dark", "description")
"""The fields of one line, in the order Tab goes through them."""

_GROUNDS: Mapping[str, ThemeName] = {"colour": "light", "colour_dark": "dark"}


class LabelForm(QWidget):
    """Shows a label; says which field was given another text once the cursor leaves it."""

    altered = Signal(str, str)
    """The field and its new text."""

    def __init__(self) -> None:
        super().__init__()
        self._label: Label | None = None
        self._pages = {side: load_theme(name).page for side, name in _GROUNDS.items()}
        self.fields = {name: QLineEdit() for name in FIELDS}
        self.swatches = {side: QLabel() for side in _GROUNDS}
        self.seen = {side: QLabel() for side in _GROUNDS}
        self.guidelines = {"guideline": QPlainTextEdit(), "guideline_vi": QPlainTextEdit()}
        self._lay_out()
        for name, field in self.fields.items():
            field.editingFinished.connect(lambda name=name: self._tell(name))
        for text in self.guidelines.values():
            text.setTabChangesFocus(True)
            text.textChanged.connect(self._tell_guidelines)

    def _lay_out(self) -> None:
        titles = {
            "name": self.tr("Name"),
            "title": self.tr("Title"),
            "title_vi": self.tr("Title in Vietnamese"),
            "code": self.tr("Code"),
            "code_vi": self.tr("Code in Vietnamese"),
            "key": self.tr("Key"),
            "colour": self.tr("Colour on light"),
            "colour_dark": self.tr("Colour on dark"),
            "description": self.tr("Description"),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        places = {
            "name": (0, 0),
            "key": (0, 1),
            "title": (1, 0),
            "title_vi": (1, 1),
            "code": (2, 0),
            "code_vi": (2, 1),
            "colour": (3, 0),
            "colour_dark": (3, 1),
        }
        for name, (row, side) in places.items():
            grid.addWidget(self._caption(name, titles[name]), row, side * 2)
            grid.addLayout(self._field(name), row, side * 2 + 1)
        for number, seen in enumerate(self.seen.values()):
            seen.setObjectName("hint")
            grid.addWidget(seen, 4, number * 2, 1, 2)
        grid.addWidget(self._caption("description", titles["description"]), 5, 0)
        grid.addWidget(self.fields["description"], 5, 1, 1, 3)
        for name, field in self.fields.items():
            field.setMinimumWidth(scaled(84))
            field.setAccessibleName(titles[name])
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        for name, title in (
            ("guideline", self.tr("Guideline")),
            ("guideline_vi", self.tr("Guideline in Vietnamese")),
        ):
            self.guidelines[name].setAccessibleName(title)
            tabs.addTab(self.guidelines[name], title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(tabs, 1)

    def show_label(self, label: Label) -> None:
        """Show a label as it is drafted."""
        self._label = label
        for name, field in self.fields.items():
            field.setText(getattr(label, name))
            field.setCursorPosition(0)
            self.mark(name, refused=False)
        for name, text in self.guidelines.items():
            text.blockSignals(True)
            if text.toPlainText().strip() != getattr(label, name):
                text.setPlainText(getattr(label, name))
            text.blockSignals(False)
        self._show_colours(label)

    def mark(self, name: str, *, refused: bool) -> None:
        """Show that a field was refused, or that it was not."""
        field = self.fields[name]
        field.setProperty("refused", refused)
        field.style().unpolish(field)
        field.style().polish(field)

    def _caption(self, name: str, title: str) -> QLabel:
        caption = QLabel(title)
        caption.setObjectName("hint")
        caption.setBuddy(self.fields[name])
        return caption

    def _field(self, name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.fields[name], 1)
        if name in self.swatches:
            row.addWidget(self.swatches[name])
        return row

    def _show_colours(self, label: Label) -> None:
        for side, page in self._pages.items():
            colour = getattr(label, side)
            self.swatches[side].setPixmap(swatch(colour, page))
            self.seen[side].setText(self._told(colour, page))
            self.fields[side].setAccessibleDescription(self.seen[side].text())

    def _told(self, colour: str, page: str) -> str:
        """Say how well a colour is seen on a page, and what is drawn in place of one too faint."""
        ratio = contrast(colour, page)
        if ratio >= LINE_CONTRAST:
            return self.tr("contrast %1 : 1").replace("%1", f"{ratio:.1f}")
        said = self.tr("contrast %1 : 1, drawn as %2").replace("%1", f"{ratio:.1f}")
        return said.replace("%2", seen_on(colour, page, LINE_CONTRAST))

    def _tell(self, name: str) -> None:
        text = self.fields[name].text().strip()
        if self._label is not None and text != getattr(self._label, name):
            self.altered.emit(name, text)

    def _tell_guidelines(self) -> None:
        for name, field in self.guidelines.items():
            text = field.toPlainText().strip()
            if self._label is not None and text != getattr(self._label, name):
                self.altered.emit(name, text)
