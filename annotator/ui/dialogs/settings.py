"""The settings: keys, appearance, language and the author's name, all done as soon as they are chosen."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.actions import Actions
from annotator.ui.appearance import LARGEST, NARROWEST, SMALLEST, TEXT_SIZE, WIDEST, Appearance
from annotator.ui.backups.page import BackupsPage
from annotator.ui.dialogs.keys_page import KeysPage
from annotator.ui.fonts import LARGEST_SCALE, SMALLEST_SCALE, scaled
from annotator.ui.front import ThemeName
from annotator.ui.languages import LANGUAGES, chosen_language
from annotator.ui.projects import Projects
from annotator.ui.settings import Settings
from annotator.ui.sizes import number_field, open_at


class SettingsDialog(QDialog):
    """A list of pages and the page that is chosen."""

    def __init__(
        self,
        parent: QWidget,
        actions: Actions,
        appearance: Appearance,
        projects: Projects,
        settings: Settings,
    ) -> None:
        super().__init__(parent)
        self.keys = KeysPage(actions)
        self.looks = AppearancePage(appearance, settings)
        self.language = LanguagePage(settings)
        self.author = AuthorPage(projects, settings)
        self.backups = BackupsPage()
        self.setWindowTitle(self.tr("Settings"))
        open_at(self, 860, 600)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = QListWidget()
        self.pages.setObjectName("pages")
        self.pages.setFixedWidth(scaled(160))
        self.pages.setAccessibleName(self.tr("Pages of the settings"))
        self._shown = QStackedWidget()
        for title, page in (
            (self.tr("Keys"), self.keys),
            (self.tr("Appearance"), self.looks),
            (self.tr("Language"), self.language),
            (self.tr("Your name"), self.author),
            (self.tr("Backups"), self.backups),
        ):
            item = QListWidgetItem(title, self.pages)
            item.setSizeHint(QSize(0, scaled(36)))
            self._shown.addWidget(page)
        self.pages.currentRowChanged.connect(self._shown.setCurrentIndex)
        self.pages.setCurrentRow(0)
        self._lay_out()

    def _lay_out(self) -> None:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close)
        buttons.button(kinds.Close).setText(self.tr("Close"))
        buttons.button(kinds.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._shown, 1)
        column.addWidget(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pages)
        row.addLayout(column, 1)


class AppearancePage(QWidget):
    """Theme, sizes of the text, length of a line, codes at spans."""

    def __init__(self, appearance: Appearance, settings: Settings) -> None:
        super().__init__()
        self.theme = QComboBox()
        titles = {"light": self.tr("Light"), "dark": self.tr("Dark"), "contrast": self.tr("High contrast")}
        for name in get_args(ThemeName):
            self.theme.addItem(titles[name], name)
        self.theme.setCurrentIndex(self.theme.findData(appearance.theme.name))
        self.zoom = number_field(SMALLEST, LARGEST, 10, " %", appearance.page.zoom)
        held = settings.number(TEXT_SIZE, SMALLEST_SCALE)
        self.text_size = number_field(SMALLEST_SCALE, LARGEST_SCALE, 25, " %", held)
        letters = self.tr(" letters")
        self.line_width = number_field(NARROWEST, WIDEST, 2, letters, appearance.page.line_width)
        self.chips = QCheckBox(self.tr("Show the short code of every span's label"))
        self.chips.setChecked(appearance.page.show_chips)
        form = _form(self)
        form.addRow(self.tr("&Palette"), self.theme)
        form.addRow(self.tr("&Size of the report's text"), self.zoom)
        form.addRow(self.tr("Size of &everything else"), self.text_size)
        form.addRow("", _note(self.tr("Everything else changes when the program is started next.")))
        form.addRow(self.tr("&Length of a line"), self.line_width)
        form.addRow(self.chips)
        self.theme.currentIndexChanged.connect(lambda: appearance.use(self.theme.currentData()))
        self.zoom.valueChanged.connect(appearance.zoom)
        self.text_size.valueChanged.connect(lambda percent: settings.remember(TEXT_SIZE, percent))
        self.line_width.valueChanged.connect(appearance.set_line_width)
        self.chips.toggled.connect(appearance.show_chips)


class LanguagePage(QWidget):
    """The language of the window, from the next start on."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.language = QComboBox()
        for code, title in LANGUAGES.items():
            self.language.addItem(title or self.tr("As the system"), code)
        self.language.setCurrentIndex(self.language.findData(chosen_language(settings)))
        form = _form(self)
        form.addRow(self.tr("&Language"), self.language)
        form.addRow("", _note(self.tr("It changes when the program is started next.")))
        self.language.currentIndexChanged.connect(
            lambda: settings.remember("language", self.language.currentData())
        )


class AuthorPage(QWidget):
    """The name under which decisions are written."""

    def __init__(self, projects: Projects, settings: Settings) -> None:
        super().__init__()
        self._projects = projects
        held = projects.project
        self.name = QLineEdit(settings.text("author") or (held.author if held else ""))
        form = _form(self)
        form.addRow(self.tr("Your &name"), self.name)
        form.addRow(
            "",
            _note(
                self.tr("Decisions in projects you open from now on are written under it; earlier ones stay.")
            ),
        )
        self.name.editingFinished.connect(self._keep)

    def _keep(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self._projects.set_author(name)


def _form(page: QWidget) -> QFormLayout:
    form = QFormLayout(page)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(12)
    return form


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setObjectName("hint")
    return label
