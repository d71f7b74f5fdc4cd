"""The start page: what the program is, the recent projects, and the two ways to begin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.fonts import scaled, window_font
from annotator.ui.theme import LARGE

_WIDTH = 440


class StartPage(QWidget):
    """Shown while no project is open."""

    new_asked = Signal()
    open_asked = Signal()
    demo_asked = Signal()
    recent_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setFont(window_font(LARGE, bold=True))
        self._lead = QLabel()
        self._lead.setWordWrap(True)
        self._new, self._open, self._demo = QPushButton(), QPushButton(), QPushButton()
        self._new.clicked.connect(self.new_asked)
        self._open.clicked.connect(self.open_asked)
        self._demo.clicked.connect(self.demo_asked)
        self._caption = QLabel()
        self._caption.setObjectName("caption")
        self._recent = QVBoxLayout()
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(1)
        for part in (self._title, self._lead, self._new, self._open, self._demo, self._caption):
            column.addWidget(part)
        column.addLayout(self._recent)
        column.addStretch(2)
        # Stretches beside the column rather than an alignment: wrapped text keeps its height.
        whole = QHBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(column)
        whole.addStretch(1)
        self._lead.setFixedWidth(scaled(_WIDTH))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self._title.setText("annotator")
        self._lead.setText(
            self.tr(
                "Correct the candidates found in reports, by keyboard, and export the gold. "
                "Nothing leaves this computer."
            )
        )
        self._new.setText(self.tr("New project…"))
        self._open.setText(self.tr("Open project…"))
        self._demo.setText(self.tr("Try it on sample reports"))
        self._caption.setText(self.tr("Recent projects"))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the projects opened last."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._caption.setVisible(bool(paths))
        for path in paths:
            button = QPushButton(path.name.removesuffix(".annotator"))
            button.setFlat(True)
            button.setToolTip(str(path))
            button.clicked.connect(lambda _=False, path=path: self.recent_chosen.emit(path))
            self._recent.addWidget(button)
