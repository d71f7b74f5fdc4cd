"""Themes: the palettes of the window and its restrained style, read from resources."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from annotator.resources import read_text
from annotator.ui.colours import mixed, seen_on
from annotator.ui.fonts import scaled, window_font

if TYPE_CHECKING:
    from annotator.domain.schema import Schema
    from annotator.ui.front import ThemeName

STEP = 4
"""Every gap in the window is a multiple of this many pixels."""

RADIUS = 6
SMALLEST, SMALL, NORMAL, READING, LARGE = 11, 12, 13, 15, 18
"""Text sizes in pixels at 100 %."""

LINE_CONTRAST = 3.0
"""What underlines and outlines keep against the page."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One palette: the tokens of the window and the colour of every label, all as `#rrggbb`."""

    name: str
    window: str
    panel: str
    page: str
    ink: str
    muted: str
    line: str
    accent: str
    selection: str
    warning: str
    good: str
    dark: bool = False
    always_chips: bool = False
    tint_share: float = 0.13
    schema_colour: str = ""
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def colour(self, label: str) -> str:
        """Return the line colour of a label; an unknown label is drawn muted."""
        return self.labels.get(label, self.muted)

    def tint(self, label: str) -> str:
        """Return the label's colour laid thinly over the page, the ground of a decided span."""
        return mixed(self.colour(label), self.page, self.tint_share)

    def with_schema(self, schema: Schema) -> Theme:
        """Return this theme with the colours a schema gives its labels, moved where they are not seen."""
        if not self.schema_colour:
            return replace(self, labels={label.name: self.ink for label in schema.labels})
        chosen = {label.name: getattr(label, self.schema_colour) for label in schema.labels}
        seen = {name: seen_on(colour, self.page, LINE_CONTRAST) for name, colour in chosen.items()}
        return replace(self, labels=seen)


def load_theme(name: ThemeName) -> Theme:
    """Return a theme of `resources/themes`; raise UserError `missing-resource` when it is not there."""
    data = tomllib.loads(read_text("themes", f"{name}.toml"))
    return Theme(
        **data["tokens"],
        name=data["name"],
        dark=data["dark"],
        always_chips=data["always_chips"],
        tint_share=data["tint_share"],
        schema_colour=data["schema_colour"],
        labels=data["labels"],
    )


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole program a theme: Fusion, a palette, a font and the style of native widgets."""
    sheet = style_sheet(theme)
    # The sheet names the colours and the size of text; polishing every widget again takes a while.
    if app.styleSheet() == sheet:
        return
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(theme))
    app.setFont(window_font(NORMAL))
    app.setStyleSheet(sheet)


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, colour in {
        roles.Window: theme.window,
        roles.WindowText: theme.ink,
        roles.Base: theme.page,
        roles.AlternateBase: theme.panel,
        roles.Text: theme.ink,
        roles.Button: theme.panel,
        roles.ButtonText: theme.ink,
        roles.BrightText: theme.warning,
        roles.Highlight: theme.selection,
        roles.HighlightedText: theme.ink,
        roles.PlaceholderText: theme.muted,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.Accent: theme.accent,
        roles.ToolTipBase: theme.panel,
        roles.ToolTipText: theme.ink,
        roles.Mid: theme.line,
        roles.Midlight: theme.line,
        roles.Light: theme.panel,
        roles.Dark: theme.line,
        roles.Shadow: theme.line,
    }.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of native widgets with this theme's colours put in."""
    tokens = {
        "hover": mixed(theme.ink, theme.panel, 0.06),
        "pressed": mixed(theme.ink, theme.panel, 0.12),
        "handle": mixed(theme.ink, theme.panel, 0.24),
    }
    style = read_text("themes", "window.qss")
    # What is as high as its text, and nothing else, grows with the size of the window's text.
    style = re.sub(r"(?<=font-size: )(\d+)(?=px)", lambda found: str(scaled(int(found[1]))), style)
    return re.sub(r"@(\w+)", lambda found: tokens.get(found[1]) or str(getattr(theme, found[1])), style)
