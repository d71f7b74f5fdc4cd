"""How the window looks and is laid out, remembered between runs: theme, zoom, codes, sizes."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter

from annotator.ui.reading.page import Page
from annotator.ui.settings import Settings
from annotator.ui.theme import Theme, ThemeName, apply, load_theme

_STEP = 10
_SMALLEST, _LARGEST = 50, 200


class Appearance(QObject):
    """Applies what was remembered and remembers what is chosen."""

    theme_changed = Signal(object)

    def __init__(self, app: QApplication, page: Page, settings: Settings) -> None:
        super().__init__(page)
        self._app = app
        self._page = page
        self._settings = settings
        self.theme: Theme = load_theme(self._remembered())
        page.zoom = min(_LARGEST, max(_SMALLEST, settings.number("page/zoom", 100)))
        page.show_chips = settings.flag("page/chips")

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the view's commands by id."""
        return {
            "view.chips": self.toggle_chips,
            "view.zoom_in": lambda: self.zoom(self._page.zoom + _STEP),
            "view.zoom_out": lambda: self.zoom(self._page.zoom - _STEP),
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
        self._page.set_theme(self.theme)
        self.theme_changed.emit(self.theme)

    def begin(self) -> None:
        """Use the remembered theme."""
        self.use(self._remembered())

    def zoom(self, percent: int) -> None:
        """Set the size of the page's text, 50 to 200 %."""
        self._page.zoom = min(_LARGEST, max(_SMALLEST, percent))
        self._settings.remember("page/zoom", self._page.zoom)

    def toggle_chips(self) -> None:
        """Show or hide label codes at spans."""
        self._page.show_chips = not self._page.show_chips
        self._settings.remember("page/chips", self._page.show_chips)

    def keep_layout(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> None:
        """Remember where the window is and how its parts share it."""
        self._settings.remember("window/geometry", window.saveGeometry())
        for name, splitter in splitters.items():
            self._settings.remember(f"window/{name}", splitter.saveState())
        self._settings.flush()

    def restore_layout(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> None:
        """Put the window where it was; what is not remembered stays as it is."""
        window.restoreGeometry(self._settings.state("window/geometry"))
        for name, splitter in splitters.items():
            splitter.restoreState(self._settings.state(f"window/{name}"))

    def _remembered(self) -> ThemeName:
        kept = self._settings.text("theme")
        for name in get_args(ThemeName):
            if name == kept:
                return name  # type: ignore[no-any-return]  # get_args loses the literal
        dark = self._app.palette().window().color().lightness() < 128
        return "dark" if dark else "light"
