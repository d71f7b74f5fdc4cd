"""What bundling, merging and assigning say in English, for `refusals` to say in the window's language."""

from __future__ import annotations

from annotator.ui.translating import QT_TRANSLATE_NOOP

TEAM_SENTENCES = (
    QT_TRANSLATE_NOOP("Refusals", "%1: %2 was not taken: %3"),
    QT_TRANSLATE_NOOP(
        "Refusals", "%1: %2 is no report of this project, nor nearly one; add it, then merge again"
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1: %2: %3 of %4 at %5 to %6 there has no sure place"),
    QT_TRANSLATE_NOOP("Refusals", "%1: %2: %3 resolutions were made on another text; settle them again"),
    QT_TRANSLATE_NOOP("Refusals", "%1: %2: %3 candidates have no sure place and were left out"),
    QT_TRANSLATE_NOOP("Refusals", "%1: %2 is taken for %3 of this project: %4 of 100 words are the same"),
    QT_TRANSLATE_NOOP("Refusals", "%1: %2: %3 known entries say something else; those of this project stay"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is a reviewer now, as %2 has it"),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1: %2 did %3 at %4 where another device of theirs had decided otherwise;"
        " %5 spans stay as that one left them",
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1 is neither a bundle nor a project; choose another file"),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1 was made by a newer annotator (form %2, this one knows %3);"
        " update the program and merge it again",
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1 is cut off or was changed since it was made; ask for it once more"),
    QT_TRANSLATE_NOOP(
        "Refusals", "%1 was made by another schema than this project; merge it into one of its own"
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1 is this very project; choose a colleague's file"),
    QT_TRANSLATE_NOOP("Refusals", "merging was stopped; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "bundling was stopped; nothing was written"),
    QT_TRANSLATE_NOOP("Refusals", "the project has no person %1; see annotator authors"),
    QT_TRANSLATE_NOOP("Refusals", "the project has no person %1; add them first"),
    QT_TRANSLATE_NOOP("Refusals", "%1 analysts cannot give %2 to a report; name more, or ask for fewer"),
    QT_TRANSLATE_NOOP(
        "Refusals", "this project hides who has which report; let a reviewer assign it, or show them"
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1 has no work in this project yet; nothing was written"),
    QT_TRANSLATE_NOOP("Refusals", "a span lies outside its text"),
    QT_TRANSLATE_NOOP("Refusals", "a resolution lies outside its text"),
    QT_TRANSLATE_NOOP("Refusals", "its text is not the one its work was done on"),
    QT_TRANSLATE_NOOP("Refusals", "it cannot be read"),
    QT_TRANSLATE_NOOP("Refusals", "two of its entries have the same id"),
    QT_TRANSLATE_NOOP("Refusals", "it holds work of somebody it does not name"),
    QT_TRANSLATE_NOOP("Refusals", "it holds work in the set of another than its author"),
    QT_TRANSLATE_NOOP("Refusals", "it holds resolutions by another than its author"),
    QT_TRANSLATE_NOOP("Refusals", "it holds spans of a label that this project's schema does not have"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is a %2 there and a %3 here"),
)
