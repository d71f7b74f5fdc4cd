"""The guideline of a label in a window beside the page, which follows the current span."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QTextBrowser, QVBoxLayout, QWidget

from annotator.domain.schema import Schema
from annotator.ui.languages import is_vietnamese
from annotator.ui.reading.sheet import Sheet
from annotator.ui.sizes import open_at
from annotator.ui.titles import code_of, title_of
from annotator.workspace.guiding import guideline


class GuidelineDialog(QDialog):
    """A choice of labels and what the guideline says of the chosen one; Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Guideline"))
        self._schema: Schema | None = None
        self.labels = QComboBox()
        self.labels.setAccessibleName(self.tr("Label"))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("What the guideline says"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.labels)
        column.addWidget(self.text, 1)
        self.labels.currentIndexChanged.connect(self._show)
        open_at(self, 480, 460)

    def set_schema(self, schema: Schema) -> None:
        """Offer the labels of a schema, the same one staying chosen."""
        kept = self.labels.currentData()
        self._schema = schema
        self.labels.blockSignals(True)
        self.labels.clear()
        for label in schema.labels:
            self.labels.addItem(f"{code_of(label)} · {title_of(label)}", label.name)
        self.labels.blockSignals(False)
        self.choose(kept or "")

    def choose(self, name: str) -> None:
        """Show a label's guideline; the first label's where there is none of that name."""
        self.labels.setCurrentIndex(max(0, self.labels.findData(name)))
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys scroll the text."""
        super().showEvent(event)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        name = self.labels.currentData()
        if self._schema is None or name is None:
            return
        said = guideline(self._schema, name, language="vi" if is_vietnamese() else "en")
        self.text.setMarkdown(said or self.tr("The guideline says nothing of this label yet."))


class Guidelines(QObject):
    """Opens the guideline of the label of the current span, and keeps it with that span while it is open."""

    def __init__(self, window: QWidget, sheet: Sheet) -> None:
        super().__init__(window)
        self._window = window
        self._sheet = sheet
        self.dialog: GuidelineDialog | None = None
        sheet.current_changed.connect(self._follow)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handler of the guideline's command by id."""
        return {"help.guideline": self.open}

    def open(self) -> None:
        """Show the guideline of the current span's label, over the page but not in its way."""
        report = self._sheet.report
        if self.dialog is None:
            self.dialog = GuidelineDialog(self._window)
        self.dialog.set_schema(report.project.schema)
        self._follow()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _follow(self) -> None:
        span = self._sheet.current
        if self.dialog is not None and span is not None:
            self.dialog.choose(span.label)
