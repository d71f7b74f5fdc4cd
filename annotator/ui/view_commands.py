"""The commands of the view menu: which view is shown, what the page shows, and how it looks."""

from __future__ import annotations

from annotator.ui.command import Command
from annotator.ui.translating import QT_TRANSLATE_NOOP

VIEW_COMMANDS = (
    Command(
        "view.annotate",
        "view",
        QT_TRANSLATE_NOOP("Commands", "Annotate"),
        ("Ctrl+1",),
        QT_TRANSLATE_NOOP("Commands", "Show the open report with its spans, to be corrected"),
    ),
    Command(
        "view.review",
        "view",
        QT_TRANSLATE_NOOP("Commands", "Review"),
        ("Ctrl+2",),
        QT_TRANSLATE_NOOP("Commands", "Show where those who finished the same reports differ, to settle it"),
    ),
    Command(
        "view.agreement",
        "view",
        QT_TRANSLATE_NOOP("Commands", "Agreement"),
        ("Ctrl+3",),
        QT_TRANSLATE_NOOP("Commands", "Show how far those who finished the same reports agree"),
    ),
    Command(
        "view.chips",
        "view",
        QT_TRANSLATE_NOOP("Commands", "Label codes at spans"),
        ("F8", "Ctrl+F8"),
        QT_TRANSLATE_NOOP("Commands", "Show or hide the short code of every span's label"),
    ),
    Command(
        "view.relations",
        "view",
        QT_TRANSLATE_NOOP("Commands", "Links of the current span"),
        ("F9", "Ctrl+F9"),
        QT_TRANSLATE_NOOP("Commands", "Draw or hide the links of the current span on the page"),
    ),
    Command(
        "view.rejected",
        "view",
        QT_TRANSLATE_NOOP("Commands", "Rejected spans"),
        ("F7", "Ctrl+F7"),
        QT_TRANSLATE_NOOP("Commands", "Show or hide what was rejected, struck through"),
    ),
    Command(
        "view.zoom_in",
        "view",
        QT_TRANSLATE_NOOP("Commands", "Larger text"),
        ("Ctrl++", "Ctrl+="),
        QT_TRANSLATE_NOOP("Commands", "Make the text of the page larger"),
    ),
    Command(
        "view.zoom_out",
        "view",
        QT_TRANSLATE_NOOP("Commands", "Smaller text"),
        ("Ctrl+-",),
        QT_TRANSLATE_NOOP("Commands", "Make the text of the page smaller"),
    ),
    Command(
        "view.zoom_reset",
        "view",
        QT_TRANSLATE_NOOP("Commands", "Normal text size"),
        ("Ctrl+0",),
        QT_TRANSLATE_NOOP("Commands", "Show the text of the page at its normal size"),
    ),
    Command(
        "view.theme_light",
        "view",
        QT_TRANSLATE_NOOP("Commands", "Light"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Use the light palette"),
    ),
    Command(
        "view.theme_dark",
        "view",
        QT_TRANSLATE_NOOP("Commands", "Dark"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Use the dark palette"),
    ),
    Command(
        "view.theme_contrast",
        "view",
        QT_TRANSLATE_NOOP("Commands", "High contrast"),
        (),
        QT_TRANSLATE_NOOP("Commands", "Use black on white, with shapes and codes"),
    ),
)
