"""Empty lines: what a list or a page says while it has nothing to show, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QLabel

from annotator.ui.reading.sheet import Sheet


class EmptyLine(QLabel):
    """Lies over the middle of an area while it is told to; the mouse reaches what is below."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area.viewport())
        self._area = area
        self.setObjectName("empty")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        area.viewport().installEventFilter(self)

    def say(self, words: str) -> None:
        """Show words, or nothing for none; a screen reader is told them with the area."""
        self.setText(words)
        self._area.setAccessibleDescription(words)
        self.setVisible(bool(words))
        self.setGeometry(self._area.viewport().rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the area."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._area.viewport().rect())
        return super().eventFilter(watched, event)


class EmptyList(EmptyLine):
    """The line of a list, shown while its model has no row."""

    def __init__(self, view: QAbstractItemView, words: str) -> None:
        super().__init__(view)
        self._words = words
        self._model: QAbstractItemModel = view.model()
        for changed in (self._model.modelReset, self._model.rowsInserted, self._model.rowsRemoved):
            changed.connect(self._tell)
        self._tell()

    def _tell(self, *_: object) -> None:
        self.say("" if self._model.rowCount() else self._words)


class EmptyPage(EmptyLine):
    """The line of the page, shown while no report is on it."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet.page)
        self._sheet = sheet
        sheet.opened.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        nothing = self.tr("No report is open. Choose one at the left, or add some with Ctrl+Shift+O.")
        self.say(nothing if self._sheet.open_report is None else "")
