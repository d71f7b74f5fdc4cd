"""Journeys drive the real window over a real project, as an analyst would."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import make_window
from annotator.ui.languages import use_language
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.workspace.demonstrating import make_demo


@pytest.fixture(scope="session")
def extracted_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample project, its reports extracted in worker processes, made once."""
    return make_demo(tmp_path_factory.mktemp("samples"), author="an")


@pytest.fixture
def sample_project(extracted_samples: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample project of this test's own."""
    return Path(shutil.copy(extracted_samples, tmp_path / "samples.annotator"))


@pytest.fixture
def open_window(qtbot, qapp: QApplication):
    """Return a function that opens a window on a project; windows left open are closed at the end."""
    windows: list[MainWindow] = []

    def opened(path: Path | None = None, *, author: str = "an") -> MainWindow:
        window = make_window(qapp, author=author)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        if path is not None:
            window.projects.open_path(path)
        windows.append(window)
        return window

    yield opened
    for window in windows:
        window.close()
    settings = Settings()
    settings.forget("language")
    use_language(settings)


@pytest.fixture
def press() -> Callable[..., None]:
    """Return a function that presses keys on the page, one after the other: `Tab`, `Shift+2`, `Ctrl+Z`."""

    def pressed(window: MainWindow, *keys: str) -> None:
        for key in keys:
            *held, name = key.split("+") if key != "+" else ["+"]
            modifiers = Qt.KeyboardModifier.NoModifier
            for modifier in held:
                modifiers |= MODIFIERS[modifier]
            code = NAMED.get(name) or Qt.Key(ord(name.upper()))
            QTest.keyClick(window.page, code, modifiers)

    return pressed


MODIFIERS = {
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
NAMED = {
    "F1": Qt.Key.Key_F1,
    "Tab": Qt.Key.Key_Tab,
    "Backtab": Qt.Key.Key_Backtab,
    "Enter": Qt.Key.Key_Return,
    "Delete": Qt.Key.Key_Delete,
    "Backspace": Qt.Key.Key_Backspace,
    "Esc": Qt.Key.Key_Escape,
    "Down": Qt.Key.Key_Down,
    "Up": Qt.Key.Key_Up,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "[": Qt.Key.Key_BracketLeft,
    "]": Qt.Key.Key_BracketRight,
    "{": Qt.Key.Key_BraceLeft,
    "}": Qt.Key.Key_BraceRight,
    "?": Qt.Key.Key_Question,
}
