"""Journeys drive the real window over a real project, as an analyst would."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from annotator.app import make_window
from annotator.ui.languages import use_language
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.workspace.adding import add_paths
from annotator.workspace.assigning import add_member
from annotator.workspace.demonstrating import make_demo
from annotator.workspace.importing import import_path
from annotator.workspace.projects import Project


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
        if isValid(window):
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


TEXT = (
    "UBND tỉnh Hòa Thủy họp ngày 19/10/2023.\n"
    "Thu ngân sách ước đạt trên 1.860 tỷ đồng, tăng 4,6% so với cùng kỳ.\n"
    "Có 18/24 chỉ tiêu vượt kế hoạch; huyện Lạc Mường đón 412 nghìn lượt khách.\n"
)
"""Every name and number is invented."""
MARKS = {
    "binh": {
        "entity": {"UBND tỉnh Hòa Thủy": "ORG", "19/10/2023": "DATE", "huyện Lạc Mường": "LOC"},
        "figure": {"1.860 tỷ đồng": "MONEY", "4,6%": "PERCENT", "18/24 chỉ tiêu": "RATIO"},
    },
    "chi": {
        "entity": {"UBND tỉnh Hòa Thủy": "ORG", "19/10/2023.": "DATE", "Lạc Mường": "LOC"},
        "figure": {"1.860 tỷ đồng": "MONEY", "4,6%": "PERCENT", "18/24 chỉ tiêu": "COUNT"},
    },
    "dung": {
        "entity": {"UBND tỉnh Hòa Thủy": "ORG", "19/10/2023": "DATE"},
        "figure": {"1.860 tỷ đồng": "MONEY", "18/24 chỉ tiêu": "RATIO", "4,6%": "PERCENT"},
    },
}
STATUS = {"binh": "estimate", "chi": "actual", "dung": "estimate"}


def marked(marks: dict[str, str], status: str) -> str:
    """Write inline markup of the text, money with a value and a status."""
    made = TEXT
    for surface, label in marks.items():
        more = f";value=1860000000000;unit=VND;status={status}" if label == "MONEY" else ""
        made = made.replace(surface, f"⟦{label}{more}|{surface}⟧", 1)
    return made


@pytest.fixture
def disputed_project(tmp_path: Path, schema) -> Path:
    """Return a project of one report that three authors have marked, each in another way; an reviews."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "mot.txt").write_text(TEXT, encoding="utf-8")
    with Project.create(tmp_path / "shared", schema=schema, author="an") as project:
        add_paths(project, [folder])
        for name, layers in MARKS.items():
            work = tmp_path / name
            work.mkdir()
            for layer, marks in layers.items():
                (work / f"mot.{layer}.txt").write_text(marked(marks, STATUS[name]), encoding="utf-8")
            import_path(project, work, format="markup", author=name)
        add_member(project, "an", "reviewer")
    return tmp_path / "shared.annotator"


@pytest.fixture
def reviewing(open_window, qtbot):
    """Return a function that opens a window on a project and turns to its review."""

    def opened(path: Path):
        window = open_window(path)
        window.views.show("review")
        qtbot.waitUntil(lambda: window.review.is_read)
        return window

    return opened
