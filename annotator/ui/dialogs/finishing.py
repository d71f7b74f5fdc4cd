"""The question before many reports are finished at once: what becomes of their undecided candidates."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_finish_all(parent: QWidget, reports: int, left: int) -> str | None:
    """Ask before so many reports are finished: `accept` or `reject` what is left, empty when nothing is.

    None when they are not to be finished.
    """
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("Asking", "Finish selected reports"))
    roles = QMessageBox.ButtonRole
    if left:
        said = translate("Asking", "%1 candidates in %2 reports are undecided.")
        accept = box.addButton(translate("Asking", "Accept them"), roles.YesRole)
        reject = box.addButton(translate("Asking", "Reject them"), roles.NoRole)
        answers = {accept: "accept", reject: "reject"}
    else:
        said = translate("Asking", "Finish %2 reports? One undo takes it back.")
        answers = {box.addButton(translate("Asking", "Finish them"), roles.YesRole): ""}
    box.setText(said.replace("%1", str(left)).replace("%2", str(reports)))
    stay = box.addButton(translate("Asking", "Cancel"), roles.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    box.deleteLater()  # its parent would keep it as long as the window
    return next((word for button, word in answers.items() if box.clickedButton() is button), None)
