"""The settings of the review: what is merged without asking, how far numbers may differ, who reviews."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import UserError
from annotator.ui.refusals import in_words
from annotator.workspace.permitting import become_reviewer, refuse_read_only, reviewers
from annotator.workspace.projects import Project
from annotator.workspace.reviewing import Policy, policy, read_tolerance, set_policy

_TRUST = "trust="


class ReviewSettings(QDialog):
    """Chooses the project's policy; a tolerance that cannot be read stays to be mended."""

    kept = Signal()

    def __init__(self, parent: QWidget, project: Project, persons: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Review settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._project = project
        held = policy(project)
        self.strategy = QComboBox()
        self.strategy.addItem(self.tr("only what all say"), "unanimous")
        self.strategy.addItem(self.tr("what more than half say"), "majority")
        for name in persons:
            self.strategy.addItem(self.tr("what %1 says").replace("%1", name), _TRUST + name)
        place = self.strategy.findData(held.strategy)
        self.strategy.setCurrentIndex(max(place, 0))
        self.tolerance = QLineEdit(f"{held.tolerance:f}")
        self.reviewer = QCheckBox(self.tr("I settle disputes in this project"))
        names = reviewers(project)
        self.reviewer.setChecked(project.author in names)
        self.reviewer.setEnabled(project.author not in names)
        self.problem = QLabel()
        self.problem.setObjectName("doubt")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out(names)

    def accept(self) -> None:
        """Keep what was chosen, unless something in it cannot be."""
        try:
            refuse_read_only(self._project)
            set_policy(
                self._project, Policy(self.strategy.currentData(), read_tolerance(self.tolerance.text()))
            )
            if self.reviewer.isEnabled() and self.reviewer.isChecked():
                become_reviewer(self._project)
        except UserError as error:
            self.problem.setText(in_words(error.message))
            self.problem.show()
            self.tolerance.setFocus()
            return
        self.kept.emit()
        super().accept()

    def _lay_out(self, names: Sequence[str]) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(self.tr("Merge without asking"), self.strategy)
        form.addRow(self.tr("Numbers may differ by"), self.tolerance)
        self.strategy.setAccessibleName(self.tr("Merge without asking"))
        self.tolerance.setAccessibleName(self.tr("Numbers may differ by"))
        hint = QLabel(
            self.tr("A share of the larger number: 0.001 is one in a thousand, 0 asks for equal numbers.")
        )
        who = self.tr("Reviewers: %1").replace("%1", ", ".join(names)) if names else self.tr("Nobody yet.")
        known = QLabel(who)
        for label in (hint, known):
            label.setObjectName("hint")
            label.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.button(kinds.Ok).setText(self.tr("Keep"))
        buttons.button(kinds.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(form)
        for part in (hint, self.reviewer, known, self.problem, buttons):
            column.addWidget(part)
