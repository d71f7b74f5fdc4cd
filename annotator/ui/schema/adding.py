"""Asking for a new label: its name, its layer, and whose attributes and links it is to have."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from annotator.domain.schema import Schema
from annotator.ui.fonts import scaled
from annotator.ui.titles import title_of


@dataclass(frozen=True, slots=True)
class NewLabel:
    """What somebody asked for."""

    name: str
    layer: str
    like: str


class AddLabelDialog(QDialog):
    """Asks for a name in capitals, a layer, and a label of it that the new one is like."""

    def __init__(self, parent: QWidget, schema: Schema) -> None:
        super().__init__(parent)
        self._schema = schema
        self.setWindowTitle(self.tr("New label"))
        self.name, self.layer, self.like = QLineEdit(), QComboBox(), QComboBox()
        titles = {"entity": self.tr("entities"), "figure": self.tr("figures")}
        for layer in schema.layers:
            self.layer.addItem(titles.get(layer, layer), layer)
        self.layer.currentIndexChanged.connect(lambda _: self._fill())
        self.setMinimumWidth(scaled(420))
        form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 16)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Layer"), self.layer)
        form.addRow(self.tr("&Attributes and links as"), self.like)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.button(kinds.Ok).setText(self.tr("Add"))
        buttons.button(kinds.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self._fill()

    @property
    def asked(self) -> NewLabel:
        """Return what was asked for; a name is written in capitals, without spaces."""
        name = "_".join(self.name.text().upper().split())
        return NewLabel(name, self.layer.currentData(), self.like.currentData())

    def _fill(self) -> None:
        self.like.clear()
        self.like.addItem(self.tr("none"), "")
        for label in self._schema.offered:
            if label.layer == self.layer.currentData():
                self.like.addItem(f"{label.name} · {title_of(label)}", label.name)


def ask_label(parent: QWidget, schema: Schema) -> NewLabel | None:
    """Ask for a new label; None when nothing is to be added."""
    dialog = AddLabelDialog(parent, schema)
    done = dialog.exec()
    dialog.deleteLater()
    return dialog.asked if done and dialog.name.text().strip() else None
