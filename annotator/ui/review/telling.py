"""What the review view says of disputes, versions and answers, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from annotator.domain.disputes import Answer, Dispute, DisputeKind, Line, Link, Resolution, Statement, Version
from annotator.domain.schema import Schema
from annotator.ui.moments import said_when
from annotator.ui.numbers import grouped, reading_line
from annotator.ui.titles import attribute_title, label_title, title_of, value_title
from annotator.ui.translating import QT_TRANSLATE_NOOP

KINDS = {
    DisputeKind.VALUE: QT_TRANSLATE_NOOP("Review", "value"),
    DisputeKind.UNIT: QT_TRANSLATE_NOOP("Review", "unit"),
    DisputeKind.LABEL: QT_TRANSLATE_NOOP("Review", "label"),
    DisputeKind.MISSING: QT_TRANSLATE_NOOP("Review", "missing"),
    DisputeKind.SPURIOUS: QT_TRANSLATE_NOOP("Review", "extra"),
    DisputeKind.RELATION: QT_TRANSLATE_NOOP("Review", "link"),
    DisputeKind.BOUNDARY: QT_TRANSLATE_NOOP("Review", "border"),
    DisputeKind.ATTRIBUTE: QT_TRANSLATE_NOOP("Review", "attribute"),
    DisputeKind.DOUBT: QT_TRANSLATE_NOOP("Review", "doubt"),
}
RULES = {
    "whitespace": QT_TRANSLATE_NOOP("Review", "white space stays outside"),
    "punctuation": QT_TRANSLATE_NOOP("Review", "punctuation stays outside"),
    "qualifier": QT_TRANSLATE_NOOP(
        "Review", "qualifiers, direction verbs and status words stay outside a figure"
    ),
    "unit": QT_TRANSLATE_NOOP("Review", "the scale word and the unit belong to the figure"),
    "honorific": QT_TRANSLATE_NOOP("Review", "forms of address and honours stay outside a person's name"),
    "preposition": QT_TRANSLATE_NOOP("Review", "prepositions stay outside a date"),
    "type_word": QT_TRANSLATE_NOOP("Review", "the level word belongs to the place when it is there"),
    "term": QT_TRANSLATE_NOOP("Review", "the term stays outside the name"),
}
ANSWERS = {
    Answer.TAKE: QT_TRANSLATE_NOOP("Review", "took the version of %1"),
    Answer.OWN: QT_TRANSLATE_NOOP("Review", "wrote a version of their own"),
    Answer.NONE: QT_TRANSLATE_NOOP("Review", "none is right"),
    Answer.COMMENT: QT_TRANSLATE_NOOP("Review", "commented"),
    Answer.REOPEN: QT_TRANSLATE_NOOP("Review", "opened it again"),
    Answer.GOLD: QT_TRANSLATE_NOOP("Review", "made the report gold"),
}
NOTHING = QT_TRANSLATE_NOOP("Review", "nothing is marked here")
NO_LINK = QT_TRANSLATE_NOOP("Review", "no link")
_READ = ("value", "value_max", "total", "unit", "per")
"""Attributes that a figure's reading shows already."""


def told(text: str) -> str:
    """Return one of the view's words in the language of the window."""
    return QCoreApplication.translate("Review", text)


def kind_title(kind: DisputeKind) -> str:
    """Return what a kind of dispute is called."""
    return told(KINDS[kind])


def rule_title(rule: str) -> str:
    """Return what a boundary rule says; its name where it is not one of ours."""
    return told(RULES[rule]) if rule in RULES else rule


def sides(line: Line) -> str:
    """Say who differs: `an, chi ≠ binh`; one side alone is somebody in doubt."""
    return " ≠ ".join(", ".join(names) for names in line.authors if names)


def version_lines(dispute: Dispute, version: Version, text: str, schema: Schema) -> str:
    """Return what a version says as rich text, what not all versions say in bold."""
    if not version.statements:
        return f"<b>{escape(told(NOTHING))}</b>"
    return "<br>".join(
        _statement(dispute, number, said, text, schema) for number, said in enumerate(version.statements)
    )


def _statement(dispute: Dispute, number: int, said: Statement, text: str, schema: Schema) -> str:
    others = [v.statements[number] if number < len(v.statements) else None for v in dispute.versions]

    def strong(part: str, same: Iterable[object], own: object) -> str:
        return f"<b>{escape(part)}</b>" if any(each != own for each in same) else escape(part)

    there = [each for each in others if each is not None]
    borders = strong(
        _quoted(text[said.start : said.end]), ((o.start, o.end) for o in there), (said.start, said.end)
    )
    parts = [strong(label_title(schema, said.label), (o.label for o in there), said.label), borders]
    given = dict(said.attributes)
    reading = reading_line(given)
    if reading:
        held = [[dict(o.attributes).get(name) for name in _READ] for o in there]
        parts.append(strong(reading, held, [given.get(name) for name in _READ]))
    # A value that others have and this version has not is a difference as well.
    names = dict.fromkeys(name for o in there for name, _ in o.attributes)
    for name in names:
        values = [dict(o.attributes).get(name, "") for o in there]
        value = given.get(name, "")
        differs = any(each != value for each in values)
        if (name in _READ and reading) or (not value and not differs):
            continue
        shown = f"{attribute_title(schema, name)}: {value_title(schema, name, grouped(value)) or '—'}"
        parts.append(strong(shown, values, value))
    lines = [" · ".join(parts)]
    for link in dict.fromkeys(link for o in there for link in o.links):
        held_by = [link in o.links for o in there]
        if link in said.links:
            lines.append(strong(link_line(link, text, schema), held_by, True))
    if not said.links and any(o.links for o in there):
        lines.append(f"<b>{escape(told(NO_LINK))}</b>")
    return "<br>".join(lines)


def link_line(link: Link, text: str, schema: Schema) -> str:
    """Say where a relation leads: `measures → total revenue`."""
    titles = {rule.name: title_of(rule) for rule in schema.relations}
    return f"{titles.get(link.label, link.label)} → {text[link.start : link.end]}".replace("\xa0", " ")


def share(dispute: Dispute, number: int) -> str:
    """Say that a version has the majority, and of how many: `majority 2/3`; empty for others."""
    persons = sum(len(version.authors) for version in dispute.versions)
    version = dispute.versions[number]
    if number == dispute.majority:
        said = told(QT_TRANSLATE_NOOP("Review", "majority %1/%2"))
        return said.replace("%1", str(len(version.authors))).replace("%2", str(persons))
    if version.score is not None:
        return QLocale().toString(version.score, "f", 2)
    return ""


def answer_line(row: Resolution) -> str:
    """Say who answered what and when, with the reason."""
    said = told(ANSWERS[row.answer]).replace("%1", ", ".join(row.ruling.authors))
    if row.ruling.rule:
        said = f"{said} ({rule_title(row.ruling.rule)})"
    line = f"{row.author}: {said} · {said_when(row.at)}"
    return " — ".join(filter(None, (line, row.reason)))


def comment_line(row: Resolution) -> str:
    """Say who commented what and when."""
    return f"{row.author} · {said_when(row.at)}: {row.comment}"


def _quoted(text: str) -> str:
    return f"“{text}”".replace("\xa0", " ").replace("\n", " ")
