"""Views: the faces of the open project, one at a time, and the switch between them in the menu bar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QStackedWidget, QToolButton, QWidget

ANNOTATE = "annotate"
"""The view a project is opened in."""


class Views(QObject):
    """Shows the start page while no project is open, else one of the views added."""

    changed = Signal(str)
    """Another view is shown, by its name."""

    def __init__(self, start: QWidget, bar: QMenuBar) -> None:
        super().__init__(bar)
        self.stack = QStackedWidget()
        self.stack.addWidget(start)
        self._parts: dict[str, QWidget] = {}
        self._buttons: dict[str, QToolButton] = {}
        self.current = ""
        self._bar = bar
        self._fitting = QTimer(self, singleShot=True, interval=50)
        self._fitting.timeout.connect(self._fit)
        self._switch = QWidget()
        frame = QFrame()
        frame.setObjectName("views")
        around = self._around = QHBoxLayout(self._switch)
        around.setContentsMargins(4, 1, 12, 1)
        around.addWidget(frame)
        self._row = QHBoxLayout(frame)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        bar.setCornerWidget(self._switch, Qt.Corner.TopRightCorner)

    def add(self, name: str, title: str, part: QWidget) -> None:
        """Add a view; two views may share a part, which then follows `changed` by itself."""
        button = QToolButton()
        button.setText(title)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.show(name))
        self._row.addWidget(button)
        self._buttons[name] = button
        self._parts[name] = part
        if self.stack.indexOf(part) < 0:
            self.stack.addWidget(part)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the commands that show a view, by id."""
        return {f"view.{name}": partial(self.show, name) for name in self._parts}

    def set_count(self, name: str, title: str, count: int) -> None:
        """Show how much waits in a view beside its title; nothing for none."""
        text = f"{title}  {count}" if count else title
        if self._buttons[name].text() != text:
            self._buttons[name].setText(text)
            self._fitting.start()

    def show_start(self) -> None:
        """Show the start page and no switch."""
        self.current = ""
        self.stack.setCurrentIndex(0)
        self._switch.hide()

    def show(self, name: str) -> None:
        """Show a view of the open project."""
        self._switch.show()
        for other, button in self._buttons.items():
            button.setChecked(other == name)
        self.stack.setCurrentWidget(self._parts[name])
        if name != self.current:
            self.current = name
            self.changed.emit(name)

    def _fit(self) -> None:
        """Let the menu bar make room for the switch, which it does when it is resized and never else."""
        for layout in (self._row, self._around):
            layout.invalidate()
            layout.activate()
        size = self._bar.size()
        QCoreApplication.sendEvent(self._bar, QResizeEvent(size, size))
