"""How the window looks and is laid out, remembered between runs: theme, zoom, codes, sizes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter

from annotator.ui.fonts import set_text_scale
from annotator.ui.front import ThemeName, remembered_theme
from annotator.ui.reading.page import Page
from annotator.ui.settings import Settings
from annotator.ui.theme import Theme, apply, load_theme

_STEP = 10
TEXT_SIZE = "window/text_size"
"""Under which name the size of the window's text is remembered, in percent."""
SMALLEST, LARGEST = 50, 200
"""Size of the page's text in percent."""

NARROWEST, WIDEST = 50, 110
"""Width of a line in letters."""


class Appearance(QObject):
    """Applies what was remembered and remembers what is chosen."""

    theme_changed = Signal(object)

    def __init__(self, app: QApplication, page: Page, settings: Settings) -> None:
        super().__init__(page)
        self._app = app
        self.page = page
        self._followers: list[Page] = []
        self._settings = settings
        set_text_scale(settings.number(TEXT_SIZE, 100))
        self.theme: Theme = load_theme(remembered_theme(app, settings))
        page.zoom = min(LARGEST, max(SMALLEST, settings.number("page/zoom", 100)))
        page.line_width = min(WIDEST, max(NARROWEST, settings.number("page/line_width", page.line_width)))
        page.show_chips = settings.flag("page/chips")
        page.show_relations = settings.flag("page/relations")
        page.show_rejected = settings.flag("page/rejected")
        page.zoomed.connect(self.zoom)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the view's commands by id."""
        return {
            "view.relations": self.toggle_relations,
            "view.rejected": self.toggle_rejected,
            "view.chips": lambda: self.show_chips(not self.page.show_chips),
            "view.zoom_in": lambda: self.zoom(self.page.zoom + _STEP),
            "view.zoom_out": lambda: self.zoom(self.page.zoom - _STEP),
            "view.zoom_reset": lambda: self.zoom(100),
            "view.theme_light": lambda: self.use("light"),
            "view.theme_dark": lambda: self.use("dark"),
            "view.theme_contrast": lambda: self.use("contrast"),
        }

    def use(self, name: ThemeName) -> None:
        """Use a theme from now on."""
        self.theme = load_theme(name)
        self._settings.remember("theme", name)
        apply(self._app, self.theme)
        for page in (self.page, *self._followers):
            page.set_theme(self.theme)
        self.theme_changed.emit(self.theme)

    def begin(self) -> None:
        """Use the remembered theme."""
        self.use(remembered_theme(self._app, self._settings))

    def follow(self, page: Page) -> None:
        """Let another page look as the first one does, from now on."""
        self._followers.append(page)
        page.zoomed.connect(self.zoom)
        page.set_theme(self.theme)
        self._tell()

    def zoom(self, percent: int) -> None:
        """Set the size of the page's text, 50 to 200 %."""
        self.page.zoom = min(LARGEST, max(SMALLEST, percent))
        self._tell()
        self._settings.remember("page/zoom", self.page.zoom)

    def set_line_width(self, letters: int) -> None:
        """Set how long a line of the page is, 50 to 110 letters."""
        self.page.line_width = min(WIDEST, max(NARROWEST, letters))
        self._tell()
        self._settings.remember("page/line_width", self.page.line_width)

    def toggle_relations(self) -> None:
        """Draw the links of the current span, or no longer."""
        self.page.show_relations = not self.page.show_relations
        self._tell()
        self._settings.remember("page/relations", self.page.show_relations)

    def toggle_rejected(self) -> None:
        """Show rejected spans struck through, or no longer."""
        self.page.show_rejected = not self.page.show_rejected
        self._settings.remember("page/rejected", self.page.show_rejected)

    def show_chips(self, shown: bool) -> None:
        """Show or hide label codes at spans."""
        self.page.show_chips = shown
        self._tell()
        self._settings.remember("page/chips", shown)

    def keep_layout(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> None:
        """Remember where the window is and how its parts share it."""
        self._settings.remember("window/geometry", window.saveGeometry())
        for name, splitter in splitters.items():
            self._settings.remember(f"window/{name}", splitter.saveState())
        self._settings.flush()

    def restore_sizes(self, splitters: dict[str, QSplitter]) -> None:
        """Let the parts share the window as they did; what is not remembered stays as it is."""
        for name, splitter in splitters.items():
            splitter.restoreState(self._settings.state(f"window/{name}"))

    def _tell(self) -> None:
        """Let the pages that follow the first one look like it."""
        first = self.page
        for page in self._followers:
            page.zoom, page.line_width = first.zoom, first.line_width
            page.show_chips, page.show_relations = first.show_chips, first.show_relations
