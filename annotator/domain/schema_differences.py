"""Schema differences: what a revision comes to, change by change, as it is told to whoever makes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.domain.schema import AttributeRule, Label, Schema
from annotator.domain.schema_changes import Revision

SENTENCES = {
    "add": "new label %1",
    "rename": "label %1 is called %2",
    "merge": "label %1 becomes %2",
    "retire": "label %1 is retired: it stays on its spans and is offered for no others",
    "keep": "label %1 is not in the new schema; it stays as a retired one",
    "offer": "label %1 is offered again",
    "remove": "label %1 goes; no span ever had it",
    "recolour": "label %1 has other colours",
    "rekey": "label %1 has the key %2",
    "unkey": "label %1 has no key",
    "reword": "label %1 has another title, code or description",
    "guide": "label %1 has another guideline",
    "order": "the labels stand in another order",
    "value-add": "%3 has the new value %1",
    "value-rename": "the value %1 of %3 is called %2",
    "value-merge": "the value %1 of %3 becomes %2",
    "value-retire": "the value %1 of %3 is retired",
    "value-keep": "the value %1 of %3 is not in the new schema; it stays as a retired one",
    "value-offer": "the value %1 of %3 is offered again",
    "value-remove": "the value %1 of %3 goes; no span ever had it",
    "value-reword": "the value %1 of %3 has another title",
    "attribute-add": "new attribute %1",
    "attribute-remove": "attribute %1 goes; no span has it",
    "attribute-alter": "attribute %1 is carried by other labels, of another kind, or titled otherwise",
    "relation-add": "new relation %1",
    "relation-remove": "relation %1 goes; no link is one",
    "relation-alter": "relation %1 joins other labels, or is titled otherwise",
}
"""What is said of each kind of change: %1 is its name, %2 what it is called now, %3 its attribute."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: its kind, the name as it was (or is, where it is new), what it is now, its attribute."""

    kind: str
    name: str
    now: str = ""
    attribute: str = ""

    def __str__(self) -> str:
        """Say the change in one line."""
        said = SENTENCES[self.kind]
        for place, part in (("%1", self.name), ("%2", self.now), ("%3", self.attribute)):
            said = said.replace(place, part)
        return said


def differences(found: Revision) -> list[Difference]:
    """Return what a revision changes: labels first, then values, attributes and relations."""
    return [*_labels(found), *_values(found), *_rules(found)]


def _labels(found: Revision) -> Iterator[Difference]:
    reached = set()
    for label in found.before.labels:
        today = found.labels.get(label.name, label.name)
        if label.name in found.merged:
            yield Difference("merge", label.name, today)
            continue
        reached.add(today)
        now = found.after.by_name.get(today)
        if now is None:
            yield Difference("remove", label.name)
            continue
        if today != label.name:
            yield Difference("rename", label.name, today)
        if label.name in found.kept:
            yield Difference("keep", label.name)
        else:
            yield from _altered(label, now)
    yield from (Difference("add", label.name) for label in found.after.labels if label.name not in reached)
    order = [label.name for label in found.after.labels if label.name in reached]
    names = [found.labels.get(label.name, label.name) for label in found.before.labels]
    if not found.kept and order != [name for name in dict.fromkeys(names) if name in order]:
        yield Difference("order", "")


def _altered(label: Label, now: Label) -> Iterator[Difference]:
    if label.retired != now.retired:
        yield Difference("retire" if now.retired else "offer", now.name)
    if (label.colour, label.colour_dark) != (now.colour, now.colour_dark):
        yield Difference("recolour", now.name)
    if label.key != now.key:
        yield Difference("rekey" if now.key else "unkey", now.name, now.key)
    if _words(label) != _words(now):
        yield Difference("reword", now.name)
    if (label.guideline, label.guideline_vi) != (now.guideline, now.guideline_vi):
        yield Difference("guide", now.name)


def _words(label: Label) -> tuple[str, ...]:
    return (label.title, label.title_vi, label.code, label.code_vi, label.description)


def _values(found: Revision) -> Iterator[Difference]:
    rules = {rule.name: rule for rule in found.after.attributes}
    for rule in found.before.attributes:
        if rule.kind == "choice" and rule.name in rules:
            yield from _values_of(found, rule, rules[rule.name])


def _values_of(found: Revision, rule: AttributeRule, now: AttributeRule) -> Iterator[Difference]:
    reached = set()
    for value in rule.values:
        today = found.values.get((rule.name, value), value)
        reached.add(today)
        if (rule.name, value) in found.merged_values:
            yield Difference("value-merge", value, today, rule.name)
        elif (rule.name, value) in found.kept_values:
            yield Difference("value-keep", value, "", rule.name)
        elif today not in now.values:
            yield Difference("value-remove", value, "", rule.name)
        else:
            if today != value:
                yield Difference("value-rename", value, today, rule.name)
            if (value in rule.retired) != (today in now.retired):
                kind = "value-retire" if today in now.retired else "value-offer"
                yield Difference(kind, today, "", rule.name)
            titles = rule.value_titles_vi or {}, now.value_titles_vi or {}
            if titles[0].get(value, value) != titles[1].get(today, today) != today:
                yield Difference("value-reword", today, "", rule.name)
    yield from (Difference("value-add", v, "", rule.name) for v in now.values if v not in reached)


def _rules(found: Revision) -> Iterator[Difference]:
    for kind, befores, afters in (
        ("attribute", _attributes(found.before, found), _attributes(found.after, None)),
        ("relation", _relations(found.before, found), _relations(found.after, None)),
    ):
        for name, held in befores.items():
            if name not in afters:
                yield Difference(f"{kind}-remove", name)
            elif afters[name] != held:
                yield Difference(f"{kind}-alter", name)
        yield from (Difference(f"{kind}-add", name) for name in afters if name not in befores)


def _attributes(schema: Schema, found: Revision | None) -> dict[str, object]:
    return {
        rule.name: (_today(rule.labels, found), rule.kind, rule.title, rule.title_vi)
        for rule in schema.attributes
    }


def _relations(schema: Schema, found: Revision | None) -> dict[str, object]:
    return {
        rule.name: (
            _today(rule.sources, found),
            _today(rule.targets, found),
            rule.many,
            rule.title,
            rule.title_vi,
        )
        for rule in schema.relations
    }


def _today(names: tuple[str, ...], found: Revision | None) -> frozenset[str]:
    return frozenset(names if found is None else (found.labels.get(name, name) for name in names))
