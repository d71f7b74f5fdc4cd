"""The window in Vietnamese, over the samples: whatever is opened, nothing English is left on it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from annotator.resources import resource_path
from annotator.ui.dialogs.applying import ApplyDialog
from annotator.ui.dialogs.exporting import ExportDialog
from annotator.ui.dialogs.reading import ShortcutsDialog
from annotator.ui.dialogs.settings import SettingsDialog

SAME = {"annotator", "SQLite", "English"}
"""Words that are the same in both languages, and what speakers call their language."""


@pytest.fixture(scope="module")
def english() -> re.Pattern[str]:
    """Return a pattern of every English text that has another in Vietnamese, `%1` standing for anything."""
    sources = set()
    for path in resource_path("i18n").glob("*.ts"):
        for message in ElementTree.parse(path).getroot().iter("message"):
            source, said = message.findtext("source") or "", message.findtext("translation")
            bare = source.replace("&", "")
            if source != said and len(re.sub(r"%\d", "", bare).strip()) > 3:
                sources.add(re.sub(r"%[\ds]", ".+", re.escape(bare.strip())))
    return re.compile("|".join(sorted(sources, key=len, reverse=True)))


@pytest.fixture
def left_over(english):
    """Return a function that tells what a widget and all in it still say in English."""

    def told(widget: QWidget) -> list[str]:
        texts = {text.replace("&", "").strip() for part in _with_parts(widget) for text in _texts(part)}
        return sorted(text for text in texts - SAME if english.fullmatch(text))

    return told


@pytest.fixture
def window(vietnamese, open_window, sample_project):
    return open_window(sample_project)


def test_that_the_window_its_lists_and_its_menus_speak_vietnamese(window, press, left_over) -> None:
    for _ in range(8):
        press(window, "Enter")
    press(window, "Delete", "Ctrl+Z")
    figure = next(span for span in window.sheet.report.view if span.label == "MONEY")
    window.sheet.set_current(figure.id)
    window.settle()
    for menu in window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
        assert left_over(menu) == []
    for tab in range(window.lists.count()):
        window.lists.setCurrentIndex(tab)
        window.settle()
        assert left_over(window) == []
        assert _too_narrow(window) == []


def test_that_the_start_page_speaks_vietnamese(vietnamese, open_window, left_over) -> None:
    assert left_over(open_window()) == []


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        ("window.settings", SettingsDialog),
        ("help.shortcuts", ShortcutsDialog),
        ("project.export", ExportDialog),
    ],
)
def test_that_dialogs_speak_vietnamese(window, left_over, command, kind) -> None:
    window.commands[command].trigger()
    dialog = window.findChild(kind)
    assert left_over(dialog) == []
    assert _too_narrow(dialog) == []
    dialog.close()


def test_that_commands_are_found_without_typing_tones(window) -> None:
    window.commands["help.shortcuts"].trigger()
    table = window.findChild(ShortcutsDialog).table
    table.narrow("HOAN tac thay doi")
    shown = [row for row in range(table.rowCount()) if not table.isRowHidden(row)]
    assert [table.item(row, 1).text() for row in shown] == ["Hoàn tác"]


def test_that_the_command_palette_the_find_bar_and_the_concordance_speak_vietnamese(
    window, press, left_over
) -> None:
    for command in ("window.palette", "find.open", "find.concordance"):
        if command in {each.id for each in window.commands.commands()}:
            window.commands[command].trigger()
            assert [left_over(shown) for shown in QApplication.topLevelWidgets() if shown.isVisible()] == [
                [] for shown in QApplication.topLevelWidgets() if shown.isVisible()
            ]


def test_that_applying_to_all_speaks_vietnamese(window, press, left_over) -> None:
    place = next(span for span in window.sheet.report.view if span.label == "LOC")
    window.sheet.set_current(place.id)
    press(window, "1")
    window.sheet.set_current(place.id)
    window.commands["span.apply_to_all"].trigger()
    dialog = window.findChild(ApplyDialog)
    assert "Người" in dialog.findChild(QLabel).text()
    assert left_over(dialog) == []
    assert _too_narrow(dialog) == []
    dialog.close()


def test_that_the_question_about_candidates_left_speaks_vietnamese(window, left_over) -> None:
    asked: list[list[str]] = []

    def answer() -> None:
        box = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox))
        asked.append(left_over(box))
        box.reject()

    QTimer.singleShot(0, answer)
    window.commands["report.finish"].trigger()
    assert asked == [[]]


def test_that_a_file_dialog_of_ours_speaks_vietnamese(vietnamese, qtbot, left_over, tmp_path) -> None:
    dialog = QFileDialog(None, "Dự án mới", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    assert left_over(dialog) == []


def test_that_what_was_done_and_refused_is_said_in_vietnamese(window, press) -> None:
    press(window, "Delete", "Ctrl+Z")
    assert window.status.notice.text() == "đã hoàn tác: đã bỏ"
    for _ in range(60):
        press(window, "[")
    window.sheet.set_current(None)
    press(window, "Enter")
    assert window.status.notice.text() == "! chưa có đoạn hiện tại; nhấn Tab để đến ứng viên kế tiếp"


def test_that_the_menu_of_a_text_field_speaks_vietnamese(window, left_over) -> None:
    menu = window.library.filter.createStandardContextMenu()
    assert left_over(menu) == []


def test_that_english_on_the_window_would_be_noticed(window, left_over) -> None:
    label = QLabel("12 candidates left", window)
    label.show()
    assert left_over(window) == ["12 candidates left"]


def _too_narrow(widget: QWidget) -> list[str]:
    """Return the texts of the buttons in view that are cut off; chips have less room around their codes."""
    buttons = [
        each
        for each in widget.findChildren(QAbstractButton)
        if each.isVisible() and each.objectName() != "chip"
    ]
    return [each.text() for each in buttons if each.width() < each.minimumSizeHint().width()]


def _with_parts(widget: QWidget) -> list[QWidget]:
    return [widget, *widget.findChildren(QWidget)]


def _texts(part: QWidget) -> list[str]:
    """Return every text of one widget that is seen or read aloud."""
    found = [part.windowTitle(), part.toolTip(), part.statusTip(), part.accessibleName()]
    if isinstance(part, (QLabel, QAbstractButton)):
        found += [re.sub(r"<[^>]+>", "", line) for line in part.text().split("<br>")]
    if isinstance(part, (QLineEdit, QPlainTextEdit)):
        found.append(part.placeholderText())
    if isinstance(part, QAbstractSpinBox) and not isinstance(part, QToolButton):
        found.append(part.text())
    if isinstance(part, QComboBox):
        found += [part.itemText(row) for row in range(part.count())]
    if isinstance(part, QTabBar):
        found += [part.tabText(tab) for tab in range(part.count())]
    if isinstance(part, QAbstractItemView) and part.model() is not None:
        found += _cells(part.model(), part.horizontalHeader().count() if isinstance(part, QTableView) else 1)
    for action in part.actions():
        found += [action.text(), action.toolTip().partition(" (")[0], action.statusTip()]
    return [text for text in found if text]


def _cells(model: QAbstractItemModel, columns: int) -> list[str]:
    """Return the titles and the first rows of a list, blocks of a cell apart."""
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(columns)]
    cells = [
        model.index(row, column).data(role)
        for row in range(min(300, model.rowCount()))
        for column in range(columns)
        for role in roles
    ]
    texts = [text for text in (*heads, *cells) if isinstance(text, str)]
    return [part for text in texts for part in (text, *text.split(" · "))]
