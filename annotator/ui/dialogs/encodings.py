"""The encoding dialog: a file in every encoding it may be in, for the analyst to see which one reads well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.workspace.previewing import Preview

_ROW_PADDING = 12


class EncodingDialog(QDialog):
    """Asks for the encoding of a file; `encoding` is what was chosen, `for_all` that others are in it."""

    def __init__(self, parent: QWidget, name: str, previews: Sequence[Preview], *, others: int = 0) -> None:
        super().__init__(parent)
        self._previews = previews
        self.setWindowTitle(self.tr("Encoding of a file"))
        self.resize(760, 420)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lead = self.tr("How %1 was written cannot be told. Choose the encoding in which it reads well.")
        self._lead = QLabel(lead.replace("%1", name))
        self._lead.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Encodings"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("The beginning of the file in this encoding"))
        self.for_all = QCheckBox(self.tr("Read the other %1 files in it too").replace("%1", str(others)))
        self.for_all.setVisible(others > 0)
        for preview in previews:
            item = QListWidgetItem(preview.encoding, self.list)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + _ROW_PADDING))
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(self.accept)
        self._lay_out()
        self.list.setCurrentRow(0)

    @property
    def encoding(self) -> str:
        """Return the name of the encoding that was chosen; empty when there is none to choose."""
        row = self.list.currentRow()
        return self._previews[row].encoding if row >= 0 else ""

    def _show(self, row: int) -> None:
        self.text.setPlainText(self._previews[row].text if row >= 0 else "")

    def _lay_out(self) -> None:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.button(kinds.Ok).setText(self.tr("Add"))
        buttons.button(kinds.Cancel).setText(self.tr("Leave it out"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        beside = QSplitter()
        beside.addWidget(self.list)
        beside.addWidget(self.text)
        beside.setStretchFactor(1, 1)
        beside.setSizes([190, 530])
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._lead)
        column.addWidget(beside, 1)
        column.addWidget(self.for_all)
        column.addWidget(buttons)
