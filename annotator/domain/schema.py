"""The schema of a project: its layers, labels, attributes, relations, keys and colours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.figures import parse_plain

KINDS = ("text", "decimal", "choice", "date", "duration")
"""What an attribute may hold."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label: its layer, the short codes drawn at spans, its key, its colours and its description.

    `guideline` is Markdown that says what is marked with it, `guideline_vi` the same in Vietnamese.
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


@dataclass(frozen=True, slots=True)
class AttributeRule:
    """One attribute: the labels that carry it and, for closed vocabularies, its values."""

    name: str
    labels: tuple[str, ...]
    kind: str
    values: tuple[str, ...] = ()
    title: str = ""
    title_vi: str = ""
    value_titles_vi: Mapping[str, str] | None = None

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
        return True

    @property
    def wanted(self) -> str:
        """Say in words what the attribute can hold."""
        return {
            "choice": f"one of {', '.join(self.values)}",
            "decimal": "a plain decimal such as 1500 or 6.43",
            "date": "a date such as 2023-10-19",
            "duration": "a duration such as P5Y",
        }.get(self.kind, "any text")


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

    def attributes_of(self, label: str) -> tuple[AttributeRule, ...]:
        """Return the attributes a label carries, in order."""
        return tuple(rule for rule in self.attributes if label in rule.labels)

    def relation_rules(self, source: str, target: str) -> tuple[RelationRule, ...]:
        """Return the relations that may lead from one label to another."""
        return tuple(rule for rule in self.relations if source in rule.sources and target in rule.targets)


def schema_from(data: Mapping[str, Any], toml: str) -> Schema:
    """Build a schema from parsed TOML; raise UserError `bad-schema` naming every problem at once."""
    problems: list[str] = []
    layers = {layer.get("name", "") for layer in data.get("layers", [])}
    labels = tuple(_label(entry, layers, problems) for entry in data.get("labels", []))
    names = {label.name for label in labels}
    attributes = tuple(_attribute(entry, names, problems) for entry in data.get("attributes", []))
    relations = tuple(_relation(entry, names, problems) for entry in data.get("relations", []))
    _check_unique("label", [label.name for label in labels], problems)
    _check_unique("key", [label.key for label in labels if label.key], problems)
    _check_unique("code", [label.code for label in labels], problems)
    _check_unique("code_vi", [label.code_vi for label in labels if label.code_vi], problems)
    _check_unique("attribute", [rule.name for rule in attributes], problems)
    if not labels:
        problems.append("it has no labels")
    if problems:
        raise UserError(
            "bad-schema", f"the schema cannot be used: {'; '.join(problems)}; mend the file and retry"
        )
    return Schema(str(data.get("name", "")), int(data.get("version", 1)), labels, attributes, relations, toml)


def _label(entry: Mapping[str, Any], layers: set[str], problems: list[str]) -> Label:
    name = _name("label", entry, problems)
    if entry.get("layer") not in layers:
        problems.append(f"label {name} names the unknown layer {entry.get('layer')!r}")
    return Label(
        name=name,
        layer=str(entry.get("layer", "")),
        code=str(entry.get("code", name[:3])),
        key=str(entry.get("key", "")),
        colour=str(entry.get("colour", "#555b63")),
        colour_dark=str(entry.get("colour_dark", entry.get("colour", "#aeb6c0"))),
        title=str(entry.get("title", name)),
        title_vi=str(entry.get("title_vi", name)),
        description=str(entry.get("description", "")),
        code_vi=str(entry.get("code_vi", "")),
        guideline=str(entry.get("guideline", "")).strip(),
        guideline_vi=str(entry.get("guideline_vi", "")).strip(),
    )


def _attribute(entry: Mapping[str, Any], names: set[str], problems: list[str]) -> AttributeRule:
    labels = tuple(str(label) for label in entry.get("labels", []))
    name = _name("attribute", entry, problems)
    values = tuple(str(value) for value in entry.get("values", []))
    kind = str(entry.get("kind", "text"))
    if kind not in KINDS:
        problems.append(f"attribute {name} is of the unknown kind {kind!r}")
    if kind == "choice" and not values:
        problems.append(f"attribute {name} is a choice without values")
    problems.extend(
        f"attribute {name} names the unknown label {label}" for label in labels if label not in names
    )
    return AttributeRule(
        name=name,
        labels=labels,
        kind=kind,
        values=values,
        title=str(entry.get("title", name)),
        title_vi=str(entry.get("title_vi", name)),
        value_titles_vi={str(k): str(v) for k, v in entry.get("value_titles_vi", {}).items()},
    )


def _relation(entry: Mapping[str, Any], names: set[str], problems: list[str]) -> RelationRule:
    name = _name("relation", entry, problems)
    ends = [tuple(str(label) for label in entry.get(side, [])) for side in ("sources", "targets")]
    problems.extend(
        f"relation {name} names the unknown label {label}"
        for side in ends
        for label in side
        if label not in names
    )
    return RelationRule(
        name=name,
        sources=ends[0],
        targets=ends[1],
        many=bool(entry.get("many", False)),
        title=str(entry.get("title", name)),
        title_vi=str(entry.get("title_vi", name)),
    )


def _name(what: str, entry: Mapping[str, Any], problems: list[str]) -> str:
    name = str(entry.get("name", ""))
    if not name.strip():
        problems.append(f"a {what} has no name")
    return name


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


def _check_unique(what: str, words: list[str], problems: list[str]) -> None:
    problems.extend(
        f"the {what} {word} stands twice" for word in sorted({w for w in words if words.count(w) > 1})
    )
