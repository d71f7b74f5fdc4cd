"""The export dialog: format, file, which reports, and what will be left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
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
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.fonts import scaled
from annotator.ui.refusals import in_words, reason_in_words
from annotator.ui.settings import Settings
from annotator.ui.sizes import open_whole
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace.exporting import ExportFormat, ExportRequest, Foreseen

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
    QT_TRANSLATE_NOOP("Formats", "UIMA CAS XMI (a folder)"),
    QT_TRANSLATE_NOOP("Formats", "UIMA CAS JSON (a folder)"),
    QT_TRANSLATE_NOOP("Formats", "WebAnno TSV 3.3 (a folder)"),
    QT_TRANSLATE_NOOP("Formats", "Parquet table of spans"),
)
"""What the formats that the program brings are called; a plugin's keeps the title it has."""

LACKING = {
    "overlaps": QT_TRANSLATE_NOOP("Formats", "spans that overlap"),
    "attributes": QT_TRANSLATE_NOOP("Formats", "attributes"),
    "relations": QT_TRANSLATE_NOOP("Formats", "links"),
    "scores": QT_TRANSLATE_NOOP("Formats", "scores"),
    "authors": QT_TRANSLATE_NOOP("Formats", "who decided what"),
    "undecided": QT_TRANSLATE_NOOP("Formats", "undecided candidates"),
}
"""What a format may not be able to hold."""


class ExportDialog(QDialog):
    """Asks for an export; `request` is what was chosen, `changed` says that it is another now."""

    changed = Signal()

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
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        self.candidates = QCheckBox(self.tr("Candidates too, with their state"))
        self.author, self.strategy = QComboBox(), QComboBox()
        self.label, self.split = QComboBox(), QComboBox()
        self.since, self.until = QLineEdit(), QLineEdit()
        self.told = QPlainTextEdit()
        self._summary = QLabel(summary)
        self._summary.setWordWrap(True)
        self.offer([], {}, [])
        self.format.currentIndexChanged.connect(self._suggest)
        self._lay_out()
        self._suggest()
        for box in (self.author, self.strategy, self.label, self.split):
            box.currentIndexChanged.connect(self.changed)
        for day in (self.since, self.until):
            day.textChanged.connect(self.changed)
        self.unfinished.toggled.connect(self.changed)
        self.candidates.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        browse = QPushButton(self.tr("Choose…"))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        form = QFormLayout()
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("File"), row)
        form.addRow(self.tr("Whose work"), self.author)
        form.addRow(self.tr("Where authors differ"), self.strategy)
        for said, row in zip((self.tr("Only"), ""), self._limits(), strict=True):
            form.addRow(said, row)
        form.addRow("", self.unfinished)
        form.addRow("", self.candidates)
        self.path.setAccessibleName(self.tr("File to write"))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.ok = buttons.button(kinds.Ok)
        self.ok.setText(self.tr("Export"))
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setAccessibleName(self.tr("What is exported and what is left out"))
        self.told.setMinimumHeight(scaled(72))
        buttons.button(kinds.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._summary)
        column.addLayout(form)
        column.addWidget(self.told, 1)
        column.addWidget(buttons)
        open_whole(self)

    def _limits(self) -> list[QHBoxLayout]:
        """Return rows for what an export can be limited to: a label and a split, and a range of days."""
        self.since.setPlaceholderText(self.tr("from, as 2023-10-19"))
        self.until.setPlaceholderText(self.tr("to, as 2023-10-19"))
        said = {
            self.label: self.tr("Only spans of this label"),
            self.split: self.tr("Only reports of this split"),
            self.since: self.tr("Only reports of this day or later"),
            self.until: self.tr("Only reports of this day or earlier"),
        }
        rows = []
        for pair in ((self.label, self.split), (self.since, self.until)):
            row = QHBoxLayout()
            for field in pair:
                field.setAccessibleName(said[field])
                field.setToolTip(said[field])
                row.addWidget(field, 1)
            rows.append(row)
        return rows

    @property
    def request(self) -> ExportRequest:
        """Return what was chosen."""
        return ExportRequest(
            format=self._entry.name,
            path=Path(self.path.text()).expanduser(),
            author=self.author.currentData() or "",
            strategy=self.strategy.currentData() or "",
            unfinished=self.unfinished.isChecked(),
            candidates=self.candidates.isChecked(),
            labels=tuple(filter(None, [self.label.currentData()])),
            splits=tuple(filter(None, [self.split.currentData()])),
            since=self.since.text().strip(),
            until=self.until.text().strip(),
        )

    def offer(self, people: Sequence[str], labels: Mapping[str, str], splits: Sequence[str]) -> None:
        """Offer the work of each person, and to trust each where they differ; labels by name with titles."""
        boxes = (self.author, self.strategy, self.label, self.split)
        for box in boxes:
            box.blockSignals(True)
            box.clear()
        self.label.addItem(self.tr("all labels"), "")
        for name, title in labels.items():
            self.label.addItem(title, name)
        self.split.addItem(self.tr("all splits"), "")
        for name in splits:
            self.split.addItem(name, name)
        self.author.addItem(self.tr("what all agree on"), "")
        for title, strategy in (
            (self.tr("leave the report out"), ""),
            (self.tr("what more than half say"), "majority"),
            (self.tr("only what all say"), "unanimous"),
        ):
            self.strategy.addItem(title, strategy)
        for name in people:
            self.author.addItem(self.tr("only %1").replace("%1", name), name)
            self.strategy.addItem(self.tr("what %1 says").replace("%1", name), f"trust={name}")
        for box in boxes:
            box.blockSignals(False)

    def wait(self) -> None:
        """Show that what is chosen is being looked at."""
        self.ok.setEnabled(False)
        self.told.setPlainText(self.tr("looking what is exported…"))

    def show_foreseen(self, found: Foreseen) -> None:
        """List what will be left out; with nothing to be written, or no place for it, nothing is exported."""
        lead = self.tr("%1 reports are exported, %2 are left out").replace("%1", str(found.reports))
        lead = lead.replace("%2", str(len(found.left_out)))
        left_out = [self.tr("left out: %1").replace("%1", reason_in_words(line)) for line in found.left_out]
        lacks = ", ".join(QCoreApplication.translate("Formats", LACKING[name]) for name in found.lacks)
        lost = [self.tr("this format cannot hold: %1").replace("%1", lacks)] if lacks else []
        rows = ["", *found.rows] if found.rows else []
        refusal = [in_words(found.refusal)] if found.refusal else []
        lines = (*refusal, lead, *left_out, *map(in_words, found.notes), *lost, *rows)
        self.told.setPlainText("\n".join(lines))
        self.ok.setEnabled(found.reports > 0 and not found.refusal)

    def refuse(self, message: str) -> None:
        """Say why nothing can be exported so."""
        self.ok.setEnabled(False)
        self.told.setPlainText(in_words(message))

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
