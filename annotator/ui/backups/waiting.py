"""Waiting for a backup or a restore: the window stays alive, but nothing is decided in it meanwhile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QWidget

from annotator.ui.jobs import Job

_SHORT = 500
"""Milliseconds that nobody takes for waiting who has just closed something."""


def wait_for(job: Job, window: QWidget, text: str, stop: str) -> None:
    """Start a job and return when it has ended; where that takes longer, say so with a button to stop it.

    The window is painted all the while; keys and clicks wait.
    """
    loop = QEventLoop()
    ended: list[object] = []

    def end(outcome: object) -> None:
        ended.append(outcome)
        loop.quit()

    for signal in (job.done, job.failed):
        signal.connect(end)
    job.start()
    soon = QTimer()
    soon.setSingleShot(True)
    soon.timeout.connect(loop.quit)
    soon.start(_SHORT)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if ended:
        return
    waiting = waiting_for(window, text, stop)
    waiting.canceled.connect(job.cancel)
    loop.exec()
    waiting.deleteLater()


def waiting_for(window: QWidget, text: str, stop: str) -> QProgressDialog:
    """Open a bar over the window that goes to and fro, with a button to stop what runs."""
    waiting = QProgressDialog(window)
    waiting.setWindowTitle(QCoreApplication.translate("Backups", "Backup"))
    waiting.setLabelText(text)
    waiting.setCancelButtonText(stop)
    waiting.setWindowModality(Qt.WindowModality.WindowModal)
    waiting.setAutoClose(False)
    waiting.setAutoReset(False)
    waiting.setMinimumDuration(0)
    waiting.setRange(0, 0)
    waiting.show()
    return waiting


def ask_foreign(window: QWidget, path: Path, chosen: Path) -> bool:
    """Ask whether a backup of another project is to take the place of this one."""
    translate = QCoreApplication.translate
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Backups", "A backup of another project"))
    said = translate("Backups", "%1 is a backup of another project than %2. Is it to take its place?")
    box.setText(said.replace("%1", chosen.name).replace("%2", path.name))
    box.setTextFormat(Qt.TextFormat.PlainText)
    roles = QMessageBox.ButtonRole
    yes = box.addButton(translate("Backups", "Restore it"), roles.AcceptRole)
    no = box.addButton(translate("Backups", "Cancel"), roles.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    box.deleteLater()  # its parent would keep it as long as the window
    return box.clickedButton() is yes
