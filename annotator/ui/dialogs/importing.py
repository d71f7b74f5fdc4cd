"""The import dialog: which files, in which format, under whose name, and their labels taken for ours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.schema import Schema
from annotator.ui.dialogs.label_mapping import LabelMapping
from annotator.ui.fonts import scaled
from annotator.ui.refusals import reason_in_words
from annotator.ui.settings import Settings
from annotator.ui.sizes import open_at, open_at_least
from annotator.workspace.surveying import Readable, Survey


class ImportDialog(QDialog):
    """Asks what to import; `changed` says that something else is chosen now."""

    changed = Signal()

    def __init__(
        self,
        parent: QWidget,
        *,
        formats: Sequence[Readable],
        schema: Schema,
        author: str,
        settings: Settings,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.mapping = LabelMapping(schema)
        self.setWindowTitle(self.tr("Import annotated files"))
        open_at(self, 600, 420)
        self.format = QComboBox()
        self.format.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.format.setMinimumContentsLength(16)
        for entry in formats:
            self.format.addItem(QCoreApplication.translate("Formats", entry.title), entry.name)
        self.format.setCurrentIndex(max(0, self.format.findData(settings.text("import/format", "markup"))))
        self.path, self.author = QLineEdit(), QLineEdit(author)
        self.told = QPlainTextEdit()
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setMinimumHeight(scaled(100))
        self._lay_out()
        self.format.currentIndexChanged.connect(self.changed)
        self.path.editingFinished.connect(self.changed)
        self.mapping.changed.connect(self.changed)
        self.forget()

    @property
    def chosen(self) -> tuple[Path, str, str]:
        """Return the path, the format and the author."""
        path = Path(self.path.text().strip()).expanduser()
        return path, str(self.format.currentData()), self.author.text().strip()

    @property
    def labels(self) -> dict[str, str]:
        """Return the labels of the files with those of ours they are taken for."""
        return self.mapping.labels

    def forget(self) -> None:
        """Show that nothing is known of the files yet."""
        self.ok.setEnabled(False)
        self.told.setPlainText(self.tr("Choose a file or folder; it is looked at before anything is taken."))

    def wait(self) -> None:
        """Show that the files are being looked at."""
        self.ok.setEnabled(False)
        self.told.setPlainText(self.tr("looking at the files…"))

    def show_survey(self, found: Survey) -> None:
        """Tell what the files hold, and ask which labels strange ones stand for."""
        self.mapping.ask(found.unknown)
        # Labels that are asked for want room, as far as the screen has some.
        open_at_least(self)
        said = self.tr("%1 of %2 reports are in the project; %3 spans can be taken")
        for number, count in enumerate((found.known, found.reports, found.spans), 1):
            said = said.replace(f"%{number}", str(count))
        rows = [f"{report}  ·  {label}  ·  {text}" for report, label, text in found.rows]
        self.told.setPlainText("\n".join((said, *map(reason_in_words, found.problems), "", *rows)).rstrip())
        self.ok.setEnabled(found.known > 0)

    def refuse(self, message: str) -> None:
        """Say why nothing can be taken."""
        self.ok.setEnabled(False)
        self.told.setPlainText("\n".join(map(reason_in_words, message.splitlines())))

    def accept(self) -> None:
        """Remember the format and close."""
        self._settings.remember("import/format", self.format.currentData())
        super().accept()

    def _lay_out(self) -> None:
        browse, folder = QPushButton(self.tr("File…")), QPushButton(self.tr("Folder…"))
        browse.clicked.connect(self._browse)
        folder.clicked.connect(self._browse_folder)
        row = QHBoxLayout()
        for part in (self.path, browse, folder):
            row.addWidget(part)
        form = QFormLayout()
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("Files"), row)
        form.addRow(self.tr("Whose work it is"), self.author)
        self.path.setAccessibleName(self.tr("File or folder to import"))
        self.author.setAccessibleName(self.tr("Whose work it is"))
        self.told.setAccessibleName(self.tr("What the files hold"))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.ok = buttons.button(kinds.Ok)
        self.ok.setText(self.tr("Import"))
        buttons.button(kinds.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.told, 1)
        column.addWidget(self.mapping)
        column.addWidget(buttons)

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.windowTitle(), self.path.text())
        self._take(chosen)

    def _browse_folder(self) -> None:
        self._take(QFileDialog.getExistingDirectory(self, self.windowTitle(), self.path.text()))

    def _take(self, chosen: str) -> None:
        if chosen:
            self.path.setText(chosen)
            self.changed.emit()
