"""Small questions: what becomes of candidates left, how sure accepting in bulk must be, who works here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDoubleSpinBox, QInputDialog, QLineEdit, QMessageBox, QWidget

from annotator.ui.sizes import spaced


def ask_leftovers(parent: QWidget, left: int) -> str:
    """Ask about undecided candidates before finishing: `accept`, `reject`, `first`, or empty to stay."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("Asking", "Finish the report"))
    box.setText(translate("Asking", "%1 candidates are undecided.").replace("%1", str(left)))
    roles = QMessageBox.ButtonRole
    first = box.addButton(translate("Asking", "Go to the first"), roles.AcceptRole)
    accept = box.addButton(translate("Asking", "Accept them"), roles.YesRole)
    reject = box.addButton(translate("Asking", "Reject them"), roles.NoRole)
    stay = box.addButton(translate("Asking", "Cancel"), roles.RejectRole)
    box.setDefaultButton(first)
    box.setEscapeButton(stay)
    box.exec()
    box.deleteLater()  # its parent would keep it as long as the window
    answers = {first: "first", accept: "accept", reject: "reject"}
    return next((word for button, word in answers.items() if box.clickedButton() is button), "")


def ask_score(parent: QWidget, left: int) -> float | None:
    """Ask from which score on the candidates left are accepted; None when nothing is to be done."""
    translate = QCoreApplication.translate
    dialog = QInputDialog(parent)
    dialog.setInputMode(QInputDialog.InputMode.DoubleInput)
    dialog.setDoubleRange(0.0, 1.0)
    dialog.setDoubleDecimals(2)
    dialog.setDoubleStep(0.05)
    dialog.setDoubleValue(0.0)
    dialog.setWindowTitle(translate("Asking", "Accept the rest of the report"))
    dialog.setLabelText(
        translate("Asking", "%1 candidates are left. Accept those with a score of at least:").replace(
            "%1", str(left)
        )
    )
    dialog.setOkButtonText(translate("Asking", "Accept them"))
    for box in dialog.findChildren(QDoubleSpinBox):
        spaced(box)
    dialog.setCancelButtonText(translate("Asking", "Cancel"))
    done = dialog.exec()
    dialog.deleteLater()
    return dialog.doubleValue() if done else None


def ask_author(parent: QWidget | None, suggestion: str) -> str:
    """Ask once under which name decisions are written down; empty when the question was put away."""
    translate = QCoreApplication.translate
    dialog = QInputDialog(parent)
    dialog.setInputMode(QInputDialog.InputMode.TextInput)
    dialog.setWindowTitle(translate("Asking", "Your name"))
    dialog.setLabelText(translate("Asking", "Every decision is kept under a name. Yours:"))
    dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
    dialog.setTextValue(suggestion)
    dialog.setOkButtonText(translate("Asking", "Go on"))
    dialog.setCancelButtonText(translate("Asking", "Cancel"))
    done = dialog.exec()
    dialog.deleteLater()
    return dialog.textValue().strip() if done else ""
