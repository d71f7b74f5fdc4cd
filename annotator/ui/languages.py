"""Languages: which one the window speaks, that of the system unless the user has chosen another."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from annotator.resources import resource_path
from annotator.ui.settings import Settings

SYSTEM = "system"
LANGUAGES = {SYSTEM: "", "en": "English", "vi": "Tiếng Việt"}
"""Codes of the languages with what their speakers call them; the system's is named by the window."""

_CATALOGUES = ("qt_vi.qm", "annotator_vi.qm")
"""What Qt's own buttons and menus say, of which it brings no Vietnamese, and what the window says."""


def chosen_language(settings: Settings) -> str:
    """Return the code of the language the user has chosen; that of the system unless it is one we speak."""
    kept = settings.text("language", SYSTEM)
    return kept if kept in LANGUAGES else SYSTEM


def is_vietnamese() -> bool:
    """Tell whether the window speaks Vietnamese."""
    return QLocale().language() == QLocale.Language.Vietnamese


def use_language(settings: Settings) -> None:
    """Make the chosen language that of every window made from now on; the program must be there already."""
    code = chosen_language(settings)
    QLocale.setDefault(QLocale.system() if code == SYSTEM else QLocale(code))
    _translate(_CATALOGUES if is_vietnamese() else ())


def _translate(catalogues: tuple[str, ...]) -> None:
    """Put translations in the place of those there are; English is what the sources hold."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("a language needs the program it is for")
    for held in _installed:
        app.removeTranslator(held)
        held.deleteLater()
    _installed.clear()
    for name in catalogues:
        made = QTranslator(app)
        if made.load(str(resource_path("i18n", name))):
            app.installTranslator(made)
        _installed.append(made)


_installed: list[QTranslator] = []
