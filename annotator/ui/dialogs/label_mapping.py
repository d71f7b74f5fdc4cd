"""Which of our labels each strange label of annotated files stands for, kept in a file and read from one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import UserError
from annotator.domain.schema import Schema
from annotator.ui.fonts import scaled
from annotator.ui.refusals import in_words
from annotator.workspace.mapping import mapping_from, write_mapping

MOST = 60
"""Strange labels that are asked for; files with more of them are mapped by a file."""

_LONGEST = 28


class LabelMapping(QWidget):
    """A row for each strange label; `changed` says that one stands for something else now."""

    changed = Signal()

    def __init__(self, schema: Schema) -> None:
        super().__init__()
        self._schema = schema
        self._boxes: dict[str, QComboBox] = {}
        self._lead, self._said = QLabel(), QLabel()
        self._rows = QFormLayout()
        self._area = QScrollArea()
        self.load = QPushButton(self.tr("Load mapping…"))
        self.save = QPushButton(self.tr("Save mapping…"))
        self._lay_out()
        self.hide()

    @property
    def boxes(self) -> Mapping[str, QComboBox]:
        """Return the choice of each strange label."""
        return self._boxes

    @property
    def labels(self) -> dict[str, str]:
        """Return the labels of the files with those of ours they are taken for."""
        return {name: box.currentData() for name, box in self._boxes.items() if box.currentData()}

    def ask(self, unknown: Mapping[str, int]) -> None:
        """Offer our labels for each strange one; of those that are gone, what was chosen stays."""
        for name in [
            name for name, box in self._boxes.items() if name not in unknown and not box.currentData()
        ]:
            self._rows.removeRow(self._boxes.pop(name))
        most = sorted(unknown, key=lambda name: (-unknown[name], name))
        for name in most:
            self._add(name)
        left = sum(name not in self._boxes for name in most)
        self._said.setText(
            self.tr("%1 more labels are not in the schema; map them by a file").replace("%1", str(left))
        )
        self._said.setVisible(left > 0)
        self.save.setEnabled(bool(self.labels))
        self.setVisible(bool(self._boxes))

    def take_file(self, path: Path) -> None:
        """Choose as a mapping file says; what it names and the files do not have is asked for too."""
        try:
            found = mapping_from((), path, self._schema)
        except UserError as error:
            self._tell(error)
            return
        for name, ours in found.items():
            box = self._add(name)
            if box is not None:
                box.blockSignals(True)
                box.setCurrentIndex(max(0, box.findData(ours)))
                box.blockSignals(False)
        self._said.hide()
        self.changed.emit()

    def write_file(self, path: Path) -> None:
        """Keep what is chosen in a mapping file."""
        try:
            write_mapping(path, self.labels)
        except UserError as error:
            self._tell(error)

    def _tell(self, error: UserError) -> None:
        self._said.setText(in_words(error.message))
        self._said.show()

    def _add(self, name: str) -> QComboBox | None:
        if name in self._boxes or len(self._boxes) >= MOST:
            return self._boxes.get(name)
        box = QComboBox()
        box.setMinimumWidth(scaled(120))
        box.addItem(self.tr("left out"), "")
        for label in self._schema.offered:
            box.addItem(label.name, label.name)
        box.setAccessibleName(self.tr("Our label for %1").replace("%1", name))
        box.currentIndexChanged.connect(self.changed)
        self._boxes[name] = box
        shown = " ".join(name.split())
        title = QLabel(shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…")
        title.setToolTip(shown[:400])
        self._rows.addRow(title, box)
        return box

    def _lay_out(self) -> None:
        self._lead.setText(self.tr("Labels the schema does not have; choose which of ours each stands for:"))
        self._lead.setWordWrap(True)
        self._said.setWordWrap(True)
        self._said.hide()
        held = QWidget()
        held.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._area.setWidget(held)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setMinimumHeight(scaled(70))
        self._area.setMaximumHeight(scaled(180))
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.load.clicked.connect(self._load)
        self.save.clicked.connect(self._save)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.load, self.save):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._lead, self._area, self._said):
            column.addWidget(part)
        column.addLayout(buttons)

    def _load(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Load mapping"), "", "TOML (*.toml)")
        if chosen:
            self.take_file(Path(chosen))

    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save mapping"), "labels.toml", "TOML (*.toml)")
        if chosen:
            self.write_file(Path(chosen))
