"""The cards of a dispute's versions: number, authors, share, and what each says, to be clicked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.card.parts import body


class VersionCard(QFrame):
    """One version; `holds` marks the one that stands now."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("version")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.key, self.names, self.share, self.says = QLabel(), QLabel(), QLabel(), body()
        self.key.setObjectName("keycap")
        self.names.setObjectName("hint")
        self.names.setWordWrap(True)
        self.share.setObjectName("hint")
        self.share.setWordWrap(True)
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.key, 0, 0, top)
        grid.addWidget(self.names, 0, 1)
        grid.addWidget(self.share, 0, 2, top)
        grid.addWidget(self.says, 1, 0, 1, 3)

    def show_version(self, *, key: str, names: str, share: str, says: str, leads: bool) -> None:
        """Show a version; the one that leads has its edge in the accent."""
        self.key.setText(key)
        self.key.setVisible(bool(key))
        self.names.setText(names)
        self.share.setText(share)
        self.says.setText(says)
        self.setAccessibleName(" · ".join(filter(None, (key, names, share))))
        self.setAccessibleDescription(QTextDocumentFragment.fromHtml(says).toPlainText())
        if self.property("leads") != leads:
            self.setProperty("leads", leads)
            self.style().unpolish(self)
            self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click for the answer."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class VersionCards(QWidget):
    """As many cards as a dispute has versions; cards that are not needed are kept hidden."""

    taken = Signal(int)
    """The number of a version, from 0, that was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[VersionCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def need(self, count: int) -> list[VersionCard]:
        """Return so many cards, shown; all others are hidden."""
        while len(self.cards) < count:
            card, number = VersionCard(), len(self.cards)
            card.clicked.connect(lambda number=number: self.taken.emit(number))
            self.cards.append(card)
            self._column.addWidget(card)
        for number, card in enumerate(self.cards):
            card.setVisible(number < count)
        return self.cards[:count]
