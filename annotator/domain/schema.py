"""The schema of a project: its layers, labels, attributes, relations, keys and colours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from annotator.domain.errors import UserError
from annotator.domain.figures import parse_plain
from annotator.domain.renames import NO_RENAMES, Renames
from annotator.domain.strings import words_fault

KINDS = ("text", "decimal", "choice", "date", "duration")
"""What an attribute may hold."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label: its layer, the short codes drawn at spans, its key, its colours and its description.

    `guideline` is Markdown that says what is marked with it, `guideline_vi` the same in Vietnamese. A retired
    label stays on the spans that have it and is offered for no other. `formerly` are the names it had.
    """

    name: str
    layer: str
    code: str
    key: str
    colour: str
    colour_dark: str
    title: str
    title_vi: str
    description: str
    code_vi: str = ""
    guideline: str = ""
    guideline_vi: str = ""
    retired: bool = False
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AttributeRule:
    """One attribute: the labels that carry it and, for closed vocabularies, its values.

    Retired values stay where they are and are offered no more. `formerly` says what a value that had another
    name is called today.
    """

    name: str
    labels: tuple[str, ...]
    kind: str
    values: tuple[str, ...] = ()
    title: str = ""
    title_vi: str = ""
    value_titles_vi: Mapping[str, str] | None = None
    retired: tuple[str, ...] = ()
    formerly: Mapping[str, str] | None = None

    @property
    def offered(self) -> tuple[str, ...]:
        """Return the values that are offered, in order."""
        return tuple(value for value in self.values if value not in self.retired)

    def allows(self, value: str) -> bool:
        """Tell whether the attribute can hold a value, written as the annotation guidelines have it."""
        if self.kind == "choice":
            return value in self.values
        if self.kind == "date":
            return _is_date(value)
        if self.kind == "duration":
            return _DURATION.fullmatch(value) is not None
        if self.kind == "decimal":
            return _is_decimal(value)
        return not words_fault(value)

    @property
    def wanted(self) -> str:
        """Say in words what the attribute can hold."""
        return {
            "choice": f"one of {', '.join(self.offered)}",
            "decimal": "a plain decimal such as 1500 or 6.43",
            "date": "a date such as 2023-10-19",
            "duration": "a duration such as P5Y",
        }.get(self.kind, "text without control signs")


@dataclass(frozen=True, slots=True)
class RelationRule:
    """One relation: the labels it may leave and reach, and whether a source may have several."""

    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    many: bool
    title: str = ""
    title_vi: str = ""


@dataclass(frozen=True)
class Schema:
    """A whole schema, read from TOML and kept with the project as that text."""

    name: str
    version: int
    labels: tuple[Label, ...]
    attributes: tuple[AttributeRule, ...]
    relations: tuple[RelationRule, ...]
    toml: str

    @cached_property
    def by_name(self) -> Mapping[str, Label]:
        """Return the labels by name."""
        return {label.name: label for label in self.labels}

    @cached_property
    def offered(self) -> tuple[Label, ...]:
        """Return the labels that are offered for spans, in order: all but the retired ones."""
        return tuple(label for label in self.labels if not label.retired)

    @cached_property
    def renames(self) -> Renames:
        """Return what labels and values that had other names are called today."""
        labels = {former: label.name for label in self.labels for former in label.formerly}
        values = {
            (rule.name, former): value
            for rule in self.attributes
            for former, value in (rule.formerly or {}).items()
        }
        return Renames(labels, values) if labels or values else NO_RENAMES

    @cached_property
    def layers(self) -> tuple[str, ...]:
        """Return the layers in the order their first label stands."""
        return tuple(dict.fromkeys(label.layer for label in self.labels))

    def label(self, name: str) -> Label:
        """Return a label; raise UserError `unknown-label` when the schema has none of that name."""
        found = self.by_name.get(name)
        if found is None:
            raise UserError(
                "unknown-label", f"the schema {self.name} has no label {name}; check its spelling"
            )
        return found

    def offered_label(self, name: str) -> Label:
        """Return a label for a new span; raise UserError `unknown-label` or `retired-label`."""
        found = self.label(name)
        if found.retired:
            raise UserError("retired-label", f"the label {name} is retired; choose another label")
        return found

    def attributes_of(self, label: str) -> tuple[AttributeRule, ...]:
        """Return the attributes a label carries, in order."""
        return tuple(rule for rule in self.attributes if label in rule.labels)

    def relation_rules(self, source: str, target: str) -> tuple[RelationRule, ...]:
        """Return the relations that may lead from one label to another."""
        return tuple(rule for rule in self.relations if source in rule.sources and target in rule.targets)

    def allows(self, relation: str, source: str, target: str) -> bool:
        """Tell whether a relation may lead from one label to another."""
        return (relation, source, target) in self._allowed

    @cached_property
    def _allowed(self) -> frozenset[tuple[str, str, str]]:
        return frozenset(
            (rule.name, source, target)
            for rule in self.relations
            for source in rule.sources
            for target in rule.targets
        )


_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(T([01]\d|2[0-3]):[0-5]\d)?", re.ASCII)
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?", re.ASCII)


def _is_date(value: str) -> bool:
    found = _DATE.fullmatch(value)
    try:
        return found is not None and bool(date.fromisoformat(found[1]))
    except ValueError:
        return False


def _is_decimal(value: str) -> bool:
    try:
        parse_plain(value)
    except ValueError:
        return False
    return True
