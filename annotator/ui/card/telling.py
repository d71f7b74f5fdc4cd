"""What the card says of a span, as lines of rich text; text of the report is escaped."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from annotator.domain.relations import MEASURES
from annotator.domain.spans import Span
from annotator.ui.card.fields import grouped
from annotator.ui.reading.sheet import edit_title
from annotator.ui.titles import label_title, title_of, value_title
from annotator.workspace.reading import OpenReport
from annotator.workspace.remembering import recollection

_MOST_LINES = 6


def reading_line(span: Span) -> str:
    """Return a figure's value as a reader writes it: `6 – 7`, `18 / 24`, with unit and per."""
    given = span.attributes
    if "value" not in given:
        return ""
    number = grouped(given["value"])
    if "value_max" in given:
        number += f" – {grouped(given['value_max'])}"
    if "total" in given:
        number += f" / {grouped(given['total'])}"
    unit = given.get("unit", "")
    per = given.get("per", "")
    return " ".join(part for part in (number, f"{unit}/{per}" if per else unit) if part)


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


def same_indicator(report: OpenReport, span: Span) -> list[str]:
    """Return the other figures that measure what this one measures."""
    lines = []
    for relation in report.view.relations_from(span.id):
        if relation.label == MEASURES:
            for other in report.view.relations_to(relation.target):
                figure = report.view.get(other.source)
                if figure is not None and figure.id != span.id and other.label == MEASURES:
                    facts = [
                        value_title(report.project.schema, name, figure.attributes.get(name, ""))
                        for name in ("direction", "basis", "status")
                    ]
                    said = ", ".join(filter(None, facts))
                    lines.append(
                        f"{_link(report, figure)} {escape(reading_line(figure))} {escape(said)}".strip()
                    )
    return lines[:_MOST_LINES]


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
        lines.append(f"{escape(action)} · {escape(entry.author)} · {_when(entry.at)}")
    return lines[:_MOST_LINES]


def _when(at: str) -> str:
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def _link(report: OpenReport, span: Span) -> str:
    text = report.report.text[span.start : span.end]
    return f'<a href="{escape(span.id)}">{escape(text)}</a>'
