"""The assigning dialog: the selected reports given to chosen people, or shared out evenly among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.team.people import role_title
from annotator.workspace.assigning import Member


@dataclass(frozen=True, slots=True)
class Share:
    """What was chosen: these people all get the reports, or so many of them each report."""

    names: tuple[str, ...]
    per_report: int = 0


class AssignDialog(QDialog):
    """Asks who is to annotate so many reports; `share` is what was chosen.

    Each report goes to all that are ticked and to nobody else, or they are shared out among these.
    """

    def __init__(
        self, parent: QWidget, members: Sequence[Member], *, reports: int, held: frozenset[str]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Assign reports"))
        self.setMinimumWidth(440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.people: dict[str, QCheckBox] = {}
        said = self.tr("%1 (%2, %3 reports)")
        for member in members:
            title = said.replace("%1", member.name).replace("%2", role_title(member.role))
            self.people[member.name] = QCheckBox(title.replace("%3", str(member.assigned)))
            self.people[member.name].setChecked(member.name in held)
        self.evenly = QCheckBox(self.tr("Share out evenly instead; analysts a report:"))
        self.count = QSpinBox()
        self.count.setRange(1, max(1, len(members)))
        self.count.setAccessibleName(self.tr("Analysts a report"))
        self._lay_out(self.tr("%1 reports are selected. Who annotates them?").replace("%1", str(reports)))
        for box in (*self.people.values(), self.evenly):
            box.toggled.connect(self._tell)
        self.count.valueChanged.connect(lambda: self.evenly.setChecked(True))
        self.count.valueChanged.connect(self._tell)
        self._tell()

    def _lay_out(self, lead: str) -> None:
        label = QLabel(lead)
        label.setWordWrap(True)
        names, rows = QWidget(), QScrollArea()
        inside = QVBoxLayout(names)
        inside.setSpacing(4)
        for box in self.people.values():
            inside.addWidget(box)
        inside.addStretch(1)
        rows.setWidget(names)
        rows.setWidgetResizable(True)
        rows.setAccessibleName(self.tr("People who may annotate"))
        row = QHBoxLayout()
        row.addWidget(self.evenly)
        row.addWidget(self.count)
        row.addStretch(1)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.ok = buttons.button(kinds.Ok)
        self.ok.setText(self.tr("Assign"))
        buttons.button(kinds.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label)
        column.addWidget(rows, 1)
        column.addLayout(row)
        column.addWidget(buttons)

    @property
    def share(self) -> Share:
        """Return what was chosen."""
        names = tuple(name for name, box in self.people.items() if box.isChecked())
        return Share(names, self.count.value() if self.evenly.isChecked() else 0)

    def _tell(self, *_: object) -> None:
        """Let be assigned what can be: to nobody at all, but not to fewer people than a report is to get."""
        share = self.share
        self.ok.setEnabled(share.per_report <= len(share.names))
