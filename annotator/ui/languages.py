"""Languages: which one the window speaks, that of the system unless the user has chosen another."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from annotator.ui.settings import Settings

SYSTEM = "system"
LANGUAGES = {SYSTEM: "", "en": "English", "vi": "Tiếng Việt"}
"""Codes of the languages with what their speakers call them; the system's is named by the window."""


def chosen_language(settings: Settings) -> str:
    """Return the code of the language the user has chosen; that of the system unless it is one we speak."""
    kept = settings.text("language", SYSTEM)
    return kept if kept in LANGUAGES else SYSTEM


def use_language(settings: Settings) -> None:
    """Make the chosen language that of every window made from now on."""
    code = chosen_language(settings)
    QLocale.setDefault(QLocale.system() if code == SYSTEM else QLocale(code))
