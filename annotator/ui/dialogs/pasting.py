"""The paste dialog: text copied elsewhere, looked over and named before it becomes a report."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

_LONGEST_NAME = 60
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}


class PasteDialog(QDialog):
    """Asks for the text of a report and its name; `written` is the text as it was pasted or changed."""

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add pasted text"))
        self.resize(680, 460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit(_name_of(text))
        self.name.setMaxLength(200)
        self.text = QPlainTextEdit(text)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of the report"))
        self.text.setPlaceholderText(self.tr("Copy the text of a report and paste it here."))
        self._add = QPushButton(self.tr("Add"))
        self._add.setDefault(True)
        self._lay_out()
        self.name.textChanged.connect(self._allow)
        self.text.textChanged.connect(self._allow)
        self._allow()

    @property
    def written(self) -> str:
        """Return the text as it stands, no-break spaces and all, which Qt's plain text would lose."""
        return self.text.document().toRawText().translate(_LINE_ENDS)

    def _allow(self) -> None:
        self._add.setEnabled(bool(self.name.text().strip() and self.text.toPlainText().strip()))

    def _lay_out(self) -> None:
        lead = QLabel(self.tr("The text is kept as it stands here and cannot be changed later."))
        lead.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.name)
        buttons = QDialogButtonBox()
        buttons.addButton(self._add, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(lead)
        column.addLayout(form)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)


def _name_of(text: str) -> str:
    """Return a name for a text: its first words, up to a length."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= _LONGEST_NAME else line[:_LONGEST_NAME].rsplit(" ", 1)[0]
