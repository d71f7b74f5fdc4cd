"""Alerts: what the window tells without being asked: a bug of ours, and text that an input method sent."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.domain.errors import UserError
from annotator.ui.notices import Notices
from annotator.ui.reading.page import Page


class Alerts(QObject):
    """Listens for a window to its notices and to the page."""

    def __init__(self, window: QWidget, notices: Notices, page: Page) -> None:
        super().__init__(window)
        self._window = window
        self._notices = notices
        notices.bug.connect(self._show_bug)
        page.typed_ignored.connect(self._typing_ignored)

    def _typing_ignored(self, _: str) -> None:
        message = self.tr(
            "Vietnamese typing is on: the text was ignored; keys with Alt or Ctrl work all the same"
        )
        self._notices.refuse(UserError("typing", message))

    def _show_bug(self, report: str) -> None:
        from annotator.ui.dialogs.reading import show_text

        lead = self.tr("Something went wrong in the program; your work is saved. Please send this report.")
        show_text(self._window, self.tr("A bug"), lead, report, copying=True)
