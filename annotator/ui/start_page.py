"""The start page: what the program is, the ways to begin, and the projects opened last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.fonts import scaled, window_font
from annotator.ui.theme import LARGE

_WIDTH = 440


class StartPage(QScrollArea):
    """Shown while no project is open."""

    new_asked = Signal()
    open_asked = Signal()
    demo_asked = Signal()
    recent_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title, self._lead, self._caption = QLabel(), QLabel(), QLabel()
        self._title.setFont(window_font(LARGE, bold=True))
        self._lead.setWordWrap(True)
        self._lead.setFixedWidth(scaled(_WIDTH))
        self._caption.setObjectName("caption")
        self._demo, self._new, self._open = QPushButton(), QPushButton(), QPushButton()
        self._hints = {button: QLabel() for button in (self._demo, self._new, self._open)}
        self._demo.clicked.connect(self.demo_asked)
        self._new.clicked.connect(self.new_asked)
        self._open.clicked.connect(self.open_asked)
        self._recent = QVBoxLayout()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        for button, hint in self._hints.items():
            hint.setObjectName("hint")
            hint.setWordWrap(True)
            column.addSpacing(12)
            column.addWidget(button)
            column.addWidget(hint)
        column.addSpacing(16)
        column.addWidget(self._caption)
        column.addLayout(self._recent)
        column.addStretch(2)
        # Stretches beside the column rather than an alignment: wrapped text keeps its height.
        ground = QWidget()
        whole = QHBoxLayout(ground)
        whole.addStretch(1)
        whole.addLayout(column)
        whole.addStretch(1)
        self.setWidget(ground)

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        self.setAccessibleName(self.tr("Start page"))
        self._title.setText("annotator")
        self._lead.setText(
            self.tr(
                "Correct the candidates found in reports, by keyboard, and export the gold. "
                "Nothing leaves this computer."
            )
        )
        self._demo.setText(self.tr("Try it on sample reports"))
        self._new.setText(self.tr("New project…"))
        self._open.setText(self.tr("Open project…"))
        said = {
            self._demo: self.tr("Six invented reports with their candidates, and a tour of two minutes."),
            self._new: self.tr(
                "An empty file; then add reports, and their candidates are found by themselves."
            ),
            self._open: self.tr("A file that ends in .annotator, your own or a colleague's."),
        }
        for button, words in said.items():
            self._hints[button].setText(words)
            button.setAccessibleDescription(words)
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
