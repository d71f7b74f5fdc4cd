"""What the card says of a span, as lines of rich text; text of the report is escaped."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from annotator.domain.spans import Span
from annotator.ui.moments import said_when
from annotator.ui.reading.sheet import edit_title
from annotator.ui.titles import label_title, title_of
from annotator.workspace.reading import OpenReport
from annotator.workspace.remembering import recollection

_MOST_LINES = 6


def nothing_line(report: OpenReport | None) -> str:
    """Return what to do while no span is current."""
    translate = QCoreApplication.translate
    if report is None:
        return translate("Card", "No report is open. Choose one in the library at the left.")
    if not len(report.view):
        return translate(
            "Card",
            "This report has no candidates yet. Ctrl+E finds them; "
            "or select text and press a label's key to add a span.",
        )
    if not report.view.counts.left:
        return translate(
            "Card",
            "Every candidate is decided. Ctrl+Enter finishes the report; "
            "select text and press a label's key to add a span.",
        )
    return translate(
        "Card",
        "No span is current. Tab goes to the next candidate; select text and press a label's key to add one.",
    )


def relation_lines(report: OpenReport, span: Span) -> list[str]:
    """Return one line a relation of the span, its other end a link."""
    titles = {rule.name: title_of(rule) for rule in report.project.schema.relations}
    lines = []
    for relation in report.relations_of(span.id):
        leaves = relation.source == span.id
        other = report.view.get(relation.target if leaves else relation.source)
        if other is not None:
            arrow = "→" if leaves else "←"
            lines.append(
                f"{escape(titles.get(relation.label, relation.label))} {arrow} {_link(report, other)}"
            )
    return lines[:_MOST_LINES]


def piece_lines(report: OpenReport, span: Span) -> list[str]:
    """Return the characters that gave each part of what was read, as far as it stands as it was read."""
    text, proposed = report.report.text, report.view.proposed(span.id)
    titles = {rule.name: title_of(rule) for rule in report.project.schema.attributes}
    lines = []
    for piece in span.evidence.pieces:
        name = piece.attribute
        is_kept = proposed is None or proposed.attributes.get(name) == span.attributes.get(name)
        if name in titles and is_kept:
            lines.append(f"{escape(text[piece.start : piece.end])} → {escape(titles[name])}")
    return lines


def evidence_line(span: Span) -> list[str]:
    """Return the rule, the lexicon entry and the score that proposed the span."""
    parts = [span.evidence.rule, span.evidence.entry, span.extractor]
    if span.score is not None:
        parts.append(QLocale().toString(span.score, "f", 2))
    said = " · ".join(escape(part) for part in parts if part)
    return [said] if said else []


def memory_lines(report: OpenReport, span: Span) -> list[str]:
    """Return what is remembered of the string of a candidate: what became of it, how often, and by whom."""
    proposed = report.view.proposed(span.id)
    held = None if proposed is None else recollection(report.project, report.report, proposed)
    if held is None:
        return []
    translate = QCoreApplication.translate
    said = (
        translate("Card", "rejected %1 times") if held.rejected else translate("Card", "corrected %1 times")
    ).replace("%1", str(held.times))
    people = ", ".join(f"{escape(author)} {times}" for author, times in sorted(held.by.items()))
    lines = [f"{said} · {people}"]
    first = None if proposed is None else proposed.evidence.recalled_from
    if first is not None:
        title = label_title(report.project.schema, first.label)
        was = translate("Card", "found as %1: %2").replace("%1", escape(title))
        lines.append(was.replace("%2", escape(report.report.text[first.start : first.end])))
    return lines


def history_lines(report: OpenReport, span: Span) -> list[str]:
    """Return who did what to the span and when, latest first."""
    said = {
        "undo": QCoreApplication.translate("Card", "undone: "),
        "redo": QCoreApplication.translate("Card", "redone: "),
    }
    lines = []
    for entry in reversed(report.history(span.id)):
        action = said.get(entry.action, "") + edit_title(entry.edit.label)
        lines.append(f"{escape(action)} · {escape(entry.author)} · {said_when(entry.at)}")
    return lines[:_MOST_LINES]


def _link(report: OpenReport, span: Span) -> str:
    text = report.report.text[span.start : span.end]
    return f'<a href="{escape(span.id)}">{escape(text)}</a>'
