"""The export dialog: format, file, which reports, and what will be left out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.fonts import scaled
from annotator.ui.settings import Settings
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace.exporting import ExportFormat, ExportRequest

FORMATS = (
    QT_TRANSLATE_NOOP("Formats", "JSON lines (a report a line)"),
    QT_TRANSLATE_NOOP("Formats", "Inline markup (a text file for each report and layer)"),
    QT_TRANSLATE_NOOP("Formats", "spaCy training data (a folder)"),
    QT_TRANSLATE_NOOP("Formats", "CoNLL (IOB2, a folder)"),
    QT_TRANSLATE_NOOP("Formats", "CSV of the figures"),
    QT_TRANSLATE_NOOP("Formats", "Excel workbook of figures and entities"),
    QT_TRANSLATE_NOOP("Formats", "Label Studio (a folder)"),
    QT_TRANSLATE_NOOP("Formats", "doccano (JSON lines)"),
    QT_TRANSLATE_NOOP("Formats", "brat standoff (a folder)"),
    QT_TRANSLATE_NOOP("Formats", "Prodigy (JSON lines)"),
    QT_TRANSLATE_NOOP("Formats", "W3C Web Annotation (JSON-LD)"),
)
"""What the formats that the program brings are called; a plugin's keeps the title it has."""


class ExportDialog(QDialog):
    """Asks for an export; `request` is what was chosen."""

    def __init__(
        self,
        parent: QWidget,
        *,
        name: str,
        folder: Path,
        formats: list[ExportFormat],
        settings: Settings,
        summary: str,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._folder = folder
        self._settings = settings
        self.setWindowTitle(self.tr("Export gold"))
        self.setMinimumWidth(scaled(520))
        self.format = QComboBox()
        for entry in formats:
            self.format.addItem(QCoreApplication.translate("Formats", entry.title), entry)
        remembered = settings.text("export/format", "sqlite")
        at = next((n for n, entry in enumerate(formats) if entry.name == remembered), 0)
        self.format.setCurrentIndex(at)
        self.path = QLineEdit()
        self.unfinished = QCheckBox(self.tr("Reports that are not finished too"))
        self.unfinished.setChecked(settings.flag("export/unfinished"))
        self._summary = QLabel(summary)
        self._summary.setWordWrap(True)
        self.format.currentIndexChanged.connect(self._suggest)
        self._lay_out()
        self._suggest()

    def _lay_out(self) -> None:
        browse = QPushButton(self.tr("Choose…"))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        form = QFormLayout()
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("File"), row)
        form.addRow("", self.unfinished)
        self.path.setAccessibleName(self.tr("File to write"))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.button(kinds.Ok).setText(self.tr("Export"))
        buttons.button(kinds.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._summary)
        column.addLayout(form)
        column.addWidget(buttons)

    @property
    def request(self) -> ExportRequest:
        """Return what was chosen."""
        return ExportRequest(
            format=self._entry.name,
            path=Path(self.path.text()).expanduser(),
            unfinished=self.unfinished.isChecked(),
        )

    def accept(self) -> None:
        """Remember the choices and close; stay open while no file is named."""
        if not self.path.text().strip():
            self.path.setFocus()
            return
        self._settings.remember("export/format", self._entry.name)
        self._settings.remember("export/unfinished", self.unfinished.isChecked())
        super().accept()

    @property
    def _entry(self) -> ExportFormat:
        entry = self.format.currentData()
        assert isinstance(entry, ExportFormat)
        return entry

    def _suggest(self) -> None:
        self.path.setText(str(self._folder / f"{self._name}-gold{self._entry.suffix}"))

    def _browse(self) -> None:
        if self._entry.suffix:
            chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), self.path.text())
        else:
            chosen = QFileDialog.getExistingDirectory(self, self.windowTitle(), str(self._folder))
        if chosen:
            self.path.setText(chosen)
