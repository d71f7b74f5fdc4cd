"""Titles: what labels, values and states of spans are called in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.domain.schema import AttributeRule, Label, RelationRule, Schema
from annotator.domain.spans import State
from annotator.ui.languages import is_vietnamese
from annotator.ui.translating import QT_TRANSLATE_NOOP

STATES = {
    State.CANDIDATE: QT_TRANSLATE_NOOP("Page", "candidate"),
    State.SUPPRESSED: QT_TRANSLATE_NOOP("Page", "suppressed candidate"),
    State.ACCEPTED: QT_TRANSLATE_NOOP("Page", "accepted"),
    State.CORRECTED: QT_TRANSLATE_NOOP("Page", "corrected"),
    State.DRAWN: QT_TRANSLATE_NOOP("Page", "drawn"),
    State.IMPORTED: QT_TRANSLATE_NOOP("Page", "imported"),
    State.REJECTED: QT_TRANSLATE_NOOP("Page", "rejected"),
    State.NOT_SHOWN: QT_TRANSLATE_NOOP("Page", "not shown"),
}


def state_title(state: State) -> str:
    """Return what a state of a span is called."""
    return QCoreApplication.translate("Page", STATES[state])


def title_of(rule: Label | AttributeRule | RelationRule) -> str:
    """Return what a label, an attribute or a relation is called, its name where the schema has no title."""
    return (rule.title_vi if is_vietnamese() else rule.title) or rule.name


def code_of(label: Label) -> str:
    """Return the short code drawn at spans of a label."""
    return (is_vietnamese() and label.code_vi) or label.code


def guideline_of(label: Label) -> str:
    """Return what is to be marked with a label, as Markdown; empty where its schema does not say."""
    return (is_vietnamese() and label.guideline_vi) or label.guideline


def label_title(schema: Schema, name: str) -> str:
    """Return what a label is called; the name itself when the schema has no such label."""
    label = schema.by_name.get(name)
    return name if label is None else title_of(label)


def attribute_title(schema: Schema, name: str) -> str:
    """Return what an attribute is called; the name itself when the schema has no such attribute."""
    return next((title_of(rule) for rule in schema.attributes if rule.name == name), name.replace("_", " "))


def value_title(schema: Schema, name: str, value: str) -> str:
    """Return what a value of an attribute is called; the value itself when it needs no words."""
    rule = next((rule for rule in schema.attributes if rule.name == name), None)
    return value if rule is None else choice_title(rule, value)


def choice_title(rule: AttributeRule, value: str) -> str:
    """Return what a value is called under its rule."""
    if rule.kind != "choice":
        return value
    return (is_vietnamese() and (rule.value_titles_vi or {}).get(value)) or value.replace("_", " ")
