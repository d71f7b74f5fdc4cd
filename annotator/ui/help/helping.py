"""Helping: guideline, tour and the page's empty line, put together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui.empty_lines import EmptyPage
from annotator.ui.help.guideline import Guidelines
from annotator.ui.help.touring import Touring

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.settings import Settings


class Helping(QObject):
    """Makes the parts once and knows the handlers of them all."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self.guidelines = Guidelines(window, window.sheet)
        self.touring = Touring(window, settings)
        self.empty_page = EmptyPage(window.sheet)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the commands of help by id."""
        return {**self.guidelines.handlers(), **self.touring.handlers()}
