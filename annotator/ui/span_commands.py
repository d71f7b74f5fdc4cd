"""The commands that answer, move and link the current span."""

from __future__ import annotations

from annotator.ui.command import page_command
from annotator.ui.translating import QT_TRANSLATE_NOOP

SPAN_COMMANDS = (
    page_command(
        "go.left_out_before",
        "go",
        QT_TRANSLATE_NOOP("Commands", "Last place left out"),
        ("L", "Alt+Shift+L"),
        QT_TRANSLATE_NOOP("Commands", "Select the last number or name before here that no span covers"),
        writes=False,
    ),
    page_command(
        "go.left_out_behind",
        "go",
        QT_TRANSLATE_NOOP("Commands", "Next place left out"),
        ("Shift+L", "Ctrl+Shift+L"),
        QT_TRANSLATE_NOOP("Commands", "Select the next number or name behind here that no span covers"),
        writes=False,
    ),
    page_command(
        "go.word",
        "go",
        QT_TRANSLATE_NOOP("Commands", "Select words by letters"),
        ("F", "Alt+Shift+F"),
        QT_TRANSLATE_NOOP(
            "Commands", "Show letters over the words in view; type those of the first and last word"
        ),
        writes=False,
    ),
    page_command(
        "span.accept",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Accept and go on"),
        ("Return", "Alt+Return"),
        QT_TRANSLATE_NOOP("Commands", "Accept the current candidate and go to the next"),
    ),
    page_command(
        "span.reject",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Reject and go on"),
        ("Delete", "Alt+Delete"),
        QT_TRANSLATE_NOOP("Commands", "Reject the current span and go to the next candidate"),
    ),
    page_command(
        "span.accept_sentence",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Accept the rest of the sentence"),
        ("Shift+A", "Alt+Shift+A"),
        QT_TRANSLATE_NOOP("Commands", "Accept the candidates from here to the end of the sentence"),
    ),
    page_command(
        "span.accept_paragraph",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Accept the rest of the paragraph"),
        ("A", "Alt+A"),
        QT_TRANSLATE_NOOP("Commands", "Accept the candidates from here to the end of the paragraph"),
    ),
    page_command(
        "span.accept_report",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Accept the rest of the report…"),
        ("Ctrl+Shift+A",),
        QT_TRANSLATE_NOOP("Commands", "Accept all candidates left, or those above a score; asks first"),
    ),
    page_command(
        "span.accept_group",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Accept the whole statement"),
        ("T", "Alt+Shift+T"),
        QT_TRANSLATE_NOOP(
            "Commands", "Accept a figure with its indicator, the other figures of it and their dates"
        ),
    ),
    page_command(
        "span.repeat",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Repeat the last decision"),
        (".", "Alt+."),
        QT_TRANSLATE_NOOP(
            "Commands", "Give the current span or the selection what was last given, or reject it"
        ),
    ),
    page_command(
        "span.apply_to_all",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Apply to all…"),
        ("G", "Alt+G"),
        QT_TRANSLATE_NOOP("Commands", "Do to other places of these words what was done to the current span"),
    ),
    page_command(
        "span.start_left",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Start one syllable left"),
        ("[", "Alt+["),
        QT_TRANSLATE_NOOP("Commands", "Move the start of the current span one syllable to the left"),
    ),
    page_command(
        "span.start_right",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Start one syllable right"),
        ("]", "Alt+]"),
        QT_TRANSLATE_NOOP("Commands", "Move the start of the current span one syllable to the right"),
    ),
    page_command(
        "span.end_left",
        "span",
        QT_TRANSLATE_NOOP("Commands", "End one syllable left"),
        ("{", "Alt+{"),
        QT_TRANSLATE_NOOP("Commands", "Move the end of the current span one syllable to the left"),
    ),
    page_command(
        "span.end_right",
        "span",
        QT_TRANSLATE_NOOP("Commands", "End one syllable right"),
        ("}", "Alt+}"),
        QT_TRANSLATE_NOOP("Commands", "Move the end of the current span one syllable to the right"),
    ),
    page_command(
        "span.start_left_char",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Start one character left"),
        ("Ctrl+[",),
        QT_TRANSLATE_NOOP("Commands", "Move the start of the current span one character to the left"),
    ),
    page_command(
        "span.start_right_char",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Start one character right"),
        ("Ctrl+]",),
        QT_TRANSLATE_NOOP("Commands", "Move the start of the current span one character to the right"),
    ),
    page_command(
        "span.end_left_char",
        "span",
        QT_TRANSLATE_NOOP("Commands", "End one character left"),
        ("Ctrl+{",),
        QT_TRANSLATE_NOOP("Commands", "Move the end of the current span one character to the left"),
    ),
    page_command(
        "span.end_right_char",
        "span",
        QT_TRANSLATE_NOOP("Commands", "End one character right"),
        ("Ctrl+}",),
        QT_TRANSLATE_NOOP("Commands", "Move the end of the current span one character to the right"),
    ),
    page_command(
        "span.split",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Split at the caret"),
        ("S", "Alt+S"),
        QT_TRANSLATE_NOOP("Commands", "Split the current span in two where the caret is"),
    ),
    page_command(
        "span.join",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Join with the next"),
        ("J", "Alt+J"),
        QT_TRANSLATE_NOOP("Commands", "Join the current span with the next one of its layer"),
    ),
    page_command(
        "span.link_indicator",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Link to an indicator"),
        ("I", "Alt+I"),
        QT_TRANSLATE_NOOP("Commands", "Choose with Tab what the current figure measures, Enter takes it"),
    ),
    page_command(
        "span.name_indicator",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Name what it measures"),
        ("M", "Alt+M"),
        QT_TRANSLATE_NOOP(
            "Commands", "Propose words as the indicator of the current figure, Enter takes them"
        ),
    ),
    page_command(
        "span.link_other",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Link to another span"),
        ("R", "Alt+R"),
        QT_TRANSLATE_NOOP("Commands", "Choose with Tab the date of a figure or a position of a person"),
    ),
    page_command(
        "span.value",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Edit the value"),
        ("V", "Alt+V"),
        QT_TRANSLATE_NOOP("Commands", "Put the cursor into the value in the span card"),
    ),
    page_command(
        "span.as_thousands",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Read as thousands"),
        ("K", "Alt+K"),
        QT_TRANSLATE_NOOP("Commands", "Of two readings of the number take the larger one: 2.350 is 2350"),
    ),
    page_command(
        "span.as_decimal",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Read as decimal"),
        ("P", "Alt+Shift+P"),
        QT_TRANSLATE_NOOP("Commands", "Of two readings of the number take the smaller one: 2.350 is 2,35"),
    ),
    page_command(
        "span.note",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Write a note"),
        ("N", "Alt+N"),
        QT_TRANSLATE_NOOP("Commands", "Put the cursor into the note in the span card"),
    ),
    page_command(
        "span.flag",
        "span",
        QT_TRANSLATE_NOOP("Commands", "Flag as disputed"),
        ("?", "Alt+?"),
        QT_TRANSLATE_NOOP("Commands", "Mark the current span for a reviewer, or take the mark away"),
    ),
)
